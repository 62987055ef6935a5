import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { componentIds, extents } from '../../data/schema/lists.ts';
import type { Component, Release } from '../../data/schema/record.ts';
import { judgeTier, spreadOf } from '../../openness/judge-tier.ts';
import type { FactRef, Tier, TierVerdict } from '../../openness/types.ts';
import { findLicence, known, licenceOf, released, releaseOf, withheld } from './records.ts';

const codeIds = ['preprocessing-code', 'training-code', 'evaluation-code', 'inference-code', 'architecture'] as const;
const openCode = Object.fromEntries(codeIds.map((id) => [id, released()]));
const judge = (facts: Parameters<typeof releaseOf>[0]): TierVerdict => judgeTier(releaseOf(facts), findLicence);
const apache = { distribution: 'apache-2.0' };
const condition = (verdict: TierVerdict, id: string) => verdict.osaid.find((each) => each.id === id)!;

describe('judgeTier', () => {
  it.each([
    ['nothing known', {}, 'unknown', 'weights-unknown'],
    ['not released', { components: { 'parameters-final': withheld } }, 'closed', 'weights-not-released'],
    ['released in part', { licences: apache, components: { 'parameters-final': { ...released(), value: 'partly' } } }, 'unknown', 'weights-partly'],
    ['no licence known', { components: { 'parameters-final': released() } }, 'unknown', 'licence-unknown'],
    ['a licence without a record', { components: { 'parameters-final': released('gone') } }, 'unknown', 'licence-not-recorded'],
    ['a licence nobody reviewed', { components: { 'parameters-final': released('unread') } }, 'unknown', 'licence-not-reviewed'],
    ['a licence whose facts contradict', { components: { 'parameters-final': released('odd') } }, 'unknown', 'licence-contradictory'],
    ['a licence with a user cap', { components: { 'parameters-final': released('llama-3.1-community') } }, 'restricted-weights', 'weights-restricted'],
    ['an open licence', { components: { 'parameters-final': released('apache-2.0') } }, 'open-weights', 'osaid-not-known'],
    ['an open licence, code withheld', { licences: apache, components: { 'parameters-final': released(), 'training-code': withheld } }, 'open-weights', 'osaid-not-met'],
    [
      'all that OSAID asks for', { licences: apache, dataInformation: known('full'), components: { ...openCode, 'parameters-final': released() } },
      'open-source', 'osaid-met',
    ],
  ] as const)('%s', (_, facts, tier, because) => expect(judge(facts as Parameters<typeof judge>[0])).toMatchObject({ tier, because }));

  it('names the licence and the restriction', () => {
    const { args, facts } = judge({ components: { 'parameters-final': released('llama-3.1-community') } });
    expect(args).toEqual({ licence: 'Llama 3.1 Community License', restriction: 'user-cap' });
    expect(facts).toEqual([
      { record: 'model-1', field: 'components.parameters-final' },
      { record: 'llama-3.1-community', field: 'userCap' }, { record: 'llama-3.1-community', field: 'fieldOfUse' },
    ]);
  });

  it('counts the conditions', () => {
    const verdict = judge({ licences: apache, dataInformation: known('partial'), components: { 'parameters-final': released() } });
    expect(verdict.args).toMatchObject({ met: '1', unknown: '1', of: '3' });
  });

  it('carries gating beside the tier', () => {
    const weights = { licences: apache, components: { 'parameters-final': released() } };
    expect(judge({ ...weights, gated: known(true) })).toMatchObject({ tier: 'open-weights', gated: true });
    expect(judge(weights).gated).toBeNull();
  });

  it('says nothing of a release that was still to come when its facts were read', () => {
    const weights = { licences: apache, components: { 'parameters-final': released() } };
    expect(judge({ ...weights, released: known('2026-12-01') })).toMatchObject({ tier: 'unknown', because: 'not-yet-released', args: { date: '2026-12-01' } });
    expect(judge({ ...weights, released: known('2026-12') }).tier).toBe('unknown');
    expect(judge({ ...weights, released: known('2026') }).tier).toBe('open-weights');
    expect(judge({ ...weights, released: { ...known('2026-12-01'), checked: '2026-12-02' } }).tier).toBe('open-weights');
  });

  it('resolves the licence of the weights: own, then data, then all', () => {
    const weights = { 'parameters-final': released() };
    expect(judge({ licences: { distribution: 'apache-2.0', data: 'cc-by-nc-4.0' }, components: weights }).tier).toBe('restricted-weights');
    expect(judge({ licences: { distribution: 'cc-by-nc-4.0', data: 'apache-2.0' }, components: weights }).tier).toBe('open-weights');
    expect(judge({ licences: { distribution: 'cc-by-nc-4.0' }, components: { 'parameters-final': released('apache-2.0') } }).tier).toBe('open-weights');
  });
});

