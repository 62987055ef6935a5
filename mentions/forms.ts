/**
 * Printed forms, sorted by their letters and digits alone, with a table of the words that they begin with: names in lexicon.ts, cues
 * in cues.ts. A walk along a text keeps the range of forms that agree with it so far.
 *
 * A word ends at a gap and between letters and digits, save that a single letter keeps its digits ("o1"); inside a form's word a
 * text may break before a capital ("Open AI"). In scripts without spaces the first two letters are the word.
 *
 * Every page pays for the table, before its code is compiled. So the compiler packs the words' hashes, and opening reads those alone. Which
 * forms begin with a word is found when a text has it; a form is made whole, with the others of its block, when it is looked at.
 */
import { firstSymbol, ignoredClass, wordClass } from './fold.ts';
import { digitBase, isFirstOfPair, numberOfPair, readNumber, widen, type Wide } from './packed.ts';

/**
 * Hash of a word: of all its letters, or of its digits. The hot loops in sieve.ts and here compute the same. Of 24 bits, so that all that comes up
 * is a small integer to the engine: larger ones cost an object each before code is compiled.
 */
export const hashStep = (hash: number, symbol: number): number => (hash * 41 + symbol) & hashMask;
/** Takes the last step of a hash back: 41 times this is 1 in 24 bits. */
export const hashBack = (hash: number, symbol: number): number => Math.imul(hash - symbol, 9411609) & hashMask;
export const hashMask = 0xffffff;
/** The same of the first two letters in a script without spaces, of which no two pairs have one: 4099 is above all symbols of a lexicon. */
export const hashOfPair = (first: number, second: number): number => (first * 4099 + second) & hashMask;
/** The bits of a hash that its place in a filter is. */
export const filterMask = 0x3ffff;

/** Words lie in parts, by the lower bits of their hashes (the upper ones of short words are all 0): each is the other bits and flags in three digits. */
export const partBits = 10;
export const parts = 1024;
export const wordWidth = 3;
export const flagBits = 4;
export const wordFlags = {
  /** A form is this word alone: a plural or genitive "s" may be written on to it. */
  whole: 1,
  /** A form is this word alone, and may end within a word. */
  stem: 2,
  /** Other words, or beginnings of forms, have this hash too: all forms are looked at. */
  shared: 4,
  /** Many forms begin with its letters and few with the word: how these go on is packed apart. */
  few: 8,
} as const;

/** Forms that begin with a word's letters, from which on it is worth while to pack how those go on that begin with the word. */
export const manyForms = 16;

/** Forms of a block: the first is packed whole, of the others a digit tells how many characters they share with the one before. */
export const formsOfBlock = 8;
/** Characters that a form may share with the one before, and that it may have. */
export const mostShared = 63;
export const longestForm = 500;

const longer = <A extends Int32Array | Uint16Array>(list: A): A => {
  const made = new (list.constructor as new (length: number) => A)(list.length * 2);
  made.set(list);
  return made;
};

/** What there is to know of packed forms before they are opened. */
export interface FormsSource {
  readonly packed: string;
  /** Where the words begin and end in `packed`: a line a part. */
  readonly words: number;
  readonly wordsEnd: number;
  /**
   * Where the ways in which few forms go on begin and end: a line a word, of its hash in 4 digits, 1 where a form may begin in lower case, and
   * two letters for each way, or a space for what is any.
   */
  readonly ways: number;
  readonly waysEnd: number;
  /** Where the forms begin: a line each, the last of a block ended by a tab. */
  readonly prints: number;
  readonly count: number;
  readonly wide: Wide;
  readonly classes: Uint16Array;
  /** Classes from here on are letters of an "each" script. */
  readonly firstEach: number;
  /** Whether the form is none without its capital. */
  needsCapital(form: number): boolean;
}

/** What is known of a word that a text had: its first form, the one behind its last, and how they go on (see `mayFollow`, `mayBeLower`). */
const slotWidth = 5;
const slot = { first: 0, end: 1, follow: 2, second: 3, lower: 4 } as const;

