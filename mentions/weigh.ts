/**
 * Weighs the names of one run that need context: for each reading of a name a sum of what speaks for it and against it,
 * less how doubtful the form is by itself. No learning, no randomness; the same text gives the same sum, and every part of
 * it can be printed. Called by the reader, which adds what the page says; what the words are is in senses.ts, packed into
 * the lexicon.
 *
 * Weights were set by hand on passages of our own: one general word on AI in the sentence weighs about 1, a form's own
 * word 2.5, a word of another sense 3, so that one clear word against needs more than one for. Neighbours count within
 * 6 names and 700 characters, so that the cost is linear in the run.
 */
import { sensesOf, type Profile, type Senses } from './cues.ts';
import { speaksOfAi, type LexiconRecord, type Lexicon, type NameEntry } from './lexicon.ts';
import { isCapital, isDigit, isSpace } from './fold.ts';
import { tellMaker } from './maker-or-model.ts';
import { spelling } from './match.ts';
import { findCues, findSentenceEnds, sentenceOf } from './sense.ts';
import type { Evidence } from './types.ts';

/** One record that a span may name. */
export interface Option {
  readonly entry: NameEntry;
  /** See `spelling` in match.ts. */
  readonly spelling: number;
  /** Safe in this spelling. */
  readonly sure: boolean;
  /** Sum of the run's evidence; of a sure option that stands alone unused. */
  score: number;
  /** Weight of the form's own words for it. */
  own: number;
  /** The same, the nearer the more: tells a maker from its model. */
  role: number;
  /** Weight of what speaks for it in its own sentence. */
  here: number;
  /** Weight of the run's evidence against it. */
  against: number;
  /** Stands bare where the run has not named it in full yet but will, or where a name of these letters was somebody else before. */
  isBare: boolean;
}

/** A span that may be a mention. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  /** End of the name itself, without sizes and variants. */
  readonly nameEnd: number;
  readonly options: readonly Option[];
  readonly unknownVersion: string | undefined;
  /** A version, size or variant is part of the span. */
  readonly specific: boolean;
  /** The word is longer by a plural or genitive "s". */
  readonly plural: boolean;
  readonly sure: boolean;
}

/** Numbers of the cue groups that have rules of their own: their order in senses.ts. */
const aiGroup = 0;
const makerVerbs = 1;
const calledBy = 2;
const sameName = 3;
const usedWith = 4;
const lawGroup = 7;
const chatGroup = 12;
/** Groups from here on are the subjects that names have other senses in: stars, animals, ships. */
const firstSubject = 18;
/** What words on asking and writing weigh at most for a first name of which nothing else says that it is an assistant's. */
const mostOfTalk = 1.3;
const ownWeight = 2.5;
const againstWeight = 3;
const reachNames = 6;
const reachChars = 700;
/** Names before a bare code among which its full name is looked for. */
const reachIntroduction = 24;
/** Characters behind a name within which a word says what it is: ", the assistant". */
const appositiveReach = 12;

/** How a safe name in an unusual spelling is judged, such as one all in lower case. */
const plainProfile: Profile = { doubt: 1.5, lowerDoubt: 0.5, ai: true, person: false, assistant: false, cues: [], against: [], weights: new Map() };

/** The same for a law's name: "AI act". */
const plainLaw: Profile = { ...plainProfile, cues: [lawGroup], weights: new Map() };

const listWords: ReadonlySet<string> = new Set(', 、 ， ; / & and or vs vs. und oder et ou y o e en of i oraz lub czy 和 与 與 或 と や 와 과 랑 및 the à a ,and ,or'.split(' '));

/** Words and commas of a short text. */
const partsOf = (text: string): string[] => text.replace(/([,、，;/&])/g, ' $1 ').split(/\s+/).filter((part) => part !== '');

/** Two names stand side by side in a list: "Claude and Gemini". */
const isListed = (text: string, a: Candidate, b: Candidate): boolean => {
  const from = Math.min(a.end, b.end);
  const to = Math.max(a.start, b.start);
  if (to - from >= 16 || to <= from) return false;
  // "OpenAI 44%, Anthropic 21%"
  const parts = partsOf(text.slice(from, to));
  return parts.length > 0 && parts.every((part) => listWords.has(part) || /^\d[\d.]*%?$/.test(part));
};

/** Words between `from` and `to`, or 9 where another mark than a first comma stands between them. */
const wordsBetween = (text: string, from: number, to: number): number => {
  if (to - from > 60) return 9;
  let words = 0;
  let inWord = false;
  for (let i = from; i < to; i += 1) {
    const code = text.charCodeAt(i);
    if (isSpace(code)) inWord = false;
    else if (code === 44 && i === from) continue;
    else if (code === 46 || code === 59 || code === 33 || code === 63) return 9;
    else if (!inWord) {
      inWord = true;
      words += 1;
    }
  }
  return words;
};

