/**
 * Made-up cards that show every state of the views. Their figures are examples and no data: real cards come from the
 * compile step alone. Used by the gallery and by the views' tests.
 */
import { componentIds, components, osaiDimensions, type ComponentId, type ReleaseState } from '../../data/schema/lists.ts';
import type { Card, CardComponent, CardFact, CardProvenance, GlossaryEntry } from '../../glossary/card.ts';
import type { FrameReport, PageClaim, PageMention } from '../../glossary/report.ts';
import { licenceTargets, type LicenceVerdict, type Tier } from '../../openness/types.ts';

export const sampleDay = '2026-11-23';
const from = (source = 0, checked = sampleDay, asOf: string | null = '2026-04-12'): CardProvenance => [source, asOf, checked, 'original'];

const source = (n: number, title: string, url = `https://example.org/source/${n}`) => ({ title, url });

const base = {
  also: [], statements: [], facts: [], links: [], see: [], assessments: [], sources: [], proofs: {}, dataDate: sampleDay, summary: null,
} as const satisfies Partial<Card>;

const open: LicenceVerdict = {
  open: { code: true, weights: true, data: true, document: true },
  reasons: [
    { reason: 'osi-approved', facts: [{ record: 'mit', field: 'osiApproved' }] },
    { reason: 'fsf-free', facts: [{ record: 'mit', field: 'fsfFree' }] },
  ],
  excludesEu: false,
};
const restricted: LicenceVerdict = {
  open: { code: false, weights: false, data: false, document: null },
  reasons: [
    { reason: 'user-cap', facts: [{ record: 'llama-3.1-community', field: 'userCap' }] },
    { reason: 'field-of-use', facts: [{ record: 'llama-3.1-community', field: 'fieldOfUse' }] },
  ],
  excludesEu: false,
};

const listOf = (states: Partial<Record<ComponentId, ReleaseState>>, licence: Card['parent'] | null): CardComponent[] =>
  componentIds.filter((id) => components[id].required || states[id]).map((id) => ({
    id, state: states[id] ?? null, licence: states[id] === 'released' ? licence ?? null : null,
    url: states[id] === 'released' ? 'https://example.org/file' : null, from: states[id] ? from(0) : null,
  }));

const mit = { name: 'MIT License', id: 'mit', kind: 'licence' } as const;
const modelFacts = (over: Partial<Record<CardFact['field'], CardFact['value']>>): CardFact[] =>
  Object.entries({
    'maker': { type: 'link', to: [{ name: 'DeepSeek', id: 'deepseek-ai', kind: 'company' }] },
    'country': { type: 'countries', codes: ['CN'] },
    'released': { type: 'date', date: '2025-01-20' },
    'licence': { type: 'link', to: [mit] },
    'sizes': { type: 'list', items: ['671B'] },
    'modalities': { type: 'words', list: 'modality', ids: ['text', 'code'] },
    'gated': { type: 'yes-no', yes: false },
    'training-compute': { type: 'flop', flop: 3.8e24, bound: 'estimate' },
    'data-information': { type: 'words', list: 'extent', ids: ['partial'] },
    'usage-information': { type: 'words', list: 'extent', ids: ['full'] },
    'monetised': null,
    'general-purpose': null,
    ...over,
  } satisfies Partial<Record<CardFact['field'], CardFact['value']>>).map(([field, value], index) => ({
    field: field as CardFact['field'], value, from: value ? from(index % 3) : null,
  }));

const ref = (record: string, field: string) => ({ record, field });
const r1 = 'deepseek-r1';