export class Forms {
  readonly classes: Uint16Array;
  readonly count: number;
  /** Results of the last walk, shortest first: index of the first form, index after the last, end in the text. */
  readonly found = new Int32Array(48);
  /** Whether the last walk ended with the text: with more text more might be found. */
  isOpen = false;
  /** A bit for each hash there is, by its lower 18 bits: small enough to stay near the processor. The hot loop asks it. */
  readonly filter = new Int32Array(8192);
  /** The same of the stems, which may end at any letter of a word. */
  readonly stems = new Int32Array(8192);
  readonly #source: FormsSource;
  /** Of each word: its hash, its flags, and the number of its slot once a text had it. */
  readonly #hashes: Int32Array;
  readonly #flags: Uint8Array;
  readonly #slotOf: Uint16Array;
  /** First word of each part. */
  readonly #partAt = new Uint16Array(parts + 1);
  #slots = new Int32Array(64 * slotWidth);
  #slotCount = 0;
  readonly #blockAt: Int32Array;
  /** Classes of the characters of the form that is read. */
  readonly #line = new Uint16Array(longestForm);
  readonly #keyAt: Int32Array;
  /** 1 for a form that was asked for and begins with a single capital ("A.X"), which is no article. */
  readonly #isInitial: Uint8Array;
  /** Symbols of the forms that were asked for, each ended by 0. */
  #pool = new Uint16Array(1024);
  #pooled = 1;

  constructor(source: FormsSource) {
    const { packed, count, classes, words, wordsEnd } = source;
    this.#source = source;
    this.classes = classes;
    this.count = count;
    const { filter, stems } = this;
    const wordCount = (wordsEnd - words - parts) / wordWidth;
    this.#hashes = new Int32Array(wordCount);
    this.#flags = new Uint8Array(wordCount);
    this.#slotOf = new Uint16Array(wordCount + 1);
    const letterS = classes[115]!;
    let at = words;
    let word = 0;
    for (let part = 0; part < parts; part += 1) {
      for (; packed.charCodeAt(at) !== 10; at += wordWidth) {
        // As `readNumber` does, which is too slow for thousands before it is compiled.
        const value = ((packed.charCodeAt(at) - digitBase) << 12) | ((packed.charCodeAt(at + 1) - digitBase) << 6) | (packed.charCodeAt(at + 2) - digitBase);
        const hash = ((value >> flagBits) << partBits) | part;
        this.#hashes[word] = hash;
        this.#flags[word] = value;
        filter[(hash & filterMask) >>> 5]! |= 1 << (hash & 31);
        if ((value & wordFlags.whole) !== 0) {
          const plural = hashStep(hash, letterS);
          filter[(plural & filterMask) >>> 5]! |= 1 << (plural & 31);
        }
        if ((value & wordFlags.stem) !== 0) stems[(hash & filterMask) >>> 5]! |= 1 << (hash & 31);
        word += 1;
      }
      at += 1;
      this.#partAt[part + 1] = word;
    }
    const blocks = Math.ceil(count / formsOfBlock);
    this.#blockAt = new Int32Array(blocks + 1);
    for (let block = 0, from = source.prints; block <= blocks; block += 1) {
      this.#blockAt[block] = from;
      from = packed.indexOf('\t', from) + 1;
    }
    this.#keyAt = new Int32Array(count);
    this.#isInitial = new Uint8Array(count);
  }

  /** Number of the word with this hash, from 1; 0 for none. */
  #wordOf(hash: number): number {
    const part = hash & (parts - 1);
    const end = this.#partAt[part + 1]!;
    for (let word = this.#partAt[part]!; word < end; word += 1) if (this.#hashes[word] === hash) return word + 1;
    return 0;
  }

  /** The same of the word whose plural this is. */
  #singularOf(hash: number): number {
    const word = this.#wordOf(hashBack(hash, this.classes[115]!));
    return word !== 0 && (this.#flags[word - 1]! & wordFlags.whole) !== 0 ? word : 0;
  }

  /** The entry for a word's hash, or 0 where no form begins with that word. */
  look(hash: number): number {
    return this.#wordOf(hash) || this.#singularOf(hash);
  }

  /** The same for letters of a script without spaces: for both, or the first alone. */
  lookAtPair(first: number, second: number): number {
    return this.#wordOf(hashOfPair(first, second)) || this.#wordOf(first);
  }

