/**
 * The clause patterns in which a text claims openness of a model: predicate, attribute, list, apposition, verb. Called by
 * claims.ts, which tries them in the order of `patterns` and takes the first that finds anything. Each accounts for every
 * token between the claim and the model, or finds nothing.
 */
import {
  after, alternatives, beforeDeterminer, beforeForward, endsName, isNegative, isSceneSetting, listFrom, size, skipBack, skipSource, someBetween, startOf, type Scene,
} from './claim-steps.ts';
import { headOf, isModel, isSign, isStandin, modelsBehind, type Token } from './claim-tokens.ts';
import { either, otherThings, set, type Grammar } from './claim-words.ts';
import { findVoice, nameAt } from './claim-voice.ts';
import type { Claim, Mention } from './types.ts';

/** What a pattern found: the models that the claim is said of, and whose words it is. */
export interface Finding {
  readonly mentions: readonly Mention[];
  readonly speaker?: string;
  /** The pattern found a claim that plain "open" makes. */
  readonly claim?: Claim['claim'];
}

/** Words after a claim that take it back. */
const disclaimers: ReadonlySet<string> = new Set((
  'false misleading misnomer untrue incorrect myth disputed contested supposedly allegedly reportedly questionable debatable wrong '
  + 'falsch irreführend umstritten angeblich vermeintlich mythos faux trompeur contesté mythe prétendument falso engañoso mito discutido '
  + 'supuestamente fuorviante enganoso onjuist misleidend fałszywe name'
).split(' '));

/** Words right behind a claim that take part of it back: "on paper", "in spirit", "at best", "sur le papier". */
const reservations: ReadonlySet<string> = new Set((
  'not spirit paper theory principle part parts partly partially mostly nearly almost best heart glance face surface sense extent degree point except excluding unless if until enough sort '
  + 'auf papier namen theorie prinzip teil teilweise teils halb fast außer sofern anschein nom papier théorie principe partie moitié sauf sens point '
  + 'nombre papel teoría principio parte medias boquilla salvo excepto mitad punto modo forma nome carta teoria metà tranne parole principio papel metade modo serlo '
  + 'naam papier theorie deels half behalve nazwy papierze teorii części połowie oprócz'
).split(' '));

/** Where the claim's own sentence begins: behind "If you have a large card,", which is no condition of it. */
const behindAdvice = ({ tokens, phrase }: Scene): number => {
  if (tokens[0]!.t !== 'if' || tokens[1]?.t !== 'you') return 0;
  const comma = tokens.findIndex((token, k) => k < phrase.from && token.t === ',');
  return comma > 0 && !tokens.slice(0, comma).some((token) => isModel(token) || /^(?:ask|asked|believe|trust|think|listen|read|count|mean|consider|take|define)$/.test(token.t)) ? comma + 1 : 0;
};

const isDoubted = (scene: Scene): boolean => isDoubtedIn(scene, behindAdvice(scene));

const isDoubtedIn = ({ tokens, g, phrase }: Scene, from: number): boolean =>
  tokens[0]!.t === 'had' || someBetween(tokens, from, phrase.to, g.doubt) || someBetween(tokens, phrase.to + 1, tokens.length, disclaimers);

/** Openers that leave the subject's place to the name after them. */
const sceneWords: ReadonlySet<string> = new Set([
  'for now', 'until then', 'since then', 'until now', 'to date', 'now', 'today', 'currently', 'so far', 'at present', 'by contrast', 'in contrast', 'meanwhile', 'however', 'still', 'here', 'also', 'yet',
  'for the moment', 'já', 'invece', 'at the moment', 'as of now', 'actuellement', 'aujourd’ hui', 'pour l’ instant', 'actualmente', 'hoy', 'por ahora', 'attualmente', 'por enquanto',
]);

/** "Note that", "À noter que": what the text itself says. */
const asksToNote = /^(?:note|remember|remarquons|noter|notons|notez|rappelons|nota|notar|señalar|recordar|recordemos|notare|ricordiamo|beachte|bedenken|merke|let|bedenk|zauważmy|pamiętajmy)$/;

const isContrast = /^(?:unlike|like|compared|in|along|anders|wie|im|contrairement|comme|à|a|como|zoals|w|diferencia)$/;

/** Sets a name beside another: "unlike GPT-4", "mejor que GPT-4"; "to" does so behind a name. */
const beside: ReadonlySet<string> = new Set((
  'than unlike with versus vs against besides alongside over wie als mit neben gegen gegenüber comme avec contre que con frente come com dan met naast tegen niż z jak obok '
  + 'diferencia differenza diferença contrario contrário'
).split(' '));
/** The same in two words: "compared to", "contrairement à", "a diferencia de". */
const besideTo = /^(?:(?:compared|contrast|opposed|contrairement|comparaison|rapport|face|frente|respecto|rispetto|relação|comparação) (?:to|à|a|al|ao)|(?:gegensatz|vergleich|unterschied) zu|tegenstelling tot|(?:différence|diferencia|differenza|diferença|contrario|contrário) d.*|(?:przeciwieństwie|porównaniu) do|odróżnieniu od)$/;
/** Prepositions that hang on a verb: "settled on Gemma", "translated by Claude". Behind a noun the noun may be meant: "a rival to GPT-4". */
const onVerb: ReadonlySet<string> = new Set('to on by at in into via using auf in zu über à sur dans par en sobre su in op na w przez'.split(' '));
/** Words by which "with" a model is something else's part. */
const joined = /^(?:built|made|written|trained|works?|working|talks?|compatible|gebaut|arbeitet|funktioniert|fonctionne|funciona|funziona|werkt|działa|something|anything|etwas|chose|algo|qualcosa|iets|coś)$/;

/** Whether "which" behind the name after the preposition at `at` can take up the name alone. */
const isNamedAlone = ({ text, tokens, g, lang }: Scene, at: number): boolean => {
  const [word, before] = [tokens[at]!.t, tokens[at - 1]];
  const isBeside = beside.has(word) || (isModel(before) && /^(?:to|à|a|al|ao)$/.test(word)) || besideTo.test(`${before?.t} ${word}`);
  if (!isBeside && !(onVerb.has(word) && before && !before.mention && !isSign(before) && !tokens.slice(Math.max(0, at - 4), at).some(({ t }) => g.articles.has(t)))) return false;
  if (before?.isUpper && !before.mention && lang !== 'de' && !(at === 1 && g.introducers.has(before.t))) return false;
  return !otherThings().test(text.slice(tokens[0]!.start, tokens[at]!.start)) && !tokens.slice(0, at).some((token) => !token.mention && (headOf(token.t, g) !== undefined || joined.test(token.t)));
};

