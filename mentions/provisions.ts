/**
 * Finds provisions of laws, such as "Article 53(1)(d) of the AI Act", "Erwägungsgrund 104" or "第53条", in a run of text, and
 * says which act they belong to. Called by the reader on each run, once the run's laws are known.
 * An act that adjoins decides, and is then part of the span; else the law named nearest before; else the act that the page is
 * about. Where another law is named or may be meant, or the act has no such provision, there is no mention.
 * It knows no act by name: acts come as mentions, provisions from the lexicon.
 * Every pattern is sticky or bounded, so that the cost stays linear in the text.
 */
import { lazily } from './lazily.ts';
import { findProvision } from './provision-records.ts';
import type { Lexicon } from './lexicon.ts';
import {
  actors, contrast, determiners, foreignPrinted, foreignSpelt, harmlessCapitals, joiningWords, namesake, ofWords, partAlternatives, partWords,
  rangeWords, selfReference, unitAlternatives, unitWords, withoutArticles, type Unit, type UnitWord,
} from './provision-words.ts';
import { sentenceAround } from './sentences.ts';
import { firstFrom } from './spans.ts';
import type { Mention } from './types.ts';

/** One numbered provision of a citation: its number as records print it, and the parts named, as `(1)(d)`. */
interface Item {
  readonly number: string;
  readonly parts: string;
}

/** A citation as it stands in the text, before it is known which act it belongs to. */
interface Citation {
  readonly unit: Unit;
  readonly start: number;
  readonly end: number;
  readonly items: readonly Item[];
  /** What stands before each further item: a range or a list. */
  readonly joins: readonly ('range' | 'list')[];
  /** "ff.", "et seq.", as printed; empty for none. */
  readonly onwards: string;
  /** Only an act beside it makes it a provision. */
  readonly weak: boolean;
  /** Text of the unit's word, lower case; empty for Chinese, Japanese and Korean. */
  readonly word: string;
}

/** A law named in the run; `act` is `null` for one that is no record. */
interface Anchor {
  readonly start: number;
  readonly end: number;
  readonly act: string | null;
}

type Resolved =
  | { readonly act: string; readonly start: number; readonly end: number }
  /** Another law is meant, or nothing tells. */
  | 'none';

const quickTest =
  /art[st]?\.?[\s\u200b]?(?:(?:od|dal?|from|nr|n)[.\s]{1,2})?[\d０-９]|articles?[\s\u200b]|artikel|art[ií]culo|articol[oi]|artigo|artyku[łl]|recital|erwg|erw[äa]gungsgr|considéra|considerand|overweging|motyw|annex|anh[äa]ng|anexo|allegat|bijlage|za[łl][ąa]cznik|第|附件|附属書|附屬|附录|附錄|前文|序言|제\s?\d|부속서|전문\s?[\d(제]|리사이틀/i;

/** Whether `text` may name a provision: a quick test that lets most runs go. */
export const mayHoldProvision = (text: string): boolean => quickTest.test(text);

const plain = (text: string): string => text.normalize('NFKC');

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

// ── Numbers ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const gap = '[\\s\\u200b\\u2060]{0,3}';
const noMore = '(?![\\p{L}\\p{N}])';

const arabic = lazily(() => new RegExp(`([0-9０-９]{1,3})(?:([a-z]{1,2})${noMore}|\\.?[ºª°]|\\.o${noMore}|[\\s\\u00a0](bis|ter|quater)${noMore}(?!\\s{0,3}\\d))?${noMore}`, 'uy'));
const roman = lazily(() => new RegExp(`(?:[IVXL]{1,6}|[Ⅰ-Ⅻ]{1,3}|[ＩＶＸ]{1,6})${noMore}`, 'uy'));
const latinOrdinals: Readonly<Record<string, string>> = { bis: 'a', ter: 'b', quater: 'c' };

const romanValues: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };
const romanToNumber = (digits: string): number =>
  [...digits].reduce((sum, digit, i) => {
    const value = romanValues[digit] ?? 0;
    return sum + (value < (romanValues[digits[i + 1] ?? ''] ?? 0) ? -value : value);
  }, 0);
const numberToRoman = (value: number): string =>
  'X'.repeat(Math.floor(value / 10)) + ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][value % 10]!;

const hanDigits = '〇零一二三四五六七八九';
const hanNumeral = '[〇零一二三四五六七八九十百]{1,6}';
/** Chinese numerals up to 999, of the form 一百一十三. */
const hanToNumber = (text: string): number => {
  let sum = 0;
  let digit = 0;
  for (const char of text) {
    if (char === '百') sum += 100 * (digit || 1);
    else if (char === '十') sum += 10 * (digit || 1);
    else {
      digit = Math.max(0, hanDigits.indexOf(char) - 1);
      continue;
    }
    digit = 0;
  }
  return sum + digit;
};

