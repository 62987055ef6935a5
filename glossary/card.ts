/**
 * The card: all that is shown of a record, as plain data. Built once, by the compile step; what depends on today's
 * date (a law's state, the age of facts) is computed by the view. Sources are shared: a fact holds an index.
 */
import type { Source } from '../data/schema/fact.ts';
import type {
  ComponentId, DateMeaning, Kind, LawState, LinkRole, OsaiDimension, ReleaseState, Via, Instrument, ProvisionType,
} from '../data/schema/lists.ts';
import type { LawLike } from '../openness/law-on-day.ts';
import type {
  Disagreement, ExemptionVerdict, FactRef, LicenceTarget, LicenceVerdict, MofVerdict, Tier, TierSpread, TierVerdict,
} from '../openness/types.ts';

/** How a fact is known: index into the card's `sources`, `asOf`, `checked`, `via`. */
export type CardProvenance = readonly [source: number, asOf: string | null, checked: string, via: Via];

/** Another record, as a card refers to it. `id` is absent where there is no record. */
export interface CardLink {
  readonly name: string;
  readonly id?: string;
  readonly kind?: Kind;
  /** Of a model that a product is built on. */
  readonly tier?: Tier;
}

/** A value as the view formats it. Texts are English and marked so; the other types are translated. */
export type CardValue =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'date'; readonly date: string }
  | { readonly type: 'countries'; readonly codes: readonly string[] }
  | { readonly type: 'link'; readonly to: readonly CardLink[] }
  | { readonly type: 'yes-no'; readonly yes: boolean; readonly detail?: string }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | { readonly type: 'words'; readonly list: 'extent' | 'modality' | 'instrument' | 'law-state' | 'organisation-type' | 'access' | 'made-for'; readonly ids: readonly string[] }
  | { readonly type: 'flop'; readonly flop: number; readonly bound: 'exact' | 'at-least' | 'at-most' | 'estimate' };

/** Ids of the facts that a card lists, in their order of display; each has a label in every locale. */
export const cardFields = [
  'maker', 'country', 'released', 'licence', 'licence-code', 'licence-data', 'licence-document', 'sizes', 'variants',
  'modalities', 'base-model', 'predecessor', 'successor', 'gated', 'data-information', 'usage-information', 'monetised',
  'general-purpose', 'systemic-risk', 'training-compute', 'models', 'size', 'access', 'type', 'founded',
  'spdx', 'made-for', 'osi-approved', 'fsf-free', 'open-definition', 'commercial-use', 'derivatives', 'redistribution',
  'user-cap', 'field-of-use', 'territory', 'share-alike',
  'number', 'full-title', 'title', 'chapter', 'state', 'open-source', 'component-exception',
] as const;
export type CardField = (typeof cardFields)[number];

export interface CardFact {
  readonly field: CardField;
  /** `null`: not known. */
  readonly value: CardValue | null;
  readonly from: CardProvenance | null;
}

export interface CardComponent {
  readonly id: ComponentId;
  /** `null`: not known. */
  readonly state: ReleaseState | null;
  readonly licence: CardLink | null;
  readonly url: string | null;
  readonly from: CardProvenance | null;
}

export type CardAssessment =
  | { readonly by: 'osai'; readonly record: string; readonly score: number; readonly dimensions: Readonly<Record<OsaiDimension, 'open' | 'partial' | 'closed'>>; readonly from: CardProvenance }
  | { readonly by: 'mot'; readonly record: string; readonly mof: MofVerdict; readonly from: CardProvenance }
  | { readonly by: 'osi'; readonly draft: string; readonly outcome: 'passed' | 'passed-with-other-terms' | 'did-not-pass'; readonly from: CardProvenance }
  | { readonly by: 'fmti'; readonly edition: string; readonly total: number; readonly model: string | null; readonly domains: Readonly<Record<string, number>>; readonly from: CardProvenance };

export interface CardDate {
  readonly date: string;
  readonly meaning: DateMeaning;
  readonly scope?: string;
  readonly act?: CardLink;
  readonly from?: { readonly act: string; readonly on: string };
  readonly until?: { readonly act: string; readonly on: string };
  readonly how: CardProvenance;
}

export interface CardAmendment {
  readonly act: CardLink;
  readonly on: string;
  readonly what: string;
  readonly how: CardProvenance;
}

export interface Card {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  /** Of a release or provision: the family or law that it belongs to. */
  readonly parent?: CardLink;
  /** Other names in print. */
  readonly also: readonly string[];
  readonly summary: { readonly text: string; readonly from: CardProvenance } | null;
  readonly statements: readonly { readonly text: string; readonly from: CardProvenance }[];
  readonly facts: readonly CardFact[];
  readonly links: readonly { readonly role: LinkRole; readonly url: string }[];
  readonly see: readonly CardLink[];
  /** Of a release. */
  readonly model?: {
    readonly tier: TierVerdict;
    readonly mof: MofVerdict;
    readonly exemption: ExemptionVerdict;
    /** Why the assessments below differ from each other. */
    readonly disagreements?: readonly Disagreement[];
    /** All components that are known or that a class requires, in the framework's order. */
    readonly components: readonly CardComponent[];
    /** Licence of the final weights. */
    readonly licence: { readonly link: CardLink; readonly verdict: LicenceVerdict | null } | null;
  };
  /** Of a family: its releases, newest first. */
  readonly family?: {
    readonly spread: TierSpread;
    readonly releases: readonly { readonly id: string; readonly name: string; readonly released: string | null; readonly tier: Tier; readonly licence: string | null }[];
  };
  readonly licence?: LicenceVerdict;
  /** Of a regulation or provision: what the view needs to compute its state on a day. */
  readonly law?: {
    readonly jurisdiction: string;
    readonly instrument: Instrument;
    readonly provisionType?: ProvisionType;
    readonly state: LawState | null;
    readonly dates: readonly CardDate[];
    readonly amendments: readonly CardAmendment[];
  };
  readonly assessments: readonly CardAssessment[];
  readonly sources: readonly Source[];
  /** How each fact that a verdict rests on is known, by `proofKey`. A fact that is not known has none. */
  readonly proofs: Readonly<Record<string, CardProvenance>>;
  /** Newest day on which a fact of the dataset was checked. */
  readonly dataDate: string;
  /** Set where the record is the reader's own. */
  readonly own?: true;
}

/** Key of a fact in `Card.proofs`. */
export const proofKey = (fact: FactRef): string => `${fact.record}#${fact.field}`;

/** What search and lists know of every record. */
export interface GlossaryEntry {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  readonly also: readonly string[];
  readonly maker?: string;
  /** Of a release or provision: the family's or law's name. */
  readonly parent?: string;
  /** Of a model release, or of a family whose releases agree. */
  readonly tier?: Tier;
  /** Of a licence that was reviewed: what it is open for; nothing where it is not open. */
  readonly opens?: readonly LicenceTarget[];
  /** Of a law or provision: what its state on a day is computed from; scopes are empty. */
  readonly law?: LawLike;
  readonly released?: string;
}
