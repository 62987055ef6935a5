/**
 * The tier of a release: open source AI, open weights, restricted weights, closed or unknown, by one published rule
 * (docs/judgement.md). Called by the compile step. It reads facts, never other people's verdicts, and where a fact that
 * the rule needs is missing it says unknown. Gating is a flag beside the tier and never moves it.
 */
import type { ComponentId } from '../data/schema/lists.ts';
import type { Release } from '../data/schema/record.ts';
import { judgeLicence, restrictionsOf, type LicenceFacts } from './judge-licence.ts';
import { resolveLicence, type ResolvedLicence } from './resolve-licence.ts';
import {
  tiers, type Condition, type FactRef, type LicenceTarget, type Met, type OsaidCondition, type ReasonArgs, type Tier, type TierReason,
  type TierSpread, type TierVerdict,
} from './types.ts';

export type FindLicence = (id: string) => LicenceFacts | undefined;

/**
 * Source code that OSAID 1.0 asks for: processing and filtering of data, training, validation and testing, inference and
 * architecture (https://opensource.org/ai/open-source-ai-definition, "Code"). Supporting libraries are asked for only
 * "if used", which no fact tells, so they are left out.
 */
const osaidCode = ['preprocessing-code', 'training-code', 'evaluation-code', 'inference-code', 'architecture'] as const satisfies readonly ComponentId[];

type Terms = { readonly open: boolean | null; readonly resolved: ResolvedLicence | null; readonly licence: LicenceFacts | undefined };

/** Terms of a component, as open as its licence is for that kind of content. */
const termsOf = (release: Release, component: ComponentId, target: LicenceTarget, licenceOf: FindLicence): Terms => {
  const resolved = resolveLicence(release, component);
  const licence = resolved === null ? undefined : licenceOf(resolved.id);
  return { resolved, licence, open: licence === undefined ? null : judgeLicence(licence).open[target] };
};

const licenceName = ({ licence, resolved }: Terms): string => licence?.name ?? resolved?.id ?? '';

/** Facts of the terms: what names the licence, and what the licence's own record says that decided. */
const termsFacts = ({ resolved, licence }: Terms): readonly FactRef[] => [
  ...(resolved === null ? [] : [resolved.fact]),
  ...(licence === undefined ? [] : judgeLicence(licence).reasons.flatMap(({ facts }) => facts)),
];

const unique = (facts: readonly FactRef[]): readonly FactRef[] =>
  facts.filter((fact, at) => facts.findIndex((other) => other.record === fact.record && other.field === fact.field) === at);

/**
 * The first day that a partial date can mean; a release dated after the days on which its facts were read was still
 * to come when they were read.
 */
const isStillToCome = (release: Release): boolean => {
  if (release.released === null) return false;
  const first = `${release.released.value}-01-01`.slice(0, 10);
  const weights = release.components['parameters-final'];
  return first > release.released.checked && (weights == null || first > weights.checked);
};

const judgeDataInformation = (release: Release, licenceOf: FindLicence): Condition<OsaidCondition> => {
  const ref = (field: string): FactRef => ({ record: release.id, field });
  const condition = (met: Met, reason: Condition['reason'], facts: readonly FactRef[], args?: ReasonArgs): Condition<OsaidCondition> =>
    ({ id: 'data-information', met, reason, facts: unique(facts), ...(args === undefined ? {} : { args }) });
  const information = release.dataInformation?.value;
  const datasets = release.components.datasets?.value;
  const card = release.components['data-card']?.value;

  if (information === 'none' && datasets === 'released') {
    return condition('unknown', 'data-facts-contradict', [ref('dataInformation'), ref('components.datasets')]);
  }
  if (information === 'none' || information === 'partial') {
    return condition('not-met', `data-information-${information}`, [ref('dataInformation')]);
  }
  const terms = termsOf(release, 'data-card', 'document', licenceOf);
  if (information === undefined) {
    // Nobody says how much the information tells, but data that are there to read, with a card that may be read, tell enough.
    return datasets === 'released' && card === 'released' && terms.open
      ? condition('met', 'data-released', [ref('components.datasets'), ref('components.data-card'), ...termsFacts(terms)], { licence: licenceName(terms) })
      : condition('unknown', 'data-information-unknown', []);
  }
  const facts = [ref('dataInformation'), ...termsFacts(terms)];
  if (terms.open === null) return condition('unknown', 'data-terms-unknown', facts);
  const args = { licence: licenceName(terms) };
  return terms.open ? condition('met', 'data-information-full', facts, args) : condition('not-met', 'data-terms-not-open', facts, args);
};

const judgeCode = (release: Release, licenceOf: FindLicence): Condition<OsaidCondition> => {
  const parts = osaidCode.map((id) => ({ id, state: release.components[id]?.value, terms: termsOf(release, id, 'code', licenceOf) }));
  const condition = (met: Met, reason: Condition['reason'], of: typeof parts, args?: ReasonArgs): Condition<OsaidCondition> => {
    const facts = unique(of.flatMap(({ id, state, terms }) => [
      ...(state === undefined ? [] : [{ record: release.id, field: `components.${id}` }]),
      ...(state === 'released' ? termsFacts(terms) : []),
    ]));
    return { id: 'code', met, reason, facts, args: { components: of.map(({ id }) => id).join(' '), ...args } };
  };
  const missing = parts.filter(({ state }) => state === 'not-released' || state === 'partly');
  if (missing.length > 0) return condition('not-met', 'code-not-released', missing);
  const notOpen = parts.filter(({ state, terms }) => state === 'released' && terms.open === false);
  if (notOpen.length > 0) return condition('not-met', 'code-not-open', notOpen, { licence: licenceName(notOpen[0]!.terms) });
  const unknown = parts.filter(({ state }) => state === undefined);
  if (unknown.length > 0) return condition('unknown', 'code-unknown', unknown);
  const unlicensed = parts.filter(({ terms }) => terms.open === null);
  if (unlicensed.length > 0) return condition('unknown', 'code-licence-unknown', unlicensed);
  return condition('met', 'code-open', parts);
};