/** Reads one provision number at `at`: as records print it, and whether a reader of that language writes it so. */
const readNumber = (text: string, at: number, unit: Unit): { number: string; end: number; weak: boolean } | null => {
  if (unit === 'annex') {
    const found = matchAt(roman(), text, at);
    if (found) return { number: plain(found[0]), end: at + found[0].length, weak: false };
  }
  const opened = unit === 'recital' && text[at] === '(';
  const found = matchAt(arabic(), text, opened ? at + 1 : at);
  if (!found) return null;
  const value = Number(plain(found[1]!));
  const end = (opened ? at + 1 : at) + found[0].length;
  if (opened && text[end] !== ')') return null;
  const letter = found[2] === 'er' || found[2] === 'o' ? '' : (found[2] ?? latinOrdinals[found[3] ?? ''] ?? '');
  if (unit === 'annex') return letter || value > 39 ? null : { number: numberToRoman(value), end, weak: true };
  return { number: `${value}${letter}`, end: opened ? end + 1 : end, weak: false };
};

const rank = (number: string): number => {
  const value = parseInt(number, 10);
  return Number.isNaN(value) ? romanToNumber(number) : value + (number.charCodeAt(String(value).length) || 0) / 1000;
};

// ── Parts: paragraphs, points, sections ──────────────────────────────────────────────────────────────────────────────

const value = '[0-9０-９]{1,3}[a-z]{0,2}|[a-z]{1,2}|[ivx]{1,5}';
const bracketed = lazily(() => new RegExp(`(${gap})[(（]\\s?(${value})\\s?[)）]`, 'uy'));
const dotted = /\.(\d{1,2}[a-z]?)(?![\d\p{L}]|\.\d)|[.,]?\s?([a-z])\)/uy;
/** The point of "§ 1, f)". */
const lettered = /,\s([a-z])\)/uy;
const worded = lazily(() => new RegExp(`(,?${gap})(${partAlternatives})(\\.[ºo°]?\\.?|[º°]\\.?)?${gap}([(（]?)(${value}|[A-Z])(?![\\p{L}\\p{N}])([)）]?)`, 'iuy'));
const ordinal = /,?\s(first|second|third|fourth|fifth|sixth)\s(sub)?paragraph/iuy;
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
const moreParts = lazily(() => new RegExp(`${gap}([-–—]|,|(?:,\\s)?(?:${rangeWords}|${joiningWords})(?=\\s))${gap}[(（]\\s?(${value})\\s?[)）]`, 'iuy'));
const moreWorded = lazily(() => new RegExp(`\\s(und|et|y|e|i|en|and|bis|to|à|a)\\s(\\d{1,2})(?![\\p{L}\\p{N}]|[.,]\\d)`, 'iuy'));
const wordsWithStop = new Set(['al', 'par', 's', 'n', 'lit', 'abs', 'nr', 'lett', 'buchst', 'uabs', 'unterabs']);

/** Whether a bracket is open before `at` in the same stretch of text. */
const insideBracket = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - 200), at);
  return Math.max(before.lastIndexOf('('), before.lastIndexOf('（')) > Math.max(before.lastIndexOf(')'), before.lastIndexOf('）'));
};

const isRange = (join: string): boolean => !new RegExp(`^(?:,|,?\\s?(?:${joiningWords}))$`, 'iu').test(join.trim());

