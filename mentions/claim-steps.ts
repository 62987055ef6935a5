/**
 * Small steps over a sentence's tokens: from a claim to its noun, back over articles and owners, along a list of names.
 * Called by the claim patterns and claim-voice.ts. Each step says where it ended and leaves the judgement to its caller.
 */
import type { Grammar, GrammarLang, Words } from './claim-words.ts';
import { headOf, isModel, isSign, type Head, type Token } from './claim-tokens.ts';
import type { Mention } from './types.ts';

/** A claim with the noun phrase around it, as token indices. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
  readonly head: Head | undefined;
  /** Another kind of claim shares the noun: "open and closed models". */
  readonly isShared: boolean;
}

/** What a pattern looks at. */
export interface Scene {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly g: Grammar;
  readonly lang: GrammarLang;
  /** Index of the claim's token. */
  readonly c: number;
  readonly phrase: Phrase;
}

/** A model's size right after its name: "70B". */
export const size = /^\d+(?:[.,]\d+)?[bmt]$/;

/** Between two claims of one kind about one noun: "a closed, proprietary model". */
const pairs: ReadonlySet<string> = new Set([',', 'and', 'und', 'et', 'y', 'e', 'en', 'i']);
/** Between two claims of different kinds: "open and closed models such as ...". */
export const alternatives: ReadonlySet<string> = new Set(['and', 'or', '/', '&', 'vs', 'versus', 'und', 'oder', 'et', 'ou', 'y', 'o', 'e', 'en', 'of', 'i', 'lub']);

/** The claim at token `c` with its noun, modifiers and adjectives. */
export const phraseAt = (tokens: readonly Token[], c: number, g: Grammar): Phrase => {
  let from = c;
  let to = c;
  let head = tokens[c]!.compound;
  let isShared = false;
  const isTwin = (i: number): boolean => tokens[i]?.claim === tokens[c]!.claim;
  if (!head && g.headComes !== 'before') {
    let i = c + 1;
    if (pairs.has(tokens[i]?.t ?? '') && isTwin(i + 1)) i += 2;
    while (i <= c + 6 && g.modifiers.has(tokens[i]?.t ?? '')) i++;
    // "open-source AI"
    if (i > c + 1 && !headOf(tokens[i]?.t ?? '', g) && headOf(tokens[i - 1]!.t, g)) i--;
    const found = tokens[i] && !tokens[i]!.mention ? headOf(tokens[i]!.t, g) : undefined;
    if (found) [to, head] = [i, found];
    // "an open-source model family"
    if (found === 'one' && tokens[to + 1] && !tokens[to + 1]!.mention && /^(?:family|series|suite|line)$/.test(tokens[to + 1]!.t)) to++;
    if (found && tokens[to + 1]?.t === '(' && headOf(tokens[to + 2]?.t ?? '', g) && tokens[to + 3]?.t === ')') to += 3;
  }
  if (!head && g.headComes !== 'after') {
    let i = c - 1;
    while (i >= c - 5 && !headOf(tokens[i]?.t ?? '', g) && g.modifiers.has(tokens[i]?.t ?? '')) i--;
    const found = tokens[i] && !tokens[i]!.mention ? headOf(tokens[i]!.t, g) : undefined;
    if (found) [from, head] = [i, found];
    while (found && to < c + 2 && g.adjective.test(tokens[to + 1]?.t ?? '')) to++;
  }
  for (let turn = 0; turn < 5; turn++) {
    const before = tokens[from - 1]?.t ?? '';
    if (before === 'and' && tokens[from - 2]?.t === 'free') from -= 2;
    else if (pairs.has(before) && isTwin(from - 2)) from -= 2;
    else if (!tokens[from - 1]?.mention && g.adjective.test(before)) from--;
    else break;
  }
  const sharer = tokens[from - 2]?.claim ?? tokens[to + 2]?.claim;
  if (sharer !== undefined && sharer !== tokens[c]!.claim) isShared = alternatives.has(tokens[tokens[from - 2]?.claim ? from - 1 : to + 1]!.t) && head !== undefined;
  return { from, to, head, isShared };
};

