/** Files of a page's report: whole, and safe to open whatever the page says. */
import { describe, expect, it } from 'vitest';
import { cards, entries, frame, openWeights, sampleDay } from '../../components/gallery/samples.ts';
import { csvCell, exportFormats, exportPage, type ExportedPage } from '../../glossary/export.ts';
import { makePageReport } from '../../glossary/page-report.ts';

const report = makePageReport([{ frame: 0, report: frame }], (id) => entries.find((entry) => entry.id === id));
const page: ExportedPage = {
  title: 'Open or not?', url: 'https://reader:secret@example.org/article?id=1', report, today: sampleDay, cards: new Map(Object.values(cards).map((card) => [card.id, card])),
};
const textOf = (format: (typeof exportFormats)[number], over: Partial<ExportedPage> = {}): string => exportPage({ ...page, ...over }, format).text;
/** A reader of RFC 4180, to see what a spreadsheet would see. */
const readCsv = (text: string): string[][] => text.replace(/^\ufeff/, '').trimEnd().split('\r\n').map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''));

describe('csvCell', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1+1', '＋1', '－1', '＠x', '=HYPERLINK("http://example.org")'])('lets %j start no formula', (text) => {
    const cell = csvCell(text);
    expect(cell.replace(/^"/, '')).toMatch(/^'/);
  });

  it('leaves plain text and numbers as they are', () => {
    expect(csvCell('DeepSeek-R1')).toBe('DeepSeek-R1');
    expect(csvCell(-3)).toBe('-3');
  });

  it('quotes what would end a cell or a row', () => {
    expect(csvCell('a, "b"\r\nc')).toBe('"a, ""b"" c"');
  });
});

describe('CSV', () => {
  it('has one row for each record, with as many cells as the head', () => {
    const [head, ...rows] = readCsv(textOf('csv'));
    expect(rows).toHaveLength(report.records.length);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([head!.length]));
    expect(rows[0]!.slice(0, 6)).toEqual(['deepseek-r1', 'DeepSeek-R1', 'model', 'open weights', 'MIT License', '2']);
  });

  it('gives of a law its state on the day', () => {
    const stateOn = (today: string): string => readCsv(textOf('csv', { today })).find(([id]) => id === 'eu-ai-act')![3]!;
    expect([stateOn('2024-07-20'), stateOn(sampleDay)]).toEqual(['published', 'partly applicable']);
  });
});

describe('JSON', () => {
  it('can be read back, with mentions, claims and sources', () => {
    const read = JSON.parse(textOf('json'));
    expect(read.records).toHaveLength(report.records.length);
    expect(read.records[0]).toMatchObject({ id: 'deepseek-r1', tier: 'open-weights', claims: [{ text: 'open-source', verdict: 'weights-only' }], sources: openWeights.sources });
    expect(read.records[0].mentions).toHaveLength(2);
  });
});

describe('Markdown', () => {
  it('says what the page says, with our finding and the sources', () => {
    const text = textOf('markdown');
    expect(text).toContain('- The page says “open-source” of DeepSeek-R1: weights only.');
    expect(text).toContain('- Meta says “open source” of Llama 3.1: contradicted.');
    expect(text).toContain('(https://osai-index.eu/)');
    expect(text).toContain('| MIT License | licence | open licence |');
  });

  it('cannot be broken by a page’s title', () => {
    const [head] = textOf('markdown', { title: 'x](javascript:alert(1)) | <img src=x>\n# y' }).split('\n');
    expect(head).toBe('# [x\\](javascript:alert(1)) \\| \\<img src=x\\> \\# y](https://example.org/article?id=1)');
  });
});

describe('every format', () => {
  it.each(exportFormats)('%s holds every record and no password of the page’s address', (format) => {
    const text = textOf(format);
    for (const { id, name } of report.records) expect(text.includes(id) || text.includes(name) || text.includes(id.replace(/[^a-z0-9]+/g, '-')), id).toBe(true);
    expect(text).not.toContain('secret');
  });

  it.each(exportFormats)('%s stands without any card', (format) => {
    expect(() => textOf(format, { cards: new Map() })).not.toThrow();
  });

  it('is named for the day', () => {
    expect(exportPage(page, 'markdown').name).toBe('ajar-report-2026-11-23.md');
  });
});
