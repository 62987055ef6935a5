/**
 * The records of the dataset, one schema a kind. A file under `data/` holds one top-level record: a model family with
 * its releases, a regulation with its provisions, or a single record of another kind.
 *
 * A record states facts (`Fact` in fact.ts), never a verdict: tier, class and conditions are computed in openness/.
 * `flatten` turns a file into the records that the rest of the product knows: a release and a provision are records
 * of their own, with the sources of their file.
 */
import * as v from 'valibot';
import { Day, Id, PartialDate, Source, Text, Url, fact, provenance, type Fact } from './fact.ts';
import {
  componentIds, contentTypes, dateMeanings, datasetAccesses, extents, instruments, lawStates, linkRoles, modalities,
  organisationTypes, osaiClasses, osaiDimensions, osiOutcomes, provisionTypes, releaseStates, safeties,
  type ComponentId, type OsaiDimension,
} from './lists.ts';

/** A surface form that a record is called by in print. Hyphen, space and case variants follow by rule in mentions/. */
export const Name = v.strictObject({
  text: v.pipe(Text, v.maxLength(120)),
  /** BCP 47 language that the form belongs to; absent where it is used in every language. */
  lang: v.optional(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'not a language tag'))),
  safety: v.picklist(safeties),
  /** Words one of which speaks for this record where the name needs context, beside the general words on AI. */
  cues: v.optional(v.array(Text)),
  /** Words that speak against it: another sense of the same name. */
  against: v.optional(v.array(Text)),
  /** True where only this spelling's case is the name ("MIT", "o1"). */
  exact: v.optional(v.boolean()),
});
export type Name = v.InferOutput<typeof Name>;

export const Link = v.strictObject({ role: v.picklist(linkRoles), url: Url });
export type Link = v.InferOutput<typeof Link>;

/** Who made something: the name as printed, and the record where there is one. */
const Maker = v.strictObject({ name: Text, id: v.optional(Id) });
/** Another thing a record builds on or follows: as printed, and the record where there is one. */
const Reference = v.strictObject({ name: Text, id: v.optional(Id) });
/** ISO 3166-1 alpha-2. */
const Country = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'not an ISO 3166-1 alpha-2 country'));
/** ISO 3166-1 or 3166-2, or a body that makes rules across countries. */
const Jurisdiction = v.pipe(v.string(), v.regex(/^(?:[A-Z]{2}(?:-[A-Z0-9]{1,3})?|[A-Za-z][A-Za-z0-9 /&-]{2,40})$/, 'not a jurisdiction'));

const base = {
  id: Id,
  /** The name as its maker prints it; shown at the top of the card. */
  name: Text,
  names: v.array(Name),
  /** One neutral sentence of our own: what this is. */
  summary: fact(Text),
  /** Further single statements of our own, each with its source. */
  statements: v.optional(v.array(v.strictObject({ value: Text, ...provenance }))),
  links: v.optional(v.array(Link)),
  /** Records that a reader of this one may want next. */
  see: v.optional(v.array(Id)),
};

/** A file's own table of sources: key to page. Facts name the key. */
const sources = v.record(v.string(), Source);
const head = { $schema: v.optional(v.string()), sources };

export const Component = v.nullable(v.strictObject({
  value: v.picklist(releaseStates),
  /** Licence of this component itself; where `null`, the release's licence for its content type, then for all of it. */
  licence: v.nullable(Id),
  url: v.nullable(Url),
  ...provenance,
}));
export type Component = v.InferOutput<typeof Component>;

const Components = v.strictObject(
  Object.fromEntries(componentIds.map((id) => [id, v.optional(Component, null)])) as Record<
    ComponentId,
    v.OptionalSchema<typeof Component, null>
  >,
);

