/**
 * The closed lists of the dataset: every enumerated word that a record may use.
 * The interface translates exactly these words, so a new one needs a message in every locale.
 */

export const kinds = [
  'model', 'product', 'tool', 'framework', 'dataset', 'organisation', 'company',
  'licence', 'regulation', 'provision', 'concept',
] as const;
export type Kind = (typeof kinds)[number];

/** Content types of the Model Openness Framework: they decide which licences are fit for a component. */
export const contentTypes = ['code', 'data', 'document'] as const;
export type ContentType = (typeof contentTypes)[number];

/**
 * The components of the Model Openness Framework 1.0, with content type, class and whether the class requires them.
 * Source: mof.settings.yml of the Model Openness Tool, https://github.com/lfai/model_openness_tool
 */
export const components = {
  'architecture': { upstream: 'Model architecture', type: 'code', class: 'III', required: true },
  'parameters-final': { upstream: 'Model parameters (Final)', type: 'data', class: 'III', required: true },
  'sample-outputs': { upstream: 'Sample model outputs', type: 'document', class: 'III', required: false },
  'model-card': { upstream: 'Model card', type: 'document', class: 'III', required: true },
  'data-card': { upstream: 'Data card', type: 'document', class: 'III', required: true },
  'technical-report': { upstream: 'Technical report', type: 'document', class: 'III', required: true },
  'evaluation-results': { upstream: 'Evaluation results', type: 'document', class: 'III', required: true },
  'training-code': { upstream: 'Training code', type: 'code', class: 'II', required: true },
  'inference-code': { upstream: 'Inference code', type: 'code', class: 'II', required: true },
  'evaluation-code': { upstream: 'Evaluation code', type: 'code', class: 'II', required: true },
  'libraries': { upstream: 'Supporting libraries and tools', type: 'code', class: 'II', required: false },
  'evaluation-data': { upstream: 'Evaluation data', type: 'data', class: 'II', required: true },
  'preprocessing-code': { upstream: 'Data preprocessing code', type: 'code', class: 'I', required: true },
  'parameters-intermediate': { upstream: 'Model parameters (Intermediate)', type: 'data', class: 'I', required: true },
  'datasets': { upstream: 'Datasets', type: 'data', class: 'I', required: true },
  'metadata': { upstream: 'Model metadata', type: 'data', class: 'I', required: false },
  'research-paper': { upstream: 'Research paper', type: 'document', class: 'I', required: true },
} as const satisfies Record<string, { upstream: string; type: ContentType; class: MofClass; required: boolean }>;
export type ComponentId = keyof typeof components;
export const componentIds = /* @__PURE__ */ Object.keys(components) as ComponentId[];

export const mofClasses = ['I', 'II', 'III'] as const;
export type MofClass = (typeof mofClasses)[number];

/** How much of a component is public. `partly`: some of it, such as one of several training sets. */
export const releaseStates = ['released', 'partly', 'not-released'] as const;
export type ReleaseState = (typeof releaseStates)[number];

/** How we know a fact: read in the original, in a faithful copy of it, or in somebody else's account. */
export const vias = ['original', 'copy', 'secondary'] as const;
export type Via = (typeof vias)[number];

/** How complete a piece of public information is, as its source says. */
export const extents = ['full', 'partial', 'none'] as const;
export type Extent = (typeof extents)[number];

export const modalities = [
  'text', 'image', 'audio', 'video', 'code', 'speech', 'music', '3d', 'action', 'embedding', 'molecule', 'time-series',
] as const;
export type Modality = (typeof modalities)[number];

export const linkRoles = [
  'home', 'text', 'model-card', 'weights', 'repository', 'paper', 'licence', 'announcement', 'documentation', 'unofficial',
] as const;
export type LinkRole = (typeof linkRoles)[number];

/** A name is safe alone, or it is marked only where its context speaks for this record. */
export const safeties = ['alone', 'context'] as const;
export type Safety = (typeof safeties)[number];

export const instruments = [
  'regulation', 'directive', 'statute', 'bill', 'executive-order', 'treaty', 'decree', 'guideline',
  'code-of-practice', 'standard', 'framework', 'strategy', 'definition', 'decision',
] as const;
export type Instrument = (typeof instruments)[number];

/** What happens to a law on a day. The order is that of a law's life; `lawOn` in openness/ reads it. */
export const dateMeanings = [
  'proposed', 'draft', 'consultation', 'position', 'agreed', 'passed', 'adopted', 'signed', 'opened-for-signature',
  'ratified', 'published', 'updated', 'in-force', 'applies', 'enforced', 'deadline', 'amended', 'delayed', 'enjoined',
  'vetoed', 'withdrawn', 'rejected', 'repealed', 'expired',
] as const;
export type DateMeaning = (typeof dateMeanings)[number];

/** A law's state as a source puts it, used only where its dates do not tell. */
export const lawStates = [
  'proposed', 'adopted', 'published', 'in-force', 'partly-applicable', 'applicable',
  'vetoed', 'withdrawn', 'rejected', 'repealed', 'expired', 'suspended',
] as const;
export type LawState = (typeof lawStates)[number];

export const provisionTypes = ['article', 'annex', 'recital', 'definition', 'section', 'chapter'] as const;
export type ProvisionType = (typeof provisionTypes)[number];

export const organisationTypes = [
  'company', 'foundation', 'non-profit', 'industry-body', 'standards-body', 'intergovernmental', 'public-authority',
  'research', 'university', 'community', 'think-tank',
] as const;
export type OrganisationType = (typeof organisationTypes)[number];

/** The twelve dimensions of the European Open Source AI Index since 2026-03-13. */
export const osaiDimensions = [
  'datasources_basemodel', 'datasources_endmodel', 'weights_basemodel', 'weights_endmodel', 'trainingcode',
  'code', 'hardware_architecture', 'preprint', 'paper', 'modelcard', 'datasheet', 'licenses',
] as const;
export type OsaiDimension = (typeof osaiDimensions)[number];
export const osaiClasses = ['open', 'partial', 'closed'] as const;

export const osiOutcomes = ['passed', 'passed-with-other-terms', 'did-not-pass'] as const;

export const datasetAccesses = ['open', 'gated', 'partly', 'closed'] as const;
export type DatasetAccess = (typeof datasetAccesses)[number];
