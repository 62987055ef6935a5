/**
 * Packs the names of all records, and what tells their senses apart, into the strings that `openLexicon` reads. Runs in Node, in the compile step and in
 * the commands; the page never loads it. See lexicon.ts for the layout; every number is written in digits of 64 from "0".
 */
import { kinds, provisionTypes } from '../data/schema/lists.ts';
import { isFamily, isRelease, type AnyRecord, type Name } from '../data/schema/record.ts';
import { eachClass, firstLetter, firstSymbol, foldLetter, isCapital, makeClasses, wordClass } from './fold.ts';
import { cueFlags, senseSections } from './cues.ts';
import { flagBits, formsOfBlock, hashOfPair, hashStep, longestForm, manyForms, mostShared, partBits, parts, wordFlags, wordWidth } from './forms.ts';
import { letterSections, nameFlags, nameSections, slugOf, type PackedLexicon } from './lexicon.ts';
import { digitBase, mostPairs, packWide, pairOf } from './packed.ts';
import { compareSpelling, spelling } from './match.ts';
import { deriveNames, inflectNames } from './derive-names.ts';
import { cueGroups, formOf, groupNames, isAmbiguous, profileOf, type SenseProfile } from './senses.ts';

const digits = (value: number, width: number): string => {
  let text = '';
  let rest = value;
  for (let i = 0; i < width; i += 1) {
    text = String.fromCharCode(digitBase + (rest % 64)) + text;
    rest = Math.floor(rest / 64);
  }
  if (rest > 0) throw new RangeError(`the lexicon has outgrown its numbers: ${value} in ${width} digits`);
  return text;
};

/** Doubt from which a form without its capital is never weighed: "command", "nova". */
const hopeless = 6;

/** Letters that belong to one symbol, first the one that stands for them, in the order of symbols. */
interface Alphabet {
  readonly lines: string;
  /** Symbol of every unit; below `firstSymbol` its class. */
  readonly classes: Uint16Array;
  /** Symbols from here on are letters of an "each" script. */
  readonly firstEach: number;
  /** The letter that stands for a symbol. */
  letterOf(symbol: number): string;
}

const makeAlphabet = (texts: Iterable<string>): Alphabet => {
  const classes = makeClasses();
  const isLetter = (code: number): boolean => classes[code]! > 2;
  const used = new Set<string>('0123456789abcdefghijklmnopqrstuvwxyz');
  for (const text of texts) for (let i = 0; i < text.length; i += 1) if (isLetter(text.charCodeAt(i))) used.add(foldLetter(text.charAt(i)));
  const forms = new Map<string, string>([...used].map((letter) => [letter, letter]));
  for (let code = 0; code < 65536; code += 1) {
    // Rare accents are left out: they are in no language of the dataset, and every one costs.
    if (!isLetter(code) || (code > 0x17f && code < 0x250) || (code >= 0x1e00 && code < 0x2000)) continue;
    const letter = String.fromCharCode(code);
    const base = foldLetter(letter);
    if (base !== letter && used.has(base)) forms.set(base, forms.get(base)! + letter);
  }
  const each = (letter: string): boolean => baseClasses[letter.charCodeAt(0)] === eachClass;
  const letters = [...used].sort((a, b) => Number(each(a)) - Number(each(b)) || (a < b ? -1 : 1));
  let lines = '';
  let parted = false;
  letters.forEach((letter, i) => {
    if (each(letter) && !parted) {
      lines += '\n';
      parted = true;
    }
    for (const form of forms.get(letter)!) classes[form.charCodeAt(0)] = i < 10 ? firstSymbol + i : firstLetter + i - 10;
    lines += `${forms.get(letter)!}\n`;
  });
  const firstEach = letters.findIndex(each);
  return {
    lines, classes, firstEach: firstLetter + (firstEach < 0 ? letters.length : firstEach) - 10,
    letterOf: (symbol) => letters[symbol < wordClass ? symbol - firstSymbol : symbol - firstLetter + 10]!,
  };
};
const baseClasses = makeClasses();

interface Form {
  readonly print: string;
  readonly symbols: readonly number[];
  readonly entry: string;
  readonly isStem?: boolean;
  readonly mayBeLower: boolean;
}

const symbolsOf = (print: string, classes: Uint16Array): number[] => {
  const symbols: number[] = [];
  for (let i = 0; i < print.length; i += 1) {
    const symbol = classes[print.charCodeAt(i)]!;
    if (symbol >= firstSymbol) symbols.push(symbol);
  }
  return symbols;
};