/** What the Model Openness Tool's record of a model lists. The class is computed from it, with our own MOF rules. */
export const MotAssessment = v.strictObject({
  by: v.literal('mot'),
  /** Name of the tool's record. */
  record: Text,
  /** Component to the licence it is listed under, as printed there; `null` for none named. Absent: not listed. */
  components: v.record(v.picklist(componentIds), v.nullable(v.string())),
  /** Licences named for all, or for all of one content type, as printed there. */
  licences: v.strictObject({
    distribution: v.optional(v.string()),
    code: v.optional(v.string()),
    data: v.optional(v.string()),
    document: v.optional(v.string()),
  }),
  ...provenance,
});
export type MotAssessment = v.InferOutput<typeof MotAssessment>;

/** The European Open Source AI Index on a system. */
export const OsaiAssessment = v.strictObject({
  by: v.literal('osai'),
  /** Name of the index's record; one record may stand for a whole family. */
  record: Text,
  /** 0 to 1, the mean over the dimensions. */
  score: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  dimensions: v.strictObject(
    Object.fromEntries(osaiDimensions.map((id) => [id, v.picklist(osaiClasses)])) as Record<
      OsaiDimension,
      v.PicklistSchema<typeof osaiClasses, undefined>
    >,
  ),
  ...provenance,
});
export type OsaiAssessment = v.InferOutput<typeof OsaiAssessment>;

/** A result of the OSI's validation of a draft of its definition: of that draft and that release only. */
export const OsiAssessment = v.strictObject({
  by: v.literal('osi'),
  draft: Text,
  outcome: v.picklist(osiOutcomes),
  ...provenance,
});
export type OsiAssessment = v.InferOutput<typeof OsiAssessment>;

/** The Foundation Model Transparency Index on a company, in one edition. Editions are not comparable. */
export const FmtiAssessment = v.strictObject({
  by: v.literal('fmti'),
  edition: PartialDate,
  /** 0 to 100. */
  total: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)),
  model: v.nullable(Text),
  domains: v.record(v.string(), v.number()),
  ...provenance,
});
export type FmtiAssessment = v.InferOutput<typeof FmtiAssessment>;

const modelFacts = {
  maker: fact(Maker),
  country: fact(v.array(Country)),
  modalities: v.optional(fact(v.strictObject({ input: v.array(v.picklist(modalities)), output: v.array(v.picklist(modalities)) })), null),
};

export const Release = v.strictObject({
  ...base,
  ...modelFacts,
  /** First day that it could be had. */
  released: fact(PartialDate),
  /** Parameter counts as the maker prints them: "8B", "8x7B". */
  sizes: v.optional(fact(v.array(Text)), null),
  /** Tuned or specialised forms published under the same terms: "Instruct", "Coder". */
  variants: v.optional(fact(v.array(Text)), null),
  baseModel: v.optional(fact(Reference), null),
  predecessor: v.optional(fact(Reference), null),
  /** Licences by content type, used where a component names none: content type first, then `distribution`. */
  licences: v.strictObject({
    distribution: v.optional(fact(Id), null),
    code: v.optional(fact(Id), null),
    data: v.optional(fact(Id), null),
    document: v.optional(fact(Id), null),
  }),
  components: Components,
  /** The download asks for acceptance or approval first. */
  gated: v.optional(fact(v.boolean()), null),
  /** Data information in the sense of OSAID 1.0: enough for a skilled person to build a substantially equivalent system. */
  dataInformation: v.optional(fact(v.picklist(extents)), null),
  /** Public information on usage in the sense of AI Act Article 53(2). */
  usageInformation: v.optional(fact(v.picklist(extents)), null),
  /** The model itself is offered against a price or otherwise monetised (AI Act recital 103 and guidelines). */
  monetised: v.optional(fact(v.boolean()), null),
  generalPurpose: v.optional(fact(v.boolean()), null),
  /** Designated by the Commission, or notified by the maker, as a model with systemic risk. */
  systemicRisk: v.optional(fact(v.boolean()), null),
  /** Cumulative training compute in floating-point operations. */
  trainingCompute: v.optional(
    fact(v.strictObject({
      flop: v.pipe(v.number(), v.minValue(1)),
      bound: v.picklist(['exact', 'at-least', 'at-most', 'estimate']),
    })),
    null,
  ),
  assessments: v.optional(v.array(v.variant('by', [MotAssessment, OsaiAssessment, OsiAssessment])), []),
});
export type Release = v.InferOutput<typeof Release>;

