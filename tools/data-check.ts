/**
 * `npm run data:check [-- --list]`: everything that must hold of the records, and what a maintainer should look at.
 * Errors (exit code 1): what `records.ts` finds, and a record without a sourced fact. Notices: facts that rest on somebody
 * else's account alone, facts that nobody has checked for 180 days, and how much is known of each kind of record.
 * `--list` names every such fact. `asOf` is what day a source speaks for: old is not stale, so it is not judged here.
 */
import { flatten, isFamily, isRelease, type AnyRecord } from '../data/schema/record.ts';
import { visitFacts } from './facts.ts';
import { checkFiles, readFiles, type DataProblem, type LoadedFile } from './records.ts';

/** A fact that nobody has looked at for half a year may have changed: cards call it stale from the same day on. */
const staleAfterDays = 180;
const msPerDay = 86_400_000;

/** Where a fact stands: file, record and field. */
export interface FactPlace {
  readonly file: string;
  readonly record: string;
  readonly field: string;
}

/** How many records of a kind there are, and how many of them each field is known of. */
export interface Coverage {
  readonly kind: string;
  readonly records: number;
  readonly known: Readonly<Record<string, number>>;
}

export interface DataReport {
  readonly problems: readonly DataProblem[];
  readonly secondary: readonly FactPlace[];
  readonly stale: readonly FactPlace[];
  readonly coverage: readonly Coverage[];
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / msPerDay;

const kindOf = (record: AnyRecord): string =>
  isRelease(record) ? 'model release' : isFamily(record) ? 'model family' : record.kind;

/** Fields that say what a record is rather than what is known of it. */
const notFacts = new Set(['id', 'kind', 'name', 'names', 'sources', 'family', 'regulation', 'releaseIds', 'provisionIds', 'see', 'links']);

const isKnown = (value: unknown): boolean => {
  if (value === null || value === undefined) return false;
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value !== 'object' || 'source' in value) return true;
  return Object.values(value).some(isKnown);
};

const coverageOf = (records: Iterable<AnyRecord>): Coverage[] => {
  const byKind = new Map<string, { records: number; known: Record<string, number> }>();
  for (const record of records) {
    const kind = kindOf(record);
    const entry = byKind.get(kind) ?? { records: 0, known: {} };
    byKind.set(kind, entry);
    entry.records += 1;
    for (const [field, value] of Object.entries(record)) {
      if (!notFacts.has(field)) entry.known[field] = (entry.known[field] ?? 0) + (isKnown(value) ? 1 : 0);
    }
  }
  return [...byKind].map(([kind, entry]) => ({ kind, ...entry })).sort((a, b) => a.kind.localeCompare(b.kind));
};

/** A provision stands on its law's sources; every other record needs a sourced fact of its own. */
const findUnsourced = (files: readonly LoadedFile[]): DataProblem[] => {
  const problems: DataProblem[] = [];
  for (const { path, file } of files) {
    for (const record of flatten(file)) {
      let facts = 0;
      visitFacts(record, () => { facts += 1; });
      if (facts === 0 && record.kind !== 'provision') {
        problems.push({ file: path, record: record.id, reason: 'states no fact with a source' });
      }
    }
  }
  return problems;
};

/**
 * Reports on files that have passed their schema. `problems` are those already found while reading.
 * @param today the day to judge age by, `YYYY-MM-DD`
 */
export const reportData = (files: readonly LoadedFile[], problems: readonly DataProblem[], today: string): DataReport => {
  const checked = checkFiles(files);
  const secondary: FactPlace[] = [];
  const stale: FactPlace[] = [];
  for (const { path, file } of files) {
    for (const record of flatten(file)) {
      visitFacts(record, (fact, field) => {
        const place = { file: path, record: record.id, field };
        if (fact.via === 'secondary') secondary.push(place);
        if (daysBetween(fact.checked, today) > staleAfterDays) stale.push(place);
      });
    }
  }
  return {
    problems: [...problems, ...checked.problems, ...findUnsourced(files)],
    secondary,
    stale,
    coverage: coverageOf(checked.records.byId.values()),
  };
};

const printPlaces = (title: string, places: readonly FactPlace[], isFull: boolean): void => {
  console.log(`${title}: ${places.length}`);
  if (isFull) for (const { file, record, field } of places) console.log(`  ${file}: ${record}: ${field}`);
};

const printCoverage = (coverage: readonly Coverage[]): void => {
  for (const { kind, records, known } of coverage) {
    const fields = Object.entries(known).map(([field, count]) => `${field} ${Math.round((100 * count) / records)}%`);
    console.log(`${kind}: ${records}\n  ${fields.join(', ')}`);
  }
};

if (import.meta.main) {
  const { files, problems } = await readFiles();
  const report = reportData(files, problems, new Date().toISOString().slice(0, 10));
  const isFull = process.argv.includes('--list');
  printCoverage(report.coverage);
  printPlaces('Facts with only a secondary source', report.secondary, isFull);
  printPlaces(`Facts not checked for over ${staleAfterDays} days`, report.stale, isFull);
  for (const { file, record, reason } of report.problems) console.error(`${file}: ${record}: ${reason}`);
  console.log(`Errors: ${report.problems.length}`);
  if (report.problems.length > 0) process.exitCode = 1;
}
