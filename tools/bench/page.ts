/**
 * What the whole built extension costs a page while it loads: processor time of its scripts in the tab, out of traces, beside
 * that of a floor extension whose script reads every character once; the longest pieces of it; and when marks are in view.
 */
import type { Browser, Page } from 'puppeteer-core';
import { launch, ms, pagesToMeasure, printTable, servePages, sleep, times, trace } from './lab.ts';
import { blockingMs, median, quantile, scriptCost } from './trace.ts';

/** Pages of this part: the long ones, one with mentions all over, one of many nodes, one real. */
const measured = /^(article|20,000|50,000|CJK|nodejs\/api\/all)/;
/** No mark after this: the page names nothing in view. */
const mostWaitMs = 15_000;

/** When the page was loaded and when marks were registered first, on the page's clock. */
const watchMarks = (): void => {
  const world = globalThis as unknown as { benchTimes: { load: number; marks: number } };
  world.benchTimes = { load: 0, marks: 0 };
  addEventListener('load', () => { world.benchTimes.load = performance.now(); });
  const look = (): void => {
    const marks = (CSS as unknown as { highlights: Map<string, { size: number }> }).highlights.get('ajar');
    if (marks !== undefined && marks.size > 0) world.benchTimes.marks = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};

/** Waits until nothing of the extension has run in the tab for a while: its marks are there and stay. */
const settle = async (page: Page, hasMarks: boolean): Promise<void> => {
  const end = Date.now() + mostWaitMs;
  const size = (): Promise<number> => page.evaluate(() => (CSS as unknown as { highlights: Map<string, { size: number }> }).highlights.get('ajar')?.size ?? 0);
  while (hasMarks && (await size()) === 0 && Date.now() < end) await sleep(100);
  await sleep(hasMarks ? 1_500 : 400);
};

export const benchPage = async (rounds: number): Promise<void> => {
  const pages = pagesToMeasure().filter(({ name }) => measured.test(name));
  const served = await servePages(pages);
  const floor = await launch('floor');
  const ajar = await launch('ajar');
  const rows: string[][] = [];
  const load = async (browser: Browser, url: string, hasMarks: boolean): Promise<{ events: Awaited<ReturnType<typeof trace>>; delayMs: number }> => {
    const page = await browser.newPage();
    await page.evaluateOnNewDocument(watchMarks);
    let delayMs = NaN;
    const events = await trace(page, async () => {
      await page.goto(url, { waitUntil: 'load' });
      await settle(page, hasMarks);
      const { load: loaded, marks } = await page.evaluate(() => (globalThis as unknown as { benchTimes: { load: number; marks: number } }).benchTimes);
      delayMs = marks - loaded;
    });
    await page.close();
    return { events, delayMs };
  };
  for (const one of pages) {
    const totals: Record<'floor' | 'ajar', number[]> = { floor: [], ajar: [] };
    const slices: number[] = [];
    const longest: number[] = [];
    const blocking: number[] = [];
    const delays: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      totals.floor.push(scriptCost((await load(floor.browser, served.urlOf(one), false)).events).totalMs);
      const { events, delayMs } = await load(ajar.browser, served.urlOf(one), true);
      const cost = scriptCost(events);
      totals.ajar.push(cost.totalMs);
      slices.push(...cost.slicesMs);
      longest.push(cost.longestMs);
      blocking.push(blockingMs(events));
      delays.push(delayMs);
    }
    rows.push([
      one.name, ms(median(totals.floor)), ms(median(totals.ajar)), times(median(totals.ajar) / median(totals.floor)),
      ms(quantile(slices, 0.99)), ms(median(longest)), ms(median(blocking)), ms(median(delays)),
    ]);
  }
  printTable(
    `The whole extension while a page loads: ms of processor time of its scripts (medians of ${rounds})`,
    ['page', 'floor', 'Ajar', 'ratio', 'slice p99', 'longest', 'blocking ms', 'load to marks ms'], rows,
  );
  await floor.close();
  await ajar.close();
  await served.close();
};
