/** Popup, switches and commands, in both browsers. The popup is opened in a tab of its own; its page is named in its address. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { engines } from '../../tools/drive.ts';
import { expectMarks, html, markedTexts, startWorld, type World } from './world.ts';

interface Api {
  readonly tabs: { query(query: object): Promise<{ id: number; url?: string }[]> };
  readonly action: { getBadgeText(of: { tabId: number }): Promise<string> };
  readonly storage: { local: { get(key: string): Promise<Record<string, unknown>>; set(items: object): Promise<void> } };
}

const article = html('<h1>Models</h1><p>GPT-4o and Llama 3.1 are two models. GPT-4o again, and the EU AI Act.</p><p style="margin-top:20000px">Far below: DeepSeek-R1.</p>');

describe.each(engines)('popup in %s', (engine) => {
  let world: World;
  let count = 0;
  beforeAll(async () => { world = await startWorld(engine); });
  afterAll(() => world?.close());

  const openArticle = async (host = 'popup.test'): Promise<Page> => {
    count += 1;
    const page = await world.openPage(world.put(`http://${host}/${count}`, article));
    await expectMarks(page, ['GPT-4o', 'Llama 3.1', 'EU AI Act']);
    return page;
  };
  const tabOf = (helper: Page, url: string): Promise<number> =>
    helper.evaluate(async (wanted) => {
      const tabs = await (globalThis as unknown as { browser: Api }).browser.tabs.query({});
      return tabs.find((tab) => tab.url === wanted)!.id;
    }, url);
  const openPopup = async (page: Page): Promise<Page> => {
    const helper = await world.openExtensionPage('popup.html');
    const id = await tabOf(helper, page.url());
    await helper.close();
    return world.openExtensionPage(`popup.html#tab=${id}`);
  };
  const text = (popup: Page): Promise<string> => popup.evaluate(() => document.body.innerText.replace(/\s+/g, ' '));
  const waitForText = (popup: Page, wanted: string): Promise<unknown> =>
    popup.waitForFunction((part) => document.body.innerText.replace(/\s+/g, ' ').includes(part), { timeout: 8_000, polling: 50 }, wanted);

  it('lists what the page names with counts, and the badge shows the number of records', async () => {
    const page = await openArticle();
    const popup = await openPopup(page);
    await waitForText(popup, 'Models 3');
    const shown = await text(popup);
    expect(shown).toMatch(/GPT-4o Closed 2/);
    expect(shown).toMatch(/DeepSeek-R1 Open weights 1/);
    const id = await tabOf(popup, page.url());
    await popup.waitForFunction(async (tabId) => (await (globalThis as unknown as { browser: Api }).browser.action.getBadgeText({ tabId })) === '4', { timeout: 5_000, polling: 100 }, id);
    await popup.close();
    await page.close();
  });

  it('scrolls to a mention that is chosen, and shows its card', async () => {
    const page = await openArticle();
    const popup = await openPopup(page);
    await waitForText(popup, 'DeepSeek-R1');
    await popup.evaluate(() => [...document.querySelectorAll('button')].find((button) => button.textContent!.includes('DeepSeek-R1'))!.click());
    await waitForText(popup, 'MIT License');
    await page.bringToFront();
    await page.waitForFunction(() => scrollY > 1000, { timeout: 5_000, polling: 50 });
    await popup.close();
    await page.close();
  });

  it('finds records by a name with a slip of the finger, by keyboard alone', async () => {
    const page = await openArticle();
    const popup = await openPopup(page);
    await waitForText(popup, 'Models 3');
    await popup.keyboard.type('depseek r1');
    await popup.waitForSelector('[role=option]');
    await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('ArrowUp');
    await popup.keyboard.press('Enter');
    await waitForText(popup, 'DeepSeek-R1');
    await waitForText(popup, 'OSI-approved');
    await popup.close();
    await page.close();
  });

  it('turns marks off and on again, on this site and everywhere, at once and in all tabs, leaving nothing behind', async () => {
    const page = await openArticle('here.test');
    const other = await openArticle('other.test');
    const popup = await openPopup(page);
    await waitForText(popup, 'Models 3');
    const flip = (index: number): Promise<void> => popup.evaluate((at) => document.querySelectorAll<HTMLElement>('.switches [role=switch], .switches input[type=checkbox]')[at]!.click(), index);
    const entries = (of: Page): Promise<string[]> => of.evaluate(() => [...(CSS as unknown as { highlights: Map<string, unknown> }).highlights.keys()]);
    const gone = async (of: Page): Promise<void> => {
      const end = Date.now() + 5_000;
      while ((await entries(of)).length > 0 && Date.now() < end) await new Promise((done) => setTimeout(done, 50));
      expect(await entries(of)).toEqual([]);
    };

    await flip(0);
    await gone(page);
    expect(await markedTexts(other)).not.toEqual([]);
    await waitForText(popup, 'off');
    await flip(0);
    await page.bringToFront();
    await expectMarks(page, ['GPT-4o', 'Llama 3.1', 'EU AI Act']);

    await flip(1);
    await gone(page);
    await gone(other);
    const fresh = await world.openPage(world.put('http://fresh.test/1', article));
    await new Promise((done) => setTimeout(done, 800));
    expect(await entries(fresh)).toEqual([]);
    await flip(1);
    await fresh.bringToFront();
    await expectMarks(fresh, ['GPT-4o', 'Llama 3.1', 'EU AI Act']);
    for (const one of [fresh, other, page, popup]) await one.close();
  });

  it('says so on a page that extensions may not read', async () => {
    const blank = await world.browser.newPage();
    const popup = await world.openExtensionPage('popup.html');
    await waitForText(popup, 'Extensions may not read this page');
    await popup.close();
    await blank.close();
  });

  it('falls back from corrupt settings, keeps a copy, and goes on marking', async () => {
    const helper = await world.openExtensionPage('popup.html');
    await helper.evaluate(() => (globalThis as unknown as { browser: Api }).browser.storage.local.set({ settings: { enabled: 'maybe', pausedSites: 7 } }));
    const page = await openArticle('after.test');
    const kept = await helper.evaluate(() => (globalThis as unknown as { browser: Api }).browser.storage.local.get('settings.rejected'));
    expect(kept).toEqual({ 'settings.rejected': { enabled: 'maybe', pausedSites: 7 } });
    await helper.close();
    await page.close();
  });

  it('made no request', () => expect(world.strayRequests()).toEqual([]));
});
