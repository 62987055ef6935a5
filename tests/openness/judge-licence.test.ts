import { describe, expect, it } from 'vitest';
import { judgeLicence } from '../../openness/judge-licence.ts';
import { findLicence, known, licenceOf } from './records.ts';

const judge = (id: string) => judgeLicence(findLicence(id)!);
const reasonsOf = (id: string): readonly string[] => judge(id).reasons.map(({ reason }) => reason);
const all = (open: boolean | null) => ({ code: open, weights: open, data: open, document: open });

describe('judgeLicence', () => {
  it.each([
    ['apache-2.0', all(true), ['osi-approved', 'fsf-free']],
    ['cc-by-4.0', { ...all(true), code: null }, ['fsf-free', 'open-definition', 'not-for-code']],
    ['cc-by-nc-4.0', all(false), ['non-commercial']],
    ['llama-3.1-community', all(false), ['user-cap', 'field-of-use']],
    ['rail', all(false), ['field-of-use']],
    ['unread', all(null), ['not-reviewed']],
    ['odd', all(null), ['osi-approved', 'non-commercial', 'contradictory']],
    ['rights', all(null), ['not-reviewed']],
  ])('%s', (id, open, reasons) => {
    expect(judge(id).open).toEqual(open);
    expect(reasonsOf(id)).toEqual(reasons);
  });

  it('takes OpenMDW as open for all of a model', () => {
    const verdict = judgeLicence(licenceOf({ id: 'openmdw-1.0', osiApproved: known(false) }));
    expect(verdict.open).toEqual(all(true));
    expect(verdict.reasons).toEqual([{ reason: 'openmdw', facts: [{ record: 'openmdw-1.0', field: 'id' }] }]);
  });

  it('does not know whether a licence that only the Open Definition accepts is open for code', () => {
    expect(judgeLicence(licenceOf({ id: 'odc-by-1.0', openDefinition: known(true) })).open).toEqual({ ...all(true), code: null });
  });

  it('names no derivatives and no redistribution', () => {
    const verdict = judgeLicence(licenceOf({ id: 'x', derivatives: known(false), redistribution: known(false) }));
    expect(verdict.reasons.map(({ reason }) => reason)).toEqual(['no-derivatives', 'no-redistribution']);
  });

  it.each([
    ['not known', null, null],
    ['no limit', known({ applies: false }), false],
    ['the Union', known({ applies: true, excludes: ['EU', 'GB'] }), true],
    ['another country', known({ applies: true, excludes: ['GB'] }), false],
    ['countries not named', known({ applies: true }), null],
  ])('says whether the European Union is left out: %s', (_, territory, excludesEu) => {
    expect(judgeLicence(licenceOf({ id: 'x', territory })).excludesEu).toBe(excludesEu);
  });
});
