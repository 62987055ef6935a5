/**
 * Reads the text of a page, run by run, and says what it names. The content script and the command line both work
 * through this class, so that they agree: `read` scans a run and gathers evidence for the page, `settle` gives its final
 * mentions by all evidence gathered so far, and `claimsOf` what is claimed of them, once `addClaims` has brought what finds that; provisions too come once `addProvisions` has.
 *
 * Nothing is allocated for a run that names nothing, and only names that need context are weighed. A page asks a sieve first,
 * text node by text node, and has runs made and read only where that says that something may be named.
 */
import { ignoredClass, isDigit, wordClass } from './fold.ts';
import { hashStep } from './forms.ts';
import { speaksOfAi, type Lexicon, type LexiconRecord, type NameEntry } from './lexicon.ts';
import { compareSpelling, endOfWord, isInAddress, spelling, startsWord } from './match.ts';
import { chooseOption, explainRun, type Explanation, type PageEvidence } from './choose.ts';
import { mayHoldClaim } from './may-hold-claim.ts';
import type { findClaims } from './claims.ts';
import type { findProvisions } from './provisions.ts';
import { emptyRun, isEmptyRun, type Role, type Run } from './run.ts';
import { findCues, type CueHits } from './sense.ts';
import { sentenceAround } from './sentences.ts';
import { Sieve } from './sieve.ts';
import { weighRun, type Candidate, type Option } from './weigh.ts';
import { withOwn } from './own-names.ts';
import type { Claim, Mention, PageContext } from './types.ts';
import {
  beginsId, countsWhatFollows, endOfProductVersion, extendVersion, isInJournal, isPartOfOther, isSpanishCaption, nextListedVersion, startOfActNumber, startOfName, startOfRepository, startsId,
} from './versions.ts';
import { findExpansions } from './expansions.ts';

/** `findProvisions` of provisions.ts. Its words, and those of claims, are many: a page gets them only when it turns out to need them. */
export type FindProvisions = typeof findProvisions;

/** `findClaims` of claims.ts. */
export type FindClaims = typeof findClaims;

/** Counts of sure names at which the page's evidence grows. */
const aiSteps: readonly number[] = [1, 3, 8];

/** Headings that are asked what the page is on. */
const mostHeadings = 40;

export class Reader {
  readonly #lexicon: Lexicon;
  readonly #findOwn: ((text: string) => Mention[]) | undefined;
  readonly #lang: string | undefined;
  readonly #isPolish: boolean;
  readonly #sieve: Sieve;
  readonly #titleText: string;
  #titleCues: CueHits | undefined;
  readonly #headingCues: { text: string; cues: CueHits }[] = [];
  #findProvisions: FindProvisions | undefined;
  /** Whether a run may cite a provision, which nobody can tell before `addProvisions`. */
  awaitsProvisions = false;
  #findClaims: FindClaims | undefined;
  /** Whether a concept was left out that may be a claim, which nobody can tell before `addClaims`. */
  awaitsClaims = false;
  #evidence = 0;
  /** The main act when the evidence was asked for last, and whether laws have come or gone since. */
  #act: string | undefined;
  #actsChanged = false;
  /** Sure names on AI on the page. */
  #sureCount = 0;
  /** Records (and families) that are surely named, and how often. */
  readonly #named = new Map<string, number>();
  /** Records that a run's own evidence settled as meant, and forms that it settled as not meant. */
  readonly #meant = new Map<string, number>();
  readonly #notMeant = new Map<string, number>();
  /** Laws that some run may name. */
  readonly #acts = new Set<string>();
  readonly #spans = new Int32Array(48 * 4);
  #depth = 0;
  #pending: Candidate[] = [];
  #cites = false;