  /**
   * Where in `#slots` it is said what is known of the entry, whose word begins at `start`; -1 where the letters there are others that happen
   * to have its hash.
   */
  #slotAt(entry: number, text: string, start: number): number {
    const known = this.#slotOf[entry]!;
    if (known !== 0) return known * slotWidth;
    const target = this.#hashes[entry - 1]!;
    const word = this.#wordAt(text, start, target);
    if (word === undefined) return -1;
    const flags = this.#flags[entry - 1]!;
    let first = 0;
    let end = this.count;
    let follow = -1;
    let second = -1;
    let lower = 0;
    if ((flags & wordFlags.shared) === 0) {
      first = this.#firstNotBefore(word, false);
      end = this.#endOf(word, first);
      if (first === end) return -1;
      // "Transformers" is a name, and the plural of another.
      const isPlural = word.at(-1) === this.classes[115] && this.#singularOf(target) !== 0;
      if (isPlural) first = this.#firstNotBefore(word.slice(0, -1), false);
      if ((flags & wordFlags.few) !== 0 && !isPlural) {
        const ways = this.#waysOf(target);
        lower = Number(ways.charAt(0));
        follow = 0;
        second = 0;
        for (let i = 1; i < ways.length; i += 2) {
          follow |= this.#bitOf(ways, i);
          second |= this.#bitOf(ways, i + 1);
        }
      } else if (!isPlural && !this.#endsAt(first, word.length)) {
        follow = 0;
        second = 0;
        for (let form = first; form < end; form += 1) {
          const key = this.#key(form) + word.length;
          follow |= 1 << (this.#pool[key]! & 31);
          // A form that ends there may be followed by anything.
          second |= this.#pool[key + 1] === 0 ? -1 : 1 << (this.#pool[key + 1]! & 31);
        }
      }
    }
    if ((flags & wordFlags.few) === 0) for (let form = first; form < end && lower === 0; form += 1) lower = this.#mayBeLower(form) ? 1 : 0;
    this.#slotCount += 1;
    const at = this.#slotCount * slotWidth;
    if (at + slotWidth > this.#slots.length) this.#slots = longer(this.#slots);
    this.#slotOf[entry] = this.#slotCount;
    this.#slots[at + slot.first] = first;
    this.#slots[at + slot.end] = end;
    this.#slots[at + slot.follow] = follow;
    this.#slots[at + slot.second] = second;
    this.#slots[at + slot.lower] = lower;
    return at;
  }

  /** Symbols of the word at `start`, up to where they have the hash; undefined where they have not. */
  #wordAt(text: string, start: number, target: number): number[] | undefined {
    const { classes } = this;
    const word: number[] = [];
    for (let at = start, hash = 0; at < text.length; at += 1) {
      const symbol = classes[text.charCodeAt(at)]!;
      if (symbol === ignoredClass) continue;
      if (symbol < firstSymbol) return undefined;
      hash = word.length === 1 && word[0]! >= this.#source.firstEach ? hashOfPair(hash, symbol) : hashStep(hash, symbol);
      word.push(symbol);
      if (hash === target) return word;
    }
    return undefined;
  }

