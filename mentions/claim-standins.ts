/**
 * Words that stand for models which the text named before: "It is open source", "Meta calls the model open source", "Both are
 * proprietary". Called by claims.ts on each sentence that may claim something. It gives them as mentions of their own, so that
 * the claim patterns read them as names.
 * A pronoun takes up models only where nothing else is near that it may mean: another thing, an unknown name, a model without
 * a name. It looks no further back than the sentence before, or the one before that for "the model".
 */
import { headOf, isThing, type Standin } from './claim-tokens.ts';
import { otherThings, type Grammar, type GrammarLang } from './claim-words.ts';
import { lazily } from './lazily.ts';
import { sentenceAround } from './sentences.ts';
import { spansWithin } from './spans.ts';
import type { Mention } from './types.ts';

/** A sentence, with what is known of it. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The mentions of the whole text, in order. */
  readonly mentions: readonly Mention[];
  /** Those of the sentence, without concepts. */
  readonly inside: readonly Mention[];
  readonly lang: GrammarLang;
  readonly g: Grammar;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The models that a text names in `span`, each once; none where it names another thing that a pronoun may take up. */
const modelsOf = (text: string, { start, end }: Span, mentions: readonly Mention[]): readonly Mention[] => {
  const named = spansWithin(mentions, start, end).filter(isThing);
  if (named.some(({ kind, unknownVersion }) => kind !== 'model' || unknownVersion !== undefined) || otherThings().test(text.slice(start, end))) return [];
  return named.filter(({ id }, i) => named.findIndex((other) => other.id === id) === i);
};

/** Prepositions, with an article or without, before a capital that says when, where or in what language. */
const whenAndWhere = "(?:(?:in|at|from|on|by|last|this|next|since|until|en|à|au|le|chez|el|da|di|w|z|od|van|op|a|em|na|no)(?:\\s(?:the|het|de|la|il|el|o))?|in the|nel|nella|dal|dalla|del|della)";
/** A capital in mid-sentence, but for when and where: "last July", "in Paris". */
const unknownName = lazily(() => new RegExp(`(?:,|(?<!(?<!\\p{L})${whenAndWhere})(?<=\\p{L}))\\s\\p{Lu}`, 'u'));

/** "It" takes up what a sentence is about; "the model" a model; "that model" the one named last. */
type Pointer = 'pronoun' | 'object' | 'noun' | 'shown';

/** Whether something without a name may be meant instead of `model`: "Our new model resembles GPT-4"; by a pronoun also "A bot with GPT-4 is out". */
const isUnnamedBefore = (text: string, start: number, model: Mention, pointer: Pointer, g: Grammar): boolean => {
  const words = text.slice(start, model.start).toLowerCase().match(/\p{L}[\p{L}-]*/gu) ?? [];
  // "showed how Granite runs" is no likeness.
  if (/,\s(?:wie|comme|como|come|hoe|jak)\s$/u.test(text.slice(Math.max(0, model.start - 8), model.start))) return false;
  if (words.slice(0, -1).some((word) => headOf(word, g) === 'one')) return true;
  while (words.length > 0 && g.articles.has(words.at(-1)!)) words.pop();
  const link = words.pop();
  if (link === undefined || !(g.by.has(link) || g.introducers.has(link) || /^(?:to|like|wie|zu|comme|à|como|come|zoals|jak|do)$/.test(link))) return false;
  return /^(?:like|wie|comme|como|come|zoals|jak)$/.test(link) || (pointer !== 'noun' && words.slice(-4, -1).some((word) => g.articles.has(word)));
};

/**
 * The one model that words in the singular take up, from what stands in `before`. "That model" may be one of several, if the
 * sentence ends with it. A pronoun that is an object takes up a model beside which no other noun stands.
 */
