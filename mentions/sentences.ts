/**
 * Where a sentence starts and ends. Called by provisions.ts and claims.ts, which never connect two things
 * across a sentence's end. It looks only at the text around one place, so its cost does not grow with the page.
 * It errs towards a break: a connection that is missed costs less than one that is wrong.
 */

/** Words that a full stop follows without ending the sentence; single letters ("z. B.", "U.S.") need no entry. */
const abbreviations = new Set([
  'art', 'arts', 'artt', 'abs', 'uabs', 'unterabs', 'nr', 'nrn', 'no', 'nos', 'lit', 'buchst', 'para', 'paras', 'par', 'sec', 'sect',
  'rec', 'erwg', 'vs', 'al', 'cf', 'approx', 'ca', 'bzw', 'usw', 'inkl', 'ggf', 'sog', 'resp', 'ex', 'pág', 'núm', 'ust', 'pkt', 'tzw',
  'np', 'itp', 'dot', 'lett', 'inc', 'corp', 'ltd', 'co', 'dr', 'prof', 'mr', 'mrs', 'ms', 'st', 'eg', 'ie', 'etc', 'fig', 'vol', 'ed',
]);

const wordBefore = /[\p{L}\p{N}]+$/u;
const closers = /["'”’»)\]」』》】]/u;

/** Whether a sentence ends with the character at `at`. */
const endsSentence = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  // Most characters are letters and spaces: none of them is looked at twice.
  if (code > 63 && code < 0x2026) return false;
  const char = text[at]!;
  if (char === '\n' || char === '。' || char === '！' || char === '？') return true;
  if (char !== '.' && char !== '!' && char !== '?' && char !== '…') return false;
  let next = at + 1;
  while (next < text.length && closers.test(text[next]!)) next++;
  if (next < text.length && !/\s/.test(text[next]!)) return false;
  if (char !== '.') return true;
  const word = wordBefore.exec(text.slice(Math.max(0, at - 24), at))?.[0] ?? '';
  if (/^\p{L}$/u.test(word)) return false;
  return !abbreviations.has(word.toLowerCase());
};

/** Characters to either side after which the search gives up: what is longer is a table or a list without full stops. */
const reach = 800;

/** Start and end of the sentence that holds `start` to `end`; the end stands after the full stop. */
export const sentenceAround = (text: string, start: number, end: number): { start: number; end: number } => {
  let from = start;
  while (from > 0 && start - from < reach && !endsSentence(text, from - 1)) from--;
  let to = end;
  while (to < text.length && to - end < reach && !endsSentence(text, to)) to++;
  return { start: from, end: Math.min(text.length, to + 1) };
};
