/**
 * Pages that the browser keeps from the extension: it says so, and offers the button that helps.
 *
 * Access is taken away where readers do it: in Chromium by its page of extensions ("on click", local files), in Firefox by a change of
 * permissions. Firefox's own question is answered in its window; Chromium's question is a window of the system that no driver reaches,
 * so there the answer is given on the page of extensions.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { engines } from '../../tools/drive.ts';
import { inFirefoxWindow } from './browser-ui.ts';
import { expectMarks, html, showsText, startWorld, tabAt, until, type World } from './world.ts';

interface Api {
  readonly permissions: { remove(what: object): Promise<boolean>; contains(what: object): Promise<boolean>; request(what: object): Promise<boolean> };
  readonly tabs: { query(query: object): Promise<{ readonly id: number; readonly active: boolean; readonly url?: string }[]> };
}
/** What Chromium's page of extensions can do. */
interface Settings {
  readonly developerPrivate: { updateExtensionConfiguration(change: object): Promise<void> };
}
const webPages = { origins: ['http://*/*', 'https://*/*'] };

describe.each(engines)('access that is kept back in %s', (engine) => {
  let world: World;
  let helper: Page;
  let dir: string;
  beforeAll(async () => {
    world = await startWorld(engine);
    helper = await world.openExtensionPage('options.html');
    dir = await mkdtemp(join(tmpdir(), 'ajar-files-'));
  });
  afterAll(async () => {
    await world?.close();
    await rm(dir, { recursive: true, force: true });
  });

  /** Changes what Chromium's page of extensions says of ours. */
  const configure = async (change: object): Promise<void> => {
    const extensions = await world.openPage('chrome://extensions/');
    await extensions.evaluate(
      (wanted) => (globalThis as unknown as { chrome: Settings }).chrome.developerPrivate.updateExtensionConfiguration(wanted),
      { extensionId: new URL(world.extensionUrl('')).host, ...change },
    );
    await extensions.close();
  };
  const mayReadPages = (): Promise<boolean> =>
    helper.evaluate((what) => (globalThis as unknown as { browser: Api }).browser.permissions.contains(what), webPages);
  const press = async (page: Page, words: string): Promise<void> => {
    const button = await page.waitForSelector(`::-p-xpath(//button[normalize-space()="${words}"])`);
    await button!.click();
  };

  it('says so, asks when told to, and reads the open page once it may', async () => {
    const url = world.put('http://withheld.test/', html('<p>GPT-4o and Llama 3.1</p>'));
    const page = await world.openPage(url);
    await expectMarks(page, ['GPT-4o', 'Llama 3.1']);
    const tab = await tabAt(helper, url);
    const popup = await world.openExtensionPage(`popup.html#tab=${tab}`);
    await showsText(popup, 'Models 2');

    if (engine === 'chromium') await configure({ hostAccess: 'ON_CLICK' });
    else await helper.evaluate((what) => (globalThis as unknown as { browser: Api }).browser.permissions.remove(what), webPages);
    await until(mayReadPages, false);
    await popup.bringToFront();
    await showsText(popup, 'The browser keeps the text of pages from Ajar until you allow it.');
    await page.bringToFront();
    await expectMarks(page, []);
    for (const path of ['options.html', 'welcome.html']) {
      const own = await world.openExtensionPage(path);
      await showsText(own, 'Allow Ajar to read pages');
      await own.close();
    }

    await popup.bringToFront();
    if (engine === 'chromium') {
      await popup.evaluate(() => {
        const { permissions } = (globalThis as unknown as { chrome: { permissions: { request: unknown } } }).chrome;
        permissions.request = (what: unknown) => {
          (globalThis as unknown as { asked: unknown }).asked = [what, navigator.userActivation.isActive];
          return Promise.resolve(false);
        };
      });
      await press(popup, 'Allow Ajar to read pages');
      await until(() => popup.evaluate(() => (globalThis as unknown as { asked: unknown }).asked), [webPages, true]);
      await configure({ hostAccess: 'ON_ALL_SITES' });
    } else {
      const isAsked = (): Promise<boolean> => inFirefoxWindow<boolean>(world, "return PopupNotifications.panel.state === 'open';");
      // A press just after a tab came to the front may not arrive.
      for (let tries = 0; tries < 3 && !(await isAsked()); tries += 1) {
        await press(popup, 'Allow Ajar to read pages');
        await until(isAsked, true, 2_000).catch(() => undefined);
      }
      await inFirefoxWindow(world, `
        // The question does not take a press in its first moment, lest it was meant for something else.
        await new Promise((done) => setTimeout(done, Services.prefs.getIntPref('security.notification_enable_delay') + 100));
        PopupNotifications.panel.firstElementChild.button.click();
      `);
    }
    await until(mayReadPages, true);
    await page.bringToFront();
    await expectMarks(page, ['GPT-4o', 'Llama 3.1']);
    await popup.bringToFront();
    await showsText(popup, 'Models 2');
    await popup.close();
    await page.close();
  });

  it('says where local files are allowed', async () => {
    const file = join(dir, 'page.html');
    await writeFile(file, html('<p>GPT-4o and Llama 3.1</p>'));
    const { href } = pathToFileURL(file);
    if (engine === 'chromium') {
      const allowed = await world.openPage(href);
      await expectMarks(allowed, ['GPT-4o', 'Llama 3.1']);
      await allowed.close();
      await configure({ fileAccess: false });
      // It starts anew, and its pages go.
      await new Promise((done) => setTimeout(done, 2_000));
      helper = await world.openExtensionPage('options.html');
    }
    // That files are kept back takes nothing from the web.
    expect(await mayReadPages()).toBe(true);
    await showsText(helper, 'Paused sites');
    expect(await helper.evaluate(() => document.body.innerText)).not.toContain('Allow Ajar to read pages');
    const before = await helper.evaluate(async () => (await (globalThis as unknown as { browser: Api }).browser.tabs.query({})).map(({ id }) => id));
    const page = await world.openPage(href);
    const tab = await helper.evaluate(async (known) => (await (globalThis as unknown as { browser: Api }).browser.tabs.query({})).find(({ id }) => !known.includes(id))!.id, before);
    const popup = await world.openExtensionPage(`popup.html#tab=${tab}`);
    if (engine === 'firefox') await showsText(popup, 'local files only where its extension settings allow it');
    else {
      await showsText(popup, "a local file only where the browser's settings allow it for Ajar");
      await press(popup, 'Show these settings');
      await world.browser.waitForTarget((target) => target.url().startsWith('chrome://extensions/?id='));
    }
    await popup.close();
    await page.close();
  });
});
