import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { componentIds, extents } from '../../data/schema/lists.ts';
import type { Release } from '../../data/schema/record.ts';
import { judgeExemption } from '../../openness/judge-exemption.ts';
import type { ExemptionCondition, ExemptionVerdict } from '../../openness/types.ts';
import { findLicence, known, released, releaseOf, withheld } from './records.ts';

type Facts = Parameters<typeof releaseOf>[0];
const judge = (facts: Facts): ExemptionVerdict => judgeExemption(releaseOf(facts), findLicence);
const conditionOf = (facts: Facts, id: ExemptionCondition) => judge(facts).conditions.find((each) => each.id === id)!;
const flop = (value: number, bound: 'exact' | 'at-least' | 'at-most' | 'estimate' = 'exact') => known({ flop: value, bound });
const text = known({ input: ['text' as const], output: ['text' as const] });
const weights = { 'parameters-final': released() };

describe('condition zero: a general-purpose model', () => {
  it.each([
    // The guidelines' own examples, paragraph 20 and before.
    ['text, 10^24', { modalities: text, trainingCompute: flop(1e24) }, 'met', 'compute-over-1e23'],
    ['text, 10^22', { modalities: text, trainingCompute: flop(1e22) }, 'not-met', 'compute-up-to-1e23'],
    ['transcription, as stated', { modalities: text, trainingCompute: flop(1e24), generalPurpose: known(false) }, 'not-met', 'general-purpose-denied'],
    ['chess, 10^24', { modalities: known({ input: ['action'], output: ['action'] }), trainingCompute: flop(1e24) }, 'not-met', 'modality-outside'],
    ['text to image, 10^24', { modalities: known({ input: ['text'], output: ['image'] }), trainingCompute: flop(1e24) }, 'met', 'compute-over-1e23'],
    ['image to image, 10^24', { modalities: known({ input: ['image'], output: ['image'] }), trainingCompute: flop(1e24) }, 'not-met', 'modality-outside'],
    ['code, 10^24', { modalities: known({ input: ['text'], output: ['code'] }), trainingCompute: flop(1e24) }, 'met', 'compute-over-1e23'],
    ['exactly 10^23', { modalities: text, trainingCompute: flop(1e23) }, 'not-met', 'compute-up-to-1e23'],
    ['audio, which may be speech', { modalities: known({ input: ['text'], output: ['audio'] }), trainingCompute: flop(1e24) }, 'unknown', 'modality-unknown'],
    ['no modality known', { trainingCompute: flop(1e24) }, 'unknown', 'modality-unknown'],
    ['no compute known', { modalities: text }, 'unknown', 'compute-unknown'],
    ['an estimate near the threshold', { modalities: text, trainingCompute: flop(1.2e23, 'estimate') }, 'unknown', 'compute-near-1e23'],
    ['nothing known', {}, 'unknown', 'compute-unknown'],
    ['stated', { generalPurpose: known(true) }, 'met', 'general-purpose-stated'],
    ['designated with systemic risk', { systemicRisk: known(true) }, 'met', 'systemic-risk-designated'],
    ['designated, yet denied', { systemicRisk: known(true), generalPurpose: known(false) }, 'unknown', 'general-purpose-facts-contradict'],
  ] as const)('%s', (_, facts, met, reason) => expect(conditionOf(facts as Facts, 'general-purpose')).toMatchObject({ met, reason }));
});

