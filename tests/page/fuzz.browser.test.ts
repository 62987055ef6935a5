/** After any changes, what is found and marked is what a fresh reading of the same page finds and marks. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { engines, type Lab, openLab } from './harness.ts';
import { mutatePage } from './mutate.ts';

/** What is known and painted, once it has not changed for a while. */
const settled = async (page: Page): Promise<{ found: string[]; marked: string[] }> => page.evaluate(async () => {
  const look = (): { found: string[]; marked: string[] } => {
    const marked = [...(CSS as unknown as { highlights: Map<string, Iterable<StaticRange>> }).highlights.get('test') ?? []].map((range) => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return `${live.toString().replace(/\s+/g, ' ')} in ${range.startContainer.parentNode!.nodeName}`;
    });
    const found = globalThis.ajarTest.handle.report().mentions.map(({ text, before, after, id }) => `${before}[${text}]${after} ${id}`);
    return { found, marked: marked.sort() };
  };
  await new Promise((d) => setTimeout(d, 1_300));
  let last = '';
  for (let same = 0; same < 3;) {
    await new Promise((done) => setTimeout(done, 60));
    const now = JSON.stringify(look()) + String(globalThis.ajarTest.handle.report().complete);
    same = now === last && globalThis.ajarTest.handle.report().complete ? same + 1 : 0;
    last = now;
  }
  return look();
});

describe.each(engines)('random changes in %s', (engine) => {
  let lab: Lab;
  beforeAll(async () => { lab = await openLab(engine); });
  afterAll(() => lab.close());

  it.each([
    [1, 'every'], [2, 'spaced'],
  ] as const)('leave what a fresh reading finds: seed %i, %s', async (seed, repeat) => {
    const page = await lab.open('<div id="play"><p>We tried ChatGPT.</p><ul><li>DeepSeek-R1</li></ul></div>', { settings: { repeat } });
    for (let round = 0; round < 3; round += 1) {
      // Some at once, some while it is being read.
      for (let burst = 0; burst < 4; burst += 1) {
        await page.evaluate(mutatePage, seed * 1000 + round * 10 + burst, 12);
        await new Promise((done) => setTimeout(done, burst * 15));
      }
      const lived = await settled(page);
      await page.evaluate(() => { globalThis.ajarTest.controller.abort(); });
      await lab.start(page, { repeat });
      const fresh = await settled(page);
      expect({ round, ...lived }).toEqual({ round, ...fresh });
    }
    await page.close();
  });
});
