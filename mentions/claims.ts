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
import { detectLang, tokenise, type Token } from './claim-tokens.ts';
import { findVoice, isQuoted, scareQuotes, voiceBeforeQuote } from './claim-voice.ts';
import { claimPatterns, grammars, type Grammar } from './claim-words.ts';
import { lazily } from './lazily.ts';
import { mayHoldClaim } from './may-hold-claim.ts';
import { sentenceAround } from './sentences.ts';
import { spansWithin } from './spans.ts';
import type { Claim, Mention } from './types.ts';

/** Prepositions that a claim's words are found with and that are no part of them: "con pesos abiertos". */
const leading = /^(?:con|com|en|o)\s+(?=\S+\s)/iu;

const findInSentence = (text: string, from: number, to: number, inside: readonly Mention[], lang: string | undefined): Claim[] => {
  const isAsked = /[?？]["”»“')\]]*\s*$/.test(text.slice(from, to));
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
    for (const mention of finding.mentions) {
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

/** Things that "it" may take up instead, where the text names them. */
const others = lazily(() => /(?<!\p{L})(?:tools?|apps?|programs?|librar(?:y|ies)|projects?|plug-?ins?|browsers?|scripts?|code|clients?|websites?|datasets?|editors?|frameworks?|\p{L}*werkzeuge?|\p{L}*programme?|projekt\p{L}*|outils?|logiciels?|projets?|herramientas?|proyectos?|programas?|strument[oi]|progett[oi]|ferramentas?|projetos?)(?!\p{L})/iu);

const isThing = ({ kind }: Mention): boolean => kind !== 'company' && kind !== 'organisation' && kind !== 'concept' && kind !== 'licence';

/** The models that `text` names from `from` to `to`, each once; none where it names another thing that a pronoun may take up. */
const modelsOf = (text: string, from: number, to: number, mentions: readonly Mention[]): readonly Mention[] => {
  const named = spansWithin(mentions, from, to).filter(isThing);
  if (named.some(({ kind, unknownVersion }) => kind !== 'model' || unknownVersion !== undefined) || others().test(text.slice(from, to))) return [];
  return named.filter(({ id }, i) => named.findIndex((other) => other.id === id) === i);
};

/** Where a clause begins whose "it" may take up what the sentence has named: behind a semicolon, or "because". */
const clauseOpens = /[;:—–]\s+|,?\s(?:because|since|but|though|although|weil|denn|aber|car|mais|porque|perché|poiché|omdat|want|maar|ponieważ|bo)\s+/giu;
/** The same in a language that leaves the pronoun out: "GPT-4o no, è proprietario". */
const verbOpens = /[;:—–]\s+|,?\s(?:porque|perché|poiché|ponieważ|bo)\s+|,\s(?=(?:es|è|é|jest)\s)/giu;
const dropsPronoun: ReadonlySet<string> = new Set(['es', 'it', 'pt', 'pl']);

/** A capital in mid-sentence, but for when and where: "last July", "in Paris". */
const unknownName = /(?:,|(?<!(?<!\p{L})(?:in|at|from|on|by|last|this|next|since|until|en|à|le|chez|el|da|di|w|z|od|van|op|a|em))(?<=\p{L}))\s\p{Lu}/u;

/**
 * "It is open source": the pronoun that begins the sentence at `start`, or a clause of it, as a mention of the one model that was named
 * before; of no length where the language leaves it out. Nothing where another thing may be meant, or where the clause has a
 * model of its own before the claim.
 */
const takenUp = (
  text: string, start: number, claimAt: number, mentions: readonly Mention[], inside: readonly Mention[], lang: string | undefined,
): Standin[] => {
  const language = detectLang(text.slice(start, claimAt), lang);
  const g = grammars[language];
  const isDropped = dropsPronoun.has(language);
  let from = start;
  for (const opened of text.slice(start, claimAt).matchAll(isDropped ? verbOpens : clauseOpens)) from = start + opened.index + opened[0].length;
  if ((from === 0 && start === 0) || inside.some((mention) => mention.start >= from && mention.start < claimAt)) return [];
  const clause = text.slice(from, claimAt);
  const [, lead, word] = /^(\s*(?:\p{L}[^,.;:]{1,24}, )?)((?:\p{L}+ (?:model|modell|modèle|modelo|modello)|model ten|\p{L}+)(?=\s|['’])['’]?)/iu.exec(clause) ?? [];
  if (word === undefined) return [];
  const isVerb = isDropped && g.is.has(word.toLowerCase());
  if (!isVerb && !g.pronoun.test(word.toLowerCase().replace("'", '’'))) return [];
  let before = from > start ? { start, end: from } : sentenceAround(text, start - 1, start - 1);
  // "The model" may be that of the sentence before the last, where the last names none.
  if (from === start && word.includes(' ') && before.start > 0 && !spansWithin(mentions, before.start, before.end).some(isThing) && !others().test(text.slice(before.start, before.end))) {
    before = sentenceAround(text, before.start - 1, before.start - 1);
  }
  const [model, another] = modelsOf(text, before.start, before.end, mentions);
  if (!model || another) return [];
  // Something else with a name of its own may be meant, and behind "because" or a comma whatever stands behind the model.
  const rest = text.slice(model.end, before.end);
  if (language !== 'de' && unknownName.test(rest) && !spansWithin(mentions, model.end, before.end).some((mention) => mention.start > model.start)) return [];
  if (from > start && /[\p{L},]\s+$/u.test(text.slice(start, from)) && /[\p{L}\p{N}]\s+\S/u.test(text.slice(model.end, from))) return [];
  // A verb alone goes on with the subject: it must have been the model, or we.
  if (isVerb && !/^[\s"“«]*(?:(?:el|il|lo|o|la|a)\s|l['’]|\p{L}+(?:iamo|amos|emos|imos|amy|emy|imy)\s(?:\p{L}+[tds]o\s)?)?$/iu.test(text.slice(before.start, model.start))) return [];
  const at = from + lead!.length;
  return [{ pronoun: { ...model, start: at, end: isVerb ? at : at + word.length }, model }];
};

/** A pronoun that stands for a model. */
interface Standin {
  readonly pronoun: Mention;
  readonly model: Mention;
}

/** "The first is open source, the second proprietary", where the sentence before names two models. */
const counted = lazily(() => new RegExp(
  '(?<=^\\s*|[,;:]\\s|\\s(?:and|but|while|und|aber|et|mais|y|pero|e|ma|mas|en|maar|i|a)\\s)(?:'
  + '(the (?:first|former)|(?:der|das) erste|erstere[rs]?|le premier|el primero|il primo|o primeiro|(?:de|het) eerste|pierwszy)'
  + '|(?:the (?:second|latter|other)|(?:der|das) (?:zweite|andere)|letztere[rs]?|le second|le deuxième|el segundo|il secondo|o segundo|(?:de|het) tweede|drugi))(?: (?:one|model|modell|modèle|modelo|modello))?(?=[\\s,])', 'giu',
));

const countedOff = (text: string, start: number, end: number, mentions: readonly Mention[], inside: readonly Mention[]): Standin[] => {
  if (start === 0 || inside.some(isThing)) return [];
  const standins: Standin[] = [];
  for (const found of text.slice(start, end).matchAll(counted())) {
    const before = sentenceAround(text, start - 1, start - 1);
    const models = modelsOf(text, before.start, before.end, mentions);
    if (models.length !== 2) return [];
    const model = models[found[1] === undefined ? 1 : 0]!;
    const at = start + found.index;
    standins.push({ pronoun: { ...model, start: at, end: at + found[0].length }, model });
  }
  return standins;
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
    const taken = [...takenUp(text, start, found.index, mentions, inside, lang), ...countedOff(text, start, end, mentions, inside)];
    if (taken.length > 0) {
      const all = [...taken.map(({ pronoun }) => pronoun), ...inside].sort((a, b) => a.start - b.start);
      claims.push(...findInSentence(text, start, end, all, lang).map((claim) => ({ ...claim, mention: taken.find(({ pronoun }) => pronoun === claim.mention)?.model ?? claim.mention })));
    } else if (inside.length > 0) claims.push(...findInSentence(text, start, end, inside, lang));
  }
  claims.sort((a, b) => a.start - b.start || a.mention.start - b.mention.start);
  // Two sizes of one model are claimed of once.
  return claims.filter((claim, i) => !isLongForm(text, claim) && !claims.slice(Math.max(0, i - 12), i).some((other) => other.start === claim.start && other.mention.id === claim.mention.id));
};