export const openWeights: Card = {
  ...base,
  id: r1, kind: 'model', name: 'DeepSeek-R1', parent: { name: 'DeepSeek', id: 'deepseek', kind: 'model' }, also: ['R1', 'DeepSeek R1'],
  summary: { text: 'A large language model trained for long chains of reasoning.', from: from(1) },
  statements: [{ text: 'Six smaller models distilled from it were released on the same day.', from: from(1) }],
  facts: modelFacts({}),
  links: [{ role: 'repository', url: 'https://github.com/deepseek-ai/DeepSeek-R1' }, { role: 'paper', url: 'https://arxiv.org/abs/2501.12948' }],
  see: [{ name: 'Open weights', id: 'open-weights', kind: 'concept' }, { name: 'OSAID', id: 'osaid', kind: 'regulation' }],
  model: {
    tier: {
      tier: 'open-weights', because: 'osaid-not-met', gated: false, facts: [ref(r1, 'components.parameters-final'), ref('mit', 'osiApproved')],
      osaid: [
        { id: 'data-information', met: 'not-met', reason: 'data-information-partial', facts: [ref(r1, 'dataInformation')] },
        { id: 'code', met: 'not-met', reason: 'code-not-released', args: { components: 'training-code preprocessing-code' }, facts: [ref(r1, 'components.training-code')] },
        { id: 'parameters', met: 'met', reason: 'parameters-open', args: { licence: 'MIT License' }, facts: [ref(r1, 'components.parameters-final'), ref('mit', 'osiApproved')] },
      ],
    },
    mof: { class: null, progress: { III: 67, II: 0, I: 0 }, missing: ['data-card'], notOpen: [], unknown: ['evaluation-results'], conditional: ['parameters-final'] },
    exemption: {
      met: 2, of: 5, unknown: 2,
      conditions: [
        { id: 'general-purpose', met: 'met', reason: 'compute-over-1e23', args: { flop: '3.8e24' }, facts: [ref(r1, 'trainingCompute')] },
        { id: 'licence', met: 'met', reason: 'licence-free-and-open', args: { licence: 'MIT License' }, facts: [ref('mit', 'osiApproved')] },
        { id: 'published', met: 'not-met', reason: 'not-published', args: { what: 'architecture usage' }, facts: [ref(r1, 'usageInformation')] },
        { id: 'not-monetised', met: 'unknown', reason: 'monetisation-unknown', facts: [] },
        { id: 'no-systemic-risk', met: 'unknown', reason: 'compute-unknown', facts: [] },
      ],
      stillDue: ['copyright-policy', 'training-content-summary'], lifted: ['technical-documentation', 'downstream-information'],
    },
    disagreements: [{ reason: 'osai-counts-data' }, { reason: 'mof-of-another-date', args: { date: '2025-06-01', class: 'III', other: '' } }],
    components: listOf({
      'architecture': 'released', 'parameters-final': 'released', 'inference-code': 'released', 'training-code': 'not-released',
      'datasets': 'not-released', 'technical-report': 'released', 'model-card': 'partly', 'data-card': 'not-released',
    }, mit),
    licence: { link: mit, verdict: open },
  },
  assessments: [
    { by: 'osai', record: 'DeepSeek R1', score: 0.42, dimensions: Object.fromEntries(osaiDimensions.map((id, n) => [id, (['open', 'partial', 'closed'] as const)[n % 3]])) as never, from: from(2, sampleDay, '2026-04') },
    { by: 'mot', record: 'DeepSeek-R1', mof: { class: 'III', progress: { III: 100, II: 25, I: 0 }, missing: ['training-code', 'evaluation-code', 'evaluation-data'], notOpen: [], unknown: [], conditional: [] }, from: from(3) },
    { by: 'osi', draft: 'draft 0.0.8', outcome: 'did-not-pass', from: [3, '2024-06', sampleDay, 'secondary'] },
  ],
  proofs: {
    'deepseek-r1#components.parameters-final': from(0), 'mit#osiApproved': from(4), 'deepseek-r1#dataInformation': from(1),
    'deepseek-r1#components.training-code': from(0), 'deepseek-r1#trainingCompute': from(2), 'deepseek-r1#usageInformation': from(1),
  },
  sources: [
    source(1, 'DeepSeek-R1: model card and weights', 'https://huggingface.co/deepseek-ai/DeepSeek-R1'), source(2, 'DeepSeek-R1: Incentivizing Reasoning Capability', 'https://arxiv.org/abs/2501.12948'),
    source(3, 'European Open Source AI Index', 'https://osai-index.eu/'), source(4, 'Model Openness Tool', 'https://mot.isitopen.ai/'), source(5, 'OSI Approved Licenses', 'https://opensource.org/licenses'),
  ],
};

const tierCard = (tier: Tier, over: Partial<Card>, model: Partial<NonNullable<Card['model']>> = {}): Card => ({
  ...openWeights, ...over,
  model: { ...openWeights.model!, tier: { ...openWeights.model!.tier, tier }, ...model },
});