/** Reads the parts that follow a number at `at`. */
const readParts = (text: string, at: number, unit: Unit, start: number): { parts: string; end: number } => {
  let parts = '';
  let end = at;
  let lastWord = '';
  for (let turn = 0; turn < 6; turn++) {
    let found = matchAt(bracketed(), text, end);
    if (found && (found[1] === '' || found[2]!.length <= 2)) {
      parts += `(${plain(found[2]!)})`;
      end += found[0].length;
      lastWord = '';
      continue;
    }
    found = (end === at || lastWord === '.') && unit === 'article' ? matchAt(dotted, text, end) : null;
    if (found && (found[1] || !insideBracket(text, start))) {
      parts += `(${found[1] ?? found[2]})`;
      lastWord = '.';
      end += found[0].length;
      continue;
    }
    found = parts !== '' && unit === 'article' && !insideBracket(text, start) ? matchAt(lettered, text, end) : null;
    if (found) {
      parts += `(${found[1]})`;
      end += found[0].length;
      continue;
    }
    found = matchAt(ordinal, text, end);
    if (found) {
      if (!found[2]) parts += `(${ordinals.indexOf(found[1]!.toLowerCase()) + 1})`;
      end += found[0].length;
      continue;
    }
    found = matchAt(worded(), text, end);
    if (!found) break;
    const [whole, before, printed, stop = '', open, named, close] = found as unknown as [string, string, string, string | undefined, string, string, string];
    const word = printed.toLowerCase();
    const kind = partWords.get(word)!;
    const isSection = kind === 'section';
    if (before === '' && word !== '§') break;
    // "Article 6(2) points there": no point "s".
    if (/^[a-z]/i.test(named) && stop === '' && whole.startsWith(named, before.length + printed.length)) break;
    if (word.length <= 2 && word !== '§' && word !== '§§' && stop === '') break;
    if (stop === '' && wordsWithStop.has(word) && word === printed && word !== 'lit') break;
    if (kind === 'silent' && (printed[0] === 's' || parts === '')) break;
    if (isSection ? unit !== 'annex' || !/^(?:[A-Z]|\d{1,2})$/.test(named) : /^[A-Z]$/.test(named)) break;
    end += whole.length;
    if (close && !open && (/\d/.test(named) || insideBracket(text, start))) end -= 1;
    if (open && !close) break;
    if (kind === 'pinpoint') parts += `(${plain(named)})`;
    if (isSection) parts += `, Section ${named}`;
    lastWord = word;
  }
  if (parts === '') return { parts, end };
  for (let turn = 0; turn < 6; turn++) {
    const found = matchAt(moreParts(), text, end);
    if (!found) break;
    parts += `${isRange(found[1]!) ? '–' : ', '}(${plain(found[2]!)})`;
    end += found[0].length;
    lastWord = '';
  }
  const further = lastWord === '' || lastWord === '.' ? null : matchAt(moreWorded(), text, end);
  if (further && unit === 'article' && Number(further[2]) <= 20) {
    parts += `${isRange(further[1]!) ? '–' : ', '}(${further[2]})`;
    end += further[0].length;
  }
  return { parts, end };
};

// ── Citations in languages with spaces ───────────────────────────────────────────────────────────────────────────────

const unitPattern = lazily(() => new RegExp(`(?<![\\p{L}\\p{N}_])(${unitAlternatives})(\\.?)${gap}(?:(?:da|dal|od|from|nn?\\.|nr\\.?|n[°º])\\s)?(?=[(0-9０-９IVXLⅠ-ⅫＩＶＸ])`, 'giu'));
const rangeJoin = lazily(() => new RegExp(`${gap}(?:([-–—−‑~〜～])|(?:${rangeWords})(?=[\\s\\u00a0]))${gap}(?:(?:${unitAlternatives})\\.?${gap})?`, 'iuy'));
const listJoin = lazily(() => new RegExp(`${gap}(?:(,)${gap}(?:(?:${joiningWords})\\s)?|(?:${joiningWords})\\s|&\\s?|、|/)${gap}`, 'iuy'));
const andFollowing = /[\s\u00a0]?(ff?\.|et seq\.?|y ss\.|e ss\.|e segg\.|et s\.|et suiv\.|i nast\.)(?!\p{L})/uy;
const ofAhead = lazily(() => new RegExp(`\\s(?:${ofWords})`, 'iuy'));

/** Whether nothing that could be counted follows: "Article 5 and 10 years later" is no list. */
const endsCleanly = (text: string, at: number, lowerCaseToo: boolean, acts: readonly Mention[]): boolean => {
  const next = /^[\s\u200b]*(\P{White_Space})?/u.exec(text.slice(at, at + 5))?.[1];
  if (next === undefined || !/[\p{L}\p{N}%€$]/u.test(next)) return true;
  if (matchAt(ofAhead(), text, at)) return true;
  if ((acts[firstFrom(acts, at)]?.start ?? Infinity) <= at + 8) return true;
  return lowerCaseToo && /\p{Ll}/u.test(next);
};

