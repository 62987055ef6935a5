import { describe, expect, it } from 'vitest';
import { makeOwnFinder, withOwn, type OwnNames } from '../../mentions/own-names.ts';

const records: OwnNames[] = [
  { id: 'own-house-model', kind: 'tool', name: 'House Model', forms: [{ text: 'House Model' }, { text: 'HM-2' }] },
  { id: 'own-house', kind: 'organisation', name: 'House', forms: [{ text: 'House', cues: ['parliament'] }] },
];
const find = makeOwnFinder(records);
const texts = (text: string): string[] => find(text).map(({ start, end, id }) => `${id}:${text.slice(start, end)}`);

describe('makeOwnFinder', () => {
  it.each([
    ['We asked the House Model again.', ['own-house-model:House Model']],
    ['the house-model, and HM 2 too', ['own-house-model:house-model', 'own-house-model:HM 2']],
    ['Housemodel and House; Models', []],
    ['My house is old.', []],
    ['Parliament and the House met.', ['own-house:House']],
    ['', []],
  ])('%s', (text, wanted) => expect(texts(text)).toEqual(wanted));
});

describe('withOwn', () => {
  it('lets the reader’s own stand where both name a span', () => {
    const ours = [{ start: 0, end: 5, id: 'a', name: 'A', kind: 'model' as const }, { start: 8, end: 9, id: 'b', name: 'B', kind: 'model' as const }];
    const own = [{ start: 3, end: 7, id: 'own-c', name: 'C', kind: 'tool' as const }];
    expect(withOwn(ours, own).map(({ id }) => id)).toEqual(['own-c', 'b']);
  });
});
