/** What pointer, keys and commands do to a card. The pointer is the browser's own; events made by scripts count for nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { engines, expectMarks, type Lab, markedTexts, openLab, waitFor } from './harness.ts';

type Box = { left: number; top: number; right: number; bottom: number };

/** Boxes of a text on the page, line by line. */
const boxesOf = (page: Page, words: string): Promise<Box[]> => page.evaluate((text) => {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const at = node.nodeValue!.indexOf(text);
    if (at < 0 || /^(?:SCRIPT|STYLE|TITLE)$/.test(node.parentNode!.nodeName)) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + text.length);
    return [...range.getClientRects()].map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
  }
  return [];
}, words);

const middleOf = (box: Box): [number, number] => [(box.left + box.right) / 2, (box.top + box.bottom) / 2];

const hover = async (page: Page, words: string): Promise<void> => {
  const [box] = await boxesOf(page, words);
  const [x, y] = middleOf(box!);
  await page.mouse.move(x - 3, y);
  await page.mouse.move(x, y);
};

/** Ids of the cards opened so far, with "closed" between. */
const cards = (page: Page): Promise<string[]> => page.evaluate(() => globalThis.ajarTest.cards);
const hostBox = (page: Page): Promise<Box | null> => page.evaluate(() => {
  const host = document.querySelector('[popover=manual]:not([data-waiting])');
  if (host === null) return null;
  const { left, top, right, bottom } = host.getBoundingClientRect();
  return { left, top, right, bottom };
});
const isCardOpen = async (page: Page): Promise<boolean> => await hostBox(page) !== null;
const opens = (page: Page): Promise<void> => waitFor(() => isCardOpen(page), true);
const closes = (page: Page): Promise<void> => waitFor(() => isCardOpen(page), false);