describe('a licence free and open in the guidelines\' sense', () => {
  it.each([
    ['apache-2.0', 'met', 'licence-free-and-open', undefined],
    ['cc-by-4.0', 'met', 'licence-free-and-open', undefined],
    ['rights', 'met', 'licence-free-and-open', undefined],
    ['cc-by-nc-4.0', 'not-met', 'licence-restricts', 'non-commercial'],
    ['llama-3.1-community', 'not-met', 'licence-restricts', 'user-cap'],
    ['rail', 'unknown', 'licence-use-terms', undefined],
    ['unread', 'unknown', 'licence-rights-unknown', undefined],
    ['gone', 'unknown', 'licence-rights-unknown', undefined],
    ['odd', 'unknown', 'licence-facts-contradict', undefined],
  ] as const)('%s', (id, met, reason, restriction) => {
    const condition = conditionOf({ components: { 'parameters-final': released(id) } }, 'licence');
    expect(condition).toMatchObject({ met, reason });
    expect(condition.args?.restriction).toBe(restriction);
  });

  it('is not known without a licence, and not met without a release', () => {
    expect(conditionOf({ components: weights }, 'licence')).toMatchObject({ met: 'unknown', reason: 'licence-unknown' });
    expect(conditionOf({ licences: { distribution: 'apache-2.0' }, components: { 'parameters-final': withheld } }, 'licence'))
      .toMatchObject({ met: 'not-met', reason: 'parameters-not-released' });
  });
});

describe('weights, architecture and usage information public', () => {
  const open = { ...weights, architecture: released() };
  it.each([
    ['all', { components: open, usageInformation: known('full') }, 'met', 'published', 'weights architecture usage'],
    ['usage in part', { components: open, usageInformation: known('partial') }, 'not-met', 'not-published', 'usage'],
    ['usage not known', { components: open }, 'unknown', 'publication-unknown', 'usage'],
    ['nothing known', {}, 'unknown', 'publication-unknown', 'weights architecture usage'],
    ['nothing public', { components: { 'parameters-final': withheld, 'architecture': withheld }, usageInformation: known('none') }, 'not-met', 'not-published', 'weights architecture usage'],
    ['a paper in the place of code', { components: { ...weights, 'architecture': withheld, 'research-paper': released() }, usageInformation: known('full') }, 'unknown', 'publication-unknown', 'architecture'],
  ] as const)('%s', (_, facts, met, reason, what) => expect(conditionOf(facts as Facts, 'published')).toMatchObject({ met, reason, args: { what } }));
});

it.each([[null, 'unknown', 'monetisation-unknown'], [true, 'not-met', 'monetised'], [false, 'met', 'not-monetised']] as const)(
  'monetised: %s', (value, met, reason) => expect(conditionOf({ monetised: value === null ? null : known(value) }, 'not-monetised')).toMatchObject({ met, reason }));

describe('no systemic risk', () => {
  it.each([
    ['no compute known', {}, 'unknown', 'compute-unknown'],
    ['not designated, no compute known', { systemicRisk: known(false) }, 'unknown', 'compute-unknown'],
    ['exactly 10^25', { trainingCompute: flop(1e25) }, 'met', 'compute-up-to-1e25'],
    ['above 10^25', { trainingCompute: flop(3.8e25) }, 'not-met', 'compute-over-1e25'],
    ['above 10^25, not designated', { trainingCompute: flop(3.8e25), systemicRisk: known(false) }, 'not-met', 'compute-over-1e25'],
    ['at least 10^24', { trainingCompute: flop(1e24, 'at-least') }, 'unknown', 'compute-unknown'],
    ['at least 2 10^25', { trainingCompute: flop(2e25, 'at-least') }, 'not-met', 'compute-over-1e25'],
    ['at most 10^25', { trainingCompute: flop(1e25, 'at-most') }, 'met', 'compute-up-to-1e25'],
    ['at most 10^26', { trainingCompute: flop(1e26, 'at-most') }, 'unknown', 'compute-unknown'],
    ['an estimate well below', { trainingCompute: flop(3.4e24, 'estimate') }, 'met', 'compute-up-to-1e25'],
    ['an estimate within 30 per cent below', { trainingCompute: flop(8e24, 'estimate') }, 'unknown', 'compute-near-1e25'],
    ['an estimate within 30 per cent above', { trainingCompute: flop(1.4e25, 'estimate') }, 'unknown', 'compute-near-1e25'],
    ['an estimate well above', { trainingCompute: flop(2e25, 'estimate') }, 'not-met', 'compute-over-1e25'],
    ['designated', { trainingCompute: flop(1e24), systemicRisk: known(true) }, 'not-met', 'systemic-risk-designated'],
  ] as const)('%s', (_, facts, met, reason) => expect(conditionOf(facts as Facts, 'no-systemic-risk')).toMatchObject({ met, reason }));

  it('says how much compute', () => expect(conditionOf({ trainingCompute: flop(3.8e25) }, 'no-systemic-risk').args).toEqual({ flop: '3.8e25' }));
});