/** The models that a verb at `v` is said of, and the index before them; `null` where its subject is or may be something else. */
const subjectsBefore = (scene: Scene, v: number, number: 'one' | 'many' | 'either'): { mentions: Mention[]; left: number; speakerVerb: number } | null => {
  const { tokens, g } = scene;
  let i = skipBack(tokens, v - 1, g.adverbs);
  let isRelative = false;
  if (tokens[i] && !tokens[i]!.mention && g.relative.has(tokens[i]!.t) && (tokens[i - 1]?.t === ',' || isModel(tokens[i - 1]))) {
    isRelative = true;
    i -= tokens[i - 1]?.t === ',' ? 2 : 1;
  } else if (tokens[i]?.t === ')') {
    const open = tokens.findLastIndex((token, k) => k < i && k >= i - 8 && token.t === '(');
    if (open < 0) return null;
    i = open - 1;
  } else if (tokens[i]?.t === ',') {
    const open = tokens.findLastIndex((token, k) => k < i && k >= i - 12 && token.t === ',');
    if (open < 0) return null;
    if (tokens.slice(open, i).some(isModel) && !isContrast.test(tokens[open + 1]!.t)) return null;
    i = open - 1;
  }
  // "Velvet di Almawave", "Apertus aus Lausanne"
  if ((tokens[i]?.mention ? !isModel(tokens[i]) : tokens[i]?.isUpper && isModel(tokens[i - 2])) && (g.by.has(tokens[i - 1]?.t ?? '') || tokens[i - 1]?.t === 'aus')) i -= 2;
  let isMany = false;
  if (tokens[i] && !tokens[i]!.mention && isModel(tokens[i - 1]) && headOf(tokens[i]!.t, g)) {
    isMany = headOf(tokens[i]!.t, g) === 'many';
    i--;
  }
  if (size.test(tokens[i]?.t ?? '') && isModel(tokens[i - 1])) i--;

  const mentions: Mention[] = [];
  let count = 0;
  let left = i;
  for (let token = tokens[i]; token?.mention && (isModel(token) || count > 0); token = tokens[i]) {
    if (isModel(token)) mentions.unshift(token.mention);
    isMany ||= modelsBehind(token.mention).length > 1;
    count++;
    left = i - 1;
    for (let turn = 0; turn < 3; turn++) {
      const before = left;
      left = beforeDeterminer(tokens, left, g).at;
      const noun = tokens[left];
      if (noun && !noun.mention && (g.adjective.test(noun.t) || headOf(noun.t, g))) {
        isMany ||= headOf(noun.t, g) === 'many';
        left--;
      } else if (noun?.mention && noun.mention.kind === 'company') left--;
      if (left === before) break;
    }
    if (number === 'one') break;
    let k = left;
    if (tokens[k] && !tokens[k]!.mention && g.and.has(tokens[k]!.t)) k--;
    if (tokens[k]?.t === ',') k--;
    if (k === left || !tokens[k]?.mention) break;
    i = k;
  }
  if (mentions.length === 0) return null;
  const such = startOf(tokens, left, g.suchAs);
  const isExample = such > 0 && headOf(tokens[such - 1]!.t, g) === 'many';
  if (number === 'many' && count < 2 && !isMany && !isExample) return null;
  if (count > 1 && /^(?:both|beide|ambos|entrambi|oba)$/.test(tokens[left]?.t ?? '')) left--;

  if (isRelative) {
    const before = tokens[left];
    const isOther = before && !before.mention && (g.by.has(before.t) || g.introducers.has(before.t)) && !isNamedAlone(scene, left);
    return isOther ? null : { mentions, left, speakerVerb: -1 };
  }
  left = skipBack(tokens, left, g.focus);
  const token = tokens[left];
  if (!token || (isSign(token) && token.t !== '-' && token.t !== '/' && token.t !== '%')) return { mentions, left, speakerVerb: -1 };
  // Polish sets no comma: "Według raportu GPT-4 jest ..."
  const clause = tokens.findLastIndex((other, k) => k <= left && isSign(other)) + 1;
  const lead = g.headComes === 'either' ? after(tokens, clause, g.accordingTo) : 0;
  if (lead > 0 && left - lead < 3 && !tokens.slice(lead, left + 1).some((other) => isModel(other) || g.not.has(other.t))) return { mentions, left, speakerVerb: -1 };
  if (token.mention) return null;
  if (g.says.has(token.t)) return { mentions, left, speakerVerb: left };
  if (g.that.has(token.t)) {
    const said = tokens[left - 1]?.t === ',' ? left - 2 : left - 1;
    if (said < 3 && asksToNote.test(tokens[said]?.t ?? '')) return { mentions, left, speakerVerb: -1 };
    return g.says.has(tokens[said]?.t ?? '') ? { mentions, left, speakerVerb: said } : null;
  }
  if (g.clauseStart.has(token.t)) return { mentions, left, speakerVerb: -1 };
  const cut = tokens.findLastIndex((other, k) => k <= left && (isSign(other) || g.clauseStart.has(other.t)));
  if (left === 0 && /^(?:as|como|comme|siccome|puisque|aangezien|skoro)$/.test(token.t)) return { mentions, left, speakerVerb: -1 };
  if (sceneWords.has(tokens.slice(cut + 1, left + 1).map((other) => other.t).join(' '))) return { mentions, left, speakerVerb: -1 };
  if (isExample) {
    const before = tokens[beforeDeterminer(tokens, such - 2, g).at];
    if (!before || isSign(before) || g.clauseStart.has(before.t)) return { mentions, left, speakerVerb: -1 };
  }
  return null;
};

const withVoice = (scene: Scene, mentions: readonly Mention[], verb = -1): Finding | null => {
  if (mentions.length === 0) return null;
  const voice = findVoice(scene, verb);
  if (voice.of === 'hearsay') return null;
  return voice.of === 'named' ? { mentions, speaker: voice.name } : { mentions };
};

/** Words that mean nothing but a claim, where "closed" or "totally open" may mean much else. */
const isPlain = ({ t }: Token): boolean => /sourc|weight|gewicht|poids|pesos|pesi|wag|quelloffen|propr|propi|privativ|code|código|codice|kodzie|własnościow|otwartoźródł/.test(t);

/** Whether what stands behind the claim goes on to say how or since when: "open source down to the logs", "proprietary from its first day". */
const isGoneOn = ({ tokens, g, phrase, c }: Scene): boolean => {
  const word = tokens[phrase.to + 1]!.t;
  if (phrase.head || !isPlain(tokens[c]!) || !g.afterPlain.has(word) || someBetween(tokens, phrase.to + 1, phrase.to + 7, reservations)) return false;
  // "propietario de la tienda" owns it.
  return !(/^prop/.test(tokens[c]!.t) && /^d/.test(word));
};

/** Whether the claim's phrase is bounded on the right, so that nothing else is what is open. */
const isBounded = (scene: Scene): boolean => {
  const { tokens, g, phrase } = scene;
  const next = tokens[phrase.to + 1];
  if (!next) return true;
  // "the first open-weight model OpenAI has shipped"
  if (next.mention && phrase.head && !isModel(next) && (g.auxiliary.has(tokens[phrase.to + 2]?.t ?? '') || g.released.has(tokens[phrase.to + 2]?.t ?? ''))) return true;
  if (next.mention || next.claim) return false;
  if (next.t === '(') return tokens[phrase.to + 2]?.mention?.kind === 'licence' && tokens[phrase.to + 3]?.t === ')';
  if (isSign(next)) return next.t !== '-' && next.t !== '/';
  if (next.t === 'only') return !tokens[phrase.to + 2] || isSign(tokens[phrase.to + 2]);
  if (phrase.head) return g.afterHead.has(next.t);
  if (isGoneOn(scene)) return true;
  if (next.t === 'in') return /^\d{4}$/.test(tokens[phrase.to + 2]?.t ?? '') || tokens[phrase.to + 2]?.isUpper === true;
  // "proprietary and does not run" takes nothing back, "open but not free" may.
  return g.afterClaim.has(next.t) && (g.and.has(next.t) || !isNegative(tokens[phrase.to + 2], g));
};

/** "open source by Baidu" */
const isByAgent = ({ tokens, g, phrase, c }: Scene): boolean => !phrase.head && isPlain(tokens[c]!) && g.by.has(tokens[phrase.to + 1]?.t ?? '') && (tokens[phrase.to + 2]?.mention !== undefined || tokens[phrase.to + 2]?.isUpper === true);

/** "Llama is open source", "Claude bleibt ein proprietäres Modell", "models like GPT-4 are closed". */
const matchPredicate = (scene: Scene): Finding | null => {
  const { text, tokens, g, phrase, c } = scene;
  if (tokens[c]!.claim === 'bare' || !(isBounded(scene) || isByAgent(scene)) || isDoubted(scene)) return null;
  const near = skipBack(tokens, phrase.head ? beforeDeterminer(tokens, phrase.from - 1, g).at : phrase.from - 1, g.adverbs);
  const source = skipSource(tokens, near, g);
  const v = source.name === undefined ? near : skipBack(tokens, source.at, g.adverbs);
  // "is Swiss and open source"
  const isPaired = (g.and.has(tokens[v]?.t ?? '') || /^(?:but|aber|mais|pero|ma|mas|maar|ale)$/.test(tokens[v]?.t ?? '')) && !tokens[v]!.mention && !tokens[v - 1]?.mention && !isSign(tokens[v - 1]) && g.is.has(tokens[v - 2]?.t ?? '') && !isNegative(tokens[v - 1], g) && !/^(?:anything|all|alles|tout|todo|tutto|tudo|wszystko)$/.test(tokens[v - 1]!.t);
  const verb = tokens[isPaired ? v - 2 : v];
  if (!verb || verb.mention) return null;
  const made = g.made.has(verb.t) ? skipBack(tokens, v - 1, g.adverbs) : -1;
  if (made >= 0) return matchMade(scene, made);
  const isShort = verb.t === "'s" && /^it$/i.test(text.slice(tokens[v - 1]?.start ?? 0, tokens[v - 1]?.end ?? 0));
  const [isOne, areMany] = [isShort || g.is.has(verb.t), g.are.has(verb.t)];
  if (!isOne && !areMany) return null;
  if (/^closed$/.test(tokens[c]!.t) && !phrase.head && /^(?:was|were|became)$/.test(verb.t)) return null;
  const subject = subjectsBefore(scene, isPaired ? v - 2 : v, isOne && areMany ? 'either' : isOne ? 'one' : 'many');
  if (!subject) return isPaired || !isOne ? null : matchSecondVerb(scene, v);
  const speaker = source.name === undefined ? undefined : nameAt(text, tokens, source.name, -1);
  if (source.name !== undefined) return speaker === undefined ? null : { mentions: subject.mentions, speaker };
  return withVoice(scene, subject.mentions, subject.speakerVerb);
};

