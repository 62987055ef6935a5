/**
 * The lexicon as the page reads it: two packed strings, made by `buildLexicon`, of which a page gets the second only when it weighs a name. Nothing is parsed up front but the
 * alphabet and the table of first letters; names, records and profiles are decoded when a text asks for them, so that
 * start-up costs well under a millisecond however many names there are.
 *
 * Names lie sorted by their letters and digits alone, and a table leads from a word of the text to the names that begin
 * with it. A walk along the text keeps the range of names that agree with it so far; hyphens, spaces and case are compared only for the few names that are left at the end (see match.ts).
 */
import { kinds, type Kind } from '../data/schema/lists.ts';
import { firstLetter, firstSymbol, makeClasses, wordClass } from './fold.ts';

/** What the lexicon knows of a record. */
export interface LexiconRecord {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  /** Of a release: its family. */
  readonly family?: string;
  /** Who made it, where that is a record. */
  readonly maker?: string;
  readonly familyRecord?: LexiconRecord;
  readonly makerRecord?: LexiconRecord;
  /** Of a family: its releases are numbered directly after its name, as in "Llama 3". */
  readonly numbered?: true;
  /** Of a family: words other than numbers in the names of its releases, lower case: "opus", "flash". */
  readonly tiers?: readonly string[];
}

/** One surface form of one record. */
export interface NameEntry {
  readonly text: string;
  readonly record: LexiconRecord;
  readonly context: boolean;
  /** Only this spelling's case is the name. */
  readonly exact: boolean;
  /** Characters behind its last letter: 2 of "OpenRAIL++". */
  readonly tail: number;
  /** A shorthand that stands for its record only where the record or its family is named in full. */
  readonly short: boolean;
  readonly lang: string | undefined;
  /** No name, but a word that may cite a provision: "Article". */
  readonly trigger: boolean;
  /** Never weighed without its capital. */
  readonly capital: boolean;
  /** A Polish case of a name: a name in Polish text alone. */
  readonly polish: boolean;
  /** Number of the profile that tells its senses apart; 0 for none. */
  readonly profile: number;
}

/** Width of one name's entry: record 3, flags 1, language 1, profile 2. */
const nameWidth = 7;
export const nameFlags = { context: 1, exact: 2, short: 4, trigger: 8, capital: 16, polish: 32 } as const;
/** Digits of the packed numbers: 64 characters from "0" on. */
export const digitBase = 48;

/** Sections of the packed names, in their order. */
export const nameSections = ['alphabet', 'languages', 'names', 'prints', 'records', 'provisions'] as const;

/** What `buildLexicon` makes: the names, which every page reads with, and what tells their senses apart, which only some need. */
export interface PackedLexicon {
  readonly names: string;
  readonly senses: string;
}

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

export const readNumber = (packed: string, at: number, digits: number): number => {
  let value = 0;
  for (let i = 0; i < digits; i += 1) value = value * 64 + packed.charCodeAt(at + i) - digitBase;
  return value;
};

/** Hash of a word: of all its letters, or of its digits. The hot loops in reader.ts and sense.ts compute the same. */
export const hashStep = (hash: number, symbol: number): number => (Math.imul(hash, 41) + symbol) | 0;
/** Spreads the hashes of short words over all bits (2^32 by the golden ratio). */
export const spread = -1640531527;
const tableShift = 18;

/**
 * Sorted forms, with a table of the words that they begin with. A word ends at a gap and between letters and digits, save
 * that a single letter keeps its digits ("o1"); inside a form's word a text may break before a capital ("Open AI"). In
 * scripts without spaces the first two letters are the word.
 */
export class Forms {
  readonly classes: Uint16Array;
  readonly count: number;
  /** Results of the last walk, shortest first: index of the first form, index after the last, end in the text. */
  readonly found = new Int32Array(48);
  /** Whether the last walk ended with the text: with more text more might be found. */
  isOpen = false;
  readonly #prints: readonly string[];
  readonly #keyAt: Int32Array;
  /** Symbols of the forms that were asked for, each ended by 0. */
  readonly #pool: Uint16Array;
  #pooled = 1;
  /** A bit for each hash there is, by the upper 18 bits of its product with `spread`: small enough to stay near the processor. The hot loop asks it. */
  readonly filter = new Int32Array(8192);
  /** The same of the stems, which may end at any letter of a word. */
  readonly stems = new Int32Array(8192);
  readonly #table = new Uint16Array(2 ** (32 - tableShift));
  #hashes: Int32Array;
  #lo: Uint16Array;
  #hi: Uint16Array;
  #next: Uint16Array;
  /** Bits of the symbols that may come next, folded to 32; all where a form ends with the word. */
  #follow: Int32Array;
  /** 1 where one of the entry's forms may begin in lower case. */
  #lower: Uint8Array;
  #entries = 0;

