/**
 * Reads the records under `data/` and checks them: every tool and the compile step starts here.
 * What it checks: each file against its folder's schema; ids that are unique and files named after them; facts that
 * name a source of their file; references that lead to a record of the right kind; dates in order; no two records
 * that claim one name as safe alone. The first run over bad data reports every problem, not just the first.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { flatten, folders, type AnyRecord, type DataFile, type Folder, type Records } from '../data/schema/record.ts';
import type { Kind } from '../data/schema/lists.ts';

/** One thing wrong with the data: where, in which record, and why. */
export interface DataProblem {
  readonly file: string;
  readonly record: string;
  readonly reason: string;
}

/** Thrown when records do not pass; its message has a line a problem: `file: record: reason`. */
export class DataError extends Error {
  readonly problems: readonly DataProblem[];
  constructor(problems: readonly DataProblem[]) {
    super(problems.map(({ file, record, reason }) => `${file}: ${record}: ${reason}`).join('\n'));
    this.name = 'DataError';
    this.problems = problems;
  }
}

/** The folder of the repository that holds the records. */
export const dataDir = join(import.meta.dirname, '..', 'data');

/** A record file that has passed its schema. `path` is relative to the data folder. */
export interface LoadedFile {
  readonly path: string;
  readonly folder: Folder;
  readonly file: DataFile;
}

const describe = (issue: v.BaseIssue<unknown>): string => {
  const path = v.getDotPath(issue);
  return path ? `${path}: ${issue.message}` : issue.message;
};

const parseFile = (folder: Folder, path: string, text: string): { file: DataFile } | { problems: DataProblem[] } => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { problems: [{ file: path, record: '-', reason: `not JSON: ${(error as Error).message}` }] };
  }
  const record = typeof json === 'object' && json !== null && 'id' in json ? String(json.id) : '-';
  const result = v.safeParse(folders[folder] as v.GenericSchema<unknown, DataFile>, json);
  if (result.success) return { file: result.output };
  return { problems: result.issues.map((issue) => ({ file: path, record, reason: describe(issue) })) };
};

/** Reads and schema-checks every file, in the order of folders and names. */
export const readFiles = async (dir: string = dataDir): Promise<{ files: LoadedFile[]; problems: DataProblem[] }> => {
  const files: LoadedFile[] = [];
  const problems: DataProblem[] = [];
  for (const folder of Object.keys(folders) as Folder[]) {
    const entries = await readdir(join(dir, folder)).catch(() => [] as string[]);
    const names = entries.filter((name) => name.endsWith('.json')).sort();
    const texts = await Promise.all(names.map((name) => readFile(join(dir, folder, name), 'utf8')));
    for (const [index, name] of names.entries()) {
      const path = join(folder, name);
      const parsed = parseFile(folder, path, texts[index]!);
      if ('problems' in parsed) {
        problems.push(...parsed.problems);
        continue;
      }
      files.push({ path, folder, file: parsed.file });
      if (`${parsed.file.id}.json` !== name) {
        problems.push({ file: path, record: parsed.file.id, reason: `the file is not named after its record: expected ${parsed.file.id}.json` });
      }
    }
  }
  return { files, problems };
};

type Report = (reason: string) => void;

/** Calls `visit` for every object that has a `source` key and a `checked` day, that is for every fact, deep in `value`. */
const visitFacts = (value: unknown, path: string, visit: (source: string, path: string) => void): void => {
  if (Array.isArray(value)) {
    value.forEach((item, index) => visitFacts(item, `${path}[${index}]`, visit));
  } else if (typeof value === 'object' && value !== null) {
    if ('source' in value && 'checked' in value && typeof value.source === 'string') visit(value.source, path);
    for (const [key, item] of Object.entries(value)) {
      if (key !== 'sources') visitFacts(item, path ? `${path}.${key}` : key, visit);
    }
  }
};

const makers: readonly Kind[] = ['organisation', 'company'];

