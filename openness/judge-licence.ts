/**
 * What a licence amounts to: open or not, for code, weights, data and documents, and why. Called by the compile step for
 * the card of a licence, and by judge-tier.ts and judge-exemption.ts. It reads the record's facts and no licence text.
 * It never concludes "open" from the absence of restrictions: some body must have said so.
 */
import type { Licence } from '../data/schema/record.ts';
import type { FactRef, LicenceReason, LicenceTarget, LicenceVerdict } from './types.ts';

/** The facts of a licence record that the judgements read. */
export type LicenceFacts = Pick<
  Licence,
  | 'id' | 'name' | 'spdx' | 'madeFor' | 'osiApproved' | 'fsfFree' | 'openDefinition' | 'commercialUse' | 'derivatives'
  | 'redistribution' | 'userCap' | 'fieldOfUse' | 'territory'
>;

/** Reasons that speak against openness, in the order in which a sentence names the first. */
export const restrictions = [
  'non-commercial', 'user-cap', 'field-of-use', 'territory', 'no-derivatives', 'no-redistribution',
] as const satisfies readonly LicenceReason[];
export type Restriction = (typeof restrictions)[number];

/**
 * The restrictions that a licence's facts name. Each is one that the Open Source Definition rules out: 1 (free
 * redistribution), 3 (derived works), 5 (persons and groups), 6 (fields of endeavour), https://opensource.org/osd
 */
export const restrictionsOf = (licence: LicenceFacts): readonly Restriction[] => {
  const applies: Readonly<Record<Restriction, boolean | undefined>> = {
    'non-commercial': licence.commercialUse?.value === false,
    'user-cap': licence.userCap?.value.applies,
    'field-of-use': licence.fieldOfUse?.value.applies,
    'territory': licence.territory?.value.applies,
    'no-derivatives': licence.derivatives?.value === false,
    'no-redistribution': licence.redistribution?.value === false,
  };
  return restrictions.filter((reason) => applies[reason]);
};

const fieldOf = {
  'osi-approved': 'osiApproved', 'fsf-free': 'fsfFree', 'open-definition': 'openDefinition', 'openmdw': 'id',
  'user-cap': 'userCap', 'field-of-use': 'fieldOfUse', 'non-commercial': 'commercialUse', 'territory': 'territory',
  'no-derivatives': 'derivatives', 'no-redistribution': 'redistribution', 'not-for-code': 'madeFor',
} as const;

/**
 * Who accepts the licence as open: OSI (https://opensource.org/licenses), FSF (https://www.gnu.org/licenses/license-list.html),
 * the Open Definition (https://opendefinition.org/licenses), or that it is OpenMDW, which was written to grant all rights
 * in a model's materials (https://openmdw.ai/license) and which the Model Openness Tool accepts.
 */
export const acceptancesOf = (licence: LicenceFacts): readonly ('osi-approved' | 'fsf-free' | 'open-definition' | 'openmdw')[] => [
  ...(licence.osiApproved?.value ? ['osi-approved' as const] : []),
  ...(licence.fsfFree?.value ? ['fsf-free' as const] : []),
  ...(licence.openDefinition?.value ? ['open-definition' as const] : []),
  ...(licence.id.startsWith('openmdw-') ? ['openmdw' as const] : []),
];

/**
 * Judges a licence. Open where a body accepts it and no fact restricts it; not open where a fact restricts it; otherwise,
 * or where facts say both, not known. For code, somebody must accept it as a software licence: where the OSI does not and
 * the licence was made for content, or only the Open Definition accepts it, it is not known whether it is open for code
 * (Creative Commons advises against that use of its own licences, https://creativecommons.org/faq). The European Union is
 * left out where the territory fact excludes "EU".
 */
export const judgeLicence = (licence: LicenceFacts): LicenceVerdict => {
  const ref = (field: string): FactRef => ({ record: licence.id, field });
  const accepted = acceptancesOf(licence);
  const restricted = restrictionsOf(licence);
  const reasons = [...accepted, ...restricted].map((reason) => ({ reason: reason as LicenceReason, facts: [ref(fieldOf[reason])] }));
  const excludesEu = excludesEuOf(licence);
  const all = (open: boolean | null): Record<LicenceTarget, boolean | null> => ({ code: open, weights: open, data: open, document: open });

  if (accepted.length > 0 && restricted.length > 0) {
    return { open: all(null), reasons: [...reasons, { reason: 'contradictory', facts: reasons.flatMap((each) => each.facts) }], excludesEu };
  }
  if (restricted.length > 0) return { open: all(false), reasons, excludesEu };
  if (accepted.length === 0) {
    const judged = (['osiApproved', 'fsfFree', 'openDefinition'] as const).filter((field) => licence[field] != null);
    return { open: all(null), reasons: [{ reason: 'not-reviewed', facts: judged.map(ref) }], excludesEu };
  }
  if (accepted.includes('osi-approved') || accepted.includes('openmdw')) return { open: all(true), reasons, excludesEu };
  const madeFor = licence.madeFor?.value;
  if (madeFor !== undefined && !madeFor.includes('code')) {
    return { open: { ...all(true), code: null }, reasons: [...reasons, { reason: 'not-for-code', facts: [ref('madeFor')] }], excludesEu };
  }
  return { open: { ...all(true), code: accepted.includes('fsf-free') ? true : null }, reasons, excludesEu };
};

const excludesEuOf = ({ territory }: LicenceFacts): boolean | null => {
  if (territory == null) return null;
  if (!territory.value.applies) return false;
  return territory.value.excludes?.includes('EU') ?? null;
};
