/**
 * Words for people. Every text of the interface is a message in `public/_locales`; views get a `T` and never hold
 * English of their own. Plurals are told apart by `Intl.PluralRules` (`x_one`, `x_other`), dates, numbers and country
 * names by `Intl`. Records' own prose stays English and is marked so by the views, not here.
 *
 * Who calls it: entrypoints make a `T` from `browser.i18n.getMessage`; tests and the gallery from the files themselves.
 */
import type {
  Modality, ComponentId, DatasetAccess, DateMeaning, Extent, Instrument, Kind, LawState, LinkRole, OrganisationType,
  OsaiDimension, ProvisionType, ReleaseState, Via,
} from '../data/schema/lists.ts';
import type { CardField } from '../glossary/card.ts';
import type {
  ExemptionCondition, ExemptionDuty, LicenceReason, LicenceTarget, Met, OsaidCondition, PublishedPart, Tier,
} from '../openness/types.ts';
import type english from '../public/_locales/en/messages.json';

type PlainKey = keyof typeof english;
type Stem<K> = K extends `${infer S}_other` ? S : never;
/** A message's key, or the stem of a plural whose first argument is the number. */
export type MessageKey = PlainKey | Stem<PlainKey>;

/** Gives the message of `key` with `$1`, `$2`, ... filled in. Numbers are written as the locale writes them. */
export interface T {
  (key: MessageKey, ...args: readonly (string | number)[]): string;
  /** BCP 47 tag of the interface's language. */
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
}

/** `browser.i18n.getMessage`, or what stands in for it: an empty string where there is no such message. */
export type GetMessage = (key: string, substitutions?: string[]) => string;

/**
 * Makes a `T`. A key without a message is answered with the key itself, so that a gap is seen and breaks nothing.
 * @param locale what `browser.i18n.getUILanguage()` says; decides plurals, dates and numbers.
 */
export const textFrom = (getMessage: GetMessage, locale: string): T => {
  // The browser falls back to English messages where it has none of its own language: dates and plurals go with them.
  const language = getMessage('interface_language');
  const speaks = locale.split('-')[0] === language || language === '' ? locale : language;
  const plurals = new Intl.PluralRules(speaks);
  const numbers = new Intl.NumberFormat(speaks);
  const say = (key: MessageKey, ...args: readonly (string | number)[]): string => {
    const [first] = args;
    const texts = args.map((arg) => (typeof arg === 'number' ? numbers.format(arg) : arg));
    const counted = typeof first === 'number' && (getMessage(`${key}_${plurals.select(first)}`, texts) || getMessage(`${key}_other`, texts));
    return counted || getMessage(key, texts) || key;
  };
  return Object.assign(say, { locale: speaks, dir: getMessage('@@bidi_dir') === 'rtl' ? 'rtl' as const : 'ltr' as const });
};

/** The closed lists whose words are translated, by the prefix of their keys. */
interface Lists {
  kind: Kind;
  kinds: Kind;
  tier: Tier;
  component: ComponentId;
  release_state: ReleaseState;
  field: CardField;
  via: Via;
  extent: Extent;
  modality: Modality;
  link: LinkRole;
  instrument: Instrument;
  date: DateMeaning;
  law_state: LawState;
  provision_type: ProvisionType;
  organisation_type: OrganisationType;
  access: DatasetAccess;
  target: LicenceTarget;
  licence_reason: LicenceReason;
  osaid: OsaidCondition;
  exemption: ExemptionCondition;
  duty: ExemptionDuty;
  published_part: PublishedPart;
  met: Met;
  osai: OsaiDimension;
  osai_class: 'open' | 'partial' | 'closed';
  osi: 'passed' | 'passed-with-other-terms' | 'did-not-pass';
}
type Snake<S extends string> = S extends `${infer A}-${infer B}` ? `${A}_${Snake<B>}` : S;
type Keys = { [L in keyof Lists]: `${L}_${Snake<Lists[L]>}` }[keyof Lists];
/** A word of a closed list without a message does not compile. */
type Untranslated = Exclude<Keys, MessageKey>;
const complete: [Untranslated] extends [never] ? true : Untranslated = true;
void complete;

/** A word of a closed list, such as `word(t, 'tier', 'open-weights')`. */
export const word = <L extends keyof Lists>(t: T, list: L, id: Lists[L]): string =>
  t(`${list}_${id.replaceAll('-', '_')}` as MessageKey);

/**
 * A date as precisely as it is known: `2025`, `2025-08` or `2025-08-02`, read as a calendar day without a time zone.
 * Any other text is given back as it is.
 */
export const formatDate = (t: T, date: string, month: 'long' | 'short' = 'long'): string => {
  if (!/^\d{4}(-\d{2}){0,2}$/.test(date)) return date;
  const [year, monthNumber, day] = date.split('-').map(Number) as [number, number?, number?];
  const form: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' };
  if (monthNumber !== undefined) form.month = month;
  if (day !== undefined) form.day = 'numeric';
  return new Intl.DateTimeFormat(t.locale, form).format(Date.UTC(year, (monthNumber ?? 1) - 1, day ?? 1));
};

/**
 * A date as it stands in a sentence: "on 2 August 2025", "since August 2025". Languages put other words before a day than before a
 * month or a year; Italian has its own before the 8th and the 11th, which its ordinals call "many".
 */
export const sayDate = (t: T, how: 'on' | 'since', date: string): string => {
  const [, month, day] = date.split('-');
  const isElided = day !== undefined && new Intl.PluralRules(t.locale, { type: 'ordinal' }).select(Number(day)) === 'many';
  const precision = day === undefined ? (month === undefined ? 'year' : 'month') : isElided ? 'day_many' : 'day';
  return t(`${how}_${precision}`, formatDate(t, date));
};

/** Items as a sentence lists them: "a, b and c". */
export const formatList = (t: T, items: readonly string[]): string =>
  new Intl.ListFormat(t.locale, { type: 'conjunction' }).format(items);

/** How a German label begins that begins with no noun: an adjective before one, or a word of a tier. */
const germanSmall = /^(?:Nicht|Geschlossen)\b|^\p{L}+ \p{Lu}/u;
/** A label as it stands inside a sentence: German keeps the capital of its nouns. */
export const inSentence = (t: T, label: string): string =>
  t.locale.startsWith('de') && !germanSmall.test(label) ? label : label.charAt(0).toLocaleLowerCase(t.locale) + label.slice(1);

/** What stands between short facts of a line: it ends a line and never begins one. */
export const dot = '\u00a0· ';

/** A colon or semicolon between words: French has a space before it that does not break. */
export const stop = (t: T, mark: ':' | ';'): string => `${t.locale.startsWith('fr') ? '\u00a0' : ''}${mark} `;

/** Words that stand alone: with a capital. */
export const capitalise = (t: T, text: string): string => text.charAt(0).toLocaleUpperCase(t.locale) + text.slice(1);

/** Words as a sentence of their own. */
export const asSentence = (t: T, text: string): string => `${capitalise(t, text)}.`;

/** A country's name by its ISO code; the code itself where the browser knows no name. */
export const formatCountry = (t: T, code: string): string => {
  try {
    return new Intl.DisplayNames(t.locale, { type: 'region' }).of(code.split('-')[0] ?? code) ?? code;
  } catch {
    return code;
  }
};

/** A score or share with at most `digits` decimals. */
export const formatNumber = (t: T, value: number, digits = 2): string =>
  new Intl.NumberFormat(t.locale, { maximumFractionDigits: digits }).format(value);