export const openSource: Card = tierCard('open-source', { id: 'olmo-2', name: 'OLMo 2', parent: { name: 'OLMo', id: 'olmo', kind: 'model' } }, {
  tier: {
    tier: 'open-source', because: 'osaid-met', gated: null, facts: [],
    osaid: [
      { id: 'data-information', met: 'met', reason: 'data-released', facts: [] },
      { id: 'code', met: 'met', reason: 'code-open', args: { components: 'training-code inference-code preprocessing-code' }, facts: [] },
      { id: 'parameters', met: 'met', reason: 'parameters-open', args: { licence: 'Apache License 2.0' }, facts: [] },
    ],
  },
  mof: { class: 'I', progress: { III: 100, II: 100, I: 100 }, missing: [], notOpen: [], unknown: [], conditional: [] },
  components: listOf(Object.fromEntries(componentIds.map((id) => [id, 'released'])), { name: 'Apache License 2.0', id: 'apache-2.0' }),
  disagreements: [],
});

const llamaLicence = { name: 'Llama 3.1 Community License', id: 'llama-3.1-community', kind: 'licence' } as const;
export const restrictedWeights: Card = tierCard('restricted-weights', {
  id: 'llama-3.1', name: 'Llama 3.1', parent: { name: 'Llama', id: 'llama', kind: 'model' },
  facts: modelFacts({
    maker: { type: 'link', to: [{ name: 'Meta', id: 'meta' }] }, country: { type: 'countries', codes: ['US'] }, released: { type: 'date', date: '2024-07-23' },
    licence: { type: 'link', to: [llamaLicence] }, sizes: { type: 'list', items: ['8B', '70B', '405B'] }, gated: { type: 'yes-no', yes: true },
    'training-compute': { type: 'flop', flop: 3.8e25, bound: 'exact' },
  }),
}, {
  tier: {
    ...openWeights.model!.tier, tier: 'restricted-weights', because: 'weights-restricted', gated: true,
    args: { licence: 'Llama 3.1 Community License', restriction: 'user-cap' }, facts: [ref('llama-3.1', 'licences.distribution')],
  },
  licence: { link: llamaLicence, verdict: restricted },
});

export const closed: Card = tierCard('closed', { id: 'gpt-4o', name: 'GPT-4o', parent: { name: 'GPT', id: 'gpt', kind: 'model' }, assessments: [] }, {
  tier: { ...openWeights.model!.tier, tier: 'closed', because: 'weights-not-released', facts: [] },
  components: listOf({ 'parameters-final': 'not-released', 'training-code': 'not-released', 'datasets': 'not-released', 'inference-code': 'not-released', 'technical-report': 'partly', 'model-card': 'partly' }, null),
  licence: null,
});

/** A model of which nothing but the name is known. */
export const allUnknown: Card = {
  ...base, id: 'mystery-1', kind: 'model', name: 'Mystery 1', facts: modelFacts(Object.fromEntries(
    ['maker', 'country', 'released', 'licence', 'sizes', 'modalities', 'gated', 'training-compute', 'data-information', 'usage-information'].map((field) => [field, null]))),
  model: {
    tier: {
      tier: 'unknown', because: 'weights-unknown', gated: null, facts: [],
      osaid: [
        { id: 'data-information', met: 'unknown', reason: 'data-information-unknown', facts: [] },
        { id: 'code', met: 'unknown', reason: 'code-unknown', args: { components: 'training-code inference-code' }, facts: [] },
        { id: 'parameters', met: 'unknown', reason: 'parameters-unknown', facts: [] },
      ],
    },
    mof: { class: null, progress: { III: 0, II: 0, I: 0 }, missing: [], notOpen: [], unknown: ['architecture', 'parameters-final', 'model-card', 'data-card', 'technical-report', 'evaluation-results'], conditional: [] },
    exemption: {
      met: 0, of: 5, unknown: 5, stillDue: [], lifted: [],
      conditions: [
        { id: 'general-purpose', met: 'unknown', reason: 'compute-unknown', facts: [] }, { id: 'licence', met: 'unknown', reason: 'licence-unknown', facts: [] },
        { id: 'published', met: 'unknown', reason: 'publication-unknown', args: { what: 'weights architecture usage' }, facts: [] },
        { id: 'not-monetised', met: 'unknown', reason: 'monetisation-unknown', facts: [] }, { id: 'no-systemic-risk', met: 'unknown', reason: 'compute-unknown', facts: [] },
      ],
    },
    components: listOf({}, null), licence: null,
  },
};

