/**
 * What a page pays that never stops changing: processor time of its main thread with and without Ajar under 200 insertions a
 * second, time to the next idle frame after 4,000 at once, and heap over 120,000 insertions.
 */
import type { Page } from 'puppeteer-core';
import { heapBytes, launch, ms, printTable, servePages, sleep, times, watchThread, type Variant } from './lab.ts';
import { median } from './trace.ts';

const streamMs = 5_000;
const variants = ['none', 'ajar'] as const satisfies readonly Variant[];

/** Lines as a chat or a log has them; every tenth names something. */
const addScript = (): void => {
  const world = globalThis as unknown as { benchAdd(count: number, keep: number): void };
  let n = 0;
  world.benchAdd = (count, keep) => {
    const list = document.querySelector('#list')!;
    for (let i = 0; i < count; i += 1) {
      n += 1;
      const line = document.createElement('p');
      line.textContent = `Line ${n}: the team said that ${n % 10 === 0 ? 'GPT-4o and DeepSeek-R1' : 'nobody'} was in the room at ${n % 24} o’clock, and went on with the work.`;
      list.append(line);
      if (list.childElementCount > keep) list.firstElementChild!.remove();
    }
  };
};

const body = `<!doctype html><html lang="en"><head><title>A log of language models</title></head><body>${'<p>An article that stands there, with GPT-4o in it and a good deal of other text around.</p>'.repeat(1_000)}<div id="list"></div></body></html>`;

export const benchChanges = async (rounds: number): Promise<void> => {
  const page = { name: 'log', html: body };
  const served = await servePages([page]);
  const browsers = { none: await launch('none'), ajar: await launch('ajar') };
  const open = async (variant: 'none' | 'ajar'): Promise<Page> => {
    const tab = await browsers[variant].browser.newPage();
    await tab.goto(served.urlOf(page));
    await tab.evaluate(addScript);
    await sleep(1_500);
    return tab;
  };
  const stream: Record<'none' | 'ajar', number[]> = { none: [], ajar: [] };
  const burst: Record<'none' | 'ajar', number[]> = { none: [], ajar: [] };
  const slope: Record<'none' | 'ajar', number[]> = { none: [], ajar: [] };
  let registered = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const variant of variants) {
      const tab = await open(variant);
      const { spentMs } = await watchThread(tab);
      const before = await spentMs();
      await tab.evaluate((lengthMs) => new Promise<void>((done) => {
        const end = performance.now() + lengthMs;
        const timer = setInterval(() => {
          (globalThis as unknown as { benchAdd(count: number, keep: number): void }).benchAdd(2, 300);
          if (performance.now() > end) {
            clearInterval(timer);
            done();
          }
        }, 10);
      }), streamMs);
      stream[variant].push((await spentMs()) - before);
      burst[variant].push(await tab.evaluate(() => new Promise<number>((done) => {
        const start = performance.now();
        (globalThis as unknown as { benchAdd(count: number, keep: number): void }).benchAdd(4_000, 10_000);
        requestAnimationFrame(() => { requestIdleCallback(() => { done(performance.now() - start); }); });
      })));
      await tab.close();
      // Heap once only: it is not a matter of time.
      if (round > 0) continue;
      const long = await open(variant);
      const watched = await watchThread(long);
      const add = async (count: number): Promise<void> => {
        for (let added = 0; added < count; added += 1_000) {
          await long.evaluate(() => new Promise<void>((done) => {
            (globalThis as unknown as { benchAdd(count: number, keep: number): void }).benchAdd(1_000, 300);
            setTimeout(done, 20);
          }));
        }
        await sleep(3_000);
      };
      await add(20_000);
      const first = await heapBytes(watched.session);
      await add(120_000);
      slope[variant].push(((await heapBytes(watched.session)) - first) / 120_000);
      if (variant === 'ajar') registered = await long.evaluate(() => (CSS as unknown as { highlights: Map<string, { size: number }> }).highlights.get('ajar')?.size ?? 0);
      await long.close();
    }
  }
  printTable(`A page that changes (medians of ${rounds})`, ['what', 'without', 'with Ajar', 'ratio'], [
    [`200 insertions a second for ${streamMs / 1_000} s, ms of main thread`, ms(median(stream.none)), ms(median(stream.ajar)), times(median(stream.ajar) / median(stream.none))],
    ['4,000 at once, ms to the next idle frame', ms(median(burst.none)), ms(median(burst.ajar)), times(median(burst.ajar) / median(burst.none))],
    ['120,000 insertions, bytes of heap each', slope.none[0]!.toFixed(2), slope.ajar[0]!.toFixed(2), ''],
    ['marks registered after them', '', String(registered), ''],
  ]);
  for (const { close } of Object.values(browsers)) await close();
  await served.close();
};