const compareSymbols = (a: readonly number[], b: readonly number[]): number => {
  for (let i = 0; i < a.length && i < b.length; i += 1) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
};

/** A line a form, of which most are what differs from the one before: see forms.ts. */
const packPrints = (prints: readonly string[]): string => prints.map((print, i) => {
  if (print.length > longestForm) throw new RangeError(`the lexicon holds no form as long as "${print}"`);
  const end = i % formsOfBlock === formsOfBlock - 1 || i === prints.length - 1 ? '\t' : '\n';
  if (i % formsOfBlock === 0) return print + end;
  const before = prints[i - 1]!;
  let shared = 0;
  while (shared < mostShared && shared < print.length && print[shared] === before[shared]) shared += 1;
  return digits(shared, 1) + print.slice(shared) + end;
}).join('');

interface Word {
  readonly symbols: readonly number[];
  readonly flags: number;
}

/** The words that a text may begin a form with: see forms.ts. */
const wordsOf = ({ print, symbols, isStem = false }: Form, { classes, firstEach }: Alphabet): Word[] => {
  const classAt = (at: number): number => (at < print.length ? classes[print.charCodeAt(at)]! : 0);
  const isCapitalAt = (at: number): boolean => /[A-Z]/.test(print.charAt(at));
  const word = (length: number, flags = 0): Word => ({ symbols: symbols.slice(0, length), flags });
  let at = 0;
  while (classAt(at) < firstSymbol) at += 1;
  if (symbols[0]! >= firstEach) return [word(classAt(at + 1) >= firstSymbol ? 2 : 1)];
  const found: Word[] = [];
  let length = 1;
  let isNumber = symbols[0]! < wordClass;
  for (at += 1; classAt(at) >= firstSymbol && classAt(at) < firstEach; at += 1) {
    const isDigit = classAt(at) < wordClass;
    if (isDigit !== isNumber) {
      if (!isDigit || length > 1) break;
      isNumber = true;
    }
    if (isCapitalAt(at) && /[a-z]/.test(print.charAt(at - 1))) found.push(word(length));
    length += 1;
  }
  if (/[ -]/.test(print.charAt(at)) && isCapitalAt(at + 1)) {
    // The first two words run together: "HuggingFace".
    let joined = length;
    for (let second = at + 1; classAt(second) >= wordClass && classAt(second) < firstEach; second += 1) joined += 1;
    found.push(word(joined));
  }
  const isWhole = length === symbols.length;
  found.push(word(length, (isWhole && !isNumber ? wordFlags.whole : 0) | (isWhole && isStem ? wordFlags.stem : 0)));
  return found;
};

/** Of one hash: the words that have it, and how the forms go on that begin with them. */
interface HashedWord {
  flags: number;
  readonly symbols: readonly number[];
  readonly forms: Form[];
}

/** The words of all forms by their hashes, a line a part, and how forms go on where few of those that begin with a word's letters begin with the word. */
const packWords = (forms: readonly Form[], alphabet: Alphabet): { words: string; ways: string } => {
  const words = new Map<number, HashedWord>();
  const hashOf = (symbols: readonly number[]): number =>
    (symbols[0]! >= alphabet.firstEach && symbols.length === 2 ? hashOfPair(symbols[0]!, symbols[1]!) : symbols.reduce(hashStep, 0));
  const startingWith = new Map<string, number>();
  for (const form of forms) {
    for (let length = 1; length <= form.symbols.length; length += 1) {
      const letters = form.symbols.slice(0, length).join(' ');
      startingWith.set(letters, (startingWith.get(letters) ?? 0) + 1);
    }
    for (const { symbols, flags } of wordsOf(form, alphabet)) {
      const hash = hashOf(symbols);
      const known = words.get(hash);
      if (known === undefined) words.set(hash, { symbols, flags, forms: [form] });
      else {
        known.flags |= flags;
        known.forms.push(form);
      }
    }
  }
  // A text's word may have the hash of another, and be the beginning of forms too: "ja", of "Jamba", has that of "第".
  for (const letters of startingWith.keys()) {
    const symbols = letters.split(' ').map(Number);
    const known = words.get(hashOf(symbols));
    if (known !== undefined && known.symbols.join(' ') !== letters) known.flags |= wordFlags.shared;
  }
  const letterOf = (symbol: number | undefined): string => (symbol === undefined ? ' ' : alphabet.letterOf(symbol));
  const lines = Array.from({ length: parts }, () => '');
  let ways = '';
  for (const [hash, word] of words) {
    const { symbols, forms: own } = word;
    if ((word.flags & wordFlags.shared) === 0 && startingWith.get(symbols.join(' '))! >= manyForms && own.every((form) => form.symbols.length > symbols.length)) {
      word.flags |= wordFlags.few;
      const pairs = new Set(own.map((form) => letterOf(form.symbols[symbols.length]) + letterOf(form.symbols[symbols.length + 1])));
      ways += `${digits(hash, 4)}${Number(own.some((form) => form.mayBeLower))}${[...pairs].join('')}\n`;
    }
    lines[hash & (parts - 1)]! += digits(((hash >> partBits) << flagBits) | word.flags, wordWidth);
  }
  return { words: lines.map((line) => `${line}\n`).join(''), ways };
};

