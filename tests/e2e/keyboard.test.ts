/** The way by keyboard alone: from mention to mention, into a card and back, while the page keeps its own keys. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { engines } from '../../tools/drive.ts';
import { cardText } from '../../tools/watch-page.ts';
import { accessibilityTree, flatten, giveCommand, type Told } from './browser-ui.ts';
import { expectMarks, html, isCardOpen, markedTexts, startWorld, until, type World } from './world.ts';

/** A page with shortcuts of its own that writes down every key. */
const shortcuts = `<script>
  heard = [];
  for (const type of ['keydown', 'keyup']) for (const capture of [true, false]) document.addEventListener(type, (event) => heard.push(event.key), capture);
</script>`;

describe.each(engines)('keyboard in %s', (engine) => {
  let world: World;
  let count = 0;
  beforeAll(async () => { world = await startWorld(engine); });
  afterAll(() => world?.close());

  const open = async (body: string, marks: readonly string[]): Promise<Page> => {
    count += 1;
    const page = await world.openPage(world.put(`http://keys.test/${count}`, html(body, { head: shortcuts })));
    await expectMarks(page, marks);
    return page;
  };
  const told = async (page: Page): Promise<Told[]> => flatten(await accessibilityTree(world, page));
  const ringIsOn = (page: Page, ...texts: string[]): Promise<void> => until(() => markedTexts(page, 'ajar-ring'), texts);
  const heard = (page: Page): Promise<string[]> => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.splice(0));
  const isFocusInCard = (page: Page): Promise<boolean> => page.evaluate(() => document.activeElement!.getAttribute('popover') === 'manual');

  it('goes from mention to mention and round, each in view with a ring', async () => {
    const page = await open('<p>GPT-4o came first.</p><p style="margin-top:20000px">Then Llama 3.1 and the EU AI Act.</p>', ['GPT-4o']);
    await giveCommand(world, page, 'next-mention');
    await ringIsOn(page, 'GPT-4o');
    await giveCommand(world, page, 'next-mention');
    await ringIsOn(page, 'Llama 3.1');
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1000);
    await giveCommand(world, page, 'next-mention');
    await giveCommand(world, page, 'next-mention');
    await ringIsOn(page, 'GPT-4o');
    await giveCommand(world, page, 'previous-mention');
    await ringIsOn(page, 'EU AI Act');
    await page.keyboard.press('Escape');
    await ringIsOn(page);
    await page.close();
  });

  it('says name, kind and verdict once, in a status that leaves the page again; marks themselves are silent', async () => {
    const page = await open('<p>We tried Llama 3.1 last week.</p>', ['Llama 3.1']);
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    const silent = (await told(page)).map(({ role }) => role);
    expect(silent).not.toContain('status');
    expect(silent).not.toContain('mark');
    const said = async (): Promise<string[]> => (await told(page)).filter(({ role }) => role === 'status').flatMap(({ children }) => children.map(({ name }) => name));
    await giveCommand(world, page, 'next-mention');
    await until(said, ['Llama 3.1, model, Restricted weights']);
    await until(() => page.evaluate(() => document.documentElement.outerHTML), before);
    await until(said, []);
    await page.close();
  });

  it('opens a card with the focus in it; Escape closes it and gives the focus back', async () => {
    const page = await open('<p><button id="own">A button</button></p><p>We tried DeepSeek-R1 last week.</p>', ['DeepSeek-R1']);
    await page.focus('#own');
    await giveCommand(world, page, 'next-mention');
    await ringIsOn(page, 'DeepSeek-R1');
    await giveCommand(world, page, 'open-card');
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

  it('reaches every control of a card by Tab, in the order in which they stand, and each by a key', async () => {
    const page = await open('<p>We tried DeepSeek-R1 last week.</p>', ['DeepSeek-R1']);
    await giveCommand(world, page, 'open-card');
    await until(() => isFocusInCard(page), true);
    const isControl = ({ role }: Told): boolean => role === 'link' || role === 'button';
    const controls = flatten((await told(page)).find(({ role }) => role === 'dialog')!).filter(isControl).map(({ name }) => name);
    expect(controls.slice(-6)).toEqual(['More', 'Why', 'Cite', 'Glossary', 'Report an error', 'Off on this site']);

    const focused = async (): Promise<string> => (await told(page)).find((one) => isControl(one) && one.isFocused)?.name ?? '';
    await until(focused, controls[0]!);
    for (const control of controls.slice(1)) {
      await page.keyboard.press('Tab');
      await until(focused, control);
    }
    for (const control of controls.slice(controls.indexOf('More'), -1).reverse()) {
      await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      await page.keyboard.up('Shift');
      await until(focused, control);
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
    await giveCommand(world, page, 'open-card');
    await until(() => isFocusInCard(page), true);
    // The command's own key goes through the page first, where it is a real one.
    await until(async () => (await heard(page)).length, 0);
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
    await giveCommand(world, page, 'next-mention');
    await giveCommand(world, page, 'next-mention');
    await ringIsOn(page, 'GPT-4o');
    await giveCommand(world, page, 'open-card');
    await until(async () => /Closed/.test(await cardText(world, page)), true);
    await page.close();
  });
});
