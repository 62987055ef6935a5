/**
 * How far published facts meet the conditions under which the EU AI Act spares providers of open models some duties. Called
 * by the compile step. It counts conditions; it never says that a provider is exempt, which is for a lawyer and the facts of
 * the day. Article 2(12) concerns systems, Article 25(4) components: neither is judged here.
 *
 * Sources: Regulation (EU) 2024/1689 (https://eur-lex.europa.eu/eli/reg/2024/1689/oj), Articles 51, 53(2), 54(6), recitals
 * 102 to 104; Commission guidelines on general-purpose AI models, C(2025) 5045 final of 2025-07-18, called "guidelines"
 * below, paragraphs 17 to 20, 28, 73 to 91 and 123. Regulation (EU) 2026/1744 leaves Articles 51 to 55 as they were.
 */
import type { Release } from '../data/schema/record.ts';
import { acceptancesOf, restrictionsOf, type Restriction } from './judge-licence.ts';
import type { FindLicence } from './judge-tier.ts';
import { resolveLicence } from './resolve-licence.ts';
import type {
  Condition, ConditionReason, ExemptionCondition, ExemptionDuty, ExemptionVerdict, FactRef, Met, PublishedPart, ReasonArgs,
} from './types.ts';

/** Guidelines, paragraph 17: above this much training compute a model is likely to be general-purpose. */
const generalPurposeFlop = 1e23;
/** Article 51(2): above this much cumulative training compute systemic risk is presumed. */
const systemicRiskFlop = 1e25;
/** Guidelines, paragraph 123: an estimate is to be right within 30 per cent of itself; nearer to a threshold it decides nothing. */
const estimateMargin = 0.3;

type Build = (met: Met, reason: ConditionReason, fields: readonly string[], args?: ReasonArgs, more?: readonly FactRef[]) => Condition<ExemptionCondition>;

const builder = (release: Release, id: ExemptionCondition): Build => (met, reason, fields, args, more = []) => ({
  id, met, reason, ...(args === undefined ? {} : { args }), facts: [...fields.map((field) => ({ record: release.id, field })), ...more],
});

/** Which side of a threshold the training compute lies on. */
const compare = (release: Release, threshold: number): 'over' | 'up-to' | 'near' | 'unknown' => {
  if (release.trainingCompute == null) return 'unknown';
  const { flop, bound } = release.trainingCompute.value;
  const margin = bound === 'estimate' ? estimateMargin : 0;
  if (bound !== 'at-most' && flop * (1 - margin) > threshold) return 'over';
  if (bound !== 'at-least' && flop * (1 + margin) <= threshold) return 'up-to';
  return bound === 'estimate' ? 'near' : 'unknown';
};

/** What a computation's fields and words are: none where it is not known at all. */
const computeOf = (release: Release): { fields: readonly string[]; args?: ReasonArgs } =>
  release.trainingCompute == null ? { fields: [] } : { fields: ['trainingCompute'], args: { flop: release.trainingCompute.value.flop.toExponential().replace('e+', 'e') } };

/**
 * Condition zero. As a source states; else by the guidelines' indicative criterion (paragraph 17): more than 10^23 FLOP, and
 * it generates language (text or speech, code included), or images or video from text. Paragraph 20 lets exceptions be, so a
 * stated fact goes first. Only a general-purpose model can be one with systemic risk (Article 51(1)).
 */
const judgeGeneralPurpose = (release: Release): Condition<ExemptionCondition> => {
  const build = builder(release, 'general-purpose');
  const isStated = release.generalPurpose?.value;
  if (release.systemicRisk?.value === true) {
    return isStated === false
      ? build('unknown', 'general-purpose-facts-contradict', ['generalPurpose', 'systemicRisk'])
      : build('met', 'systemic-risk-designated', ['systemicRisk']);
  }
  if (isStated !== undefined) return build(isStated ? 'met' : 'not-met', isStated ? 'general-purpose-stated' : 'general-purpose-denied', ['generalPurpose']);

  const { fields, args } = computeOf(release);
  const compute = compare(release, generalPurposeFlop);
  const made = release.modalities?.value;
  const isLanguage = made?.output.some((output) => output === 'text' || output === 'code' || output === 'speech');
  const isFromText = made?.input.includes('text') && made.output.some((output) => output === 'image' || output === 'video');
  const mayBeSpeech = made?.output.includes('audio');
  if (compute === 'up-to') return build('not-met', 'compute-up-to-1e23', fields, args);
  if (made !== undefined && !isLanguage && !isFromText && !mayBeSpeech) return build('not-met', 'modality-outside', ['modalities']);
  if (compute === 'near') return build('unknown', 'compute-near-1e23', fields, args);
  if (compute === 'unknown') return build('unknown', 'compute-unknown', fields);
  if (!isLanguage && !isFromText) return build('unknown', 'modality-unknown', made === undefined ? fields : [...fields, 'modalities'], args);
  return build('met', 'compute-over-1e23', [...fields, 'modalities'], args);
};

