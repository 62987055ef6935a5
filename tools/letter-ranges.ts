/**
 * Writes Unicode properties in regular expressions (`\p{L}`) as ranges, for scripts that run in pages. An engine asks its tables of Unicode for
 * each property of each expression, when it parses the script and again when the expression is first used: 0.15 to 0.3 ms an expression that
 * is not compiled yet, where ranges take 0.02. A page that names something uses a hundred such expressions.
 *
 * Used by the build, the bench and the tests. Scripts that run elsewhere keep the properties.
 *
 * Ranges are exact where names and the words around them are written: Latin to U+024F (letters with case to U+017F), Greek, Cyrillic, Hebrew, Arabic,
 * Chinese, Japanese, Korean. Of other scripts marks and digits between two letters count as letters too. Signs made of letters are none ("℃", "ⁿ"),
 * and beyond U+FFFF there are none.
 */
import { parseSync, type Plugin } from 'vite';

type Property = 'L' | 'Lu' | 'Ll' | 'N' | 'M';

/** Scripts that have ranges of their own; of those between, letters are taken together over at most so many other characters. */
const isExact = (code: number): boolean => code < 0x700 || (code >= 0x2000 && code < 0x3100) || code >= 0xff00;
const mostBetween = 255;
const mostUnits = 0x10000;

/** No character. */
const unassigned = /\p{Cn}/u;

const hasCase = (code: number): boolean => code < 0x180 || (code >= 0x370 && code < 0x460) || code >= 0xff00;
const holds: Readonly<Record<Property, (code: number) => boolean>> = { L: (code) => code < 0x2000 || code >= 0x3000, Lu: hasCase, Ll: hasCase, N: isExact, M: isExact };

/** First and last unit of each range of a property, in order. */
export const rangesOf = (property: Property): readonly (readonly [number, number])[] => {
  const pattern = new RegExp(`\\p{${property}}`, 'u');
  const ranges: [number, number][] = [];
  let between = 0;
  for (let code = 0; code < mostUnits; code += 1) {
    const unit = String.fromCharCode(code);
    const last = ranges.at(-1);
    const isSurrogate = code >= 0xd800 && code < 0xe000;
    if (isSurrogate || !holds[property](code) || !pattern.test(unit)) {
      // What is no character yet may be taken in.
      if (isSurrogate || isExact(code) || property !== 'L') between = !isSurrogate && unassigned.test(unit) ? between : Infinity;
      else between += 1;
      continue;
    }
    if (last !== undefined && between <= mostBetween) last[1] = code;
    else ranges.push([code, code]);
    between = 0;
  }
  return ranges;
};

const written = new Map<string, string>();
const write = (property: Property, slashes: string): string => {
  const known = written.get(slashes + property);
  if (known !== undefined) return known;
  const unit = (code: number): string => {
    const letter = String.fromCharCode(code);
    if (/[0-9A-Za-z]/.test(letter)) return letter;
    return code < 0x100 ? `${slashes}x${code.toString(16).padStart(2, '0')}` : `${slashes}u${code.toString(16).padStart(4, '0')}`;
  };
  const ranges = rangesOf(property).map(([first, last]) => (first === last ? unit(first) : `${unit(first)}-${unit(last)}`)).join('');
  written.set(slashes + property, ranges);
  return ranges;
};

/** An expression, or a string that is a part of one, with its properties as ranges. */
const rewrite = (literal: string): string => {
  let isInClass = false;
  return literal.replace(/(\\{1,2})p\{(Lu|Ll|L|N|M)\}|\\.|[[\]]/gs, (whole, slashes: string | undefined, property: Property) => {
    if (slashes !== undefined) return isInClass ? write(property, slashes) : `[${write(property, slashes)}]`;
    if (whole === '[' || whole === ']') isInClass = whole === '[';
    return whole;
  });
};

/** Literals of a script that may be expressions or parts of them. */
const literalsIn = (node: unknown, found: { start: number; end: number }[] = []): { start: number; end: number }[] => {
  if (Array.isArray(node)) for (const one of node) literalsIn(one, found);
  else if (typeof node === 'object' && node !== null) {
    const { type, start, end } = node as { type?: string; start: number; end: number };
    if (type === 'Literal' || type === 'TemplateElement') found.push({ start, end });
    else for (const value of Object.values(node)) literalsIn(value, found);
  }
  return found;
};

/** JavaScript with its properties as ranges. */
export const withRanges = (code: string): string => {
  let rest = '';
  let done = 0;
  for (const { start, end } of literalsIn(parseSync('script.js', code).program).sort((a, b) => a.start - b.start)) {
    rest += code.slice(done, start) + rewrite(code.slice(start, end));
    done = end;
  }
  return rest + code.slice(done);
};

export const letterRanges = (): Plugin => ({
  name: 'letter-ranges',
  transform(code, id) {
    return /\/(?:node_modules|tests)\//.test(id) || !/\.tsx?$/.test(id) || !code.includes('p{') ? null : { code: withRanges(code), map: null };
  },
});