const releases: NonNullable<Card['family']>['releases'] = [
  { id: 'llama-4', name: 'Llama 4', released: '2025-04-05', tier: 'restricted-weights', licence: 'Llama 4 Community License' },
  { id: 'llama-3.3', name: 'Llama 3.3', released: '2024-12-06', tier: 'restricted-weights', licence: 'Llama 3.3 Community License' },
  { id: 'llama-3.1', name: 'Llama 3.1', released: '2024-07-23', tier: 'restricted-weights', licence: 'Llama 3.1 Community License' },
  { id: 'llama-2', name: 'Llama 2', released: '2023-07-18', tier: 'restricted-weights', licence: 'Llama 2 Community License' },
  { id: 'llama-1', name: 'LLaMA', released: '2023-02', tier: 'closed', licence: null },
];
export const family: Card = {
  ...base, id: 'llama', kind: 'model', name: 'Llama', summary: { text: 'A family of language models with downloadable weights.', from: from(0) },
  facts: modelFacts({ maker: { type: 'link', to: [{ name: 'Meta', id: 'meta' }] }, country: { type: 'countries', codes: ['US'] }, released: null }).slice(0, 2),
  family: { spread: { counts: { 'open-weights': 1, 'restricted-weights': 4, 'closed': 1 }, common: null }, releases: [...releases, { id: 'x', name: 'Llama Guard', released: null, tier: 'open-weights', licence: 'Apache License 2.0' }] },
  sources: [source(1, 'The Llama family'), source(2, 'Llama downloads')],
};
export const oneTierFamily: Card = {
  ...family, id: 'gpt', name: 'GPT', family: { spread: { counts: { closed: 3 }, common: 'closed' }, releases: releases.slice(0, 3).map((release) => ({ ...release, tier: 'closed', licence: null })) },
};

export const openLicence: Card = {
  ...base, id: 'mit', kind: 'licence', name: 'MIT License', also: ['Expat License'], summary: { text: 'A short permissive licence.', from: from(0) }, licence: open,
  facts: [
    { field: 'spdx', value: { type: 'text', text: 'MIT' }, from: null }, { field: 'made-for', value: { type: 'words', list: 'made-for', ids: ['code'] }, from: from(0) },
    { field: 'osi-approved', value: { type: 'yes-no', yes: true }, from: from(1) }, { field: 'fsf-free', value: { type: 'yes-no', yes: true }, from: from(0) },
    { field: 'commercial-use', value: { type: 'yes-no', yes: true }, from: from(0) }, { field: 'territory', value: null, from: null },
  ],
  proofs: { 'mit#osiApproved': from(1), 'mit#fsfFree': from(0) },
  links: [{ role: 'text', url: 'https://spdx.org/licenses/MIT.html' }],
  sources: [source(1, 'SPDX License List: MIT', 'https://spdx.org/licenses/MIT.html'), source(2, 'OSI Approved Licenses', 'https://opensource.org/licenses')],
};
export const restrictedLicence: Card = {
  ...openLicence, id: 'llama-4-community', name: 'Llama 4 Community License', also: [], licence: { ...restricted, excludesEu: true },
  facts: [
    { field: 'user-cap', value: { type: 'yes-no', yes: true, detail: 'over 700 million monthly users need a licence of their own' }, from: from(0) },
    { field: 'field-of-use', value: { type: 'yes-no', yes: true, detail: 'an acceptable use policy' }, from: from(0, '2026-02-01') },
    { field: 'osi-approved', value: { type: 'yes-no', yes: false }, from: from(1) },
  ],
  proofs: { 'llama-3.1-community#userCap': from(0), 'llama-3.1-community#fieldOfUse': from(0, '2026-02-01') },
};

