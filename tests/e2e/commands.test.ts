/**
 * Commands and the context menu. In Firefox by the browser's real keys and its real menu. Headless Chromium keeps both from any driver:
 * there the test begins at the event that the background gets of them (see browser-ui.ts).
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { engines } from '../../tools/drive.ts';
import { pointAt } from '../../tools/watch-page.ts';
import { chooseFromMenu, giveCommand } from './browser-ui.ts';
import { expectMarks, html, isCardOpen, markedTexts, showsText, startWorld, until, type ExtensionApi, type World } from './world.ts';

describe.each(engines)('commands and menus in %s', (engine) => {
  let world: World;
  let helper: Page;
  beforeAll(async () => {
    world = await startWorld(engine);
    helper = await world.openExtensionPage('options.html');
  });
  afterAll(() => world?.close());

  const open = async (host: string): Promise<Page> => {
    const page = await world.openPage(world.put(`http://${host}/1`, html('<p style="margin:60px">GPT-4o and <span>Llama 3.1</span>, <b>side by side</b>.</p>')));
    await expectMarks(page, ['GPT-4o', 'Llama 3.1']);
    return page;
  };
  const paused = (): Promise<unknown> => helper.evaluate(async () => {
    const { storage } = (globalThis as unknown as { browser: ExtensionApi }).browser;
    return ((await storage.local.get('settings'))['settings'] as { pausedSites: string[] } | undefined)?.pausedSites ?? [];
  });

  /** The tab that was opened at an address; Firefox's driver does not hear of addresses of the extension. */
  const tabWith = async (part: string): Promise<Page> => {
    const end = Date.now() + 8_000;
    while (Date.now() < end) {
      for (const page of await world.browser.pages()) {
        if ((await page.evaluate(() => location.href).catch(() => '')).includes(part)) return page;
      }
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`no tab shows ${part}`);
  };

  it('have the keys that the settings show', async () => {
    await helper.bringToFront();
    for (const keys of ['Alt+Shift+J', 'Alt+Shift+O']) await showsText(helper, keys);
  });

  it('go to the next and the previous mention, open its card, and turn Ajar off and on here', async () => {
    const page = await open('commands.test');
    const ring = (...texts: string[]): Promise<void> => until(() => markedTexts(page, 'ajar-ring'), texts);
    await giveCommand(world, page, 'next-mention');
    await ring('GPT-4o');
    await giveCommand(world, page, 'next-mention');
    await ring('Llama 3.1');
    await giveCommand(world, page, 'previous-mention');
    await ring('GPT-4o');
    await giveCommand(world, page, 'open-card');
    await until(() => isCardOpen(page), true);
    await giveCommand(world, page, 'toggle-here');
    await expectMarks(page, []);
    expect(await isCardOpen(page)).toBe(false);
    expect(await paused()).toEqual(['commands.test']);
    await giveCommand(world, page, 'toggle-here');
    await expectMarks(page, ['GPT-4o', 'Llama 3.1']);
    expect(await paused()).toEqual([]);
    await page.close();
  });

  it('turn Ajar off and on again from the menu of the page', async () => {
    const page = await open('menu.test');
    const away = { x: 500, y: 400 };
    const words = await chooseFromMenu(world, page, 'toggle-here', away);
    expect(words).toBe(engine === 'firefox' ? 'Turn Ajar on or off on this site' : null);
    await expectMarks(page, []);
    expect(await paused()).toEqual(['menu.test']);
    await chooseFromMenu(world, page, 'toggle-here', away);
    await expectMarks(page, ['GPT-4o', 'Llama 3.1']);
    await page.close();
  });

  it('look up what is selected', async () => {
    const page = await open('selection.test');
    await page.evaluate(() => { getSelection()!.selectAllChildren(document.querySelector('span')!); });
    const words = await chooseFromMenu(world, page, 'look-up', await pointAt(page, 'Llama 3.1'));
    expect(words).toBe(engine === 'firefox' ? 'Look up “Llama 3.1” in Ajar' : null);
    const popup = await tabWith('popup.html#search=Llama%203.1');
    await popup.waitForSelector('[role=option]');
    await showsText(popup, 'Llama 3.1');
    await popup.close();
    await page.close();
  });

  it('made no request', () => expect(world.strayRequests()).toEqual([]));
});
