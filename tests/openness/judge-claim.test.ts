import { describe, expect, it } from 'vitest';
import { ageOf, dataAge, daysBetween } from '../../openness/age.ts';
import { judgeClaim } from '../../openness/judge-claim.ts';
import { claimKinds } from '../../openness/types.ts';

describe('judgeClaim', () => {
  it.each([
    ['open-source', 'open-source', 'supported'], ['open-source', 'open-weights', 'weights-only'],
    ['open-source', 'restricted-weights', 'contradicted'], ['open-source', 'closed', 'contradicted'],
    ['open-weights', 'open-source', 'supported'], ['open-weights', 'open-weights', 'supported'],
    ['open-weights', 'restricted-weights', 'supported'], ['open-weights', 'closed', 'contradicted'],
    ['closed', 'open-source', 'contradicted'], ['closed', 'open-weights', 'contradicted'],
    ['closed', 'restricted-weights', 'unknown'], ['closed', 'closed', 'supported'],
  ] as const)('%s said of %s is %s', (claim, tier, verdict) => expect(judgeClaim(claim, tier)).toBe(verdict));

  it.each(claimKinds)('%s said of an unknown tier, a mixed family or a product is unknown', (claim) => {
    expect([judgeClaim(claim, 'unknown'), judgeClaim(claim, null)]).toEqual(['unknown', 'unknown']);
  });
});

describe('age', () => {
  it.each([
    ['2026-11-23', 0, false], ['2026-05-27', 180, false], ['2026-05-26', 181, true], ['2026-12-01', 0, false],
  ])('a fact checked on %s is %i days old, stale: %s', (checked, days, isStale) => expect(ageOf(checked, '2026-11-23')).toEqual({ days, isStale }));

  it.each([['2026-11-23', 'fresh'], ['2026-08-25', 'fresh'], ['2026-08-24', 'ageing'], ['2026-05-27', 'ageing'], ['2026-05-26', 'old']] as const)(
    'data of %s is %s', (date, age) => expect(dataAge(date, '2026-11-23')).toBe(age));

  it('counts calendar days, leap days and all', () => expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2));
});