const law = { jurisdiction: 'EU', instrument: 'regulation', state: null, amendments: [] } as const;
export const article: Card = {
  ...base, id: 'eu-ai-act/art-53', kind: 'provision', name: 'EU AI Act, Article 53', parent: { name: 'EU AI Act', id: 'eu-ai-act', kind: 'regulation' },
  summary: { text: 'What makers of general-purpose models must document, tell downstream users, and publish about training content.', from: from(0) },
  facts: [
    { field: 'number', value: { type: 'text', text: '53' }, from: null }, { field: 'chapter', value: { type: 'text', text: 'V' }, from: null },
    { field: 'open-source', value: { type: 'text', text: '53(2) lifts the duties of 53(1)(a) and (b) for free and open-source models without systemic risk; copyright policy and training summary stay.' }, from: from(0) },
  ],
  law: {
    ...law, provisionType: 'article',
    dates: [
      { date: '2024-08-01', meaning: 'in-force', how: from(0) }, { date: '2025-08-02', meaning: 'applies', how: from(0) },
      { date: '2026-08-02', meaning: 'enforced', scope: 'fines by the Commission', how: from(0) },
      { date: '2027-08-02', meaning: 'deadline', scope: 'models placed on the market before 2 August 2025', how: from(0) },
    ],
  },
  sources: [source(1, 'Regulation (EU) 2024/1689', 'https://eur-lex.europa.eu/eli/reg/2024/1689/oj'), source(2, 'Regulation (EU) 2026/1744', 'https://eur-lex.europa.eu/eli/reg/2026/1744/oj')],
};
export const regulation: Card = {
  ...article, id: 'eu-ai-act', kind: 'regulation', name: 'EU AI Act', also: ['Artificial Intelligence Act', 'Regulation (EU) 2024/1689', 'AI Act'],
  facts: [{ field: 'number', value: { type: 'text', text: 'Regulation (EU) 2024/1689' }, from: from(0) }],
  law: {
    ...law,
    dates: [
      { date: '2021-04-21', meaning: 'proposed', how: from(0) }, { date: '2024-06-13', meaning: 'adopted', how: from(0) }, { date: '2024-07-12', meaning: 'published', how: from(0) },
      { date: '2024-08-01', meaning: 'in-force', how: from(0) }, { date: '2025-02-02', meaning: 'applies', scope: 'chapters I and II', how: from(0) },
      { date: '2025-08-02', meaning: 'applies', scope: 'general-purpose models', how: from(0) },
      { date: '2026-08-02', meaning: 'applies', scope: 'most other provisions', how: from(0), until: { act: 'Regulation (EU) 2026/1744', on: '2026-07-20' } },
      { date: '2027-12-02', meaning: 'applies', scope: 'high-risk systems of Annex III', how: from(1), from: { act: 'Regulation (EU) 2026/1744', on: '2026-07-20' } },
    ],
    amendments: [{ act: { name: 'Regulation (EU) 2026/1744', id: 'eu-2026-1744', kind: 'regulation' }, on: '2026-07-20', what: 'moved the dates for high-risk systems', how: from(1) }],
  },
};
delete (regulation as { parent?: unknown }).parent;

export const vetoed: Card = {
  ...regulation, id: 'california-sb-1047', name: 'California SB 1047', also: [],
  law: { ...law, jurisdiction: 'US-CA', instrument: 'bill', dates: [{ date: '2024-02-07', meaning: 'proposed', how: from(0) }, { date: '2024-08-29', meaning: 'passed', how: from(0) }, { date: '2024-09-29', meaning: 'vetoed', how: from(0) }] },
};

export const recital: Card = {
  ...article, id: 'eu-ai-act/recital-102', name: 'EU AI Act, Recital 102', summary: null, facts: [], sources: [], links: [{ role: 'text', url: 'https://eur-lex.europa.eu/eli/reg/2024/1689/oj#rct_102' }],
  law: { ...article.law!, provisionType: 'recital', dates: [], amendments: [] },
};

export const company: Card = {
  ...base, id: 'meta', kind: 'company', name: 'Meta', summary: { text: 'A company that makes the Llama models.', from: from(0) },
  facts: [{ field: 'type', value: { type: 'words', list: 'organisation-type', ids: ['company'] }, from: from(0) }, { field: 'country', value: { type: 'countries', codes: ['US'] }, from: from(0) }, { field: 'founded', value: { type: 'date', date: '2004-02' }, from: from(0) }],
  assessments: [{ by: 'fmti', edition: 'December 2025', total: 31, model: 'Llama 4', domains: { Upstream: 5, Model: 16, Downstream: 10 }, from: from(1, sampleDay, '2025-12') }],
  sources: [source(1, 'About Meta'), source(2, 'Foundation Model Transparency Index', 'https://crfm.stanford.edu/fmti/')],
};
export const concept: Card = { ...base, id: 'openwashing', kind: 'concept', name: 'openwashing', summary: { text: 'Calling something open that is open in part or not at all.', from: from(0) }, sources: [source(1, 'Opening up ChatGPT')] };
export const dataset: Card = {
  ...base, id: 'common-voice', kind: 'dataset', name: 'Common Voice', summary: { text: 'Recordings of sentences read aloud by volunteers in many languages.', from: from(0) },
  facts: [
    { field: 'maker', value: { type: 'link', to: [{ name: 'Mozilla', id: 'mozilla' }] }, from: from(0) }, { field: 'licence', value: { type: 'link', to: [{ name: 'CC0 1.0', id: 'cc0-1.0' }] }, from: from(0) },
    { field: 'access', value: { type: 'words', list: 'access', ids: ['open'] }, from: from(0) },
  ],
  sources: [source(1, 'Common Voice')],
};