const articleBefore = /(?:^|[\s(“"'’])(?:el|los|al|del|o|os|no|nos|do|dos|ao|aos|pelo|il|i|ai|nel|nei|dal|dei|le|les|du|des|au|aux)\s$|[(;]\s?$/iu;
const wordBefore = /(\p{L}+)[\s\u00a0]$/u;
const englishLead = /(?:^|[(;,]|\b(?:under|in|of|see|per|with|by|to|and|or|cf\.))\s?$/iu;

const isWeak = (text: string, start: number, printed: string, word: UnitWord, stop: string, lang: string | undefined): boolean => {
  const before = text.slice(Math.max(0, start - 16), start);
  const isLower = printed[0] === printed[0]!.toLowerCase();
  const key = printed.toLowerCase();
  const previous = wordBefore.exec(before)?.[1]?.toLowerCase();
  const isCounted = previous !== undefined && (determiners.has(previous) || (previous === 'a' && /^(?:article|annex|recital)$/.test(key)));
  if (!isLower) return isCounted && key === 'artikel';
  if (isCounted || (word.verb && !articleBefore.test(before))) return true;
  if ((key === 'article' || key === 'articles') && previous === 'the') return true;
  if (key === 'art' || key === 'arts') return stop === '' || (lang?.startsWith('en') === true && !englishLead.test(before));
  return false;
};

const readCitations = (text: string, acts: readonly Mention[], lang: string | undefined): Citation[] => {
  const citations: Citation[] = [];
  unitPattern().lastIndex = 0;
  for (let found = unitPattern().exec(text); found; found = unitPattern().exec(text)) {
    const printed = found[1]!;
    const word = unitWords.get(printed.toLowerCase());
    if (!word) continue;
    const { unit } = word;
    const start = found.index;
    const first = readNumber(text, start + found[0].length, unit);
    if (!first) continue;
    const firstParts = readParts(text, first.end, unit, start);
    const items: Item[] = [{ number: first.number, parts: firstParts.parts }];
    const joins: ('range' | 'list')[] = [];
    let end = firstParts.end;
    let certainEnd = end;
    let certain = 1;
    for (let turn = 0; turn < 30; turn++) {
      const range = matchAt(rangeJoin(), text, end);
      const join = range ?? matchAt(listJoin(), text, end);
      if (!join) break;
      if (!range && join[1] && word.number === 'one') break;
      const next = readNumber(text, end + join[0].length, unit);
      if (!next || (range && rank(next.number) <= rank(items.at(-1)!.number)) || (next.weak && !first.weak)) break;
      const parts = readParts(text, next.end, unit, start);
      items.push({ number: next.number, parts: parts.parts });
      joins.push(range ? 'range' : 'list');
      end = parts.end;
      if (word.number === 'many' || (range && range[1]) || endsCleanly(text, end, word.number === 'either', acts)) {
        certainEnd = end;
        certain = items.length;
      }
    }
    const following = matchAt(andFollowing, text, certainEnd);
    if (following) certainEnd += following[0].length;
    citations.push({
      unit, start, end: certainEnd, onwards: following?.[1] ?? '', items: items.slice(0, certain), joins: joins.slice(0, certain - 1),
      weak: first.weak || isWeak(text, start, printed, word, found[2]!, lang), word: printed.toLowerCase(),
    });
    unitPattern().lastIndex = certainEnd;
  }
  return citations;
};

// ── Citations in Chinese, Japanese and Korean ────────────────────────────────────────────────────────────────────────

const cjkNumber = `[0-9０-９]{1,3}|${hanNumeral}`;
const cjkValue = `[0-9０-９]{1,2}|[a-zａ-ｚ]|${hanNumeral}`;
const cjkParts = `(?:\\s?(?:第|제)?\\s?[(（]?(?:${cjkValue})[)）]?\\s?[款項项号號目点點항호목]|\\s?[(（](?:${cjkValue})[)）])*`;
const cjkPattern = lazily(() => new RegExp(
  [
    `(?<recital>(?:前文|序言|前言|叙文|鉴于条款|전문|리사이틀)\\s?(?:的|の)?\\s?(?:第|제)?\\s?[(（]?(?<recitalNumber>${cjkNumber})[)）]?(?![0-9０-９])\\s?[条條段項项항조]?)`,
    `(?<annex>(?:附件|附属書|附屬書|附录|附錄|부속서)\\s?(?:第|제)?(?<annexNumber>[IVX]{1,5}|[Ⅰ-Ⅻ]{1,3}|[ＩＶＸ]{1,5}|[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})(?![A-Za-z0-9０-９]))`,
    `第\\s?(?<han>${cjkNumber})(?:\\s?(?:至|~|～|〜|-|–|から|到)\\s?第?(?<hanTo>${cjkNumber}))?(?<hanList>(?:[、,，和及与與]第?(?:${cjkNumber})){0,8})(?<hanInner>(?:[(（](?:${cjkValue})[)）])*)\\s?[条條](?!例|约|約|件|款|の[0-9０-９一二三四五])(?<hanParts>${cjkParts})`,
    `제\\s?(?<hangul>[0-9]{1,3})\\s?조(?!의\\s?[0-9])(?<hangulParts>${cjkParts})`,
  ].join('|'),
  'gu',
));
const cjkQuick = /[第前序鉴叙附제전리부]/;
const cjkRange = /\s?(?:至|到|から|~|～|〜|-|–|—|부터|에서|내지)\s?$/u;

const cjkToNumber = (text: string): string => {
  const flat = plain(text);
  return String(/^\d/.test(flat) ? Number(flat) : hanToNumber(flat));
};

const cjkToParts = (text: string | undefined): string =>
  [...(text ?? '').matchAll(new RegExp(cjkValue, 'gu'))].map((found) => {
    const flat = plain(found[0]);
    return `(${/^[\da-z]/.test(flat) ? flat : hanToNumber(flat)})`;
  }).join('');

const readCjkCitations = (text: string): Citation[] => {
  if (!cjkQuick.test(text)) return [];
  const citations: Citation[] = [];
  for (const found of text.matchAll(cjkPattern())) {
    const groups = found.groups!;
    const start = found.index;
    const end = start + found[0].trimEnd().length;
    const before = citations.at(-1);
    let unit: Unit = 'article';
    let weak = false;
    let items: Item[];
    let joins: ('range' | 'list')[] = [];
    if (groups['recitalNumber'] !== undefined) {
      unit = 'recital';
      items = [{ number: cjkToNumber(groups['recitalNumber']), parts: '' }];
    } else if (groups['annexNumber'] !== undefined) {
      unit = 'annex';
      const flat = plain(groups['annexNumber']);
      weak = !/^[IVX]/.test(flat);
      items = [{ number: weak ? numberToRoman(Number(cjkToNumber(flat)) % 40) : flat, parts: '' }];
    } else {
      const parts = cjkToParts(groups['hanInner']) + cjkToParts(groups['hanParts'] ?? groups['hangulParts']);
      const numbers = [groups['han'] ?? groups['hangul']!, ...(groups['hanTo'] ? [groups['hanTo']] : []),
        ...[...(groups['hanList'] ?? '').matchAll(new RegExp(cjkNumber, 'gu'))].map((match) => match[0])];
      joins = numbers.slice(1).map((_, i) => (i === 0 && groups['hanTo'] ? 'range' : 'list'));
      items = numbers.map((number, i) => ({ number: cjkToNumber(number), parts: i === numbers.length - 1 ? parts : '' }));
    }
    if (
      before && before.unit === unit && start - before.end <= 4 && cjkRange.test(text.slice(before.end, start) || ' ')
      && rank(items[0]!.number) > rank(before.items.at(-1)!.number)
    ) {
      citations[citations.length - 1] = { ...before, end, items: [...before.items, ...items], joins: [...before.joins, 'range', ...joins] };
    } else {
      citations.push({ unit, start, end, items, joins, onwards: '', weak, word: '' });
    }
  }
  return citations;
};

// ── Which act is meant ───────────────────────────────────────────────────────────────────────────────────────────────

const regulationNoun = '(?:regulation|verordnung|règlement|reglamento|regolamento|regulamento|verordening|rozporządzenia|rozporządzeniu|rozporządzenie)\\s(?:\\((?:EU|UE)\\)\\s)?(?:nr\\s)?';
const adjective = '(?:(?:eu|ue|european|union|europäischen|neuen|europese|europejskiego|unijnego|européen|europeo|new|bloc|landmark|proposed|original|amended)(?:[\'’]s)?\\s){0,2}';
const opening = '["\'“”„«»‘’《「『(（]?\\s?';
/** Between a provision and an act that is part of its span. */
const suffixLink = lazily(() => new RegExp(`^[\\s\\u200b]{0,3}(?:,\\s{0,2})?(?:${ofWords})?${adjective}(?:${regulationNoun})?["'“”„«»‘’《「『]?$`, 'iu'));
/** Between a provision and an act that it belongs to but that stands apart. */
const looseLink = lazily(() => new RegExp(
  `^\\s{0,2}(?:\\(\\s?|(?:under|in|from|within|nach|gemäß|in|im|dans|en|nel|nella|no|na|in|w|we)\\s(?:the |der |dem |le |la |l['’]|el |de |het |het )?)${adjective}${opening}$`, 'iu',
));
/** Between an act and a provision that follows it directly. */
const prefixLink = /^["'“”„«»‘’》」』】)）]{0,2}(?:['’]s?)?[\s\u200b]{0,3}(?:的|の|의)?\s?$/u;
const prefixComma = /^,\s{1,2}$/;
const strictOf = /^\s{1,2}(?:of|der|des|du|de|d['’]|del|della|dell['’]|dello|delle|degli|dei|van)(?:\s|(?<=['’]))/iu;
const strictOfPortuguese = /^\s{1,2}(?:da|do|das|dos)\s/iu;
const portugueseWords = new Set(['artigo', 'artigos', 'anexo', 'anexos', 'considerando', 'considerandos']);
/** What a Polish genitive behind the number may be of instead. */
const otherPaper = /^\s(?:regulaminu|umowy|statutu|konstytucji|kodeksu|ustawy|uchwały|traktatu|karty|konwencji|dyrektywy)(?!\p{L})/iu;
const selfAfter = lazily(() => new RegExp(`^\\s{1,2}(?:${selfReference})(?!\\s(?:\\(?(?:EU|UE|on|No|Nr|\\d)|intern[oa]|interior|intérieur|municipal|comunale)|[\\p{L}-])`, 'iu'));
const ownAct = /(?:^|\s)(?:the|this|that) (?:act|regulation|law)['’]s\s$/iu;
const capitalsAfter = /^[\s\u00a0]?\s?\(?(\p{Lu}{2,6}|\p{Lu}\p{L}{1,10}\p{Lu})(?![\p{L}\p{N}])/u;
/** A provision of the text's own: "Article 9 of these terms prevails over Article 12". */
const ownProvision = /(?:article|section|clause|artikel|artículo|articolo|artigo|§)\s\d[^.;]{0,12}\s(?:of|der|des|du|del|van|de|di)\s(?:these|our|dieser|ces|nos|estos|estas|queste?i?|destes|deze|onze)\s/iu;
const cjkLawBefore = /[法法律例則则典章約约令案法규법장약]\s?["'“”》」』】]?\s?(?:的|の|의)?\s?$/u;
const cjkSelfBefore = /(?:本法|该法|該法|此法|该法案|該法案|同法|本条例|本規則|同規則|이 법|같은 법|동법|해당 법|이 법안)\s?(?:的|の|의)?\s?$/u;

const foreignPatterns = lazily(() => [new RegExp(foreignPrinted, 'gu'), new RegExp(foreignSpelt, 'giu')]);

const overlaps = (start: number, end: number, mentions: readonly Mention[]): boolean => {
  const next = firstFrom(mentions, start);
  return (mentions[next]?.start ?? Infinity) < end || (mentions[next - 1]?.end ?? 0) > start;
};

/** The laws that the run names, in order: those that are records, and others by their usual names; not those set against another. */
const findAnchors = (text: string, acts: readonly Mention[]): Anchor[] => {
  const isContrasted = (start: number): boolean => contrast.test(text.slice(Math.max(0, start - 24), start));
  const anchors: Anchor[] = acts.filter((act) => !isContrasted(act.start) && !withoutArticles.test(act.name)).map(({ start, end, id }) => ({ start, end, act: id }));
  for (const pattern of foreignPatterns()) {
    for (const found of text.matchAll(pattern)) {
      const start = found.index;
      const end = start + found[0].length;
      if (overlaps(start, end, acts) || isContrasted(start)) continue;
      anchors.push({ start, end, act: null });
    }
  }
  return anchors.sort((a, b) => a.start - b.start);
};

/** Everything that `resolve` looks at. */
interface Scene {
  readonly text: string;
  readonly acts: readonly Mention[];
  readonly anchors: readonly Anchor[];
  readonly lang: string | undefined;
  readonly mainAct: string | undefined;
  /** Acts that the run's numbers stand beside where they are cited first, by unit and number; null for a law that is no record. */
  readonly introduced: ReadonlyMap<string, string | null>;
  /** The run cites articles, which are surely an act's. */
  readonly hasArticles: boolean;
}

const opens = '“„«《「『"‘';
const closes = '”“»》」』"’';

/** An act that touches the citation and is part of its span, or says nothing of the sort. */
const resolveBeside = (citation: Citation, { text, acts }: Pick<Scene, 'text' | 'acts'>): Resolved | null => {
  const { start, end } = citation;
  const after = acts[firstFrom(acts, end)];
  if (after && after.start - end <= 60) {
    const between = text.slice(end, after.start);
    if (suffixLink().test(between)) {
      const opened = opens.indexOf(between.at(-1) ?? ' ');
      const closed = opened >= 0 && text[after.end] === closes[opened];
      return { act: after.id, start, end: closed ? after.end + 1 : after.end };
    }
    if (looseLink().test(between)) return { act: after.id, start, end };
  }
  const before = acts[firstFrom(acts, start) - 1];
  if (before && start - before.end <= 12) {
    const between = text.slice(before.end, start);
    const sentence = sentenceAround(text, before.start, before.start);
    const isCitation = /^[\s(]*(?:the\s|der\s|die\s|le\s|la\s)?$/iu.test(text.slice(sentence.start, before.start)) || text[before.start - 1] === '('
      || /^(?:[,;)]|\.(?:\s|$)|$)/.test(text.slice(end, end + 2));
    if (prefixLink.test(between) && !/^\)/.test(between)) {
      const opened = closes.indexOf(between[0] ?? ' ');
      const from = opened >= 0 && opens[opened] === text[before.start - 1] ? before.start - 1 : before.start;
      return { act: before.id, start: from, end };
    }
    if (prefixComma.test(between)) return { act: before.id, start: isCitation ? before.start : start, end };
  }
  return null;
};

/** The act that a citation without one beside it belongs to. */
const resolveFar = (citation: Citation, scene: Scene): Resolved => {
  const { text, anchors, lang, mainAct } = scene;
  const { start, end, word } = citation;
  const after = text.slice(end, end + 48);
  const nextAnchor = anchors[firstFrom(anchors, end)];
  const previous = anchors[firstFrom(anchors, start) - 1];
  const found = (act: string): Resolved => ({ act, start, end });

  const sentence = sentenceAround(text, start, end);
  if (citation.weak) {
    // "附件三" is the usual form of "Annex III" and of any attachment.
    if (word !== '' || previous?.act == null) return 'none';
    if (previous.start >= sentence.start) return found(previous.act);
    // It is the act's where the text has cited the act's articles, and has named no other law and no paper that may have annexes too.
    const isOnly = scene.hasArticles && anchors.every((anchor) => anchor.start > end || anchor.act === previous.act);
    return isOnly && !/(?:合同|协议|邮件|契約|メール|계약|메일|本|该|我)(?:书|書|서)?(?:的|之|の|의)?\s?$/u.test(text.slice(Math.max(0, start - 8), start)) ? found(previous.act) : 'none';
  }
  if (word === '') {
    const lead = text.slice(Math.max(0, start - 12), start);
    if (cjkSelfBefore.test(lead)) {
      const act = previous ? previous.act : mainAct;
      return act ? found(act) : 'none';
    }
    if (cjkLawBefore.test(lead)) return 'none';
  } else if (selfAfter().test(after)) {
    const act = previous ? previous.act : mainAct;
    return act ? found(act) : 'none';
  } else if (!actors.test(after.trimStart())) {
    if (strictOf.test(after)) return 'none';
    if ((portugueseWords.has(word) || lang?.startsWith('pt')) && strictOfPortuguese.test(after)) return 'none';
    if (otherPaper.test(after)) return 'none';
    const capitals = capitalsAfter.exec(after)?.[1];
    if (capitals !== undefined && !harmlessCapitals.has(capitals)) return 'none';
  }
  if (nextAnchor && nextAnchor.act === null && nextAnchor.start - end <= 5) return 'none';

  if (/['’]s\s$/.test(text.slice(Math.max(0, start - 3), start)) && !ownAct.test(text.slice(Math.max(0, start - 24), start))) return 'none';

  if (ownProvision.test(text.slice(sentence.start, start))) return 'none';
  if (previous && previous.start >= sentence.start) return previous.act === null ? 'none' : found(previous.act);
  const [only] = citation.items;
  const introduced = scene.introduced.get(`${citation.unit}|${only!.number}`);
  if (introduced !== undefined) return introduced === null ? 'none' : found(introduced);
  if (citation.unit === 'article' && citation.items.length === 1 && namesake.test(text.slice(citation.start, citation.end))) return 'none';
  if (previous?.act != null) {
    // The sentence before may have cited several laws, of which the last is not the one that is gone on with.
    const before = sentenceAround(text, previous.start, previous.end);
    const isOneOfMany = citation.unit === 'article' && anchors.some((anchor) => anchor.start >= before.start && anchor.end <= before.end && anchor.act !== previous.act);
    return isOneOfMany && mainAct !== previous.act ? 'none' : found(previous.act);
  }
  if (previous) return 'none';
  if (nextAnchor && nextAnchor.start < sentence.end) return nextAnchor.act === null ? 'none' : found(nextAnchor.act);
  return mainAct === undefined ? 'none' : found(mainAct);
};

const coordination = lazily(() => new RegExp(`^[\\s\\u00a0]{0,2}(?:,\\s?)?(?:(?:${joiningWords}|as well as|in conjunction with|read with|i\\.?V\\.?m\\.|in Verbindung mit)\\s)?(?:the |der |dem |den |l['’]|les |des |le |la |el |los |de |het )?$|^[、和及与與]$`, 'iu'));

// ── Mentions ─────────────────────────────────────────────────────────────────────────────────────────────────────────

const toPinpoint = ({ items, joins, onwards }: Citation): string | undefined => {
  if (items.length === 1 && items[0]!.parts === '' && onwards === '') return undefined;
  const printed = items.map(({ number, parts }, i) => (i === 0 ? '' : joins[i - 1] === 'range' ? '–' : ', ') + number + parts).join('');
  return onwards === '' ? printed : `${printed} ${onwards}`;
};

const toMention = (citation: Citation, resolved: Resolved, lexicon: Pick<Lexicon, 'provisions'>): Mention | null => {
  if (resolved === 'none') return null;
  const { act, start, end } = resolved;
  const records = citation.items.map((item) => findProvision(lexicon, act, citation.unit, item.number));
  let record = records[0];
  if (!record || records.includes(undefined)) return null;
  const only = citation.items.length === 1 ? citation.items[0] : undefined;
  const point = only && /^\((\d+[a-z]{0,2})\)/.exec(only.parts)?.[1];
  if (only && point !== undefined && citation.unit === 'article') {
    const definition = findProvision(lexicon, act, 'definition', point);
    if (definition?.name.endsWith(`${only.number}(${point})`)) record = definition;
  }
  const pinpoint = toPinpoint(citation);
  return { start, end, id: record.id, name: record.name, kind: record.kind, ...(pinpoint === undefined ? {} : { pinpoint }) };
};

/**
 * Provisions named in `text`, one run such as a paragraph. `actMentions` are the regulations that were found in it, in order;
 * `page.mainAct` is the id of the act that the page is mostly about, where that is clear.
 * A range or list is one mention, with the id of its first provision. A mention that takes in an act's name overlaps that
 * act's own mention: the longer one stands.
 */
export const findProvisions = (
  text: string,
  lexicon: Pick<Lexicon, 'provisions'>,
  actMentions: readonly Mention[],
  page: { readonly lang?: string; readonly mainAct?: string },
): Mention[] => {
  if ((actMentions.length === 0 && page.mainAct === undefined) || !mayHoldProvision(text)) return [];
  const citations = [...readCitations(text, actMentions, page.lang), ...readCjkCitations(text)].sort((a, b) => a.start - b.start);
  if (citations.length === 0) return [];
  const anchors = findAnchors(text, actMentions);
  const introduced = new Map<string, string | null>();
  for (const citation of citations) {
    const key = `${citation.unit}|${citation.items[0]!.number}`;
    if (introduced.has(key)) continue;
    const beside = resolveBeside(citation, { text, acts: actMentions });
    const before = anchors[firstFrom(anchors, citation.start) - 1];
    if (beside && beside !== 'none') introduced.set(key, beside.act);
    else if (before?.act === null && citation.start - before.end <= 3) introduced.set(key, null);
    else {
      // "artigo 20 da LGPD", and "artigo 20" once more.
      const after = anchors[firstFrom(anchors, citation.end)];
      if (after?.act === null && after.start - citation.end <= 6) introduced.set(key, null);
    }
  }
  const scene: Scene = {
    text, acts: actMentions, anchors, lang: page.lang, mainAct: page.mainAct, introduced,
    hasArticles: citations.some(({ unit, weak }) => unit === 'article' && !weak),
  };

  const mentions: Mention[] = [];
  let following: { citation: Citation; resolved: Resolved } | undefined;
  for (const citation of citations.toReversed()) {
    let resolved = resolveBeside(citation, scene);
    if (!resolved && following && !following.citation.weak && coordination().test(text.slice(citation.end, following.citation.start)) && !citation.weak) {
      const { resolved: shared } = following;
      resolved = shared === 'none' ? 'none' : { act: shared.act, start: citation.start, end: citation.end };
    }
    resolved ??= resolveFar(citation, scene);
    const taken = mentions.at(-1)?.start ?? Infinity;
    if (resolved !== 'none' && resolved.end > taken) resolved = { act: resolved.act, start: resolved.start, end: citation.end };
    following = { citation, resolved };
    let mention = toMention(citation, resolved, lexicon);
    if (!mention && resolved !== 'none' && citation.unit === 'annex' && (resolved.act === 'gdpr' || (citation.word === '' && /^(?:jp|cn|kr|tw)-/.test(resolved.act)))) {
      // The GDPR has no annexes, and acts of those countries none with Roman numbers: it is the Union's act that was named before.
      const act = anchors.findLast((anchor) => anchor.start < citation.start && anchor.act !== null && findProvision(lexicon, anchor.act, 'annex', citation.items[0]!.number))?.act;
      if (act != null) mention = toMention(citation, { ...resolved, act }, lexicon);
    }
    if (mention) mentions.push(mention);
  }
  return mentions.reverse();
};