  /** @param findOwn finds names of the reader's own glossary in a text; see own-names.ts. */
  constructor(lexicon: Lexicon, context: PageContext, findOwn?: (text: string) => Mention[]) {
    this.#lexicon = lexicon;
    this.#findOwn = findOwn;
    this.#lang = context.lang?.toLowerCase();
    this.#isPolish = this.#lang?.startsWith('pl') ?? false;
    this.#sieve = new Sieve(lexicon, this.#isPolish);
    this.#titleText = context.title ?? '';
    if (this.#titleText !== '') this.#scan(this.#titleText);
    // A title is weighed as any text is: "The Gemini woman" means no model.
    if (this.#pending.length > 0) weighRun(this.#titleText, this.#pending, lexicon, this.#lang);
    this.#count(this.#pending, 1);
    this.#pending = [];
  }

  /** Grows when the page's evidence has changed, so that runs that were settled may be settled otherwise. */
  get evidence(): number {
    if (this.#actsChanged) {
      this.#actsChanged = false;
      const act = this.#mainAct();
      if (act !== this.#act) this.#evidence += 1;
      this.#act = act;
    }
    return this.#evidence;
  }

  /** Reads one run of text. A run that names nothing is the same empty run for all. */
  read(text: string, role: Role = 'text'): Run {
    if (this.#pending.length > 0) this.#pending = [];
    this.#cites = false;
    this.#scan(text);
    const candidates = this.#pending;
    const isTelling = role === 'heading' && this.#readHeading(text);
    const own = this.#findOwn?.(text) ?? [];
    if (candidates.length === 0 && !this.#cites && own.length === 0 && !isTelling) return emptyRun;
    const run: Run = { text, role, candidates, citesProvision: this.#cites, own };
    this.#pending = [];
    weighRun(text, candidates, this.#lexicon, this.#lang);
    this.#count(candidates, 1);
    return run;
  }

  /** Puts what may be a mention into `#pending`. */
  #scan(text: string): void {
    const sieve = this.#sieve;
    for (let start = sieve.next(text, 0); start >= 0;) {
      const { after } = sieve;
      const end = this.#tryLengths(text, start, sieve.lengths);
      start = sieve.next(text, end > after ? this.#wordEnd(text, end) : after);
    }
  }

  /** Where the word ends that holds the character before `at`. */
  #wordEnd(text: string, at: number): number {
    const { classes, firstEach } = this.#lexicon;
    if (classes[text.charCodeAt(at - 1)]! >= firstEach) return at;
    let i = at;
    while (i < text.length && classes[text.charCodeAt(i)]! > 1 && classes[text.charCodeAt(i)]! < firstEach) i += 1;
    return i;
  }

  /** The entry for the letters from `start` on. */
  #entryAt(text: string, start: number): number {
    const { classes, names, firstEach } = this.#lexicon;
    let hash = 0;
    for (let i = start; i < text.length; i += 1) {
      const symbol = classes[text.charCodeAt(i)]!;
      if (symbol === ignoredClass) continue;
      if (symbol < wordClass || symbol >= firstEach) break;
      hash = hashStep(hash, symbol);
    }
    return names.look(hash);
  }

  /** Looks for the longest name at `start`; returns where to go on, or `start` where there is none. */
  #tryNames(text: string, start: number, entry: number): number {
    const lengths = this.#lexicon.names.walk(text, start, entry);
    return lengths > 0 && startsWord(text, start, this.#lexicon) ? this.#tryLengths(text, start, lengths) : start;
  }

  /** The same where the lexicon was just walked from `start`. */
  #tryLengths(text: string, start: number, lengths: number): number {
    const { names } = this.#lexicon;
    // `#place` may walk again, from inside this name: what was found here is kept apart.
    const base = this.#depth * 48;
    const found = this.#spans;
    for (let i = 0; i < lengths * 3; i += 1) found[base + i] = names.found[i]!;
    this.#depth += 1;
    const next = this.#tryFound(text, start, base, lengths);
    this.#depth -= 1;
    return next;
  }

  /** Takes the longest of the names found at `start`, whose spans lie in `#spans` from `base` on. */
  #tryFound(text: string, start: number, base: number, lengths: number): number {
    const lexicon = this.#lexicon;
    const { classes } = lexicon;
    const found = this.#spans;
    for (let n = lengths - 1; n >= 0; n -= 1) {
      const end = found[base + n * 3 + 2]!;
      const last = found[base + n * 3 + 1]!;
      let options: Option[] | undefined;
      for (let form = found[base + n * 3]!; form < last; form += 1) {
        const name = lexicon.entry(form);
        const differs = compareSpelling(text, start, end, name, classes);
        if (differs < 0) continue;
        // "GPT-4 turbo-charged our newsroom"
        if ((differs & spelling.lower) !== 0 && name.record.kind === 'model' && /\s\p{Ll}+-\p{Ll}{3}$/u.test(text.slice(start, end + 4))) continue;
        // "Meta llama a ..." is no "Meta Llama".
        if ((differs & spelling.lower) !== 0 && startsWithMaker(name)) continue;
        const idLike = name.record.kind === 'model' ? beginsId(text, start, end) : 0;
        if ((name.capital || name.short) && (differs & spelling.lowerFirst) !== 0 && idLike === 0) continue;
        if (name.polish && (!this.#isPolish || (differs & spelling.lowerFirst) !== 0)) continue;
        if (name.exact && (differs & (spelling.lower | spelling.upper | spelling.lowerFirst | spelling.lowerInner)) !== 0 && idLike === 0 && !startsId(text, start) && !(differs === spelling.lowerFirst && name.record.kind === 'product' && this.#isChat())) continue;
        (options ??= []).push({ entry: name, spelling: differs, sure: idLike === 2 || isSure(name, differs, text, start, end), score: 0, own: 0, role: 0, here: 0, against: 0, isBare: false });
      }
      if (!options) continue;
      if (options[0]!.entry.trigger) {
        if (citesNumber(text, end)) this.#cites = true;
        return start;
      }
      // "Command R+" is not "Command R".
      let tail = 0;
      for (const option of options) tail = Math.max(tail, option.entry.tail);
      const readings = options.length === 1 ? options : distinct(options.filter((option) => option.entry.tail === tail));
      const next = this.#place(text, start, end + tail, readings);
      if (next > start) return next;
    }
    return start;
  }

  /** Whether another product was surely named in lower case: who writes "chatgpt" writes "copilot" too. */
  #isChat(): boolean {
    return this.#pending.some(({ sure, options: [first] }) => sure && first!.entry.record.kind === 'product' && (first!.spelling & spelling.lowerFirst) !== 0);
  }

  /** Judges the boundaries of a name that was found and extends it by its version; returns where to go on. */
  #place(text: string, start: number, nameEnd: number, options: readonly Option[]): number {
    const lexicon = this.#lexicon;
    const follows = endOfWord(text, nameEnd, lexicon, this.#lang);
    if (follows === 'no') return start;
    const { record } = options[0]!.entry;
    // An act's name is taken as it is inflected: "des Hinweisgeberschutzgesetzes".
    const end = follows === 'ending' && record.kind === 'regulation' ? this.#wordEnd(text, nameEnd) : nameEnd;
    const model = options.find((option) => option.entry.record.kind === 'model')?.entry.record;
    const endsInDigit = isDigit(text.charCodeAt(end - 1));
    const product = model ? undefined : options.find((option) => option.entry.record.kind === 'product' && option.sure)?.entry.record;
    if (follows === 'letter' && !(model && endsInDigit)) return start;
    // "Opus 32" is not "Opus 3".
    if (follows === 'digit' && (product ? endOfProductVersion(text, end) === end : !model || endsInDigit)) return start;
    const isMeant = ({ entry }: Option): boolean => !isPartOfOther(text, start, end, entry.record);
    const meant = options.every(isMeant) ? options : options.filter(isMeant);
    if (meant.length === 0) return end;
    let from = startOfName(text, start, model ?? record);
    let to = end;
    let unknownVersion: string | undefined;
    let specific = false;
    // "Gemini 3月": a date.
    if (model && endsInDigit && countsWhatFollows(text, end)) return start;
    // "ジェミニ4号": a spacecraft, a ship or a train.
    if (model && /^ ?\d{1,2} ?[号號호]/.test(text.slice(end, end + 5))) return start;
    let readings: readonly Option[] = meant;
    if (record.kind === 'regulation' && endsInDigit && isDigit(text.charCodeAt(start))) {
      from = startOfActNumber(text, start);
      if (from < start || isInJournal(text, start)) readings = options.map((option) => ({ ...option, sure: true }));
    }
    if (this.#isPolish && model && model.family === undefined && from >= 0) {
      // "Bielika 11B", "Claude'a 4 Opus": read without the case ending, which stands inside the span.
      const ending = endingBeforeVersion.exec(text.slice(end, end + 9))?.[0].length ?? 0;
      if (ending > 0) {
        const bare = text.slice(start, end) + text.slice(end + ending, end + ending + 60);
        const before = this.#pending;
        this.#pending = [];
        const entry = this.#entryAt(bare, 0);
        if (entry !== 0) this.#tryNames(bare, 0, entry);
        const [found] = this.#pending;
        this.#pending = before;
        if (found && found.end > end - start && found.options.some((option) => (option.entry.record.familyRecord ?? option.entry.record) === model)) {
          const shift = start + ending;
          this.#take({ ...found, start: from, end: found.end + shift, nameEnd: Math.max(end, found.nameEnd + shift) });
          return found.end + shift;
        }
      }
    }
    if (model && model.family === undefined && from >= 0) {
      // "Meta Llama" before "3.1": the release is entered under "Llama 3.1".
      const inner = start + text.slice(start, end).search(/[^\s-]+$/);
      if (inner > start) {
        const before = this.#pending.length;
        const entry = this.#entryAt(text, inner);
        const next = entry === 0 ? inner : this.#tryNames(text, inner, entry);
        const found = this.#pending.length > before ? this.#pending.pop() : undefined;
        this.#pending.length = before;
        if (found && found.end > end && found.start <= inner && found.options.some(({ entry }) => entry.record.family === model.id)) {
          this.#take({ ...found, start: from });
          return next;
        }
      }
    }
    if (model) {
      const extent = extendVersion(text, end, model, lexicon);
      if (extent.foreign) return Math.max(extent.end, end);
      to = extent.end;
      unknownVersion = extent.unknownVersion;
      specific = extent.specific;
      if (extent.release) readings = [toOption(extent.release)];
      if (model.family === undefined && (unknownVersion !== undefined || (to > end && text.charCodeAt(end - 1) > 0x590))) {
        // The family by another of its names, and a version that it does have: "제미나이 1.5 프로", "Gemmę 3".
        const release = [extent.parts.join(' '), unknownVersion ?? '', text.slice(end, to).trim()].map((version) => lexicon.modelNamed(`${model.name} ${version}`))
          .find((found) => found?.record.familyRecord === model);
        if (release) {
          readings = [toOption(release)];
          unknownVersion = undefined;
        }
      }
    }
    if (model && unknownVersion !== undefined && /^\d+\.0$/.test(unknownVersion)) {
      // "GPT-4.0"
      const family = model.familyRecord ?? model;
      const release = lexicon.modelNamed(`${family.name} ${unknownVersion.slice(0, -2)}`);
      if (release?.record.familyRecord === family) {
        readings = [toOption(release)];
        unknownVersion = undefined;
      }
    }
    if (product) {
      to = endOfProductVersion(text, end);
      if (to > end) unknownVersion = /(?<=^ )[vV][\d.]+$|(?<=^ Image )\d+$/.exec(text.slice(end, to))?.[0];
    }
    if (model?.familyRecord && unknownVersion !== undefined) {
      // "V3.1" beside "V3", which is short for DeepSeek-V3: the release of that number, in as much doubt.
      const release = lexicon.modelNamed(`${model.familyRecord.name} ${text.slice(start, to)}`);
      if (release?.record.familyRecord === model.familyRecord) {
        readings = readings.map((option) => (option.entry.record === model ? { ...option, entry: { ...option.entry, record: release.record } } : option));
        unknownVersion = undefined;
      }
    }
    if (from < 0) return to;
    const held = model ?? (record.kind === 'dataset' ? record : undefined);
    if (held) {
      const repository = startOfRepository(text, from, to);
      if (repository < from) {
        // "Qwen/Qwen3-8B": the organisation is part of the id, whatever its own name means; "GPT-4o/Llama-3.1-8B" and "GPT-4/GPT-4o" are two models.
        const inside = this.#pending.findLast((candidate) => candidate.end > repository);
        const family = held.familyRecord ?? held;
        if (!inside?.options.some(({ entry: { record: other } }) => other.kind === 'model' && (other.familyRecord !== undefined || other !== family)) && !isInAddress(text, repository, to)) {
          from = repository;
          specific = model !== undefined;
          readings = readings.filter(({ entry }) => entry.record.kind === held.kind).map((option) => ({ ...option, sure: true }));
        }
      }
    }
    if (isInAddress(text, from, to)) return to;
    if (this.#lang?.startsWith('es') && model !== undefined && isSpanishCaption(text, from, to)) return to;
    // "Falcon-7B": nothing but a model has a size.
    if (model && specific && sized.test(text.slice(end, to))) readings = readings.filter(({ entry }) => entry.record.kind === 'model').map((option) => ({ ...option, sure: true }));
    // A version or size is a model's, not its maker's.
    if (specific) readings = readings.filter(({ entry }) => entry.record.kind === 'model');
    const sure = readings.some((option) => option.sure) && from <= start;
    this.#take({ start: from, end: to, nameEnd: end, options: readings, unknownVersion, specific, plural: follows === 'genitive', sure });
    const of = readings[0]?.entry.record;
    return sure && readings.length === 1 ? this.#takeListed(text, to, of!.familyRecord ?? (unknownVersion === undefined ? undefined : of)) : to;
  }

  /** Takes the versions that a list names by their numbers behind a release, "Llama 3 and 3.1"; returns where to go on. */
  #takeListed(text: string, end: number, family: LexiconRecord | undefined): number {
    if (family === undefined) return end;
    let done = end;
    for (let next = nextListedVersion(text, done); next !== undefined; next = nextListedVersion(text, done)) {
      const release = this.#lexicon.modelNamed(`${family.name} ${text.slice(next.start, next.end)}`);
      if (release?.record.familyRecord !== family) break;
      this.#take({
        start: next.start, end: next.end, nameEnd: next.end, options: [{ ...toOption(release), sure: true }], unknownVersion: undefined, specific: true, plural: false, sure: true,
      });
      done = next.end;
    }
    return done;
  }

  /** Adds a candidate, which swallows names that its own span begins with: "OpenAI-GPT-4". */
  #take(candidate: Candidate): void {
    while ((this.#pending.at(-1)?.end ?? 0) > candidate.start) this.#pending.pop();
    this.#pending.push(candidate);
  }

  /** Keeps what a heading says for the page. False if it says nothing. */
  #readHeading(text: string): boolean {
    if (this.#headingCues.length >= mostHeadings) return false;
    const cues = findCues(text, this.#lexicon);
    if (cues.length === 0) return false;
    this.#headingCues.push({ text, cues });
    this.#evidence += 1;
    return true;
  }

  /** Adds what the run says for the page's other runs, or with -1 takes it away. */
  #count(candidates: readonly Candidate[], by: 1 | -1): void {
    for (const candidate of candidates) {
      if (candidate.sure) {
        const option = candidate.options.find(({ sure }) => sure)!;
        const { record } = option.entry;
        if (speaksOfAi(record)) {
          this.#sureCount += by;
          if (aiSteps.includes(by > 0 ? this.#sureCount : this.#sureCount + 1)) this.#evidence += 1;
        }
        this.#noteAct(record);
        this.#bump(this.#named, record.id, by);
        if (record.family !== undefined) this.#bump(this.#named, record.family, by);
      } else {
        for (const { entry, score, against } of candidate.options) {
          this.#noteAct(entry.record);
          if (score >= 0 && !entry.short) this.#bump(this.#meant, entry.record.family ?? entry.record.id, by);
          else if (against >= 2.5) this.#bump(this.#notMeant, entry.text, by);
        }
      }
    }
  }

  #noteAct(record: LexiconRecord): void {
    if (record.kind !== 'regulation') return;
    this.#acts.add(record.id);
    this.#actsChanged = true;
  }

  #bump(counts: Map<string, number>, id: string, by: number): void {
    const count = (counts.get(id) ?? 0) + by;
    if (count <= 0) counts.delete(id);
    else counts.set(id, count);
    if (count === (by > 0 ? 1 : 0)) this.#evidence += 1;
  }

  /** The run's text is gone from the page: its evidence goes too. */
  forget(run: Run): void {
    this.#count(run.candidates, -1);
    const heading = run.role === 'heading' ? this.#headingCues.findIndex(({ text }) => text === run.text) : -1;
    if (heading < 0) return;
    this.#headingCues.splice(heading, 1);
    this.#evidence += 1;
  }

  #mention(candidate: Candidate, option: Option): Mention {
    const { record } = option.entry;
    const isVersioned = record.kind === 'model' || record.kind === 'product';
    const unknown = candidate.unknownVersion !== undefined && isVersioned;
    const target = unknown && record.familyRecord ? record.familyRecord! : record;
    return {
      start: candidate.start, end: isVersioned ? candidate.end : candidate.nameEnd,
      id: target.id, name: target.name, kind: target.kind,
      ...(target.family !== undefined && { family: target.family }),
      ...(unknown && { unknownVersion: candidate.unknownVersion }),
    };
  }

  /** Mentions of the run that are safe alone: final at once, never taken back. */
  safeMentions(run: Run): readonly Mention[] {
    const mentions: Mention[] = [];
    for (const candidate of run.candidates) {
      if (candidate.options.length === 1 && candidate.options[0]!.sure) mentions.push(this.#mention(candidate, candidate.options[0]!));
    }
    return mentions;
  }

  /** The law that the page is about, where it surely names one more than any other. */
  #mainAct(): string | undefined {
    const count = (id: string): number => (this.#named.get(id) ?? 0) + (this.#meant.get(id) ?? 0);
    const implied = impliesAct.reduce((sum, id) => sum + count(id), 0);
    let main: string | undefined;
    let most = 0;
    let second = 0;
    for (const id of this.#acts.size === 0 || this.#acts.has('eu-ai-act') ? this.#acts : [...this.#acts, 'eu-ai-act']) {
      if (impliesAct.includes(id)) continue;
      // Duties under the AI Act cite other laws, each once or twice.
      const total = count(id) + (id === 'eu-ai-act' ? Math.min(implied, 2) : 0);
      if (total > most) {
        second = most;
        main = id;
        most = total;
      } else second = Math.max(second, total);
    }
    if (main === undefined && (implied > 0 || count('high-risk-ai-system') > 0)) return 'eu-ai-act';
    return most > second ? main : undefined;
  }

  /** Final mentions of the run, by all evidence gathered so far on the page. */
  settle(run: Run): readonly Mention[] {
    return withOwn(this.#settleOurs(run), run.own);
  }

  /** Whether claims can be found. Until then no run has any. */
  get findsClaims(): boolean {
    return this.#findClaims !== undefined;
  }

  /** From now on `settle` finds provisions; runs that were settled before are to be settled again. */
  addProvisions(find: FindProvisions): void {
    this.#findProvisions = find;
    this.awaitsProvisions = false;
  }

  /** From now on claims can be found; runs that were settled before are to be settled again. */
  addClaims(find: FindClaims): void {
    this.#findClaims = find;
    this.awaitsClaims = false;
  }

  /** Whether the run may claim something of its settled mentions: a quick test. */
  mayClaim(run: Run, mentions: readonly Mention[]): boolean {
    return mentions.some(speaks) && mayHoldClaim(run.text);
  }

  /** What the run claims of its settled mentions: apart, since it costs more than the rest and few ask for it. */
  claimsOf(run: Run, mentions: readonly Mention[]): readonly Claim[] {
    const ours = run.own.length === 0 ? mentions : mentions.filter((mention) => !run.own.includes(mention));
    return this.#findClaims !== undefined && this.mayClaim(run, ours) ? this.#findClaims(run.text, ours, this.#lang) : [];
  }

  #settleOurs(run: Run): readonly Mention[] {
    if (isEmptyRun(run)) return [];
    const page = this.#page;
    const mentions: Mention[] = [];
    for (const candidate of run.candidates) {
      const option = chooseOption(candidate, page, this.#lexicon);
      if (option) mentions.push(this.#mention(candidate, option));
    }
    const all = outsideExpansions(run.text, joinTuned(run.text, mentions));
    const whole = run.citesProvision ? this.#withProvisions(run, all) : all;
    if (!whole.some(({ kind }) => kind === 'concept') || !this.mayClaim(run, whole)) return whole;
    // What is a claim on a model is not the concept as well.
    if (this.#findClaims === undefined) {
      const certain = whole.filter(({ kind, start, end }) => kind !== 'concept' || !mayHoldClaim(run.text.slice(start, end)));
      if (certain.length < whole.length) this.awaitsClaims = true;
      return certain;
    }
    const claims = this.#findClaims(run.text, whole, this.#lang);
    return whole.filter((mention) => mention.kind !== 'concept' || !(claims.some(({ start, end }) => start < mention.end && end > mention.start) || isSaidOfModel(run.text, mention, whole)));
  }

  /** The run's mentions with its provisions, which swallow the act's name where it adjoins. */
  #withProvisions(run: Run, all: readonly Mention[]): readonly Mention[] {
    if (this.#findProvisions === undefined) {
      this.awaitsProvisions = true;
      return all;
    }
    const acts = all.filter((mention) => mention.kind === 'regulation');
    const mainAct = this.#mainAct();
    const provisions = this.#findProvisions(run.text, this.#lexicon, acts, {
      ...(this.#lang !== undefined && { lang: this.#lang }), ...(mainAct !== undefined && { mainAct }),
    });
    if (provisions.length === 0) return all;
    return [...all.filter((mention) => !provisions.some((provision) => mention.start < provision.end && mention.end > provision.start)), ...provisions]
      .sort((a, b) => a.start - b.start);
  }

  /** What was weighed for every name of the run that needs context. */
  explain(run: Run): Explanation[] {
    return explainRun(run, this.#page, this.#lexicon, this.#lang);
  }

  get #page(): PageEvidence {
    this.#titleCues ??= findCues(this.#titleText, this.#lexicon);
    return {
      named: this.#named, meant: this.#meant, notMeant: this.#notMeant, sureCount: this.#sureCount, titleCues: this.#titleCues, headingCues: this.#headingCues,
    };
  }
}

/** A Polish case ending between a name and its version or size. */
const endingBeforeVersion = /^['’]?(?:a|u|em|owi|ie|iem|ego|emu|im|y|i)(?=[ \u00a0-](?:[vV]?\d|\p{Lu}))/u;

/** A name that stands for what the text prints in other words. */
const toOption = (entry: NameEntry): Option => ({ entry, spelling: 0, sure: !entry.context, score: 0, own: 0, role: 0, here: 0, against: 0, isBare: false });

/** One reading a record; where one is sure, that alone. */
const distinct = (options: readonly Option[]): readonly Option[] => {
  const sure = options.find((option) => option.sure);
  return sure ? [sure] : options.filter((option, i) => options.findIndex(({ entry }) => entry.record === option.entry.record) === i);
};

/** What claims are made of. */
const speaks = ({ kind }: Mention): boolean => kind === 'model' || kind === 'product';

/**
 * "... released FLUX.1 with open weights": the words that stand behind a model in its sentence, or right before one, say something of it, even
 * where they make no claim that is certain.
 */
const isSaidOfModel = (text: string, { id, start, end }: Mention, mentions: readonly Mention[]): boolean => {
  // "Nobody calls Llama open-source AI."
  if (id === 'open-source-ai') return mentions.some((mention) => speaks(mention) && mention.end < start && start - mention.end < 24 && !/[.!?;:。]/u.test(text.slice(mention.end, start)));
  if (id !== 'open-weights') return false;
  const sentence = sentenceAround(text, start, end);
  return mentions.some((mention) => speaks(mention) && mention.start >= sentence.start && mention.end <= sentence.end && mention.start < end + 12);
};

/** A safe name is so in its own spelling; "hugging face" or "Open AI" may be ordinary words. */
const isSure = (entry: NameEntry, differs: number, text: string, start: number, end: number): boolean => {
  // "lm-evaluation-harness" is an id, though the name is made of words.
  const { kind } = entry.record;
  if ((kind === 'tool' || kind === 'framework' || kind === 'dataset') && /^[a-z\d]+(?:-[a-z\d]+){2,}$/.test(text.slice(start, end))) return true;
  if (entry.context) return false;
  if ((differs & spelling.split) !== 0) return entry.text.length > 6 && !/^Open/i.test(entry.text);
  if ((differs & (spelling.lower | spelling.lowerFirst)) !== 0 && /[\s-]/.test(entry.text) && !/\d/.test(entry.text) && (differs & spelling.joined) === 0) {
    // "the MIT licence": the noun is seldom printed with a capital.
    if (entry.record.kind === 'licence' && (differs & (spelling.lowerFirst | spelling.lowerInner)) === 0 && / Licen[cs]e$/.test(entry.text)) return true;
    // "the AI act in the second half": English writes a law's name with capitals, and other nouns so too.
    return entry.record.kind === 'concept' || (entry.record.kind === 'regulation' && !/^\S+ Act$/.test(entry.text));
  }
  return true;
};

const startsWithMaker = (name: NameEntry): boolean => {
  const maker = name.record.makerRecord;
  return maker !== undefined && name.text.startsWith(`${maker.name} `);
};

/** What only the AI Act provides for: where one is named and no other law, that act is meant. */
const impliesAct: readonly string[] = ['eu-gpai-code-of-practice', 'eu-gpai-guidelines', 'european-ai-office', 'general-purpose-ai-model', 'general-purpose-ai-system'];

/** "-7B", " 70B", "-8x7B-Instruct" */
const sized = /^(?:-(?:\d{1,3}x)?\d{1,3}(?:\.\d)?[bB]\d?|[\s\u00a0](?:\d{1,3}x)?\d{1,3}(?:\.\d)?B)(?![A-Za-z0-9])/u;

/** "articoli da 53 a 55", "art. od 51": what may stand before the first number. */
const citesNumber = (text: string, end: number): boolean => /^\.?\s?(?:n[.º°]\s?|(?:da|dal|dall[ao]|od|from|de|del|dos|van) )?[0-9０-９IVXivxⅠ-Ⅻ一二三四五六七八九十百〇(]/.test(text.slice(end, end + 8));

/** Joins "DeepSeek R1 Distill" + "Qwen 32B" and the like: a model right behind another one is its base. */
const joinTuned = (text: string, mentions: readonly Mention[]): Mention[] => {
  const joined: Mention[] = [];
  for (const mention of mentions) {
    const last = joined.at(-1);
    if (last && last.kind === 'model' && mention.kind === 'model' && mention.start === last.end + 1 && /[\s-]/.test(text.charAt(last.end))
      && (last.family ?? last.id) !== (mention.family ?? mention.id)
      // "DeepSeek R1 Distill Llama"; in a table "Mixtral 8x7B Mistral 2023" names the maker next.
      && (text.charAt(last.end) === '-' || (last.family !== undefined && (/\d/.test(text.slice(mention.start, mention.end)) || /distill(?:ed)?$/i.test(text.slice(last.start, last.end)))))) {
      joined[joined.length - 1] = { ...last, end: mention.end };
    } else joined.push(mention);
  }
  return joined;
};

/** The mentions that are no words of an acronym's long form: "PLLuM (Polish Large Language Model)". */
const outsideExpansions = (text: string, mentions: readonly Mention[]): readonly Mention[] => {
  const expansions = mentions.length === 0 ? [] : findExpansions(text);
  return expansions.length === 0 ? mentions : mentions.filter(({ start, end }) => !expansions.some((one) => start >= one.start && end <= one.end && end - start < one.end - one.start));
};
