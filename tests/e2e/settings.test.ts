/** Settings, as a reader changes them: each holds at once on a page that is open. Back-up, restore, and files that are no good. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ElementHandle, Page } from 'puppeteer-core';
import { engines } from '../../tools/drive.ts';
import { pointAt } from '../../tools/watch-page.ts';
import { expectMarks, html, isCardOpen, markedTexts, showsText, startWorld, tabAt, until, type ExtensionApi, type World } from './world.ts';

const article = html('<p style="margin:60px">GPT-4o, Llama 3.1 and <code>Mistral 7B</code>. Llama 3.1 is an open-source model, says the EU AI Act. GPT-4o is not.</p>');
const usual = ['GPT-4o', 'Llama 3.1', 'EU AI Act'];

describe.each(engines)('settings in %s', (engine) => {
  let world: World;
  let options: Page;
  let page: Page;
  let dir: string;
  beforeAll(async () => {
    world = await startWorld(engine);
    dir = await mkdtemp(join(tmpdir(), 'ajar-settings-'));
    page = await world.openPage(world.put('http://settings.test/1', article));
    await expectMarks(page, usual);
    options = await world.openExtensionPage('options.html');
    await options.waitForSelector('h2');
  });
  afterAll(async () => {
    await world?.close();
    await rm(dir, { recursive: true });
  });

  /** Presses the choice or switch of this label. */
  const choose = async (label: string): Promise<void> => {
    await options.bringToFront();
    await options.evaluate((words) => {
      const found = [...document.querySelectorAll('label')].find((one) => one.innerText.trim().startsWith(words));
      if (!found) throw new Error(`no label “${words}”`);
      found.querySelector('input')!.click();
    }, label);
  };
  const press = (button: string): Promise<void> => options.evaluate((words) => {
    [...document.querySelectorAll('button')].find((one) => one.innerText === words)!.click();
  }, button);
  const marks = async (wanted: readonly string[]): Promise<void> => {
    await page.bringToFront();
    await expectMarks(page, wanted);
  };
  const rest = async (text: string): Promise<void> => {
    await page.bringToFront();
    const { x, y } = await pointAt(page, text);
    await page.mouse.move(x - 1, y);
    await page.mouse.move(x, y);
  };
  const away = async (): Promise<void> => {
    await page.mouse.move(900, 700);
    await page.keyboard.press('Escape');
    await until(() => isCardOpen(page), false);
  };
  const stored = (): Promise<Record<string, unknown>> => options.evaluate(async () => {
    const { storage } = (globalThis as unknown as { browser: ExtensionApi }).browser;
    return (await storage.local.get('settings'))['settings'] as Record<string, unknown>;
  });

  it('what is marked: kinds, how often, code, phrases that claim', async () => {
    await choose('Models');
    await marks(['EU AI Act']);
    await choose('Models');
    await marks(usual);
    await choose('At every mention');
    await marks(['GPT-4o', 'Llama 3.1', 'Llama 3.1', 'EU AI Act', 'GPT-4o']);
    await choose('Never');
    await marks([]);
    await choose('At its first mention on a page');
    await marks(usual);
    await choose('Read short code');
    await marks(['GPT-4o', 'Llama 3.1', 'Mistral 7B', 'EU AI Act']);
    await choose('Read short code');
    await choose('Mark phrases');
    await page.bringToFront();
    await until(() => markedTexts(page, 'ajar-claim'), ['open-source']);
    await choose('Mark phrases');
    await page.bringToFront();
    await until(() => markedTexts(page, 'ajar-claim'), []);
    await marks(usual);
  });

  it('the look of marks', async () => {
    await page.bringToFront();
    const { x, y } = await pointAt(page, 'GPT-4o');
    const picture = (): Promise<string> => page.screenshot({ encoding: 'base64', clip: { x: Math.round(x) - 30, y: Math.round(y) - 14, width: 60, height: 28 } });
    // The style of the change before may just be on its way: one picture several times over says that it is there.
    const settled = async (): Promise<string> => {
      let last = await picture();
      for (let same = 0; same < 4;) {
        await new Promise((done) => setTimeout(done, 100));
        const next = await picture();
        same = next === last ? same + 1 : 0;
        last = next;
      }
      return last;
    };
    const before = await settled();
    await choose('A light background');
    await page.bringToFront();
    await until(async () => (await picture()) === before, false);
    await choose('A dotted line');
    await page.bringToFront();
    await until(async () => (await picture()) === before, true);
  });

  it('how a card opens: at rest, on a click, with Alt, and the time of rest', async () => {
    await choose('on a click');
    await until(async () => (await stored())?.['open'], 'click');
    await rest('GPT-4o');
    await new Promise((done) => setTimeout(done, 700));
    expect(await isCardOpen(page)).toBe(false);
    const { x, y } = await pointAt(page, 'GPT-4o');
    await page.mouse.click(x, y);
    await until(() => isCardOpen(page), true);
    await away();

    await choose('when the pointer rests with Alt');
    await until(async () => (await stored())?.['open'], 'alt');
    await rest('GPT-4o');
    await new Promise((done) => setTimeout(done, 700));
    expect(await isCardOpen(page)).toBe(false);
    await page.keyboard.down('Alt');
    await rest('Llama 3.1');
    await until(() => isCardOpen(page), true);
    await page.keyboard.up('Alt');
    await away();

    await choose('when the pointer rests on a mark');
    await until(async () => (await stored())?.['open'], 'hover');
    await rest('GPT-4o');
    await until(() => isCardOpen(page), true);
    await away();

    // How long a pointer rests is tested without a clock, in tests/page/hover-intent.test.ts; here, that two changes at once both hold.
    await choose('on a click');
    await choose('when the pointer rests on a mark');
    await options.evaluate(() => {
      const range = document.querySelector<HTMLInputElement>('input[type=range]')!;
      range.value = '2000';
      range.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await rest('GPT-4o');
    await until(() => isCardOpen(page), true);
    expect(await stored()).toMatchObject({ open: 'hover', delayMs: 2000 });
    await away();
  });

  it('on which sites: only those listed, only when asked', async () => {
    await choose('only pages of the sites listed here');
    await marks([]);
    await options.bringToFront();
    await options.type('.sites input', 'https://settings.test/some/page');
    await options.keyboard.press('Enter');
    await marks(usual);
    await choose('a page only when I click');
    await marks([]);
    const popup = await world.openExtensionPage(`popup.html#tab=${await tabAt(options, page.url())}`);
    await showsText(popup, 'Ajar reads a page only when you ask it to.');
    await popup.evaluate(() => [...document.querySelectorAll('button')].find((one) => one.innerText === 'Read this page')!.click());
    await marks(usual);
    await popup.bringToFront();
    await showsText(popup, 'On this page');
    await popup.close();
    await choose('every page');
    await until(async () => (await stored())['sites'], 'all');
    await marks(usual);
  });

  it('comes back whole from a back-up; a file that is no good changes nothing and says why', async () => {
    const wanted = await stored();
    expect(wanted).toMatchObject({ delayMs: 2000, onlySites: ['settings.test'], repeat: 'first' });
    await options.bringToFront();
    // What would be saved as a file.
    await options.evaluate(() => {
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        void (blob as Blob).text().then((text) => { (globalThis as unknown as { saved: string }).saved = text; });
        return make(blob);
      };
      HTMLAnchorElement.prototype.click = () => undefined;
    });
    await press('Save a back-up');
    await options.waitForFunction(() => 'saved' in globalThis, { timeout: 5_000, polling: 50 });
    const backUp = join(dir, 'back-up.json');
    await writeFile(backUp, await options.evaluate(() => (globalThis as unknown as { saved: string }).saved));

    const broken = join(dir, 'broken.json');
    const damaged = join(dir, 'damaged.json');
    const huge = join(dir, 'huge.json');
    await writeFile(broken, '{ "ajar": "back-up", ');
    await writeFile(damaged, JSON.stringify({ ajar: 'back-up', version: 1, settings: { ...wanted, delayMs: 'long' }, own: { ajar: 'own-glossary', records: [] } }));
    await writeFile(huge, `"${'x'.repeat(10_000_000)}"`);
    const [importInput, restoreInput] = (await options.$$('input[type=file]')) as ElementHandle<HTMLInputElement>[];
    await options.evaluate(() => (globalThis as unknown as { browser: ExtensionApi }).browser.storage.local.clear());
    for (const [file, says] of [[broken, 'The file is not JSON. Nothing was changed.'], [damaged, 'the settings in it are damaged'], [huge, 'The file is larger than 2 MB. Nothing was changed.']] as const) {
      await restoreInput!.uploadFile(file);
      await showsText(options, says);
    }
    await importInput!.uploadFile(huge);
    await options.waitForFunction(() => document.body.innerText.split('The file is larger than').length === 3, { timeout: 5_000, polling: 50 });
    expect(await stored()).toBeUndefined();
    await restoreInput!.uploadFile(backUp);
    await showsText(options, 'The back-up is restored.');
    expect(await stored()).toEqual(wanted);
  });

  it('says when the browser cannot store, and shows what still holds', async () => {
    await options.evaluate(() => {
      const { storage } = (globalThis as unknown as { chrome: ExtensionApi }).chrome;
      Object.defineProperty(storage.local, 'set', { value: () => Promise.reject(new Error('QUOTA_BYTES quota exceeded')) });
    });
    const before = await stored();
    await choose('Dark');
    await showsText(options, 'The browser could not store this. What was stored before still holds.');
    expect(await stored()).toEqual(before);
  });

  it('made no request', () => expect(world.strayRequests()).toEqual([]));
});
