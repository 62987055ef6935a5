import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadRecords } from '../../tools/records.ts';
import { labelPassages, type Passage } from '../../tools/label.ts';

const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'zh', 'ja', 'ko'];
const read = (name: string): Passage[] =>
  readFileSync(join(import.meta.dirname, `${name}.jsonl`), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as Passage);

const byFile = new Map([...languages, 'held-out'].map((name) => [name, read(name)]));
const heldOut = byFile.get('held-out')!;
const passages = [...byFile.values()].flat();
const { byId } = await loadRecords();

describe('the labels', () => {
  test('have offsets that slice to the text they name, in order and apart', () => {
    for (const { id, text, mentions, claims } of passages) {
      let end = 0;
      for (const mention of mentions) {
        expect(text.slice(mention.start, mention.end), id).toBe(mention.text);
        expect(mention.text.trim(), id).toBe(mention.text);
        expect(mention.start, id).toBeGreaterThanOrEqual(end);
        end = mention.end;
      }
      for (const claim of claims) expect(text.slice(claim.start, claim.end), id).toBe(claim.text);
    }
  });

  test('name records that exist, by their own name and kind', () => {
    const wrong = passages.flatMap(({ id, mentions }) => mentions
      .filter((mention) => byId.get(mention.id)?.kind !== mention.kind || byId.get(mention.id)?.name !== mention.name)
      .map((mention) => `${id}: ${mention.id}`));
    expect(wrong).toEqual([]);
  });

  test('claim of models that the passage names', () => {
    const wrong = passages.flatMap(({ id, mentions, claims }) =>
      claims.filter(({ model }) => !mentions.some(({ name }) => name === model)).map(({ model }) => `${id}: ${model}`));
    expect(wrong).toEqual([]);
  });

  test('fit the class', () => {
    for (const { id, class: passageClass, mentions } of passages) expect(mentions.length > 0, id).toBe(passageClass !== 'negative');
  });
});

describe('the passages', () => {
  test('have ids of their own, and each file its language', () => {
    expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
    expect(new Set(passages.map(({ text }) => text)).size).toBe(passages.length);
    for (const [name, own] of byFile) for (const { id, lang } of own) {
      expect(id.startsWith(`${lang}-`), id).toBe(true);
      if (name !== 'held-out') expect(lang, id).toBe(name);
    }
  });

  test('are at least 400, half of them traps, a third held out in every language', () => {
    const areTraps = (some: readonly Passage[]): number => some.filter((passage) => passage.class !== 'positive').length / some.length;
    expect(passages.length).toBeGreaterThanOrEqual(400);
    expect(areTraps(passages)).toBeGreaterThanOrEqual(0.5);
    expect(areTraps(heldOut)).toBeGreaterThanOrEqual(0.5);
    for (const language of languages) {
      const held = heldOut.filter(({ lang }) => lang === language).length;
      const share = held / (held + byFile.get(language)!.length);
      expect(share, language).toBeGreaterThan(0.28);
      expect(share, language).toBeLessThan(0.38);
    }
  });
});

describe('the labelling tool', () => {
  const find = (id: string) => ({ name: id.toUpperCase(), kind: 'model' as const });

  test('counts offsets of marks, also after characters of two code units', () => {
    const [passage] = labelPassages('## mixed\ntitle: T\n😀 {{A\\u00a01|a}} is [[open|open-source|a,b]].\n', 'en', 7, find);
    expect(passage).toEqual({
      id: 'en-007', lang: 'en', class: 'mixed', title: 'T', text: '😀 A\u00a01 is open.',
      mentions: [{ start: 3, end: 6, text: 'A\u00a01', name: 'A', kind: 'model', id: 'a' }],
      claims: [
        { start: 10, end: 14, text: 'open', claim: 'open-source', model: 'A' },
        { start: 10, end: 14, text: 'open', claim: 'open-source', model: 'B' },
      ],
    });
  });

  test('refuses a mark that it cannot read', () => {
    expect(() => labelPassages('## positive\nA {{broken mark.\n', 'en', 1, find)).toThrow('broken mark');
    expect(() => labelPassages('## neither\nText.\n', 'en', 1, find)).toThrow('neither');
  });
});
