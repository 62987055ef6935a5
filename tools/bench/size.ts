/** Bytes of what is built: each script, the lexicon in it, the cards, the packages. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtDir } from '../drive.ts';
import { printTable } from './lab.ts';

const root = join(import.meta.dirname, '..', '..');

export const benchSize = async (): Promise<void> => {
  const dir = builtDir('chromium');
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => ({ path: join(entry.parentPath, entry.name).slice(dir.length + 1).replaceAll('\\', '/'), content: readFileSync(join(entry.parentPath, entry.name)) }));
  const row = (name: string, contents: readonly Buffer[]): string[] =>
    [name, String(contents.reduce((sum, { length }) => sum + length, 0)), String(contents.reduce((sum, content) => sum + gzipSync(content).length, 0))];
  const under = (prefix: string): Buffer[] => files.filter(({ path }) => path.startsWith(prefix)).map(({ content }) => content);
  const read = (...parts: string[]): Buffer => Buffer.concat(parts.map((part) => readFileSync(join(root, '.compiled', `${part}.txt`))));
  const names = read('letters', 'names');
  const senses = read('senses');
  const pageScript = under('page.js')[0]!;
  const rows = [
    ...files.filter(({ path }) => path.endsWith('.js') && !path.startsWith('chunks/')).map(({ path, content }) => row(path, [content])),
    ['page.js without the names', String(pageScript.length - names.length), ''],
    row('names', [names]), row('senses', [senses]), row('chunks of the extension’s pages', under('chunks/')), row('cards', under('data/cards')), row('shared tables of cards', under('data/shared')),
    row('glossary', under('data/glossary')), row('languages', under('_locales/')), row('everything', files.map(({ content }) => content)),
  ];
  const out = join(root, '.output');
  for (const name of existsSync(out) ? readdirSync(out).filter((file) => file.endsWith('.zip')).sort() : []) rows.push([basename(name), String(readFileSync(join(out, name)).length), '']);
  printTable('Bytes', ['what', 'raw', 'gzip'], rows);
};
