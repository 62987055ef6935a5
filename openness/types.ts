/**
 * What openness/ answers with. Every answer is plain data, names the facts that it rests on and can be stored on a card.
 * Words for people are not made here: conditions and reasons are ids, which the interface translates.
 */
import type { ComponentId, ContentType, LawState, DateMeaning, MofClass } from '../data/schema/lists.ts';

/** A fact that a judgement rests on: the record, and the field in it, such as `components.datasets`. */
export interface FactRef {
  readonly record: string;
  readonly field: string;
}

export type Met = 'met' | 'not-met' | 'unknown';

/**
 * Values that a reason's words need. The keys are a closed list:
 * `licence` a licence's name as printed; `restriction` one of `licenceReasons`; `components` ids of `componentIds` and
 * `what` ids of `publishedParts`, both joined by single spaces; `flop` a number such as `3.8e25`; `met`, `unknown` and
 * `of` counts; `date` a partial date; `score` 0 to 1; `class` and `other` a MOF class or empty for none; `tier` one of
 * `tiers`; `draft` the name of a draft as printed.
 */
export type ReasonArgs = Readonly<Partial<Record<
  'licence' | 'restriction' | 'components' | 'what' | 'flop' | 'met' | 'unknown' | 'of' | 'date' | 'score' | 'class' | 'other' | 'tier' | 'draft',
  string
>>>;

/** Why a condition is met, not met or not known. docs/judgement.md gives a sentence for each. */
export const conditionReasons = [
  // Our reading of OSAID 1.0: data information
  'data-information-full', 'data-released', 'data-information-partial', 'data-information-none', 'data-information-unknown',
  'data-terms-not-open', 'data-terms-unknown', 'data-facts-contradict',
  // code
  'code-open', 'code-not-released', 'code-not-open', 'code-licence-unknown', 'code-unknown',
  // parameters
  'parameters-open', 'parameters-not-released', 'parameters-partly', 'parameters-restricted', 'parameters-licence-unknown',
  'parameters-unknown', 'not-yet-released',
  // AI Act, condition zero
  'general-purpose-stated', 'general-purpose-denied', 'compute-over-1e23', 'compute-up-to-1e23', 'compute-near-1e23',
  'compute-unknown', 'modality-outside', 'modality-unknown', 'general-purpose-facts-contradict',
  // licence in the guidelines' sense
  'licence-free-and-open', 'licence-restricts', 'licence-use-terms', 'licence-rights-unknown', 'licence-unknown',
  'licence-facts-contradict',
  // weights, architecture and usage information
  'published', 'not-published', 'publication-unknown',
  // monetisation
  'not-monetised', 'monetised', 'monetisation-unknown',
  // systemic risk
  'compute-up-to-1e25', 'compute-over-1e25', 'compute-near-1e25', 'systemic-risk-designated',
] as const;
export type ConditionReason = (typeof conditionReasons)[number];

/** What Article 53(2) wants public. */
export const publishedParts = ['weights', 'architecture', 'usage'] as const;
export type PublishedPart = (typeof publishedParts)[number];

/** One condition of a rule: whether it is met, why, and the facts that say so. */
export interface Condition<Id extends string = string> {
  readonly id: Id;
  readonly met: Met;
  /** i18n key suffix of the one-line reason. */
  readonly reason: ConditionReason;
  readonly args?: ReasonArgs;
  readonly facts: readonly FactRef[];
}

export const tiers = ['open-source', 'open-weights', 'restricted-weights', 'closed', 'unknown'] as const;
/** Our derived verdict on a model. */
export type Tier = (typeof tiers)[number];

export const licenceTargets = ['code', 'weights', 'data', 'document'] as const;
export type LicenceTarget = (typeof licenceTargets)[number];

/** Why a licence counts as open, or does not. */
export const licenceReasons = [
  'osi-approved', 'fsf-free', 'open-definition', 'openmdw',
  'user-cap', 'field-of-use', 'non-commercial', 'territory', 'no-derivatives', 'no-redistribution',
  // Made for content, so not known for code; nobody has judged it; its facts say both open and restricted.
  'not-for-code', 'not-reviewed', 'contradictory',
] as const;
export type LicenceReason = (typeof licenceReasons)[number];

export interface LicenceVerdict {
  /** `null`: not known. */
  readonly open: Readonly<Record<LicenceTarget, boolean | null>>;
  readonly reasons: readonly { readonly reason: LicenceReason; readonly facts: readonly FactRef[] }[];
  /** The licence leaves the European Union out; `null` where that is not known. */
  readonly excludesEu: boolean | null;
}

/** Conditions of our reading of OSAID 1.0. */
export const osaidConditions = ['data-information', 'code', 'parameters'] as const;
export type OsaidCondition = (typeof osaidConditions)[number];

