import { describe, expect, it } from 'vitest';
import { formatRecord, reformat } from '../../tools/format-record.ts';
import type { DataFile } from '../../data/schema/record.ts';

const concept = {
  summary: { via: 'original', value: 'What it is.', checked: '2026-11-23', asOf: null, source: 'a' },
  names: [{ safety: 'context', text: 'thing', lang: 'en' }],
  name: 'Thing',
  id: 'thing',
  kind: 'concept',
  sources: { b: { title: 'B', url: 'https://b.example/' }, a: { title: 'A', url: 'https://a.example/' } },
  $schema: '../schema/json/concepts.schema.json',
} as unknown as DataFile;

describe('formatRecord', () => {
  it('writes keys in the order of the schema and sources by key', () => {
    expect(formatRecord(concept)).toBe(`{
  "$schema": "../schema/json/concepts.schema.json",
  "sources": {
    "a": { "url": "https://a.example/", "title": "A" },
    "b": { "url": "https://b.example/", "title": "B" }
  },
  "kind": "concept",
  "id": "thing",
  "name": "Thing",
  "names": [
    { "text": "thing", "lang": "en", "safety": "context" }
  ],
  "summary": { "value": "What it is.", "source": "a", "asOf": null, "checked": "2026-11-23", "via": "original" }
}
`);
  });

  it('is stable: what it wrote it writes again', () => {
    const once = formatRecord(concept);
    expect(formatRecord(JSON.parse(once) as DataFile)).toBe(once);
  });

  it('leaves out defaults, keeps what is known to be unknown, and loses no foreign key', () => {
    const file = { ...concept, kind: 'organisation', country: null, founded: null, assessments: [], remark: 'x' };
    const text = formatRecord(file as unknown as DataFile);
    expect(text).toContain('"country": null');
    expect(text).not.toContain('founded');
    expect(text).not.toContain('assessments');
    expect(text).toContain('"remark": "x"');
  });

  it('breaks a fact that does not fit a line', () => {
    const long = { ...concept, summary: { value: 'w'.repeat(150), source: 'a', asOf: null, checked: '2026-11-23', via: 'copy' } };
    expect(formatRecord(long as unknown as DataFile)).toContain('"summary": {\n    "value": "www');
  });
});

describe('reformat', () => {
  it.each([
    ['a half-written file', '{ "kind": "concept",', /^not JSON: /],
    ['a foreign file', '{ "name": "package", "version": "1.0.0" }', /^no record: /],
    ['a list', '[]', /^no record: /],
  ])('says why it leaves %s', (_, text, why) => {
    expect(reformat(text)).toEqual({ reason: expect.stringMatching(why) as string });
  });
});