/** A name and texts as long as they get. */
export const long: Card = {
  ...openWeights, id: 'long', name: 'Regulation-of-Extraordinarily-Long-Model-Names-Instruct-Thinking-Experimental-2026-11-23-Preview-405B',
  also: Array.from({ length: 20 }, (_, n) => `Another printed form of the name, number ${n + 1}`),
  summary: { text: 'A sentence that goes on and on, as a summary may within its six hundred characters, '.repeat(6).trim(), from: from(0) },
};
export const sixtySources: Card = { ...openWeights, id: 'sixty', name: 'Well sourced', sources: Array.from({ length: 60 }, (_, n) => source(n + 1, `Source number ${n + 1}`, `https://example${n}.org/page`)) };
export const noSources: Card = { ...concept, id: 'bare', name: 'Bare record', summary: null, sources: [] };
export const own: Card = { ...concept, id: 'own/house-model', kind: 'tool', name: 'House model', summary: { text: 'Our own note.', from: from(0) }, own: true };
export const oldData: Card = { ...openWeights, id: 'old', name: 'Old facts', dataDate: '2026-04-01', facts: openWeights.facts.map((fact) => (fact.from ? { ...fact, from: [fact.from[0], '2025-01', '2026-03-01', 'secondary'] as const } : fact)) };

export const cards: Readonly<Record<string, Card>> = {
  openWeights, openSource, restrictedWeights, closed, allUnknown, family, oneTierFamily, openLicence, restrictedLicence, article, regulation, vetoed,
  recital, company, concept, dataset, long, sixtySources, noSources, own, oldData,
};

const mention = (n: number, card: Card, over: Partial<PageMention> = {}): PageMention => ({
  n, id: card.id, kind: card.kind, name: card.name, text: card.name, before: 'The report compares ', after: ' with others of its time.',
  ...(card.model && card.parent?.id ? { family: card.parent.id } : {}), ...over,
});
export const pageMentions: PageMention[] = [
  mention(0, openWeights), mention(1, restrictedWeights), mention(2, openWeights, { text: 'R1', before: 'what is new in ' }), mention(3, closed), mention(4, article, { pinpoint: '53(1)(d)', text: 'Article 53(1)(d)' }),
  mention(5, regulation), mention(6, openSource), mention(7, openLicence), mention(8, dataset), mention(9, concept), mention(10, restrictedWeights, { unknownVersion: '3.4', text: 'Llama 3.4' }), mention(11, family),
];
export const pageClaims: PageClaim[] = [
  { n: 0, id: openWeights.id, text: 'open-source', claim: 'open-source' },
  { n: 1, id: restrictedWeights.id, text: 'open source', claim: 'open-source', speaker: 'Meta' },
];
export const frame: FrameReport = { mentions: pageMentions, claims: pageClaims, complete: true };

export const entries: GlossaryEntry[] = Object.values(cards).map((card) => {
  const maker = card.facts.find(({ field }) => field === 'maker')?.value;
  const tier = card.model?.tier.tier ?? card.family?.spread.common ?? undefined;
  return {
    id: card.id, kind: card.kind, name: card.name, also: card.also,
    ...(maker?.type === 'link' && maker.to[0] ? { maker: maker.to[0].name } : {}),
    ...(card.parent ? { parent: card.parent.name } : {}), ...(tier ? { tier } : {}),
    ...(card.law ? { law: { state: card.law.state, dates: card.law.dates } } : {}),
    ...(card.licence ? { opens: licenceTargets.filter((target) => card.licence!.open[target] === true) } : {}),
  };
});
