/** What becomes of marks while a page lives: it navigates, grows, opens, and the extension itself goes away under it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { engines, firefoxId, type Driven } from '../../tools/drive.ts';
import { readReports } from '../../tools/watch-page.ts';
import { expectMarks, html, markedTexts, startWorld, until, type World } from './world.ts';

const long = 'This text is long enough for a frame that is read, since it says something in more than a few words. '.repeat(3);

describe.each(engines)('pages that live on in %s', (engine) => {
  let world: World;
  let count = 0;
  beforeAll(async () => { world = await startWorld(engine); });
  afterAll(() => world?.close());

  const put = (body: string, options?: Parameters<typeof html>[1]): string => {
    count += 1;
    return world.put(`http://lifetime.test/${count}`, html(body, options));
  };

  it('marks again what history brings back', async () => {
    const second = put('<p>DeepSeek-R1</p>');
    const page = await world.openPage(put(`<p>GPT-4o</p><a href="${second}">on</a>`));
    await expectMarks(page, ['GPT-4o']);
    await page.evaluate(() => { document.querySelector('p')!.append(' and ChatGPT'); });
    await expectMarks(page, ['GPT-4o', 'ChatGPT']);
    await Promise.all([page.waitForNavigation(), page.click('a')]);
    await expectMarks(page, ['DeepSeek-R1']);
    await page.evaluate(() => { history.back(); });
    await page.waitForFunction(() => document.querySelector('a') !== null, { polling: 50 });
    // Out of the back-forward cache with its addition, or read anew without.
    const kept = await page.evaluate(() => document.querySelector('p')!.textContent!.includes('ChatGPT'));
    await expectMarks(page, kept ? ['GPT-4o', 'ChatGPT'] : ['GPT-4o']);
    await page.evaluate(() => { document.querySelector('p')!.append(', Mistral 7B'); });
    await expectMarks(page, [...(kept ? ['GPT-4o', 'ChatGPT'] : ['GPT-4o']), 'Mistral 7B']);
    await page.close();
  });

  it('takes a page that replaces itself for another page', async () => {
    const page = await world.openPage(put('<p>Anthropic says that its language model Claude answers longer prompts.</p>', { title: 'On Claude' }));
    await expectMarks(page, ['Claude']);
    await page.evaluate(() => {
      history.pushState(null, '', '/claude-monet');
      document.title = 'The painter';
      document.querySelector('p')!.textContent = 'Claude Monet painted the water lilies at Giverny. Claude was fond of his garden.';
    });
    await expectMarks(page, []);
    await page.evaluate(() => {
      history.back();
      document.querySelector('p')!.textContent = 'GPT-4o again';
    });
    await expectMarks(page, ['GPT-4o']);
    await page.close();
  });

  it('reads a document that is written anew', async () => {
    const page = await world.openPage(put('<p>GPT-4o</p>'));
    await expectMarks(page, ['GPT-4o']);
    await page.evaluate((text) => {
      document.open();
      document.write(text);
      document.close();
    }, html('<p>DeepSeek-R1 is written here</p>'));
    await expectMarks(page, ['DeepSeek-R1']);
    await page.close();
  });

  it('reads frames that come later, lazy ones, and those without an address', async () => {
    const inner = put(`<p>${long} DeepSeek-R1</p>`);
    const page = await world.openPage(put('<p>GPT-4o</p>'));
    await expectMarks(page, ['GPT-4o']);
    await page.evaluate((url, text) => {
      const add = (frame: Partial<HTMLIFrameElement>): void => { document.body.append(Object.assign(document.createElement('iframe'), { width: '600', height: '200' }, frame)); };
      add({ src: url });
      add({ src: `${url}#lazy`, loading: 'lazy' });
      add({ srcdoc: `<p>${text} ChatGPT</p>` });
    }, inner, long);
    const marks = async (): Promise<string[]> => {
      const all = await Promise.all(page.frames().slice(1).map((frame) => markedTexts(frame as unknown as Page).catch(() => [])));
      return all.flat().sort();
    };
    const end = Date.now() + 8_000;
    while ((await marks()).length < 3 && Date.now() < end) await new Promise((done) => setTimeout(done, 60));
    expect(await marks()).toEqual(['ChatGPT', 'DeepSeek-R1', 'DeepSeek-R1']);
    const names = (await readReports(world, page)).flatMap((report) => report.mentions.map(({ text }) => text));
    expect(names.sort()).toEqual(['ChatGPT', 'DeepSeek-R1', 'DeepSeek-R1', 'GPT-4o']);
    await page.close();
  });

  it('finds articles and claims that come later: in shadow roots, frames, and on a page that replaces itself', async () => {
    const law = 'Under Article 53 of the EU AI Act, Llama 3.1 is an open-source model.';
    const found = async (): Promise<string[]> => (await readReports(world, page)).flatMap(({ mentions, claims }) => [...mentions.map(({ id }) => id), ...claims.map(({ id, text }) => `${id}: ${text}`)]);
    const page = await world.openPage(put('<p>GPT-4o</p>'));
    await expectMarks(page, ['GPT-4o']);
    expect(await found()).toEqual(['gpt-4o']);
    await page.evaluate((text) => {
      const host = Object.assign(document.createElement('div'), { id: 'host' });
      host.attachShadow({ mode: 'open' }).append(text);
      document.body.append(host);
    }, law);
    await until(found, ['gpt-4o', 'eu-ai-act/art-53', 'llama-3.1', 'llama-3.1: open-source']);
    await page.evaluate((text) => { document.querySelector('#host')!.shadowRoot!.textContent = text; }, 'DeepSeek-R1 is fully open.');
    await until(found, ['gpt-4o', 'deepseek-r1', 'deepseek-r1: fully open']);
    await page.evaluate((text) => {
      history.pushState(null, '', '/replaced');
      document.title = 'Another';
      document.body.replaceChildren(Object.assign(document.createElement('iframe'), { srcdoc: `<p>${text}</p>`, width: '600', height: '200' }));
    }, law);
    await until(found, ['eu-ai-act/art-53', 'llama-3.1', 'llama-3.1: open-source'], 10_000);
    await page.close();
  });

  it('marks what is shown later, once it is shown', async () => {
    const page = await world.openPage(put(
      '<p>GPT-4o</p><details><summary>more</summary><p>ChatGPT</p></details><div id="a" hidden>Mistral 7B</div><dialog>DeepSeek-R1</dialog><div id="b" popover>OLMo 2</div>',
    ));
    await expectMarks(page, ['GPT-4o']);
    await page.evaluate(() => { document.querySelector('details')!.open = true; });
    await expectMarks(page, ['GPT-4o', 'ChatGPT']);
    await page.evaluate(() => { document.querySelector<HTMLElement>('#a')!.hidden = false; });
    await expectMarks(page, ['GPT-4o', 'ChatGPT', 'Mistral 7B']);
    await page.evaluate(() => { document.querySelector('dialog')!.show(); });
    await expectMarks(page, ['GPT-4o', 'ChatGPT', 'Mistral 7B', 'DeepSeek-R1']);
    await page.evaluate(() => { document.querySelector<HTMLElement>('#b')!.showPopover(); });
    await expectMarks(page, ['GPT-4o', 'ChatGPT', 'Mistral 7B', 'DeepSeek-R1', 'OLMo 2']);
    await page.close();
  });

  it('made no request', () => { expect(world.strayRequests()).toEqual([]); });
});

describe.each(engines)('an extension that goes away in %s', (engine) => {
  let world: World;
  const errors: string[] = [];
  const watch = (page: Page): void => {
    page.on('pageerror', (error) => { errors.push(String(error)); });
    page.on('console', (message) => { if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) errors.push(message.text()); });
  };
  beforeAll(async () => { world = await startWorld(engine); });
  afterAll(() => world?.close());

  it('starts anew under an open page when it is updated, and marks once', async () => {
    const page = await world.openPage(world.put('http://update.test/1', html('<p>GPT-4o</p>')));
    watch(page);
    await expectMarks(page, ['GPT-4o']);
    await reload(world);
    await page.bringToFront();
    await page.evaluate(() => { document.querySelector('p')!.append(' and DeepSeek-R1'); });
    await expectMarks(page, ['GPT-4o', 'DeepSeek-R1']);
    // The old script finds out by now that it is alone, and takes nothing of the new one's away.
    await new Promise((done) => setTimeout(done, 800));
    await expectMarks(page, ['GPT-4o', 'DeepSeek-R1'], 0);
    await page.evaluate(() => { document.querySelector('p')!.textContent = 'nothing'; });
    await expectMarks(page, []);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('leaves no mark, element or error where it is removed', async () => {
    const page = await world.openPage(world.put('http://update.test/2', html('<p>GPT-4o</p>')));
    watch(page);
    await expectMarks(page, ['GPT-4o']);
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await remove(world);
    await page.bringToFront();
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    await page.evaluate(() => { document.querySelector('p')!.append(' and DeepSeek-R1'); });
    if (engine === 'chromium') {
      await page.waitForFunction(() => (CSS as unknown as { highlights: Map<string, unknown> }).highlights.size === 0, { polling: 50, timeout: 5_000 });
    } else {
      // Firefox ends our script at once, before it could clear the registry, and takes the marks' style away with the extension.
      await page.waitForFunction(() => getComputedStyle(document.querySelector('p')!, '::highlight(ajar)').textDecorationLine === 'none', { polling: 50, timeout: 5_000 });
    }
    expect(errors).toEqual([]);
  });
});

/** The extension starts again, as it does when an update is installed. */
const reload = async ({ openExtensionPage }: Driven): Promise<void> => {
  const page = await openExtensionPage('options.html');
  await page.evaluate(() => { (globalThis as unknown as { browser: { runtime: { reload(): void } } }).browser.runtime.reload(); }).catch(() => undefined);
  await new Promise((done) => setTimeout(done, 1_500));
};

const remove = async ({ browser, extensionUrl, engine }: Driven): Promise<void> => {
  await browser.uninstallExtension(engine === 'chromium' ? new URL(extensionUrl('')).host : firefoxId);
};