/** Every reference of a record: the id, where it stands, and the kinds that it may lead to (any, if not given). */
const referencesOf = (record: AnyRecord): { id: string; field: string; kinds?: readonly Kind[] }[] => {
  const found: { id: string; field: string; kinds?: readonly Kind[] }[] = [];
  const add = (id: string | null | undefined, field: string, kinds?: readonly Kind[]): void => {
    if (id) found.push(kinds ? { id, field, kinds } : { id, field });
  };
  for (const id of record.see ?? []) add(id, 'see');
  if ('maker' in record) add(record.maker?.value.id, 'maker', makers);
  if ('licence' in record) add(record.licence?.value, 'licence', ['licence']);
  if ('models' in record) for (const model of record.models?.value ?? []) add(model.id, 'models', ['model']);
  if (record.kind === 'model' && 'components' in record) {
    for (const [type, fact] of Object.entries(record.licences)) add(fact?.value, `licences.${type}`, ['licence']);
    for (const [id, component] of Object.entries(record.components)) add(component?.licence, `components.${id}.licence`, ['licence']);
    add(record.baseModel?.value.id, 'baseModel', ['model']);
    add(record.predecessor?.value.id, 'predecessor', ['model']);
  }
  if (record.kind === 'regulation' || record.kind === 'provision') {
    for (const amendment of record.amendments) add(amendment.act, 'amendments', ['regulation']);
    for (const date of record.dates) {
      add(date.from?.act, 'dates.from', ['regulation']);
      add(date.until?.act, 'dates.until', ['regulation']);
    }
  }
  return found;
};

/** A form reduced to what a reader takes for the same name: case, hyphens, spaces and dots between them do not count. */
const foldName = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s\p{Pd}_]+/gu, '');

const checkNames = (all: readonly { record: AnyRecord; file: string }[], problems: DataProblem[]): void => {
  const owners = new Map<string, { record: AnyRecord; text: string }>();
  for (const { record, file } of all) {
    for (const name of record.names) {
      if (name.safety !== 'alone') continue;
      const key = name.exact ? `=${name.text}` : foldName(name.text);
      const owner = owners.get(key);
      if (owner && owner.record.id !== record.id) {
        problems.push({ file, record: record.id, reason: `the name "${name.text}" is safe alone here and in ${owner.record.id} ("${owner.text}")` });
      } else {
        owners.set(key, { record, text: name.text });
      }
    }
  }
};

const checkRecord = (record: AnyRecord, byId: ReadonlyMap<string, AnyRecord>, report: Report): void => {
  visitFacts(record, '', (source, path) => {
    if (!(source in record.sources)) report(`${path}: no source "${source}" in the file's sources`);
  });
  for (const { id, field, kinds } of referencesOf(record)) {
    const target = byId.get(id);
    if (!target) report(`${field}: refers to "${id}", which no record has`);
    else if (kinds && !kinds.includes(target.kind)) report(`${field}: refers to "${id}", a ${target.kind}, expected ${kinds.join(' or ')}`);
  }
  if (record.kind === 'provision' && !record.id.startsWith(`${record.regulation}/`)) {
    report(`a provision's id begins with its regulation's: expected ${record.regulation}/…`);
  }
};

/** Newest day on which a fact of these records was checked. */
const newestCheck = (records: Iterable<AnyRecord>): string => {
  let newest = '0000-00-00';
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      if ('checked' in value && typeof value.checked === 'string' && value.checked > newest) newest = value.checked;
      Object.values(value).forEach(visit);
    }
  };
  for (const record of records) visit(record);
  return newest;
};

/** Checks files against each other; returns the records by id with every problem found. */
export const checkFiles = (files: readonly LoadedFile[]): { records: Records; problems: DataProblem[] } => {
  const problems: DataProblem[] = [];
  const byId = new Map<string, AnyRecord>();
  const fileOf = new Map<string, string>();
  const all: { record: AnyRecord; file: string }[] = [];
  for (const { path, file } of files) {
    for (const record of flatten(file)) {
      const other = fileOf.get(record.id);
      if (other !== undefined) problems.push({ file: path, record: record.id, reason: `duplicate id, also in ${other}` });
      byId.set(record.id, record);
      fileOf.set(record.id, path);
      all.push({ record, file: path });
    }
  }
  for (const { record, file } of all) {
    checkRecord(record, byId, (reason) => problems.push({ file, record: record.id, reason }));
  }
  checkNames(all, problems);
  return { records: { byId, date: newestCheck(byId.values()) }, problems };
};

/**
 * The whole dataset, checked.
 * @throws DataError with every problem, each with file, record and reason.
 */
export const loadRecords = async (dir: string = dataDir): Promise<Records> => {
  const { files, problems } = await readFiles(dir);
  const checked = checkFiles(files);
  const all = [...problems, ...checked.problems];
  if (all.length > 0) throw new DataError(all);
  return checked.records;
};
