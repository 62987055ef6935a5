/**
 * How old facts are on the day that they are read. Called by the card's view, since a card is made on one day and read on
 * another, and by the data check. Days are calendar days, `YYYY-MM-DD`; no clock and no time zone is read here.
 */
import type { DataAge } from './types.ts';

const msPerDay = 86_400_000;
/** A fact that nobody has checked again in half a year is shown as such. */
export const staleAfterDays = 180;
/** The dataset is released at least each quarter; past that the reader is told. */
const ageingAfterDays = 90;

/** Whole calendar days from one day to another, negative where `to` is earlier. */
export const daysBetween = (from: string, to: string): number => (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / msPerDay;

/** Age of a fact by the day on which it was last checked; a day still to come, as with a wrong clock, counts as today. */
export const ageOf = (checked: string, day: string): { readonly days: number; readonly isStale: boolean } => {
  const days = Math.max(0, daysBetween(checked, day));
  return { days, isStale: days > staleAfterDays };
};

/** Age of the whole dataset by its newest check: fresh up to 90 days, ageing up to 180, then old, when every fact is stale. */
export const dataAge = (dataDate: string, day: string): DataAge => {
  const { days, isStale } = ageOf(dataDate, day);
  return isStale ? 'old' : days > ageingAfterDays ? 'ageing' : 'fresh';
};