const oneOf = ({ text, mentions, lang, g }: Sentence, before: Span, pointer: Pointer): Mention | null => {
  const models = modelsOf(text, before, mentions);
  const last = models.at(-1);
  if (!last) return null;
  const rest = text.slice(last.end, before.end);
  if (models.length > 1) return pointer === 'shown' && /^[\s"”»)]*[.,:;!…]/u.test(rest) ? last : null;
  if (isUnnamedBefore(text, before.start, last, pointer, g)) return null;
  const around = `${text.slice(before.start, last.start).replace(/\p{L}+\s*$/u, '')} ${rest}`;
  if (pointer === 'object' && (around.toLowerCase().match(/\p{L}+['’]?/gu) ?? []).some((word) => g.articles.has(word.replace("'", '’')))) return null;
  const isFollowed = spansWithin(mentions, last.end, before.end).length > 0;
  return lang !== 'de' && unknownName().test(rest) && !isFollowed ? null : last;
};

/** Where a clause begins whose "it" may take up what the sentence has named: behind a semicolon, or "because". */
const clauseOpens = /[;:—–]\s+|,?\s(?:because|since|but|though|although|weil|denn|aber|car|mais|porque|perché|poiché|omdat|want|maar|ponieważ|bo)\s+|,\s(?:and|und|et|en)\s+|,\s(?=it['’]s\s)/giu;
/** The same in a language that leaves the pronoun out: "GPT-4o no, è proprietario". */
const verbOpens = /[;:—–]\s+|,?\s(?:porque|perché|poiché|ponieważ|bo)\s+|,\s(?=(?:es|è|é|jest)\s)/giu;
const dropsPronoun: ReadonlySet<string> = new Set(['es', 'it', 'pt', 'pl']);

/** Where the clause that holds `at` begins. */
const clauseStart = ({ text, start, lang }: Sentence, at: number): number => {
  let from = start;
  for (const opened of text.slice(start, at).matchAll(dropsPronoun.has(lang) ? verbOpens : clauseOpens)) from = start + opened.index + opened[0].length;
  return from;
};

const modelNoun = '(?:model|modell|modèle|modelo|modello|modelu)(?!\\p{L})';

/**
 * "It is open source": the pronoun that begins the sentence, or a clause of it, as a mention of the one model that was named
 * before; of no length where the language leaves it out. Nothing where another thing may be meant, or where the clause has a
 * model of its own before the claim.
 */
const findSubject = (sentence: Sentence, claimAt: number): Standin[] => {
  const { text, start, mentions, inside, lang, g } = sentence;
  const from = clauseStart(sentence, claimAt);
  if (from === 0 || inside.some((mention) => mention.start >= from && mention.start < claimAt)) return [];
  const subject = new RegExp(`^(\\s*["“«„]?(?:\\p{L}[^,.;:]{1,40}, )?)((?:\\p{L}+ ${modelNoun}|${modelNoun} ten|\\p{L}+)(?=\\s|['’])['’]?)`, 'iu');
  const [, lead, printed] = subject.exec(text.slice(from, claimAt)) ?? [];
  if (printed === undefined) return [];
  // "It's"
  const word = lang === 'en' ? printed.replace(/['’]$/, '') : printed;
  const isVerb = dropsPronoun.has(lang) && g.is.has(word.toLowerCase());
  if (!isVerb && !g.pronoun.test(word.toLowerCase().replace("'", '’'))) return [];
  // "It's from Cohere, it's open": the same "it".
  const isSame = from > start && /^\s*it['’]s\s/i.test(text.slice(start, from));
  if (isSame && start === 0) return [];
  let before: Span = from > start && !isSame ? { start, end: from } : sentenceAround(text, start - 1, start - 1);
  // "The model" may be that of the sentence before the last, where the last names none.
  if (from === start && word.includes(' ') && before.start > 0 && !spansWithin(mentions, before.start, before.end).some(isThing) && !otherThings().test(text.slice(before.start, before.end))) {
    before = sentenceAround(text, before.start - 1, before.start - 1);
  }
  const isShown = g.shown.has(word.split(' ')[0]!.toLowerCase());
  const model = oneOf(sentence, before, word.includes(' ') ? (isShown ? 'shown' : 'noun') : 'pronoun');
  if (!model) return [];
  // Behind "because" or a comma whatever stands behind the model may be meant.
  if (from > start && !isSame && !word.includes(' ') && /[\p{L},]\s+$/u.test(text.slice(start, from)) && /[\p{L}\p{N}]\s+\S/u.test(text.slice(model.end, from))) return [];
  // A verb alone goes on with the subject: it must have been the model, or we.
  if (isVerb && !/^[\s"“«]*(?:(?:el|il|lo|o|la|a)\s|l['’]|\p{L}+(?:iamo|amos|emos|imos|amy|emy|imy)\s(?:\p{L}+[tds]o\s)?)?$/iu.test(text.slice(before.start, model.start))) return [];
  const at = from + lead!.length;
  return [{ ...model, start: at, end: isVerb ? at : at + word.length, models: [model] }];
};

/** "Meta calls it open source", "Meta lo definisce open source": the object of what a company does, as a mention of the one model named before. */
const findObject = (sentence: Sentence, claimAt: number): Standin[] => {
  const { text, start, end, inside, g } = sentence;
  const maker = inside.findLast((mention) => !isThing(mention) && mention.kind !== 'licence' && mention.end <= claimAt);
  if (!maker) return [];
  const object = new RegExp(`^((?:\\s\\p{L}[\\p{L}-]*){0,3}?\\s)(\\p{L}+ ${modelNoun}|${modelNoun} ten|\\p{L}{1,3}(?=\\s|[,.])|l['’])(?=\\s?(\\p{L}+)|[.,])`, 'iu');
  const [, lead, word, next] = object.exec(text.slice(maker.end, Math.min(end, maker.end + 80))) ?? [];
  if (word === undefined) return [];
  const said = word.toLowerCase().replace("'", '’');
  if (!(word.includes(' ') ? g.pronoun.test(said) : g.object.has(said))) return [];
  const isVerb = (other: string): boolean => g.calls.has(other) || g.released.has(other) || g.auxiliary.has(other) || /^open-?sourc/.test(other);
  const between = lead!.toLowerCase().trim().split(/\s+/).filter(Boolean);
  if (!between.every((other) => isVerb(other) || g.adverbs.has(other)) || ![...between, next?.toLowerCase() ?? ''].some(isVerb)) return [];
  const isHere = inside.some((mention) => isThing(mention) && mention.end <= maker.start);
  if (!isHere && start === 0) return [];
  const model = oneOf(sentence, isHere ? { start, end: maker.start } : sentenceAround(text, start - 1, start - 1), word.includes(' ') ? 'noun' : 'object');
  const at = maker.end + lead!.length;
  return model ? [{ ...model, start: at, end: at + word.length, models: [model] }] : [];
};

const opensClause = '(?<=^[\\s"“«„]*|[,;:—–]\\s["“«„]?|\\s(?:and|but|while|und|aber|et|mais|y|pero|e|ma|mas|en|maar|i|a|ale)\\s)';
const many = '(?: (?:i |les |los |os |de )?\\p{L}*(?:models|modelle|modèles|modelos|modelli|modellen|modele))?';

/** "The first is open source, the second proprietary", where the sentence before names two models. */
const counted = lazily(() => new RegExp(
  `${opensClause}(?:only |just |nur |solo |só |alleen |tylko )?(?:`
  + '(the (?:first|former)|(?:der|das) erste|erstere[rs]?|le premier|el primero|il primo|o primeiro|(?:de|het) eerste|pierwszy)'
  + '|(?:the (?:second|latter|other)|(?:der|das) (?:zweite|andere)|letztere[rs]?|le second|le deuxième|el segundo|il secondo|o segundo|(?:de|het) tweede|drugi))(?: (?:one|model|modell|modèle|modelo|modello))?(?=[\\s,])', 'giu',
));

/** "Both are open source", of two, three or any number of models. */
const counting = lazily(() => new RegExp(
  `${opensClause}(?:`
  + `((?:both|beide|les deux|tous deux|toutes deux|ambos|ambas|los dos|entrambi|entrambe|i due|tutti e due|os dois|allebei|oba|obydwa)${many})`
  + `|((?:all three|alle drei|les trois|tous les trois|los tres|i tre|tutti e tre|os três|alle drie|wszystkie trzy)${many})`
  + `|((?:all(?: of (?:them|these))?|all (?:four|five|these)|alle(?: vier| fünf| vijf)?|tous|todos|tutti|wszystkie)${many}|they(?= (?:are|have) (?:both|all)\\s)|sie(?= (?:sind|haben) (?:beide|alle)\\s)|ze(?= (?:zijn|hebben) (?:beide|allebei|allemaal|alle)\\s)|il?s(?= (?:sont|ont) tou[st]\\s))`
  + '|(?=(?:sono|son|são) (?:entrambi|entrambe|tutti|tutte|ambos|ambas|todos|todas)\\s))'
  + '(?=\\s?(\\p{L}+))', 'giu',
));

/** "Two parsers", in lower case. */
const pair = /(?<!\p{L})(?:two|zwei|deux|dos|due|dois|duas|twee|dwa|dwie|dwóch)\s(\p{L}+)/gu;

/**
 * The models that words which count take up: those of the sentence so far or, where it has none, of the sentence before. None where
 * that counts something else.
 */
const countedModels = ({ text, start, mentions, inside, g }: Sentence, at: number): readonly Mention[] => {
  const isHere = inside.some((mention) => isThing(mention) && mention.end <= at);
  if (!isHere && start === 0) return [];
  const before = isHere ? { start, end: at } : sentenceAround(text, start - 1, start - 1);
  for (const [, noun] of text.slice(before.start, before.end).toLowerCase().matchAll(pair)) if (headOf(noun!, g) !== 'many') return [];
  return modelsOf(text, before, mentions);
};

const findCounted = (sentence: Sentence): Standin[] => {
  const { text, start, end, inside, g } = sentence;
  const standins: Standin[] = [];
  if (!inside.some(isThing)) {
    for (const found of text.slice(start, end).matchAll(counted())) {
      const taken = countedModels(sentence, start);
      if (taken.length !== 2) return [];
      const model = taken[found[1] === undefined ? 1 : 0]!;
      const at = start + found.index;
      standins.push({ ...model, start: at, end: at + found[0].length, models: [model] });
    }
  }
  for (const found of text.slice(start, end).matchAll(counting())) {
    const [printed, two, three, , next] = found;
    const at = start + found.index;
    if (!g.are.has(next!.toLowerCase()) && !g.have.has(next!.toLowerCase())) continue;
    const taken = countedModels(sentence, at);
    const number = taken.length;
    if (two !== undefined ? number !== 2 : three !== undefined ? number !== 3 : number < 2) continue;
    standins.push({ ...taken[0]!, start: at, end: at + printed.length, models: taken });
  }
  return standins;
};

/** The words of `sentence` that stand for models named before; `claimsAt` are the places of its claiming words. */
export const findStandins = (sentence: Sentence, claimsAt: readonly number[]): Standin[] => {
  const found = findCounted(sentence);
  for (const at of claimsAt) {
    for (const standin of [...findSubject(sentence, at), ...findObject(sentence, at)]) {
      if (!found.some(({ start, end }) => start <= standin.end && standin.start <= end)) found.push(standin);
    }
  }
  return found;
};
