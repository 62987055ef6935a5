import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataError, loadRecords } from '../../tools/records.ts';

let dir: string;
beforeEach(async () => { dir = await mkdtemp(join(tmpdir(), 'ajar-data-')); });
afterEach(() => rm(dir, { recursive: true }));

const put = async (path: string, content: unknown): Promise<void> => {
  await mkdir(dirname(join(dir, path)), { recursive: true });
  await writeFile(join(dir, path), typeof content === 'string' ? content : JSON.stringify(content));
};

const how = { source: 's', asOf: '2025-01-01', checked: '2026-11-23', via: 'original' };
const sources = { s: { url: 'https://a.example/page', title: 'A page' } };
const concept = (id: string, more: object = {}): object => ({
  sources, kind: 'concept', id, name: id, names: [], summary: { value: 'A thing.', ...how }, ...more,
});
const release = (id: string, more: object = {}): object => ({
  id, name: id, names: [], summary: null, maker: null, country: null, released: null, licences: {}, components: {}, ...more,
});
const family = (id: string, releases: object[]): object => ({
  sources, kind: 'model', id, name: id, names: [], summary: null, maker: null, country: null, releases,
});

const problems = async (): Promise<string[]> => {
  try {
    await loadRecords(dir);
    return [];
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return error.message.split('\n');
  }
};

describe('loadRecords', () => {
  it('gives families, releases and other records by id, and the newest day of checking', async () => {
    await put('concepts/a.json', concept('a'));
    await put('models/f.json', family('f', [release('f-1'), release('f-2', { released: { value: '2025-03', ...how, checked: '2026-11-24' } })]));
    const records = await loadRecords(dir);
    expect([...records.byId.keys()].sort()).toEqual(['a', 'f', 'f-1', 'f-2']);
    expect(records.date).toBe('2026-11-24');
    expect(records.byId.get('f-2')).toMatchObject({ kind: 'model', family: 'f', sources });
  });

  it('tells file, record and reason for every problem at once', async () => {
    await put('concepts/a.json', concept('a', { see: ['nowhere'] }));
    await put('concepts/b.json', '{ "id": "b", ');
    const found = await problems();
    expect(found).toHaveLength(2);
    expect(found.join('\n')).toMatch(/concepts.b\.json: -: not JSON/);
    expect(found.join('\n')).toMatch(/concepts.a\.json: a: see: refers to "nowhere", which no record has/);
  });

  it.each([
    ['a field that the schema does not know', concept('a', { colour: 'red' }), /colour/],
    ['a fact without a source', concept('a', { summary: { value: 'A thing.', asOf: null, checked: '2026-11-23', via: 'original' } }), /summary\.source/],
    ['a source that the file does not list', concept('a', { summary: { value: 'A thing.', ...how, source: 'other' } }), /no source "other"/],
    ['a bad date', concept('a', { summary: { value: 'A thing.', ...how, checked: '2026-02-30' } }), /summary\.checked: no such day/],
    ['a bad address', concept('a', { sources: { s: { url: 'javascript:alert(1)', title: 'A page' } } }), /not a web address/],
    ['text with a direction mark', concept('a', { name: 'a\u202Eb' }), /control characters/],
    ['an id that is no id', concept('A thing'), /not an id/],
  ])('refuses %s', async (_, record, reason) => {
    await put('concepts/a.json', record);
    expect((await problems()).join('\n')).toMatch(reason);
  });

  it('refuses a file that is not named after its record', async () => {
    await put('concepts/a.json', concept('b'));
    expect((await problems()).join()).toMatch(/expected b\.json/);
  });

  it('refuses one id in two files, naming both', async () => {
    await put('concepts/a.json', concept('a'));
    await put('models/f.json', family('f', [release('a')]));
    expect((await problems()).join()).toMatch(/duplicate id, also in .*a\.json|duplicate id, also in .*f\.json/);
  });

  it('refuses two records that claim one name as safe alone, however it is spelt', async () => {
    await put('concepts/a.json', concept('a', { names: [{ text: 'Open Thing', safety: 'alone' }] }));
    await put('concepts/b.json', concept('b', { names: [{ text: 'open-thing', safety: 'alone' }] }));
    expect((await problems()).join()).toMatch(/the name "open-thing" is safe alone here and in a \("Open Thing"\)/);
  });

  it('lets two records share a name that needs context', async () => {
    await put('concepts/a.json', concept('a', { names: [{ text: 'Nova', safety: 'context' }] }));
    await put('concepts/b.json', concept('b', { names: [{ text: 'Nova', safety: 'context' }] }));
    expect(await problems()).toEqual([]);
  });

  it('refuses a reference to a licence that is gone, with both names', async () => {
    await put('models/f.json', family('f', [release('f-1', { licences: { distribution: { value: 'gone-1.0', ...how } } })]));
    expect(await problems()).toEqual([expect.stringMatching(/f\.json: f-1: licences\.distribution: refers to "gone-1\.0"/)]);
  });

  it('refuses a reference to a record of the wrong kind', async () => {
    await put('concepts/a.json', concept('a'));
    await put('models/f.json', family('f', [release('f-1', { licences: { distribution: { value: 'a', ...how } } })]));
    expect((await problems()).join()).toMatch(/refers to "a", a concept, expected licence/);
  });
});
