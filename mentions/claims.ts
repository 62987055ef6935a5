/**
 * Finds what a run of text says of a model's openness: "the open-source Llama 3.1", "Claude bleibt proprietär",
 * "open models such as Llama, Mistral 7B and Falcon". Called by the reader on each run, once the run's mentions are final; its words and
 * patterns are many, so a page gets it only when it has text that may hold a claim.
 * Around each claiming word it tries a short list of clause patterns, each a function that walks over tokens. A pattern
 * either accounts for every token between the claim and the model or finds nothing: negation, doubt, plans and other nouns
 * then fail by themselves. A wrong claim is the worst outcome (a card would contradict the page), so what is unsure is left out.
 * It does not judge whether a claim holds, and never looks across the end of a sentence.
 */
import { findCjkClaims } from './claims-cjk.ts';
import { patterns, type Finding } from './claim-patterns.ts';
import { findStandins } from './claim-standins.ts';
import { phraseAt, type Scene } from './claim-steps.ts';
import { detectLang, modelsBehind, tokenise, type Token } from './claim-tokens.ts';
import { findVoice, isQuoted, scareQuotes, voiceBeforeQuote } from './claim-voice.ts';
import { claimPatterns, grammars, type Grammar, type GrammarLang } from './claim-words.ts';
import { mayHoldClaim } from './may-hold-claim.ts';
import { sentenceAround } from './sentences.ts';
import { spansWithin } from './spans.ts';
import type { Claim, Mention } from './types.ts';

/** Prepositions that a claim's words are found with and that are no part of them: "con pesos abiertos". */
const leading = /^(?:con|com|en|o|de|à|aux|a)\s+(?=\S+\s)/iu;

/** The language of a sentence, by its words without the names: "Llama" is a Spanish verb. */
const languageOf = (text: string, from: number, to: number, inside: readonly Mention[], lang: string | undefined): GrammarLang => {
  let words = '';
  let last = from;
  for (const mention of inside) {
    words += `${text.slice(last, mention.start)} `;
    last = mention.end;
  }
  return detectLang(words + text.slice(last, to), lang);
};

const findInSentence = (text: string, from: number, to: number, named: readonly Mention[], language: GrammarLang): Claim[] => {
  const isAsked = /[?？]["”»“')\]]*\s*$/.test(text.slice(from, to));
  const g = grammars[language];
  const all = tokenise(text, from, to, named, g);
  while (all.length > 0 && all.at(-1)!.t === '.') all.pop();

  const claims: Claim[] = [];
  for (const [index, token] of all.entries()) {
    if (!token.claim) continue;
    const quotes = scareQuotes(all, index);
    const tokens = quotes ? all.filter((_, k) => !quotes.includes(k)) : all;
    const c = quotes ? index - 1 : index;
    const scene: Scene = { text, tokens, g, lang: language, c, phrase: phraseAt(tokens, c, g) };
    if (scene.phrase.isShared) continue;
    let finding: Finding | null = null;
    for (const pattern of patterns) {
      finding = pattern(scene);
      if (finding && finding.mentions.length > 0) break;
    }
    if (!finding || finding.mentions.length === 0) continue;
    // A question asks nothing of what it says by the way: "Or Phi-4, which is open source?"
    if (isAsked && !finding.mentions.every((mention) => isAside(tokens, mention, g))) continue;
    let { speaker } = finding;
    if (quotes || isQuoted(text, token.start)) {
      if (speaker === undefined) {
        const voice = findVoice(scene, -1);
        speaker = voice.of === 'named' ? voice.name : quotes ? undefined : voiceBeforeQuote(scene);
        if (speaker === undefined && (quotes || voice.of !== 'somebody')) continue;
      }
    }
    const claim = finding.claim ?? token.claim;
    if (claim === 'bare') continue;
    const start = token.start + (leading.exec(text.slice(token.start, token.end))?.[0].length ?? 0);
    const end = token.compound ? start + wordsOf(text.slice(start, token.end)).length : token.end;
    for (const mention of finding.mentions.flatMap(modelsBehind)) {
      claims.push({ start, end, text: text.slice(start, end), claim, mention, ...(speaker === undefined ? {} : { speaker }) });
    }
  }
  return claims;
};

/** Whether the name is followed by a relative clause: ", which is ...". */
const isAside = (tokens: readonly Token[], mention: Mention, g: Grammar): boolean => {
  const at = tokens.findIndex((token) => token.mention === mention);
  return at >= 0 && tokens[at + 1]?.t === ',' && g.relative.has(tokens[at + 2]?.t ?? '');
};

/** The claiming words of a compound: "Open-Source" of "Open-Source-Modell". */
const wordsOf = (compound: string): string => {
  for (const [, pattern] of claimPatterns) {
    pattern.lastIndex = 0;
    const found = pattern.exec(compound);
    if (found) return found[0];
  }
  return compound;
};

/** "Open Language Models (OLMo)": the word is part of what the model's name is short for. */
const isLongForm = (text: string, { start, end, mention }: Claim): boolean =>
  mention.start > end && text.charAt(mention.start - 1) === '(' && /^\p{Lu}\p{L}*(?:[ -]\p{Lu}\p{L}*){1,5} \($/u.test(text.slice(start, mention.start));

/** Where a claiming word may stand, in languages with spaces. */
const anyClaim = /open|propriet|proprié|propiet|closed|geschlossen|quelloffen|offene|ouvert|fermé|abiert|cerrad|apert|chius|abert|fechad|gesloten|otwart|zamkni|własnościow|privativ|propriët/giu;

/**
 * What `text`, one run such as a paragraph, says of the openness of the models and products among `mentions` (all mentions
 * of the run, in order). `lang` is the page's language; a sentence that is plainly in another one is read in that.
 * The span of a claim is its claiming words; words about several models give a claim for each.
 */
export const findClaims = (text: string, mentions: readonly Mention[], lang: string | undefined): Claim[] => {
  const isHeld = mentions.some((mention) => (mention.kind === 'model' || mention.kind === 'product') && mention.unknownVersion === undefined);
  if (!isHeld || !mayHoldClaim(text)) return [];
  const claims: Claim[] = findCjkClaims(text, mentions);
  const claimsAt = Array.from(text.matchAll(anyClaim), ({ index }) => index);
  for (let i = 0; i < claimsAt.length;) {
    const { start, end } = sentenceAround(text, claimsAt[i]!, claimsAt[i]!);
    const first = i;
    while (i < claimsAt.length && claimsAt[i]! < end) i++;
    // A concept such as "open weights" is here what is said, not what it is said of.
    const inside = spansWithin(mentions, start, end).filter((mention) => mention.kind !== 'concept');
    const language = languageOf(text, start, end, inside, lang);
    const standins = findStandins({ text, start, end, mentions, inside, lang: language, g: grammars[language] }, claimsAt.slice(first, i));
    const named = [...inside, ...standins].sort((a, b) => a.start - b.start);
    if (named.length > 0) claims.push(...findInSentence(text, start, end, named, language));
  }
  claims.sort((a, b) => a.start - b.start || a.mention.start - b.mention.start);
  // Two sizes of one model are claimed of once.
  return claims.filter((claim, i) => !isLongForm(text, claim) && !claims.slice(Math.max(0, i - 12), i).some((other) => other.start === claim.start && other.mention.id === claim.mention.id));
};
