import { describe, expect, it } from 'vitest';
import { osaiDimensions } from '../../data/schema/lists.ts';
import { findDisagreements, type Assessed } from '../../openness/find-disagreements.ts';
import type { MofVerdict, Tier, TierVerdict } from '../../openness/types.ts';

const tierOf = (tier: Tier): TierVerdict => ({ tier, because: 'osaid-not-known', args: { licence: 'Some Licence' }, gated: null, osaid: [], facts: [] });
const mofOf = (mofClass: MofVerdict['class'], unknown: MofVerdict['unknown'] = ['datasets']): MofVerdict =>
  ({ class: mofClass, progress: { I: 0, II: 0, III: 0 }, missing: [], notOpen: [], unknown, conditional: [] });
const mot = (mofClass: MofVerdict['class']): Assessed => ({ by: 'mot', mof: mofOf(mofClass), asOf: '2025-05-30' });
const osai = (score: number, closed: readonly (typeof osaiDimensions)[number][] = []): Assessed => ({
  by: 'osai', score, dimensions: Object.fromEntries(osaiDimensions.map((id) => [id, closed.includes(id) ? 'closed' : 'open'])) as Extract<Assessed, { by: 'osai' }>['dimensions'],
});
const reasons = (tier: Tier, assessments: readonly Assessed[], mof = mofOf(null)): readonly string[] =>
  findDisagreements(tierOf(tier), mof, assessments).map(({ reason }) => reason);

describe('findDisagreements', () => {
  it.each([
    ['nobody else says anything', 'open-weights', [], []],
    ['all agree', 'open-source', [mot('I'), osai(1), { by: 'osi', draft: '0.0.9', outcome: 'passed' }], []],
    ['a class for licences, an index that misses the data', 'open-weights', [mot('III'), osai(0.6, ['datasources_basemodel'])], ['mof-without-data']],
    ['an open licence, an index that misses the data', 'open-weights', [osai(0.4, ['datasources_basemodel'])], ['osai-counts-data']],
    ['a class that asks for data, an index that misses them', 'unknown', [mot('I'), osai(0.8, ['datasources_basemodel'])], ['osai-counts-data']],
    ['a restrictive licence, a high score', 'restricted-weights', [osai(0.5)], ['osai-outweighs-licence']],
    ['a restrictive licence, a low score', 'restricted-weights', [osai(0.4, ['datasources_basemodel'])], []],
    ['open weights that the index finds closed', 'open-weights', [osai(0.5, ['weights_endmodel'])], ['osai-reads-weights-otherwise']],
    ['closed weights that the index finds open', 'closed', [osai(0.2)], ['osai-reads-weights-otherwise']],
    ['an open licence, no class', 'open-weights', [mot(null)], ['mof-needs-documents']],
    ['a draft passed', 'open-weights', [{ by: 'osi', draft: '0.0.9', outcome: 'passed' }], ['osi-passed-a-draft']],
    ['a draft not passed', 'open-source', [{ by: 'osi', draft: '0.0.9', outcome: 'did-not-pass' }], ['osi-did-not-pass-a-draft']],
    ['a draft not passed, as we say', 'restricted-weights', [{ by: 'osi', draft: '0.0.9', outcome: 'did-not-pass' }], []],
  ] as const)('%s', (_, tier, assessments, expected) => expect(reasons(tier, assessments)).toEqual(expected));

  it('compares the two computations of the class only where our own facts are whole', () => {
    expect(reasons('unknown', [mot('III')], mofOf(null, []))).toEqual(['mof-of-another-date']);
    expect(reasons('unknown', [mot('III')], mofOf(null))).toEqual([]);
    expect(findDisagreements(tierOf('unknown'), mofOf('II', []), [mot('III')]))
      .toEqual([{ reason: 'mof-of-another-date', args: { class: 'III', other: 'II', date: '2025-05-30' } }]);
  });

  it('names what the sentence needs', () => {
    expect(findDisagreements(tierOf('restricted-weights'), mofOf(null), [osai(0.75)]))
      .toEqual([{ reason: 'osai-outweighs-licence', args: { score: '0.75', licence: 'Some Licence' } }]);
  });
});