/** A model family: what is common to its releases, and the releases, oldest first. */
export const ModelFamily = v.strictObject({
  ...head,
  kind: v.literal('model'),
  ...base,
  ...modelFacts,
  releases: v.array(Release),
});
export type ModelFamily = v.InferOutput<typeof ModelFamily>;

const madeThing = {
  maker: fact(Maker),
  country: fact(v.array(Country)),
  released: fact(PartialDate),
  licence: fact(Id),
};

/** A product that people use: an app or service over one or more models. */
export const Product = v.strictObject({
  ...head,
  kind: v.literal('product'),
  ...base,
  ...madeThing,
  /** Models that it is said to run on. */
  models: v.optional(fact(v.array(Reference)), null),
});
export type Product = v.InferOutput<typeof Product>;

export const Tool = v.strictObject({ ...head, kind: v.picklist(['tool', 'framework']), ...base, ...madeThing });
export type Tool = v.InferOutput<typeof Tool>;

export const Dataset = v.strictObject({
  ...head,
  kind: v.literal('dataset'),
  ...base,
  ...madeThing,
  size: v.optional(fact(Text), null),
  access: v.optional(fact(v.picklist(datasetAccesses)), null),
});
export type Dataset = v.InferOutput<typeof Dataset>;

export const Organisation = v.strictObject({
  ...head,
  kind: v.picklist(['organisation', 'company']),
  ...base,
  type: v.optional(fact(v.picklist(organisationTypes)), null),
  country: fact(v.array(Country)),
  founded: v.optional(fact(PartialDate), null),
  assessments: v.optional(v.array(FmtiAssessment), []),
});
export type Organisation = v.InferOutput<typeof Organisation>;

/** Whether a licence restricts something, and how. */
const Restriction = v.strictObject({ applies: v.boolean(), detail: v.optional(Text) });

export const Licence = v.strictObject({
  ...head,
  kind: v.literal('licence'),
  ...base,
  spdx: v.nullable(v.string()),
  /** What the licence is written for. */
  madeFor: v.optional(fact(v.array(v.picklist([...contentTypes, 'weights']))), null),
  osiApproved: fact(v.boolean()),
  fsfFree: fact(v.boolean()),
  openDefinition: fact(v.boolean()),
  commercialUse: fact(v.boolean()),
  derivatives: fact(v.boolean()),
  redistribution: v.optional(fact(v.boolean()), null),
  /** Users or revenue above which other terms hold. */
  userCap: fact(Restriction),
  fieldOfUse: fact(Restriction),
  /** `excludes`: ISO codes, or "EU". */
  territory: fact(v.strictObject({ applies: v.boolean(), detail: v.optional(Text), excludes: v.optional(v.array(v.string())) })),
  shareAlike: v.optional(fact(v.boolean()), null),
});
export type Licence = v.InferOutput<typeof Licence>;

/**
 * A date in a law's life. `from` and `until` bound the time in which this date was the one in the law's text:
 * a date that an amendment moved has `until`, the one put in its place has `from`.
 */
export const LawDate = v.strictObject({
  date: PartialDate,
  meaning: v.picklist(dateMeanings),
  /** What part or whom it concerns, in our own words; absent for the whole. */
  scope: v.optional(Text),
  from: v.optional(v.strictObject({ act: Id, on: Day })),
  until: v.optional(v.strictObject({ act: Id, on: Day })),
  ...provenance,
});
export type LawDate = v.InferOutput<typeof LawDate>;

const Amendment = v.strictObject({
  /** The amending act. */
  act: Id,
  /** Day on which the change took effect. */
  on: PartialDate,
  /** What changed, in our own words. */
  what: Text,
  ...provenance,
});