  /** `prints` is a line a form, sorted. */
  constructor(prints: string, classes: Uint16Array, firstEach: number, isStem: (form: number) => boolean, needsCapital: (form: number) => boolean) {
    this.classes = classes;
    const lines = prints.split('\n');
    this.#prints = lines;
    const count = lines.length - 1;
    this.count = count;
    const most = count * 5 + 2;
    this.#hashes = new Int32Array(most);
    this.#lo = new Uint16Array(most);
    this.#hi = new Uint16Array(most);
    this.#next = new Uint16Array(most);
    this.#follow = new Int32Array(most);
    this.#lower = new Uint8Array(most);
    this.#keyAt = new Int32Array(count);
    this.#pool = new Uint16Array(prints.length + 2);
    const plural = classes[115]!;
    // Every page pays for this loop, mostly before it is compiled: it reads each form's first word and no more.
    for (let form = 0; form < count; form += 1) {
      const line = lines[form]!;
      const length = line.length;
      let at = 0;
      let code = line.charCodeAt(0);
      let symbol = classes[code]!;
      while (symbol < firstSymbol) symbol = classes[(code = line.charCodeAt((at += 1)))]!;
      let next = at + 1 < length ? classes[line.charCodeAt(at + 1)]! : 0;
      // A single capital ("A.X") is no article.
      const lower = needsCapital(form) || (next < firstSymbol && code >= 65 && code <= 90) ? 0 : 1;
      let hash = symbol;
      at += 1;
      if (symbol >= firstEach) {
        this.#add(next >= firstSymbol ? hashStep(hash, next) : hash, form, -1, lower);
        continue;
      }
      const from = at;
      let digits = symbol < wordClass;
      while (at < length) {
        code = line.charCodeAt(at);
        next = classes[code]!;
        if (next < firstSymbol || next >= firstEach) break;
        if (next < wordClass) {
          if (!digits) {
            if (at > from) break;
            digits = true;
          }
        } else {
          if (digits) break;
          if (code <= 90 && code >= 65 && line.charCodeAt(at - 1) >= 97) this.#add(hash, form, 1 << (next & 31), lower);
        }
        hash = (Math.imul(hash, 41) + next) | 0;
        at += 1;
      }
      if (at + 1 < length && (code === 32 || code === 45) && line.charCodeAt(at + 1) >= 65 && line.charCodeAt(at + 1) <= 90) {
        // The first two words run together: "HuggingFace".
        let joined = hash;
        for (let i = at + 1; i < length; i += 1) {
          next = classes[line.charCodeAt(i)]!;
          if (next < wordClass || next >= firstEach) break;
          joined = (Math.imul(joined, 41) + next) | 0;
        }
        this.#add(joined, form, -1, lower);
      }
      next = 0;
      while (at < length && (next = classes[line.charCodeAt(at)]!) < firstSymbol) at += 1;
      if (at < length) {
        this.#add(hash, form, 1 << (next & 31), lower);
        continue;
      }
      this.#add(hash, form, -1, lower);
      if (isStem(form)) {
        const bit = Math.imul(hash, spread) >>> 14;
        this.stems[bit >>> 5]! |= 1 << (bit & 31);
      }
      // A plural or genitive "s" written on to the name.
      if (!digits) this.#add((Math.imul(hash, 41) + plural) | 0, form, -1, lower);
    }
    // Room was made for five entries a form; most need two.
    const used = this.#entries + 1;
    this.#hashes = this.#hashes.slice(0, used);
    this.#lo = this.#lo.slice(0, used);
    this.#hi = this.#hi.slice(0, used);
    this.#next = this.#next.slice(0, used);
    this.#follow = this.#follow.slice(0, used);
    this.#lower = this.#lower.slice(0, used);
  }

