/**
 * The tokens of one sentence, as the claim patterns walk over them: words, signs, names and claiming words. Called by the
 * other claim modules only. It knows what a token is and nothing of what it means beside others.
 */
import { claimPatterns, grammars, tellingWords, type ClaimWord, type Grammar, type GrammarLang } from './claim-words.ts';
import type { Mention } from './types.ts';

/** Words that stand for models which were named before ("it", "both"), as a mention. */
export interface Standin extends Mention {
  readonly models: readonly Mention[];
}

/** The models behind a mention: those that it stands for, or itself. */
export const modelsBehind = (mention: Mention): readonly Mention[] => ('models' in mention ? (mention as Standin).models : [mention]);
export const isStandin = (mention: Mention | undefined): boolean => mention !== undefined && 'models' in mention;

/** What a pronoun may take up. */
export const isThing = ({ kind }: Mention): boolean => kind !== 'company' && kind !== 'organisation' && kind !== 'concept' && kind !== 'licence';

/** A word, name, claim or sign of a sentence. */
export interface Token {
  /** Lower case, with straight apostrophes before "s" and curly ones after an elided article. */
  readonly t: string;
  readonly start: number;
  readonly end: number;
  readonly isUpper: boolean;
  readonly mention?: Mention;
  readonly claim?: ClaimWord;
  /** The claim is one word with the noun: "Open-Source-Modell". */
  readonly compound?: Head;
}

/** Which noun follows a claim: one that may stand before a name, in the singular or plural, or only one that may be said of it. */
export type Head = 'one' | 'many' | 'soft';

/** A model or product in a version that the data holds. */
export const isModel = (token: Token | undefined): token is Token & { readonly mention: Mention } =>
  token?.mention !== undefined && (token.mention.kind === 'model' || token.mention.kind === 'product') && token.mention.unknownVersion === undefined;