/** "EuroLLM is er al en is open source": the verb at `v` goes on with the subject of another one before it. */
const matchSecondVerb = (scene: Scene, v: number): Finding | null => {
  const { tokens, g } = scene;
  if (tokens[v - 1]?.mention || !g.and.has(tokens[v - 1]?.t ?? '')) return null;
  const first = tokens.findLastIndex((token, k) => k < v - 1 && !token.mention && g.is.has(token.t));
  if (first < 0 || v - first > 7 || tokens.slice(first, v - 1).some((token) => token.mention || isSign(token) || isNegative(token, g) || g.that.has(token.t) || g.clauseStart.has(token.t))) return null;
  const subject = subjectsBefore(scene, first, 'one');
  return subject && withVoice(scene, subject.mentions, subject.speakerVerb);
};

/** "ERNIE 4.5 was made open source": the helpers of "made" end at `last`. */
const matchMade = (scene: Scene, last: number): Finding | null => {
  const { tokens, g, phrase } = scene;
  if (phrase.head) return null;
  let first = last;
  while (first >= 0 && !tokens[first]!.mention && g.auxiliary.has(tokens[first]!.t)) first--;
  if (first === last || !tokens.slice(first + 1, last + 1).some(({ t }) => t === 'been' || t === 'été' || t === 'stato' || t === 'stata' || t === 'sido' || g.is.has(t) || g.are.has(t) || /^(?:ist|wurde|wurden|werd|werden|foi|foram|fue|fueron|został|została)$/.test(t))) return null;
  const subject = subjectsBefore(scene, first + 1, 'either');
  return subject && withVoice(scene, subject.mentions, subject.speakerVerb);
};

/** Dutch and German word order: "Damit ist Llama quelloffen", "weil Llama quelloffen ist", "Llama, das quelloffen ist,". */
const matchVerbSecond = (scene: Scene): Finding | null => {
  const { tokens, g, lang, phrase, c } = scene;
  if ((lang !== 'de' && lang !== 'nl') || tokens[c]!.claim === 'bare' || isDoubted(scene)) return null;
  const m = skipBack(tokens, phrase.head ? beforeDeterminer(tokens, phrase.from - 1, g).at : phrase.from - 1, g.adverbs);
  const last = tokens[phrase.to + 1];
  const isVerbLast = last !== undefined && !last.mention && (g.is.has(last.t) || g.are.has(last.t));
  if (isVerbLast) {
    const end = tokens[phrase.to + 2];
    if (end && !isSign(end) && !g.clauseStart.has(end.t)) return null;
    if (g.relative.has(tokens[m]?.t ?? '') && tokens[m - 1]?.t === ',' && isModel(tokens[m - 2])) {
      const left = beforeDeterminer(tokens, m - 3, g).at;
      const before = tokens[left];
      if (before && (g.by.has(before.t) || g.introducers.has(before.t)) && !isNamedAlone(scene, left)) return null;
      return withVoice(scene, [tokens[m - 2]!.mention!]);
    }
    const name = tokens[m];
    if (!isModel(name)) return null;
    const left = tokens[beforeDeterminer(tokens, m - 1, g).at];
    if (!left) return null;
    if (g.that.has(left.t)) {
      const comma = tokens.indexOf(left) - 1;
      const verb = tokens[comma]?.t === ',' ? comma - 1 : comma;
      return g.says.has(tokens[verb]?.t ?? '') ? withVoice(scene, [name.mention], verb) : null;
    }
    return g.clauseStart.has(left.t) && left.t !== 'und' && left.t !== 'aber' ? withVoice(scene, [name.mention]) : null;
  }
  if (!isBounded(scene)) return null;
  const name = tokens[m];
  if (!isModel(name)) return null;
  const v = beforeDeterminer(tokens, m - 1, g).at;
  const verb = tokens[v];
  if (!verb || verb.mention || !g.is.has(verb.t)) return null;
  const before = tokens[v - 1];
  if (!before || isSign(before) || isNegative(before, g) || (isModel(before) && !isSceneSetting(tokens, v, g))) return null;
  return withVoice(scene, [name.mention]);
};

const likening: ReadonlySet<string> = new Set(['like', 'wie', 'comme', 'como', 'come', 'zoals', 'jak']);
/** From two on. */
const counts = ['two', 'three', 'four', 'five'];
const lists: ReadonlySet<string> = new Set([':', '(']);

/** "both open-source (Llama, Falcon) and closed (GPT-4) models". */
const matchBracketed = ({ tokens, g, c }: Scene): Finding | null => {
  if (tokens[c]!.claim === 'bare' || tokens[c + 1]?.t !== '(') return null;
  const close = tokens.findIndex((token, k) => k > c && token.t === ')');
  const next = tokens[close + 1];
  if (close < 0 || !next || isNegative(tokens[c - 1], g)) return null;
  const isShared = headOf(next.t, g) !== undefined || (alternatives.has(next.t) && tokens[close + 2]?.claim !== undefined);
  if (!isShared) return null;
  const such = after(tokens, c + 2, g.suchAs);
  const start = such > 0 ? (tokens[such]?.t === ',' ? such + 1 : such) : c + 2;
  return { mentions: listFrom(tokens, start, g, { isWhole: true }) };
};

/** "The best open-source model is Llama 3.1", "Open-source models include Llama and Falcon". */
const matchSubject = (scene: Scene): Finding | null => {
  const { tokens, g, phrase, c } = scene;
  if (tokens[c]!.claim === 'bare' || !phrase.head || isDoubted(scene)) return null;
  const verb = tokens[phrase.to + 1];
  if (!verb || verb.mention) return null;
  const isOne = phrase.head === 'one' && g.is.has(verb.t);
  if (!isOne && !(phrase.head === 'many' && (g.are.has(verb.t) || verb.t === 'include'))) return null;
  const determined = beforeDeterminer(tokens, phrase.from - 1, g);
  let left = determined.at;
  if (tokens[left]?.t === 'of' && /^examples?$/.test(tokens[left - 1]?.t ?? '')) left = beforeDeterminer(tokens, left - 2, g).at;
  const before = tokens[left];
  if ((before && !isSign(before) && !g.clauseStart.has(before.t)) || (isOne && (left === phrase.from - 1 || determined.indefinite))) return null;
  const i = phrase.to + 2;
  const first = tokens[beforeForward(tokens, i, g)];
  if (!first?.mention) return null;
  return withVoice(scene, listFrom(tokens, i, g));
};

