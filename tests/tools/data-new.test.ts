import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { kinds } from '../../data/schema/lists.ts';
import { readFiles } from '../../tools/records.ts';
import { NewRecordError, writeNewRecord } from '../../tools/data-new.ts';

let dir: string;
beforeEach(async () => { dir = await mkdtemp(join(tmpdir(), 'ajar-new-')); });
afterEach(() => rm(dir, { recursive: true }));

describe('writeNewRecord', () => {
  it.each(kinds.filter((kind) => kind !== 'provision'))('writes a %s that passes the schema and names it', async (kind) => {
    const path = await writeNewRecord(kind, 'a-thing', 'A Thing', dir);
    const { files, problems } = await readFiles(dir);
    expect(problems).toEqual([]);
    expect(files.map((file) => file.path)).toEqual([path]);
    const json = JSON.parse(await readFile(join(dir, path), 'utf8')) as { $schema: string };
    expect(json.$schema).toBe(`../schema/json/${files[0]!.folder}.schema.json`);
  });

  it('leaves a file alone that is there', async () => {
    const path = await writeNewRecord('concept', 'a-thing', 'A Thing', dir);
    await writeFile(join(dir, path), 'mine');
    await expect(writeNewRecord('concept', 'a-thing', 'Another', dir)).rejects.toThrow('is there already');
    expect(await readFile(join(dir, path), 'utf8')).toBe('mine');
  });

  it('takes no id that another kind of record has', async () => {
    await writeNewRecord('company', 'a-thing', 'A Thing', dir);
    await expect(writeNewRecord('concept', 'a-thing', 'Another', dir)).rejects.toThrow('belongs to A Thing, a company');
  });

  it.each([
    ['provision', 'a-thing', 'A Thing'],
    ['widget', 'a-thing', 'A Thing'],
    ['concept', 'A Thing', 'A Thing'],
    ['concept', '../a-thing', 'A Thing'],
    ['concept', 'a/thing', 'A Thing'],
    ['concept', 'a-thing', ' '],
  ])('refuses %s %s "%s" and writes nothing', async (kind, id, name) => {
    await expect(writeNewRecord(kind, id, name, dir)).rejects.toThrow(NewRecordError);
    expect((await readFiles(dir)).files).toEqual([]);
  });
});