const judgeParameters = (release: Release, licenceOf: FindLicence): Condition<OsaidCondition> => {
  const state = release.components['parameters-final']?.value;
  const own: FactRef = { record: release.id, field: 'components.parameters-final' };
  const condition = (met: Met, reason: Condition['reason'], facts: readonly FactRef[], args?: ReasonArgs): Condition<OsaidCondition> =>
    ({ id: 'parameters', met, reason, facts: unique(facts), ...(args === undefined ? {} : { args }) });
  if (isStillToCome(release)) return condition('unknown', 'not-yet-released', [{ record: release.id, field: 'released' }]);
  if (state === undefined) return condition('unknown', 'parameters-unknown', []);
  if (state === 'not-released') return condition('not-met', 'parameters-not-released', [own]);
  if (state === 'partly') return condition('not-met', 'parameters-partly', [own]);
  const terms = termsOf(release, 'parameters-final', 'weights', licenceOf);
  const facts = [own, ...termsFacts(terms)];
  if (terms.open === null) return condition('unknown', 'parameters-licence-unknown', facts);
  const licence = licenceName(terms);
  if (terms.open) return condition('met', 'parameters-open', facts, { licence });
  return condition('not-met', 'parameters-restricted', facts, { licence, restriction: restrictionsOf(terms.licence!)[0]! });
};

/**
 * Judges a release. The steps, the first that applies deciding:
 * 1. its date was still to come when the facts were read: unknown;
 * 2. final parameters not known, or released in part: unknown; not released: closed;
 * 3. their licence not known, not recorded, not reviewed by anybody, or contradictory: unknown;
 * 4. that licence restricts use or users: restricted weights;
 * 5. all three conditions of our reading of OSAID 1.0 met: open source AI; otherwise: open weights.
 *
 * OSAID 1.0 (https://opensource.org/ai/open-source-ai-definition) asks for data information, complete code and parameters,
 * each under OSI-approved terms. The OSI certifies no model, so "met" is our reading of published facts. A licence that is
 * open for the content (judge-licence.ts) counts as such terms: the definition itself leaves open which legal instrument
 * frees parameters.
 */
export const judgeTier = (release: Release, licenceOf: FindLicence): TierVerdict => {
  const osaid = [judgeDataInformation(release, licenceOf), judgeCode(release, licenceOf), judgeParameters(release, licenceOf)];
  const parameters = osaid[2]!;
  const verdict = (tier: Tier, because: TierReason, facts: readonly FactRef[], args?: ReasonArgs): TierVerdict =>
    ({ tier, because, gated: release.gated?.value ?? null, osaid, facts: unique(facts), ...(args === undefined ? {} : { args }) });

  switch (parameters.reason) {
    case 'not-yet-released': return verdict('unknown', 'not-yet-released', parameters.facts, { date: release.released!.value });
    case 'parameters-unknown': return verdict('unknown', 'weights-unknown', []);
    case 'parameters-not-released': return verdict('closed', 'weights-not-released', parameters.facts);
    case 'parameters-partly': return verdict('unknown', 'weights-partly', parameters.facts);
    case 'parameters-restricted': return verdict('restricted-weights', 'weights-restricted', parameters.facts, parameters.args);
    case 'parameters-licence-unknown': {
      const terms = termsOf(release, 'parameters-final', 'weights', licenceOf);
      if (terms.resolved === null) return verdict('unknown', 'licence-unknown', parameters.facts);
      const args = { licence: licenceName(terms) };
      if (terms.licence === undefined) return verdict('unknown', 'licence-not-recorded', parameters.facts, args);
      const isContradictory = judgeLicence(terms.licence).reasons.some(({ reason }) => reason === 'contradictory');
      return verdict('unknown', isContradictory ? 'licence-contradictory' : 'licence-not-reviewed', parameters.facts, args);
    }
  }
  const count = (met: Met): number => osaid.filter((condition) => condition.met === met).length;
  const args: ReasonArgs = { ...parameters.args, met: String(count('met')), unknown: String(count('unknown')), of: String(osaid.length) };
  if (count('met') === osaid.length) return verdict('open-source', 'osaid-met', osaid.flatMap(({ facts }) => facts), args);
  if (count('not-met') === 0) return verdict('open-weights', 'osaid-not-known', parameters.facts, args);
  const against = osaid.filter(({ met }) => met === 'not-met').flatMap(({ facts }) => facts);
  return verdict('open-weights', 'osaid-not-met', [...parameters.facts, ...against], args);
};

/** A family's releases by tier, most open first. `common` is `null` where they differ or there is none. */
export const spreadOf = (verdicts: readonly Pick<TierVerdict, 'tier'>[]): TierSpread => {
  const counted = tiers
    .map((tier) => [tier, verdicts.filter((verdict) => verdict.tier === tier).length] as const)
    .filter(([, count]) => count > 0);
  return { counts: Object.fromEntries(counted), common: counted.length === 1 ? counted[0]![0] : null };
};
