/**
 * Printed forms, sorted by their letters and digits alone, with a table of the words that they begin with: names in lexicon.ts, cues
 * in cues.ts. A walk along a text keeps the range of forms that agree with it so far.
 *
 * A word ends at a gap and between letters and digits, save that a single letter keeps its digits ("o1"); inside a form's word a
 * text may break before a capital ("Open AI"). In scripts without spaces the first two letters are the word.
 *
 * Every page pays for the table, mostly before its code is compiled. So forms are packed as what differs from the form before, and opening
 * reads of each no more than tells its word from that one's; a form is made whole, with the others of its block, when it is looked at.
 */
import { firstSymbol, wordClass } from './fold.ts';
import { digitBase, firstOfPair, lastOfPair, numberOfPair, widen } from './packed.ts';

/**
 * Hash of a word: of all its letters, or of its digits. The hot loops in sieve.ts and here compute the same. Of 24 bits, so that all that comes up
 * is a small integer to the engine: larger ones cost an object each before code is compiled.
 */
export const hashStep = (hash: number, symbol: number): number => (hash * 41 + symbol) & hashMask;
export const hashMask = 0xffffff;
/** The bits of a hash that its place in a filter is. */
export const filterMask = 0x3ffff;
const tableMask = 0x3fff;

/** Forms of a block: the first is packed whole, of the others a digit tells how many characters they share with the one before. */
export const formsOfBlock = 8;
/** Characters that a form may share with the one before, and that it may have. */
export const mostShared = 63;
export const longestForm = 500;

/** The bit of a symbol; all where it is none. */
const bitOf = (symbol: number): number => (symbol < firstSymbol ? -1 : 1 << (symbol & 31));

const longer = <A extends Int32Array | Uint16Array | Uint8Array>(list: A): A => {
  const made = new (list.constructor as new (length: number) => A)(list.length * 2);
  made.set(list);
  return made;
};