/** "open-source models such as Llama, Mistral 7B and Falcon", "Llama and other open-source models". */
const matchEnumeration = (scene: Scene): Finding | null => {
  const { tokens, g, phrase, c } = scene;
  if (!phrase.head) return matchBracketed(scene);
  const plain: Pick<Finding, 'claim'> = tokens[c]!.claim === 'bare' ? { claim: 'open-source' } : {};
  const determined = beforeDeterminer(tokens, phrase.from - 1, g);

  const others = tokens[determined.at];
  if (others && !others.mention && g.other.has(others.t) && phrase.head === 'many') {
    let i = determined.at - 1;
    if (tokens[i]?.t === 'd’' || /^(?:many|several|most)$/.test(tokens[i]?.t ?? '')) i--;
    if (!tokens[i] || tokens[i]!.mention || !(g.and.has(tokens[i]!.t) || tokens[i]!.t === 'or')) return null;
    i--;
    if (tokens[i]?.t === ',') i--;
    const mentions: Mention[] = [];
    const mayList = !isSceneSetting(tokens, tokens.findIndex((token) => token.t === ','), g);
    for (let token = tokens[i]; isModel(token); token = tokens[i]) {
      mentions.unshift(token.mention);
      const comma = beforeDeterminer(tokens, i - 1, g).at;
      if (!mayList || tokens[comma]?.t !== ',') break;
      i = comma - 1;
    }
    return { mentions, ...plain };
  }

  for (let i = determined.at; i > determined.at - 3 && i >= 0; i--) {
    if (isSign(tokens[i])) break;
    if (isNegative(tokens[i], g)) return null;
  }
  if (someBetween(tokens, 0, phrase.from, new Set(['if', 'imagine', 'suppose', 'wish', 'hypothetical', 'wenn', 'falls', 'si', 'se', 'als', 'gdyby'].filter((word) => g.doubt.has(word))))) return null;
  let i = phrase.to + 1;
  if ((tokens[i]?.t === 'to' || tokens[i]?.t === 'for' || tokens[i]?.t === 'zu' || tokens[i]?.t === 'à' || tokens[i]?.t === 'a') && isModel(tokens[i + 1])) i += 2;
  const isOpened = lists.has(tokens[i]?.t ?? '');
  if (isOpened || tokens[i]?.t === ',') i++;
  const start = after(tokens, i, g.suchAs);
  // ", like GPT-4," likens and does not list.
  if (start === i + 1 && tokens[i - 1]?.t === ',' && likening.has(tokens[i]!.t)) return null;
  // "An open model like GPT-4 would be welcome"
  if (start > 0 && phrase.head === 'one' && likening.has(tokens[i]?.t ?? '') && someBetween(tokens, start, tokens.length, g.doubt)) return null;
  if (start > 0) {
    const first = tokens[start]?.t === ',' && tokens[start - 1]!.t.includes('.') ? start + 1 : start;
    return { mentions: listFrom(tokens, first, g, { isSetScene: isSceneSetting(tokens, phrase.from, g), isOne: phrase.head === 'one' }), ...plain };
  }
  if (isOpened && phrase.head === 'many' && i === phrase.to + 2) return { mentions: listFrom(tokens, i, g, { isWhole: true }), ...plain };
  if (tokens[i - 1]?.t === ',' && i === phrase.to + 2 && phrase.head === 'many') {
    const count = tokens.slice(phrase.from, c).map((token) => counts.indexOf(token.t)).find((number) => number >= 0);
    const mentions = listFrom(tokens, i, g);
    return count !== undefined && mentions.length === count + 2 ? { mentions, ...plain } : null;
  }
  return null;
};

/** Before "open-source Llama", so that "open-source" is a verb, denied, or no more than a likeness. */
const noAttribute: ReadonlySet<string> = new Set((
  'to more less as another every some future hypothetical potential possible so-called supposedly allegedly non semi fake pseudo would-be will would should could '
  + 'might may must can please they we i you he she it who if each few'
).split(' '));

const isVerbOrHead = (token: Token | undefined, g: Grammar): boolean =>
  token !== undefined && !token.mention && (headOf(token.t, g) !== undefined || (/(?:s|ed)$/.test(token.t) && !['as', 'across', 'unlike'].includes(token.t)) || /^(?:can|will|may|came|ran|won|led|beat|had)$/.test(token.t));

/** English words that an adjective may follow without an article; after any other word "open-source" may be a verb, and "closed" is. */
const beforeAttribute: ReadonlySet<string> = new Set((
  'of or and but than versus vs including using use uses used run runs running ran prefer prefers chose choose try tried test tested deploy deployed host '
  + 'hosting fine-tune fine-tuned download downloaded compare compared is are was were love loves between about'
).split(' '));

/** "the open-source Llama 3.1", "das quelloffene Modell Llama", "le modèle open source Llama". */
const matchAttribute = (scene: Scene): Finding | null => {
  const { tokens, g, phrase, c, lang } = scene;
  const claim = tokens[c]!;
  if (claim.claim === 'bare' || /sources$/.test(claim.t)) return null;
  const isHeadBefore = g.headComes === 'before';
  if (!phrase.head && isHeadBefore) return null;
  const isRelease = tokens[phrase.to]!.t === 'release' && tokens[phrase.to + 1]?.t === 'of' && isModel(tokens[phrase.to + 2]);
  if (phrase.head === 'soft' && !isRelease) return null;
  const determined = beforeDeterminer(tokens, phrase.from - 1, g);
  if (/sourced$/.test(claim.t) && determined.at === phrase.from - 1) return null;
  const before = tokens[determined.at];
  if (before?.claim || isNegative(before, g) || isNegative(tokens[determined.at - 1], g)) return null;
  if (before && !before.mention && noAttribute.has(before.t) && determined.at === phrase.from - 1) return null;
  if (before && !before.mention && g.doubt.has(before.t)) return null;
  if (lang === 'en' && !phrase.head && determined.at === phrase.from - 1) {
    if (claim.t === 'closed') return null;
    if (before && !isSign(before) && !beforeAttribute.has(before.t) && !g.introducers.has(before.t) && !g.clauseStart.has(before.t)) return null;
  }

  let i = phrase.to + 1;
  const isCalled = isRelease || (!tokens[i]?.mention && g.called.has(tokens[i]?.t ?? ''));
  if (isCalled) i++;
  if (determined.indefinite && (!isCalled || isRelease)) return null;
  if (before?.isUpper && determined.at === phrase.from - 1 && !isSign(before) && !phrase.head && determined.at >= 0) return null;
  while (tokens[i]?.mention && !isModel(tokens[i]) && isModel(tokens[i + 1])) i++;
  const name = tokens[i];
  if (!isModel(name)) return null;
  // "The open-source ChatGPT" is a likeness: some other product.
  const isLikeness = name.mention.kind === 'product' && claim.claim !== 'closed' && !phrase.head;
  if (isLikeness || tokens.some((token, k) => k > i && token.t === '!')) return null;
  if (phrase.head === 'many') {
    const mentions = listFrom(tokens, i, g, { isSetScene: isSceneSetting(tokens, phrase.from, g) });
    return mentions.length > 0 ? { mentions } : null;
  }
  if (!endsName(tokens, i + 1, g)) return null;
  // "Open-source Llama now" may be a demand; "Open-source Llama beats ..." is not.
  if (phrase.from === 0 && !phrase.head && lang === 'en' && !isVerbOrHead(tokens[size.test(tokens[i + 1]?.t ?? '') ? i + 2 : i + 1], g)) return null;
  return { mentions: [name.mention] };
};

const bothWords = /^(?:both|all|beide|alle|ambos|entrambi|tutti|todos|oba|allebei)$/;

/** The models of a list that ends with token `i`, with "and" or "or" before the last; one where there is no list. */
const namesBefore = (tokens: readonly Token[], i: number, g: Grammar): Mention[] => {
  const names: Mention[] = [];
  for (let at = i, token = tokens[at]; isModel(token); token = tokens[at]) {
    names.unshift(token.mention);
    const join = beforeDeterminer(tokens, at - 1, g).at;
    const word = tokens[join];
    if (!word || word.mention || !(g.and.has(word.t) || g.or.has(word.t) || word.t === ',')) break;
    at = tokens[join - 1]?.t === ',' ? join - 2 : join - 1;
  }
  return names;
};

/** Words before a name by which what follows may be said of what they hang on: "a rival to GPT-4, an open model". */
const part = /^(?:to|of|than|against|over|from|for|between|like|unlike|zu|von|gegen|als|für|de|à|que|a|contra|di|da|per|van|dan|voor|tegen|od|niż|do)$/;
const isPart = (token: Token | undefined): boolean => token !== undefined && !token.mention && part.test(token.t);

/** A claim that bare says of a name what an adjective does: "à poids ouverts", "proprietário", "open-weight". "Open source" may be a topic in a list. */
const isAdjective = ({ t }: Token, g: Grammar): boolean =>
  /^(?:de|à|a|con|com) /.test(t) || /^open-(?:source|weight)$/.test(t) || /^(?:quelloffen|otwartoźródł|własnościow)/.test(t) || (/^prop/.test(t) && (g.headComes !== 'before' || !/s$|i$/.test(t)));

/** "and paid for": another word said of the same, from token `i` on, and not another kind of model. */
const isPairedOn = (tokens: readonly Token[], i: number, g: Grammar): boolean => {
  if (!tokens[i] || tokens[i]!.mention || !g.and.has(tokens[i]!.t) || !tokens[i + 1]) return false;
  const end = tokens.findIndex((token, k) => k > i && isSign(token));
  return !tokens.slice(i + 1, Math.min(i + 5, end < 0 ? tokens.length : end)).some((token) => token.mention !== undefined || token.claim !== undefined || token.isUpper || headOf(token.t, g) !== undefined);
};

