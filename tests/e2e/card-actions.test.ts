/** What a reader does with an open card: cites it and reports an error, by mouse and keyboard; what is on the clipboard then. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { engines } from '../../tools/drive.ts';
import { openCardAt } from '../../tools/watch-page.ts';
import { inCard, pressInCard, readClipboard } from './browser-ui.ts';
import { expectMarks, html, isCardOpen, startWorld, until, type World } from './world.ts';

describe.each(engines)('actions of a card in %s', (engine) => {
  let world: World;
  let helper: Page;
  beforeAll(async () => {
    world = await startWorld(engine);
    helper = await world.openExtensionPage('options.html');
  });
  afterAll(() => world?.close());

  /** Pages of `localhost` are as good as those by https: they have a clipboard of their own. */
  const open = async (host: 'actions.test' | 'localhost', headers: Record<string, string> = {}): Promise<Page> => {
    const url = world.put(`http://${host}/${Object.keys(headers).length}`, { body: html(`<p style="margin:60px">We tried DeepSeek-R1 last week.</p><script>
      heard = []; for (const type of ['copy', 'click', 'select', 'selectionchange', 'focusin']) window.addEventListener(type, (event) => heard.push(type), true);
    </script>`), headers });
    const page = await world.openPage(url);
    await expectMarks(page, ['DeepSeek-R1']);
    return page;
  };
  const status = (page: Page): Promise<string> => inCard(world, page, (root) => root.querySelector('.copy-status')?.textContent ?? '');
  const copied = async (page: Page): Promise<string> => {
    await until(() => status(page), 'Copied');
    const text = await readClipboard(world, helper);
    await page.bringToFront();
    return text;
  };

  it('copies a citation in each form', async () => {
    const page = await open('actions.test');
    await openCardAt(world, page, 'DeepSeek-R1');
    await until(() => inCard(world, page, (root) => root.querySelector('.actions') !== null), true);
    await pressInCard(world, page, 'Cite');
    const forms: Record<string, string> = {};
    for (const form of ['Plain text', 'Markdown', 'BibTeX', 'CSL-JSON']) {
      await pressInCard(world, page, form);
      forms[form] = await copied(page);
    }
    expect(forms['Plain text']).toMatch(/DeepSeek-R1.*\bAjar\b/s);
    expect(forms['Markdown']).toMatch(/\[[^\]]+\]\(https:\/\/[^)]+\)/);
    expect(forms['BibTeX']).toMatch(/^@\w+\{[^,]+,\n[\s\S]*title = .*DeepSeek-R1[\s\S]*\}\s*$/);
    expect(JSON.parse(forms['CSL-JSON']!)).toContainEqual(expect.objectContaining({ title: expect.stringContaining('DeepSeek-R1') as string }));
    expect(new Set(Object.values(forms)).size).toBe(4);
    await page.close();
  });

  it('copies an error report of the fact that is chosen; nothing is sent', async () => {
    const page = await open('localhost');
    await openCardAt(world, page, 'DeepSeek-R1');
    await until(() => inCard(world, page, (root) => root.querySelector('.actions') !== null), true);
    await pressInCard(world, page, 'Report an error');
    const chosen = await inCard(world, page, (root) => {
      const select = root.querySelector('select')!;
      select.selectedIndex = 2;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      return select.value;
    });
    await until(() => inCard(world, page, (root, field) => root.querySelector('pre')!.textContent!.includes(field), chosen), true);
    await pressInCard(world, page, 'Copy report');
    const report = await copied(page);
    expect(report).toContain('DeepSeek-R1');
    expect(report).toContain(chosen);
    expect(report).toMatch(/https:\/\//);
    expect(report).toMatch(/\b\d+\.\d+\.\d+\b/);
    await page.close();
  });

  it('brings into view what a press opens, where the card has to scroll', async () => {
    const page = await open('actions.test');
    await page.setViewport({ width: 700, height: 520 });
    await openCardAt(world, page, 'DeepSeek-R1');
    await until(() => inCard(world, page, (root) => root.querySelector('.actions') !== null), true);
    const isInView = (selector: string): Promise<boolean> => inCard(world, page, (root, wanted) => {
      const card = root.querySelector('.scroller')!.getBoundingClientRect();
      const { top } = root.querySelector(wanted)!.getBoundingClientRect();
      return top >= card.top && top + 40 <= card.bottom;
    }, selector);
    await pressInCard(world, page, 'Why');
    await until(() => isInView('.why h3'), true);
    await pressInCard(world, page, 'Report an error');
    await until(() => isInView('.panel p'), true);
    await page.close();
  });

  it('copies by keyboard, also where a page may not use the clipboard, and leaves focus and page as they are', async () => {
    const page = await open('localhost', { 'permissions-policy': 'clipboard-write=(), clipboard-read=()' });
    await openCardAt(world, page, 'DeepSeek-R1');
    await until(() => inCard(world, page, (root) => root.querySelector('.actions') !== null), true);
    await pressInCard(world, page, 'Cite');
    await inCard(world, page, (root) => { [...root.querySelectorAll('button')].find((one) => one.textContent === 'Plain text')!.focus(); });
    const before = await page.evaluate(() => {
      (globalThis as unknown as { heard: string[] }).heard.length = 0;
      return document.documentElement.outerHTML;
    });
    await page.keyboard.press('Enter');
    expect(await copied(page)).toContain('DeepSeek-R1');
    expect(await inCard(world, page, (root) => root.activeElement?.textContent)).toBe('Plain text');
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    expect(await isCardOpen(page)).toBe(true);
    await page.close();
  });

  it('made no request', () => expect(world.strayRequests()).toEqual([]));
});
