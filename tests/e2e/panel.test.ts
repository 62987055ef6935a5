/** The page's report in the side panel, the popup in its own window, claims, and cards that cannot be had. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { engines } from '../../tools/drive.ts';
import { cardText, openCardAt } from '../../tools/watch-page.ts';
import { expectMarks, html, isCardOpen, showsText, startWorld, tabAt, until, type World } from './world.ts';

const article = html(
  `<h1>Notes</h1><p style="margin:60px">We tried GPT-4o and DeepSeek-R1 beside Llama 3.1 and OLMo 2 under the EU AI Act.</p>
  <p>Llama 3.1 is an open-source model. According to Mark Zuckerberg, Llama 3.1 is an open-source model.</p>`,
  { title: 'Four models' },
);
const marks = ['GPT-4o', 'DeepSeek-R1', 'Llama 3.1', 'OLMo 2', 'EU AI Act'];

describe.each(engines)('report in %s', (engine) => {
  let world: World;
  let page: Page;
  beforeAll(async () => {
    world = await startWorld(engine);
    page = await world.openPage(world.put('http://report.test/1', article));
    await expectMarks(page, marks);
  });
  afterAll(() => world?.close());

  const press = (view: Page, button: string): Promise<void> => view.evaluate((words) => {
    const found = [...document.querySelectorAll('button')].find((one) => one.innerText === words);
    if (!found) throw new Error(`no button “${words}”`);
    found.click();
  }, button);

  it('quotes what the page claims on the card, with what the facts say, and whose words they are', async () => {
    await page.bringToFront();
    await openCardAt(world, page, 'Llama 3.1');
    const text = await cardText(world, page);
    expect(text).toContain('This page says “ open-source ”. That differs from the OSI\'s definition.');
    expect(text).toContain('Mark Zuckerberg says “ open-source ”, as this page reports.');
    await page.keyboard.press('Escape');
    await until(() => isCardOpen(page), false);
  });

  it('sums the page up, lists it by kind and in order, compares, saves and prints', async () => {
    const helper = await world.openExtensionPage('popup.html');
    const id = await tabAt(helper, page.url());
    await helper.close();
    const panel = await world.openExtensionPage(`sidepanel.html#tab=${id}`);
    await panel.setViewport({ width: 380, height: 900 });
    await showsText(panel, '4 models: 1 open source, 1 open weights, 1 restricted, 1 closed; 1 law or standard; 2 claims differ.');
    await showsText(panel, 'Four models');
    await showsText(panel, 'Models 4');

    await press(panel, 'In order');
    await showsText(panel, '…and DeepSeek-R1 beside Llama 3.1 and OLMo 2 under the EU AI Act.');
    await press(panel, 'By kind');

    await showsText(panel, 'Choose 2 to 4 models.');
    await panel.evaluate(() => { for (const box of document.querySelectorAll<HTMLInputElement>('.with-choice input')) box.click(); });
    await press(panel, 'Compare');
    await showsText(panel, 'Side by side');
    const table = await panel.evaluate(() => ({
      columns: document.querySelectorAll('.compare thead th').length,
      text: document.querySelector('.compare')!.textContent!,
      overflow: document.documentElement.scrollWidth - innerWidth,
    }));
    expect(table.columns).toBe(4);
    for (const part of ['GPT-4o', 'Llama 3.1', 'Open source AI', 'Closed', 'MIT License']) expect(table.text).toContain(part);
    expect(table.overflow).toBeLessThanOrEqual(0);
    await press(panel, 'Back');

    await panel.evaluate(() => {
      const files: Promise<string>[] = [];
      (globalThis as unknown as { files: Promise<string>[] }).files = files;
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        files.push((blob as Blob).text());
        return make(blob);
      };
      HTMLAnchorElement.prototype.click = function click() { files.push(Promise.resolve(this.download)); };
    });
    for (const [button, name, starts] of [['Markdown', '.md', /Llama 3\.1/], ['CSV', '.csv', /llama-3\.1/], ['JSON', '.json', /^\{/], ['BibTeX', '.bib', /^@/m]] as const) {
      await press(panel, button);
      await until(() => panel.evaluate(() => (globalThis as unknown as { files: unknown[] }).files.length), 2);
      const [text, file] = await panel.evaluate(() => Promise.all((globalThis as unknown as { files: Promise<string>[] }).files.splice(0)));
      expect(text).toMatch(starts);
      expect(file!.endsWith(name), file).toBe(true);
    }

    if (engine === 'chromium') {
      await panel.emulateMediaType('print');
      expect(await panel.evaluate(() => getComputedStyle(document.querySelector('.report-foot')!).display)).toBe('none');
    }
    await panel.close();
  });

  it('follows the tab in front', async () => {
    const panel = await world.openExtensionPage('sidepanel.html');
    await showsText(panel, 'Extensions may not read this page.');
    const readsPanel = (): Promise<string> => panel.evaluate(() => document.querySelector('h1')!.textContent!);
    await page.bringToFront();
    await until(readsPanel, 'Four models');
    const other = await world.openPage(world.put('http://report.test/2', html('<p>GPT-4o alone.</p>', { title: 'Another' })));
    await until(readsPanel, 'Another');
    await other.close();
    await panel.close();
  });

  it.runIf(engine === 'chromium')('opens the popup from the toolbar, about the page in front', async () => {
    await page.bringToFront();
    const extension = [...(await world.browser.extensions()).values()][0]!;
    await extension.triggerAction(page);
    const target = await world.browser.waitForTarget((one) => one.url().endsWith('/popup.html'), { timeout: 5_000 });
    const popup = await target.asPage();
    await showsText(popup, 'Models 4');
    await showsText(popup, '2 claims differ');
    expect(await popup.evaluate(() => document.activeElement!.getAttribute('role'))).toBe('combobox');
    await popup.close();
  });

  it('begins with the search that the context menu hands it; the menu has its entries', async () => {
    const search = await world.openExtensionPage('popup.html#search=depseek%20r1');
    await search.waitForSelector('[role=option]');
    expect(await search.evaluate(() => document.querySelector<HTMLInputElement>('[role=combobox]')!.value)).toBe('depseek r1');
    await showsText(search, 'DeepSeek-R1');
    // An update of an entry that is not there is refused.
    const entries = await search.evaluate(async () => {
      const { contextMenus } = (globalThis as unknown as { browser: { contextMenus: { update(id: string, change: object): Promise<void> } } }).browser;
      const has = (id: string): Promise<boolean> => contextMenus.update(id, {}).then(() => true, () => false);
      return [await has('look-up'), await has('toggle-here'), await has('no-such')];
    });
    expect(entries).toEqual([true, true, false]);
    await search.close();
  });

  it('says so where a record is not in the data', async () => {
    const gone = await world.openExtensionPage('popup.html#record=no-such-model');
    await showsText(gone, 'This record is no longer in the data.');
    await gone.close();
  });

  it.runIf(engine === 'chromium')('says so where a card cannot be loaded, and loads it when asked again', async () => {
    const one = await world.openPage(world.put('http://report.test/3', html('<p style="margin:100px">Only BLOOM by BigScience and Stable Diffusion 3.5 here.</p>')));
    await expectMarks(one, ['BLOOM', 'BigScience', 'Stable Diffusion 3.5']).catch(() => undefined);
    const target = await world.browser.waitForTarget((known) => known.type() === 'service_worker' && known.url().startsWith('chrome-extension:'));
    const worker = (await target.worker())!;
    await worker.evaluate(() => {
      const scope = globalThis as unknown as { real: typeof fetch; fetch: unknown };
      scope.real = fetch;
      scope.fetch = () => Promise.reject(new Error('the test says no'));
    });
    await openCardAt(world, one, 'Stable Diffusion 3.5');
    expect(await cardText(world, one)).toContain('This card could not be loaded.');
    await worker.evaluate(() => { globalThis.fetch = (globalThis as unknown as { real: typeof fetch }).real; });
    const session = await one.createCDPSession();
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: { role?: { value: string }; name?: { value: string }; backendDOMNodeId?: number }[] };
    const retry = nodes.find(({ role, name }) => role?.value === 'button' && name?.value === 'Try again')!;
    const { model } = (await session.send('DOM.getBoxModel', { backendNodeId: retry.backendDOMNodeId! })) as { model: { content: number[] } };
    await one.mouse.click((model.content[0]! + model.content[4]!) / 2, (model.content[1]! + model.content[5]!) / 2);
    await until(async () => (await cardText(world, one)).includes('Stability AI'), true);
    await one.close();
  });

  it('made no request', () => expect(world.strayRequests()).toEqual([]));
});
