/**
 * `npm start [-- [--firefox] FILE|URL]`: builds, and opens a browser with the extension on the demo article, a file or an
 * address. Without a display it runs headless, prints what was marked, and writes a screenshot with a card open.
 */
import { execFileSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import type { FrameReport } from '../glossary/report.ts';
import { drive, serve, type Driven, type Engine, type Served } from './drive.ts';
import { openCardAt, readReports } from './watch-page.ts';

const root = join(import.meta.dirname, '..');

const { values, positionals } = parseArgs({ allowPositionals: true, options: { firefox: { type: 'boolean', default: false } } });
const engine: Engine = values.firefox ? 'firefox' : 'chromium';
const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

/** The address to open, and the server behind it where it is a file: extensions may not read `file:` unasked. */
const resolveTarget = async (target: string | undefined): Promise<{ url: string; served: Served | null }> => {
  if (target !== undefined && /^https?:/.test(target)) return { url: target, served: null };
  const file = target === undefined ? join(root, 'tools', 'demo', 'article.html') : resolve(process.env['INIT_CWD'] ?? '.', target);
  if (!existsSync(file)) throw new Error(`there is no file ${target}`);
  const served = await serve(dirname(file));
  return { url: `${served.origin}/${encodeURIComponent(basename(file))}`, served };
};

const printReports = (reports: readonly FrameReport[]): void => {
  const rows = new Map<string, { text: string; kind: string; record: string; count: number }>();
  for (const { text, kind, name } of reports.flatMap((report) => report.mentions)) {
    const row = rows.get(`${text}\n${name}`) ?? { text, kind, record: name, count: 0 };
    row.count += 1;
    rows.set(`${text}\n${name}`, row);
  }
  const header = { text: 'text', kind: 'kind', record: 'record', count: 'count' };
  const all = [header, ...rows.values()];
  const width = (key: keyof typeof header): number => Math.max(...all.map((row) => String(row[key]).length));
  const widths = { text: width('text'), kind: width('kind'), record: width('record') };
  for (const row of all) {
    console.log(`${row.text.padEnd(widths.text)}  ${row.kind.padEnd(widths.kind)}  ${row.record.padEnd(widths.record)}  ${row.count}`);
  }
};

const showHeadless = async (driven: Driven, page: Page): Promise<void> => {
  const reports = await readReports(driven, page);
  printReports(reports);
  await page.bringToFront();
  const first = reports.flatMap((report) => report.mentions).find((mention) => mention.kind === 'model');
  if (first) await openCardAt(driven, page, first.text);
  await mkdir(join(root, '.shots'), { recursive: true });
  const shot = join('.shots', `start-${engine}.png`);
  await page.screenshot({ path: join(root, shot) as `${string}.png` });
  console.log(`\n${first ? `a card is open at “${first.text}”; ` : ''}screenshot: ${shot}`);
};

let served: Served | null = null;
let driven: Driven | null = null;
try {
  const target = await resolveTarget(positionals[0]);
  const { url } = target;
  ({ served } = target);
  execFileSync('npx', ['wxt', 'build', ...(engine === 'firefox' ? ['-b', 'firefox'] : [])], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  driven = await drive(engine, { headless: !hasDisplay });
  const page = await driven.openPage(url);
  if (hasDisplay) {
    console.log(`${url} is open; close the browser to end`);
    const { browser } = driven;
    await new Promise<void>((done) => browser.once('disconnected', () => done()));
  } else {
    await showHeadless(driven, page);
  }
} catch (error) {
  console.error(`ajar: ${(error as Error).message.split('\n')[0]}`);
  process.exitCode = 1;
} finally {
  await driven?.close().catch(() => undefined);
  await served?.close();
}
