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
  /** Path to value, leaf by leaf; a fact counts with its value alone. */
  readonly leaves: ReadonlyMap<string, string>;
  /** Field to its items, for lists of objects: names, links, statements, dates, assessments. */
  readonly lists: ReadonlyMap<string, ReadonlyMap<string, Item>>;
}

/** An item of a list under a key that tells it from its neighbours, wherever it stands among them. */
interface Item {
  readonly shown: string;
  readonly leaves: ReadonlyMap<string, string>;
}

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);
const isFact = (value: Plain): boolean => 'source' in value && 'checked' in value;
const provenanceKeys = new Set(['source', 'asOf', 'checked', 'via']);
/** Not for a reader: the record's own identity, its parts (entries of their own) and where its facts come from. */
const skipped = new Set(['$schema', 'sources', 'id', 'kind', 'name', 'releases', 'provisions', 'regulation', 'family']);
/** Of a name the reader meets the form alone: how it is told from other senses is the finder's business. */
const skippedOfNames = new Set(['safety', 'cues', 'against', 'exact']);

const show = (value: unknown): string => {
  if (value === null || value === undefined) return 'not known';
  if (typeof value === 'string') return `“${value}”`;
  if (Array.isArray(value)) return value.map((item) => (typeof item === 'string' ? item : show(item))).join(', ') || 'none';
  if (isPlain(value)) {
    return Object.entries(value).filter(([key, item]) => item !== null && !provenanceKeys.has(key)).map(([key, item]) => `${key}: ${show(item)}`).join(', ');
  }
  return String(value);
};

const collect = (value: unknown, path: string, leaves: Map<string, string>): void => {
  if (!isPlain(value)) {
    if (value !== null && value !== undefined) leaves.set(path, show(value));
    return;
  }
  for (const [key, item] of Object.entries(value)) {
    const isStated = isFact(value) && key === 'value';
    if (isStated && isPlain(item)) leaves.set(path, show(item));
    else if (isStated) collect(item, path, leaves);
    else if (!isFact(value) || !provenanceKeys.has(key)) collect(item, path === '' ? key : `${path}.${key}`, leaves);
  }
};

const itemOf = (field: string, item: Plain): [string, Item] => {
  const told = Object.fromEntries(Object.entries(item).filter(([key]) => field !== 'names' || !skippedOfNames.has(key)));
  const leaves = new Map<string, string>();
  collect(told, '', leaves);
  const named = ['by', 'record', 'edition', 'draft', 'role', 'meaning', 'date', 'scope', 'act', 'on', 'text', 'lang'].flatMap((key) => told[key] ?? []);
  const key = named.length > 0 ? named.join(' ') : (leaves.get('') ?? show(told));
  const said = leaves.get('') ?? leaves.get('url') ?? leaves.get('what') ?? leaves.get('score') ?? leaves.get('total') ?? leaves.get('outcome');
  return [key, { shown: named.length === 0 || said === undefined ? key : `${key}: ${said}`, leaves }];
};

const entryOf = (record: Plain, kind: string): Entry => {
  const leaves = new Map<string, string>();
  const lists = new Map<string, Map<string, Item>>();
  for (const [field, value] of Object.entries(record)) {
    if (skipped.has(field)) continue;
    if (Array.isArray(value) && value.every(isPlain)) lists.set(field, new Map(value.map((item) => itemOf(field, item))));
    else collect(value, field, leaves);
  }
  return { id: String(record['id']), name: String(record['name']), kind, leaves, lists };
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

const leafChanges = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>, prefix: string): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap((leaf) => {
    const [was, is] = [before.get(leaf) ?? 'not known', after.get(leaf) ?? 'not known'];
    return was === is ? [] : [`  - ${[prefix, leaf].filter(Boolean).join(': ')}: ${was} → ${is}`];
  });

const none: ReadonlyMap<string, Item> = new Map();

const fieldChanges = (before: Entry, after: Entry): string[] => {
  const lines = leafChanges(before.leaves, after.leaves, '');
  for (const field of new Set([...before.lists.keys(), ...after.lists.keys()])) {
    const [old, now] = [before.lists.get(field) ?? none, after.lists.get(field) ?? none];
    const added = [...now].filter(([key]) => !old.has(key)).map(([, { shown }]) => shown);
    const gone = [...old].filter(([key]) => !now.has(key)).map(([, { shown }]) => shown);
    // Names are many and short: one line tells them.
    if (field === 'names') {
      if (added.length > 0) lines.push(`  - names: also ${added.join(', ')}`);
      if (gone.length > 0) lines.push(`  - names: no longer ${gone.join(', ')}`);
      continue;
    }
    lines.push(...added.map((shown) => `  - ${field}: added ${shown}`), ...gone.map((shown) => `  - ${field}: removed ${shown}`));
    for (const [key, item] of now) {
      const was = old.get(key);
      if (was) lines.push(...leafChanges(was.leaves, item.leaves, `${field}: ${key}`));
    }
  }
  return lines;
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

/** Why the data at a commit cannot be read; `null` where it can. */
const whyNoCommit = (ref: string): string | null => {
  try {
    git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`);
    return null;
  } catch {
    return `no commit or tag "${ref}" in this checkout`;
  }
};

if (import.meta.main) {
  const ref = process.argv[2];
  const why = ref === undefined ? 'usage: npm run -s data:changes -- REF' : whyNoCommit(ref);
  if (ref === undefined || why !== null) {
    console.error(why);
    process.exitCode = 1;
  } else {
    process.stdout.write(`# Changes in the data since ${ref}\n\n${describeChanges(readAt(ref), readNow())}`);
  }
}