  #add(hash: number, form: number, follow: number, lower: number): void {
    const place = Math.imul(hash, spread) >>> tableShift;
    let entry = this.#table[place]!;
    while (entry !== 0 && this.#hashes[entry] !== hash) entry = this.#next[entry]!;
    if (entry === 0) {
      const bit = Math.imul(hash, spread) >>> 14;
      this.filter[bit >>> 5]! |= 1 << (bit & 31);
      entry = this.#entries += 1;
      this.#hashes[entry] = hash;
      this.#lo[entry] = form;
      this.#next[entry] = this.#table[place]!;
      this.#table[place] = entry;
    }
    this.#hi[entry] = form + 1;
    this.#follow[entry]! |= follow;
    this.#lower[entry]! |= lower;
  }

  /** The entry for a word's hash, or 0 where no form begins with that word. */
  look(hash: number): number {
    let entry = this.#table[Math.imul(hash, spread) >>> tableShift]!;
    while (entry !== 0 && this.#hashes[entry] !== hash) entry = this.#next[entry]!;
    return entry;
  }

  /** Whether one of the entry's forms may begin in lower case. */
  mayBeLower(entry: number): boolean {
    return this.#lower[entry] !== 0;
  }

  /** Whether the text from `at`, behind the word of `entry`, may go on as one of its forms does. */
  mayFollow(entry: number, text: string, at: number): boolean {
    const follow = this.#follow[entry]!;
    if (follow === -1) return true;
    const { classes } = this;
    let i = at;
    let symbol = classes[text.charCodeAt(i)]!;
    if (symbol < firstSymbol) symbol = classes[text.charCodeAt((i += 1))]!;
    // What is further on is left to the walk.
    return !(symbol >= firstSymbol) || (follow & (1 << (symbol & 31))) !== 0;
  }

  /** A form as printed. */
  print(form: number): string {
    return this.#prints[form]!;
  }

  /** Where the symbols of a form begin in the pool; a 0 ends them. */
  #key(form: number): number {
    const known = this.#keyAt[form]!;
    if (known !== 0) return known;
    const print = this.#prints[form]!;
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

const slugOf = (name: string): string => name.normalize('NFKD').toLowerCase().replace(/[^a-z0-9.]+/g, '-').replace(/^[-.]+|[-.]+$/g, '');
export { slugOf };

/** All names, compiled: opened by `openLexicon`. */
export class Lexicon {
  readonly classes: Uint16Array;
  readonly names: Forms;
  /** Classes from here on are letters of an "each" script. */
  readonly firstEach: number;
  readonly #names: Sections<(typeof nameSections)[number]>;
  #senses: string | undefined;
  #languages: string[] | undefined;
  #recordLines: string[] | undefined;
  #records: (LexiconRecord | undefined)[] = [];
  #entries: (NameEntry | undefined)[] = [];

  constructor(names: string) {
    const sections = new Sections(names, nameSections);
    this.#names = sections;
    this.classes = makeClasses();
    this.firstEach = this.#readAlphabet();
    this.names = new Forms(
      sections.text('prints'), this.classes, this.firstEach, () => false,
      (form) => ((names.charCodeAt(sections.at.names + form * nameWidth + 3) - digitBase) & nameFlags.capital) !== 0,
    );
  }

  /** Packed senses: what tells names apart, read by cues.ts. They may come after the names. */
  get senses(): string | undefined {
    return this.#senses;
  }

  addSenses(senses: string): void {
    this.#senses ??= senses;
  }

  /** Packed provisions, read by provision-records.ts. */
  get provisions(): string {
    return this.#names.text('provisions');
  }

  /** Gives every letter of the names its symbol: a line a letter, all its forms; an empty line parts the "each" scripts. */
  #readAlphabet(): number {
    const { packed, at, end } = this.#names;
    const { classes } = this;
    let symbol = firstSymbol;
    let firstEach = 0;
    let lineStart = true;
    for (let i = at.alphabet; i < end.alphabet; i += 1) {
      const code = packed.charCodeAt(i);
      if (code === 10) {
        if (lineStart) firstEach = symbol;
        else symbol = symbol === wordClass - 1 ? firstLetter : symbol + 1;
        lineStart = true;
      } else {
        classes[code] = symbol;
        lineStart = false;
      }
    }
    return firstEach || symbol;
  }

  #tailOf(text: string): number {
    let end = text.length;
    while (end > 0 && this.classes[text.charCodeAt(end - 1)]! < firstSymbol) end -= 1;
    return text.length - end;
  }

