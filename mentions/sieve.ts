/**
 * Goes through text for the places where a name may begin, at nearly the speed of reading it: the one loop that sees every
 * character of a page. For most words it computes a hash and looks at one bit. What it stops at, the reader looks at closely.
 *
 * It is used twice: by the reader on a run, and by a page on each text node, most of which need not be made into runs then.
 */
import { firstSymbol, ignoredClass, wordClass } from './fold.ts';
import { filterMask, hashBack, hashMask, hashOfPair, hashStep } from './forms.ts';
import type { Lexicon } from './lexicon.ts';
import { startsWord } from './match.ts';

/** Characters of the next text that a name is looked for in, which began in the one before. */
const longestRest = 80;

/** Stops at every word: Polish ones may be names with an ending. */
const everyBit = new Int32Array(8192).fill(-1);

/** What tells of the texts of a page, one by one, whether a run that holds them may name something. */
export interface TextSieve {
  /**
   * Whether a name may begin in the text between two offsets, or began in the text that was asked for before: false is certain.
   * Texts are to be asked in the order of the page, a long one a part at a time, each from `after` on.
   */
  mayName(text: string, from: number, to: number): boolean;
  /** Where `mayName` ended, if it said no. */
  readonly after: number;
}

export class Sieve implements TextSieve {
  /** Of what `next` found: how many names' letters stand there (see `Forms.walk`). */
  lengths = 0;
  /** Where to go on if it is no name. */
  after = 0;
  #hash = 0;
  /** What stood at the end of the last text and may be the beginning of a name, and the names' entry. */
  #open = '';
  #openEntry = 0;
  /** Hashes of the words that the last text's end may be part of: with what came before it, and without. */
  #joined = 0;
  #own = 0;
  #end: 'word' | 'digits' | 'each' | 'none' = 'none';
  readonly #lexicon: Lexicon;
  readonly #isPolish: boolean;

  /** @param isPolish Polish inflects names: the endings of words are taken off. */
  constructor(lexicon: Lexicon, isPolish: boolean) {
    this.#lexicon = lexicon;
    this.#isPolish = isPolish;
  }

  /** The next place from `from` on where the letters of a name stand, or -1. Looks at words that begin before `to`. */
  next(text: string, from: number, to = text.length): number {
    const { classes, firstEach, names } = this.#lexicon;
    const filter = this.#isPolish ? everyBit : names.filter;
    const { length } = text;
    let i = from;
    while (i < to) {
      i = this.#skip(text, i, to, classes, filter, firstEach);
      let hash = this.#hash;
      // A word that begins before `to` may end behind it.
      if (i === to && hash !== 0) for (; i < length; i += 1) {
        const symbol = classes[text.charCodeAt(i)]!;
        if (symbol === ignoredClass) continue;
        if (symbol < wordClass || symbol >= firstEach) break;
        hash = hashStep(hash, symbol);
      }
      const symbol = i < length ? classes[text.charCodeAt(i)]! : 0;
      let start = hash === 0 ? -1 : this.#lookAtWord(text, i, hash);
      if (start < 0 && i < to) {
        this.after = i + 1;
        if (symbol >= firstEach) start = this.#lookAtEach(text, i, symbol);
        else if (symbol >= firstSymbol && symbol < wordClass) start = this.#lookAtDigits(text, i, symbol, hash);
      }
      if (start >= 0) return start;
      if (i < to) i = this.after;
    }
    this.after = i;
    return -1;
  }

  /**
   * Goes over words with which no name begins, and stops behind one that may be a name's first, at a digit, at a letter of a script without
   * spaces, or at `to`; the hash of the word that ends there is in `#hash`. Small, so that the engine compiles it soon: every
   * character of a page passes here. The filter is asked at every gap, since asking costs less than a branch before it.
   */
  #skip(text: string, from: number, to: number, classes: Uint16Array, filter: Int32Array, firstEach: number): number {
    const isPolish = this.#isPolish;
    let hash = 0;
    let i = from;
    for (; i < to; i += 1) {
      const symbol = classes[text.charCodeAt(i)]!;
      if (symbol >= wordClass) {
        if (symbol >= firstEach) break;
        hash = (hash * 41 + symbol) & hashMask;
      } else {
        // Each of these is asked at every gap: what the engine has not seen asked when it compiles the loop, it would have to compile again.
        if (symbol > ignoredClass) break;
        if (symbol === ignoredClass) continue;
        const bit = hash & filterMask;
        if ((filter[bit >>> 5]! & (1 << (bit & 31))) !== 0 && (isPolish || this.#mayBegin(hash, text, i))) break;
        hash = 0;
      }
    }
    this.#hash = hash;
    return i;
  }

  /** Whether a name may begin with the word that ends at `end`: everyday words are mostly told by how the text goes on. */
  #mayBegin(hash: number, text: string, end: number): boolean {
    const { names } = this.#lexicon;
    const entry = names.look(hash);
    return entry !== 0 && names.mayFollow(entry, text, end);
  }

