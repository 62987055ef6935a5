/**
 * From letters that agree to a name that is really there: compares hyphens, spaces, dots, case and accents of a form with
 * those of the text, judges the word's boundaries in every script, and refuses addresses, file names and handles.
 * Called by the reader for the few places where the walk of the lexicon found something.
 */
import { firstSymbol, ignoredClass, isCapital, isDigit, isJoiner, isSpace, lowerUnit } from './fold.ts';
import type { Kind } from '../data/schema/lists.ts';
import type { Lexicon } from './lexicon.ts';

/** How a text's spelling differs from the form; 0 where it does not. */
export const spelling = {
  /** Lower case where the form has a capital. */
  lower: 1,
  /** A capital where the form has none. */
  upper: 2,
  /** A space or hyphen inside a word of the form: "Open AI". */
  split: 4,
  /** Words run together: "HuggingFace". */
  joined: 8,
  /** The first letter alone is lower case. */
  lowerFirst: 16,
  /** A capital inside a word is lower case: "Deepseek", "Mistral Nemo". */
  lowerInner: 32,
} as const;

const gapNone = 0;
const gapSpace = 1;
const gapJoiner = 2;
const gapDot = 3;
const gapOther = 4;

/** What stands between two symbols of `text`, from `from` to `to`. */
const gapKind = (text: string, from: number, to: number, classes: Uint16Array): number => {
  let kind = gapNone;
  for (let i = from; i < to; i += 1) {
    const code = text.charCodeAt(i);
    let own: number;
    if (code === 46 || code === 0xff0e) own = gapDot;
    else if (isSpace(code)) own = gapSpace;
    else if (isJoiner(code)) own = gapJoiner;
    else if (classes[code] === ignoredClass) continue;
    else return gapOther;
    if (kind === gapNone || kind === own) {
      if (kind === own && own !== gapSpace) return gapOther;
      kind = own;
    } else return gapOther;
  }
  return kind;
};

const quotes = /[\u2018\u2019\u201b\u02bc\u0060\u00b4\uff07]/g;
const plainGap = (text: string): string => text.replace(quotes, "'").replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '').replace(/\s+/g, ' ');

const isEach = (code: number): boolean => code >= 0x590 && code < 0xff66 && !(code >= 0x1e00 && code <= 0x2c7f) && !(code >= 0xff01 && code <= 0xff5e);

const isLowerLetter = (code: number): boolean => code >= 97 && code <= 122;

/** A short word that is written as one, but for a number behind it. */
const shortWord = /^\p{L}\p{Ll}{1,5}(?![\p{L}\p{Pd}])/u;

/**
 * Compares `form` with text from `start` to `end`, whose letters agree, and returns how the spelling differs, or -1 where
 * the form is not what stands there.
 */
