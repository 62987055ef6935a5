/** The way by keyboard alone: from mention to mention, into a card and back, while the page keeps its own keys. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { engines } from '../../tools/drive.ts';
import { cardText } from '../../tools/watch-page.ts';
import { expectMarks, html, isCardOpen, markedTexts, startWorld, tellPage, until, type World } from './world.ts';

/** A page with shortcuts of its own that writes down every key. */
const shortcuts = `<script>
  heard = [];
  for (const type of ['keydown', 'keyup']) for (const capture of [true, false]) document.addEventListener(type, (event) => heard.push(event.key), capture);
</script>`;

interface AxNode {
  readonly nodeId: string;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly childIds?: readonly string[];
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value: unknown } }[];
}

/** Closed shadow roots and all: what a screen reader gets. */
const accessibilityTree = async (page: Page): Promise<readonly AxNode[]> => {
  const session = await page.createCDPSession();
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] };
  await session.detach();
  return nodes;
};

describe.each(engines)('keyboard in %s', (engine) => {
  let world: World;
  let helper: Page;
  let count = 0;
  beforeAll(async () => {
    world = await startWorld(engine);
    helper = await world.openExtensionPage('options.html');
  });
  afterAll(() => world?.close());

  const open = async (body: string, marks: readonly string[]): Promise<Page> => {
    count += 1;
    const page = await world.openPage(world.put(`http://keys.test/${count}`, html(body, { head: shortcuts })));
    await expectMarks(page, marks);
    return page;
  };
  const command = (page: Page, type: string): Promise<void> => tellPage(helper, page, { type });
  const ringIsOn = (page: Page, ...texts: string[]): Promise<void> => until(() => markedTexts(page, 'ajar-ring'), texts);
  const heard = (page: Page): Promise<string[]> => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.splice(0));
  const isFocusInCard = (page: Page): Promise<boolean> => page.evaluate(() => document.activeElement!.getAttribute('popover') === 'manual');

  it('goes from mention to mention and round, each in view with a ring', async () => {
    const page = await open('<p>GPT-4o came first.</p><p style="margin-top:20000px">Then Llama 3.1 and the EU AI Act.</p>', ['GPT-4o']);
    await command(page, 'page.next');
    await ringIsOn(page, 'GPT-4o');
    await command(page, 'page.next');
    await ringIsOn(page, 'Llama 3.1');
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1000);
    await command(page, 'page.next');
    await command(page, 'page.next');
    await ringIsOn(page, 'GPT-4o');
    await command(page, 'page.previous');
    await ringIsOn(page, 'EU AI Act');
    await page.keyboard.press('Escape');
    await ringIsOn(page);
    await page.close();
  });

  it.runIf(engine === 'chromium')('says name, kind and verdict once, in a status that leaves the page again; marks themselves are silent', async () => {
    const page = await open('<p>We tried Llama 3.1 last week.</p>', ['Llama 3.1']);
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    const silent = (await accessibilityTree(page)).map(({ role }) => role?.value);
    expect(silent).not.toContain('status');
    expect(silent).not.toContain('mark');
    const said = async (): Promise<string[]> => {
      const nodes = await accessibilityTree(page);
      return nodes.filter(({ role }) => role?.value === 'status').flatMap(({ childIds = [] }) => childIds.map((id) => nodes.find(({ nodeId }) => nodeId === id)?.name?.value ?? ''));
    };
    await command(page, 'page.next');
    await until(said, ['Llama 3.1, model, Restricted weights']);
    await until(() => page.evaluate(() => document.documentElement.outerHTML), before);
    expect(await said()).toEqual([]);
    await page.close();
  });

  it('opens a card with the focus in it; Escape closes it and gives the focus back', async () => {
    const page = await open('<p><button id="own">A button</button></p><p>We tried DeepSeek-R1 last week.</p>', ['DeepSeek-R1']);
    await page.focus('#own');
    await command(page, 'page.next');
    await ringIsOn(page, 'DeepSeek-R1');
    await command(page, 'page.open');
    await until(() => isFocusInCard(page), true);
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Tab');
    expect(await isFocusInCard(page)).toBe(true);
    await new Promise((done) => setTimeout(done, 600));
    expect(await isCardOpen(page)).toBe(true);
    await page.keyboard.press('Escape');
    await until(() => isCardOpen(page), false);
    expect(await page.evaluate(() => document.activeElement!.id)).toBe('own');
    await page.close();
  });

  it.runIf(engine === 'chromium')('reaches every control of a card by Tab, in the order in which they stand, and each by a key', async () => {
    const page = await open('<p>We tried DeepSeek-R1 last week.</p>', ['DeepSeek-R1']);
    await command(page, 'page.open');
    await until(() => isFocusInCard(page), true);
    const nodes = await accessibilityTree(page);
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const controls: string[] = [];
    const visit = (node: AxNode | undefined): void => {
      if (!node) return;
      if (['link', 'button'].includes(node.role?.value ?? '')) controls.push(node.name?.value ?? '');
      node.childIds?.forEach((id) => visit(byId.get(id)));
    };
    visit(nodes.find(({ role }) => role?.value === 'dialog'));
    expect(controls.slice(-6)).toEqual(['More', 'Why', 'Cite', 'Glossary', 'Report an error', 'Off on this site']);

    const focused = async (): Promise<string> => (await accessibilityTree(page))
      .filter(({ role, properties = [] }) => ['link', 'button'].includes(role?.value ?? '') && properties.some(({ name, value }) => name === 'focused' && value.value === true))[0]?.name?.value ?? '';
    const reached: string[] = [];
    for (let press = 0; press < controls.length; press += 1) {
      reached.push(await focused());
      await page.keyboard.press('Tab');
    }
    expect(reached).toEqual(controls);
    while (await focused() !== 'More') {
      await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      await page.keyboard.up('Shift');
    }
    await page.keyboard.press('Enter');
    await until(async () => (await cardText(world, page)).includes('Class III'), true);
    expect(await isFocusInCard(page)).toBe(true);
    await page.close();
  });

  it('takes no key from the page, and lets none of its own out', async () => {
    const page = await open('<p>We tried GPT-4o last week.</p>', ['GPT-4o']);
    for (const key of ['n', 'Escape', 'k'] as const) await page.keyboard.press(key);
    expect([...new Set(await heard(page))]).toEqual(['n', 'Escape', 'k']);
    await command(page, 'page.open');
    await until(() => isFocusInCard(page), true);
    for (const key of ['n', 'Tab', 'j', 'k'] as const) await page.keyboard.press(key);
    await page.keyboard.press('Escape');
    await until(() => isCardOpen(page), false);
    // The card is gone when Escape comes up again.
    expect((await heard(page)).filter((key) => key !== 'Escape')).toEqual([]);
    await page.close();
  });

  it('works on the first page too, where only the sample is marked', async () => {
    const page = await world.openExtensionPage('welcome.html');
    await expectMarks(page, ['DeepSeek-R1', 'GPT-4o', 'Llama 3.1', 'Article 53 of the EU AI Act', 'MIT License']);
    await command(page, 'page.next');
    await command(page, 'page.next');
    await ringIsOn(page, 'GPT-4o');
    await command(page, 'page.open');
    await until(async () => /Closed/.test(await cardText(world, page)), true);
    await page.close();
  });
});