/** The step of the tier's rule that decided. docs/judgement.md gives a sentence for each. */
export const tierReasons = [
  'osaid-met',
  'osaid-not-met', 'osaid-not-known',
  'weights-restricted',
  'weights-not-released',
  'weights-unknown', 'weights-partly', 'licence-unknown', 'licence-not-recorded', 'licence-not-reviewed', 'licence-contradictory',
  'not-yet-released',
] as const;
export type TierReason = (typeof tierReasons)[number];

export interface TierVerdict {
  readonly tier: Tier;
  /** i18n key suffix of the rule's step that decided. */
  readonly because: TierReason;
  readonly args?: ReasonArgs;
  /** The download asks for acceptance or approval; `null` where that is not known. */
  readonly gated: boolean | null;
  /** Our reading of OSAID 1.0, condition by condition. */
  readonly osaid: readonly Condition<OsaidCondition>[];
  /** Facts that decided the tier. */
  readonly facts: readonly FactRef[];
}

/** A family's releases by tier, most open first; never an average. */
export interface TierSpread {
  readonly counts: Readonly<Partial<Record<Tier, number>>>;
  /** The one tier of all releases, or `null` where they differ. */
  readonly common: Tier | null;
}

export interface MofVerdict {
  /** `null`: no class is reached. */
  readonly class: MofClass | null;
  /** Percent, 0 to 100. */
  readonly progress: Readonly<Record<MofClass, number>>;
  /** Required components of the next class (III where none is reached) that are not released. */
  readonly missing: readonly ComponentId[];
  /** Those that are released, but not under an open licence. */
  readonly notOpen: readonly ComponentId[];
  /** Those of which it is not known whether they are released. */
  readonly unknown: readonly ComponentId[];
  /** Components whose open licence is made for another content type. */
  readonly conditional: readonly ComponentId[];
}

/** Input of the MOF rules: what is released, and under what. Licences are SPDX ids or names as printed. */
export interface MofInput {
  readonly components: Readonly<Partial<Record<ComponentId, { readonly licence: string | null }>>>;
  readonly unknown?: readonly ComponentId[];
  readonly licences: Readonly<Partial<Record<'distribution' | ContentType, string>>>;
}

/** Conditions of AI Act Articles 53(2) and 54(6) for a model. */
export const exemptionConditions = ['general-purpose', 'licence', 'published', 'not-monetised', 'no-systemic-risk'] as const;
export type ExemptionCondition = (typeof exemptionConditions)[number];

/** Duties of a provider of a general-purpose model, Articles 53(1)(a) to (d), 54 and 55. */
export const exemptionDuties = [
  'copyright-policy', 'training-content-summary',
  'technical-documentation', 'downstream-information', 'authorised-representative',
  'systemic-risk',
] as const;
export type ExemptionDuty = (typeof exemptionDuties)[number];

export interface ExemptionVerdict {
  readonly conditions: readonly Condition<ExemptionCondition>[];
  readonly met: number;
  readonly of: number;
  readonly unknown: number;
  /** Duties that stay as the facts stand; the first two whatever the licence. Empty where the model is known to be no general-purpose model. */
  readonly stillDue: readonly ExemptionDuty[];
  /** Duties that fall away if every condition is met; empty where one is known not to be. */
  readonly lifted: readonly ExemptionDuty[];
}

/** Why assessments of one model differ. docs/judgement.md gives a sentence for each. */
export const disagreementReasons = [
  'mof-without-data', 'mof-needs-documents', 'mof-of-another-date', 'osai-counts-data', 'osai-outweighs-licence',
  'osai-reads-weights-otherwise', 'osi-passed-a-draft', 'osi-did-not-pass-a-draft',
] as const;
export type DisagreementReason = (typeof disagreementReasons)[number];

export interface Disagreement {
  readonly reason: DisagreementReason;
  readonly args?: ReasonArgs;
}

/** A law, or one provision, on one day. */
export interface LawOnDay {
  /** `null` where nothing known tells. */
  readonly state: LawState | null;
  /** Day since which that state holds, as precisely as known. */
  readonly since: string | null;
  /** Next dated change after the day, if any, and whole days until it (`null` where its day is not known). */
  readonly next: { readonly date: string; readonly meaning: DateMeaning; readonly scope?: string; readonly inDays: number | null } | null;
  /** What applies on the day: since when, and to what (`scope` absent for the whole). Earliest first. */
  readonly applies: readonly { readonly since: string; readonly scope?: string }[];
  /** True where a date without a day, or dates that contradict each other, make the state uncertain on this day. */
  readonly uncertain: boolean;
}

export const claimVerdicts = ['supported', 'weights-only', 'contradicted', 'unknown'] as const;
export type ClaimVerdict = (typeof claimVerdicts)[number];
export const claimKinds = ['open-source', 'open-weights', 'closed'] as const;
export type ClaimKind = (typeof claimKinds)[number];

/** How old the dataset is: `ageing` after 90 days, `old` after 180, when every fact in it is stale. */
export const dataAges = ['fresh', 'ageing', 'old'] as const;
export type DataAge = (typeof dataAges)[number];
