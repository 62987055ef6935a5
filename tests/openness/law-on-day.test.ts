import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateMeanings } from '../../data/schema/lists.ts';
import { lawOn, today, type LawDateLike, type LawLike } from '../../openness/law-on-day.ts';

const omnibus = { act: 'eu-2026-1744', on: '2026-07-27' };
/** The AI Act's own dates, Article 113 before and after Regulation (EU) 2026/1744, cut to what shows each rule. */
const aiAct: LawLike = {
  state: null,
  dates: [
    { date: '2021-04-21', meaning: 'proposed' },
    { date: '2024-05-21', meaning: 'passed', scope: 'Council' },
    { date: '2024-06-13', meaning: 'adopted' },
    { date: '2024-07-12', meaning: 'published' },
    { date: '2024-08-01', meaning: 'in-force' },
    { date: '2025-02-02', meaning: 'applies', scope: 'prohibitions' },
    { date: '2025-08-02', meaning: 'applies', scope: 'general-purpose models' },
    { date: '2026-08-02', meaning: 'applies', scope: 'the rest' },
    { date: '2026-08-02', meaning: 'applies', scope: 'Annex III', until: omnibus },
    { date: '2027-08-02', meaning: 'applies', scope: 'Annex I', until: omnibus },
    { date: '2027-12-02', meaning: 'applies', scope: 'Annex III', from: omnibus },
    { date: '2028-08-02', meaning: 'applies', scope: 'Annex I', from: omnibus },
  ],
};
const law = (...dates: readonly LawDateLike[]): LawLike => ({ state: null, dates });

describe('the AI Act on a day', () => {
  it.each([
    ['2021-04-20', null, null], ['2021-04-21', 'proposed', '2021-04-21'], ['2024-06-12', 'proposed', '2021-04-21'],
    ['2024-06-13', 'adopted', '2024-06-13'], ['2024-07-31', 'published', '2024-07-12'], ['2024-08-01', 'in-force', '2024-08-01'],
    ['2025-02-01', 'in-force', '2024-08-01'], ['2025-02-02', 'partly-applicable', '2025-02-02'],
    ['2028-08-01', 'partly-applicable', '2025-02-02'], ['2028-08-02', 'applicable', '2028-08-02'],
  ])('on %s: %s', (day, state, since) => expect(lawOn(day, aiAct)).toMatchObject({ state, since, uncertain: false }));

  it('reads the dates of the text of that day, before and after the amendment', () => {
    const before = lawOn('2026-07-26', aiAct);
    expect(before.next).toEqual({ date: '2026-08-02', meaning: 'applies', scope: 'the rest', inDays: 7 });
    const after = lawOn('2026-08-02', aiAct);
    expect(after.applies.map(({ scope }) => scope)).toEqual(['prohibitions', 'general-purpose models', 'the rest']);
    expect(after.next).toEqual({ date: '2027-12-02', meaning: 'applies', scope: 'Annex III', inDays: 487 });
  });
});