describe('our reading of OSAID 1.0', () => {
  it.each([
    ['full information under open terms', { dataInformation: known('full'), licences: apache }, 'met', 'data-information-full'],
    ['full information, terms not known', { dataInformation: known('full') }, 'unknown', 'data-terms-unknown'],
    ['full information under closed terms', { dataInformation: known('full'), licences: { document: 'cc-by-nc-4.0' } }, 'not-met', 'data-terms-not-open'],
    ['partial information', { dataInformation: known('partial'), licences: apache }, 'not-met', 'data-information-partial'],
    ['no information', { dataInformation: known('none'), licences: apache }, 'not-met', 'data-information-none'],
    ['nothing known', { licences: apache }, 'unknown', 'data-information-unknown'],
    ['the data itself, with its card', { licences: apache, components: { 'datasets': released(), 'data-card': released() } }, 'met', 'data-released'],
    ['the data without its card', { licences: apache, components: { datasets: released() } }, 'unknown', 'data-information-unknown'],
    ['the data, and no information on it', { licences: apache, dataInformation: known('none'), components: { datasets: released() } }, 'unknown', 'data-facts-contradict'],
    ['no data, which is not asked for', { licences: apache, dataInformation: known('full'), components: { datasets: withheld } }, 'met', 'data-information-full'],
  ] as const)('data information: %s', (_, facts, met, reason) => {
    expect(condition(judge(facts as Parameters<typeof judge>[0]), 'data-information')).toMatchObject({ met, reason });
  });

  it.each([
    ['all of it, open', apache, {}, 'met', 'code-open', codeIds.join(' ')],
    ['some of it withheld', apache, { 'training-code': withheld, 'architecture': { ...released(), value: 'partly' } }, 'not-met', 'code-not-released', 'training-code architecture'],
    ['some of it not open', apache, { 'inference-code': released('cc-by-nc-4.0') }, 'not-met', 'code-not-open', 'inference-code'],
    ['some of it not known', apache, { 'evaluation-code': null }, 'unknown', 'code-unknown', 'evaluation-code'],
    ['under a licence for content', apache, { 'architecture': released('cc-by-4.0') }, 'unknown', 'code-licence-unknown', 'architecture'],
    ['under no known licence', {}, {}, 'unknown', 'code-licence-unknown', codeIds.join(' ')],
  ] as const)('code: %s', (_, licences, components, met, reason, which) => {
    const verdict = judge({ licences, components: { ...openCode, ...components } });
    expect(condition(verdict, 'code')).toMatchObject({ met, reason, args: { components: which } });
  });

  it('does not ask for intermediate checkpoints or supporting libraries', () => {
    const facts = { licences: apache, dataInformation: known('full' as const) };
    const components = { ...openCode, 'parameters-final': released(), 'parameters-intermediate': withheld, 'libraries': withheld };
    expect(judge({ ...facts, components }).tier).toBe('open-source');
  });
});

describe('spreadOf', () => {
  const of = (...all: readonly Tier[]) => spreadOf(all.map((tier) => ({ tier })));
  it('counts releases by tier, most open first', () => {
    const { counts, common } = of('closed', 'open-weights', 'closed', 'restricted-weights');
    expect(Object.entries(counts)).toEqual([['open-weights', 1], ['restricted-weights', 1], ['closed', 2]]);
    expect(common).toBeNull();
  });
  it('has a common tier only where all agree', () => {
    expect([of('closed', 'closed').common, of('closed', 'unknown').common, of().common]).toEqual(['closed', null, null]);
  });
});

