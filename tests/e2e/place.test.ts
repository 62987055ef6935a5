/** Where a card stands: beside its mark, in view, over no line of it; by mouse and by finger; and what it does to the page around. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { engines } from '../../tools/drive.ts';
import { cardBox, cardText, openCardAt, pointAt } from '../../tools/watch-page.ts';
import { expectMarks, html, isCardOpen, markedTexts, startWorld, until, type World } from './world.ts';

interface Box { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

const long = 'word '.repeat(60);

const corners = ([['GPT-4o', '4px auto auto 4px'], ['Llama 3.1', '4px 4px auto auto'], ['DeepSeek-R1', 'auto auto 4px 4px'], ['OLMo 2', 'auto 4px 4px auto']] as const)
  .map(([name, inset]) => `<p style="position:fixed;margin:0;inset:${inset}">${name}</p>`).join('');

/** Where the mark stands on the page, and how large the window is. */
const places: readonly [name: string, body: string, size: readonly [number, number], text?: string][] = [
  ['left above', corners, [1000, 700], 'GPT-4o'],
  ['right above', corners, [1000, 700], 'Llama 3.1'],
  ['left below', corners, [1000, 700], 'DeepSeek-R1'],
  ['right below', corners, [1000, 700], 'OLMo 2'],
  ['the middle, where it fits neither above nor below', `<p style="margin-top:330px">${long} Llama 3.1 ${long}</p>`, [1000, 700]],
  ['a narrow window', `<p style="margin-top:200px">${long} Llama 3.1 ${long}</p>`, [320, 600]],
  ['a window at four times the zoom', `<p>${long.slice(0, 100)} Llama 3.1 ${long}</p>`, [320, 256]],
  ['a name over two lines', `<p style="margin:250px 0 0 20px;width:170px">Under the word of the Apache License 2.0 ${long}</p>`, [1000, 700], 'Apache License 2.0'],
  ['right-to-left text', '<p dir="rtl" style="margin-top:250px">النموذج Llama 3.1 في هذا المقال.</p>', [1000, 700]],
  ['text that runs from top to bottom', `<p style="writing-mode:vertical-rl;height:500px;margin:20px">これはLlama 3.1です。${'そして'.repeat(60)}</p>`, [1000, 700]],
];

describe.each(engines)('place of the card in %s', (engine) => {
  let world: World;
  let count = 0;
  beforeAll(async () => { world = await startWorld(engine); });
  afterAll(() => world?.close());

  const address = (body: string, head = ''): string => {
    count += 1;
    return world.put(`http://place.test/${count}`, html(body, { head }));
  };
  const open = async (body: string, marks: readonly string[], head?: string): Promise<Page> => {
    const page = await world.openPage(address(body, head));
    await expectMarks(page, marks);
    return page;
  };
  /** Lines of a text that may be broken over several. */
  const linesOf = (page: Page, text: string): Promise<Box[]> => page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = node.nodeValue!.indexOf(wanted);
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + wanted.length);
      return [...range.getClientRects()].map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
    }
    throw new Error(`no text “${wanted}”`);
  }, text);

  it('covers no line of its mark and stays in view, wherever the mark is', async () => {
    const page = await world.openPage(address('<p>Nothing here.</p>'));
    let shown = '';
    for (const [name, body, [width, height], text = 'Llama 3.1'] of places) {
      if (body !== shown) {
        await page.setViewport({ width, height });
        await page.goto(address(body));
        await until(async () => (await markedTexts(page)).includes(text), true);
        shown = body;
      }
      const { x, y } = await pointAt(page, text);
      await page.mouse.move(x, y > height / 2 ? 2 : height - 2);
      await page.mouse.move(x - 1, y);
      await page.mouse.move(x, y);
      await until(() => isCardOpen(page), true);
      const card = await cardBox(page);
      const lines = await linesOf(page, text);
      const covered = lines.filter((line) => line.left < card.x + card.width && line.right > card.x && line.top < card.y + card.height && line.bottom > card.y);
      const isInView = card.x >= 0 && card.y >= 0 && card.x + card.width <= width + 1 && card.y + card.height <= height + 1;
      expect({ name, covered, isInView, isReadable: card.width >= 200 && card.height >= 70 }).toEqual({ name, covered: [], isInView: true, isReadable: true });
      await page.keyboard.press('Escape');
      await until(() => isCardOpen(page), false);
    }
    await page.close();
  });

  it('grows away from its mark when it shows more, above it too', async () => {
    const page = await open('<p style="position:fixed;inset:auto auto 120px 300px;margin:0">GPT-4o</p>', ['GPT-4o']);
    await openCardAt(world, page, 'GPT-4o');
    await until(() => isCardOpen(page), true);
    const before = await cardBox(page);
    const { y } = await pointAt(page, 'GPT-4o');
    expect(before.y + before.height).toBeLessThan(y);
    // “More” stands at the foot, on the right.
    await page.mouse.click(before.x + before.width - 40, before.y + before.height - 50);
    await until(async () => (await cardText(world, page)).includes('Class III'), true);
    const after = await cardBox(page);
    expect(after.y + after.height).toBeCloseTo(before.y + before.height, 0);
    expect(after.height).toBeGreaterThan(before.height);
    expect(after.y).toBeGreaterThanOrEqual(0);
    await page.close();
  });

  it('moves nothing on the page, scrolls under the wheel, and lets the page scroll at its end', async () => {
    const page = await open(`<p style="margin-top:60px">We tried Llama 3.1 here.</p>${'<p>Text that names nothing.</p>'.repeat(80)}`, ['Llama 3.1']);
    await page.setViewport({ width: 1000, height: 420 });
    const layout = (): Promise<string> => page.evaluate(() => JSON.stringify([...document.querySelectorAll('p')].map((p) => p.getBoundingClientRect())) + document.documentElement.scrollHeight);
    const before = await layout();
    await openCardAt(world, page, 'Llama 3.1');
    await until(() => isCardOpen(page), true);
    expect(await layout()).toBe(before);
    const card = await cardBox(page);
    await page.mouse.move(card.x + 40, card.y + 80, { steps: 4 });
    await page.mouse.wheel({ deltaY: 60 });
    await new Promise((done) => setTimeout(done, 400));
    expect(await page.evaluate(() => scrollY)).toBe(0);
    for (let turn = 0; turn < 12 && (await page.evaluate(() => scrollY)) === 0; turn += 1) {
      await page.mouse.wheel({ deltaY: 300 });
      await new Promise((done) => setTimeout(done, 250));
    }
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
    await page.close();
  });

  it('comes from below for a finger on a mark; a finger on a link follows the link', async () => {
    const page = await open('<p style="margin:60px 20px">We tried Llama 3.1, and <a href="#there">DeepSeek-R1</a>.</p>', ['Llama 3.1', 'DeepSeek-R1']);
    const link = await pointAt(page, 'DeepSeek-R1');
    await page.touchscreen.tap(link.x, link.y);
    await until(() => page.evaluate(() => location.hash), '#there');
    expect(await isCardOpen(page)).toBe(false);
    const mark = await pointAt(page, 'Llama 3.1');
    await page.touchscreen.tap(mark.x, mark.y);
    await until(() => isCardOpen(page), true);
    const sheet = await cardBox(page);
    const view = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    expect([sheet.x, sheet.width, Math.round(sheet.y + sheet.height)]).toEqual([0, view.width, view.height]);
    expect(sheet.y).toBeGreaterThan(mark.y);
    await page.touchscreen.tap(200, 20);
    await until(() => isCardOpen(page), false);
    await page.close();
  });
});
