import { describe, expect, it } from 'vitest';
import { reportData } from '../../tools/data-check.ts';
import type { LoadedFile } from '../../tools/records.ts';

const how = { source: 's', asOf: '2020-01-01', checked: '2026-01-01', via: 'original' };
const load = (id: string, more: object = {}): LoadedFile => ({
  path: `concepts/${id}.json`,
  folder: 'concepts',
  file: {
    sources: { s: { url: 'https://a.example/', title: 'A' } }, kind: 'concept', id, name: id, names: [],
    summary: { value: 'A thing.', ...how }, ...more,
  } as unknown as LoadedFile['file'],
});

describe('reportData', () => {
  it('takes a record without a sourced fact for an error', () => {
    const { problems } = reportData([load('bare', { summary: null })], [], '2026-01-02');
    expect(problems).toEqual([{ file: 'concepts/bare.json', record: 'bare', reason: 'states no fact with a source' }]);
  });

  it('keeps the problems found while reading and adds those between files', () => {
    const found = { file: 'x', record: 'x', reason: 'not JSON' };
    const { problems } = reportData([load('a', { see: ['gone'] })], [found], '2026-01-02');
    expect(problems.map(({ reason }) => reason)).toEqual(['not JSON', 'see: refers to "gone", which no record has']);
  });

  it('lists facts by somebody else alone', () => {
    const { secondary } = reportData([load('a'), load('b', { summary: { value: 'B.', ...how, via: 'secondary' } })], [], '2026-01-02');
    expect(secondary).toEqual([{ file: 'concepts/b.json', record: 'b', field: 'summary' }]);
  });

  it('calls a fact stale by the day it was checked, not by the day its source speaks for', () => {
    expect(reportData([load('a')], [], '2026-06-30').stale).toEqual([]);
    expect(reportData([load('a')], [], '2026-07-01').stale).toEqual([{ file: 'concepts/a.json', record: 'a', field: 'summary' }]);
  });

  it('counts records and known facts by kind', () => {
    const { coverage } = reportData([load('a'), load('b', { summary: null })], [], '2026-01-02');
    expect(coverage).toEqual([{ kind: 'concept', records: 2, known: { summary: 1 } }]);
  });
});