/** A punctuation mark. */
export const isSign = (token: Token | undefined): boolean => token !== undefined && !token.mention && !token.claim && /^[^\p{L}\p{N}'’]/u.test(token.t);
export const openQuotes = new Set(['"', '“', '„', '«', '‹', '‘']);
export const closeQuotes = new Set(['"', '”', '“', '»', '›', '’']);

const wordPattern = /\p{L}(?:\.\p{L})+\.?|(?:\p{L}|\p{N}|_)+(?:[-‑'’][\p{L}\p{N}_]+)*/uy;
const elided = /^(?:[ldnscjmt]|(?:jus|puis|lors)?qu|(?:d[ae]|ne|a|su|que)ll|un)[’']/iu;
/** Behind a claim in one word with it, and no noun for a model: "Open-Source-Lizenz". */
const licenceNoun = /^[-‑]?(?:lizenz|licentie)$/i;
const possessive = /['’]s$/iu;

/** What kind of noun for a model `word` is, if any. */
export const headOf = (word: string, g: Grammar): Head | undefined =>
  g.head.has(word) ? 'one' : g.heads.has(word) ? 'many' : g.softHeads.has(word) ? 'soft' : undefined;

/** A claiming word at `at`, with its noun where both are one word; `null` where it is part of another word. */
const readClaim = (text: string, at: number, to: number, g: Grammar): Omit<Token, 't' | 'isUpper'> | null => {
  if (/[\p{L}\p{N}_\-‑]/u.test(text[at - 1] ?? ' ')) return null;
  for (const [claim, pattern] of claimPatterns) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found || at + found[0].length > to) continue;
    if (/^open\s+sources$/i.test(found[0])) return null;
    const end = at + found[0].length;
    const rest = /^(?:[-‑]?[\p{L}\p{N}]+(?:[-‑][\p{L}\p{N}]+)*)/u.exec(text.slice(end, end + 40))?.[0];
    if (rest === undefined) return { start: at, end, claim };
    if (licenceNoun.test(rest)) return { start: at, end, claim };
    const compound = headOf(rest.replace(/^[-‑]/, '').toLowerCase(), g);
    if (compound) return { start: at, end: end + rest.length, claim, compound };
  }
  return null;
};

/** Tokens of `text` between `from` and `to`; `mentions` are those that lie there, in order. */
export const tokenise = (text: string, from: number, to: number, mentions: readonly Mention[], g: Grammar): Token[] => {
  const tokens: Token[] = [];
  let next = 0;
  for (let at = from; at < to;) {
    const mention = mentions[next];
    if (mention && mention.start < at) {
      next++;
      continue;
    }
    if (mention?.start === at) {
      tokens.push({ t: text.slice(at, mention.end).toLowerCase(), start: at, end: mention.end, isUpper: true, mention });
      at = mention.end;
      next++;
      const glued = /^(?:['’]?s(?![\p{L}\p{N}])|['’](?=\s)|[-‑](?=\p{L}))/u.exec(text.slice(at, at + 3))?.[0];
      if (glued) {
        const isJoined = /[-‑]/.test(glued);
        const noun = isJoined ? /^\p{L}+/u.exec(text.slice(at + 1, at + 30))![0].toLowerCase() : '';
        // "Llama-Modelle" are Llama's models; a "GPT-4-like tool" is something else.
        if (!isJoined || !headOf(noun, g)) tokens.push({ t: isJoined ? '-' : "'s", start: at, end: at + glued.length, isUpper: false });
        at += glued.length;
      }
      continue;
    }
    const char = text[at]!;
    if (/\s|[\u200b\u00ad\u2060]/.test(char)) {
      at++;
      continue;
    }
    const claim = readClaim(text, at, to, g);
    if (claim) {
      tokens.push({ ...claim, t: text.slice(at, claim.end).toLowerCase(), isUpper: false });
      at = claim.end;
      if (!claim.compound && /[-‑]/.test(text[at] ?? '') && licenceNoun.test(text.slice(at).match(/^[-‑]\p{L}+/u)?.[0] ?? '')) at++;
      continue;
    }
    wordPattern.lastIndex = at;
    let word = wordPattern.exec(text)?.[0];
    if (word === undefined) {
      tokens.push({ t: char, start: at, end: at + 1, isUpper: false });
      at++;
      continue;
    }
    const cut = elided.exec(word)?.[0].length;
    if (cut !== undefined) word = word.slice(0, cut);
    const owner = possessive.exec(word)?.index;
    if (owner) word = word.slice(0, owner);
    if (mention && at + word.length > mention.start) word = word.slice(0, mention.start - at);
    const isUpper = /\p{Lu}/u.test(word[0]!);
    tokens.push({ t: (cut === undefined ? word : word.replace("'", '’')).toLowerCase(), start: at, end: at + word.length, isUpper });
    at += word.length;
    if (owner) {
      tokens.push({ t: "'s", start: at, end: at + 2, isUpper: false });
      at += 2;
    }
  }
  return tokens;
};

const toLang = (lang: string | undefined): GrammarLang | undefined => {
  const base = lang?.slice(0, 2).toLowerCase();
  return base !== undefined && base in grammars ? (base as GrammarLang) : undefined;
};

/** The language of a sentence: the one with most telling words; the page's own unless another has two more. */
export const detectLang = (sentence: string, pageLang: string | undefined): GrammarLang => {
  const words = sentence.toLowerCase().match(/(?<![\p{L}\p{N}-])\p{L}+['’]?(?![\p{N}-])/gu) ?? [];
  const own = toLang(pageLang) ?? 'en';
  let best: GrammarLang = own;
  let most = -1;
  for (const lang of [own, ...(Object.keys(grammars) as GrammarLang[])]) {
    const telling = tellingWords[lang];
    const { calls, says, accordingTo } = grammars[lang];
    let count = 0;
    for (const printed of words) {
      const word = printed.replace("'", '’');
      if (telling.has(word) || calls.has(word) || says.has(word) || accordingTo.some((phrase) => phrase[0] === word)) count++;
    }
    if (count > most) {
      most = lang === own && most < 0 && pageLang !== undefined ? count + 1 : count;
      best = lang;
    }
  }
  return best;
};