/** A headline that writes most words with a capital. */
const isTitleCase = (text: string): boolean => {
  if (text.length > 160) return false;
  let words = 0;
  let capitals = 0;
  for (const word of text.split(/[^\p{L}'’-]+/u)) {
    if (word.length < 4) continue;
    words += 1;
    if (isCapital(word.charCodeAt(0))) capitals += 1;
  }
  return words >= 4 && capitals >= words * 0.75;
};

/** A letter of Latin, Greek or Cyrillic. */
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code < 0x590 && code !== 0xd7 && code !== 0xf7);
const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019;

const isCovered = (candidates: readonly Candidate[], index: number, at: number): boolean => {
  for (let i = Math.max(0, index - 2); i < candidates.length && i <= index + 2; i += 1) if (i !== index && candidates[i]!.start <= at && candidates[i]!.end > at) return true;
  return false;
};

/** Whether another name begins between a name and `at`. */
const isNamedBetween = (candidates: readonly Candidate[], index: number, at: number): boolean => (candidates[index + 1]?.start ?? Infinity) < at;

/** Whether `form` is a word of a longer name that stands from `from` to `to`. */
const holdsWord = (text: string, from: number, to: number, form: string): boolean => {
  const inside = to - from <= form.length ? -1 : text.slice(from, to).indexOf(form);
  if (inside < 0) return false;
  const at = from + inside;
  const isPart = (code: number): boolean => isLetter(code) || isDigit(code);
  return !isPart(text.charCodeAt(at - 1)) && !isPart(text.charCodeAt(at + form.length));
};

/** Whether two names may be a family's and its tier's, or a maker's and its model's. */
const areRelated = (one: Candidate, other: Candidate): boolean => one.options.some(({ entry: { record: a } }) => other.options.some(({ entry: { record: b } }) =>
  (a.family ?? a.id) === (b.family ?? b.id) || a.maker === b.id || b.maker === a.id || (a.maker !== undefined && a.maker === b.maker)));

const particles: ReadonlySet<string> = new Set('de du von van le la De Du Von Van Le La'.split(' '));

/** A capitalised word that is no mention stands right behind, as a surname does. */
const nameFollows = (text: string, candidates: readonly Candidate[], index: number): boolean => {
  let at = candidates[index]!.end;
  // "クロード・モネ"
  if (text.charCodeAt(at) === 0x30fb) return true;
  for (let words = 0; words < 2; words += 1) {
    const space = text.charCodeAt(at);
    if (space !== 32 && space !== 0xa0) return false;
    at += 1;
    let end = at;
    while (end < text.length && isLetter(text.charCodeAt(end))) end += 1;
    if (words === 0 && particles.has(text.slice(at, end))) {
      at = end;
      continue;
    }
    // "Claude Bloom": two such names make one person's.
    const next = candidates[index + 1];
    if (next && !next.sure && next.start === at && next.nameEnd === next.end && !areRelated(candidates[index]!, next)) return !isTitleCase(text);
    // "Claude Monet", but no "Claude AI".
    return end > at + 1 && isCapital(text.charCodeAt(at)) && !isCapital(text.charCodeAt(at + 1)) && !isCovered(candidates, index, at) && !isTitleCase(text);
  }
  return false;
};

/** "einen Codex", "a Jamba": an article that makes the name one of many, right before it; "a Claude model" is another matter. */
const oneOfMany = /(?<!\p{L})(?:an?|ein|eine[mnrs]?|une?|una|uno|um|uma|een|un['’])\s["“„«]?$/iu;
const modelBehind = /^[ -](?:\p{L}+[ -])?(?:model\p{L}*|modell\p{L}*|modèle\p{L}*|chat\p{L}*|bot|api|app|prompt|session|subscription|account|licen[cs]e|assistant|agent|instan\p{L}+|abo\p{L}*|user|response|output|variant\p{L}*|versi\p{L}+)/iu;

/** "piazza della Minerva", "rue du Mistral": a place or house of that name. */
const placeAhead = /(?<!\p{L})(?:piazza|piazzetta|viale|chiesa|basilica|palazzo|teatro|tempio|villa|hotel|albergo|rue|place|avenue|boulevard|église|théâtre|hôtel|château|square|calle|plaza|avenida|iglesia|teatro|templo|rua|praça|igreja|largo|street|road|church|theatre|theater|pub|hotel|straße|strasse|gasse|platz|kirche|gasthof|straat|plein|kerk|ulic[ayę]|plac|placu|kości[oó]ł\p{L}*|teatr\p{L}*)\s(?:(?:of|the|della?|dell['’]|di|dei|degli|du|de la|de|d['’]|del|da|do|van de|van|zur|zum|der)\s?)?["“„«]?$/iu;

/** A capitalised word that does not begin the sentence stands right before, as in a longer name. */
const namePrecedes = (text: string, candidates: readonly Candidate[], index: number, sentenceStart: number): boolean => {
  const { start } = candidates[index]!;
  const space = text.charCodeAt(start - 1);
  if (space === 0x30fb) return true;
  if (space !== 32 && space !== 0xa0 && space !== 45) return false;
  let at = start - 1;
  while (at > 0 && (isLetter(text.charCodeAt(at - 1)) || isApostrophe(text.charCodeAt(at - 1)) || text.charCodeAt(at - 1) === 46)) at -= 1;
  // Behind an apostrophe a word may begin: "l'Agence Gemini".
  for (let i = start - 2; i > at; i -= 1) if (isApostrophe(text.charCodeAt(i - 1)) && isCapital(text.charCodeAt(i))) at = i;
  if (at >= start - 1 || !isCapital(text.charCodeAt(at))) return false;
  const before = candidates[index - 1];
  const isName = before !== undefined && before.start === at && !before.sure && before.end === start - 1 && !areRelated(before, candidates[index]!);
  return isName || (!isCovered(candidates, index, at) && (at - sentenceStart > 100 || text.slice(sentenceStart, at).trim() !== ''));
};

/** What the run's other names say for one reading of a name. */
interface Neighbours {
  /** Sure names on AI in the same sentence, elsewhere in the run. */
  readonly inSentence: number;
  readonly inRun: number;
  /** Such names in the same sentence of another record than its own family. */
  readonly hasOthers: boolean;
  /** The family is surely named in the run, and nothing else on AI but perhaps its maker. */
  readonly isAloneInRun: boolean;
  /** Doubtful names of other records, capitalised, in the same sentence. */
  readonly doubtful: number;
  /** Those among them that are in little doubt themselves and share no other sense with it. */
  readonly independent: number;
  /** Stands beside another assistant in a list. */
  readonly listed: boolean;
  /** Another assistant is named in the same sentence, surely or not. */
  readonly rival: boolean;
  /** Stands in a list beside a sure model that is printed in lower case too: "gemma3:4b and mistral". */
  readonly besideIdentifier: boolean;
  /** An assistant, in a sentence all in lower case that surely names another one so: "chatgpt flatters, gemini refuses". */
  readonly besideLower: boolean;
  /** The record's maker: 2 beside it, 1 in the same sentence. */
  readonly maker: number;
  /** Stands in a list beside what is surely a model, or a maker. */
  readonly besideModel: boolean;
  readonly besideMaker: boolean;
  /** The maker's name is joined to it: "OpenAI's Sora", "Sora d'OpenAI". */
  readonly owned: boolean;
  /** What it makes is named in the same sentence. */
  readonly makes: boolean;
  /** A longer name before, which is safe, holds this one as it is printed here: "Amazon Nova Pro", and then "Nova". */
  readonly isIntroduced: boolean;
}

/** Between a name and what it is called for short: "(", ", also known as the", ", kurz". */
const shortFor = /^\s?[(（]\s?(?:(?:the|der|die|das|le|la|el|il|o|a|de|het|kurz|short|or|alias)\s)?["“„«'‘]?$|^,?\s?(?:also called|also known as|known as|better known as|or|also|aussi|in short|for short|short|abbreviated(?: to)?|kurz|kurz auch|oder|auch|abgekürzt|genannt|bekannt als|dit|dite|ou|appelé|aussi appelé|connu sous le nom de|en abrégé|abrégé|o|llamado|llamada|conocido como|conocida como|también llamad[oa]|detto|detta|ovvero|o anche|noto come|nota come|in breve|ou|chamad[oa]|conhecid[oa] como|abreviad[oa]|of|ook wel|afgekort|kortweg|bekend als|czyli|zwan[yae]|znan[yae] jako|w skrócie(?: też| także)?|tzw\.)(?:\s(?:the|der|die|das|le|la|l['’]|el|il|lo|o|a|de|het))?\s?["“„«'‘]?$|^(?:（|，)?(?:简称|又称|以下简称|即|略称|通称|약칭|이하|줄여서)\s?["“‘「]?$/iu;

/** The other way round: "the CRA, the EU's Cyber Resilience Act", "CRA (Cyber Resilience Act)". */
const longFor = /^(?:\s?[(（]|, )(?:(?:the|der|die|das|le|la|el|il|lo|o|a|de|het) )?(?:EU['’]s )?["“„«‘]?$/iu;

/** ", the cook,": an article and a few words between commas. */
const defining = /^, (?:(?:the|an?|my|our|der|die|das|eine?|le|la|une?|el|il|lo|una|uno|o|um|uma|de|het|een) |l['’])[^,;.:]{2,26},/i;

/** "(coxed four)", "(rabbit)": the same in a bracket. */
const definingBracket = /^ \((?:the |an? |my |our |der |die |das |eine? |unser |mein |le |la |une? |mon |el |una |mi |il |uno |mio |o |a |um |uma |de |het |een |mijn )?\p{L}[\p{Ll} ]{2,22}\)/u;

/** An article between a verb and its object. */
const beforeObject = /^\s?(?:(?:the|el|la|il|lo|le|o|a|den|das|der|die|het|de) )?["“„«]?$/i;

/** Languages in which a form is an everyday word; elsewhere it is a name, if not always ours. */
const homes: ReadonlyMap<string, string> = new Map(Object.entries({
  Meta: 'en es it pt pl', Grok: 'en', Apple: 'en', Amazon: 'en', Intel: 'en', Runway: 'en', Perplexity: 'en de', Whisper: 'en', Copilot: 'en de', Granite: 'en', Snowflake: 'en', 'Le Chat': 'fr',
}));

/** A word in Latin letters: in an Asian text the animal or sign of that name has another. */
const isLatinWord = /^[A-Z][a-z]{3,}$/;

/** "phi-4" */
const identifier = /^[a-z]+-[\d.]+$/;

/** A word behind a name that begins an English sentence, with which it may make another thing: "Granite setts". */
const nounBehind = /^ (?!(?:is|are|was|were|has|have|had|can|could|will|would|may|might|must|does|did|and|or|but|if|in|on|at|for|to|of|as|with|by|from|who|which|that|when|than|because|while|isn|doesn|also|now|still|not|itself|then|so|just|seems?|gets?|got|goes|went|came|runs?|ran|says|said|wrote|gave|gives|made|makes|took|takes|did)(?!\p{L}))\p{Ll}{3}/u;

/** The rest of a compound, but for words for software and its use: "Mistral-Ventilator", and not "Llama-Nutzung". */
const compoundBehind = /^-(?!nutz|modell|model|varian|version|famil|entwickl|lizen|app|api|abo|konto|chat|bot|prompt|antwort|server|instan|gewicht|cod|funktion|schnittstelle|sprach|assist|gebruik|based|powered|generat|like|style|serie|reihe|update|release|ausgab)\p{L}{4}/iu;

/** Somebody's own act or bill, with a name that is none of the record's words: "Vermont's HB 3773". */
const ownedBy = /(?<![\p{L}-])(\p{Lu}\p{L}+)['’]s $/u;

/** "클로드 씨", "クロードさん", "克劳德先生" */
const honorific = /^ ?(?:씨|님|군|양)(?=[은는이가을를의와과도에,. ]|$)|^(?:さん|くん|ちゃん|先生|女士|小姐)/u;

/** A bracket of words in lower case. */
const spelledOut = /^ \((\p{Ll}+(?:[ -]\p{Ll}+){1,5})\)/u;

/** "under Apache 2.0" */
const underIt = /(?<!\p{L})(?:under|unter|sous|bajo|sotto|sob|onder) $/iu;

/** The number of an article right before an act's name: "Art. 53(1)(a) to (d) AIA". */
const behindArticle = /(?<!\p{L})art(?:\.|t\.|s\.|icles?|ikeln?|[íi]culos?|icol[oi]|igos?|ykuł\p{L}*|ikelen)\s{1,2}\d[^;:!?\p{L}]*(?:(?:\p{L}|to|lit|abs|bis|and|und|et|ust|lid|pkt)(?!\p{L})[^;:!?\p{L}]*){0,5}\s$/iu;

/** A word for a licence right behind its name, or right before it. */
const licenceBehind = /^[ -](?:licen[cs]e|lizenz|licentie)/i;
const licenceAhead = /(?<!\p{L})(?:licen[cs]es?|lizenz(?:en)?|licencias?|licenz[ae]|licenças?|licenties?|licencj\p{L}{1,3})(?:[ :] ?| (?:is|ist|est|es|è|é|to|sea|será|sia|seja)(?: the| die| la| le| a| de)? )["“„«]?$/iu;

/** What stands between a thing and who made it, right before the maker's name. */
const bySomebody = /(?:^|\s)(?:from|by|of|von|de|di|da|do|van|od|par|por|firmy)\s$/i;

/**
 * What a cue weighs for a profile, packed: tenths for AI, tenths for the form, tenths against it, and the group with a rule
 * of its own. A word may be in several of the form's groups: it counts once, by its largest weight.
 */
const weightsOf = (profile: Profile, cue: number, senses: Senses): number => {
  const known = profile.weights.get(cue);
  if (known !== undefined) return known;
  const set = senses.groupsOf(cue);
  let ai = 0;
  let own = 0;
  let against = 0;
  let special = 0;
  for (let i = 0; i < set.length; i += 2) {
    const group = set[i]!;
    const weight = set[i + 1]!;
    if (profile.ai && group === aiGroup) ai = weight;
    const speaks = profile.cues.includes(group);
    const contradicts = profile.against.includes(group);
    if (speaks) own = Math.max(own, weight);
    if (contradicts) against = Math.max(against, weight);
    if ((speaks || contradicts) && (group === makerVerbs || group === calledBy || group === sameName || group === usedWith)) special |= 1 << group;
  }
  const packed = ai + own * 256 + against * 65536;
  const weights = packed === 0 ? 0 : packed + special * 16777216;
  profile.weights.set(cue, weights);
  return weights;
};

/** Weighs every reading of every name of `candidates`, which are in order, into their options. `trace` gets the reasons. */
export const weighRun = (
  text: string, candidates: readonly Candidate[], lexicon: Lexicon, lang: string | undefined, trace?: (option: Option) => Evidence[],
): void => {
  const doubtful = candidates.filter((candidate) => !candidate.sure || candidate.options.length > 1);
  if (doubtful.length === 0) return;
  const senses = sensesOf(lexicon);
  const sentenceEnds = findSentenceEnds(text);
  const isAsian = lang !== undefined && /^(?:zh|ja|ko)/.test(lang);
  const cues = findNear(text, doubtful, lexicon);
  const sentences = candidates.map((candidate) => sentenceOf(sentenceEnds, candidate.start));
  const cueSentences: number[] = [];
  for (let i = 0; i < cues.length; i += 3) cueSentences.push(sentenceOf(sentenceEnds, cues[i]!));
  let fromCue = 0;
  candidates.forEach((candidate, index) => {
    if (candidate.sure && candidate.options.length === 1) return;
    while (fromCue < cues.length && cues[fromCue]! < candidate.start - reachChars) fromCue += 3;
    for (const option of candidate.options) {
      weighOption(option, index, trace?.(option));
    }
  });
  shareRoles(text, candidates);

  function neighboursOf(option: Option, index: number, isFirst: boolean): Neighbours {
    const { entry: { record, text: form } } = option;
    const candidate = candidates[index]!;
    let inSentence = 0;
    let inRun = 0;
    let hasOthers = false;
    let hasKin = false;
    let isAlone = true;
    let doubtfulCount = 0;
    let independent = 0;
    let listed = false;
    let maker = 0;
    let isIntroduced = false;
    let makes = false;
    let besideModel = false;
    let besideMaker = false;
    let rival = false;
    let besideIdentifier = false;
    let besideLower = false;
    const isChat = option.entry.profile > 0 && senses.profile(option.entry.profile).assistant && (option.spelling & spelling.lowerFirst) !== 0 && startsLower(index);
    let owned = false;
    const print = text.slice(candidate.start, candidate.nameEnd);
    // Two first names may be two people.
    const isPerson = option.entry.profile > 0 && senses.profile(option.entry.profile).person;
    // "Bloom": words on AI near by do not vouch for it, a list of models does.
    const isDoubted = record.kind === 'model' && option.entry.profile > 0 && !senses.profile(option.entry.profile).ai;
    const isRival = (profile: Profile): boolean => profile.assistant && !(isPerson && profile.person);
    for (let i = Math.max(0, index - reachNames); i < candidates.length && i <= index + reachNames; i += 1) {
      const other = candidates[i]!;
      if (i === index || Math.abs(other.start - candidate.start) > reachChars) continue;
      const same = sentences[i] === sentences[index];
      for (const { entry: { record: theirs } } of other.sure ? other.options : []) {
        if ((theirs.family ?? theirs.id) === (record.family ?? record.id)) hasKin = true;
        else if (speaksOfAi(theirs) && theirs.id !== record.maker) isAlone = false;
      }
      const first = other.options[0]!.entry.record;
      // "the Artificial Intelligence and Data Act ... AIDA"
      isIntroduced ||= i < index && record.kind !== 'model' && other.options.some((one) => one.entry.record === record && one.entry.text !== form && (one.sure || one.score >= 0)) && /^\p{Lu}{2,6}$/u.test(form);
      if (same && (candidate.options.length > 1 || (isDoubted && other.sure)) && isListed(text, candidate, other)) {
        besideModel ||= other.options.every(({ entry: { record: { kind } } }) => kind === 'model' || kind === 'product');
        besideMaker ||= other.options.every(({ entry: { record: { kind } } }) => kind === 'company' || kind === 'organisation');
      }
      besideLower ||= isChat && same && other.sure && (first.kind === 'product' || first.kind === 'model') && (other.options[0]!.spelling & spelling.lowerFirst) !== 0;
      besideIdentifier ||= other.sure && first.kind === 'model' && text.charCodeAt(other.start) > 96 && isListed(text, candidate, other);
      rival ||= same && (first.family ?? first.id) !== (record.family ?? record.id) && other.options.some((one) => !(i < index && one.score < -3) && (one.spelling & spelling.lowerFirst) === 0 && one.entry.profile > 0 && isRival(senses.profile(one.entry.profile)));
      makes ||= record.kind === 'company' && same && other.options.some((one) => one.entry.record.maker === record.id && (one.spelling & spelling.lowerFirst) === 0);
      isIntroduced ||= i < index && other.sure && (first.family ?? first.id) === (record.family ?? record.id) && print === form && text.slice(other.start, other.end).includes(form);
      if (record.maker !== undefined && same && other.options.some((one) => one.entry.record.id === record.maker)) {
        // "Google's Gemini", "Google renamed Bard"; "Claude, the assistant of Anthropic".
        const near = other.end <= candidate.start ? wordsBetween(text, other.end, candidate.start) <= 2 : wordsBetween(text, candidate.end, other.start) <= 4;
        // "Databricks' Dolly 2.0": joined to another mention of the family.
        const next = candidates[i + 1];
        const isTaken = i + 1 !== index && next !== undefined && next.start - other.end <= 3 && next.options.some(({ entry: { record: theirs } }) => (theirs.family ?? theirs.id) === (record.family ?? record.id));
        const isNearer = isFirst && candidates.slice(index + 1, index + 1 + reachNames).some((one) => one.sure && one.start < other.end && one.options.some(({ entry: { record: theirs } }) => (theirs.family ?? theirs.id) === (record.family ?? record.id)));
        if (!isNearer) maker = (near && !isTaken) || maker === 2 ? 2 : 1;
        owned ||= other.end <= candidate.start ? /^(?:['’]?s?|の|的|의)\s?["“「„«]?$/.test(text.slice(other.end, candidate.start)) : /^["”」“»]?\s(?:d['’]|dell['’]|(?:de|di|da|do|del|de la|von|van|od|by|from|firmy) )$/.test(text.slice(candidate.end, other.start));
      } else if (other.sure && (speaksOfAi(first) || (record.kind !== 'concept' && areKin(first, record)))) {
        // The full name behind it says nothing of what stands bare before.
        const isOwn = isFirst && (first.family ?? first.id) === (record.family ?? record.id);
        if (same && !isOwn) {
          inSentence += isListed(text, candidate, other) ? 1.5 : 1;
          hasOthers ||= (first.family ?? first.id) !== (record.family ?? record.id);
        } else if (!isOwn) inRun += 1;
      } else if (same && first.id !== record.id && other.options.some((one) => !(i < index && one.score < -3 && one.entry.profile > 0 && senses.profile(one.entry.profile).person) && speaksOfAi(one.entry.record) && (one.spelling & spelling.lowerFirst) === 0 && one.entry.text !== form)) {
        // "Nova Gorica", "Orca Air" are names of other things.
        const isOther = !isListed(text, candidate, other) && !other.specific && nameFollows(text, candidates, i);
        if (!isOther && (!isPerson || other.options.some((one) => one.entry.profile === 0 || !senses.profile(one.entry.profile).person))) {
          doubtfulCount += 1;
          if (!isPerson && other.options.every((one) => !shareSense(option.entry, one.entry) && isFairlySafe(one.entry))) independent += 1;
        }
        listed ||= other.options.some((one) => one.entry.profile > 0 && senses.profile(one.entry.profile).assistant) && isListed(text, candidate, other);
      }
    }
    return { inSentence, hasOthers, isAloneInRun: hasKin && isAlone, inRun, doubtful: doubtfulCount, independent, listed, maker, makes, isIntroduced, besideModel, besideMaker, rival, besideIdentifier, besideLower, owned };
  }

  /** Whether the sentence of a name begins without a capital. */
  function startsLower(index: number): boolean {
    const from = sentences[index]! > 0 ? sentenceEnds[sentences[index]! - 1]! : 0;
    return /^[^\p{L}]*\p{Ll}/u.test(text.slice(from, from + 40));
  }

  function isFairlySafe({ profile }: NameEntry): boolean {
    return profile === 0 || senses.profile(profile).doubt <= 1.5;
  }

  /** Whether both forms have another sense in one subject: a llama and an alpaca are animals. */
  function shareSense(one: NameEntry, other: NameEntry): boolean {
    if (one.profile === 0 || other.profile === 0) return false;
    const { against } = senses.profile(other.profile);
    return senses.profile(one.profile).against.some((group) => group >= firstSubject && against.includes(group));
  }

  /** "the Cyber Resilience Act, also called the CRA": right behind a sure name of the same record. */
  function isShortFor({ start, end }: Candidate, index: number, record: LexiconRecord): boolean {
    const after = candidates[index + 1];
    if (after?.sure && after.options[0]!.entry.record === record && after.start - end < 24 && longFor.test(text.slice(end, after.start))) return true;
    const before = candidates[index - 1];
    if (!before?.sure || before.options[0]!.entry.record !== record || start - before.end > 40) return false;
    return shortFor.test(text.slice(before.end, start));
  }

  /** 1: a doubtful name; 2: a part of a sure name of the same record or family. */
  function coverOf(start: number, end: number, index: number, record: LexiconRecord): 0 | 1 | 2 {
    for (let i = Math.max(0, index - reachNames); i < candidates.length && i <= index + reachNames; i += 1) {
      const other = candidates[i]!;
      if (start < other.start || end > other.end) continue;
      if (!other.sure) return 1;
      const theirs = other.options[0]!.entry.record;
      // "Apache License 2.0" says nothing for "MIT".
      if (record.kind === 'licence' && theirs.kind === 'licence' && theirs !== record) return 1;
      return end - start < other.end - other.start && (theirs.family ?? theirs.id) === (record.family ?? record.id) ? 2 : 0;
    }
    return 0;
  }

  /** Whether the record is named nearer to a word, or in the other sentence that it stands in: the word speaks of that mention. */
  function isOthers(at: number, end: number, sentence: number, index: number, record: LexiconRecord): boolean {
    const own = candidates[index]!;
    const distance = at >= own.end ? at - own.end : own.start - end;
    for (let i = Math.max(0, index - reachNames); i < candidates.length && i <= index + reachNames; i += 1) {
      if (i === index || sentences[i] !== sentence) continue;
      const other = candidates[i]!;
      if (sentence === sentences[index] && (at >= other.end ? at - other.end : other.start - end) >= distance) continue;
      if (other.options.some(({ entry: { record: theirs } }) => (theirs.family ?? theirs.id) === (record.family ?? record.id)) && (other.sure || !nameFollows(text, candidates, i))) return true;
    }
    return false;
  }

  function isNamedAt(at: number, index: number, record: LexiconRecord): boolean {
    for (let i = Math.max(0, index - reachNames); i < candidates.length && i <= index + reachNames; i += 1) {
      if (i !== index && candidates[i]!.start === at && candidates[i]!.options.some(({ entry }) => entry.polish && entry.record === record)) return true;
    }
    return false;
  }

  /** Whether the run names the bare family too: "GPT is an enzyme, GPT-2 a model". */
  function hasBareName(index: number, record: LexiconRecord): boolean {
    // "Gemini 2.5" too, of which there is no record of its own; "Falcon 9" is no version for certain.
    const family = record.family ?? (/\.\d/.test(candidates[index]!.unknownVersion ?? '') ? record.id : undefined);
    if (family === undefined) return false;
    for (let i = Math.max(0, index - reachNames); i < candidates.length && i <= index + reachNames; i += 1) {
      const other = candidates[i]!;
      if (i !== index && !other.sure && !other.specific && other.options.some(({ entry: { record: theirs } }) => theirs.id === family)) return true;
    }
    return false;
  }

  function nearness(candidate: Candidate, same: boolean, at: number, end: number): number {
    const gap = at >= candidate.end ? at - candidate.end : candidate.start - end;
    if (!same) return gap < 200 ? 0.6 : gap < 600 ? 0.35 : 0.2;
    if (gap <= 2) return at >= candidate.end && gap === 1 ? 1.8 : 1.4;
    if (isAppositive(candidate, at)) return 1.4;
    return gap < 160 ? 1 : 0.7;
  }

  /** How much a word tells which of two records of one name is meant: who does something stands beside it. */
  function roleNearness(candidate: Candidate, same: boolean, at: number, end: number): number {
    const gap = at >= candidate.end ? at - candidate.end : candidate.start - end;
    return !same ? 0.6 : gap <= 2 ? 1.2 : gap < 30 ? 1 : 0.7;
  }

  /** "Claude, the assistant of ...": the word at `at` says what the name is. */
  function isAppositive({ end }: Candidate, at: number): boolean {
    const mark = text.charCodeAt(end);
    return (mark === 44 || mark === 40) && at > end && at - end < appositiveReach && wordsBetween(text, end + 1, at) <= 1;
  }

  /** Whether a name of these letters is said to be the record behind this one: who says what a name is says so the first time. */
  function isDefinedLater(index: number, { record, text: form }: NameEntry): boolean {
    for (let i = index + 1; i < candidates.length && i <= index + reachNames; i += 1) {
      const other = candidates[i]!;
      if (!other.options.some(({ entry }) => entry.text === form && entry.record === record)) continue;
      return definedAt(other, other.options.find(({ entry }) => entry.record === record)!.entry) || isMadeAt(i, record);
    }
    return false;
  }

  /** "Claude ... Claude Monet": the word is joined to another name of these letters. */
  function standsBeside(at: number, end: number, index: number, { text: form }: NameEntry): boolean {
    for (let i = Math.max(0, index - reachNames); i < candidates.length && i <= index + reachNames; i += 1) {
      const other = candidates[i]!;
      if (i !== index && other.options[0]!.entry.text === form && ((at - other.end === 1 && (isCapital(text.charCodeAt(at)) || text.charCodeAt(at) > 0xabff)) || (at === other.start && end > other.end))) return true;
    }
    return false;
  }

  /** "Gemma, la cuoca, ...": a word of its own says what the name is, with no other name in it. */
  function isOtherwiseDefined(index: number): boolean {
    const { end } = candidates[index]!;
    const aside = defining.exec(text.slice(end, end + 40)) ?? definingBracket.exec(text.slice(end, end + 40));
    return aside !== null && (candidates[index + 1]?.start ?? Infinity) >= end + aside[0].length;
  }

  /** "Gemini, le robot de Google": the maker stands behind the name's comma. */
  function isMadeAt(index: number, { maker }: LexiconRecord): boolean {
    const next = candidates[index + 1];
    const { end } = candidates[index]!;
    return maker !== undefined && next !== undefined && text.charCodeAt(end) === 44 && next.start - end < 40 && next.options.some(({ entry }) => entry.record.id === maker)
      && sentences[index + 1] === sentences[index];
  }

  /** "The R1 in the garage ... DeepSeek-R1": a short code is first printed where nothing has said yet what it is short for. */
  function isBareFirst({ text: form, record }: NameEntry, index: number): boolean {
    if (/^\p{Ll}/u.test(form)) return false;
    const { start } = candidates[index]!;
    let bare = false;
    for (let i = Math.max(0, index - reachIntroduction); i < candidates.length && i <= index + reachNames; i += 1) {
      const other = candidates[i]!;
      if (Math.abs(other.start - start) > reachChars) continue;
      if (other.sure && holdsWord(text, other.start, other.end, form)) return bare;
      bare ||= other.options.some(({ entry }) => entry.record === record && entry.text === form) && text.startsWith(form, other.start);
    }
    return false;
  }

  /** Whether a word of the form's own, or one on AI, stands right behind a name as what it is. */
  function definedAt(candidate: Candidate, entry: NameEntry): boolean {
    const profile = entry.profile === 0 ? (entry.record.kind === 'regulation' ? plainLaw : plainProfile) : senses.profile(entry.profile);
    for (let i = fromCue; i < cues.length && cues[i]! < candidate.end + appositiveReach; i += 3) {
      if (!isAppositive(candidate, cues[i]!)) continue;
      const weights = weightsOf(profile, cues[i + 2]!, senses);
      if ((weights & 255) >= 5 || ((weights >>> 8) & 255) >= 8) return true;
    }
    return false;
  }

  /** "Our GPT (general practice trainee)": words in a bracket spell the name out, and none of them is on AI. */
  function isShortForOther({ end }: Candidate, { text: form }: NameEntry, profile: Profile): boolean {
    if (!/^\p{Lu}{2,5}$/u.test(form)) return false;
    const words = spelledOut.exec(text.slice(end, end + 60))?.[1];
    if (words === undefined || words.split(/[ -]/).map((word) => word.charAt(0)).join('').toUpperCase() !== form) return false;
    const to = end + 2 + words.length;
    for (let i = fromCue; i < cues.length && cues[i]! < to; i += 3) if (cues[i]! > end && (weightsOf(profile, cues[i + 2]!, senses) & 65535) > 0) return false;
    return true;
  }

  /** Whether a name stands right before as the owner of an act, and none that speaks for the record. */
  function isSomebodysOwn(start: number, index: number, profile: Profile): boolean {
    const owner = ownedBy.exec(text.slice(Math.max(0, start - 24), start));
    if (!owner || isCovered(candidates, index, start - owner[0].length)) return false;
    const at = start - owner[0].length;
    for (let i = fromCue; i < cues.length && cues[i]! <= at; i += 3) if (cues[i + 1]! > at && ((weightsOf(profile, cues[i + 2]!, senses) >>> 8) & 255) > 0) return false;
    return true;
  }

  /** "Granite setts", "Mistral-Ventilator": a noun behind the name makes it another thing, where the name is a word too. */
  function isPartOfThing({ start, end }: Candidate, index: number, { doubt }: Profile): boolean {
    const after = text.slice(end, end + 12);
    if (doubt < 1.5) return false;
    if (compoundBehind.test(after)) return true;
    // In mid-sentence the capital says that it is a name.
    return doubt >= 1.8 && (lang === undefined || lang.startsWith('en')) && nounBehind.test(after)
      && text.slice(sentences[index]! > 0 ? sentenceEnds[sentences[index]! - 1]! : 0, start).trim() === '';
  }

  /** Whether a bare name of these letters was somebody else before in the run. */
  function isDeniedBefore({ text: form, record }: NameEntry, index: number): boolean {
    for (let i = Math.max(0, index - reachIntroduction); i < index; i += 1) {
      const other = candidates[i]!;
      if (!other.specific && candidates[index]!.start - other.start < reachChars && text.startsWith(form, other.start) && other.options.some(({ entry, sure, score }) => !sure && score < 0 && entry.record === record && entry.text === form)) return true;
    }
    return false;
  }

  function weighOption(option: Option, index: number, reasons: Evidence[] | undefined): void {
    const candidate = candidates[index]!;
    const { entry } = option;
    const profile = entry.profile === 0 ? (entry.record.kind === 'regulation' ? plainLaw : plainProfile) : senses.profile(entry.profile);
    const { start, end, nameEnd } = candidate;
    const name = text.slice(start, nameEnd).toLowerCase();
    // What stands in the same sentence, and what stands elsewhere in the run.
    let aiHere = 0;
    let aiThere = 0;
    let ownHere = 0;
    let ownThere = 0;
    let againstHere = 0;
    let againstThere = 0;
    let ownEnd = 0;
    let aiEnd = 0;
    let againstEnd = 0;
    let role = 0;
    let againstNative = 0;
    let talk = 0;
    const isDefined = definedAt(candidate, entry);
    const isCalledLicence = entry.record.kind === 'licence' && (licenceBehind.test(text.slice(end, end + 12)) || (/\d/.test(entry.text) && underIt.test(text.slice(Math.max(0, start - 10), start))) || licenceAhead.test(text.slice(Math.max(0, start - 24), start)));
    const isFirst = !candidate.specific && isBareFirst(entry, index);
    const neighbours = neighboursOf(option, index, isFirst);
    for (let i = fromCue; i < cues.length; i += 3) {
      const at = cues[i]!;
      const cueEnd = cues[i + 1]!;
      if (at > end + reachChars) break;
      // A word of the name itself says nothing, nor does the same word elsewhere; a phrase around it does: "at MIT".
      // A letter is a word in Chinese: "吃豆包".
      if (at < end && cueEnd > start && !(at <= start && cueEnd >= nameEnd && cueEnd - at > nameEnd - start + (text.charCodeAt(start) > 0x2fff ? 0 : 1))) continue;
      const weights = weightsOf(profile, cues[i + 2]!, senses);
      if (weights === 0) continue;
      // What only a maker does, right behind its name: "DeepSeek released ..."; and "named", right before a name.
      const special = weights >>> 24;
      // "Mistral, the airline of that name"
      const stands = special === 0
        || ((special & (1 << makerVerbs)) !== 0 && at >= nameEnd && at - nameEnd < 5)
        || ((special & (1 << calledBy)) !== 0 && cueEnd <= start && start - cueEnd < 3)
        || ((special & (1 << usedWith)) !== 0 && (cueEnd <= start ? beforeObject.test(text.slice(cueEnd, start)) : at >= nameEnd && at - nameEnd < 2 && text.charCodeAt(at) > 0x2fff))
        || ((special & (1 << sameName)) !== 0 && at > end && at - end < 40 && /^,\s|^（|^ \(/.test(text.slice(end, end + 2)) && !text.slice(end + 1, at).includes(',') && !isNamedBetween(candidates, index, at));
      if (!stands) continue;
      // "AI act" is not in doubt less because an act is spoken of.
      if (entry.record.kind === 'regulation' && (option.spelling & spelling.lower) !== 0 && name.includes(text.slice(at, cueEnd).toLowerCase())) continue;
      let aiMost = (weights & 255) / 10;
      let ownMost = ((weights >>> 8) & 255) / 10;
      let againstMost = ((weights >>> 16) & 255) / 10;
      // Of words within words the longest counts: "language model" and "model" are one.
      if (at < ownEnd) ownMost = 0;
      if (at < aiEnd || ownMost > 0 || at < ownEnd) aiMost = 0;
      if (at < againstEnd) againstMost = 0;
      if (aiMost + ownMost + againstMost === 0) continue;
      if (cueEnd - at === nameEnd - start && text.slice(at, cueEnd).toLowerCase() === name) continue;
      const cover = coverOf(at, cueEnd, index, entry.record);
      if (cover === 2) continue;
      if (ownMost > 0) ownEnd = cueEnd;
      if (aiMost > 0) aiEnd = cueEnd;
      if (againstMost > 0) againstEnd = cueEnd;
      const same = cueSentences[i / 3] === sentences[index];
      const distance = nearness(candidate, same, at, cueEnd);
      // A word that is in doubt itself says little for another name.
      const near = distance * (cover === 1 ? 0.2 : 1) * (isOthers(at, cueEnd, cueSentences[i / 3]!, index, entry.record) ? 0.3 : 1);
      if (ownMost > 0) {
        if (same) ownHere += ownWeight * ownMost * near;
        else ownThere += ownWeight * ownMost * near;
        if (profile.person && senses.groupsOf(cues[i + 2]!).some((group, k) => k % 2 === 0 && group === chatGroup)) talk += ownWeight * ownMost * near;
        role += ownWeight * ownMost * near * roleNearness(candidate, same, at, cueEnd);
        reasons?.push({ says: 'for', weight: ownWeight * ownMost * near, what: `"${text.slice(at, cueEnd)}" speaks for it` });
      } else if (aiMost > 0) {
        if (same) aiHere += aiMost * near;
        else aiThere += aiMost * near;
        reasons?.push({ says: 'for', weight: aiMost * near, what: `"${text.slice(at, cueEnd)}" is a word on AI` });
      }
      // "Claude von Anthropic" is not a person of that name.
      if (againstMost > 0 && !(neighbours.maker === 2 && at <= start && cueEnd > end)) {
        // "Meta tags", "meta-analysis": said of that word, and little of the name elsewhere.
        const isOther = (cueEnd <= start || at >= end) && cueEnd - at > nameEnd - start && text.slice(at, cueEnd).toLowerCase().includes(name);
        // "GPT is an enzyme; GPT-2 wrote ...": said of the bare name.
        // "Mecie" is a case of "Meta" as well as of the Polish for a finish.
        if (isNamedAt(at, index, entry.record)) continue;
        const isBare = (candidate.specific || /\d/.test(entry.text)) && hasBareName(index, entry.record);
        const weight = againstWeight * againstMost * distance * (isBare ? 0.1 : isOther ? (isAsian ? 0.2 : 0.25) : 1) * (isCalledLicence ? 0.1 : isDefined ? 0.5 : 1) * (neighbours.owned ? 0.3 : 1)
          * (standsBeside(at, cueEnd, index, entry) ? 0.2 : 1)
          // "文心雕龙" is one word.
          * (text.charCodeAt(start) > 0x2fff && at <= start && cueEnd > nameEnd ? 2.5 : 1);
        if (isAsian && distance < 1.4 && text.charCodeAt(at) > 0x2e7f && isLatinWord.test(entry.text)) againstNative += weight;
        else if (same) againstHere += weight;
        else againstThere += weight;
        reasons?.push({ says: 'against', weight, what: `"${text.slice(at, cueEnd)}" belongs to another sense` });
      }
    }
    // Where something speaks for it, a Chinese word for the sign or the animal says that these are not what the Latin name means.
    againstHere += againstNative * (ownHere + ownThere >= 1 ? 0.4 : 1);
    // People ask, answer and summarise too.
    if (talk > mostOfTalk && aiHere + aiThere === 0 && ownHere + ownThere - talk < 0.5 && neighbours.inSentence + neighbours.inRun === 0 && !neighbours.rival && neighbours.maker === 0) {
      ownHere = Math.min(ownHere, mostOfTalk);
      ownThere = Math.min(ownThere, mostOfTalk - ownHere);
    }
    // A page may hold both senses: a clear word in the sentence outweighs what other sentences say.
    const forHere = Math.min(aiHere, 4) + Math.min(ownHere, 7);
    const forThere = Math.min(aiThere, 3) + Math.min(ownThere, 4);
    const contested = againstHere >= 2.5;
    let score = forHere + (contested ? forThere * 0.2 : forThere);
    const totalAgainst = Math.min(againstHere + (forHere >= 2.5 ? againstThere * 0.3 : againstThere), 12);
    let againstShare = 1;
    const add = (weight: number, what: string): void => {
      if (weight === 0) return;
      score += weight;
      reasons?.push({ says: weight > 0 ? 'for' : 'against', weight: Math.abs(weight), what });
    };
    const isModel = entry.record.kind === 'model';
    let isSpecific = isModel && candidate.specific;
    // Identifiers are in lower case: "whisper-large-v3".
    const lower = (option.spelling & (spelling.lowerFirst | spelling.lower)) !== 0 && !neighbours.besideLower && !(isSpecific && text.charCodeAt(nameEnd) === 45) && !identifier.test(text.slice(start, nameEnd));
    // Beside names with their capitals, a word without one is meant as a word; so is one with a clear word against it.
    const share = (lower ? 0.35 : 1) * (contested ? 0.4 : 1) * (profile.doubt > 2 ? 0.6 : 1);
    // Nothing in its own sentence says what the name is, and hardly anything near by.
    const isSilent = !isSpecific && forHere < 0.5 && forThere < 2 && !neighbours.hasOthers && neighbours.maker === 0;
    const isBare = isFirst && !neighbours.owned && neighbours.maker < 2
      && (entry.text.length < 4 || (profile.doubt >= 1.8 && forHere < 1.5) || (profile.doubt >= 1 && isSilent) || (!isDefined && isOtherwiseDefined(index)));
    const isUnsaid = isModel && isSilent && neighbours.isAloneInRun && neighbours.doubtful === 0 && profile.doubt >= 1.5;
    const isThing = isModel && isSilent && !profile.person && !lower && isPartOfThing(candidate, index, profile);
    const isDenied = isSilent && !isBare && (profile.person || profile.doubt >= 1.5) && isDeniedBefore(entry, index);
    option.isBare = isFirst || isDenied;
    if (neighbours.isIntroduced && !contested && !isBare && !isDenied && !isThing) add(profile.person ? 1 : 2.5, 'named in full before');
    // Words of other languages are rare between Chinese, Japanese and Korean ones; names are not.
    if (!lower && isAsian && !contested && /^\p{Lu}[ -~]*[a-z]/u.test(entry.text)) add(0.7, 'a Latin name in an Asian text');
    if (isModel ? neighbours.besideModel : neighbours.besideMaker) role += 3;
    if (neighbours.makes) {
      add(1.2 * share, 'what it makes is named');
      role += 1;
    }
    if (neighbours.maker > 0) add(neighbours.maker === 2 ? 3.5 * (lower ? 0.35 : 1) * (contested ? 0.5 : 1) : 2 * share, 'its maker is named');
    if (neighbours.owned && !lower) add(2, 'is called its maker’s own');
    if (profile.ai || isBody(entry.record)) {
      add(Math.min(neighbours.inSentence * 1.75, 3) * share, 'sure names in the sentence');
      if (!contested) add(Math.min(neighbours.inRun * 0.75, 1.5) * share, 'sure names near by');
    }
    if (isModel && candidate.specific) add(candidate.unknownVersion !== undefined && /^\d+$/.test(candidate.unknownVersion) ? 1 : 3, 'a version, size or variant follows');
    else if (isSoftware(entry.record) && /^(?:[ -]v?\d+\.\d|[=<>~]=\s?\d)/.test(text.slice(nameEnd, nameEnd + 6))) {
      add(/^[ -]/.test(text.slice(nameEnd, nameEnd + 1)) ? 3 : 6, 'a version follows');
      isSpecific = true;
    }
    if (isModel && lower && neighbours.besideIdentifier) add(5, 'stands beside an identifier in a list');
    if (isModel && !profile.ai && !lower && neighbours.besideModel) add(3, 'stands in a list beside a model');
    if (profile.assistant && !lower && neighbours.rival && againstHere + againstThere === 0) add(1.1, 'beside another assistant');
    // Orca, Titan and Nova vouch for one another as models no more than as dogs, where their sentence says nothing of AI.
    const isUnvouched = isModel && !isAsian && profile.doubt >= 2 && isSilent && neighbours.independent === 0 && !hasInnerCapitals(entry.text) && neighbours.inSentence === 0 && !neighbours.listed && !neighbours.isIntroduced;
    if (profile.ai && !lower && !isUnvouched) {
      add(Math.min(neighbours.doubtful * 0.8, profile.person && !profile.assistant ? 0.8 : 1.6), 'other possible names in the sentence');
      if (againstHere < 1 && speaksOfAi(entry.record)) add(Math.min(neighbours.independent * 0.9, 1.8), 'and they share no other sense');
      if (neighbours.listed && profile.assistant) add(0.8, 'stands beside another assistant in a list');
    }
    if (!lower && hasInnerCapitals(entry.text) && (isModel ? profile.ai && candidate.options.length === 1 : /\p{Ll}\p{Lu}/u.test(entry.text))) {
      const printed = text.slice(start, nameEnd) === entry.text;
      // "LoRa gateways ... the LoRA": who prints both tells one from the other.
      if (printed && totalAgainst > 0 && entry.text.length < 9 && hasOtherPrint(text, entry.text)) againstShare = 0.3;
      add(printed ? 1.5 : -0.7, printed ? 'has the capitals of the name' : 'lacks the capitals of the name');
    }
    // "O-1 visa ... o1", "O3 in 20 km ... o3": who prints both tells one from the other.
    if (/^o\d$/.test(entry.text) && neighbours.maker > 0 && text.slice(start, nameEnd) === entry.text && new RegExp(`(?<![\\p{L}\\p{N}])O-?${entry.text.charAt(1)}(?!\\d)`, 'u').test(text)) againstShare = 0.2;
    if (entry.record.kind === 'company' && candidate.options.length === 1 && neighbours.makes && bySomebody.test(text.slice(Math.max(0, start - 7), start))) add(2.5, 'behind what it makes');
    if (entry.record.kind === 'company' && candidate.options.length > 1) {
      // "DeepSeek's", and "R1 from DeepSeek" beside what it makes.
      const owns = /^['’]s\s/.test(text.slice(end, end + 3)) || (neighbours.makes && (bySomebody.test(text.slice(Math.max(0, start - 7), start)) || /^\s?[的の의]/.test(text.slice(end, end + 2))));
      if (owns) {
        add(1.5, 'a possessive');
        ownHere += 1.5;
        role += 2;
      }
    }
    if (isCalledLicence) add(1, 'said as of a licence');
    if (entry.record.kind === 'regulation' && !lower && behindArticle.test(text.slice(Math.max(0, start - 40), start))) add(3, 'behind an article');
    if (entry.record.kind === 'regulation' && isSomebodysOwn(start, index, profile)) add(-4, 'another’s own');
    if (isShortFor(candidate, index, entry.record)) add(9, 'the text says what it is short for');
    const here = score - (contested ? forThere * 0.2 : forThere);
    if (lower) {
      add(-profile.lowerDoubt, 'printed in lower case');
      // Who writes "Mistral AI" beside it knows the capital.
      if (!isSpecific && text.includes(entry.text)) add(-2, 'printed with its capital elsewhere');
    }
    if (candidate.plural) add(-1, 'a plural');
    if (text.charCodeAt(start - 1) === 0x300a && entry.record.kind !== 'regulation' && entry.record.kind !== 'licence') add(-8, 'the title of a work');
    if (!isSpecific) {
      if (isModel && honorific.test(text.slice(nameEnd, nameEnd + 4))) add(-4, 'called as a person is');
      const follows = nameFollows(text, candidates, index);
      if (profile.person) {
        if (follows) add(-7, 'a surname follows');
        if (namePrecedes(text, candidates, index, sentences[index]! > 0 ? sentenceEnds[sentences[index]! - 1]! : 0)) add(-4, 'part of a longer name');
      } else if (follows && !entry.text.includes(' ') && !(lang?.startsWith('de') ?? false)) {
        // German writes every noun with a capital.
        add(-2, 'part of a longer name');
      } else if (entry.text.length <= 5 && namePrecedes(text, candidates, index, sentences[index]! > 0 ? sentenceEnds[sentences[index]! - 1]! : 0)) {
        add(-1, 'part of a longer name');
      }
    }
    if (!isBare && !isDefined && !isSpecific && !neighbours.owned && isOtherwiseDefined(index)) add(profile.person ? -3 : -1.5, 'is said to be something else');
    if (!isSpecific && isModel && !neighbours.owned && !lower && oneOfMany.test(text.slice(Math.max(0, start - 7), start)) && !modelBehind.test(text.slice(nameEnd, nameEnd + 24))) add(-2, 'one of many');
    if (!isSpecific && !lower && profile.doubt >= 1 && placeAhead.test(text.slice(Math.max(0, start - 24), start))) add(-4, 'part of a place’s name');
    if (isShortForOther(candidate, entry, profile)) add(-5, 'is short for something else');
    if (isBare) add((profile.person && isSilent) || isUnsaid ? -4 : entry.text.length < 4 || isOtherwiseDefined(index) ? -3.5 : -1.5, 'stands bare before its full name');
    if (isDenied) add(-4, 'was somebody else before');
    if (isModel && isSilent && !isBare && !isDenied && !isThing && isUnsaid && !neighbours.isIntroduced) add(-4, 'its sentence says nothing of it, and nothing else on AI is named');
    if (isThing) add(-3, 'part of another thing of that name');
    if (!isSpecific && isModel && profile.doubt >= 1 && /^ \d{2,4}(?![\d.,%]|-?[bBkKmM](?!\p{L})|\p{L})/u.test(text.slice(nameEnd, nameEnd + 8))) add(-2, 'a number follows that is no version');
    if (!isSpecific && profile.doubt >= 1 && !isDefined && !isMadeAt(index, entry.record) && !neighbours.owned && isDefinedLater(index, entry)) add(here < 2 ? -3 : -2.5, 'what it is, is said of a later one only');
    const home = lower || isAsian || text.charCodeAt(nameEnd) === 45 || lang === undefined ? undefined : homes.get(entry.text);
    const isForeign = home !== undefined && !home.includes(lang!.slice(0, 2));
    // In its own language too an everyday word has no capital in mid-sentence.
    const isMid = home !== undefined && !isForeign && entry.record.kind === 'company' && /[\p{Ll},]\s$/u.test(text.slice(Math.max(0, start - 2), start)) && !isTitleCase(text);
    add(isForeign ? -(profile.doubt <= 0.5 ? 0 : profile.doubt * (entry.record.kind === 'company' && entry.text !== 'Meta' ? 0.15 : 0.35)) : isMid ? -profile.doubt / 2 : -profile.doubt, isForeign ? `"${entry.text}" is no word of this language` : `"${entry.text}" can mean other things`);
    option.score = score - totalAgainst * againstShare;
    option.own = ownHere + ownThere;
    if (candidate.options.length > 1 && (isModel || entry.record.kind === 'company') && tellMaker(text, start, end, lang) === entry.record.kind) {
      role += 12;
      reasons?.push({ says: 'for', weight: 0, what: `said as of a ${entry.record.kind}, not of its namesake` });
    }
    option.role = role;
    option.here = here;
    option.against = againstHere + againstThere * 0.5;
  }
};

/** From what lean two names of a list are of one kind, and below which one is undecided. */
const decidedLean = 2.5;
const undecidedLean = 1.5;

/** "OpenAI, Mistral and DeepSeek lobbied": of two listed names that a maker and its model bear, the one that is clear tells the other. */
const shareRoles = (text: string, candidates: readonly Candidate[]): void => {
  let before: { candidate: Candidate; model: Option; company: Option } | undefined;
  for (const candidate of candidates) {
    const model = candidate.options.find(({ entry }) => entry.record.kind === 'model');
    const company = candidate.options.find(({ entry }) => entry.record.kind === 'company');
    const now = model && company ? { candidate, model, company } : undefined;
    if (now && before && isListed(text, before.candidate, candidate)) {
      const lean = before.company.role - before.model.role;
      const own = now.company.role - now.model.role;
      if (Math.abs(lean) >= decidedLean && Math.abs(own) < undecidedLean) now[lean > 0 ? 'company' : 'model'].role += Math.abs(lean);
      else if (Math.abs(own) >= decidedLean && Math.abs(lean) < undecidedLean) before[own > 0 ? 'company' : 'model'].role += Math.abs(own);
    }
    before = now;
  }
};

/** Kinds that others of their kind speak for. */
const isBody = (record: LexiconRecord): boolean =>
  record.kind === 'regulation' || record.kind === 'licence' || record.kind === 'company' || record.kind === 'organisation';

/** Of one kind; companies and other bodies are named together. */
const areKin = (one: LexiconRecord, other: LexiconRecord): boolean =>
  one.kind === other.kind || (one.kind === 'company' && other.kind === 'organisation') || (one.kind === 'organisation' && other.kind === 'company');

const isSoftware = (record: LexiconRecord): boolean => record.kind === 'framework' || record.kind === 'tool';

/** Whether the text prints the form with other capitals too: "LoRa" beside "LoRA". */
const hasOtherPrint = (text: string, form: string): boolean => {
  const lower = form.toLowerCase();
  const all = text.toLowerCase();
  for (let at = all.indexOf(lower); at >= 0; at = all.indexOf(lower, at + 1)) {
    const print = text.slice(at, at + form.length);
    if (print !== form && print !== lower) return true;
  }
  return false;
};

/** "BLOOM", "PaLM": a form whose capitals tell it from the word. */
const hasInnerCapitals = (form: string): boolean => {
  if (form.length < 4) return false;
  let capitals = 0;
  for (let i = 0; i < form.length; i += 1) {
    const code = form.charCodeAt(i);
    if (code === 32 || isDigit(code)) return false;
    if (isCapital(code)) capitals += 1;
  }
  return capitals > 1;
};

/** Cues of the text within reach of the candidates. */
const findNear = (text: string, candidates: readonly Candidate[], lexicon: Lexicon): readonly number[] => {
  if (text.length <= 2 * reachChars) return findCues(text, lexicon);
  const hits: number[] = [];
  let done = 0;
  for (const { start, end } of candidates) {
    // From the beginning of a word.
    let from = Math.max(done, start - reachChars);
    while (from > done && from < start && /[\p{L}\p{N}]/u.test(text.charAt(from - 1))) from -= 1;
    const to = Math.min(text.length, end + reachChars);
    if (to <= from) continue;
    findCues(text, lexicon, from, to, hits);
    done = to;
  }
  return hits;
};