describe('judgeExemption', () => {
  const open: Facts = {
    generalPurpose: known(true), licences: { distribution: 'apache-2.0' }, components: { ...weights, architecture: released() },
    usageInformation: known('full'), monetised: known(false), trainingCompute: flop(1e24),
  };
  const always = ['copyright-policy', 'training-content-summary'];
  const liftable = ['technical-documentation', 'downstream-information', 'authorised-representative'];

  it.each([
    ['all met', open, [5, 5, 0], always, liftable],
    ['one not known', { ...open, monetised: null }, [4, 5, 1], always, liftable],
    ['one not met', { ...open, monetised: known(true) }, [4, 5, 0], [...always, ...liftable], []],
    ['systemic risk', { ...open, systemicRisk: known(true) }, [4, 5, 0], [...always, ...liftable, 'systemic-risk'], []],
    ['no general-purpose model', { ...open, generalPurpose: known(false) }, [4, 5, 0], [], []],
    ['nothing known', {}, [0, 5, 5], always, liftable],
  ] as const)('%s', (_, facts, [met, of, unknown], stillDue, lifted) => {
    expect(judge(facts as Facts)).toMatchObject({ met, of, unknown, stillDue, lifted });
  });

  const anyRelease: fc.Arbitrary<Release> = fc.record({
    components: fc.dictionary(fc.constantFrom(...componentIds), fc.oneof(fc.constantFrom(released(), withheld, released('rail'), released('apache-2.0')))),
    licences: fc.dictionary(fc.constantFrom('distribution', 'data'), fc.constantFrom('apache-2.0', 'llama-3.1-community', 'rights', 'unread', 'odd')),
    usageInformation: fc.option(fc.constantFrom(...extents).map(known)),
    monetised: fc.option(fc.boolean().map(known)),
    generalPurpose: fc.option(fc.boolean().map(known)),
    systemicRisk: fc.option(fc.boolean().map(known)),
    modalities: fc.option(fc.constantFrom(text, known({ input: ['text'], output: ['audio'] }), known({ input: ['action'], output: ['action'] }))),
    trainingCompute: fc.option(fc.tuple(fc.constantFrom(1e22, 1e23, 1.2e23, 1e24, 9e24, 4e25), fc.constantFrom('exact', 'at-least', 'at-most', 'estimate')).map(([n, bound]) => flop(n, bound as 'exact'))),
  }).map((facts) => releaseOf(facts as Facts));
  const get = (record: unknown, field: string): unknown => field.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], record);
  const without = <T extends object>(record: T, field: string): T => {
    const [first, second] = field.split('.') as [keyof T & string, string?];
    return second === undefined ? { ...record, [first]: null } : { ...record, [first]: { ...(record[first] as object), [second]: null } };
  };

  it('names only facts that exist, and says something else once one is gone', () => {
    fc.assert(fc.property(anyRelease, (release) => {
      for (const condition of judgeExemption(release, findLicence).conditions) {
        for (const { record, field } of condition.facts) {
          const isOwn = record === release.id;
          expect(get(isOwn ? release : findLicence(record), field), `${condition.reason} ${field}`).toEqual(expect.anything());
          const after = isOwn
            ? judgeExemption(without(release, field), findLicence)
            : judgeExemption(release, (id) => (id === record ? without(findLicence(id)!, field) : findLicence(id)));
          expect(after.conditions.find(({ id }) => id === condition.id)).not.toEqual(condition);
        }
      }
    }), { numRuns: 300 });
  });

  it('never meets a condition on compute that is not known', () => {
    fc.assert(fc.property(anyRelease, (release) => {
      const { conditions } = judgeExemption({ ...release, trainingCompute: null }, findLicence);
      expect(conditions.find(({ id }) => id === 'no-systemic-risk')!.met).not.toBe('met');
    }));
  });
});