/** Walks back from token `i` over who made the model: "Salamandra, del Barcelona Supercomputing Center", "Phi-4 from Microsoft"; the model, or `i`. */
const skipMaker = (tokens: readonly Token[], i: number, g: Grammar): number => {
  for (let k = i; k > i - 7 && k > 1 && (tokens[k]!.isUpper || g.articles.has(tokens[k]!.t) || g.by.has(tokens[k]!.t) || headOf(tokens[k]!.t, g) === undefined); k--) {
    if (isModel(tokens[k]) || isSign(tokens[k])) return i;
    if (!(g.by.has(tokens[k]!.t) || tokens[k]!.t === 'del')) continue;
    const m = tokens[k - 1]!.t === ',' ? k - 2 : k - 1;
    if (isModel(tokens[m])) return m;
  }
  return i;
};

/** Behind the noun of an aside, which goes on: "an open-weight model that ...". */
const asideGoesOn = /^(?:that|which|whose|with|you|we|anyone|released|developed|trained|tuned|fine-tuned|aimed|meant|intended|hosted|built|based|designed|created|made|published|available|capable|small|since|yet|ever|in|for|to|das|die|der|mit|aus|qui|avec|capable|que|con|capaz|che|com|dat|die|met|uit|który|która|z)$/;
/** French, Spanish, Italian and Portuguese participles, which no verb in the present ends as. */
const participle = /(?:é|ée|u|ue|[ai]d[oa]|[aiu]t[oa])$/;
/** Between a name and a claim about it: "GPT-5, being proprietary, ...", "Gemini, although proprietary, ...". */
const being: ReadonlySet<string> = new Set('being although though albeit obwohl obgleich étant quoique aunque siendo sebbene benché essendo embora sendo hoewel choć będąc'.split(' '));

const opensAside: ReadonlySet<string> = new Set([',', '(', '–', '—']);

/** "Mistral 7B, an open-weight model", "Llama 3.1 (open source)", "As an open-source model, Llama ...". */
const matchApposition = (scene: Scene): Finding | null => {
  const { tokens, g, phrase, c, lang } = scene;
  if (tokens[c]!.claim === 'bare') return null;
  const determined = beforeDeterminer(tokens, phrase.from - 1, g);
  const isDetermined = determined.at < phrase.from - 1;
  const at = skipBack(tokens, determined.at, g.adverbs);
  const sign = tokens[at];
  const next = tokens[phrase.to + 1];

  // "Qwen3 ou Mistral Small, ambos de pesos abertos"; "Apertus, à poids ouverts, ..."; "Gemini, proprietário e pago"
  if (sign?.t === ',' && !phrase.head && !isDetermined) {
    const mentions = namesBefore(tokens, at - 1, g);
    const isEnded = !next || isSign(next);
    const isOfBoth = isEnded && at < phrase.from - 1 && mentions.length > 1 && bothWords.test(tokens[phrase.from - 1]!.t);
    const isOfOne = at === phrase.from - 1 && mentions.length === 1 && isAdjective(tokens[c]!, g) && (!next || next.t === ',' || next.t === ')' || isPairedOn(tokens, phrase.to + 1, g));
    if ((isOfBoth || isOfOne) && !isSceneSetting(tokens, at - 1, g) && !isPart(tokens[beforeDeterminer(tokens, at - 2, g).at])) return withVoice(scene, mentions);
  }
  const link = tokens[phrase.from - 1];
  if (link && !link.mention && being.has(link.t) && isPlain(tokens[c]!) && isBounded(scene)) {
    const m = tokens[phrase.from - 2]?.t === ',' ? phrase.from - 3 : phrase.from - 2;
    if (isModel(tokens[m]) && !isSceneSetting(tokens, m, g) && !isPart(tokens[beforeDeterminer(tokens, m - 1, g).at])) return withVoice(scene, [tokens[m].mention]);
  }
  if (sign?.t === '(' && next?.t === ')' && (phrase.head || !isDetermined)) {
    const name = tokens[at - 1];
    return isModel(name) ? { mentions: [name.mention] } : null;
  }
  if (sign && opensAside.has(sign.t) && sign.t !== '(' && phrase.head && (isDetermined || g.headComes !== 'after')) {
    const isClosed = !next || (isSign(next) && next.t !== '-' && next.t !== '/') || (!next.mention && (g.by.has(next.t) || underWords.has(next.t) || asideGoesOn.test(next.t) || (g.headComes === 'before' && participle.test(next.t))));
    let m = at - 1;
    if (tokens[m]?.t === ')') {
      const open = tokens.findLastIndex((token, k) => k < m && k >= m - 6 && token.t === '(');
      if (open > 0) m = open - 1;
    }
    // "Command R [2]", "the Llama 3.1 model"
    else if (tokens[m]?.t === ']' && tokens[m - 2]?.t === '[') m -= 3;
    m = skipMaker(tokens, m, g);
    if (headOf(tokens[m]?.t ?? '', g) === 'one' && isModel(tokens[m - 1])) m--;
    const name = tokens[m];
    if (!isClosed || !isModel(name) || isNegative(tokens[at + 1], g)) return null;
    if (next?.t === 'to' && phrase.head !== 'soft') return null;
    // "GPT-4, an open-source model, and a search engine" may be three things.
    if (next?.t === ',' && g.and.has(tokens[phrase.to + 2]?.t ?? '') && g.indefinite.has(tokens[phrase.to + 3]?.t ?? '')) return null;
    if (isSceneSetting(tokens, m, g)) return null;
    if (isPart(tokens[beforeDeterminer(tokens, m - 1, g).at]) || someBetween(tokens, at, c, g.doubt)) return null;
    return { mentions: [name.mention] };
  }

  if (sign?.t === ':' && !isDetermined && isModel(tokens[at - 1]) && (at === 1 || /^[;,|]$/.test(tokens[at - 2]!.t)) && (!next || /^[;,|]$/.test(next.t))) {
    return /^closed$/.test(tokens[c]!.t) && !phrase.head ? null : { mentions: [tokens[at - 1]!.mention!] };
  }

  if (phrase.head && (determined.at < 0 || (determined.at === 0 && /^(?:as|als|como|come|jako|being)$/.test(tokens[0]!.t)) || (lang === 'fr' && determined.at === 2 && tokens[0]!.t === 'en' && tokens[1]!.t === 'tant'))) {
    let i = phrase.to + 1;
    const isInverted = lang === 'de' && determined.at === 0 && next !== undefined && !next.mention && !next.isUpper && !isSign(next);
    if (next?.t !== ',' && !isInverted) return null;
    i++;
    const name = tokens[beforeForward(tokens, i, g)];
    const index = name ? tokens.indexOf(name) : -1;
    if (!isModel(name) || !endsName(tokens, index + 1, g)) return null;
    if (!isDetermined && determined.at < 0) return null;
    return { mentions: phrase.head === 'many' ? listFrom(tokens, index, g) : [name.mention] };
  }
  return null;
};

/** Between who open-sourced something and the verb. */
const beforeVerb = set('recently just finally later then has have had officially quietly since');

