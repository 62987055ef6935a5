/**
 * How the lexicon's strings are packed, for the compiler and for the page: sections, numbers in digits of 64, lines that are cut out
 * when they are asked for. A packed string is ASCII, so that an engine keeps it, and the script that it is part of, at one byte a
 * character; any other character, here called wide, is written as two, and which they stand for says the lexicon's list of them.
 */

/** Digits of the packed numbers: 64 characters from "0" on. */
export const digitBase = 48;

export const readNumber = (packed: string, at: number, digits: number): number => {
  let value = 0;
  for (let i = 0; i < digits; i += 1) value = value * 64 + packed.charCodeAt(at + i) - digitBase;
  return value;
};

/** A packed string, cut into its sections. @throws where it has not these. */
export class Sections<S extends string> {
  readonly packed: string;
  readonly at: Readonly<Record<S, number>>;
  readonly end: Readonly<Record<S, number>>;

  constructor(packed: string, names: readonly S[]) {
    const headEnd = packed.indexOf('\n');
    const lengths = packed.slice(0, headEnd).split(' ').map(Number);
    const at = {} as Record<S, number>;
    const end = {} as Record<S, number>;
    let from = headEnd + 1;
    for (const [i, name] of names.entries()) {
      at[name] = from;
      from += lengths[i]!;
      end[name] = from;
    }
    if (lengths.length !== names.length || from !== packed.length) throw new Error('not a lexicon of this version');
    this.packed = packed;
    this.at = at;
    this.end = end;
  }

  text(section: S): string {
    return this.packed.slice(this.at[section], this.end[section]);
  }
}

/**
 * First characters of a pair, in the order in which they are used up: control characters that end no line and part nothing, last those that are
 * written in a script as more than themselves.
 */
const firstsOfPair: readonly number[] = [1, 2, 3, 4, 5, 6, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 28, 29, 30, 31, 7, 8, 27];
/** Second characters of a pair: all from this on that are printed. */
const secondOfPair = 0x20;
const pairsOfFirst = 0x7f - secondOfPair;
export const mostPairs = firstsOfPair.length * pairsOfFirst;

/** Whether a pair begins with this character. */
export const isFirstOfPair = (code: number): boolean => code < 0x20 && (code < 9 || code > 13);

const pairs = /[\x01-\x08\x0e-\x1f][\x20-\x7e]/g;

/** Number of the wide character that a pair stands for. */
export const numberOfPair = (first: number, second: number): number => firstsOfPair.indexOf(first) * pairsOfFirst + second - secondOfPair;

/** The pair that stands for the wide character of a number. */
export const pairOf = (number: number): string =>
  String.fromCharCode(firstsOfPair[Math.floor(number / pairsOfFirst)]!, secondOfPair + (number % pairsOfFirst));

/** Codes of the wide characters, by their numbers. */
export type Wide = Uint16Array;

/** Packed text with its wide characters. */
export const widen = (text: string, wide: Wide): string =>
  text.replace(pairs, (pair) => String.fromCharCode(wide[numberOfPair(pair.charCodeAt(0), pair.charCodeAt(1))]!));

/** What stands before a wide character that is far from the one before. */
const far = 112;

/** The codes of wide characters, in their order, as what lies between each and the one before: a digit, or three where it is far. */
export const packWide = (codes: readonly number[], toDigits: (value: number, width: number) => string): string =>
  codes.map((code, n) => {
    const gap = code - (codes[n - 1] ?? 0);
    return gap < 64 ? toDigits(gap, 1) : String.fromCharCode(far) + toDigits(gap, 3);
  }).join('');

/** Reads what `packWide` made. */
export const readWide = (packed: string, from: number, end: number): Wide => {
  const codes = new Uint16Array(end - from);
  let count = 0;
  let code = 0;
  for (let at = from; at < end; at += 1) {
    if (packed.charCodeAt(at) === far) {
      code += readNumber(packed, at + 1, 3);
      at += 3;
    } else code += packed.charCodeAt(at) - digitBase;
    codes[count] = code;
    count += 1;
  }
  return codes;
};

/** The lines of a section. */
export class Lines {
  readonly #packed: string;
  readonly #from: number;
  readonly #end: number;
  readonly #wide: Wide;
  #starts: Int32Array | undefined;

  constructor(packed: string, from: number, end: number, wide: Wide) {
    this.#packed = packed;
    this.#from = from;
    this.#end = end;
    this.#wide = wide;
  }

  /** The line number `index`. */
  line(index: number): string {
    this.#starts ??= this.#findStarts();
    return widen(this.#packed.slice(this.#starts[index]!, this.#starts[index + 1]! - 1), this.#wide);
  }

  #findStarts(): Int32Array {
    const starts: number[] = [];
    for (let at = this.#from; at > 0 && at < this.#end; at = this.#packed.indexOf('\n', at) + 1) starts.push(at);
    starts.push(this.#end + 1);
    return Int32Array.from(starts);
  }
}
