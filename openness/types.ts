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

/** One condition of a rule: whether it is met, why (a closed list of reason ids), and the facts that say so. */
export interface Condition<Id extends string = string> {
  readonly id: Id;
  readonly met: Met;
  /** i18n key suffix of the one-line reason. */
  readonly reason: string;
  /** Values that the reason's words need, such as a licence's name. */
  readonly args?: Readonly<Record<string, string>>;
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
  'user-cap', 'field-of-use', 'non-commercial', 'territory', 'no-derivatives', 'no-redistribution', 'not-reviewed',
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

export interface TierVerdict {
  readonly tier: Tier;
  /** i18n key suffix of the rule's step that decided. */
  readonly because: string;
  readonly args?: Readonly<Record<string, string>>;
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

export interface ExemptionVerdict {
  readonly conditions: readonly Condition<ExemptionCondition>[];
  readonly met: number;
  readonly of: number;
  readonly unknown: number;
}

/** A law, or one provision, on one day. */
export interface LawOnDay {
  /** `null` where nothing known tells. */
  readonly state: LawState | null;
  /** Day since which that state holds, as precisely as known. */
  readonly since: string | null;
  /** Next dated change after the day, if any, and whole days until it (`null` where its day is not known). */
  readonly next: { readonly date: string; readonly meaning: DateMeaning; readonly scope?: string; readonly inDays: number | null } | null;
  /** True where a date without a day makes the state uncertain on this day. */
  readonly uncertain: boolean;
}

export const claimVerdicts = ['supported', 'weights-only', 'contradicted', 'unknown'] as const;
export type ClaimVerdict = (typeof claimVerdicts)[number];
export type ClaimKind = 'open-source' | 'open-weights' | 'closed';