/**
 * A free and open-source licence in the guidelines' sense: rights to access, use, modify and redistribute, of which not one
 * may be missing (paragraph 78); no limit to non-commercial use, to a number of users or by separate commercial licences, no
 * ban on distribution (83); nobody left out unfairly, such as by country (79). Terms on fields of use may stand if they are
 * proportionate safety terms (84): that is not for a table to say, so they give unknown. A licence that OSI, FSF or the Open
 * Definition accepts grants the four rights.
 */
const judgeLicenceCondition = (release: Release, licenceOf: FindLicence): Condition<ExemptionCondition> => {
  const build = builder(release, 'licence');
  const weights = release.components['parameters-final'];
  if (weights?.value === 'not-released') return build('not-met', 'parameters-not-released', ['components.parameters-final']);
  const resolved = resolveLicence(release, 'parameters-final');
  if (resolved === null) return build('unknown', 'licence-unknown', []);
  const licence = licenceOf(resolved.id);
  if (licence === undefined) return build('unknown', 'licence-rights-unknown', [], { licence: resolved.id }, [resolved.fact]);

  const args = { licence: licence.name };
  const from = (...fields: readonly string[]): readonly FactRef[] => [resolved.fact, ...fields.map((field) => ({ record: licence.id, field }))];
  const fieldOf = {
    'non-commercial': 'commercialUse', 'user-cap': 'userCap', 'field-of-use': 'fieldOfUse', 'territory': 'territory',
    'no-derivatives': 'derivatives', 'no-redistribution': 'redistribution',
  } as const satisfies Record<Restriction, string>;
  const acceptanceFieldOf = { 'osi-approved': 'osiApproved', 'fsf-free': 'fsfFree', 'open-definition': 'openDefinition', 'openmdw': 'id' } as const;
  const restricted = restrictionsOf(licence);
  const accepted = acceptancesOf(licence);
  if (accepted.length > 0 && restricted.length > 0) {
    const fields = [...accepted.map((each) => acceptanceFieldOf[each]), ...restricted.map((each) => fieldOf[each])];
    return build('unknown', 'licence-facts-contradict', [], args, from(...fields));
  }
  const disqualifying = restricted.filter((each) => each !== 'field-of-use');
  if (disqualifying.length > 0) {
    return build('not-met', 'licence-restricts', [], { ...args, restriction: disqualifying[0]! }, from(...disqualifying.map((each) => fieldOf[each])));
  }
  if (restricted.length > 0) return build('unknown', 'licence-use-terms', [], args, from('fieldOfUse'));
  if (accepted.length > 0) return build('met', 'licence-free-and-open', [], args, from(...accepted.map((each) => acceptanceFieldOf[each])));
  const rights = Object.values(fieldOf);
  const known = rights.filter((field) => licence[field] != null);
  return known.length === rights.length
    ? build('met', 'licence-free-and-open', [], args, from(...known))
    : build('unknown', 'licence-rights-unknown', [], args, from(...known));
};

/**
 * Weights, information on the architecture and information on usage are public (Article 53(2); guidelines, paragraphs 90 and
 * 91). Released code of the architecture tells it; where the code is not released but a paper or report is, that may tell it.
 */