describe('lawOn', () => {
  it('counts calendar days across a change of the clocks and a leap day', () => {
    expect(lawOn('2026-10-24', law({ date: '2026-10-26', meaning: 'applies' })).next?.inDays).toBe(2);
    expect(lawOn('2028-02-28', law({ date: '2028-03-01', meaning: 'applies' })).next?.inDays).toBe(2);
  });

  it('treats the day of a change as changed, and the eve as not', () => {
    const gdpr = law({ date: '2016-05-24', meaning: 'in-force' }, { date: '2018-05-25', meaning: 'applies' });
    expect(lawOn('2018-05-24', gdpr)).toMatchObject({ state: 'in-force', next: { inDays: 1 }, applies: [] });
    expect(lawOn('2018-05-25', gdpr)).toMatchObject({ state: 'applicable', next: null, applies: [{ since: '2018-05-25' }] });
  });

  it('is uncertain while a month runs that has no day, and sure afterwards', () => {
    const dates = law({ date: '2025-06', meaning: 'passed' }, { date: '2026-11', meaning: 'in-force' });
    expect(lawOn('2026-10-31', dates)).toMatchObject({ state: 'proposed', uncertain: false, next: { date: '2026-11', inDays: null } });
    expect(lawOn('2026-11-23', dates)).toMatchObject({ state: 'proposed', uncertain: true, next: null });
    expect(lawOn('2026-11-30', dates)).toMatchObject({ state: 'in-force', since: '2026-11', uncertain: false });
  });

  it('keeps a deadline without a day as still to come while it runs', () => {
    expect(lawOn('2026-11-23', law({ date: '2026-11', meaning: 'deadline' }))).toMatchObject({ next: { date: '2026-11', inDays: null }, uncertain: false });
  });

  it.each(['vetoed', 'withdrawn', 'rejected', 'repealed', 'expired'] as const)('%s ends a law; days once set for it do not bring it back', (meaning) => {
    const ended = law(
      { date: '2024-05-01', meaning: 'passed' }, { date: '2024-09-29', meaning, scope: meaning === 'repealed' ? undefined : 'a note' },
      { date: '2026-01-01', meaning: 'applies' }, { date: '2027-01-01', meaning: 'deadline' },
    );
    expect(lawOn('2024-09-28', ended).state).toBe('proposed');
    expect(lawOn('2026-06-01', ended)).toEqual({ state: meaning, since: '2024-09-29', next: null, applies: [], uncertain: false });
  });

  it('repeals in part without ending the whole', () => {
    expect(lawOn('2026-01-01', law({ date: '2020-01-01', meaning: 'in-force' }, { date: '2025-01-01', meaning: 'repealed', scope: 'Section 4' })).state).toBe('in-force');
  });

  it('lets a bill pass after a veto', () => {
    const bill = law({ date: '2024-01-01', meaning: 'vetoed' }, { date: '2024-03-01', meaning: 'adopted' }, { date: '2024-06-01', meaning: 'in-force' });
    expect(lawOn('2024-07-01', bill)).toMatchObject({ state: 'in-force', uncertain: false });
  });

  it('keeps a stayed law suspended past its dates until the stay is lifted', () => {
    const stay = { date: '2025-12-01', meaning: 'enjoined', until: { on: '2026-03-01' } } as const;
    const stayed = law({ date: '2025-06-01', meaning: 'signed' }, stay, { date: '2026-01-01', meaning: 'in-force' });
    expect(lawOn('2026-02-28', stayed).state).toBe('suspended');
    expect(lawOn('2026-03-01', stayed).state).toBe('in-force');
  });

  it('shows sources that contradict each other as uncertain', () => {
    expect(lawOn('2026-01-01', law({ date: '2024-01-01', meaning: 'repealed' }, { date: '2025-01-01', meaning: 'adopted' })))
      .toMatchObject({ state: 'adopted', uncertain: true });
  });

  describe('a state that a source puts without a date', () => {
    it.each([
      ['is used where no date is known', 'in-force', [], { state: 'in-force', since: null, uncertain: false }],
      ['is used where dates tell less', 'in-force', [{ date: '2020-01-01', meaning: 'adopted' }], { state: 'in-force', since: null, uncertain: false }],
      ['gives way to dates that tell more', 'adopted', [{ date: '2020-01-01', meaning: 'in-force' }], { state: 'in-force', since: '2020-01-01' }],
      ['gives way to an end with a date', 'in-force', [{ date: '2020-01-01', meaning: 'repealed' }], { state: 'repealed', since: '2020-01-01' }],
      ['ends a law, but is uncertain on the day', 'withdrawn', [{ date: '2020-01-01', meaning: 'proposed' }], { state: 'withdrawn', since: null, uncertain: true }],
      ['is not believed before its own date', 'in-force', [{ date: '2030-01-01', meaning: 'in-force' }], { state: null, since: null }],
    ] as const)('%s', (_, state, dates, expected) => expect(lawOn('2026-11-23', { state, dates })).toMatchObject(expected));
  });

  it('says nothing where nothing is known', () => {
    expect(lawOn('2026-11-23', law())).toEqual({ state: null, since: null, next: null, applies: [], uncertain: false });
  });

  const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2040-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
  const dated: fc.Arbitrary<LawDateLike> = fc.record({
    date: fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([text, length]) => text.slice(0, length)),
    meaning: fc.constantFrom(...dateMeanings),
    scope: fc.constantFrom(undefined, 'part'),
  });

  it('never reports as past what is surely still to come', () => {
    fc.assert(fc.property(fc.array(dated, { maxLength: 8 }), day, (dates, on) => {
      const { state, since, applies, next } = lawOn(on, { state: null, dates });
      const arePast = dates.some(({ date }) => date <= on);
      if (!arePast) expect(state).toBeNull();
      if (since !== null) expect(since <= on).toBe(true);
      for (const each of applies) expect(each.since <= on).toBe(true);
      if (next?.inDays != null) expect(next.inDays).toBeGreaterThan(0);
    }));
  });

  it('is the same for any order in which unlike days are recorded', () => {
    fc.assert(fc.property(fc.uniqueArray(dated, { maxLength: 8, selector: ({ date }) => date.slice(0, 4) }), day, (dates, on) => {
      expect(lawOn(on, { state: null, dates: dates.toReversed() })).toEqual(lawOn(on, { state: null, dates }));
    }));
  });
});

describe('today', () => {
  const instant = new Date('2026-08-01T22:30:00Z');
  it.each([['UTC', '2026-08-01'], ['Europe/Brussels', '2026-08-02'], ['America/Los_Angeles', '2026-08-01'], ['Pacific/Kiritimati', '2026-08-02']])('in %s is %s', (zone, day) => {
    expect(today(zone, instant)).toBe(day);
  });
});
