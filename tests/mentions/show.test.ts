import { expect, it } from 'vitest';
import { kinds, type Kind } from '../../data/schema/lists.ts';
import { chooseShown, type ShowPolicy } from '../../mentions/show.ts';

const all = Object.fromEntries(kinds.map((kind) => [kind, true])) as Record<Kind, boolean>;
const policy = (repeat: ShowPolicy['repeat'], off: Kind[] = []): ShowPolicy => ({ repeat, kinds: { ...all, ...Object.fromEntries(off.map((kind) => [kind, false])) } });
const placed = (id: string, at: number, kind: Kind = 'model') => ({ mention: { start: 0, end: 1, id, name: id, kind }, at });
const page = [placed('llama', 0), placed('llama', 500), placed('gpt', 900), placed('llama', 2000), placed('llama', 3900), placed('llama', 4100), placed('open-weights', 10, 'concept'), placed('open-weights', 9000, 'concept')];
const shown = (repeat: ShowPolicy['repeat'], off?: Kind[]) => chooseShown(page, policy(repeat, off)).map(({ mention, at }) => `${mention.id}@${at}`);

it('marks a record again after 2,000 characters since its last mark, a concept once', () => {
  expect(shown('spaced')).toEqual(['llama@0', 'gpt@900', 'llama@2000', 'llama@4100', 'open-weights@10']);
});

it('marks every mention, the first, or none', () => {
  expect(shown('every')).toHaveLength(page.length);
  expect(shown('first')).toEqual(['llama@0', 'gpt@900', 'open-weights@10']);
  expect(shown('none')).toEqual([]);
});

it('marks only kinds that are on', () => {
  expect(shown('every', ['model'])).toEqual(['open-weights@10', 'open-weights@9000']);
});
