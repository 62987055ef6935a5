/**
 * `npm run import -- mot DIR`, `osai DIR`, `fmti DIR`: brings the assessments in our records up to those of a checkout of
 * the upstream repository, in its own format, and prints what changed.
 *
 * An assessment is found by the upstream name that it keeps (`record`; for the transparency index the company's name and
 * the edition). Upstream records that ours do not have are listed and not created: what a thing is called and which
 * release it is takes a person. Facts of a record are not touched. Every assessment that was read gets today as
 * `checked`, also where nothing else changed. Where anything upstream does not parse, nothing is written.
 */
import { rename, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { FmtiAssessment, MotAssessment, ModelFamily, Organisation, OsaiAssessment } from '../data/schema/record.ts';
import { formatRecord } from './format-record.ts';
import { readFmtiDir, type FmtiSaid } from './import-fmti.ts';
import { readMotDir, type MotSaid } from './import-mot.ts';
import { readOsaiDir, type OsaiSaid } from './import-osai.ts';
import { dataDir, readFiles, DataError, type LoadedFile } from './records.ts';
import { UpstreamError, type UpstreamRecord } from './upstream.ts';

export const importers = ['mot', 'osai', 'fmti'] as const;
export type Importer = (typeof importers)[number];

/** What an import did. Lists are sorted as the data files are. */
export interface ImportReport {
  /** A line a change: `record: mot "Amber": components.datasets: null -> "MIT"`. */
  readonly changes: readonly string[];
  /** Assessments read again of which only the day of checking changed. */
  readonly unchanged: number;
  /** Upstream records that none of ours keeps, with their file. */
  readonly unknown: readonly string[];
}

/** Leaves of a value by path, so that two values can be told apart leaf by leaf. */
const leavesOf = (value: unknown, path = ''): Map<string, string> => {
  if (typeof value !== 'object' || value === null) return new Map([[path, JSON.stringify(value)]]);
  return new Map(Object.entries(value).flatMap(([key, item]) => [...leavesOf(item, path === '' ? key : `${path}.${key}`)]));
};

const notCompared = new Set(['checked', 'source', 'via', 'by']);

/** `path: before -> after` of every leaf that differs. */
const differences = (before: object, after: object): string[] => {
  const [old, now] = [leavesOf(before), leavesOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((path) => !notCompared.has(path) && old.get(path) !== now.get(path))
    .map((path) => `${path}: ${old.get(path) ?? 'not listed'} -> ${now.get(path) ?? 'not listed'}`);
};

/** Collects what an import changes in the files, and writes it only at the end. */
class Changes {
  readonly lines: string[] = [];
  readonly touched = new Set<LoadedFile>();
  readonly met = new Set<UpstreamRecord<unknown>>();
  unchanged = 0;

  note(loaded: LoadedFile, upstream: UpstreamRecord<unknown>, label: string, before: object, after: object): void {
    const found = differences(before, after);
    this.lines.push(...found.map((line) => `${label}: ${line}`));
    if (found.length === 0) this.unchanged++;
    this.touched.add(loaded);
    this.met.add(upstream);
  }
}

/**
 * The upstream record for a stored assessment: by name and, where upstream has two of one name, the one whose file the
 * assessment's source names.
 */
const findUpstream = <Said>(all: readonly UpstreamRecord<Said>[], record: string, sourceUrl: string | undefined): UpstreamRecord<Said> | undefined => {
  const named = all.filter((upstream) => upstream.record === record);
  const fileName = (file: string): string => file.split(/[\\/]/).at(-1)!;
  return named.find(({ file }) => sourceUrl !== undefined && decodeURIComponent(sourceUrl).endsWith(`/${fileName(file)}`)) ?? named[0];
};

/** Applies what upstream says to the assessments of models that are by `by`. */
const applyToModels = (
  files: readonly LoadedFile[], by: 'mot' | 'osai', all: readonly UpstreamRecord<MotSaid | OsaiSaid>[], today: string, changes: Changes,
): void => {
  for (const loaded of files) {
    if (loaded.folder !== 'models') continue;
    const family = loaded.file as ModelFamily;
    for (const release of family.releases) {
      release.assessments = release.assessments.map((assessment) => {
        if (assessment.by !== by) return assessment;
        const upstream = findUpstream(all, assessment.record, family.sources[assessment.source]?.url);
        if (upstream === undefined) return assessment;
        const after = { ...assessment, ...upstream.says, asOf: upstream.asOf ?? assessment.asOf, checked: today } as MotAssessment | OsaiAssessment;
        changes.note(loaded, upstream, `${release.id}: ${by} ${JSON.stringify(assessment.record)}`, assessment, after);
        return after;
      });
    }
  }
};

const foldName = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Whether a company of the index, as printed there, is an organisation of ours; "Stability" is Stability AI. */
const isNamed = (organisation: Organisation, company: string): boolean => {
  const forms = [organisation.name, organisation.id, ...organisation.names.map(({ text }) => text)].map(foldName);
  return [company, `${company} AI`].some((form) => forms.includes(foldName(form)));
};

const fmtiSource = { url: 'https://github.com/stanford-crfm/fmti', title: 'Foundation Model Transparency Index, scores and reports' };

/** Applies scores to companies. An edition that a company of ours has no score of yet is added: the company is known. */
const applyToCompanies = (files: readonly LoadedFile[], all: readonly UpstreamRecord<FmtiSaid>[], today: string, changes: Changes): void => {
  const organisations = files.filter(({ folder }) => folder === 'organisations');
  for (const upstream of all) {
    const { edition, total, domains } = upstream.says;
    const candidates = organisations.filter(({ file }) => isNamed(file as Organisation, upstream.record));
    const scored = (loaded: LoadedFile): FmtiAssessment | undefined =>
      (loaded.file as Organisation).assessments.find((assessment) => assessment.edition === edition);
    const loaded = candidates.find((candidate) => scored(candidate) !== undefined) ?? candidates[0];
    if (loaded === undefined) continue;
    const organisation = loaded.file as Organisation;
    const before = scored(loaded);
    const label = `${organisation.id}: fmti ${edition}`;
    if (before === undefined) {
      organisation.sources['fmti'] ??= fmtiSource;
      const added: FmtiAssessment = {
        by: 'fmti', edition, total, model: null, domains: domains ?? {}, source: 'fmti', asOf: edition, checked: today, via: 'original',
      };
      organisation.assessments = [...organisation.assessments, added].sort((a, b) => b.edition.localeCompare(a.edition));
      changes.note(loaded, upstream, label, {}, added);
      continue;
    }
    const kept = before.total === total ? before.domains : {};
    const after: FmtiAssessment = { ...before, total, domains: domains ?? kept, checked: today };
    organisation.assessments = organisation.assessments.map((assessment) => (assessment === before ? after : assessment));
    changes.note(loaded, upstream, label, before, after);
  }
};

/** Writes every file beside its place first, so that a failure half-way leaves the old files whole. */
const writeAll = async (dir: string, files: Iterable<LoadedFile>): Promise<void> => {
  const written: { part: string; path: string }[] = [];
  try {
    for (const { path: name, file } of files) {
      const path = join(dir, name);
      const part = `${path}.part`;
      written.push({ part, path });
      await writeFile(part, formatRecord(file));
    }
  } catch (error) {
    await Promise.all(written.map(({ part }) => rm(part, { force: true })));
    throw error;
  }
  for (const { part, path } of written) await rename(part, path);
};

/**
 * Reads a checkout and updates the records under `to`. `today` is the day of reading, `YYYY-MM-DD`.
 * @throws UpstreamError where upstream does not parse, DataError where our own files do not; nothing is written then.
 */
export const importFrom = async (importer: Importer, dir: string, today: string, to: string = dataDir): Promise<ImportReport> => {
  const { files, problems } = await readFiles(to);
  if (problems.length > 0) throw new DataError(problems);
  const changes = new Changes();
  let all: readonly UpstreamRecord<unknown>[];
  if (importer === 'fmti') {
    const companies = await readFmtiDir(dir);
    all = companies;
    applyToCompanies(files, companies, today, changes);
  } else {
    const models = importer === 'mot' ? await readMotDir(dir) : await readOsaiDir(dir);
    all = models;
    applyToModels(files, importer, models, today, changes);
  }
  if (all.length === 0) throw new UpstreamError([{ file: dir, line: 1, reason: `no record of the form that "${importer}" reads` }]);
  await writeAll(to, changes.touched);
  return {
    changes: changes.lines,
    unchanged: changes.unchanged,
    unknown: all.filter((upstream) => !changes.met.has(upstream)).map(({ record, file }) => `${record} (${relative(dir, file)})`),
  };
};

const main = async (): Promise<void> => {
  const [importer, dir] = process.argv.slice(2);
  if (!importers.includes(importer as Importer) || dir === undefined) {
    console.error(`usage: npm run import -- ${importers.join('|')} DIR`);
    process.exitCode = 2;
    return;
  }
  try {
    const { changes, unchanged, unknown } = await importFrom(importer as Importer, dir, new Date().toISOString().slice(0, 10));
    for (const line of changes) console.log(line);
    console.log(`${changes.length} changes; ${unchanged} assessments read again without change`);
    if (unknown.length > 0) console.log(`not in the data, and not created (${unknown.length}):\n${unknown.map((name) => `  ${name}`).join('\n')}`);
  } catch (error) {
    const isExpected = error instanceof UpstreamError || error instanceof DataError || (error instanceof Error && 'code' in error);
    if (!isExpected) throw error;
    console.error(`${error.message}\nnothing was changed`);
    process.exitCode = 1;
  }
};

if (import.meta.main) await main();
