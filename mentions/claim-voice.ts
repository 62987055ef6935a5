/**
 * Whose words a claim is: the text's own, a named speaker's, somebody's, or nobody's in particular. Called by the claim
 * patterns and claims.ts. It finds the speaker in the claim's own sentence only.
 */
import { closeQuotes, isSign, openQuotes, type Token } from './claim-tokens.ts';
import { either, set } from './claim-words.ts';
import { after, beforeForward, skipBack, someBetween, type Scene } from './claim-steps.ts';

const noNames: ReadonlySet<string> = new Set((
  'he she it they we you i one nobody everybody everyone noone someone somebody niemand who that which critics experts researchers people some many others observers analysts proponents supporters developers '
  + 'er sie es man wir kritiker experten forscher il elle on ils elles nous kritici ils el ella ellos críticos expertos'
).split(' '));

/** The name that ends (or, forwards, starts) at token `i`, as printed. */
export const nameAt = (text: string, tokens: readonly Token[], i: number, step: 1 | -1): string | undefined => {
  const token = tokens[i];
  if (!token) return undefined;
  if (token.mention) return text.slice(token.start, token.end);
  if (!token.isUpper || noNames.has(token.t)) return undefined;
  let far = i;
  while (Math.abs(far + step - i) < 3 && tokens[far + step]?.isUpper && !noNames.has(tokens[far + step]!.t)) far += step;
  return text.slice(tokens[Math.min(i, far)]!.start, tokens[Math.max(i, far)]!.end);
};

/** Speakers behind whom nobody stands. */
const vague: ReadonlySet<string> = new Set('to can cannot must may will not never no nobody everybody everyone someone somebody none some many people others you who which niemand jemand manche viele man personne certains on nadie algunos nessuno alcuni ninguém alguns niemand sommigen nikt nie się niektórzy podobno'.split(' '));

const perfect = set('has had hat');

/** Whose words a statement is: nobody's but the text's, a named speaker's, somebody's without a name, or hearsay. */
type Voice = { readonly of: 'text' | 'somebody' | 'hearsay' } | { readonly of: 'named'; readonly name: string };

const toVoice = (name: string | undefined, speaker: Token | undefined): Voice =>
  name !== undefined ? { of: 'named', name } : { of: !speaker || isSign(speaker) || vague.has(speaker.t) || /n[’']t$/.test(speaker.t) ? 'hearsay' : 'somebody' };

/** The voice of the sentence around a claim; `verb` is a verb of saying that its clause hangs on, or -1. */
export const findVoice = ({ text, tokens, g, phrase }: Scene, verb: number): Voice => {
  const at = (i: number, step: 1 | -1): Voice => toVoice(nameAt(text, tokens, i, step), tokens[i]);
  // Polish leaves the pronoun out: "Powiedziała, że ..."
  if (verb === 0 && g.headComes === 'either') return { of: 'somebody' };
  // "never said that", "n'a jamais dit que", "sagte nie, dass"
  if (verb >= 0 && someBetween(tokens, verb - 4, verb + 3, g.not)) return { of: 'hearsay' };
  if (verb >= 0) return at(skipBack(tokens, verb - 1, either(g.adverbs, perfect)), -1);
  const lead = after(tokens, 0, g.accordingTo);
  if (lead > 0) return at(beforeForward(tokens, lead, g), 1);
  for (let i = phrase.to + 1; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.mention) continue;
    const trail = after(tokens, i, g.accordingTo);
    if (trail > 0) return at(beforeForward(tokens, trail, g), 1);
    if (!g.says.has(token.t)) continue;
    const ends = (k: number): boolean => tokens[k] !== undefined && (tokens[k]!.t === ',' || closeQuotes.has(tokens[k]!.t));
    if (ends(i - 1)) return at(beforeForward(tokens, i + 1, g), 1);
    // '"... open source now," the company's owner posted'
    const said = tokens.findLastIndex((other, k) => k < i && k >= i - 6 && closeQuotes.has(other.t) && k > phrase.to);
    if (said >= 0 && said < i - 1 && !tokens.slice(said + 1, i).some(isSign)) return at(i - 1, -1);
    if (tokens[i - 1]!.isUpper || tokens[i - 1]!.mention || (ends(i - 3) && g.articles.has(tokens[i - 2]!.t))) return at(i - 1, -1);
  }
  return { of: 'text' };
};

/** A verb of saying right before a quotation: 'Zuckerberg said: "Llama is ..."'. */
export const voiceBeforeQuote = ({ text, tokens, g, c }: Scene): string | undefined => {
  const open = tokens.findLastIndex((token, k) => k < c && openQuotes.has(token.t));
  const verb = open - (tokens[open - 1]?.t === ':' || tokens[open - 1]?.t === ',' ? 2 : 1);
  return verb > 0 && g.says.has(tokens[verb]!.t) ? nameAt(text, tokens, verb - 1, -1) : undefined;
};

/** Characters before a claim in which an open quotation is looked for: a few sentences. */
const quotationReach = 1500;

/** Whether a quotation is open at `at`; only what stands before it in the run is looked at. */
export const isQuoted = (text: string, at: number): boolean => {
  let straight = 0;
  let curly = 0;
  let low = 0;
  let angle = 0;
  for (let i = Math.max(0, at - quotationReach); i < at; i++) {
    const char = text[i];
    if (char === '"') straight ^= 1;
    else if (char === '„') low = 1;
    else if (char === '“') {
      if (low) low = 0;
      else curly = 1;
    } else if (char === '”') [curly, low] = [0, 0];
    else if (char === '«' || char === '»') angle ^= 1;
  }
  return straight + curly + low + angle > 0;
};

/** Indices of two quotation marks that stand around the claim's words alone: "so-called 'open source'". */
export const scareQuotes = (tokens: readonly Token[], c: number): readonly [number, number] | null => {
  const open = tokens.findLastIndex((token, k) => k < c && k >= c - 3 && openQuotes.has(token.t));
  const close = tokens.findIndex((token, k) => k > c && k <= c + 3 && closeQuotes.has(token.t));
  if (open < 0 || close < 0 || tokens.slice(open, close).some((token) => token.mention)) return null;
  return [open, close];
};
