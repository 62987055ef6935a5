/**
 * What the pointer costs: a move over a page of 5,000 mentions, as processor time of our scripts, and the time from the end of
 * the rest on a mark until its card is painted, with the background awake and stopped.
 */
import type { Page } from 'puppeteer-core';
import { launch, ms, printTable, readLexicon, servePages, sleep, trace } from './lab.ts';
import { median, quantile, scriptCost } from './trace.ts';

const moves = 200;
/** The extension's own rest before a card; see browser/settings.ts. */
const restMs = 300;

const html = (names: readonly string[]): string =>
  `<!doctype html><html lang="en"><head><title>Names</title></head><body>${Array.from({ length: 500 }, (_, row) => `<p>${Array.from({ length: 10 }, (__, n) => `${names[(row * 10 + n) % names.length]!} and`).join(' ')} more of them.</p>`).join('')}</body></html>`;

/** Milliseconds from the pointer's last move to the first frame in which a card is on show. */
const timeCard = async (page: Page, x: number, y: number): Promise<number> => {
  await page.evaluate(() => {
    const world = globalThis as unknown as { benchCard: { moved: number; painted: number } };
    world.benchCard = { moved: 0, painted: 0 };
    addEventListener('pointermove', () => { world.benchCard.moved = performance.now(); }, { capture: true, passive: true });
    const look = (): void => {
      const host = document.querySelector('[popover="manual"]');
      const box = host?.getBoundingClientRect();
      if (host && box!.height > 40 && getComputedStyle(host).visibility === 'visible' && getComputedStyle(host).opacity !== '0') world.benchCard.painted = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  // One leap: the rest begins with it.
  await page.mouse.move(x, y);
  await page.waitForFunction(() => (globalThis as unknown as { benchCard: { painted: number } }).benchCard.painted > 0, { polling: 50, timeout: 8_000 });
  return page.evaluate(() => {
    const { moved, painted } = (globalThis as unknown as { benchCard: { moved: number; painted: number } }).benchCard;
    return painted - moved;
  });
};

export const benchPointer = async (rounds: number): Promise<void> => {
  const { safe } = readLexicon();
  const many = { name: 'names', html: html(safe) };
  const one = { name: 'card', html: '<!doctype html><html lang="en"><head><title>Card</title></head><body><p style="margin:200px">We tried GPT-4o last week.</p></body></html>' };
  const served = await servePages([many, one]);
  const { browser, close } = await launch('ajar');
  const costs: number[] = [];
  const warm: number[] = [];
  const cold: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const page = await browser.newPage();
    await page.goto(served.urlOf(many));
    await sleep(3_000);
    // The first mark under the pointer has the card's view loaded, once a page.
    await page.mouse.move(60, 30);
    await sleep(800);
    const events = await trace(page, async () => {
      for (let move = 0; move < moves; move += 1) await page.mouse.move(20 + (move * 37) % 900, 20 + (move * 53) % 700);
    });
    costs.push(scriptCost(events).totalMs / moves);
    await page.close();

    for (const isStopped of [false, true]) {
      const tab = await browser.newPage();
      await tab.goto(served.urlOf(one));
      await sleep(1_200);
      const { x, y } = await tab.evaluate(() => {
        const range = document.createRange();
        const text = document.querySelector('p')!.firstChild!;
        range.setStart(text, 9);
        range.setEnd(text, 15);
        const box = range.getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      });
      if (isStopped) {
        const target = browser.targets().find((candidate) => candidate.type() === 'service_worker');
        await (await target?.worker())?.close();
        await sleep(300);
      }
      (isStopped ? cold : warm).push(await timeCard(tab, x, y) - restMs);
      await tab.close();
    }
  }
  printTable(`The pointer (medians of ${rounds})`, ['what', 'ms', 'worst'], [
    [`a move over 5,000 mentions, ms of processor time each`, costs.length ? median(costs).toFixed(3) : '', quantile(costs, 1).toFixed(3)],
    ['rest over to card painted, background awake', ms(median(warm)), ms(Math.max(...warm))],
    ['rest over to card painted, background stopped', ms(median(cold)), ms(Math.max(...cold))],
  ]);
  await close();
  await served.close();
};
