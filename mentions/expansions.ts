/**
 * Finds the long forms of acronyms that stand in brackets behind them, "PLLuM (Polish Large Language Model)": their words
 * name nothing by themselves. Called by the reader for runs that have mentions.
 */

export interface Expansion {
  readonly start: number;
  readonly end: number;
}

const bracketed = /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}\p{N}-]{2,11})\s?[(（]([^()（）]{8,90})[)）]/gu;
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
  if (!/[(（]/.test(text)) return [];
  const found: Expansion[] = [];
  for (const match of text.matchAll(bracketed)) {
    const [whole, acronym, inside] = match as unknown as [string, string, string];
    const words = inside.trim().split(/[\s-]+/);
    if (words.length < 3 || !/\p{Lu}.*\p{Lu}|^Llama$/u.test(acronym) || !words.every((word) => joining.test(word) || /^\p{Lu}\p{L}*$/u.test(word))) continue;
    if (!isSpelt(acronym.toLowerCase().replace(/[^\p{L}]/gu, ''), words.join('').toLowerCase())) continue;
    const end = match.index + whole.length - 1;
    found.push({ start: end - inside.length, end });
  }
  return found;
};