/** Walks back over articles and owners ("its", "one of the", "Meta's") from `i`; the index before them. */
export const beforeDeterminer = (tokens: readonly Token[], i: number, g: Grammar): { at: number; indefinite: boolean } => {
  let at = i;
  let indefinite = false;
  
  for (let turn = 0; turn < 4; turn++) {
    const token = tokens[at];
    if (!token || token.claim) break;
    if (token.t === "'s") {
      if (!tokens[at - 1]?.isUpper) break;
      at -= 2;
      for (let more = 0; more < 2 && tokens[at]?.isUpper && !tokens[at]!.mention && at > 0; more++) at--;
    } else if (!token.mention && g.articles.has(token.t) && !(g.are.has(token.t) && tokens[at - 1]?.mention)) {
      indefinite ||= g.indefinite.has(token.t);
      at--;
      if (tokens[at]?.t === 'of' && tokens[at - 1]?.t === 'one') at -= 2;
    } else if (token.t === 'of' && /^(?:family|series|suite|set|collection|range|line)$/.test(tokens[at - 1]?.t ?? '')) at -= 2;
    else break;
  }
  return { at, indefinite };
};

/** Index of the first token from `i` backwards that is none of `words`; four at most are skipped. */
export const skipBack = (tokens: readonly Token[], i: number, words: Words): number => {
  let at = i;
  while (at >= 0 && at > i - 4 && !tokens[at]!.mention && words.has(tokens[at]!.t)) at--;
  return at;
};

/** Walks back over "according to Meta" that ends with token `i`, commas around it too; `i` where there is none. */
export const skipSource = (tokens: readonly Token[], i: number, g: Grammar): { readonly at: number; readonly name?: number } => {
  const last = tokens[i]?.t === ',' ? i - 1 : i;
  for (let k = last; k > last - 4 && k > 0; k--) {
    const token = tokens[k]!;
    if (!token.mention && !token.isUpper && !g.articles.has(token.t)) return { at: i };
    const start = startOf(tokens, k - 1, g.accordingTo);
    if (start > 0) return { at: tokens[start - 1]!.t === ',' ? start - 2 : start - 1, name: last };
  }
  return { at: i };
};

/** Index after `phrase` where it stands at `i`, else -1. */
export const after = (tokens: readonly Token[], i: number, phrases: readonly (readonly string[])[]): number => {
  let best = -1;
  for (const phrase of phrases) {
    if (phrase.length > best - i && phrase.every((word, k) => tokens[i + k]?.t === word && !tokens[i + k]!.mention)) best = i + phrase.length;
  }
  return best;
};

/** Start of one of `phrases` that ends with token `i`, else -1. */
export const startOf = (tokens: readonly Token[], i: number, phrases: readonly (readonly string[])[]): number => {
  let best = -1;
  for (const phrase of phrases) {
    const start = i - phrase.length + 1;
    if (start >= 0 && (best < 0 || start < best) && phrase.every((word, k) => tokens[start + k]!.t === word)) best = start;
  }
  return best;
};

/** Whether one of `words` stands from token `from` up to, not with, `to`. */
export const someBetween = (tokens: readonly Token[], from: number, to: number, words: Words): boolean => {
  for (let i = Math.max(0, from); i < to && i < tokens.length; i++) if (!tokens[i]!.mention && words.has(tokens[i]!.t)) return true;
  return false;
};

