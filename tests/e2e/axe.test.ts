/**
 * Accessibility by axe-core and by the browser's own accessibility tree. The card's shadow root is closed in the release
 * build, where axe sees nothing; so for axe alone there is a build in which it is open (mode e2e).
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { engines } from '../../tools/drive.ts';
import { openCardAt } from '../../tools/watch-page.ts';
import { expectMarks, html, startWorld, type World } from './world.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** Violations of WCAG 2.2 A and AA, each with the element it is about. */
const violations = async (page: Page, within?: string): Promise<string[]> => {
  await page.evaluate(axeSource);
  const found = await page.evaluate(async (selector) => {
    const { axe } = globalThis as unknown as { axe: { run(context: unknown, options: unknown): Promise<{ violations: Violation[] }> } };
    const context = selector === undefined ? document : document.querySelector(selector)!;
    return (await axe.run(context, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations;
  }, within);
  return found.flatMap(({ id, nodes }) =>
    nodes
      // The numbers behind a fact are small on purpose: each has its equal, at full size, in the list of sources (WCAG 2.5.8, "Equivalent").
      .filter((node) => !(id === 'target-size' && node.html.includes('class="source-ref"')))
      .map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`));
};

describe.each(engines)('accessibility in %s', (engine) => {
  let world: World;
  beforeAll(async () => { world = await startWorld(engine, engine === 'chromium' ? { mode: 'e2e' } : {}); });
  afterAll(() => world?.close());

  const article = (): Promise<Page> =>
    world.openPage(world.put('http://axe.test/1', html('<main><h1>Models</h1><p style="margin:120px">DeepSeek-R1 and Llama 3.1 under the EU AI Act.</p></main>')));
  const wait = (page: Page, selector: string): Promise<unknown> => page.waitForSelector(selector, { timeout: 8_000 });

  it('finds nothing wrong with popup, side panel, settings and first page', async () => {
    const page = await article();
    await expectMarks(page, ['DeepSeek-R1', 'Llama 3.1', 'EU AI Act']);
    const helper = await world.openExtensionPage('options.html');
    const id = await helper.evaluate(async () => {
      const { browser } = globalThis as unknown as { browser: { tabs: { query(query: object): Promise<{ id: number; url?: string }[]> } } };
      return (await browser.tabs.query({})).find((tab) => tab.url === 'http://axe.test/1')!.id;
    });
    await wait(helper, 'h2');
    expect(await violations(helper), 'options').toEqual([]);
    for (const [path, selector] of [[`popup.html#tab=${id}`, '.entries'], [`popup.html#record=llama-3.1`, '.card'], [`sidepanel.html#tab=${id}`, '.entries'], ['welcome.html', 'h1']] as const) {
      const one = await world.openExtensionPage(path);
      await wait(one, selector);
      expect(await violations(one), path).toEqual([]);
      await one.close();
    }
    await helper.close();
    await page.close();
  });

  it.runIf(engine === 'chromium')('finds nothing wrong with the card, and the card has a name, headings and named controls', async () => {
    const page = await article();
    await openCardAt(world, page, 'DeepSeek-R1');
    expect(await violations(page, '[popover="manual"]')).toEqual([]);
    const tree = await page.accessibility.snapshot({ interestingOnly: false });
    const nodes: { role: string; name?: string }[] = [];
    const visit = (node: typeof tree): void => {
      if (!node) return;
      nodes.push({ role: node.role, ...(node.name === undefined ? {} : { name: node.name }) });
      node.children?.forEach(visit);
    };
    visit(tree);
    expect(nodes).toContainEqual({ role: 'dialog', name: 'DeepSeek-R1' });
    expect(nodes).toContainEqual(expect.objectContaining({ role: 'heading', name: 'DeepSeek-R1' }));
    expect(nodes.filter(({ role }) => role === 'button' || role === 'link').filter(({ name }) => !name)).toEqual([]);
    await page.close();
  });
});
