/**
 * The state of a law, or of one of its provisions, on a given day. Called by the card's view, which knows the reader's day;
 * it runs in a page and imports no table. A date in force of an amendment only from a day, or only until one, is read as the
 * law's text stood on the day asked for. Nothing that has not surely happened by then is reported as past.
 */
import type { DateMeaning, LawState } from '../data/schema/lists.ts';
import { daysBetween } from './age.ts';
import type { LawOnDay } from './types.ts';

/** A dated event of a law. `date` is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `on` is a day. */
export interface LawDateLike {
  readonly date: string;
  readonly meaning: DateMeaning;
  readonly scope?: string | undefined;
  readonly from?: { readonly on: string } | undefined;
  readonly until?: { readonly on: string } | undefined;
}

export interface LawLike {
  /** State as a source puts it, for which no date is known. */
  readonly state: LawState | null;
  readonly dates: readonly LawDateLike[];
}

/** The reader's calendar day, `YYYY-MM-DD`, in the given IANA time zone or in the device's own. */
export const today = (timeZone?: string, now: Date = new Date()): string => {
  const parts = new Intl.DateTimeFormat('en', {
    calendar: 'gregory', numberingSystem: 'latn', year: 'numeric', month: '2-digit', day: '2-digit', ...(timeZone === undefined ? {} : { timeZone }),
  }).formatToParts(now);
  const part = (type: string): string => parts.find((each) => each.type === type)!.value;
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
};

const firstDay = (date: string): string => `${date}-01-01`.slice(0, 10);
const lastDay = (date: string): string => {
  if (date.length === 10) return date;
  if (date.length === 4) return `${date}-12-31`;
  const [year, month] = date.split('-').map(Number) as [number, number];
  return `${date}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`;
};

/** How far along its life a law is. States beside this ladder end or suspend it. */
const ladder = ['proposed', 'adopted', 'published', 'in-force', 'partly-applicable', 'applicable'] as const satisfies readonly LawState[];
const rankOf = (state: LawState | null): number => ladder.indexOf(state as (typeof ladder)[number]);

/** The state that an event of the whole law leads to. Events not listed change no state: an update, a deadline, a delay. */
const leadsTo: Readonly<Partial<Record<DateMeaning, LawState>>> = {
  'proposed': 'proposed', 'draft': 'proposed', 'consultation': 'proposed', 'position': 'proposed', 'agreed': 'proposed', 'passed': 'proposed',
  'adopted': 'adopted', 'signed': 'adopted', 'opened-for-signature': 'adopted', 'ratified': 'adopted',
  'published': 'published', 'in-force': 'in-force', 'applies': 'applicable',
  'enjoined': 'suspended', 'vetoed': 'vetoed', 'withdrawn': 'withdrawn', 'rejected': 'rejected', 'repealed': 'repealed', 'expired': 'expired',
};
/** After these a law is not heard of again; where it is, sources contradict each other. */
const final: ReadonlySet<LawState | null> = new Set(['withdrawn', 'rejected', 'repealed', 'expired']);

/** Events that can concern a part alone, which their scope then names. The scope of any other is a note, such as by whom. */
const canBePartial: ReadonlySet<DateMeaning> = new Set(['applies', 'in-force', 'enjoined', 'repealed']);

const effectOf = ({ meaning, scope }: LawDateLike): LawState | undefined => {
  if (scope === undefined || !canBePartial.has(meaning)) return leadsTo[meaning];
  return meaning === 'applies' || meaning === 'in-force' ? 'partly-applicable' : undefined;
};

interface Standing { readonly state: LawState | null; readonly since: string | null; readonly contradicts: boolean }

/**
 * Reads events in order: a law moves up the ladder or off it. Days that a text once set for force or application do not bring
 * an ended or suspended law back; being proposed, passed or adopted anew brings back an ended one, as after a veto.
 */