export const compareSpelling = (
  text: string, start: number, end: number, entry: { readonly text: string; readonly record: { readonly kind: Kind } }, classes: Uint16Array,
): number => {
  const form = entry.text;
  // Most names are printed as they are entered.
  if (text.startsWith(form, start)) return 0;
  const brandLike = entry.record.kind !== 'regulation' && entry.record.kind !== 'concept' && entry.record.kind !== 'licence';
  let result = 0;
  let at = start;
  let i = 0;
  let previous = -1;
  let textPrevious = -1;
  let first = true;
  let hasJoiner = false;
  while (i < form.length) {
    const formFrom = i;
    while (i < form.length && classes[form.charCodeAt(i)]! < firstSymbol) i += 1;
    if (i >= form.length) {
      // What the form has after its last letter, such as "++", must stand in the text too.
      const tail = form.slice(formFrom);
      return text.startsWith(tail, end) ? result : -1;
    }
    const textFrom = at;
    while (at < end && classes[text.charCodeAt(at)]! < firstSymbol) at += 1;
    const code = form.charCodeAt(i);
    const textCode = text.charCodeAt(at);
    if (!first && (i > formFrom || at > textFrom)) {
      const own = gapKind(form, formFrom, i, classes);
      const theirs = at === textFrom ? gapNone : gapKind(text, textFrom, at, classes);
      if (theirs === gapJoiner) hasJoiner = true;
      const digitBefore = isDigit(previous);
      const digitAfter = isDigit(code);
      const change = digitBefore !== digitAfter;
      if (own === gapOther || theirs === gapOther) {
        if (plainGap(form.slice(formFrom, i)) !== plainGap(text.slice(textFrom, at))) return -1;
      } else if (own !== theirs) {
        if (digitBefore && digitAfter) {
          // Digits keep their dot; identifiers write a hyphen for it: "claude-3-5-sonnet".
          if (!(own === gapDot && theirs === gapJoiner && hasJoiner)) return -1;
        } else if (own === gapNone) {
          if (theirs === gapDot) return -1;
          if (change) {
            if (form.length < 4) return -1;
            // "GPT-4 o Claude", "Gemma 3 nie": a letter apart is a word, or begins one.
            if (theirs === gapSpace && digitBefore && isLowerLetter(textCode) && !/^\p{L}/u.test(form.slice(i + 1))) return -1;
          } else if (!isEach(previous) !== !isEach(code)) {
            if (theirs !== gapSpace) return -1;
          } else if (!isCapital(previous) && isCapital(code)) {
            if (!isCapital(textCode)) return -1;
            result |= spelling.split;
          } else return -1;
        } else if (theirs === gapNone) {
          if (own === gapDot ? !(change || isCapital(textCode) || form.length > 8) : !change) {
            const each = isEach(previous) || isEach(code);
            if (!each && !(isCapital(textCode) && !isCapital(textPrevious) && brandLike) && !(brandLike && form.length >= 9) && !(own === gapJoiner && form.length >= 6 && brandLike)) return -1;
            if (!each) result |= spelling.joined;
          }
        } else if (theirs === gapDot) return -1;
        else if (own === gapDot && !change && digitBefore) return -1;
      }
    }
    if (code !== textCode) {
      const lowerForm = lowerUnit(code);
      const lowerText = lowerUnit(textCode);
      // An accent may be missing in the text; it may not be added, but by the Polish case of "Llamą".
      if (lowerForm !== lowerText && !(lowerText < 128) && !(lowerText === 0x105 && i === form.length - 1)) return -1;
      const capital = isCapital(code);
      if (capital !== isCapital(textCode)) {
        const isInner = isLowerLetter(previous) && at === textFrom && i === formFrom;
        result |= capital ? (first ? spelling.lowerFirst : isInner ? spelling.lowerInner : spelling.lower) : first ? 0 : spelling.upper;
      }
    }
    previous = code;
    textPrevious = textCode;
    first = false;
    i += 1;
    at += 1;
  }
  // "dalle" is an Italian and a French word; "DALLE" and "dalle-3" are not.
  if ((result & spelling.joined) !== 0 && shortWord.test(text.slice(start, end)) && !/^-\d/.test(text.slice(end, end + 2))) return -1;
  return result;
};

const isKatakana = (code: number): boolean => (code >= 0x30a1 && code <= 0x30fa) || code === 0x30fc || (code >= 0xff66 && code <= 0xff9f);
const isHangul = (code: number): boolean => (code >= 0xac00 && code <= 0xd7a3) || (code >= 0x1100 && code <= 0x11ff);
const isArabicOrHebrew = (code: number): boolean => code >= 0x590 && code <= 0x8ff;

/** Particles and endings that Korean glues to a noun, and the nouns that make plain compounds with a name. */
const koreanParticles = /^(?:(?:은|는|이|가|을|를|의|와|과|도|만|야|아|께서)|(?:에|에서|에게|에게서|한테|께|으로|로|으로서|로서|으로써|로써|까지|부터|처럼|보다|마저|조차|만|만큼|대로|뿐|밖에|하고|이랑|랑|와|과|들|측|사|용|형|식|제|상|간|등|판|계열|기반)(?:은|는|도|만|의|이|가|을|를|에|에는|에서|으로|로)?|이나|나|(?:이)?라(?:고|는|며|면|도|서|지만|던|기보다)?|(?:이)?란|마다|(?:이)?며|(?:이)?고|(?:이)?다|(?:이)?(?:야|든|든지|니까|지만|지요|죠)|(?:이)?었(?:다|고|는데|지만|으며|습니다)|였(?:다|고|는데|지만|으며|습니다)|(?:이)?에요|예요|입니다|인|인데|이다|같은|같이|만이라도|모델|모델은|모델을|모델의|모델이|앱|챗봇|라이선스|(?:하|되)(?:다|는|고|여|며|기|지|면|어)?|[한할함된될됨]|해(?:서|도|야)?|[했됐](?:다|고|으며|는데|지만|습니다))(?![\uac00-\ud7a3])/;