/** Sorts forms by their letters and digits; `order` tells where each came from. */
const packForms = (forms: readonly Form[], alphabet: Alphabet): { entries: string; words: string; ways: string; prints: string; order: number[] } => {
  const order = forms.map((_, i) => i).sort((a, b) => compareSymbols(forms[a]!.symbols, forms[b]!.symbols) || a - b);
  return {
    order,
    entries: order.map((i) => forms[i]!.entry).join(''),
    ...packWords(forms, alphabet),
    prints: packPrints(order.map((i) => forms[i]!.print)),
  };
};

interface PlannedName {
  readonly name: Name;
  readonly short: boolean;
  readonly trigger?: boolean;
  /** Of a Polish case: the name that it is of. */
  readonly base?: Name;
  readonly record: number;
}

/** Words that may cite a provision, in the languages of the laws: see provisions.ts for what they then mean. */
const triggers = (
  'article articles art arts artikel artikels artikeln artikelen articolo articoli artículo artículos artigo artigos artykuł artykułu artykułem artykule artykuły artykułów '
  + 'recital recitals considérant considérants considerando considerandos considerandi erwägungsgrund erwägungsgründe erwägungsgründen overweging overwegingen motyw motywu motywy motywów '
  + 'annex annexes annexe anhang anhangs anhänge anhängen anexo anexos allegato allegati bijlage bijlagen załącznik załącznika załączniku załączniki 第 附件 附属書 附屬書 前文 序言 제 부속서 전문'
).split(' ');

/** A cue as written in senses.ts or in a record: `stem*`, `word^2` (weight), `=Exact`. */
const parseCue = (cue: string): { print: string; flags: number; weight: number } => {
  const [word, weight] = cue.split('^') as [string, string?];
  const exact = word.startsWith('=');
  const stem = word.endsWith('*');
  return {
    print: word.slice(exact ? 1 : 0, stem ? -1 : undefined),
    flags: (stem ? cueFlags.stem : 0) | (exact ? cueFlags.exact : 0),
    weight: weight === undefined ? 1 : Number(weight),
  };
};

/** Numbers and lists of words, each list once. */
class CueGroups {
  readonly #numbers = new Map<string, number>();
  readonly lists: (readonly string[])[] = [];

  constructor() {
    for (const name of groupNames) this.#add(`@${name}`, cueGroups[name].split(/,\s*/));
  }

  #add(key: string, list: readonly string[]): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.lists.length;
    this.#numbers.set(key, number);
    this.lists.push(list);
    return number;
  }

  /** Number of a group by name ("@ai") or of a list of words of its own. */
  number(list: string): number {
    return this.#add(list, list.split(/,\s*/));
  }
}

/** "licence MIT", "Apache-2.0-Lizenz": the licence's name and a word for what it is, where the name stands by itself too. */
const licencePhrase = /^(?:licence|licencia|licenza|licença|licencja) (?=\p{Lu})|\d[- ]?(?:Lizenz|licentie)$/u;

const licenceWord = /^(?:licence|licencia|licenza|licença|licencja) |[- ]?(?:Lizenz|licentie)$/u;

/** "Regulation (EU) 2024/1689": the number is the name, and the reader takes in the noun before it in any case and language. */
const numberedAct = /^(?!PL )\p{L}+ (?:\((?:EU|UE)\) )?(20\d\d\/\d+)$/u;
const toActNumber = (name: Name): Name => {
  const number = numberedAct.exec(name.text)?.[1];
  return number === undefined ? name : { text: number, safety: 'context' };
};