/** What there is to know of packed forms before they are opened. */
export interface FormsSource {
  readonly packed: string;
  /** Where they begin in `packed`; a line each. */
  readonly from: number;
  readonly count: number;
  /** Wide characters, by their numbers. */
  readonly wide: string;
  readonly classes: Uint16Array;
  /** Classes from here on are letters of an "each" script. */
  readonly firstEach: number;
  /** Whether the form may end within a word. */
  isStem(form: number): boolean;
  /** Whether the form is none without its capital. */
  needsCapital(form: number): boolean;
}

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
  readonly #blockAt: Int32Array;
  readonly #prints: (string | undefined)[] = [];
  readonly #keyAt: Int32Array;
  /** Symbols of the forms that were asked for, each ended by 0. */
  readonly #pool: Uint16Array;
  #pooled = 1;
  readonly #table = new Uint16Array(tableMask + 1);
  #hashes: Int32Array;
  #lo: Uint16Array;
  #hi: Uint16Array;
  #next: Uint16Array;
  /** Bits of the two symbols that may come next, folded to 32; all where a form ends before. */
  #follow: Int32Array;
  #second: Int32Array;
  /** 1 where one of the entry's forms may begin in lower case. */
  #lower: Uint8Array;
  #entries = 0;
  /** Entries of the form that was read last. */
  readonly #last: number[] = [];

  constructor(source: FormsSource) {
    const { packed, count, classes, firstEach, wide } = source;
    this.#source = source;
    this.classes = classes;
    this.count = count;
    // Names share their words; cues are often words of their own, with a plural.
    const most = count + 2;
    this.#hashes = new Int32Array(most);
    this.#lo = new Uint16Array(most);
    this.#hi = new Uint16Array(most);
    this.#next = new Uint16Array(most);
    this.#follow = new Int32Array(most);
    this.#second = new Int32Array(most);
    this.#lower = new Uint8Array(most);
    this.#keyAt = new Int32Array(count);
    this.#blockAt = new Int32Array(Math.ceil(count / formsOfBlock) + 1);
    const line = new Uint16Array(longestForm + 1);
    let at = source.from;
    let room = 2;
    // Characters of the line before that its entries depend on.
    let used = 1;
    let isCapital = false;
    for (let form = 0; form < count; form += 1) {
      let length = 0;
      const isFirst = (form & (formsOfBlock - 1)) === 0;
      if (isFirst) this.#blockAt[form >> 3] = at;
      else length = packed.charCodeAt(at++) - digitBase;
      if (length >= used) {
        // It begins as the one before.
        const from = at;
        at = packed.indexOf('\n', at) + 1;
        room += length + at - from;
        const lower = isCapital || source.needsCapital(form) ? 0 : 1;
        for (const entry of this.#last) {
          this.#hi[entry] = form + 1;
          this.#lower[entry]! |= lower;
        }
        continue;
      }
      for (let code = packed.charCodeAt(at); code !== 10; code = packed.charCodeAt(at)) {
        if (code >= firstOfPair && code <= lastOfPair) code = wide.charCodeAt(numberOfPair(code, packed.charCodeAt(++at)));
        line[length] = code;
        length += 1;
        at += 1;
      }
      at += 1;
      room += length + 1;
      line[length] = 0;
      this.#last.length = 0;
      let i = 0;
      let symbol = classes[line[0]!]!;
      while (symbol < firstSymbol) symbol = classes[line[i += 1]!]!;
      let next = classes[line[i + 1]!]!;
      // A single capital ("A.X") is no article.
      isCapital = next < firstSymbol && line[i]! >= 65 && line[i]! <= 90;
      const lower = isCapital || source.needsCapital(form) ? 0 : 1;
      let hash = symbol;
      i += 1;
      if (symbol >= firstEach) {
        this.#add(next >= firstSymbol ? hashStep(hash, next) : hash, form, -1, -1, lower);
        used = i + 1;
        continue;
      }
      const from = i;
      let digits = symbol < wordClass;
      let code = 0;
      for (; i < length; i += 1) {
        code = line[i]!;
        next = classes[code]!;
        if (next < firstSymbol || next >= firstEach) break;
        if (next < wordClass) {
          if (!digits) {
            if (i > from) break;
            digits = true;
          }
        } else {
          if (digits) break;
          if (code <= 90 && code >= 65 && line[i - 1]! >= 97) this.#add(hash, form, 1 << (next & 31), bitOf(classes[line[i + 1]!]!), lower);
        }
        hash = (hash * 41 + next) & hashMask;
      }
      used = i + 1;
      if ((code === 32 || code === 45) && line[i + 1]! >= 65 && line[i + 1]! <= 90) {
        // The first two words run together: "HuggingFace".
        let joined = hash;
        for (let second = i + 1; second < length; second += 1) {
          next = classes[line[second]!]!;
          used = second + 1;
          if (next < wordClass || next >= firstEach) break;
          joined = (joined * 41 + next) & hashMask;
          used = second + 2;
        }
        this.#add(joined, form, -1, -1, lower);
      }
      next = 0;
      while (i < length && (next = classes[line[i]!]!) < firstSymbol) i += 1;
      if (i < length) {
        used = Math.max(used, i + 2);
        this.#add(hash, form, 1 << (next & 31), bitOf(classes[line[i + 1]!]!), lower);
        continue;
      }
      used = length + 1;
      this.#add(hash, form, -1, -1, lower);
      if (source.isStem(form)) {
        const bit = hash & filterMask;
        this.stems[bit >>> 5]! |= 1 << (bit & 31);
      }
      // A plural or genitive "s" written on to the name.
      if (!digits) this.#add(hashStep(hash, classes[115]!), form, -1, -1, lower);
    }
    this.#blockAt[this.#blockAt.length - 1] = at;
    this.#pool = new Uint16Array(room);
  }

  #add(hash: number, form: number, follow: number, second: number, lower: number): void {
    const place = hash & tableMask;
    let entry = this.#table[place]!;
    while (entry !== 0 && this.#hashes[entry] !== hash) entry = this.#next[entry]!;
    if (entry === 0) {
      if (this.#entries + 1 === this.#hashes.length) this.#makeRoom();
      const bit = hash & filterMask;
      this.filter[bit >>> 5]! |= 1 << (bit & 31);
      entry = this.#entries += 1;
      this.#hashes[entry] = hash;
      this.#lo[entry] = form;
      this.#next[entry] = this.#table[place]!;
      this.#table[place] = entry;
    }
    this.#hi[entry] = form + 1;
    this.#follow[entry]! |= follow;
    this.#second[entry]! |= second;
    this.#lower[entry]! |= lower;
    this.#last.push(entry);
  }

  #makeRoom(): void {
    this.#hashes = longer(this.#hashes);
    this.#lo = longer(this.#lo);
    this.#hi = longer(this.#hi);
    this.#next = longer(this.#next);
    this.#follow = longer(this.#follow);
    this.#second = longer(this.#second);
    this.#lower = longer(this.#lower);
  }

  /** The entry for a word's hash, or 0 where no form begins with that word. */
  look(hash: number): number {
    let entry = this.#table[hash & tableMask]!;
    while (entry !== 0 && this.#hashes[entry] !== hash) entry = this.#next[entry]!;
    return entry;
  }

  /** Whether one of the entry's forms may begin in lower case. */
  mayBeLower(entry: number): boolean {
    return this.#lower[entry] !== 0;
  }

  /** Whether the text from `at`, behind the word of `entry`, may go on as one of its forms does, as far as its next two letters tell. */
  mayFollow(entry: number, text: string, at: number): boolean {
    const follow = this.#follow[entry]!;
    if (follow === -1) return true;
    const { classes } = this;
    let i = at;
    if (i < text.length && classes[text.charCodeAt(i)]! < firstSymbol) i += 1;
    // What is further on is left to the walk.
    if (i >= text.length) return true;
    const symbol = classes[text.charCodeAt(i)]!;
    if (symbol < firstSymbol) return true;
    if ((follow & (1 << (symbol & 31))) === 0) return false;
    const second = i + 1 < text.length ? classes[text.charCodeAt(i + 1)]! : 0;
    return second < firstSymbol || (this.#second[entry]! & (1 << (second & 31))) !== 0;
  }

  /** A form as printed. */
  print(form: number): string {
    if (this.#prints[form] === undefined) this.#readBlock(form >> 3);
    return this.#prints[form]!;
  }

  /** Makes the forms of a block whole. */
  #readBlock(block: number): void {
    const { packed, wide } = this.#source;
    const lines = packed.slice(this.#blockAt[block]!, this.#blockAt[block + 1]! - 1).split('\n');
    let print = '';
    for (const [i, line] of lines.entries()) {
      print = i === 0 ? widen(line, wide) : print.slice(0, line.charCodeAt(0) - digitBase) + widen(line.slice(1), wide);
      this.#prints[block * formsOfBlock + i] = print;
    }
  }

  /** Where the symbols of a form begin in the pool; a 0 ends them. */
  #key(form: number): number {
    const known = this.#keyAt[form]!;
    if (known !== 0) return known;
    const print = this.print(form);
    const pool = this.#pool;
    const key = this.#pooled;
    let to = key;
    for (let at = 0; at < print.length; at += 1) {
      const symbol = this.classes[print.charCodeAt(at)]!;
      if (symbol >= firstSymbol) {
        pool[to] = symbol;
        to += 1;
      }
    }
    this.#pooled = to + 1;
    this.#keyAt[form] = key;
    return key;
  }

  /** First form in [lo, hi) whose symbol number `depth` is at least `symbol`. */
  #lowerBound(lo: number, hi: number, depth: number, symbol: number): number {
    let from = lo;
    let to = hi;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.#pool[this.#key(middle) + depth]! < symbol) from = middle + 1;
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
    let lo = this.#lo[entry]!;
    let hi = this.#hi[entry]!;
    let depth = 0;
    let at = start;
    this.isOpen = false;
    const pool = this.#pool;
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
      const first = pool[low + depth]!;
      const last = pool[high + depth]!;
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
      if (pool[low + depth] === 0) {
        const from = lo;
        do lo += 1; while (lo < hi && pool[this.#key(lo) + depth] === 0);
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
