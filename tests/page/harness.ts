/**
 * Runs page/ in a real browser, alone: a page of the test's own is served, page/ is bundled into it and started as the content
 * script would start it. Carets, rectangles and painting are the browser's.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { build } from 'vite';
import { buildLexicon } from '../../mentions/build-lexicon.ts';
import type { PageSettings } from '../../page/types.ts';
import { needBrowser } from '../../tools/browsers.mjs';
import type { TestApi } from './harness-page.ts';
import { testRecords } from './records.ts';

export type Engine = 'chromium' | 'firefox';
export const engines: readonly Engine[] = ['chromium', 'firefox'];

/** The page's side of a test, inside `page.evaluate`. */
declare global {
  var ajarTest: TestApi;
}

export interface Lab {
  readonly browser: Browser;
  /** A new tab with this body (or whole document), page/ started in it. `first`: runs before page/ does. */
  open(html: string, options?: { settings?: Partial<PageSettings>; first?: () => unknown; type?: string; start?: boolean }): Promise<Page>;
  start(page: Page, settings?: Partial<PageSettings>): Promise<void>;
  close(): Promise<void>;
}

/** page/ and the page's side of the tests as one script. */
export async function bundlePage(entry = 'harness-page.ts'): Promise<string> {
  const result = await build({
    configFile: false, logLevel: 'error', root: import.meta.dirname,
    build: { write: false, minify: false, target: 'es2023', lib: { entry: join(import.meta.dirname, entry), formats: ['iife'], name: 'ajarBundle' } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = output !== undefined && 'output' in output ? output.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('no bundle');
  return chunk.code;
}

/** Starts a browser and a server for its pages. */
export async function openLab(engine: Engine): Promise<Lab> {
  const code = await bundlePage();
  const lexicon = buildLexicon(testRecords);
  const pages = new Map<string, { body: string; type: string }>();
  const server: Server = createServer((request, response) => {
    const page = pages.get(request.url ?? '');
    if (page === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': page.type }).end(page.body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await puppeteer.launch({
    browser: engine === 'firefox' ? 'firefox' : 'chrome', executablePath: needBrowser(engine), headless: true,
    defaultViewport: { width: 900, height: 600 },
    args: engine === 'chromium' ? [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-background-networking', '--no-first-run'] : [],
  });
  let count = 0;
  const start = async (page: Page, settings: Partial<PageSettings> = {}): Promise<void> => {
    await page.evaluate(code);
    await page.evaluate((text, some) => { globalThis.ajarTest.start(text, some); }, lexicon, settings);
  };
  return {
    browser,
    start,
    async open(html, { settings, first, type = 'text/html; charset=utf-8', start: isStarted = true } = {}) {
      count += 1;
      const path = `/${count}`;
      const isWhole = /^\s*<(?:!doctype|html|svg|\?xml)/i.test(html);
      pages.set(path, { type, body: isWhole ? html : `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Notes</title></head><body>${html}</body></html>` });
      const page = await browser.newPage();
      await page.goto(`${origin}${path}`, { waitUntil: 'load' });
      if (first !== undefined) await page.evaluate(first as () => void);
      if (isStarted) await start(page, settings);
      return page;
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => { done(); }));
    },
  };
}

/** Texts that are registered as marks, in the order of the document. */
export function markedTexts(page: Page, name = 'test'): Promise<string[]> {
  return page.evaluate((highlight) => {
    const ranges = [...((CSS as unknown as { highlights: Map<string, Iterable<StaticRange>> }).highlights.get(highlight) ?? [])];
    return ranges
      .sort((a, b) => {
        if (a.startContainer === b.startContainer) return a.startOffset - b.startOffset;
        return a.startContainer.compareDocumentPosition(b.startContainer) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
      })
      .map((range) => {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return live.toString();
      });
  }, name);
}

/** Waits until a look at the page gives what is wanted; throws with what it gave last. */
export async function waitFor<T>(look: () => Promise<T>, wanted: T, timeoutMs = 6_000): Promise<void> {
  const end = Date.now() + timeoutMs;
  let seen = await look();
  while (JSON.stringify(seen) !== JSON.stringify(wanted)) {
    if (Date.now() > end) throw new Error(`saw ${JSON.stringify(seen)}, wanted ${JSON.stringify(wanted)}`);
    await new Promise((done) => setTimeout(done, 30));
    seen = await look();
  }
}

/** Waits until exactly these texts are marked. */
export function expectMarks(page: Page, wanted: readonly string[]): Promise<void> {
  return waitFor(() => markedTexts(page), [...wanted]);
}
