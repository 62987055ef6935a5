/**
 * Decides whether a name that needs context is the record: a sum of what speaks for it and against it, compared with how
 * doubtful the form is by itself. No learning, no randomness; the same text gives the same answer, and every part of the
 * sum can be printed. Called by the reader; what the words are is in senses.ts, packed into the lexicon.
 *
 * Weights were set by hand on passages of our own: one general word on AI in the sentence weighs about 1, a form's own
 * word 2.5, a word of another sense 3, so that one clear word against needs more than one for.
 */
import { firstSymbol, ignoredClass, isCapital, wordClass } from './fold.ts';
import { cueFlags, hashStep, type Lexicon, type NameEntry, type Profile } from './lexicon.ts';
import type { Evidence } from './types.ts';

/** Places in a run where a cue stands, in their order: start, end, cue number. */
export type CueHits = readonly number[];

/** Sentence ends of a text, as offsets after the mark; a semicolon is one too. */
export const findSentenceEnds = (text: string): number[] => {
  const ends: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0xff1b || code === 10) {
      ends.push(i + 1);
    } else if (code === 59) {
      ends.push(i + 1);
    } else if (code === 33 || code === 63 || code === 46 || code === 0x2026) {
      let next = i + 1;
      while (next < text.length && /["'”’»)\]]/.test(text.charAt(next))) next += 1;
      if (next >= text.length) break;
      if (!/\s/.test(text.charAt(next))) continue;
      while (next < text.length && /[\s"“„«¿¡([]/.test(text.charAt(next))) next += 1;
      const follows = text.charCodeAt(next);
      if (!(isCapital(follows) || (follows >= 48 && follows <= 57) || follows > 0x2e7f)) continue;
      // "Art. 53", "vs. Google", "Mr. Falcon", "z. B.", a single capital: no end.
      if (code === 46 && /(?:^|[\s(])(?:\p{L}|[Aa]rts?|[Nn]o|[Nn]r|vs|Mr|Mrs|Ms|Dr|St|Prof|Inc|Corp|ca|bzw|usw|etc|art|arts|al|cf|Fig|Abs|núm|p|pp|Sr|Sra|zob|tzw|np|m\.in)\.$/u.test(text.slice(Math.max(0, i - 7), i + 1))
        && !/^etc$/.test(text.slice(i - 3, i))) continue;
      ends.push(i + 1);
    }
  }
  return ends;
};

/** Number of the sentence that holds `at`. */
export const sentenceOf = (ends: readonly number[], at: number): number => {
  let from = 0;
  let to = ends.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (ends[middle]! <= at) from = middle + 1;
    else to = middle;
  }
  return from;
};

/** All cues in `text` from `from` to `to`, in their order; of several that begin at one place the longest. Those inside a longer one follow it. */
export const findCues = (text: string, lexicon: Lexicon, from = 0, to = text.length, hits: number[] = []): CueHits => {
  const { classes, cues, firstEach } = lexicon;
  let i = from;
  while (i < to) {
    let symbol = classes[text.charCodeAt(i)]!;
    if (symbol < firstSymbol) {
      i += 1;
      continue;
    }
    const start = i;
    let hash = symbol;
    i += 1;
    if (symbol >= firstEach) {
      symbol = i < to ? classes[text.charCodeAt(i)]! : 0;
      const entry = (symbol >= firstSymbol && cues.look(hashStep(hash, symbol))) || cues.look(hash);
      if (entry !== 0) takeCue(text, start, entry, lexicon, hits);
      continue;
    }
    const digits = symbol < wordClass;
    while (i < to) {
      symbol = classes[text.charCodeAt(i)]!;
      if (symbol === ignoredClass) {
        i += 1;
        continue;
      }
      if (symbol < firstSymbol || symbol >= firstEach || (symbol < wordClass !== digits && (digits || i > start + 1))) break;
      // A stem may end at any letter.
      if (i > start + 1) {
        const stem = cues.look(hash);
        if (stem !== 0) takeCue(text, start, stem, lexicon, hits);
      }
      hash = hashStep(hash, symbol);
      i += 1;
      if (symbol < wordClass !== digits) break;
    }
    const entry = cues.look(hash);
    if (entry !== 0) takeCue(text, start, entry, lexicon, hits);
    while (i < to && classes[text.charCodeAt(i)]! > 1 && classes[text.charCodeAt(i)]! < firstEach) i += 1;
  }
  return hits;
};

/** Adds the longest cues that begin at `start` with the word of `entry`; each once. */
const takeCue = (text: string, start: number, entry: number, lexicon: Lexicon, hits: number[]): void => {
  const { cues } = lexicon;
  const { found } = cues;
  for (let n = cues.walk(text, start, entry) - 1; n >= 0; n -= 1) {
    const last = found[n * 3 + 1]!;
    const end = found[n * 3 + 2]!;
    const before = hits.length;
    for (let cue = found[n * 3]!; cue < last; cue += 1) {
      if (!cueStands(text, start, end, cue, lexicon)) continue;
      let known = false;
      for (let i = hits.length - 3; i >= 0 && hits[i] === start; i -= 3) known ||= hits[i + 2] === cue;
      if (!known) hits.push(start, end, cue);
    }
    if (hits.length > before) return;
  }
};

const bare = (text: string): string => text.replace(/[\s\u00ad\u200b-\u200f\p{Pd}]+/gu, '').toLowerCase();

const cueStands = (text: string, start: number, end: number, cue: number, lexicon: Lexicon): boolean => {
  const flags = lexicon.cueFlags(cue);
  const print = lexicon.cues.print(cue);
  // A cue with a capital is a name: "Cohere" is not "cohere".
  if (isCapital(print.charCodeAt(0)) && !isCapital(text.charCodeAt(start))) return false;
  const own = text.slice(start, end);
  if (own !== print) {
    if (flags & cueFlags.exact || bare(own) !== bare(print) || (/\s/.test(own) && !/[\s-]/.test(print))) return false;
  }
  if (flags & cueFlags.stem) return true;
  if (text.charCodeAt(end - 1) >= 0x590) return true;
  const after = lexicon.classes[text.charCodeAt(end)] ?? 0;
  return after < 3 || after >= lexicon.firstEach;
};

/** What else of the run speaks for a name: other mentions, what stands next to it. Gathered by the reader. */
export interface Surroundings {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** End of the name itself, without a version that follows. */
  readonly nameEnd: number;
  /** Spans of the run's names that need context themselves, start and end in turn. */
  readonly doubtful: readonly number[];
  /** The same of its sure names. */
  readonly sure: readonly number[];
  readonly cues: CueHits;
  readonly sentenceEnds: readonly number[];
  /** A version, size or variant is part of the mention: 2 where it is one that the data has or could have, 1 where not. */
  readonly specific: 0 | 1 | 2;
  /** Spelling differences (see match.ts). */
  readonly lower: boolean;
  /** Sure mentions on AI in the same sentence, and elsewhere in the run. */
  readonly besideInSentence: number;
  readonly besideInRun: number;
  /** Doubtful names of other records, capitalised, in the same sentence. */
  readonly doubtfulBeside: number;
  /** Stands beside another doubtful name of a system in a list. */
  readonly listed: boolean;
  /** 1 where capitals inside the name are printed as in "BLOOM", -1 where they are not, 0 where it has none. */
  readonly capitals: 1 | 0 | -1;
  /** A possessive of a name that maker and model share: the maker's. */
  readonly makerVerb: boolean;
  /** The record's maker: 2 beside it, 1 in the same sentence. */
  readonly maker: 0 | 1 | 2;
  /** The word is longer by a plural or genitive "s". */
  readonly plural: boolean;
  /** A capitalised word that is no mention follows, precedes. */
  readonly nameFollows: boolean;
  readonly namePrecedes: boolean;
}

/** Weight of a cue by its distance. */
const nearness = (around: Surroundings, sentence: number, at: number, end: number): number => {
  if (sentenceOf(around.sentenceEnds, at) === sentence) {
    const gap = at >= around.end ? at - around.end : around.start - end;
    if (gap <= 2) return 1.4;
    // "Claude, the assistant of ...": said of it and of nothing else.
    if (gap < 12 && at >= around.end && /^[,(] ?(?:\p{L}{1,3}['’ ])?$/u.test(around.text.slice(around.end, at))) return 1.4;
    return gap < 160 ? 1 : 0.7;
  }
  const gap = at >= around.end ? at - around.end : around.start - end;
  return gap < 200 ? 0.6 : gap < 600 ? 0.35 : 0.2;
};

const isWithin = (spans: readonly number[], start: number, end: number): boolean => {
  for (let i = 0; i < spans.length; i += 2) if (start >= spans[i]! && end <= spans[i + 1]!) return true;
  return false;
};

const isInside = (spans: readonly number[], start: number, end: number): boolean => {
  for (let i = 0; i < spans.length; i += 2) if (start >= spans[i]! && end <= spans[i + 1]! && end - start < spans[i + 1]! - spans[i]!) return true;
  return false;
};

/** Cue groups that are the same for all forms: general words on AI. See senses.ts. */
const aiGroup = 0;
const makerVerbs = 1;
const ownWeight = 2.5;
const againstWeight = 3;

/** Sum of what the run says for and against one reading of a name, before the page is asked. Positive: it stands. */
export const scoreLocally = (entry: NameEntry, profile: Profile, around: Surroundings, lexicon: Lexicon, trace?: Evidence[]): { score: number; against: number } => {
  const sentence = sentenceOf(around.sentenceEnds, around.start);
  const { cues } = around;
  // What stands in the same sentence, and what stands elsewhere in the run.
  const ai: [number, number] = [0, 0];
  const own: [number, number] = [0, 0];
  const against: [number, number] = [0, 0];
  let ownEnd = 0;
  let aiEnd = 0;
  let againstEnd = 0;
  for (let i = 0; i < cues.length; i += 3) {
    const at = cues[i]!;
    const end = cues[i + 1]!;
    // A word of the name itself says nothing; a phrase around it does: "at MIT".
    if (at < around.end && end > around.start && !(at <= around.start && end >= around.nameEnd && end - at > around.nameEnd - around.start + 1)) continue;
    const place = sentenceOf(around.sentenceEnds, at) === sentence ? 0 : 1;
    // The same word elsewhere says nothing more.
    if (end - at === around.nameEnd - around.start && around.text.slice(at, end).toLowerCase() === around.text.slice(around.start, around.nameEnd).toLowerCase()) continue;
    // A part of a sure name is no word by itself: "V3" in "DeepSeek-V3".
    if (isInside(around.sure, at, end)) continue;
    const set = lexicon.cueSet(cues[i + 2]!);
    // A word may be in several of the form's groups: it counts once, by its largest weight.
    let aiWeight = 0;
    let ownest = 0;
    let againstMost = 0;
    for (let s = 0; s < set.length; s += 2) {
      const group = set[s]!;
      const weight = set[s + 1]! / 10;
      if (profile.ai && group === aiGroup) aiWeight = weight;
      // What only a maker does, and only right behind its name: "DeepSeek released ...".
      if (group === makerVerbs && !(at >= around.nameEnd && at - around.nameEnd < 5)) continue;
      if (profile.cues.includes(group)) ownest = Math.max(ownest, weight);
      if (profile.against.includes(group)) againstMost = Math.max(againstMost, weight);
    }
    // Of words within words the longest counts: "language model" and "model" are one.
    if (at < ownEnd) ownest = 0;
    if (at < aiEnd || ownest > 0 || at < ownEnd) aiWeight = 0;
    if (at < againstEnd) againstMost = 0;
    if (aiWeight + ownest + againstMost === 0) continue;
    if (ownest > 0) ownEnd = end;
    if (aiWeight > 0) aiEnd = end;
    if (againstMost > 0) againstEnd = end;
    const distance = nearness(around, sentence, at, end);
    // A word that is in doubt itself says little for another name.
    const near = distance * (isWithin(around.doubtful, at, end) ? 0.2 : 1);
    const said = (): string => `"${around.text.slice(at, end)}"`;
    if (ownest > 0) {
      own[place] += ownWeight * ownest * near;
      trace?.push({ says: 'for', weight: ownWeight * ownest * near, what: `${said()} speaks for it` });
    } else if (aiWeight > 0) {
      ai[place] += aiWeight * near;
      trace?.push({ says: 'for', weight: aiWeight * near, what: `${said()} is a word on AI` });
    }
    if (againstMost > 0) {
      against[place] += againstWeight * againstMost * distance;
      trace?.push({ says: 'against', weight: againstWeight * againstMost * distance, what: `${said()} belongs to another sense` });
    }
  }
  // A page may hold both senses: a clear word in the sentence outweighs what other sentences say.
  const forHere = Math.min(ai[0], 4) + Math.min(own[0], 7);
  const forThere = Math.min(ai[1], 3) + Math.min(own[1], 4);
  const contested = against[0] >= 2.5;
  let score = forHere + (contested ? forThere * 0.2 : forThere);
  const totalAgainst = Math.min(against[0] + (forHere >= 2.5 ? against[1] * 0.3 : against[1]), 12);
  const add = (weight: number, what: string): void => {
    if (weight === 0) return;
    score += weight;
    trace?.push({ says: weight > 0 ? 'for' : 'against', weight: Math.abs(weight), what });
  };
  const speaksOfAi = profile.ai;
  if (speaksOfAi) {
    if (around.makerVerb) add(1.5, 'a possessive');
    if (around.specific > 0) add(around.specific === 2 ? 3 : 1, 'a version, size or variant follows');
    // Beside names with their capitals, a word without one is meant as a word; so is one with a clear word against it.
    const share = (around.lower ? 0.35 : 1) * (contested ? 0.4 : 1) * (profile.doubt > 2 ? 0.6 : 1);
    if (around.maker > 0) add(around.maker === 2 ? 3.5 * (around.lower ? 0.35 : 1) : 2 * share, 'its maker is named');
    add(Math.min(around.besideInSentence * 1.75, 3) * share, 'sure names in the sentence');
    if (!contested) add(Math.min(around.besideInRun * 0.75, 1.5) * share, 'sure names near by');
    if (!around.lower) {
      add(Math.min(around.doubtfulBeside * 0.8, profile.person && !profile.assistant ? 0.8 : 1.6), 'other possible names in the sentence');
      if (around.listed && profile.assistant) add(0.8, 'stands beside another assistant in a list');
      add(around.capitals === 1 ? 1.5 : around.capitals * 0.7, around.capitals === 1 ? 'has the capitals of the name' : 'lacks the capitals of the name');
    }
  }
  if (around.lower) add(-profile.lowerDoubt, 'printed in lower case');
  if (around.plural) add(-1, 'a plural');
  if (profile.person && around.specific === 0) {
    if (around.nameFollows) add(-5, 'a surname follows');
    if (around.namePrecedes) add(-4, 'part of a longer name');
  } else if (around.nameFollows && around.specific === 0) add(-2, 'part of a longer name');
  else if (entry.text.length <= 5 && around.namePrecedes && around.specific === 0) add(-1, 'part of a longer name');
  add(-profile.doubt, `"${entry.text}" can mean other things`);
  return { score: score - totalAgainst, against: against[0] + against[1] * 0.5 };
};
