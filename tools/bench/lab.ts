/**
 * What the parts of the bench share: a browser, scripts bundled for a page, pages served, processor time of a tab's main
 * thread, tables. Times are processor time where they can be, since the machine may be shared; the parts say what they measure.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { build } from 'vite';
import { needBrowser } from '../browsers.mjs';
import { builtDir, serve, type Served } from '../drive.ts';
import { letterRanges } from '../letter-ranges.ts';
import { benchPages, type BenchPage } from './pages.ts';
import type { TraceEvent } from './trace.ts';
import { openLexicon, type PackedLexicon } from '../../mentions/lexicon.ts';
import { readFileSync } from 'node:fs';

const root = join(import.meta.dirname, '..', '..');

/** The compiled lexicon, and the printed forms in it that are safe alone: what the pages are sprinkled with and the other matchers look for. */
export const readLexicon = (): { packed: PackedLexicon; all: readonly string[]; safe: readonly string[] } => {
  const read = (name: string): string => readFileSync(join(root, '.compiled', `${name}.txt`), 'utf8');
  const packed = { letters: read('letters'), names: read('names'), senses: read('senses') };
  const lexicon = openLexicon(packed);
  const entries = Array.from({ length: lexicon.names.count }, (_, form) => lexicon.entry(form)).filter(({ trigger }) => !trigger);
  return {
    packed,
    all: [...new Set(entries.map(({ text }) => text))],
    safe: [...new Set(entries.filter(({ context, short, record }) => !context && !short && record.kind === 'model').map(({ text }) => text))],
  };
};

/** Bundles a file of `sides/`, or the floor extension's script, into one script. */
export const bundle = async (entry: string): Promise<string> => {
  const result = await build({
    configFile: false, logLevel: 'error', root: import.meta.dirname, plugins: [letterRanges()],
    build: { write: false, minify: true, target: 'es2023', lib: { entry: join(import.meta.dirname, 'sides', entry), formats: ['iife'], name: 'bench' } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output !== undefined && 'output' in output ? output.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('no bundle');
  return chunk.code;
};

export type Variant = 'none' | 'floor' | 'ajar';

/** A Chromium without extension, with the floor's, or with ours. */
export const launch = async (variant: Variant): Promise<{ browser: Browser; close(): Promise<void> }> => {
  const scratch = await mkdtemp(join(tmpdir(), 'ajar-bench-'));
  if (variant === 'floor') {
    await writeFile(join(scratch, 'manifest.json'), JSON.stringify({
      manifest_version: 3, name: 'floor', version: '1', content_scripts: [{ matches: ['http://*/*'], js: ['floor.js'], run_at: 'document_idle' }],
    }));
    await writeFile(join(scratch, 'floor.js'), `${await bundle('run-floor.ts')};benchRun();`);
  }
  const browser = await puppeteer.launch({
    executablePath: needBrowser('chromium'), headless: true, defaultViewport: { width: 1100, height: 800 },
    ...(variant === 'none' ? {} : { enableExtensions: [variant === 'floor' ? scratch : builtDir('chromium')] }),
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-background-networking', '--no-first-run', '--js-flags=--expose-gc'],
  });
  // The extension's first page (a welcome) and its start must not fall into the first measure.
  if (variant === 'ajar') await browser.waitForTarget((target) => target.type() === 'service_worker' && target.url().startsWith('chrome-extension:'));
  await sleep(1_500);
  return { browser, close: async () => { await browser.close(); await rm(scratch, { recursive: true, force: true }); } };
};

/** Serves the pages to measure on; `urlOf` names each. */
export const servePages = async (pages: readonly BenchPage[]): Promise<Served & { urlOf(page: BenchPage): string }> => {
  const served = await serve(null, Object.fromEntries(pages.map(({ html }, n) => [`/${n}`, { body: html }])));
  return { ...served, urlOf: (page) => `${served.origin}/${pages.indexOf(page)}` };
};

export const pagesToMeasure = (): BenchPage[] => benchPages(readLexicon().safe);

export const sleep = (ms: number): Promise<void> => new Promise((done) => { setTimeout(done, ms); });

/** Milliseconds of processor time that the tab's main thread has spent so far on tasks. */
export const watchThread = async (page: Page): Promise<{ session: CDPSession; spentMs(): Promise<number> }> => {
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return {
    session,
    async spentMs() {
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1_000;
    },
  };
};

/** Bytes of JavaScript heap that are in use after collecting, of all scripts in the tab's process. */
export const heapBytes = async (session: CDPSession): Promise<number> => {
  await session.send('HeapProfiler.enable');
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
};

/** Runs `act` while the tab is traced. */
export const trace = async (page: Page, act: () => Promise<void>): Promise<TraceEvent[]> => {
  await page.tracing.start({ categories: ['-*', 'devtools.timeline', 'v8', 'disabled-by-default-devtools.timeline'], screenshots: false });
  await act();
  const buffer = await page.tracing.stop();
  return (JSON.parse(Buffer.from(buffer!).toString('utf8')) as { traceEvents: TraceEvent[] }).traceEvents;
};

/** Prints a table whose first column is text and whose others are numbers. */
export const printTable = (title: string, head: readonly string[], rows: readonly (readonly string[])[]): void => {
  console.log(`\n${title}\n`);
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]): string => `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join(' | ')} |`;
  console.log(line(head));
  console.log(`| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`);
  for (const row of rows) console.log(line(row));
};

export const ms = (value: number): string => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
export const times = (value: number): string => value.toFixed(2);