/** Whether the Korean word at `at` goes on in more than a particle. */
export const goesOnInKorean = (text: string, at: number): boolean =>
  at < text.length && isHangul(text.charCodeAt(at - 1)) && isHangul(text.charCodeAt(at)) && !koreanParticles.test(text.slice(at, at + 8));

/** Arabic and Hebrew letters that are written on to the word that follows. */
const semiticPrefix = /[\u0648\u0641\u0628\u0643\u0644\u05d1\u05d4\u05d5\u05db\u05dc\u05de\u05e9]$/;

const isLetterOrDigit = (classOf: number | undefined): boolean => classOf !== undefined && classOf >= firstSymbol;

/** Whether a word may begin at `start`. */
export const startsWord = (text: string, start: number, lexicon: Lexicon): boolean => {
  if (start === 0) return true;
  let before = start - 1;
  while (before > 0 && lexicon.classes[text.charCodeAt(before)] === ignoredClass) before -= 1;
  const previous = text.charCodeAt(before);
  const classOf = lexicon.classes[previous];
  if (!isLetterOrDigit(classOf)) return true;
  const code = text.charCodeAt(start);
  if (isKatakana(code)) return !isKatakana(previous);
  if (isHangul(code)) return !isHangul(previous);
  if (isArabicOrHebrew(code)) return !isArabicOrHebrew(previous) || semiticPrefix.test(text.slice(Math.max(0, start - 1), start));
  // Korean puts a space before a foreign name; without one it is part of a word, as in "챗GPT".
  if (isHangul(previous)) return false;
  if (isEach(code) || isEach(previous)) return true;
  return false;
};

/** How a name ends: `no` inside a word; `ending` an inflection stands between the name and the word's end. */
export type WordEnd = 'no' | 'word' | 'genitive' | 'ending' | 'digit' | 'letter';