/** A short name in mixed case, such as "xAI", is only that spelling; an ambiguous one needs context whatever its record says. */
const guardName = (name: Name, record: AnyRecord): Name => {
  // "The Linux Foundation": the article is no part of a body's name.
  if ((record.kind === 'organisation' || record.kind === 'company') && /^The \p{Lu}\p{L}+ /u.test(name.text)) return guardName({ ...name, text: name.text.slice(4) }, record);
  if (/^(?=.*\p{Ll})(?=.*\p{Lu})[\p{L}]{2,4}$/u.test(name.text) && /\p{L}\p{Lu}/u.test(name.text)) return { ...name, exact: true };
  return name.safety === 'alone' && isAmbiguous(name) ? { ...name, safety: 'context' } : name;
};

/** Whether releases are numbered directly after the family's name, as in "Llama 3". */
const isNumbered = (family: string, releases: readonly AnyRecord[]): boolean => releases.some(({ name }) =>
  name.toLowerCase().startsWith(family.toLowerCase()) && /^[\s-]?[vV]?\d/.test(name.slice(family.length)));

/** Words other than numbers in the names of releases. */
const tiersOf = (releases: readonly AnyRecord[]): string => [...new Set(releases.flatMap(({ name }) =>
  name.toLowerCase().split(/[\s-]+/).slice(1).filter((word) => /^[a-z]{3,}$/.test(word))))].join(' ');

const provisionLines = (records: readonly AnyRecord[]): string => {
  const lines = new Map<string, string[]>();
  for (const record of records) {
    if (record.kind !== 'provision') continue;
    // A definition's number is its point: the last number of its id.
    const number = record.id.endsWith(`-${record.number.toLowerCase()}`) ? record.number : record.id.slice(record.id.lastIndexOf('-') + 1);
    const at = record.name.lastIndexOf(number);
    if (at < 0) throw new Error(`${record.id}: the name "${record.name}" does not hold its number ${number}`);
    const key = [
      provisionTypes.indexOf(record.type), record.id.slice(0, record.id.length - number.length),
      record.name.slice(0, at), record.name.slice(at + number.length),
    ].join('|');
    const list = lines.get(key) ?? [];
    list.push(number);
    lines.set(key, list);
  }
  return [...lines].map(([key, numbers]) => {
    const parts: string[] = [];
    for (let i = 0; i < numbers.length; i += 1) {
      let last = i;
      while (/^\d+$/.test(numbers[last]!) && numbers[last + 1] === String(Number(numbers[last]) + 1)) last += 1;
      parts.push(last > i ? `${numbers[i]}-${numbers[last]}` : numbers[i]!);
      i = last;
    }
    return `${key}|${parts.join(' ')}`;
  }).join('\n');
};

/**
 * Packs all names into one string. Throws RangeError where the dataset has outgrown the layout, and Error where a
 * provision's name does not hold its number.
 */