export const Provision = v.strictObject({
  ...base,
  type: v.picklist(provisionTypes),
  /** As printed in the law: "53", "4a", "XI", "104". */
  number: v.pipe(v.string(), v.regex(/^[0-9IVXLC]+[a-z]{0,2}$/, 'not a provision number')),
  /** The provision's heading; `null` where it has none or none was read. */
  title: fact(Text),
  chapter: v.optional(v.nullable(Text), null),
  dates: v.array(LawDate),
  amendments: v.optional(v.array(Amendment), []),
  /** What it means for open-source AI. */
  openSource: v.optional(fact(Text), null),
});
export type Provision = v.InferOutput<typeof Provision>;

export const Regulation = v.strictObject({
  ...head,
  kind: v.literal('regulation'),
  ...base,
  jurisdiction: Jurisdiction,
  instrument: v.picklist(instruments),
  /** Official number: "Regulation (EU) 2024/1689". */
  number: v.optional(fact(Text), null),
  fullTitle: v.optional(fact(Text), null),
  /** State as a source puts it; used where the dates do not tell. */
  state: fact(v.picklist(lawStates)),
  dates: v.array(LawDate),
  amendments: v.optional(v.array(Amendment), []),
  openSource: v.optional(fact(Text), null),
  provisions: v.optional(v.array(Provision), []),
});
export type Regulation = v.InferOutput<typeof Regulation>;

export const Concept = v.strictObject({
  ...head,
  kind: v.literal('concept'),
  ...base,
});
export type Concept = v.InferOutput<typeof Concept>;

/** One schema a folder of `data/`: the folder tells which records a file in it may hold. */
export const folders = {
  models: ModelFamily,
  products: Product,
  tools: Tool,
  datasets: Dataset,
  organisations: Organisation,
  licences: Licence,
  regulations: Regulation,
  concepts: Concept,
} as const;
export type Folder = keyof typeof folders;

/** What a file under `data/` holds. */
export type DataFile = ModelFamily | Product | Tool | Dataset | Organisation | Licence | Regulation | Concept;

type Flat<T> = Omit<T, '$schema' | 'releases' | 'provisions'>;
type WithSources = { readonly sources: Readonly<Record<string, Source>> };

export type FamilyRecord = Flat<ModelFamily> & { readonly releaseIds: readonly string[] };
export type ReleaseRecord = Release & WithSources & { readonly kind: 'model'; readonly family: string };
export type RegulationRecord = Flat<Regulation> & { readonly provisionIds: readonly string[] };
export type ProvisionRecord = Provision & WithSources & { readonly kind: 'provision'; readonly regulation: string };
/** Any record, flattened: a release and a provision are records of their own. */
export type AnyRecord =
  | FamilyRecord | ReleaseRecord | Flat<Product> | Flat<Tool> | Flat<Dataset> | Flat<Organisation> | Flat<Licence>
  | RegulationRecord | ProvisionRecord | Flat<Concept>;

export const isFamily = (record: AnyRecord): record is FamilyRecord => 'releaseIds' in record;
export const isRelease = (record: AnyRecord): record is ReleaseRecord => record.kind === 'model' && 'family' in record;

/** The records of one file: itself, then its releases or provisions in their order. */
export const flatten = (file: DataFile): AnyRecord[] => {
  const { $schema: _, ...own } = file;
  if (own.kind === 'model') {
    const { releases, ...family } = own;
    return [
      { ...family, releaseIds: releases.map((release) => release.id) },
      ...releases.map((release): ReleaseRecord => ({ ...release, kind: 'model', family: own.id, sources: own.sources })),
    ];
  }
  if (own.kind === 'regulation') {
    const { provisions, ...regulation } = own;
    return [
      { ...regulation, provisionIds: provisions.map((provision) => provision.id) },
      ...provisions.map((provision): ProvisionRecord => ({ ...provision, kind: 'provision', regulation: own.id, sources: own.sources })),
    ];
  }
  return [own];
};

/** The whole dataset by id, and the day that it speaks for. */
export interface Records {
  readonly byId: ReadonlyMap<string, AnyRecord>;
  /** Newest `checked` of any fact: the "data of" day on every card. */
  readonly date: string;
}

export type { Fact };