  /** The name number `form`. */
  entry(form: number): NameEntry {
    const known = this.#entries[form];
    if (known) return known;
    const { packed } = this.#names;
    const at = this.#names.at.names + form * nameWidth;
    const flags = readNumber(packed, at + 3, 1);
    const language = readNumber(packed, at + 4, 1);
    this.#languages ??= this.#names.text('languages').split('\n');
    const text = this.names.print(form);
    const entry: NameEntry = {
      text,
      tail: this.#tailOf(text),
      record: this.recordAt(readNumber(packed, at, 3)),
      context: (flags & nameFlags.context) !== 0,
      exact: (flags & nameFlags.exact) !== 0,
      short: (flags & nameFlags.short) !== 0,
      trigger: (flags & nameFlags.trigger) !== 0,
      capital: (flags & nameFlags.capital) !== 0,
      polish: (flags & nameFlags.polish) !== 0,
      lang: this.#languages[language] || undefined,
      profile: readNumber(packed, at + 5, 2),
    };
    this.#entries[form] = entry;
    return entry;
  }

  #lines(): string[] {
    this.#recordLines ??= this.#names.text('records').split('\n');
    return this.#recordLines;
  }

  /**
   * The record number `index`. A line: kind (16 more where numbered), family 3, maker 3, name 3, then its id unless it
   * follows from the name; behind tabs a name that is none of its forms, and tiers.
   */
  recordAt(index: number): LexiconRecord {
    const known = this.#records[index];
    if (known) return known;
    const line = this.#lines()[index]!;
    const kind = readNumber(line, 0, 1);
    const family = readNumber(line, 1, 3) - 1;
    const maker = readNumber(line, 4, 3) - 1;
    const print = readNumber(line, 7, 3) - 1;
    const [ownId, ownName, tiers] = line.slice(10).split('\t') as [string, string?, string?];
    const name = print >= 0 ? this.names.print(print) : ownName!;
    const familyRecord = family >= 0 ? this.recordAt(family) : undefined;
    const makerRecord = maker >= 0 ? this.recordAt(maker) : undefined;
    const record: LexiconRecord = {
      id: ownId || slugOf(name), name, kind: kinds[kind & 15]!,
      ...(familyRecord && { family: familyRecord.id, familyRecord }),
      ...(makerRecord && { maker: makerRecord.id, makerRecord }),
      ...(kind > 15 && { numbered: true as const }),
      ...(tiers && { tiers: tiers.split(' ') }),
    };
    this.#records[index] = record;
    return record;
  }

  /** The model name whose letters and digits are all of `text`, if any. */
  modelNamed(text: string): NameEntry | undefined {
    const { classes, names } = this;
    let hash = 0;
    for (let i = 0; i < text.length; i += 1) {
      const symbol = classes[text.charCodeAt(i)]!;
      if (symbol < wordClass || (symbol >= this.firstEach && i > 1)) break;
      hash = hashStep(hash, symbol);
    }
    const entry = names.look(hash);
    if (entry === 0) return undefined;
    for (let n = names.walk(text, 0, entry) - 1; n >= 0; n -= 1) {
      if (names.found[n * 3 + 2] !== text.length) continue;
      for (let form = names.found[n * 3]!; form < names.found[n * 3 + 1]!; form += 1) if (this.entry(form).record.kind === 'model') return this.entry(form);
    }
    return undefined;
  }
}

/** Opens a packed lexicon; senses may come later. @throws where a string is not one of this version. */
export const openLexicon = ({ names, senses }: { readonly names: string; readonly senses?: string }): Lexicon => {
  const lexicon = new Lexicon(names);
  if (senses !== undefined) lexicon.addSenses(senses);
  return lexicon;
};

/** Kinds whose sure mentions show that a text is on AI. */
export const speaksOfAi = (record: LexiconRecord): boolean =>
  record.kind === 'model' || record.kind === 'product' || record.kind === 'tool' || record.kind === 'framework' || record.kind === 'dataset';
