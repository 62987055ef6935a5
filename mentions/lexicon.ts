/**
 * The lexicon as the page reads it: packed strings, made by `buildLexicon`; a page gets what tells senses apart only when it weighs a
 * name. Nothing is read up front but the alphabet and the words that names begin with (forms.ts); names and records are decoded when
 * a text asks for them. Hyphens, spaces and case are compared only for the few names that a walk leaves at its end (see match.ts).
 */
import { kinds, type Kind } from '../data/schema/lists.ts';
import { firstLetter, firstSymbol, makeClasses, wordClass } from './fold.ts';
import { Forms, hashStep } from './forms.ts';
import { isFirstOfPair, Lines, numberOfPair, readNumber, readWide, Sections, type Wide } from './packed.ts';

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

/** Width of one name's entry: record 3, traits 2. Traits are flags 1, language 1, profile 2. */
const nameWidth = 5;
const traitsWidth = 4;
export const nameFlags = { context: 1, exact: 2, short: 4, trigger: 8, capital: 16, polish: 32 } as const;

/** Sections of the packed strings, in their order. */
export const letterSections = ['alphabet', 'wide'] as const;
export const nameSections = ['languages', 'names', 'traits', 'words', 'ways', 'prints', 'records', 'provisions'] as const;

/** What `buildLexicon` makes. */
export interface PackedLexicon {
  /** Letters that count as one, and all characters that are packed as two. */
  readonly letters: string;
  /** The names, which every page reads with. */
  readonly names: string;
  /** What tells the names' senses apart, which only some pages need. */
  readonly senses: string;
}

const slugOf = (name: string): string => name.normalize('NFKD').toLowerCase().replace(/[^a-z0-9.]+/g, '-').replace(/^[-.]+|[-.]+$/g, '');
export { slugOf };

/** All names, compiled: opened by `openLexicon`. */
export class Lexicon {
  readonly classes: Uint16Array;
  readonly names: Forms;
  /** Classes from here on are letters of an "each" script. */
  readonly firstEach: number;
  /** Wide characters of the packed strings, by their numbers. */
  readonly wide: Wide;
  readonly #names: Sections<(typeof nameSections)[number]>;
  readonly #recordLines: Lines;
  #senses: string | undefined;
  #languages: string[] | undefined;
  #records: (LexiconRecord | undefined)[] = [];
  #entries: (NameEntry | undefined)[] = [];

  constructor(letters: string, names: string) {
    const alphabet = new Sections(letters, letterSections);
    const sections = new Sections(names, nameSections);
    this.#names = sections;
    this.wide = readWide(letters, alphabet.at.wide, alphabet.end.wide);
    this.classes = makeClasses();
    this.firstEach = this.#readAlphabet(alphabet);
    this.#recordLines = new Lines(names, sections.at.records, sections.end.records, this.wide);
    this.names = new Forms({
      packed: names, words: sections.at.words, wordsEnd: sections.end.words, ways: sections.at.ways, waysEnd: sections.end.ways, prints: sections.at.prints,
      count: (sections.end.names - sections.at.names) / nameWidth, wide: this.wide,
      classes: this.classes, firstEach: this.firstEach,
      needsCapital: (form) => (readNumber(names, this.#traitsAt(form), 1) & nameFlags.capital) !== 0,
    });
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
  #readAlphabet({ packed, at, end }: Sections<(typeof letterSections)[number]>): number {
    const { classes } = this;
    let symbol = firstSymbol;
    let firstEach = 0;
    let lineStart = true;
    for (let i = at.alphabet; i < end.alphabet; i += 1) {
      let code = packed.charCodeAt(i);
      if (isFirstOfPair(code)) code = this.wide[numberOfPair(code, packed.charCodeAt(i += 1))]!;
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

  /** Where the traits of a form are packed. */
  #traitsAt(form: number): number {
    const { packed, at } = this.#names;
    return at.traits + readNumber(packed, at.names + form * nameWidth + 3, 2) * traitsWidth;
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
    const traits = this.#traitsAt(form);
    const flags = readNumber(packed, traits, 1);
    const language = readNumber(packed, traits + 1, 1);
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
      profile: readNumber(packed, traits + 2, 2),
    };
    this.#entries[form] = entry;
    return entry;
  }

  /**
   * The record number `index`. A line: kind (16 more where numbered), family 3, maker 3, name 3, then its id unless it
   * follows from the name; behind tabs a name that is none of its forms, and tiers.
   */
  recordAt(index: number): LexiconRecord {
    const known = this.#records[index];
    if (known) return known;
    const line = this.#recordLines.line(index);
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
      if (symbol < wordClass || symbol >= this.firstEach) break;
      hash = hashStep(hash, symbol);
    }
    const entry = names.look(hash) || names.lookAtPair(classes[text.charCodeAt(0)]!, classes[text.charCodeAt(1)] ?? 0);
    if (entry === 0) return undefined;
    for (let n = names.walk(text, 0, entry) - 1; n >= 0; n -= 1) {
      if (names.found[n * 3 + 2] !== text.length) continue;
      for (let form = names.found[n * 3]!; form < names.found[n * 3 + 1]!; form += 1) if (this.entry(form).record.kind === 'model') return this.entry(form);
    }
    return undefined;
  }
}

/** Opens a packed lexicon; senses may come later. @throws where a string is not one of this version. */
export const openLexicon = ({ letters, names, senses }: Pick<PackedLexicon, 'letters' | 'names'> & Partial<PackedLexicon>): Lexicon => {
  const lexicon = new Lexicon(letters, names);
  if (senses !== undefined) lexicon.addSenses(senses);
  return lexicon;
};

/** Kinds whose sure mentions show that a text is on AI. */
export const speaksOfAi = (record: LexiconRecord): boolean =>
  record.kind === 'model' || record.kind === 'product' || record.kind === 'tool' || record.kind === 'framework' || record.kind === 'dataset';
