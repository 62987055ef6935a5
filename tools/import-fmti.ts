/**
 * Reads a checkout of the Foundation Model Transparency Index (https://github.com/stanford-crfm/fmti): each edition's score
 * table, as the assessments of companies that our data keeps. Called by tools/import.ts.
 *
 * An edition is a folder such as `Dec2025` with `Dec2025_scores.csv`: a row an indicator, a column a company, 0 or 1. The
 * domain of an indicator stands in the table itself (2023), in the folder's own `_indicators.csv` (2025) or in
 * `fmti-indicators.csv` of the root. Some indicators are worded differently in table and list (eight in 2024), so a name
 * that the list does not have takes the domain of the same row of the list; the rows are in one order. A table of another
 * number of rows than its list, or than the hundred that the index has where there is no list, was cut off.
 */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FmtiAssessment } from '../data/schema/record.ts';
import { CsvError, readCsv, type CsvRow } from './read-csv.ts';
import { UpstreamError, type UpstreamProblem, type UpstreamRecord } from './upstream.ts';

/** `domains`: `null` where the checkout has no list that tells an indicator's domain. */
export type FmtiSaid = Pick<FmtiAssessment, 'edition' | 'total'> & { readonly domains: FmtiAssessment['domains'] | null };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `Dec2025` is 2025-12; `null` for a folder that is no edition. */
const editionOf = (folder: string): string | null => {
  const [, month, year] = /^([A-Za-z]{3,9})(20\d\d)$/.exec(folder) ?? [];
  const at = month === undefined ? -1 : months.indexOf(month.slice(0, 3).toLowerCase());
  return at < 0 ? null : `${year}-${String(at + 1).padStart(2, '0')}`;
};

const fold = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

type Report = (file: string, line: number, reason: string) => void;

/** Rows of a table under its head; `null`, with the reason reported, where it does not parse. */
const readTable = async (file: string, report: Report): Promise<{ head: readonly string[]; rows: CsvRow[] } | null> => {
  try {
    const [first, ...rows] = readCsv(await readFile(file, 'utf8'));
    if (first === undefined) {
      report(file, 1, 'an empty table');
      return null;
    }
    const head = first.cells.map((cell) => cell.trim());
    const odd = rows.find(({ cells }) => cells.length !== head.length);
    if (odd !== undefined) {
      report(file, odd.line, `${odd.cells.length} cells, expected ${head.length}`);
      return null;
    }
    return { head, rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    report(file, error.line, error.message);
    return null;
  }
};

interface Indicator {
  readonly name: string;
  readonly domain: string;
}

/** A list of indicators with their domains, in its order. */
const readIndicators = async (file: string, report: Report): Promise<Indicator[] | null> => {
  const table = await readTable(file, report);
  if (table === null) return null;
  const [domain, name] = [table.head.indexOf('Domain'), table.head.indexOf('Indicator')];
  if (domain < 0 || name < 0) {
    report(file, 1, 'no columns "Domain" and "Indicator"');
    return null;
  }
  return table.rows.map(({ cells }) => ({ name: fold(cells[name]!), domain: cells[domain]!.trim() }));
};

/** Indicators of every edition so far, by the index's papers. */
const indicatorCount = 100;

const notCompanies = new Set(['Domain', 'Subdomain', 'Indicator', 'Total', '']);

/** One edition: what each company scored. */
const readEdition = async (dir: string, folder: string, edition: string, report: Report): Promise<UpstreamRecord<FmtiSaid>[]> => {
  const file = join(dir, folder, `${folder}_scores.csv`);
  const table = await readTable(file, report);
  if (table === null) return [];
  const column = (name: string): number => table.head.indexOf(name);
  if (column('Indicator') < 0) {
    report(file, 1, 'no column "Indicator"');
    return [];
  }
  const isTotal = ({ cells }: CsvRow): boolean => fold(cells[column('Indicator')]!) === 'total';
  const rows = table.rows.filter((row) => !isTotal(row));
  const stated = table.rows.find(isTotal);

  let list: Indicator[] | null = null;
  const own = `${folder}_indicators.csv`;
  const hasOwn = (await readdir(join(dir, folder))).includes(own);
  if (hasOwn || (await readdir(dir)).includes('fmti-indicators.csv')) {
    list = await readIndicators(hasOwn ? join(dir, folder, own) : join(dir, 'fmti-indicators.csv'), report);
    if (list === null) return [];
  }
  const expected = list?.length ?? indicatorCount;
  if (rows.length !== expected) {
    report(file, table.rows.at(-1)?.line ?? 1, `${rows.length} indicators, expected ${expected}`);
    return [];
  }
  let domainOf: ((row: CsvRow, at: number) => string | undefined) | null = null;
  if (column('Domain') >= 0) domainOf = ({ cells }) => cells[column('Domain')]!.trim() || undefined;
  else if (list !== null) {
    const ordered = list;
    const byName = new Map(ordered.map((indicator) => [indicator.name, indicator.domain]));
    domainOf = ({ cells }, at) => byName.get(fold(cells[column('Indicator')]!)) ?? ordered[at]!.domain;
  }

  let hasFailed = false;
  const fail = (line: number, reason: string): void => {
    hasFailed = true;
    report(file, line, reason);
  };
  const domains = domainOf === null ? null : rows.map((row, at) => {
    const domain = domainOf(row, at);
    if (domain === undefined) fail(row.line, `no domain is known for "${row.cells[column('Indicator')]!.trim()}"`);
    return domain ?? '';
  });
  const records = table.head.flatMap((company, at): UpstreamRecord<FmtiSaid>[] => {
    if (notCompanies.has(company)) return [];
    const sums: Record<string, number> = {};
    let total = 0;
    rows.forEach(({ cells, line }, row) => {
      const cell = cells[at]!.trim();
      if (cell !== '0' && cell !== '1') fail(line, `${company} has "${cell}", expected 0 or 1`);
      const score = cell === '1' ? 1 : 0;
      total += score;
      if (domains !== null) sums[domains[row]!] = (sums[domains[row]!] ?? 0) + score;
    });
    if (stated !== undefined && Number(stated.cells[at]) !== total) {
      fail(stated.line, `${company} has the total "${stated.cells[at]!}", its indicators give ${total}`);
    }
    return [{ record: company, file, says: { edition, total, domains: domains === null ? null : sums }, asOf: edition }];
  });
  return hasFailed ? [] : records;
};

/**
 * Every company of every edition of the checkout, oldest edition first.
 * @throws UpstreamError naming each file that does not parse, with its line.
 */
export const readFmtiDir = async (dir: string): Promise<UpstreamRecord<FmtiSaid>[]> => {
  const problems: UpstreamProblem[] = [];
  const report: Report = (file, line, reason) => problems.push({ file, line, reason });
  const editions: { folder: string; edition: string }[] = [];
  for (const entry of await readdir(dir, { withFileTypes: true })) {
    const edition = entry.isDirectory() ? editionOf(entry.name) : null;
    if (edition === null) continue;
    if ((await readdir(join(dir, entry.name))).includes(`${entry.name}_scores.csv`)) editions.push({ folder: entry.name, edition });
  }
  editions.sort((a, b) => a.edition.localeCompare(b.edition));
  const records: UpstreamRecord<FmtiSaid>[] = [];
  for (const { folder, edition } of editions) records.push(...(await readEdition(dir, folder, edition, report)));
  if (problems.length > 0) throw new UpstreamError(problems);
  return records;
};