describe.each(engines)('cards in %s', (engine) => {
  let lab: Lab;
  beforeAll(async () => { lab = await openLab(engine); });
  afterAll(() => lab.close());

  it('opens at rest beside its mark, stays while the pointer is in it, and goes without a trace', async () => {
    const page = await lab.open('<p style="margin-top:150px">We tried ChatGPT and DeepSeek here.</p>');
    await expectMarks(page, ['ChatGPT', 'DeepSeek']);
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await hover(page, 'ChatGPT');
    await opens(page);
    const box = (await hostBox(page))!;
    const [mark] = await boxesOf(page, 'ChatGPT');
    expect(box.top >= mark!.bottom || box.bottom <= mark!.top).toBe(true);
    await page.mouse.move(...middleOf(box), { steps: 6 });
    await new Promise((done) => setTimeout(done, 500));
    expect(await isCardOpen(page)).toBe(true);
    await page.mouse.move(880, 20, { steps: 3 });
    await closes(page);
    expect(await cards(page)).toEqual(['chatgpt', 'closed']);
    expect(await page.evaluate(() => globalThis.ajarTest.warmUps)).toBe(1);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    await page.close();
  });

  it('does not open beside the text, nor for events that a script makes', async () => {
    const page = await lab.open('<p>ChatGPT</p>');
    await expectMarks(page, ['ChatGPT']);
    const [mark] = await boxesOf(page, 'ChatGPT');
    await page.mouse.move(mark!.right + 60, middleOf(mark!)[1]);
    await page.evaluate(([x, y]) => {
      for (const type of ['pointermove', 'mousemove', 'pointerover', 'click']) {
        document.querySelector('p')!.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, clientX: x!, clientY: y!, pointerType: 'touch' }));
      }
    }, middleOf(mark!));
    await new Promise((done) => setTimeout(done, 400));
    expect(await cards(page)).toEqual([]);
    await page.close();
  });

  it('swaps from mark to mark', async () => {
    const page = await lab.open('<p style="margin-top:300px">We tried ChatGPT and then, long after it, also DeepSeek here.</p>');
    await expectMarks(page, ['ChatGPT', 'DeepSeek']);
    await hover(page, 'ChatGPT');
    await opens(page);
    const [mark] = await boxesOf(page, 'DeepSeek');
    await page.mouse.move(middleOf(mark!)[0], mark!.top + 3, { steps: 8 });
    await waitFor(() => cards(page), ['chatgpt', 'closed', 'deepseek']);
    expect(await page.evaluate(() => document.querySelectorAll('[popover]').length)).toBe(1);
    await page.close();
  });

  it('closes at Escape, and when its mark is scrolled away or its text goes', async () => {
    const page = await lab.open('<p id="a">ChatGPT</p><p style="height:3000px">DeepSeek</p>');
    await expectMarks(page, ['ChatGPT', 'DeepSeek']);
    await hover(page, 'ChatGPT');
    await opens(page);
    await page.keyboard.press('Escape');
    await closes(page);
    await page.mouse.move(700, 500);
    await hover(page, 'ChatGPT');
    await opens(page);
    await page.evaluate(() => { scrollTo(0, 1500); });
    await closes(page);
    await page.evaluate(() => { scrollTo(0, 0); });
    await page.mouse.move(700, 500);
    await hover(page, 'ChatGPT');
    await opens(page);
    await page.evaluate(() => { document.querySelector('#a')!.remove(); });
    await closes(page);
    await page.close();
  });

  it('stays open while the text around its mark is rendered anew', async () => {
    const page = await lab.open('<p id="a">On ChatGPT.</p><p id="b"></p>');
    await expectMarks(page, ['ChatGPT']);
    await hover(page, 'ChatGPT');
    await opens(page);
    await page.evaluate(() => { (document.querySelector('#a')!.firstChild as Text).appendData(' And more.'); document.querySelector('#b')!.textContent = 'DeepSeek'; });
    await expectMarks(page, ['ChatGPT', 'DeepSeek']);
    await new Promise((done) => setTimeout(done, 300));
    expect(await cards(page)).toEqual(['chatgpt']);
    expect(await isCardOpen(page)).toBe(true);
    await page.close();
  });

  it('never covers the line of its mark nor leaves the view', async () => {
    const words = 'ChatGPT';
    const places = [
      'left:10px;top:5px', 'right:10px;top:5px', 'left:10px;bottom:5px', 'right:10px;bottom:5px', 'left:45%;top:45%',
      'left:45%;top:30%;writing-mode:vertical-rl', 'right:10px;top:40%;direction:rtl', 'left:5px;top:40%;writing-mode:vertical-lr',
    ];
    const page = await lab.open(`<p style="position:fixed;margin:0">${words}</p>`);
    await expectMarks(page, [words]);
    for (const [width, height] of [[900, 600], [450, 300], [320, 400]] as const) {
      await page.setViewport({ width, height });
      for (const place of places) {
        await page.mouse.move(width / 2, height - 2);
        await page.keyboard.press('Escape');
        await closes(page);
        await page.evaluate((style) => { document.querySelector('p')!.style.cssText = `position:fixed;margin:0;${style}`; }, place);
        await hover(page, words);
        await opens(page);
        const box = (await hostBox(page))!;
        const [mark] = await boxesOf(page, words);
        const covers = box.left < mark!.right && box.right > mark!.left && box.top < mark!.bottom && box.bottom > mark!.top;
        const isInside = box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height;
        expect({ width, place, covers, isInside }).toEqual({ width, place, covers: false, isInside: true });
      }
    }
    await page.close();
  });

  it('can be used in front of a modal dialog, and keeps to the mark in it', async () => {
    const page = await lab.open('<dialog><p>In the dialog: ChatGPT</p></dialog>', { first: () => { document.querySelector('dialog')!.showModal(); } });
    await expectMarks(page, ['ChatGPT']);
    await hover(page, 'ChatGPT');
    await opens(page);
    const box = (await hostBox(page))!;
    await page.mouse.move(box.left + 30, box.top + 60, { steps: 4 });
    const button = await page.evaluate(() => {
      const rect = document.querySelector('[popover]')!.shadowRoot!.querySelector('button')!.getBoundingClientRect();
      return [rect.x + rect.width / 2, rect.y + rect.height / 2];
    });
    await page.mouse.click(button[0]!, button[1]!);
    await closes(page);
    expect(await page.evaluate(() => document.querySelector('dialog')!.open)).toBe(true);
    await hover(page, 'ChatGPT');
    await page.mouse.move(5, 5);
    await hover(page, 'ChatGPT');
    await opens(page);
    await page.keyboard.press('Escape');
    await closes(page);
    expect(await page.evaluate(() => document.querySelector('dialog')!.open)).toBe(true);
    await page.close();
  });

  it('is not touched by the page\'s styles', async () => {
    const page = await lab.open(
      '<style>*,div{display:none!important;opacity:0!important;transform:scale(0)!important;color:red!important;clip-path:circle(0)!important}html,body,p{display:block!important;opacity:1!important;transform:none!important;clip-path:none!important}[popover]{left:-9999px!important}</style><p>ChatGPT</p>',
    );
    await expectMarks(page, ['ChatGPT']);
    await hover(page, 'ChatGPT');
    await opens(page);
    const box = (await hostBox(page))!;
    expect(box.right - box.left).toBeGreaterThan(100);
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(await page.evaluate(() => {
      const style = getComputedStyle(document.querySelector('[popover]')!);
      return [style.opacity, style.transform, style.clipPath, style.color];
    })).toEqual(['1', 'none', 'none', 'rgb(0, 0, 0)']);
    await page.close();
  });

  it('keeps its keys from the page and gives the focus back', async () => {
    const page = await lab.open('<button id="b">Here</button><p>ChatGPT</p>', {
      first: () => {
        (globalThis as unknown as { keys: string[] }).keys = [];
        document.addEventListener('keydown', (event) => { (globalThis as unknown as { keys: string[] }).keys.push(event.key); });
      },
    });
    await expectMarks(page, ['ChatGPT']);
    await page.focus('#b');
    await page.evaluate(() => { globalThis.ajarTest.handle.next(); });
    await waitFor(() => markedTexts(page, 'test-ring'), ['ChatGPT']);
    await page.evaluate(() => { globalThis.ajarTest.handle.openCurrent(); });
    await opens(page);
    const focused = (): Promise<string> => page.evaluate(() => document.querySelector('[popover]')?.shadowRoot?.activeElement?.localName ?? document.activeElement!.id);
    await waitFor(focused, 'button');
    await page.keyboard.press('Tab');
    await waitFor(focused, 'input');
    await page.keyboard.type('jk');
    await page.keyboard.press('Escape');
    await closes(page);
    expect(await focused()).toBe('b');
    expect(await page.evaluate(() => (globalThis as unknown as { keys: string[] }).keys)).toEqual([]);
    await page.close();
  });

  it('goes from mention to mention, says each once, and takes what it said away', async () => {
    const page = await lab.open(`<p>ChatGPT</p><p style="margin-top:2500px">Of DeepSeek</p>`);
    await waitFor(() => page.evaluate(() => globalThis.ajarTest.handle.report().mentions.length), 2);
    await page.evaluate(() => { globalThis.ajarTest.handle.next(); globalThis.ajarTest.handle.next(); });
    await waitFor(() => markedTexts(page, 'test-ring'), ['DeepSeek']);
    const [box] = await boxesOf(page, 'DeepSeek');
    expect(box!.top > 0 && box!.bottom < 600).toBe(true);
    await page.evaluate(() => { globalThis.ajarTest.handle.next(); });
    await waitFor(() => markedTexts(page, 'test-ring'), ['ChatGPT']);
    await page.evaluate(() => { globalThis.ajarTest.handle.goTo(1); });
    await waitFor(() => markedTexts(page, 'test-ring'), ['DeepSeek']);
    await waitFor(() => page.evaluate(() => document.documentElement.children.length), 2);
    await page.close();
  });

  it('opens a sheet for a finger on a mark, and leaves links alone', async () => {
    const page = await lab.open('<p>ChatGPT</p><p><a href="#x">DeepSeek</a></p>');
    await expectMarks(page, ['ChatGPT', 'DeepSeek']);
    const [link] = await boxesOf(page, 'DeepSeek');
    await page.touchscreen.tap(...middleOf(link!));
    await waitFor(() => page.evaluate(() => location.hash), '#x');
    expect(await cards(page)).toEqual([]);
    const [mark] = await boxesOf(page, 'ChatGPT');
    await page.touchscreen.tap(...middleOf(mark!));
    await opens(page);
    const box = (await hostBox(page))!;
    expect([box.left, box.right, box.bottom]).toEqual([0, 900, 600]);
    await page.close();
  });
});
