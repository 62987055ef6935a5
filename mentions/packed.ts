/**
 * How the lexicon's strings are packed, for the compiler and for the page: sections, numbers in digits of 64, lines that are cut out
 * when they are asked for. All characters of a packed string lie below U+0100, so that an engine keeps it at one byte each; what
 * lies above is written as two of them, and which they stand for says the lexicon's list of letters.
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

/** First of the characters that begin a pair: C1 controls, which no print holds. */
export const firstOfPair = 0x80;
export const lastOfPair = 0x9f;
/** Second characters of a pair, from this on. */
export const secondOfPair = 0xa0;
export const pairsOfFirst = 0x100 - secondOfPair;

const pairs = /[\x80-\x9f][\xa0-\xff]/g;

/** Number of the wide character that a pair stands for. */
export const numberOfPair = (first: number, second: number): number => (first - firstOfPair) * pairsOfFirst + second - secondOfPair;

/** Packed text with its wide characters. */
export const widen = (text: string, wide: string): string =>
  text.replace(pairs, (pair) => wide.charAt(numberOfPair(pair.charCodeAt(0), pair.charCodeAt(1))));

/** The lines of a section. */
export class Lines {
  readonly #packed: string;
  readonly #from: number;
  readonly #end: number;
  readonly #wide: string;
  #starts: Int32Array | undefined;

  constructor(packed: string, from: number, end: number, wide: string) {
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
