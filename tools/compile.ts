/**
 * `npm run compile`: turns the records into what the extension ships, under `.compiled/` (never committed):
 * `letters.txt`, `names.txt` and `senses.txt`, the lexicon, for the page, `data/` with packed cards, their shared tables and the glossary for everything else, and the
 * third-party notices.
 * The build runs it first. It fails on any bad record, with file, record and reason, and when a size budget is passed.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildCard, buildEntry } from '../glossary/build-card.ts';
import { packCards } from '../glossary/card-pack.ts';
import { buildLexicon } from '../mentions/build-lexicon.ts';
import { writeNotices } from './notices.ts';
import { DataError, loadRecords } from './records.ts';

/** Bytes of UTF-8. What every reader downloads, and every page that is marked pays for. */
export const budgets = { names: 250_000, senses: 180_000, cards: 2_500_000 } as const;

const outDir = join(import.meta.dirname, '..', '.compiled');

/** Compiles the records of `dataDir` (the repository's own by default) into `out`. @throws DataError on bad records, Error past a budget. */
export const compile = async (out: string = outDir, dataDir?: string): Promise<{ records: number } & Record<keyof typeof budgets, number>> => {
  const records = await loadRecords(dataDir);
  const all = [...records.byId.values()];
  const { letters, names, senses } = buildLexicon(all);
  const { shards, shared } = packCards(all.map((record) => buildCard(record, records)), records.date);
  const files = new Map<string, string>([
    ['data/shared.json', JSON.stringify(shared)],
    ...shards.map((shard, index): [string, string] => [`data/cards-${index}.json`, JSON.stringify(shard)]),
  ]);
  const sizes = {
    records: all.length,
    names: Buffer.byteLength(letters) + Buffer.byteLength(names),
    senses: Buffer.byteLength(senses),
    cards: [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0),
  };
  for (const part of ['names', 'senses', 'cards'] as const) {
    if (sizes[part] > budgets[part]) throw new Error(`the ${part} take ${sizes[part]} bytes, the budget is ${budgets[part]}`);
  }
  files.set('data/glossary.json', JSON.stringify(all.map((record) => buildEntry(record, records))));
  await rm(out, { recursive: true, force: true });
  await mkdir(join(out, 'public', 'data'), { recursive: true });
  await writeFile(join(out, 'letters.txt'), letters);
  await writeFile(join(out, 'names.txt'), names);
  await writeFile(join(out, 'senses.txt'), senses);
  await writeFile(join(out, 'notices.txt'), await writeNotices());
  for (const [path, content] of files) await writeFile(join(out, 'public', path), content);
  return sizes;
};

if (import.meta.main) {
  try {
    const { records, names, senses, cards } = await compile();
    console.log(`compiled ${records} records: names ${names} bytes, senses ${senses} bytes, cards ${cards} bytes`);
  } catch (error) {
    console.error(error instanceof DataError ? error.message : error);
    process.exitCode = 1;
  }
}