export const buildLexicon = (input: Iterable<AnyRecord>): PackedLexicon => {
  const all = [...input];
  const records = all.filter((record) => record.kind !== 'provision');
  const indexOf = new Map(records.map((record, i) => [record.id, i]));
  const groups = new CueGroups();

  // "Meta's Llama" is two mentions and "California's SB 53" is "SB 53", whatever a record says.
  const names: PlannedName[] = records.flatMap((record, i) => record.names
    .filter((name) => !/['’]s /.test(name.text) && !(record.kind === 'licence' && licencePhrase.test(name.text) && record.names.some(({ text }) => formOf({ ...name, text }) === formOf({ ...name, text: name.text.replace(licenceWord, '') }))))
    .map((name) => ({ name: guardName(record.kind === 'regulation' ? toActNumber(name) : name, record), short: false, record: i })));
  names.push(...deriveNames(records));
  names.push(...inflectNames(records).map(({ name, base, record }): PlannedName => ({ name: guardName(name, records[record]!), base: guardName(base, records[record]!), short: false, record })));
  names.push(...triggers.map((text): PlannedName => ({ name: { text, safety: 'alone' }, short: false, trigger: true, record: 0 })));

  // Forms that a maker and its model or product share.
  const kindsOfForm = new Map<string, Set<string>>();
  for (const { name, record } of names) {
    const form = formOf(name);
    kindsOfForm.set(form, (kindsOfForm.get(form) ?? new Set()).add(records[record]!.kind));
  }
  const isShared = (name: Name): boolean => {
    const of = kindsOfForm.get(formOf(name))!;
    return of.has('company') && (of.has('model') || of.has('product'));
  };

  const profiles: string[] = [];
  const profileNumbers = new Map<string, number>();
  const profileLine = (profile: SenseProfile): string =>
    `${digits(Math.round(profile.doubt * 2), 1)}${digits(Math.round(profile.lowerDoubt * 2), 1)}${Number(profile.ai)}${Number(profile.person)}${Number(profile.assistant)}`
    + `${profile.cues.map((list) => digits(groups.number(list), 2)).join('')} ${profile.against.map((list) => digits(groups.number(list), 2)).join('')}`;
  const profileNumber = (planned: PlannedName): { number: number; capital: boolean } => {
    const name = planned.base ?? planned.name;
    if (name.safety === 'alone') return { number: 0, capital: false };
    const profile = profileOf(name, records[planned.record]!, isShared(name));
    const line = profileLine(profile);
    if (!profileNumbers.has(line)) profileNumbers.set(line, profiles.push(line));
    return { number: profileNumbers.get(line)!, capital: profile.doubt + profile.lowerDoubt >= hopeless };
  };
  const profileOfName = names.map(profileNumber);

  // Cues: a word to the groups it is in.
  const keyOf = (print: string, flags: number): string => `${flags}${isCapital(print.charCodeAt(0)) ? '+' : ''}${print.toLowerCase()}`;
  const cueMap = new Map<string, { print: string; flags: number; sets: Map<number, number> }>();
  groups.lists.forEach((list, group) => {
    for (const text of list) {
      const { print, flags, weight } = parseCue(text.trim());
      if (print === '') continue;
      const key = keyOf(print, flags);
      const cue = cueMap.get(key) ?? { print, flags, sets: new Map<number, number>() };
      cue.sets.set(group, Math.round(weight * 10));
      cueMap.set(key, cue);
    }
  });
  // "Commission" is a name, and "commission" any: where the text has the name, it is both.
  for (const { print, flags, sets } of cueMap.values()) {
    const other = cueMap.get(keyOf(print.charAt(0).toLowerCase() + print.slice(1), flags));
    if (other !== undefined && other.sets !== sets) for (const [group, weight] of other.sets) sets.set(group, Math.max(weight, sets.get(group) ?? 0));
  }
  const alphabet = makeAlphabet([...names.map(({ name }) => name.text), ...[...cueMap.values()].map(({ print }) => print)]);

  const cueSets: string[] = [];
  const cueSetNumbers = new Map<string, number>();
  const cues = [...cueMap.values()].filter(({ print }) => symbolsOf(print, alphabet.classes).length > 0).sort((a, b) => Number(isCapital(b.print.charCodeAt(0))) - Number(isCapital(a.print.charCodeAt(0))));
  const packedCues = packForms(cues.map(({ print, flags, sets }) => {
    const set = [...sets].map(([group, weight]) => digits(group, 2) + digits(weight, 1)).join('');
    let number = cueSetNumbers.get(set);
    if (number === undefined) {
      number = cueSets.push(set) - 1;
      cueSetNumbers.set(set, number);
    }
    return { print, symbols: symbolsOf(print, alphabet.classes), entry: digits(flags, 1) + digits(number, 2), isStem: (flags & cueFlags.stem) !== 0, mayBeLower: true };
  }), alphabet);

  // Names: one a form and record; the first spelling stands for those that differ in case and gaps only.
  const languages = [''];
  const traits = new Map<string, number>();
  const traitsNumber = (text: string): string => {
    if (!traits.has(text)) traits.set(text, traits.size);
    return digits(traits.get(text)!, 2);
  };
  const seen = new Map<string, string[]>();
  const kept: (Form & { readonly record: number })[] = [];
  names.forEach(({ name, short, trigger, base, record }, i) => {
    const symbols = symbolsOf(name.text, alphabet.classes);
    if (symbols.length < (trigger ? 1 : 2)) return;
    // Marks other than hyphens, spaces and dots are part of a form: "欧盟《人工智能法》".
    const key = `${symbols.join(' ')}|${trigger ? '' : record}|${name.exact ? name.text : ''}|${name.text.replace(/[\p{L}\p{N}\s.\p{Pd}_]/gu, '')}`;
    // Two spellings are one form where the reader takes one for the other: "E.O. 14110" is not printed "EO 14110".
    const end = name.text.search(/[^\p{L}\p{N}]*$/u);
    const alike = seen.get(key) ?? [];
    const covers = (text: string): boolean => {
      const differs = compareSpelling(name.text, 0, end, { text, record: records[record]! }, alphabet.classes);
      return differs >= 0 && (differs & spelling.split) === 0;
    };
    if (alike.length > 0 && (trigger || alike.some(covers))) return;
    seen.set(key, [...alike, name.text]);
    let language = languages.indexOf(name.lang ?? '');
    if (language < 0) language = languages.push(name.lang!) - 1;
    const flags = ((base ?? name).safety === 'context' ? nameFlags.context : 0) | (name.exact ? nameFlags.exact : 0) | (short ? nameFlags.short : 0) | (trigger ? nameFlags.trigger : 0)
      | (profileOfName[i]!.capital ? nameFlags.capital : 0) | (base ? nameFlags.polish : 0);
    kept.push({
      print: name.text, symbols, record,
      entry: digits(record, 3) + traitsNumber(digits(flags, 1) + digits(language, 1) + digits(profileOfName[i]!.number, 2)),
      mayBeLower: (flags & nameFlags.capital) === 0 && !/^[^\p{L}\p{N}]*[A-Z](?![\p{L}\p{N}])/u.test(name.text),
    });
  });
  const packedNames = packForms(kept, alphabet);

  const printOf = new Map<string, number>();
  packedNames.order.forEach((form, sortedIndex) => printOf.set(`${kept[form]!.record}|${kept[form]!.print}`, sortedIndex));
  const recordLines = records.map((record, i) => {
    const family = 'family' in record ? indexOf.get(record.family) : undefined;
    const makerId = 'maker' in record ? record.maker?.value.id : undefined;
    const maker = makerId === undefined ? undefined : indexOf.get(makerId);
    const print = printOf.get(`${i}|${record.name}`);
    const id = record.id === slugOf(record.name) ? '' : record.id;
    const releases = isFamily(record) ? records.filter((one) => isRelease(one) && one.family === record.id) : [];
    const tiers = tiersOf(releases);
    return digits(kinds.indexOf(record.kind) + (isNumbered(record.name, releases) ? 16 : 0), 1) + digits((family ?? -1) + 1, 3) + digits((maker ?? -1) + 1, 3)
      + digits((print ?? -1) + 1, 3) + id
      + (tiers ? `\t${print === undefined ? record.name : ''}\t${tiers}` : print === undefined ? `\t${record.name}` : '');
  });

  const nameTexts = {
    languages: languages.join('\n'),
    names: packedNames.entries,
    traits: [...traits.keys()].join(''),
    words: packedNames.words,
    ways: packedNames.ways,
    prints: packedNames.prints,
    records: recordLines.join('\n'),
    provisions: provisionLines(all),
  };
  const senseTexts = { profiles: profiles.join('\n'), cues: packedCues.entries, cueWords: packedCues.words, cueWays: packedCues.ways, cuePrints: packedCues.prints, cueSets: cueSets.join('\n') };
  const letterTexts = { alphabet: alphabet.lines };
  const wide = [...new Set([letterTexts, nameTexts, senseTexts].flatMap((texts) => Object.values(texts)).join('').match(/[^\x00-\x7f]/g))].sort();
  return {
    letters: pack(letterSections, { ...narrow(letterTexts, wide), wide: packWide(wide.map((letter) => letter.charCodeAt(0)), digits) }),
    names: pack(nameSections, narrow(nameTexts, wide)),
    senses: pack(senseSections, narrow(senseTexts, wide)),
  };
};

/** The texts in ASCII: see packed.ts. */
const narrow = <S extends string>(texts: Readonly<Record<S, string>>, wide: readonly string[]): Record<S, string> => {
  if (wide.length > mostPairs) throw new RangeError(`the lexicon has outgrown its pairs: ${wide.length} wide characters`);
  const pairs = new Map(wide.map((letter, n) => [letter, pairOf(n)]));
  return Object.fromEntries(Object.entries<string>(texts).map(([section, text]) => [section, text.replace(/[^\x00-\x7f]/g, (letter) => pairs.get(letter)!)])) as Record<S, string>;
};

const pack = <S extends string>(sections: readonly S[], texts: Readonly<Record<S, string>>): string =>
  `${sections.map((section) => texts[section].length).join(' ')}\n${sections.map((section) => texts[section]).join('')}`;
