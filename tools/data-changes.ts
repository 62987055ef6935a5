/**
 * `npm run data:changes -- REF`: what changed in the data for a reader since a commit or a release's tag, as Markdown for
 * release notes. It compares values, not files: a fact that was only checked again is no change.
 * It reads old records as plain JSON, since their schema may have been another.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folders, type Folder } from '../data/schema/record.ts';
import { dataDir } from './records.ts';

type Plain = Readonly<Record<string, unknown>>;

/** A record file as plain JSON. */
export type PlainFile = Plain & { readonly id: string; readonly name: string; readonly kind: string };

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** Field to value; a fact counts with its value alone. */
  readonly values: ReadonlyMap<string, string>;
}

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);
const isFact = (value: Plain): boolean => 'source' in value && 'checked' in value;
const provenanceKeys = new Set(['source', 'asOf', 'checked', 'via']);
/** Not for a reader: the record's own identity, its parts (entries of their own) and where its facts come from. */
const skipped = new Set(['$schema', 'sources', 'id', 'kind', 'name', 'releases', 'provisions', 'regulation', 'family']);

const show = (value: unknown): string => {
  if (value === null || value === undefined) return 'not known';
  if (typeof value === 'string') return `“${value}”`;
  if (Array.isArray(value)) return value.map((item) => (typeof item === 'string' ? item : show(item))).join(', ') || 'none';
  if (isPlain(value)) return Object.entries(value).map(([key, item]) => `${key}: ${show(item)}`).join(', ');
  return String(value);
};

const collect = (value: unknown, path: string, values: Map<string, string>): void => {
  if (isPlain(value) && isFact(value)) {
    const stated = Object.fromEntries(Object.entries(value).filter(([key]) => !provenanceKeys.has(key)));
    values.set(path, 'value' in stated && Object.keys(stated).length === 1 ? show(stated['value']) : show(stated));
  } else if (isPlain(value)) {
    for (const [key, item] of Object.entries(value)) {
      if (path !== '' || !skipped.has(key)) collect(item, path === '' ? key : `${path}.${key}`, values);
    }
  } else if (Array.isArray(value) && value.some(isPlain)) {
    value.forEach((item) => {
      // Items of lists are told apart by what they say, so that one put in front moves none of the others.
      const key = isPlain(item) ? [item['by'], item['edition'], item['meaning'], item['date'], item['role'], item['text']].filter(Boolean).join(' ') : '';
      const own = new Map<string, string>();
      collect(item, '', own);
      values.set(`${path} ${key || own.get('') || show(item)}`.trim(), own.get('') ?? show(item));
    });
  } else if (value !== null && value !== undefined) {
    values.set(path, show(value));
  }
};

const entryOf = (record: Plain, kind: string): Entry => {
  const values = new Map<string, string>();
  for (const [key, item] of Object.entries(record)) if (!skipped.has(key)) collect(item, key, values);
  return { id: String(record['id']), name: String(record['name']), kind, values };
};

const entriesOf = (files: readonly PlainFile[]): Map<string, Entry> => {
  const entries = new Map<string, Entry>();
  const add = (entry: Entry): void => { entries.set(entry.id, entry); };
  for (const file of files) {
    add(entryOf(file, file.kind));
    for (const release of (file['releases'] ?? []) as Plain[]) add(entryOf(release, 'model'));
    for (const provision of (file['provisions'] ?? []) as Plain[]) add(entryOf(provision, 'provision'));
  }
  return entries;
};

const fieldChanges = (before: Entry, after: Entry): string[] => {
  const fields = [...new Set([...before.values.keys(), ...after.values.keys()])];
  return fields.flatMap((field) => {
    const was = before.values.get(field) ?? 'not known';
    const is = after.values.get(field) ?? 'not known';
    return was === is ? [] : [`  - ${field}: ${was} → ${is}`];
  });
};

/** What changed between two states of the data, as Markdown. */
export const describeChanges = (before: readonly PlainFile[], after: readonly PlainFile[]): string => {
  const old = entriesOf(before);
  const now = entriesOf(after);
  const title = ({ name, kind, id }: Entry): string => `${name} (${kind}, \`${id}\`)`;
  const section = (heading: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : [`## ${heading}`, '', ...lines, '']);
  const both = [...now.values()].flatMap((entry) => {
    const was = old.get(entry.id);
    return was ? [{ was, entry }] : [];
  });
  const lines = [
    ...section('Added', [...now.values()].filter(({ id }) => !old.has(id)).map((entry) => `- ${title(entry)}`)),
    ...section('Removed', [...old.values()].filter(({ id }) => !now.has(id)).map((entry) => `- ${title(entry)}`)),
    ...section('Renamed', both.filter(({ was, entry }) => was.name !== entry.name).map(({ was, entry }) => `- ${was.name} → ${title(entry)}`)),
    ...section('Changed', both.flatMap(({ was, entry }) => {
      const changes = fieldChanges(was, entry);
      return changes.length === 0 ? [] : [`- ${title(entry)}`, ...changes];
    })),
  ];
  return lines.length === 0 ? 'No change for a reader.\n' : `${lines.join('\n').trimEnd()}\n`;
};

const git = (...args: string[]): string =>
  execFileSync('git', args, { cwd: join(dataDir, '..'), encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'pipe'] });

const readAt = (ref: string): PlainFile[] => {
  const paths = git('ls-tree', '-r', '--name-only', ref, 'data/').split('\n');
  const isRecord = (path: string): boolean => path.endsWith('.json') && path.split('/')[1]! in folders;
  return paths.filter(isRecord).map((path) => JSON.parse(git('show', `${ref}:${path}`)) as PlainFile);
};

const readNow = (): PlainFile[] =>
  (Object.keys(folders) as Folder[]).filter((folder) => existsSync(join(dataDir, folder))).flatMap((folder) =>
    readdirSync(join(dataDir, folder)).filter((name) => name.endsWith('.json')).map((name) =>
      JSON.parse(readFileSync(join(dataDir, folder, name), 'utf8')) as PlainFile));

if (import.meta.main) {
  const ref = process.argv[2];
  if (ref === undefined) {
    console.error('usage: npm run -s data:changes -- REF');
    process.exitCode = 1;
  } else {
    process.stdout.write(`# Changes in the data since ${ref}\n\n${describeChanges(readAt(ref), readNow())}`);
  }
}