  mayName(text: string, from: number, to: number): boolean {
    if (from === 0) {
      const open = this.#open;
      this.#open = '';
      if (open !== '' && this.#walk(open + text.slice(0, longestRest), 0, this.#openEntry)) return this.#forgetEnd();
      if (this.#end !== 'none' && this.#joins(text)) return this.#forgetEnd();
    }
    if (this.next(text, from, to) >= 0) return this.#forgetEnd();
    if (this.after >= text.length) this.#keepEnd(text, from);
    return false;
  }

  #forgetEnd(): true {
    this.#open = '';
    this.#end = 'none';
    return true;
  }

  /** Whether the last text's end and this one's beginning are one word with which names begin. */
  #joins(text: string): boolean {
    const { classes, firstEach, names } = this.#lexicon;
    let joined = this.#joined;
    let own = this.#own;
    for (let i = 0; ; i += 1) {
      const symbol = i < text.length ? classes[text.charCodeAt(i)]! : 0;
      if (symbol === ignoredClass) continue;
      const isDigit = symbol >= firstSymbol && symbol < wordClass;
      switch (this.#end) {
        case 'each': return symbol >= firstSymbol && names.lookAtPair(joined, symbol) !== 0;
        case 'digits':
          if (!isDigit) return names.look(joined) !== 0 || names.look(own) !== 0;
          break;
        default:
          // "o" and "1".
          if (isDigit && joined < firstEach && names.look(hashStep(joined, symbol)) !== 0) return true;
          if (symbol < wordClass || symbol >= firstEach) return names.look(joined) !== 0 || names.look(own) !== 0;
      }
      joined = hashStep(joined, symbol);
      own = hashStep(own, symbol);
    }
  }

  /** Keeps the word at the text's end, which may go on in the next text. */
  #keepEnd(text: string, from: number): void {
    const { classes, firstEach } = this.#lexicon;
    const last = text.length > 0 ? classes[text.charCodeAt(text.length - 1)]! : ignoredClass;
    const end = last < ignoredClass ? 'none' : last >= firstEach ? 'each' : last < wordClass && last !== ignoredClass ? 'digits' : 'word';
    let start = text.length;
    for (; start > from && end !== 'none'; start -= 1) {
      const symbol = classes[text.charCodeAt(start - 1)]!;
      if (symbol === ignoredClass) continue;
      if (symbol < firstSymbol || symbol >= firstEach !== (end === 'each') || symbol < wordClass !== (end === 'digits')) break;
      if (end === 'each' && start < text.length) break;
    }
    const goesOn = start === 0 && end === this.#end && end !== 'each';
    this.#joined = goesOn ? this.#joined : 0;
    this.#own = 0;
    this.#end = end;
    for (let i = start; i < text.length; i += 1) {
      const symbol = classes[text.charCodeAt(i)]!;
      if (symbol === ignoredClass) continue;
      this.#joined = hashStep(this.#joined, symbol);
      this.#own = hashStep(this.#own, symbol);
    }
  }

  /** Whether names' letters stand at `start`. */
  #walk(text: string, start: number, entry: number): boolean {
    const { names } = this.#lexicon;
    this.lengths = names.walk(text, start, entry);
    if (this.lengths > 0) return startsWord(text, start, this.#lexicon);
    if (names.isOpen) {
      this.#open = text.slice(start);
      this.#openEntry = entry;
    }
    return false;
  }

  /** Whether names begin with the letter of a script without spaces at `at`: `at`, or -1. */
  #lookAtEach(text: string, at: number, symbol: number): number {
    const { classes, names } = this.#lexicon;
    const { filter } = names;
    const second = at + 1 < text.length ? classes[text.charCodeAt(at + 1)]! : 0;
    const bit = hashOfPair(symbol, second) & filterMask;
    const single = symbol & filterMask;
    if (((filter[bit >>> 5]! & (1 << (bit & 31))) | (filter[single >>> 5]! & (1 << (single & 31)))) === 0) return -1;
    const entry = names.lookAtPair(symbol, second);
    return entry !== 0 && this.#walk(text, at, entry) ? at : -1;
  }

  /** The start of the word that ends at `end`, where names begin with it; else -1. */
  #lookAtWord(text: string, end: number, hash: number): number {
    const { classes, names, firstEach } = this.#lexicon;
    const entry = names.look(hash);
    this.after = end;
    if (entry === 0 && !this.#isPolish) return -1;
    let start = end - 1;
    while (start > 0) {
      const symbol = classes[text.charCodeAt(start - 1)]!;
      if (symbol !== ignoredClass && (symbol < wordClass || symbol >= firstEach)) break;
      start -= 1;
    }
    const lower = text.charCodeAt(start);
    if (entry !== 0 && (lower < 97 || lower > 122 || names.mayBeLower(entry, text, start)) && names.mayFollow(entry, text, end) && this.#walk(text, start, entry)) return start;
    if (this.#isPolish) {
      // The word without its ending of one to four letters.
      let shorter = hash;
      for (let at = end - 1; at >= end - 4 && at > start + 1; at -= 1) {
        shorter = hashBack(shorter, classes[text.charCodeAt(at)]!);
        const bare = names.look(shorter);
        if (bare !== 0 && this.#walk(text, start, bare)) return start;
      }
    }
    return -1;
  }

  /** The same of the digits at `at`; `before` is the hash of the letters right before, or 0. */
  #lookAtDigits(text: string, at: number, first: number, before: number): number {
    const { classes, names, firstEach } = this.#lexicon;
    // A single letter before them is of their word ("o1"), more letters are not ("GPT4").
    const isAfterLetter = before >= wordClass && before < firstEach;
    let hash = isAfterLetter ? hashStep(before, first) : first;
    let i = at + 1;
    for (; i < text.length; i += 1) {
      const symbol = classes[text.charCodeAt(i)]!;
      if (symbol < firstSymbol || symbol >= wordClass) break;
      hash = hashStep(hash, symbol);
    }
    const entry = before === 0 || isAfterLetter ? names.look(hash) : 0;
    while (i < text.length && classes[text.charCodeAt(i)]! >= ignoredClass && classes[text.charCodeAt(i)]! < firstEach) i += 1;
    this.after = i;
    const start = isAfterLetter ? at - 1 : at;
    return entry !== 0 && this.#walk(text, start, entry) ? start : -1;
  }
}
