/** Models side by side. */
import { describe, expect, it } from 'vitest';
import { allUnknown, article, closed, family, openSource, openWeights } from '../../components/gallery/samples.ts';
import { compareModels, isModelCard, type ModelCard } from '../../glossary/compare.ts';

const compare = (...cards: readonly unknown[]) => compareModels(cards as ModelCard[]);

describe('compareModels', () => {
  it('gives each row one cell a model, in their order', () => {
    const { facts, components, assessments } = compare(openWeights, openSource, closed);
    for (const { cells } of [...facts, ...components, ...assessments]) expect(cells).toHaveLength(3);
    expect(components.find(({ id }) => id === 'training-code')!.cells.map((cell) => cell?.state)).toEqual(['not-released', 'released', 'not-released']);
  });

  it('leaves out what none of them knows, and keeps what one does', () => {
    expect(compare(allUnknown, allUnknown).facts).toEqual([]);
    expect(compare(allUnknown, openWeights).facts.find(({ field }) => field === 'licence')!.cells.map((cell) => cell === null)).toEqual([true, false]);
  });

  it('shows an assessment that only one has', () => {
    expect(compare(openWeights, closed).assessments.map(({ by, cells }) => [by, cells.map((cell) => cell !== null)])).toEqual([
      ['osai', [true, false]], ['mot', [true, false]], ['osi', [true, false]],
    ]);
  });
});

describe('isModelCard', () => {
  it('is a release, not a family or a law', () => {
    expect([openWeights, family, article].map(isModelCard)).toEqual([true, false, false]);
  });
});
