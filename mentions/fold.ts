/**
 * Characters as the matcher sees them: every UTF-16 unit has a class, and letters and digits of names have a symbol that
 * is the same for all forms of one letter (case, accent, full width). Used by the compiler and by the page; it knows no
 * names. Symbols start at `firstSymbol`; what is below is a class. Digits come before letters, letters of scripts with spaces
 * before those without, so that a loop can tell them by comparing.
 *
 * Scripts written without spaces, and those that glue particles to words (Hangul, Arabic, Hebrew), are "each": a name
 * may start at every character, and boundaries are judged where a name is found.
 */

// 0 is what is no part of a word: punctuation, symbols.
/** White space, hyphens, dots: what may stand between the parts of a name. */
export const gapClass = 1;
/** Has no width or no letter of its own: soft hyphen, zero-width characters, combining marks. */
export const ignoredClass = 2;
/** A letter that no name holds, in an "each" script: above all symbols. */
export const eachClass = 0xffff;
/** Symbols begin here: first the ten digits. */
export const firstSymbol = 3;
/** A letter that no name holds, in a script with spaces. What is below is a digit. */
export const wordClass = 13;
/** Symbols of letters begin here. */
export const firstLetter = 14;

const gapRanges = [
  0x09, 0x0d, 0x20, 0x20, 0x2d, 0x2e, 0x5f, 0x5f, 0xa0, 0xa0, 0xb7, 0xb7, 0x1680, 0x1680, 0x2000, 0x200a, 0x2010, 0x2015,
  0x2022, 0x2022, 0x2027, 0x2029, 0x202f, 0x202f, 0x205f, 0x205f, 0x2212, 0x2212, 0x3000, 0x3000, 0x30fb, 0x30fb,
  0xfe58, 0xfe58, 0xfe63, 0xfe63, 0xff0d, 0xff0e, 0xff3f, 0xff3f, 0xff65, 0xff65,
];
const ignoredRanges = [0xad, 0xad, 0x300, 0x36f, 0x200b, 0x200f, 0x2060, 0x2064, 0xfe00, 0xfe0f, 0xfeff, 0xfeff];
const wordRanges = [
  0x30, 0x39, 0x41, 0x5a, 0x61, 0x7a, 0xaa, 0xaa, 0xb5, 0xb5, 0xba, 0xba, 0xc0, 0xd6, 0xd8, 0xf6, 0xf8, 0x2af, 0x370, 0x373, 0x376, 0x377,
  0x37b, 0x37d, 0x37f, 0x37f, 0x386, 0x386, 0x388, 0x481, 0x48a, 0x556, 0x561, 0x587, 0x10a0, 0x10ff, 0x1e00, 0x1fbc,
  0x2c60, 0x2c7f, 0xa720, 0xa7ff, 0xff10, 0xff19, 0xff21, 0xff3a, 0xff41, 0xff5a,
];
const eachRanges = [
  0x5d0, 0x5f2, 0x620, 0x64a, 0x660, 0x669, 0x66e, 0x6d3, 0x6d5, 0x6ff, 0x750, 0x77f, 0x904, 0xdff, 0xe01, 0xeff, 0x1100, 0x11ff,
  0x3005, 0x3007, 0x3040, 0x30fa, 0x30fc, 0x31ff, 0x3400, 0x4dbf, 0x4e00, 0x9fff, 0xac00, 0xd7af, 0xf900, 0xfaff,
  0xff66, 0xff9f,
];

const fillRanges = (classes: Uint16Array, ranges: readonly number[], value: number): void => {
  for (let i = 0; i < ranges.length; i += 2) classes.fill(value, ranges[i], ranges[i + 1]! + 1);
};

/** Class of every UTF-16 unit, without symbols. */
export const makeClasses = (): Uint16Array => {
  const classes = new Uint16Array(65536);
  fillRanges(classes, gapRanges, gapClass);
  fillRanges(classes, wordRanges, wordClass);
  fillRanges(classes, eachRanges, eachClass);
  fillRanges(classes, ignoredRanges, ignoredClass);
  return classes;
};

/** Letters with a stroke, which Unicode does not decompose. */
const strokes: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ħ: 'h', ı: 'i', ŧ: 't' };

/** The letter or digit that stands for all forms of this one: lower case, no accent, half-width Latin. */
export const foldLetter = (letter: string): string => {
  const code = letter.charCodeAt(0);
  const narrow = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : code >= 0xff66 && code <= 0xff9d ? letter.normalize('NFKC') : letter;
  const lower = narrow.toLowerCase();
  const one = lower.length === 1 ? lower : narrow;
  const at = one.charCodeAt(0);
  const latin = (at >= 0xc0 && at <= 0x24f) || (at >= 0x1e00 && at <= 0x1eff) || (at >= 0x370 && at <= 0x3ff);
  const base = latin ? one.normalize('NFD').charAt(0) : one;
  return strokes[base] ?? base;
};

/** Lower case of one unit, and half-width for full-width Latin; accents stay. */
export const lowerUnit = (code: number): number => {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  if (code >= 0xff01 && code <= 0xff5e) return lowerUnit(code - 0xfee0);
  if (code >= 0x2e80 && code < 0xff01) return code;
  const lower = String.fromCharCode(code).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
};

/** True for a capital of a script that has two cases. */
export const isCapital = (code: number): boolean => (code < 128 ? code >= 65 && code <= 90 : lowerUnit(code) !== code && !(code >= 0xff10 && code <= 0xff19));

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
export const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x205f || code === 0x3000 || code === 0x1680 || code === 0x2028 || code === 0x2029;
/** A hyphen, dash, low line or raised dot: what joins the parts of a name. */
export const isJoiner = (code: number): boolean =>
  code === 45 || code === 95 || (code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0xb7 || code === 0x2022 || code === 0x2027 || code === 0x30fb || code === 0xff65 || code === 0xff0d || code === 0xfe63 || code === 0xfe58 || code === 0xff3f;
