/**
 * A fact: a value together with how we know it. The one shape in which the dataset states anything.
 * What no source that somebody read supports is `null` in the place of the whole fact.
 */
import * as v from 'valibot';
import { vias, type Via } from './lists.ts';

const isRealDate = (text: string): boolean => {
  const [year, month, day] = text.split('-').map(Number) as [number, number?, number?];
  if (year < 1900 || year > 2100) return false;
  const date = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
  return date.getUTCMonth() === (month ?? 1) - 1 && date.getUTCDate() === (day ?? 1);
};

/** A calendar day, `YYYY-MM-DD`. */
export const Day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, 'not a day of the form YYYY-MM-DD'),
  v.check(isRealDate, 'no such day'),
);

/** A date as precisely as its source gives it: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. The form is the precision. */
export const PartialDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'not a date of the form YYYY, YYYY-MM or YYYY-MM-DD'),
  v.check(isRealDate, 'no such date'),
);

/** An `https:` address (`http:` where a site has no other), without credentials or white space. */
export const Url = v.pipe(
  v.string(),
  v.check((text) => {
    if (/\s/.test(text) || !URL.canParse(text)) return false;
    const url = new URL(text);
    return /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' && url.hostname.includes('.');
  }, 'not a web address'),
);

/** A record's id: lower-case words joined by hyphens, dots inside versions; a provision adds `/` and its label. */
export const Id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)?$/, 'not an id'));

/** Short text of our own: one line, trimmed, no mark-up, no control or direction characters. */
export const Text = v.pipe(
  v.string(),
  v.minLength(1, 'empty text'),
  v.maxLength(600, 'text of over 600 characters'),
  v.check((text) => text === text.trim() && !/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(text), 'text with stray white space or control characters'),
);

/** A key of the file's own `sources` table. */
const SourceKey = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.-]*$/, 'not a source key'));

/** How a fact is known. */
export const provenance = {
  /** Key of the source in the file's `sources`. */
  source: SourceKey,
  /** The day that the source speaks for: its publication, last commit or stated date; `null` where it tells none. */
  asOf: v.nullable(PartialDate),
  /** A day on which somebody read that source. */
  checked: Day,
  via: v.picklist(vias),
} as const;

export interface Provenance {
  readonly source: string;
  readonly asOf: string | null;
  readonly checked: string;
  readonly via: Via;
}

/** A known value with its provenance. */
export interface Fact<T> extends Provenance {
  readonly value: T;
}

/** Schema of a fact over `value`, or `null` where nothing is known. */
export const fact = <S extends v.GenericSchema>(value: S) => v.nullable(v.strictObject({ value, ...provenance }));

export const Source = v.strictObject({
  url: Url,
  title: Text,
});
export type Source = v.InferOutput<typeof Source>;