const standingAfter = (events: readonly LawDateLike[]): Standing =>
  events.reduce<Standing>((before, event) => {
    const state = effectOf(event);
    if (state === undefined) return before;
    const isOff = before.state !== null && rankOf(before.state) < 0;
    const isStep = rankOf(state) >= 0;
    if (isStep && isOff && (before.state === 'suspended' || rankOf(state) >= rankOf('in-force'))) return before;
    if (isStep && !isOff && rankOf(state) <= rankOf(before.state)) return before;
    return { state, since: event.date, contradicts: before.contradicts || (isStep && final.has(before.state)) };
  }, { state: null, since: null, contradicts: false });

/**
 * What is known of a law on a day, `YYYY-MM-DD`.
 *
 * An event counts as past from its own day on; one known only by month or year from that time's last day on, and while the
 * time runs the state is `uncertain` if the event would change it. Dates of an earlier or later text are left out: one with
 * `from` before that day, one with `until` from that day on, unless it had come true by then (a stay with `until` is lifted on
 * that day). A law that applies only in part is `partly-applicable` until no part is still to follow. A state that only a
 * source puts, without a date, is used where dates tell less, never where a date says that it is still to come; where it ends
 * a law that dates show alive, the day may lie before that end, so it is `uncertain`.
 */
export const lawOn = (day: string, { state: stated, dates }: LawLike): LawOnDay => {
  const inText = dates.filter(({ date, meaning, from, until }) =>
    (from === undefined || from.on <= day) && (until === undefined || day < until.on || (meaning !== 'enjoined' && lastDay(date) < until.on)));
  // Same-day events stay in the order in which the record gives them.
  const inOrder = inText.toSorted((a, b) => (firstDay(a.date) < firstDay(b.date) ? -1 : firstDay(a.date) > firstDay(b.date) ? 1 : 0));
  const past = inOrder.filter(({ date }) => lastDay(date) <= day);
  const future = inOrder.filter(({ date, meaning }) => firstDay(date) > day || (meaning === 'deadline' && lastDay(date) > day));
  const running = inOrder.filter((each) => !past.includes(each) && !future.includes(each));

  const certain = standingAfter(past);
  const possible = standingAfter(inOrder.filter((each) => past.includes(each) || running.includes(each)));
  const { state, since, isStated } = withStated(certain, stated, future);
  const isOver = state !== null && rankOf(state) < 0 && state !== 'suspended';
  const applies = past.filter(({ meaning }) => meaning === 'applies');
  const isApplying = !isStated && (state === 'applicable' || state === 'partly-applicable') && applies.length > 0;
  const isPart = isApplying && future.some(({ meaning }) => meaning === 'applies');

  const next = isOver ? undefined : future[0];
  return {
    state: isApplying ? (isPart ? 'partly-applicable' : 'applicable') : state,
    since: !isApplying ? since : isPart ? applies[0]!.date : applies.at(-1)!.date,
    next: next === undefined ? null : {
      date: next.date,
      meaning: next.meaning,
      ...(next.scope === undefined ? {} : { scope: next.scope }),
      inDays: next.date.length === 10 ? daysBetween(day, next.date) : null,
    },
    applies: isOver ? [] : applies.map(({ date, scope }) => ({ since: date, ...(scope === undefined ? {} : { scope }) })),
    uncertain: certain.contradicts || possible.state !== certain.state || (isStated && isOver && certain.state !== null),
  };
};

/** Puts a source's undated state in the place of a dated one that tells less. */
const withStated = (dated: Standing, stated: LawState | null, future: readonly LawDateLike[]): { state: LawState | null; since: string | null; isStated: boolean } => {
  const asDated = { state: dated.state, since: dated.since, isStated: false };
  if (stated === null || stated === dated.state) return asDated;
  const isDatedEnd = dated.state !== null && rankOf(dated.state) < 0;
  const isBehind = rankOf(stated) >= 0 && rankOf(stated) <= rankOf(dated.state);
  const isToCome = future.some((event) => {
    const state = effectOf(event);
    return state === stated || (state !== undefined && rankOf(state) >= 0 && rankOf(stated) >= 0 && rankOf(state) <= rankOf(stated));
  });
  return isDatedEnd || isBehind || isToCome ? asDated : { state: stated, since: null, isStated: true };
};