/** "Meta open-sourced Llama 2", "Llama 2 was open-sourced", "Llama 2, open-sourced by Meta". */
const matchVerb = (scene: Scene): Finding | null => {
  const { tokens, g, phrase, c } = scene;
  const word = tokens[c]!.t;
  const isPast = /sourced$/.test(word);
  if ((!isPast && !/-sources$/.test(word)) || isDoubted(scene)) return null;
  const v = skipBack(tokens, c - 1, g.adverbs);
  const verb = tokens[v];
  if (isPast && verb && !verb.mention && g.auxiliary.has(verb.t) && !(g.is.has(verb.t) && g.are.has(verb.t))) {
    let first = v;
    while (first > 0 && !tokens[first - 1]!.mention && g.auxiliary.has(tokens[first - 1]!.t)) first--;
    const isPassive = tokens.slice(first, v + 1).some((token) => token.t === 'been' || g.is.has(token.t) || g.are.has(token.t) || token.t === 'got');
    if (isPassive) {
      const many = /^(?:are|were|have)$/.test(tokens[first]!.t);
      const subject = subjectsBefore(scene, first, many ? 'many' : 'one');
      return subject && withVoice(scene, subject.mentions, subject.speakerVerb);
    }
  }
  if (isPast && verb?.t === ',' && isModel(tokens[v - 1]) && !isSceneSetting(tokens, v - 1, g)) {
    const next = tokens[c + 1]?.t ?? '';
    if (!/^(?:by|in|on|last|under|earlier|this|and|,)$/.test(next)) return null;
    const before = tokens[beforeDeterminer(tokens, v - 2, g).at];
    if (before && !before.mention && (g.by.has(before.t) || g.introducers.has(before.t))) return null;
    return { mentions: [tokens[v - 1]!.mention!] };
  }
  let i = skipBack(tokens, c - 1, either(g.adverbs, beforeVerb));
  const agent = tokens[i];
  const isAgent = agent !== undefined && !isSign(agent) && (agent.mention !== undefined || agent.isUpper || /^(?:it|they|he|she|we|who|which|and|company|lab|team|startup|firm|group|maker|researchers|university)$/.test(agent.t));
  if (!isAgent || isNegative(agent, g)) return null;
  // "Whisper, which OpenAI open-sourced in 2022"
  let which = i - 1;
  while (which > i - 5 && tokens[which] && (tokens[which]!.isUpper || g.articles.has(tokens[which]!.t)) && !isModel(tokens[which])) which--;
  if (tokens[which] && !tokens[which]!.mention && g.relative.has(tokens[which]!.t) && tokens[which - 1]?.t === ',' && isModel(tokens[which - 2]) && !isModel(tokens[c + 1])) {
    return withVoice(scene, [tokens[which - 2]!.mention!]);
  }
  i = phrase.to + 1;
  if (phrase.to !== c) return null;
  i = c + 1;
  while (tokens[i] && !tokens[i]!.mention && (/^(?:the|its|their|his|both|all|our)$/.test(tokens[i]!.t) || g.adjective.test(tokens[i]!.t))) i++;
  while (tokens[i] && !tokens[i]!.mention && g.heads.has(tokens[i]!.t) && isModel(tokens[i + 1])) i++;
  while (tokens[i] && !tokens[i]!.mention && g.head.has(tokens[i]!.t) && isModel(tokens[i + 1])) i++;
  if (!isModel(tokens[i])) return null;
  const mentions = listFrom(tokens, i, g, { isSetScene: true });
  return withVoice(scene, mentions);
};

/** "OpenAI keeps GPT-4 closed", "Meta made Llama open source". */
const matchKept = (scene: Scene): Finding | null => {
  const { tokens, g, phrase, c } = scene;
  if (tokens[c]!.claim === 'bare' || phrase.head || !isBounded(scene) || isDoubted(scene)) return null;
  const m = headOf(tokens[phrase.from - 1]?.t ?? '', g) ? phrase.from - 2 : phrase.from - 1;
  const name = tokens[m];
  if (!isModel(name)) return null;
  const v = beforeDeterminer(tokens, m - 1, g).at;
  const agent = tokens[skipBack(tokens, v - 1, g.auxiliary)];
  if (!/^(?:keeps|kept|made)$/.test(tokens[v]?.t ?? '') || !agent?.isUpper || isNegative(agent, g)) return null;
  return withVoice(scene, [name.mention]);
};

/** "GPT-4 ist proprietär, Mistral 7B dagegen quelloffen": the verb of the claim before stands for this one too. */
const matchGapped = (scene: Scene): Finding | null => {
  const { tokens, g, phrase, c } = scene;
  if (tokens[c]!.claim === 'bare' || phrase.head || isDoubted(scene)) return null;
  const next = tokens[phrase.to + 1];
  if (next && !isSign(next)) return null;
  let m = skipBack(tokens, c - 1, g.adverbs);
  // "el segundo, propietario"; "Luminous von Aleph Alpha dagegen proprietär"
  if (tokens[m]?.t === ',' && g.headComes === 'before') m -= 1;
  if (tokens[m]?.mention && !isModel(tokens[m]) && g.by.has(tokens[m - 1]?.t ?? '')) m -= 2;
  const name = tokens[m];
  const join = tokens[m - 1];
  if (!isModel(name) || !join || join.mention || !(join.t === ',' || join.t === ';' || g.and.has(join.t) || g.clauseStart.has(join.t))) return null;
  const other = tokens.findLastIndex((token, k) => k < m - 1 && token.claim !== undefined);
  if (other < 1 || m - other > 4) return null;
  const verb = tokens[skipBack(tokens, other - 1, g.adverbs)];
  if (!verb || verb.mention || !(g.is.has(verb.t) || g.are.has(verb.t)) || tokens.slice(0, c).some((token) => isNegative(token, g))) return null;
  return withVoice(scene, [name.mention]);
};

const freeObject: ReadonlySet<string> = new Set(['licence', 'license', 'licences', 'licenses', 'lizenz', 'licencia', 'licenza', 'licença', 'licentie', 'licencją']);

/** "Released with open weights" */
const withWords: ReadonlySet<string> = new Set(['with', 'mit', 'avec', 'con', 'com', 'met', 'z', 'à']);

const underWords: ReadonlySet<string> = new Set(['under', 'unter', 'sous', 'bajo', 'sob', 'onder']);

/** "Meta released Llama 2 as open source", "Llama 3 wurde als Open Source veröffentlicht", "publié en open source". */
const matchRelease = (scene: Scene): Finding | null => {
  const { tokens, g, phrase, c } = scene;
  if (tokens[c]!.claim === 'bare' || isDoubted(scene)) return null;
  // "con pesos abiertos": the preposition is part of the claim's token.
  const isLed = /^(?:con|com|à|a) /.test(tokens[c]!.t);
  const determined = isLed ? { at: phrase.from } : beforeDeterminer(tokens, phrase.from - 1, g);
  const link = tokens[determined.at];
  if (!link || link.mention) return null;
  const isWith = tokens[c]!.claim === 'open-weights' && !phrase.head && (isLed || withWords.has(link.t));
  const isLicence = freeObject.has(link.t) && underWords.has(tokens[beforeDeterminer(tokens, determined.at - 1, g).at]?.t ?? '');
  const isUnder = isLicence || underWords.has(link.t);
  let end = phrase.to + 1;
  if (isLicence) {
    if (tokens[c]!.claim !== 'open-source') return null;
  } else if (isUnder) {
    if (tokens[end]?.mention?.kind === 'licence') end++;
    if (tokens[c]!.claim !== 'open-source' || (!freeObject.has(tokens[end]?.t ?? '') && end === phrase.to + 1)) return null;
    if (freeObject.has(tokens[end]?.t ?? '')) end++;
  } else if (!isWith && !g.as.has(link.t)) return null;

  const next = tokens[end];
  const isVerbLast = next !== undefined && !next.mention && g.released.has(next.t);
  if (next && !isVerbLast && !isSign(next) && !isUnder && (next.mention || !(phrase.head ? g.afterHead : g.afterClaim).has(next.t))) {
    if (!/^(?:in|on|on|last|this|earlier|im|am|seit|en|le|el|il)$/.test(next.t)) return null;
  }
  // "Llama steht unter einer Open-Source-Lizenz"
  const standing = isUnder ? skipBack(tokens, (isLicence ? beforeDeterminer(tokens, determined.at - 1, g).at : determined.at) - 1, g.adverbs) : -1;
  if (standing > 0 && !tokens[standing]!.mention && (g.is.has(tokens[standing]!.t) || /^(?:steht|stehen|staat|comes|came|está|sta)$/.test(tokens[standing]!.t))) {
    const subject = subjectsBefore(scene, standing, 'one');
    return subject && withVoice(scene, subject.mentions, subject.speakerVerb);
  }
  const start = tokens.findLastIndex((token, k) => k < determined.at && (token.t === ';' || token.t === ':' || token.t === '—' || (token.t === ',' && determined.at - k > 8))) + 1;
  for (let i = start; i < end; i++) if (isNegative(tokens[i], g)) return null;
  const r = isVerbLast ? end : tokens.findLastIndex((token, k) => k < determined.at && k >= start && !token.mention && g.released.has(token.t));
  if (r < 0) return null;
  const m = tokens.findLastIndex((token, k) => k < determined.at && k >= start && isModel(token));
  const name = tokens[m];
  if (!isModel(name) || determined.at - m > 9) return null;
  if (tokens.slice(m + 1, determined.at).some((token, k) => (token.t === ',' && k > 0) || token.t === '.' || token.t === "'s")) return null;

  if (isVerbLast) {
    const auxiliary = tokens.findIndex((token, k) => k >= start && k < determined.at && !token.mention && g.auxiliary.has(token.t));
    if (auxiliary < 0) return null;
    if (auxiliary > m) {
      const subject = subjectsBefore(scene, auxiliary, /(?:en|n|nt)$/.test(tokens[auxiliary]!.t) && tokens[auxiliary]!.t !== 'ont' ? 'either' : 'one');
      return subject && withVoice(scene, subject.mentions, subject.speakerVerb);
    }
    const before = tokens[beforeDeterminer(tokens, m - 1, g).at];
    const isObject = before && (before.mention || before.isUpper || g.auxiliary.has(before.t));
    return isObject ? withVoice(scene, [name.mention]) : null;
  }
  if (r < m) {
    const object = beforeDeterminer(tokens, m - 1, g).at;
    const isObject = object === r || (headOf(tokens[object]?.t ?? '', g) && beforeDeterminer(tokens, object - 1, g).at === r);
    if (!isObject) return null;
    const agent = tokens[skipBack(tokens, r - 1, either(g.adverbs, g.auxiliary))];
    const isTold = agent !== undefined && !isSign(agent) && (agent.mention !== undefined || agent.isUpper || g.clauseStart.has(agent.t) || /^(?:it|they|company|lab|team|startup|firm|who|which|entreprise|empresa|unternehmen|il|elle|qui|que)$/.test(agent.t));
    if (!isTold || !endsName(tokens, m + 1, g)) return null;
    return withVoice(scene, [name.mention]);
  }
  let first = skipBack(tokens, r - 1, g.adverbs);
  if (tokens[first]?.t === ',' && first === m + 1) {
    const before = tokens[beforeDeterminer(tokens, m - 1, g).at];
    if (isSceneSetting(tokens, m, g) || (before && !before.mention && (g.by.has(before.t) || g.introducers.has(before.t)))) return null;
    return withVoice(scene, [name.mention]);
  }
  const lastAuxiliary = first;
  while (first > m && g.auxiliary.has(tokens[first]!.t)) first--;
  // "Meta lo liberó como código abierto"
  if (first === m && isStandin(name.mention)) return speakerBefore(scene.text, tokens, m - 1, g) ? withVoice(scene, [name.mention]) : null;
  if (first === lastAuxiliary) return null;
  const verb = tokens[first + 1]!.t;
  const subject = subjectsBefore(scene, first + 1, /^(?:are|were|have|ont|sont|sind|wurden|son|fueron|han|sono|foram|são|zijn)$/.test(verb) ? 'many' : 'one');
  return subject && withVoice(scene, subject.mentions, subject.speakerVerb);
};

