/**
 * A page's report as a file: Markdown, CSV, JSON or BibTeX. English, as records are, with ids and ISO dates.
 *
 * What a page says is not ours: its words are escaped for the format, and no cell of the CSV can start a formula in a
 * spreadsheet (OWASP, "CSV Injection": = + - @, tab, carriage return, and their full-width forms).
 */
import { lawOn } from '../openness/law-on-day.ts';
import { licenceTargets } from '../openness/types.ts';
import type { Card } from './card.ts';
import { cite, type Citable } from './citations.ts';
import type { PageReport, ReportRecord } from './page-report.ts';

export const exportFormats = ['markdown', 'csv', 'json', 'bibtex'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportedPage {
  readonly title: string;
  /** Address of the page; a name or password in it is left out. */
  readonly url: string;
  readonly report: PageReport;
  /** Cards of the records, by id; a record without one is listed without facts. */
  readonly cards: ReadonlyMap<string, Card>;
  /** The reader's day, `YYYY-MM-DD`. */
  readonly today: string;
}

export interface ExportedFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** An address without name and password; empty where it is none. */
export const publicUrl = (url: string): string => {
  if (!URL.canParse(url)) return '';
  const parsed = new URL(url);
  parsed.username = '';
  parsed.password = '';
  return parsed.href;
};

const oneLine = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
const words = (id: string): string => id.replaceAll('-', ' ');
/** A model's tier, what a licence is open for, or a law's state on the day. */
const verdictOf = ({ tier, opens, law }: ReportRecord, today: string): string => {
  if (law) return words(lawOn(today, law).state ?? '');
  if (opens) return opens.length === licenceTargets.length ? 'open licence' : opens.length > 0 ? `open for ${opens.join(', ')}` : 'not an open licence';
  return tier === null ? 'releases differ' : tier ? words(tier) : '';
};
const licenceOf = (card: Card | undefined): string => card?.model?.licence?.link.name ?? '';
const sourceOf = (card: Card | undefined): string => card?.sources[0]?.url ?? '';
const dataDateOf = ({ cards }: ExportedPage): string => [...cards.values()].map(({ dataDate }) => dataDate).sort().at(-1) ?? '';
const differs = (verdict: string): boolean => verdict === 'contradicted' || verdict === 'weights-only';

/** A cell that stays text in a spreadsheet. */
export const csvCell = (value: string | number): string => {
  const text = oneLine(String(value));
  const safe = typeof value === 'string' && /^[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
  return /[",;\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const toCsv = (page: ExportedPage): string => {
  const head = ['id', 'name', 'kind', 'verdict', 'licence', 'mentions', 'claims', 'differing claims', 'first source', 'data of'];
  const rows = page.report.records.map((record) => {
    const card = page.cards.get(record.id);
    return [
      record.id, record.name, record.kind, verdictOf(record, page.today), licenceOf(card), record.mentions.length,
      record.claims.map(({ text, verdict }) => `"${text}": ${words(verdict)}`).join('; '), record.claims.filter(({ verdict }) => differs(verdict)).length,
      sourceOf(card), card?.dataDate ?? '',
    ];
  });
  // The byte order mark lets spreadsheets read the text as UTF-8.
  return `\ufeff${[head, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
};

const escapeMarkdown = (text: string): string => oneLine(text).replace(/[\\`*_[\]<>#|~]/g, (sign) => `\\${sign}`);
const escapeUrl = (url: string): string => url.replace(/[()<>\s]/g, (sign) => encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'));

const toMarkdown = (page: ExportedPage): string => {
  const { report, cards, title, url, today } = page;
  const link = publicUrl(url);
  const name = escapeMarkdown(title) || 'This page';
  return [
    `# ${link ? `[${name}](${escapeUrl(link)})` : name}`, '',
    `Read with Ajar on ${today}, data of ${dataDateOf(page)}.`, '',
    '| Record | Kind | Verdict | Licence | Mentions |', '| --- | --- | --- | --- | --- |',
    ...report.records.map((record) => `| ${escapeMarkdown(record.name)} | ${record.kind} | ${verdictOf(record, today)} | ${escapeMarkdown(licenceOf(cards.get(record.id)))} | ${record.mentions.length} |`),
    ...(report.claims.length > 0 ? ['', '## What the page says', ''] : []),
    ...report.claims.map(({ text, id, speaker, verdict }) => {
      const record = report.records.find((known) => known.id === id);
      return `- ${speaker ? `${escapeMarkdown(speaker)} says` : 'The page says'} “${escapeMarkdown(text)}” of ${escapeMarkdown(record?.name ?? id)}: ${words(verdict)}.`;
    }),
    '', '## Sources', '',
    ...report.records.flatMap((record) => {
      const card = cards.get(record.id);
      return card && card.sources.length > 0
        ? [`- ${escapeMarkdown(record.name)}: ${card.sources.map((source) => `[${escapeMarkdown(source.title)}](${escapeUrl(source.url)})`).join(', ')}`] : [];
    }),
    '',
  ].join('\n');
};

const toJson = (page: ExportedPage): string => JSON.stringify({
  page: { title: oneLine(page.title), url: publicUrl(page.url) },
  read: page.today,
  dataOf: dataDateOf(page),
  complete: page.report.complete,
  tiers: page.report.tiers,
  records: page.report.records.map((record) => ({
    id: record.id, name: record.name, kind: record.kind,
    ...(record.tier === undefined ? {} : { tier: record.tier }),
    ...(record.opens === undefined ? {} : { openFor: record.opens }),
    licence: licenceOf(page.cards.get(record.id)) || null,
    mentions: record.mentions.map(({ text, before, after, pinpoint, unknownVersion }) => ({ text, before, after, ...(pinpoint ? { pinpoint } : {}), ...(unknownVersion ? { unknownVersion } : {}) })),
    claims: record.claims.map(({ text, claim, verdict, speaker }) => ({ text, claim, verdict, ...(speaker ? { speaker } : {}) })),
    sources: page.cards.get(record.id)?.sources ?? [],
  })),
}, null, 2);

const toBibtex = (page: ExportedPage): string =>
  page.report.records.flatMap(({ id }) => {
    const card: Citable | undefined = page.cards.get(id);
    return card ? [cite(card, 'bibtex', page.today)] : [];
  }).join('\n\n');

const writers = {
  markdown: { extension: 'md', type: 'text/markdown', write: toMarkdown },
  csv: { extension: 'csv', type: 'text/csv', write: toCsv },
  json: { extension: 'json', type: 'application/json', write: toJson },
  bibtex: { extension: 'bib', type: 'application/x-bibtex', write: toBibtex },
} as const satisfies Record<ExportFormat, { extension: string; type: string; write: (page: ExportedPage) => string }>;

/** The page's report as a file of the given format, named for the day. */
export const exportPage = (page: ExportedPage, format: ExportFormat): ExportedFile => {
  const { extension, type, write } = writers[format];
  return { name: `ajar-report-${page.today}.${extension}`, type: `${type};charset=utf-8`, text: write(page) };
};
