/** The card by mouse and keyboard, in both browsers, with the release build (its shadow root is closed). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { engines } from '../../tools/drive.ts';
import { cardBox, cardText, openCardAt, pointAt } from '../../tools/watch-page.ts';
import { expectMarks, html, startWorld, type World } from './world.ts';

const filler = '<p>Text that names nothing.</p>'.repeat(60);

describe.each(engines)('card in %s', (engine) => {
  let world: World;
  let count = 0;
  beforeAll(async () => { world = await startWorld(engine); });
  afterAll(() => world?.close());

  const open = async (body: string, marks: readonly string[], options?: Parameters<typeof html>[1] & { headers?: Record<string, string> }): Promise<Page> => {
    count += 1;
    const { headers, ...rest } = options ?? {};
    const page = await world.openPage(world.put(`http://card.test/${count}`, { body: html(body, rest), ...(headers ? { headers } : {}) }));
    await expectMarks(page, marks);
    return page;
  };
  const closed = (page: Page): Promise<unknown> =>
    page.waitForFunction(() => document.querySelector('[popover="manual"]') === null, { timeout: 4_000, polling: 50 });

  it('opens where the pointer rests, says what and how open it is, and covers no letter of the mark', async () => {
    const page = await open('<p style="margin:200px">We tried GPT-4o last week.</p>', ['GPT-4o']);
    await openCardAt(world, page, 'GPT-4o');
    const text = await cardText(world, page);
    expect(text).toContain('GPT-4o');
    expect(text).toContain('Closed');
    expect(text).toMatch(/data of/i);
    const card = await cardBox(page);
    const mark = await pointAt(page, 'GPT-4o');
    expect(mark.x > card.x && mark.x < card.x + card.width && mark.y > card.y && mark.y < card.y + card.height).toBe(false);
    await page.close();
  });

  it('does not open while the pointer only passes', async () => {
    const page = await open('<p style="margin:200px">We tried GPT-4o last week.</p>', ['GPT-4o']);
    const { x, y } = await pointAt(page, 'GPT-4o');
    await page.mouse.move(x - 200, y);
    await page.mouse.move(x + 200, y, { steps: 12 });
    await new Promise((done) => setTimeout(done, 700));
    expect(await page.$('[popover="manual"]')).toBeNull();
    await page.close();
  });

  it('stays while the pointer is in it, closes on Escape and when the pointer leaves, and leaves nothing behind', async () => {
    const page = await open(`<p style="margin:100px">We tried GPT-4o last week.</p>${filler}`, ['GPT-4o']);
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await openCardAt(world, page, 'GPT-4o');
    const card = await cardBox(page);
    await page.mouse.move(card.x + 30, card.y + 20, { steps: 8 });
    await new Promise((done) => setTimeout(done, 900));
    expect(await page.$('[popover="manual"]')).not.toBeNull();
    await page.keyboard.press('Escape');
    await closed(page);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);

    await page.mouse.move(5, 5);
    await openCardAt(world, page, 'GPT-4o');
    await page.mouse.move(900, 700, { steps: 4 });
    await closed(page);

    await openCardAt(world, page, 'GPT-4o');
    await page.evaluate(() => scrollTo({ top: 1500, behavior: 'instant' }));
    await closed(page);
    await page.close();
  });

  it('opens over a strict content security policy and hostile styles', async () => {
    const page = await open('<p style="margin:200px">We tried GPT-4o last week.</p>', ['GPT-4o'], {
      head: '<style>* { all: unset !important; opacity: .2 !important } div { display: none !important } p { display: block !important }</style>',
    });
    await openCardAt(world, page, 'GPT-4o');
    expect(await cardText(world, page)).toContain('Closed');
    await page.close();
    const strict = await open('<p>We tried GPT-4o last week.</p>', ['GPT-4o'], { headers: { 'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'" } });
    await openCardAt(world, strict, 'GPT-4o');
    expect(await cardText(world, strict)).toContain('Closed');
    await strict.close();
  });

  it('opens inside a modal dialog, where it can be reached', async () => {
    const page = await open('<p>GPT-4o</p><dialog><p>In the dialog: DeepSeek-R1 is named.</p></dialog>', ['GPT-4o']);
    await page.evaluate(() => document.querySelector('dialog')!.showModal());
    await expectMarks(page, ['GPT-4o', 'DeepSeek-R1']);
    await openCardAt(world, page, 'DeepSeek-R1');
    const card = await cardBox(page);
    const hit = await page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.getAttribute('popover'), { x: card.x + 30, y: card.y + 30 });
    expect(hit).toBe('manual');
    await page.close();
  });

  it('opens nothing for events that a script made up', async () => {
    const page = await open('<p style="margin:200px">We tried GPT-4o last week.</p>', ['GPT-4o']);
    const { x, y } = await pointAt(page, 'GPT-4o');
    await page.evaluate(async (point) => {
      for (let index = 0; index < 5; index += 1) {
        document.elementFromPoint(point.x, point.y)!.dispatchEvent(new PointerEvent('pointermove', { clientX: point.x, clientY: point.y, bubbles: true }));
        await new Promise((done) => setTimeout(done, 150));
      }
    }, { x, y });
    expect(await page.$('[popover="manual"]')).toBeNull();
    await page.close();
  });

  it('made no request', () => expect(world.strayRequests()).toEqual([]));
});