const licenceIds = ['apache-2.0', 'cc-by-4.0', 'cc-by-nc-4.0', 'llama-3.1-community', 'unread', 'odd', 'gone'] as const;
const component: fc.Arbitrary<Component> = fc.option(fc.record({
  value: fc.constantFrom('released', 'partly', 'not-released'), licence: fc.constantFrom(null, ...licenceIds), url: fc.constant(null),
  source: fc.constant('test'), asOf: fc.constant(null), checked: fc.constant('2026-11-23'), via: fc.constant('original'),
}), { freq: 4 });
/** Any release, leaning to open ones, since those use most of the rule. */
const anyRelease: fc.Arbitrary<Release> = fc.record({
  components: fc.dictionary(fc.constantFrom(...componentIds), fc.oneof({ arbitrary: component, weight: 1 }, { arbitrary: fc.constant(released()), weight: 3 }), { maxKeys: 17 }),
  licences: fc.dictionary(fc.constantFrom('distribution', 'code', 'data', 'document'), fc.oneof(fc.constantFrom(...licenceIds), fc.constant('apache-2.0'))),
  dataInformation: fc.option(fc.constantFrom(...extents).map(known)),
  released: fc.option(fc.constantFrom('2025', '2026-11', '2027-01-01').map(known)),
  gated: fc.option(fc.boolean().map(known)),
}).map((facts) => releaseOf(facts as Parameters<typeof releaseOf>[0]));

const get = (record: unknown, field: string): unknown => field.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], record);
const without = <T extends object>(record: T, field: string): T => {
  const [first, second] = field.split('.') as [keyof T & string, string?];
  return second === undefined ? { ...record, [first]: null } : { ...record, [first]: { ...(record[first] as object), [second]: null } };
};
const factsOf = (verdict: TierVerdict): readonly FactRef[] => [...verdict.facts, ...verdict.osaid.flatMap(({ facts }) => facts)];

describe('for any release', () => {
  it('an open component never lowers the tier or a condition', () => {
    const rank = (verdict: TierVerdict): number => {
      const order: readonly Tier[] = ['open-source', 'open-weights', 'restricted-weights', 'unknown', 'closed'];
      return order.indexOf(verdict.tier);
    };
    const met = { 'not-met': 0, 'unknown': 1, 'met': 2 };
    fc.assert(fc.property(anyRelease, fc.constantFrom(...componentIds), (release, id) => {
      const before = judgeTier(release, findLicence);
      const after = judgeTier({ ...release, components: { ...release.components, [id]: released('apache-2.0') } }, findLicence);
      expect(rank(after)).toBeLessThanOrEqual(rank(before));
      after.osaid.forEach((each, at) => expect(met[each.met]).toBeGreaterThanOrEqual(met[before.osaid[at]!.met]));
    }), { numRuns: 500 });
  });

  it('names only facts that exist', () => {
    fc.assert(fc.property(anyRelease, (release) => {
      for (const { record, field } of factsOf(judgeTier(release, findLicence))) {
        expect(get(record === release.id ? release : findLicence(record), field), `${record} ${field}`).toEqual(expect.anything());
      }
    }), { numRuns: 500 });
  });

  it('says something else once a fact that it names is gone', () => {
    fc.assert(fc.property(anyRelease, (release) => {
      const before = judgeTier(release, findLicence);
      for (const { record, field } of factsOf(before)) {
        const after = record === release.id
          ? judgeTier(without(release, field), findLicence)
          : judgeTier(release, (id) => (id === record ? without(findLicence(id)!, field) : findLicence(id)));
        expect(after).not.toEqual(before);
      }
    }), { numRuns: 300 });
  });

  it('is unknown, never open, once the facts on the weights or on their licence are gone', () => {
    fc.assert(fc.property(anyRelease, (release) => {
      expect(judgeTier(without(release, 'components.parameters-final'), findLicence).tier).toBe('unknown');
      expect(['unknown', 'closed']).toContain(judgeTier(release, (id) => licenceOf({ id })).tier);
    }));
  });
});