  /** How the forms go on that begin with the word of this hash. */
  #waysOf(hash: number): string {
    const { packed, ways, waysEnd, wide } = this.#source;
    for (let at = ways; at < waysEnd;) {
      const end = packed.indexOf('\n', at);
      if (readNumber(packed, at, 4) === hash) return widen(packed.slice(at + 4, end), wide);
      at = end + 1;
    }
    return '';
  }

  #bitOf(ways: string, at: number): number {
    return ways.charAt(at) === ' ' ? -1 : 1 << (this.classes[ways.charCodeAt(at)]! & 31);
  }

  #mayBeLower(form: number): boolean {
    this.#key(form);
    return this.#isInitial[form] === 0 && !this.#source.needsCapital(form);
  }

  /** First form that is not before `word` in the order of letters; `isBehind`: and does not begin with it. */
  #firstNotBefore(word: readonly number[], isBehind: boolean): number {
    let from = 0;
    let to = this.#blockAt.length - 1;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.#isHeadBefore(middle, word, isBehind)) from = middle + 1;
      else to = middle;
    }
    let form = Math.max(0, from - 1) * formsOfBlock;
    const end = Math.min(this.count, from * formsOfBlock);
    while (form < end && this.#isBefore(form, word, isBehind)) form += 1;
    return form;
  }

  /** The form behind the last that begins with `word`, of which `first` is the first. */
  #endOf(word: readonly number[], first: number): number {
    const last = Math.min(this.count, first + formsOfBlock);
    let form = first;
    while (form < last && this.#isBefore(form, word, true)) form += 1;
    return form < last || form === this.count ? form : this.#firstNotBefore(word, true);
  }

  #isBefore(form: number, word: readonly number[], isBehind: boolean): boolean {
    const key = this.#key(form);
    for (let i = 0; i < word.length; i += 1) {
      const own = this.#pool[key + i]!;
      if (own !== word[i]) return own < word[i]!;
    }
    return isBehind;
  }

  /** The same of a block's first form, read where it is packed. */
  #isHeadBefore(block: number, word: readonly number[], isBehind: boolean): boolean {
    const { packed, wide } = this.#source;
    let at = this.#blockAt[block]!;
    for (const symbol of word) {
      let own = 0;
      while (own < firstSymbol) {
        let code = packed.charCodeAt(at++);
        if (code === 10 || code === 9) return true;
        if (isFirstOfPair(code)) code = wide[numberOfPair(code, packed.charCodeAt(at++))]!;
        own = this.classes[code]!;
      }
      if (own !== symbol) return own < symbol;
    }
    return isBehind;
  }

  /** Whether one of the entry's forms may begin in lower case; its word begins at `start`. */
  mayBeLower(entry: number, text: string, start: number): boolean {
    const at = this.#slotAt(entry, text, start);
    return at >= 0 && this.#slots[at + slot.lower] !== 0;
  }

  /** Whether the text from `end`, behind the word of `entry`, may go on as one of its forms does, as far as its next two letters tell. */
  mayFollow(entry: number, text: string, end: number): boolean {
    const known = this.#slotOf[entry]!;
    const at = known === 0 ? this.#slotAt(entry, text, this.#startOf(text, end)) : known * slotWidth;
    if (at < 0) return false;
    const follow = this.#slots[at + slot.follow]!;
    if (follow === -1) return true;
    const { classes } = this;
    let i = end;
    if (i < text.length && classes[text.charCodeAt(i)]! < firstSymbol) i += 1;
    // What is further on is left to the walk.
    if (i >= text.length) return true;
    const symbol = classes[text.charCodeAt(i)]!;
    if (symbol < firstSymbol) return true;
    if ((follow & (1 << (symbol & 31))) === 0) return false;
    const second = i + 1 < text.length ? classes[text.charCodeAt(i + 1)]! : 0;
    return second < firstSymbol || (this.#slots[at + slot.second]! & (1 << (second & 31))) !== 0;
  }

  /** Where the word begins that ends at `end`. */
  #startOf(text: string, end: number): number {
    const { classes } = this;
    let start = end - 1;
    const isDigit = classes[text.charCodeAt(start)]! < wordClass && classes[text.charCodeAt(start)] !== ignoredClass;
    for (; start > 0; start -= 1) {
      const symbol = classes[text.charCodeAt(start - 1)]!;
      if (symbol !== ignoredClass && (symbol < firstSymbol || symbol < wordClass !== isDigit || symbol >= this.#source.firstEach)) break;
    }
    return start;
  }

  /** A form as printed. Not kept: those who ask for many keep what they made of it. */
  print(form: number): string {
    const { packed, wide } = this.#source;
    const block = Math.floor(form / formsOfBlock);
    const lines = widen(packed.slice(this.#blockAt[block]!, this.#blockAt[block + 1]! - 1), wide).split('\n');
    let print = lines[0]!;
    for (let i = 1; i <= form - block * formsOfBlock; i += 1) print = print.slice(0, lines[i]!.charCodeAt(0) - digitBase) + lines[i]!.slice(1);
    return print;
  }

  /** Where the symbols of a form begin in the pool; a 0 ends them. */
  #key(form: number): number {
    const known = this.#keyAt[form]!;
    if (known !== 0) return known;
    this.#readBlock(Math.floor(form / formsOfBlock));
    return this.#keyAt[form]!;
  }

  /** Puts the symbols of a block's forms into the pool. */
  #readBlock(block: number): void {
    const { packed, wide } = this.#source;
    const { classes } = this;
    const line = this.#line;
    const first = block * formsOfBlock;
    const end = Math.min(this.count, first + formsOfBlock);
    let at = this.#blockAt[block]!;
    let to = this.#pooled;
    let isCapital = false;
    for (let form = first; form < end; form += 1) {
      let length = form === first ? 0 : packed.charCodeAt(at++) - digitBase;
      if (length === 0) isCapital = packed.charCodeAt(at) >= 65 && packed.charCodeAt(at) <= 90;
      for (let code = packed.charCodeAt(at++); code !== 10 && code !== 9; code = packed.charCodeAt(at++)) {
        if (isFirstOfPair(code)) code = wide[numberOfPair(code, packed.charCodeAt(at++))]!;
        line[length++] = classes[code]!;
      }
      while (to + length >= this.#pool.length) this.#pool = longer(this.#pool);
      const pool = this.#pool;
      this.#keyAt[form] = to;
      for (let i = 0; i < length; i += 1) if (line[i]! >= firstSymbol) pool[to++] = line[i]!;
      pool[to++] = 0;
      if (isCapital && (length === 1 || line[1]! < firstSymbol)) this.#isInitial[form] = 1;
    }
    this.#pooled = to;
  }

  /** Whether a form has so many letters and digits; it has no fewer. */
  #endsAt(form: number, length: number): boolean {
    const key = this.#key(form);
    return this.#pool[key + length] === 0;
  }

  /** First form in [lo, hi) whose symbol number `depth` is at least `symbol`. */
  #lowerBound(lo: number, hi: number, depth: number, symbol: number): number {
    let from = lo;
    let to = hi;
    while (from < to) {
      const middle = (from + to) >> 1;
      const key = this.#key(middle);
      if (this.#pool[key + depth]! < symbol) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /**
   * Finds the forms that begin at `start`, given the entry of the word there, and returns how many lengths were found (their
   * places are in `found`). Compares letters and digits only.
   */
  walk(text: string, start: number, entry: number): number {
    const { classes, found } = this;
    const length = text.length;
    let count = 0;
    let depth = 0;
    let at = start;
    this.isOpen = false;
    const known = this.#slotAt(entry, text, start);
    if (known < 0) return 0;
    let lo = this.#slots[known + slot.first]!;
    let hi = this.#slots[known + slot.end]!;
    let low = this.#key(lo);
    let high = this.#key(hi - 1);
    for (;;) {
      let symbol = 0;
      let punctuation = 0;
      let next = at;
      for (; next < length; next += 1) {
        const code = text.charCodeAt(next);
        symbol = classes[code]!;
        if (symbol > 2) break;
        // White space may be long in a page's source; other marks between the parts of a name are few.
        if (symbol !== 2 && code !== 32 && code !== 10 && code !== 9 && code !== 13 && (punctuation += 1) > 3) return count;
      }
      if (next >= length || symbol <= 2) {
        this.isOpen = true;
        return count;
      }
      const first = this.#pool[low + depth]!;
      const last = this.#pool[high + depth]!;
      if (symbol < first || symbol > last) return count;
      if (first !== last) {
        lo = this.#lowerBound(lo, hi, depth, symbol);
        hi = this.#lowerBound(lo, hi, depth, symbol + 1);
        if (lo >= hi) return count;
        low = this.#key(lo);
        high = this.#key(hi - 1);
      }
      depth += 1;
      at = next + 1;
      if (this.#pool[low + depth] === 0) {
        const from = lo;
        do lo += 1; while (lo < hi && this.#endsAt(lo, depth));
        if (count < 16) {
          found[count * 3] = from;
          found[count * 3 + 1] = lo;
          found[count * 3 + 2] = at;
          count += 1;
        }
        if (lo >= hi) return count;
        low = this.#key(lo);
      }
    }
  }
}
