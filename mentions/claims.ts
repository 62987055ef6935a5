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
import { phraseAt, type Scene } from './claim-steps.ts';
import { detectLang, tokenise } from './claim-tokens.ts';
import { findVoice, isQuoted, scareQuotes, voiceBeforeQuote } from './claim-voice.ts';
import { claimPatterns, grammars } from './claim-words.ts';
import { mayHoldClaim } from './may-hold-claim.ts';
import { sentenceAround } from './sentences.ts';
import { spansWithin } from './spans.ts';
import type { Claim, Mention } from './types.ts';

/** Prepositions that a claim's words are found with and that are no part of them: "con pesos abiertos". */
const leading = /^(?:con|com|en|o)\s+(?=\S+\s)/iu;

const findInSentence = (text: string, from: number, to: number, inside: readonly Mention[], lang: string | undefined): Claim[] => {
  const sentence = text.slice(from, to);
  if (/[?？]["”»“')\]]*\s*$/.test(sentence)) return [];
  // Names tell no language: "Llama" is a Spanish verb.
  let words = '';
  let last = from;
  for (const mention of inside) {
    words += `${text.slice(last, mention.start)} `;
    last = mention.end;
  }
  const language = detectLang(words + text.slice(last, to), lang);
  const g = grammars[language];
  const all = tokenise(text, from, to, inside, g);
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
    for (const mention of finding.mentions) {
      claims.push({ start, end, text: text.slice(start, end), claim, mention, ...(speaker === undefined ? {} : { speaker }) });
    }
  }
  return claims;
};

/** Things that "it" may take up instead, where the sentence before names them. */
let others: RegExp | undefined;

/**
 * "It is open source": the pronoun that begins the sentence at `start`, as a mention of the one model that the sentence before names.
 * Nothing where that names another thing that may be meant, or where the sentence has a model of its own before the claim.
 */
const takenUp = (
  text: string, start: number, claimAt: number, mentions: readonly Mention[], inside: readonly Mention[], lang: string | undefined,
): { pronoun: Mention; model: Mention } | undefined => {
  if (start === 0 || inside.some((mention) => mention.start < claimAt)) return undefined;
  const g = grammars[detectLang(text.slice(start, claimAt), lang)];
  const [, lead, word] = /^(\s*(?:\p{L}[^,.;:]{1,24}, )?)((?:\p{L}+ (?:model|modell|modèle|modelo|modello)|model ten|\p{L}+)(?=\s|['’])['’]?)/iu.exec(text.slice(start, claimAt)) ?? [];
  if (word === undefined || !g.pronoun.test(word.toLowerCase().replace("'", '’'))) return undefined;
  const before = sentenceAround(text, start - 1, start - 1);
  const named = spansWithin(mentions, before.start, before.end).filter(({ kind }) => kind !== 'company' && kind !== 'organisation' && kind !== 'concept');
  const [model] = named;
  if (!model || model.kind !== 'model' || model.unknownVersion !== undefined || named.some(({ id }) => id !== model.id)) return undefined;
  others ??= /(?<!\p{L})(?:tools?|apps?|programs?|librar(?:y|ies)|projects?|plug-?ins?|browsers?|scripts?|code|clients?|websites?|datasets?|editors?|frameworks?|\p{L}*werkzeuge?|\p{L}*programme?|projekt\p{L}*|outils?|logiciels?|projets?|herramientas?|proyectos?|programas?|strument[oi]|progett[oi]|ferramentas?|projetos?)(?!\p{L})/iu;
  if (others.test(text.slice(before.start, before.end))) return undefined;
  const from = start + lead!.length;
  return { pronoun: { ...model, start: from, end: from + word.length }, model };
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
  let done = -1;
  for (const found of text.matchAll(anyClaim)) {
    if (found.index < done) continue;
    const { start, end } = sentenceAround(text, found.index, found.index);
    done = end;
    // A concept such as "open weights" is here what is said, not what it is said of.
    const inside = spansWithin(mentions, start, end).filter((mention) => mention.kind !== 'concept');
    const taken = takenUp(text, start, found.index, mentions, inside, lang);
    if (taken) claims.push(...findInSentence(text, start, end, [taken.pronoun, ...inside], lang).map((claim) => (claim.mention === taken.pronoun ? { ...claim, mention: taken.model } : claim)));
    else if (inside.length > 0) claims.push(...findInSentence(text, start, end, inside, lang));
  }
  claims.sort((a, b) => a.start - b.start || a.mention.start - b.mention.start);
  // Two sizes of one model are claimed of once.
  return claims.filter((claim, i) => !isLongForm(text, claim) && !claims.slice(Math.max(0, i - 12), i).some((other) => other.start === claim.start && other.mention.id === claim.mention.id));
};
