/** Two to four models side by side, as rows of plain data. The view and the exports put them into words. */
import { componentIds, type ComponentId } from '../data/schema/lists.ts';
import type { Card, CardAssessment, CardComponent, CardFact, CardField } from './card.ts';

/** A card of a single model release. */
export type ModelCard = Card & { readonly model: NonNullable<Card['model']> };
export const isModelCard = (card: Card): card is ModelCard => card.model !== undefined;

/** Fewer is no comparison; more do not fit beside each other in a side panel. */
export const comparable = { least: 2, most: 4 } as const;

export interface Comparison {
  readonly models: readonly ModelCard[];
  /** Facts that at least one of the models knows, one cell a model. */
  readonly facts: readonly { readonly field: CardField; readonly cells: readonly (CardFact | null)[] }[];
  /** Components that at least one of them knows or a class requires. */
  readonly components: readonly { readonly id: ComponentId; readonly cells: readonly (CardComponent | null)[] }[];
  readonly assessments: readonly { readonly by: CardAssessment['by']; readonly cells: readonly (CardAssessment | null)[] }[];
}

const fields: readonly CardField[] = [
  'maker', 'country', 'released', 'licence', 'sizes', 'modalities', 'gated', 'data-information', 'training-compute', 'general-purpose', 'systemic-risk',
];
const judges: readonly CardAssessment['by'][] = ['osai', 'mot', 'osi'];

/** Lines up the models' facts; what none of them knows has no row. */
export const compareModels = (models: readonly ModelCard[]): Comparison => ({
  models,
  facts: fields
    .map((field) => ({ field, cells: models.map((card) => card.facts.find((fact) => fact.field === field && fact.value !== null) ?? null) }))
    .filter(({ cells }) => cells.some((cell) => cell !== null)),
  components: componentIds
    .map((id) => ({ id, cells: models.map((card) => card.model.components.find((component) => component.id === id) ?? null) }))
    .filter(({ cells }) => cells.some((cell) => cell !== null)),
  assessments: judges
    .map((by) => ({ by, cells: models.map((card) => card.assessments.find((assessment) => assessment.by === by) ?? null) }))
    .filter(({ cells }) => cells.some((cell) => cell !== null)),
});