const judgePublished = (release: Release): Condition<ExemptionCondition> => {
  const build = builder(release, 'published');
  const { components } = release;
  const architecture = components.architecture?.value;
  const papers = (['technical-report', 'research-paper'] as const).filter((id) => components[id]?.value === 'released');
  const usage = release.usageInformation?.value;
  const parts: readonly { part: PublishedPart; isPublic: boolean | null; fields: readonly string[] }[] = [
    {
      part: 'weights',
      isPublic: components['parameters-final'] == null ? null : components['parameters-final'].value === 'released',
      fields: components['parameters-final'] == null ? [] : ['components.parameters-final'],
    },
    {
      part: 'architecture',
      isPublic: architecture === 'released' ? true : architecture === undefined || papers.length > 0 ? null : false,
      fields: [...(architecture === undefined ? [] : ['components.architecture']), ...(architecture === 'released' ? [] : papers.map((id) => `components.${id}`))],
    },
    {
      part: 'usage',
      isPublic: usage === undefined ? null : usage === 'full',
      fields: usage === undefined ? [] : ['usageInformation'],
    },
  ];
  const of = (isPublic: boolean | null): { fields: readonly string[]; args: ReasonArgs } => {
    const those = parts.filter((each) => each.isPublic === isPublic);
    return { fields: those.flatMap(({ fields }) => fields), args: { what: those.map(({ part }) => part).join(' ') } };
  };
  if (parts.some(({ isPublic }) => isPublic === false)) return build('not-met', 'not-published', of(false).fields, of(false).args);
  if (parts.some(({ isPublic }) => isPublic === null)) return build('unknown', 'publication-unknown', of(null).fields, of(null).args);
  return build('met', 'published', of(true).fields, of(true).args);
};

/** Recital 103 and guidelines, paragraphs 85 to 89: neither a price nor another way of monetising the model itself. */
const judgeMonetisation = (release: Release): Condition<ExemptionCondition> => {
  const build = builder(release, 'not-monetised');
  if (release.monetised == null) return build('unknown', 'monetisation-unknown', []);
  return release.monetised.value ? build('not-met', 'monetised', ['monetised']) : build('met', 'not-monetised', ['monetised']);
};

/**
 * No systemic risk: neither designated nor notified (Articles 51(1) and 52), nor above 10^25 FLOP, which presumes it
 * (Article 51(2)). Unknown compute is never "met".
 */
const judgeSystemicRisk = (release: Release): Condition<ExemptionCondition> => {
  const build = builder(release, 'no-systemic-risk');
  if (release.systemicRisk?.value === true) return build('not-met', 'systemic-risk-designated', ['systemicRisk']);
  const { fields, args } = computeOf(release);
  switch (compare(release, systemicRiskFlop)) {
    case 'over': return build('not-met', 'compute-over-1e25', fields, args);
    case 'up-to': return build('met', 'compute-up-to-1e25', fields, args);
    case 'near': return build('unknown', 'compute-near-1e25', fields, args);
    case 'unknown': return build('unknown', 'compute-unknown', fields);
  }
};

/** Guidelines, paragraph 75, and recital 104: a licence lifts neither. */
const always = ['copyright-policy', 'training-content-summary'] as const satisfies readonly ExemptionDuty[];
/** Guidelines, paragraph 73: Article 53(1)(a), 53(1)(b) and 54. */
const liftable = ['technical-documentation', 'downstream-information', 'authorised-representative'] as const satisfies readonly ExemptionDuty[];

/**
 * Judges the conditions of Articles 53(2) and 54(6), and says which duties of Articles 53 to 55 stay due as the facts stand.
 * Duties that all conditions together would lift are `lifted` while none of them is known not to be met.
 */
export const judgeExemption = (release: Release, licenceOf: FindLicence): ExemptionVerdict => {
  const conditions = [
    judgeGeneralPurpose(release), judgeLicenceCondition(release, licenceOf), judgePublished(release), judgeMonetisation(release), judgeSystemicRisk(release),
  ];
  const [generalPurpose, , , , noSystemicRisk] = conditions;
  const count = (met: Met): number => conditions.filter((condition) => condition.met === met).length;
  const isOutside = generalPurpose!.met === 'not-met';
  const canLift = count('not-met') === 0;
  return {
    conditions,
    met: count('met'),
    of: conditions.length,
    unknown: count('unknown'),
    stillDue: isOutside ? [] : [...always, ...(canLift ? [] : liftable), ...(noSystemicRisk!.met === 'not-met' ? ['systemic-risk' as const] : [])],
    lifted: canLift ? liftable : [],
  };
};