/** "not", "kein", "isn't". */
export const isNegative = (token: Token | undefined, g: Grammar): boolean =>
  token !== undefined && !token.mention && (g.not.has(token.t) || /n[’']t$/.test(token.t));

/** Participles that make a name a part of another thing: "the open-source Llama based chatbot". */
const participles = /(?:based|powered|inspired|derived|tuned|distilled|quanti[sz]ed|related|hosted|enabled|flavou?red|trained)$/;

/** Whether what follows a name leaves it a name: a noun would make it part of another thing ("the open-source Llama client"). */
export const endsName = (tokens: readonly Token[], i: number, g: Grammar): boolean => {
  let at = i;
  if (size.test(tokens[at]?.t ?? '')) at++;
  const token = tokens[at];
  if (!token) return true;
  if (token.t === "'s" || token.t === '-' || token.t === '/') return false;
  if (isSign(token)) return true;
  if (token.mention) return false;
  if (token.claim) return true;
  if (headOf(token.t, g) === 'one' || headOf(token.t, g) === 'many') return true;
  if (g.afterName === null) return !token.isUpper;
  return g.afterName.has(token.t) || (/.ed$/.test(token.t) && !participles.test(token.t));
};

/** Words after a list of names that are things rather than verbs: "models such as Llama and Falcon derivatives". */
const things = /(?:s|ing|tion|ware|code|data|access|research|support|output|api|app|client|clone|wrapper|weight|licen[cs]e|ecosystem|community|team|maker|user|developer|technology|hype|launch|release|family|based|tuned|like|style|fans)$/;

interface ListOptions {
  /** The clause sets a scene, which the list may end. */
  readonly isSetScene?: boolean;
  /** The list is the subject of a verb in the singular. */
  readonly isOne?: boolean;
  /** Nothing but the end of a bracket or sentence may follow. */
  readonly isWhole?: boolean;
}

/** Names joined by commas and "and" from `i` on. */
export const listFrom = (
  tokens: readonly Token[], i: number, g: Grammar, { isSetScene = false, isOne = false, isWhole = false }: ListOptions = {},
): Mention[] => {
  const found: { mention: Mention | null; end: number; sign: 'start' | 'comma' | 'and' | 'comma-and' }[] = [];
  let at = i;
  let sign: 'start' | 'comma' | 'and' | 'comma-and' = 'start';
  for (let turn = 0; turn < 40; turn++) {
    for (let skip = 0; skip < 4; skip++) {
      const token = tokens[at];
      if (!token) break;
      if (token.mention) {
        if (isModel(token)) break;
        if (tokens[at + 1]?.t === "'s") at += 2;
        else if (isModel(tokens[at + 1])) at++;
        else break;
      } else if (g.articles.has(token.t) || token.t === "'s" || (token.isUpper && (tokens[at + 1]?.t === "'s" || tokens[at + 2]?.t === "'s"))) at++;
      else break;
    }
    const token = tokens[at];
    if (!token?.mention || (token.mention.kind === 'company' && !tokens[at])) break;
    at++;
    if (size.test(tokens[at]?.t ?? '')) at++;
    if (tokens[at]?.t === '(') {
      const close = tokens.findIndex((other, k) => k > at && k < at + 8 && other.t === ')');
      if (close > 0) at = close + 1;
    }
    found.push({ mention: isModel(token) ? token.mention : null, end: at, sign });
    const isComma = tokens[at]?.t === ',' || tokens[at]?.t === '、';
    const isAnd = (k: number): boolean => !!tokens[k] && !tokens[k]!.mention && (g.and.has(tokens[k]!.t) || g.or.has(tokens[k]!.t));
    if (isComma && isAnd(at + 1)) [sign, at] = ['comma-and', at + 2];
    else if (isComma) [sign, at] = ['comma', at + 1];
    else if (isAnd(at)) [sign, at] = ['and', at + 1];
    else break;
  }
  // A comma may as well end the phrase: "compared with open models such as Llama, GPT-4 is ...". Only a list that is closed is one.
  const last = found.at(-1);
  const firstComma = found.findIndex((item) => item.sign === 'comma' || item.sign === 'comma-and');
  const next = tokens[last?.end ?? 0];
  const bounds = !next || [',', ')', ';', '.', ':', '–', '—', '!'].includes(next.t);
  const isClosed = last?.sign === 'and' || (last?.sign === 'comma-and' && found.length > 2);
  if (isWhole && next && ![')', ';', '.', '!'].includes(next.t)) return [];
  if (last && firstComma > 0 && !(isSetScene ? isClosed && bounds : isClosed || (bounds && next?.t !== ','))) found.length = firstComma;
  const mayBeVerb = (token: Token | undefined): boolean => token !== undefined && /^\p{Ll}+$/u.test(token.t) && !token.isUpper && !token.mention && !things.test(token.t);
  const verb = tokens[found.at(-1)?.end ?? tokens.length];
  const isVerb = isOne ? found.length === 1 && verb !== undefined && !verb.isUpper && /^\p{Ll}+s$/u.test(verb.t) : found.length > 1 && isClosed && mayBeVerb(verb);
  if (!isVerb) {
    while (found.length > 0 && !endsName(tokens, found.at(-1)!.end, g)) found.pop();
  }
  return found.flatMap((item) => item.mention ?? []);
};

/** Whether the clause that holds token `i` starts by setting a scene: "Unlike ...", "With ...". */
export const isSceneSetting = (tokens: readonly Token[], i: number, g: Grammar): boolean => {
  const cut = tokens.findLastIndex((token, k) => k < i && (token.t === ',' || token.t === ';' || token.t === ':' || token.t === '—' || token.t === '–'));
  const first = tokens[cut + 1];
  return first !== undefined && !first.mention && g.introducers.has(first.t);
};

/** Skips articles forwards. */
export const beforeForward = (tokens: readonly Token[], i: number, g: Grammar): number => {
  let at = i;
  while (tokens[at] && !tokens[at]!.mention && g.articles.has(tokens[at]!.t)) at++;
  return at;
};