const polishEndings = /^(?:['’]?(?:a|u|ie|em|owi|y|ów|om|ami|ach|ego|emu|im|i|iem|owie|ę|ą|ze|cie|zie))(?![\p{L}\p{N}])/u;

/** How the word at `end` goes on; `lang` is the text's language where it is known. */
export const endOfWord = (text: string, end: number, lexicon: Lexicon, lang: string | undefined): WordEnd => {
  let next = end;
  while (next < text.length && lexicon.classes[text.charCodeAt(next)] === ignoredClass) next += 1;
  if (next >= text.length) return 'word';
  const code = text.charCodeAt(next);
  const classOf = lexicon.classes[code];
  if (!isLetterOrDigit(classOf)) return 'word';
  const last = text.charCodeAt(end - 1);
  if (isKatakana(last)) return isKatakana(code) ? 'no' : 'word';
  if (isHangul(last)) return !isHangul(code) || koreanParticles.test(text.slice(next, next + 8)) ? 'word' : 'no';
  if (isArabicOrHebrew(last)) return isArabicOrHebrew(code) ? 'no' : 'word';
  if (isEach(last) || isEach(code)) return 'word';
  if (isDigit(code)) return 'digit';
  if (code === 115 && !isLetterOrDigit(lexicon.classes[text.charCodeAt(next + 1)] ?? 0)) return 'genitive';
  // "des Digitale-Dienste-Gesetzes"
  if (code === 101 && /^es?(?![\p{L}\p{N}])/u.test(text.slice(next, next + 3)) && /gesetz$/i.test(text.slice(Math.max(0, end - 6), end))) return 'ending';
  if (lang === undefined || lang.startsWith('pl')) {
    if (polishEndings.test(text.slice(next, next + 6))) return lang === undefined ? 'no' : 'ending';
  }
  return 'letter';
};

const isPathMark = (code: number): boolean =>
  code === 47 || code === 92 || code === 64 || code === 35 || code === 95 || code === 61 || code === 126 || code === 37 || code === 38 || code === 63 || code === 58 || code === 43 || code === 36;

/** What is printed without a space around [start, end). */
const tokenAround = (text: string, start: number, end: number): [number, number] => {
  let from = start;
  let to = end;
  while (from > 0 && start - from < 300 && !isSpace(text.charCodeAt(from - 1)) && !/[<>"“”„«»()[\]{}|，。、；：！？「」『』（）《》]/.test(text.charAt(from - 1))) from -= 1;
  while (to < text.length && to - end < 300 && !isSpace(text.charCodeAt(to)) && !/[<>"“”„«»()[\]{}|，。、；：！？「」『』（）《》]/.test(text.charAt(to))) to += 1;
  return [from, to];
};

const address = /:\/\/|www\.|^mailto:|^[/~]|^\.{1,2}\/|^[A-Za-z]:\\|\\\w/i;
/** A domain, or a file name with its ending. */
const dotted = /[\p{L}\p{N}_-]\.[a-z][a-z0-9]{1,9}(?![\p{L}])/u;

/** Whether [start, end) stands in an address, an e-mail, a file name, an identifier or a handle. */
export const isInAddress = (text: string, start: number, end: number): boolean => {
  const before = start > 0 ? text.charCodeAt(start - 1) : 32;
  const after = end < text.length ? text.charCodeAt(end) : 32;
  const marked = isPathMark(before) || isPathMark(after) || before === 46 || before === 45 || after === 45
    || (after === 46 && end + 1 < text.length && !isSpace(text.charCodeAt(end + 1)));
  if (!marked) return false;
  // A hashtag or handle, a variable, an identifier.
  if (before === 64 || before === 35 || before === 95 || before === 36 || after === 64 || after === 95) return true;
  // "vllm==0.6.3" names the package.
  if (after === 61 && text.charCodeAt(end + 1) !== 32 && !/^==\s?\d/.test(text.slice(end, end + 4))) return true;
  const [from, to] = tokenAround(text, start, end);
  const token = text.slice(from, to);
  // "GPT-4(有料)/GPT-4o": the slash behind a bracket parts two names.
  if (address.test(before === 47 && from === start - 1 && /[)）」』】\]]/.test(text.charAt(from - 1)) ? token.slice(1) : token) || token.includes('@')) return true;
  const name = text.slice(start, end);
  if (before === 46 && from < start - 1 && /[\p{L}\p{N}]/u.test(text.charAt(start - 2))) return true;
  if (after === 46) {
    const next = text.charCodeAt(end + 1);
    // "whisper-small.en"
    if (((next >= 97 && next <= 122) || isDigit(next)) && !/^\.en(?![\p{L}\p{N}./])/u.test(text.slice(end, end + 5))) return true;
  }
  if (before === 47 || after === 47 || before === 61 || before === 63 || before === 38) {
    const slashes = token.split('/').length - 1;
    const rest = token.replace(name, '');
    // "?q=GPT"; in Chinese, Japanese and Korean a sign may say what made a picture.
    if (before === 63 || (before === 61 && !(text.charCodeAt(start - 2) > 0x2e7f))) return true;
    if (dotted.test(rest.replace(/\d\.\d/g, ''))) return true;
    if (name === name.toLowerCase() && (slashes > 1 || after === 47)) return true;
    if (/\.[a-z]{2,4}$/.test(token)) return true;
  } else if (before === 45 || after === 45) {
    if (dotted.test(token.replace(/\d+\.\d+/g, '').replace(name, 'x').replace(/[.,;:!?]+$/, ''))) return true;
    if (token.includes('/') && token.split('/').length > 2 && name === name.toLowerCase()) return true;
  }
  return false;
};