/** "With Phi-4, Microsoft published an open-weight model", "Mit Llama hat Meta ein quelloffenes Modell veröffentlicht". */
const matchWith = (scene: Scene): Finding | null => {
  const { tokens, g, phrase, c } = scene;
  if (tokens[c]!.claim === 'bare' || phrase.head !== 'one' || isDoubted(scene)) return null;
  if (!/^(?:with|mit|avec|con|com|met)$/.test(tokens[0]!.t)) return null;
  const m = tokens.indexOf(tokens[beforeForward(tokens, 1, g)]!);
  const name = tokens[m];
  const determined = beforeDeterminer(tokens, phrase.from - 1, g);
  const opened = tokens[m + 1];
  if (!opened || opened.mention || (opened.t !== ',' && !g.auxiliary.has(opened.t))) return null;
  if (!isModel(name) || !determined.indefinite || tokens.some((token, k) => k > m && k < c && isModel(token))) return null;
  for (let i = m; i < phrase.from; i++) if (isNegative(tokens[i], g)) return null;
  const before = tokens[determined.at];
  const after = tokens[phrase.to + 1];
  const isObject = before && !before.mention && g.released.has(before.t);
  const isVerbLast = after && !after.mention && g.released.has(after.t) && someBetween(tokens, m, determined.at + 1, g.auxiliary);
  return (isObject && isBounded(scene)) || isVerbLast ? { mentions: [name.mention] } : null;
};

/** Between who calls something open and the verb. */
const beforeCall = set('often repeatedly proudly has had have hat a');

/** Who made a model, without a name: "its maker", "the vendor". */
const party = /^(?:makers?|developers?|vendor|company|lab|publisher|creators?|supplier|provider|start-?up|firm|hersteller(?:in)?|entwickler|anbieter|unternehmen|firma|konzern|éditeur|fabricant|fournisseur|créateurs?|entreprise|société|concepteurs?|développeurs?|fabricante|desarrollador(?:a|es)?|empresa|proveedor|creador(?:es)?|compañía|produttore|sviluppator[ei]|azienda|fornitore|società|desenvolvedor(?:a|es)?|fornecedor|criador(?:es)?|ontwikkelaars?|bedrijf|leverancier|producent|twórc[ay]|dostawca)$/;

/** Who is named, by name or as the maker, by the words that end with token `i`, and where they begin. */
const speakerBefore = (text: string, tokens: readonly Token[], i: number, g: Grammar): { readonly name: string; readonly from: number } | undefined => {
  const token = tokens[i];
  if (!token) return undefined;
  const article = tokens[i - 1];
  if (!token.mention && party.test(token.t) && article && g.articles.has(article.t)) return { name: text.slice(article.start, token.end), from: i - 1 };
  const name = nameAt(text, tokens, i, -1);
  let from = i;
  while (name !== undefined && from > 0 && tokens[from]!.start > token.end - name.length) from--;
  return name === undefined ? undefined : { name, from };
};

/** "which", "das", "que": takes up what is called something. */
const takesUp = (token: Token | undefined, g: Grammar): boolean => token !== undefined && (g.relative.has(token.t) || token.t === 'que');

/** The same of the words that begin with token `i`. */
const speakerFrom = (text: string, tokens: readonly Token[], i: number, g: Grammar): string | undefined => {
  const [first, second] = [tokens[i], tokens[i + 1]];
  if (first && second && g.articles.has(first.t) && !second.mention && party.test(second.t)) return text.slice(first.start, second.end);
  return nameAt(text, tokens, i, 1);
};

