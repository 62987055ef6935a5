/**
 * Finds the long forms of acronyms that stand in brackets behind them, "PLLuM (Polish Large Language Model)": their words
 * name nothing by themselves. Called by the reader for runs that have mentions.
 */
import { isCapital } from './fold.ts';

export interface Expansion {
  readonly start: number;
  readonly end: number;
}

const acronymBefore = /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}-]{2,11})\s?$/u;
const longest = 90;
const joining = /^(?:of|and|for|the|in|to|on|with|a|an|et|de|la|des|du|und|für|der)$/;

/** Whether every letter of `acronym` stands in `words` in its order, the first at the beginning. */
const isSpelt = (acronym: string, words: string): boolean => {
  let at = 0;
  for (const letter of acronym) {
    const found = words.indexOf(letter, at);
    if (found < 0 || (at === 0 && found > 0)) return false;
    at = found + 1;
  }
  return true;
};

/** Insides of brackets that spell out the acronym before them: at least three words, all but small ones with a capital. */
export const findExpansions = (text: string): Expansion[] => {
  const found: Expansion[] = [];
  for (const opening of ['(', '（']) {
    for (let at = text.indexOf(opening); at >= 0; at = text.indexOf(opening, at + 1)) {
      const start = at + 1;
      if (!isCapital(text.charCodeAt(start))) continue;
      const length = text.slice(start, start + longest).search(/[)）]/);
      if (length < 0) continue;
      const acronym = acronymBefore.exec(text.slice(Math.max(0, at - 14), at))?.[1];
      if (acronym === undefined) continue;
      const words = text.slice(start, start + length).split(/[\s-]+/);
      if (words.length < 3 || !words.every((word) => joining.test(word) || /^\p{Lu}\p{L}*$/u.test(word))) continue;
      if (isSpelt(acronym.toLowerCase().replace(/[^\p{L}]/gu, ''), words.join('').toLowerCase())) found.push({ start, end: start + length });
    }
  }
  return found;
};