/** 'Meta calls Llama "open source"', "Meta bezeichnet Llama als Open Source", "Llama, which its maker calls open source", "billed as open source by Meta". */
const matchCalled = (scene: Scene): Finding | null => {
  const { text, tokens, g, phrase, c } = scene;
  if (tokens[c]!.claim === 'bare') return null;
  if (someBetween(tokens, 0, phrase.from, g.doubt)) return null;
  let at = skipBack(tokens, beforeDeterminer(tokens, phrase.from - 1, g).at, g.adverbs);
  if (tokens[at] && !tokens[at]!.mention && g.as.has(tokens[at]!.t)) at = beforeDeterminer(tokens, at - 1, g).at;
  const adverbs = either(g.adverbs, beforeCall);
  const byName = (verb: number): string | undefined => nameAt(text, tokens, skipBack(tokens, verb - 1, adverbs), -1);
  const isCall = (i: number): boolean => !!tokens[i] && !tokens[i]!.mention && g.calls.has(tokens[i]!.t);

  if (isModel(tokens[at]) || (isModel(tokens[at - 1]) && headOf(tokens[at]!.t, g))) {
    const m = isModel(tokens[at]) ? at : at - 1;
    let v = tokens[m - 1]?.t === 'a' ? m - 2 : m - 1;
    for (let turn = 0; turn < 3 && !isCall(v) && v >= 0; turn++) {
      const determined = beforeDeterminer(tokens, v, g).at;
      v = determined === v && (headOf(tokens[v]!.t, g) || g.adjective.test(tokens[v]!.t)) ? v - 1 : determined;
    }
    const speaker = isCall(v) ? byName(v) : undefined;
    return speaker === undefined ? null : { mentions: [tokens[m]!.mention!], speaker };
  }
  if (!isCall(at)) {
    const by = speakerBefore(text, tokens, at, g);
    if (by === undefined) return null;
    // "Llama, das Meta als Open Source bezeichnet"
    const owner = tokens[by.from - 3];
    if (isCall(phrase.to + 1) && takesUp(tokens[by.from - 1], g) && tokens[by.from - 2]?.t === ',' && isModel(owner)) {
      return { mentions: [owner.mention], speaker: by.name };
    }
    // "Llama is described by Meta as open source", "Llama, described by its maker as open source"
    return g.by.has(tokens[by.from - 1]?.t ?? '') && isCall(by.from - 2) ? calledOf(by.from - 2, by.name) : null;
  }
  const pronoun = skipBack(tokens, at - 1, adverbs);
  // "Meta lo definisce open source"
  const object = tokens[pronoun];
  if (isStandin(object?.mention)) {
    const by = speakerBefore(text, tokens, skipBack(tokens, pronoun - 1, adverbs), g);
    return by === undefined ? null : { mentions: [object!.mention!], speaker: by.name };
  }
  const makers = tokens.filter((token, k) => k < pronoun && token.mention && (token.mention.kind === 'company' || token.mention.kind === 'organisation'));
  const isMaker = tokens[pronoun]?.t === 'it' && makers.length === 1;
  const speaker = isMaker ? { name: text.slice(makers[0]!.start, makers[0]!.end), from: pronoun } : speakerBefore(text, tokens, pronoun, g);
  const said = speaker && tokens[speaker.from - 3];
  if (said && takesUp(tokens[speaker.from - 1], g) && tokens[speaker.from - 2]?.t === ',' && isModel(said)) {
    return { mentions: [said.mention], speaker: speaker.name };
  }
  const by = tokens[phrase.to + 1]?.t === 'by' ? speakerFrom(text, tokens, phrase.to + 2, g) : undefined;
  return by === undefined ? null : calledOf(at, by);

  /** What is called so by the participle `verb`: its subject, or the name that it follows. */
  function calledOf(verb: number, by: string): Finding | null {
    const name = tokens[verb - 2];
    if (tokens[verb - 1]?.t === ',' && isModel(name)) return { mentions: [name.mention], speaker: by };
    const is = skipBack(tokens, verb - 1, g.adverbs);
    if (!(g.is.has(tokens[is]?.t ?? '') || g.are.has(tokens[is]?.t ?? ''))) return null;
    const subject = subjectsBefore(scene, is, g.are.has(tokens[is]!.t) ? 'many' : 'one');
    return subject && { mentions: subject.mentions, speaker: by };
  }
};

/** Where the verbs begin that end with token `i`: "may be had", "was released". */
const startOfVerbs = (tokens: readonly Token[], i: number, g: Grammar): number => {
  let first = i;
  while (first > 0 && !tokens[first - 1]!.mention && (g.auxiliary.has(tokens[first - 1]!.t) || /^(?:may|can)$/.test(tokens[first - 1]!.t))) first--;
  return first === i ? -1 : first;
};

/** "Llama's weights are open", "the open weights of Mistral 7B", "Gemma comes with open weights". */
const matchWeights = (scene: Scene): Finding | null => {
  const { tokens, g, phrase, c } = scene;
  const claim = tokens[c]!;
  if (isDoubted(scene)) return null;
  if (claim.claim === 'bare') {
    const v = skipBack(tokens, c - 1, g.adverbs);
    const noun = tokens[v - 1]?.t;
    const isAnywhere = /^openly/.test(claim.t) && /^(?:on|in|at|via|from|to|for|through)$/.test(tokens[c + 1]?.t ?? '');
    if (!g.are.has(tokens[v]?.t ?? '') || !(isAnywhere || isBounded(scene))) return null;
    if (noun === 'weights' && tokens[v - 2]?.t === "'s" && isModel(tokens[v - 3])) return { mentions: [tokens[v - 3]!.mention!], claim: 'open-weights' };
    // "Qwen3, dont les poids sont ouverts"
    const whose = beforeDeterminer(tokens, v - 2, g).at;
    if (/^(?:weights|gewichte|poids|pesos|pesi|gewichten|wagi)$/.test(noun ?? '') && /^(?:whose|deren|dessen|dont|cuyos|cui|cujos|waarvan|którego)$/.test(tokens[whose]?.t ?? '') && tokens[whose - 1]?.t === ',' && isModel(tokens[whose - 2])) return { mentions: [tokens[whose - 2]!.mention!], claim: 'open-weights' };
    const name = tokens[v - 1];
    const of = beforeDeterminer(tokens, v - 2, g).at;
    if (isModel(name) && /^(?:of|von|de|di|van)$/.test(tokens[of]?.t ?? '') && /^(?:weights|gewichte|poids|pesos|pesi|gewichten)$/.test(tokens[of - 1]?.t ?? '')) {
      const left = tokens[beforeDeterminer(tokens, of - 2, g).at];
      if (!left || isSign(left) || g.clauseStart.has(left.t)) return { mentions: [name.mention], claim: 'open-weights' };
    }
    return null;
  }
  if (claim.claim !== 'open-weights' || !/(?:weights|gewichten?|poids ouverts|pesos \S+|pesi \S+|wag\S+)$/.test(claim.t) || phrase.head) return null;
  const next = tokens[c + 1];
  if (tokens[phrase.from - 1]?.t === "'s" && isModel(tokens[phrase.from - 2]) && (!next || isSign(next) || g.afterClaim.has(next.t) || g.are.has(next.t))) {
    return { mentions: [tokens[phrase.from - 2]!.mention!] };
  }
  if (/^(?:of|von|de|di|van)$/.test(next?.t ?? '')) {
    const i = beforeForward(tokens, c + 2, g);
    const name = tokens[i];
    const before = tokens[beforeDeterminer(tokens, phrase.from - 1, g).at];
    if (isModel(name) && endsName(tokens, i + 1, g) && !isNegative(before, g)) return { mentions: [name.mention] };
  }
  const at = beforeDeterminer(tokens, phrase.from - 1, g).at;
  const have = /^(?:has|have|had|offers|hat|a|tiene|viene|llega|ha|esce|arriva|tem|vem|chega|heeft|ofrece|offre|oferece|bietet|biedt|ma|posiada|possède|llegó|salió|vino|chegou|veio|saiu|uscì|arrivò)$/.test(tokens[at]?.t ?? '') || g.have.has(tokens[at]?.t ?? '') ? at
    : /^(?:mit|avec|met)$/.test(tokens[at]?.t ?? '') && /^(?:kommt|kam|erscheint|erschien|steht|vient|arrive|sort|komt|kwam|verschijnt)$/.test(tokens[at - 1]?.t ?? '') ? at - 1
    : tokens[at]?.t === 'with' && /^(?:comes|ships|came|shipped|arrives|arrived)$/.test(tokens[at - 1]?.t ?? '') ? at - 1
      : tokens[at]?.t === 'with' && /^(?:had|offered|published|released|available|distributed|issued|sold)$/.test(tokens[at - 1]?.t ?? '') ? startOfVerbs(tokens, at - 1, g) : -1;
  // "se distribuye con pesos abiertos", "è disponibile con pesi aperti"
  if (have < 0 && /^(?:con|com|à|a) /.test(claim.t) && isBounded(scene) && (g.released.has(tokens[at]?.t ?? '') || /^distribu(?:ye|isce|i)$/.test(tokens[at]?.t ?? ''))) {
    const first = startOfVerbs(tokens, at, g);
    const subject = first < 0 ? null : subjectsBefore(scene, first, 'one');
    if (subject) return withVoice(scene, subject.mentions, subject.speakerVerb);
  }
  // "weil Llama offene Gewichte hat"
  if (/^(?:hat|haben|heeft)$/.test(next?.t ?? '') && isModel(tokens[at]) && (!tokens[c + 2] || isSign(tokens[c + 2])) && g.clauseStart.has(tokens[beforeDeterminer(tokens, at - 1, g).at]?.t ?? '')) return withVoice(scene, [tokens[at]!.mention!]);
  if (have < 0 || !(isBounded(scene) || next?.t === 'for' || next?.t === 'bereit' || next?.t === 'zur')) return null;
  const isMany = g.have.has(tokens[have]?.t ?? '') && tokens[have]!.t !== 'had';
  const subject = subjectsBefore(scene, have, isMany ? 'many' : 'one');
  return subject && withVoice(scene, subject.mentions, subject.speakerVerb);
};

export const patterns: readonly ((scene: Scene) => Finding | null)[] = [
  matchCalled, matchWeights, matchVerb, matchKept, matchRelease, matchWith, matchPredicate, matchVerbSecond, matchGapped, matchSubject, matchEnumeration, matchAttribute, matchApposition,
];
