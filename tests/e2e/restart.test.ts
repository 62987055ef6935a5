/** Off stays off when the browser itself is closed and started again on the same profile. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { engines } from '../../tools/drive.ts';
import { expectMarks, html, markedTexts, showsText, startWorld, tabAt, until, type World } from './world.ts';

describe.each(engines)('a browser that is started again: %s', (engine) => {
  let world: World | undefined;
  let profileDir: string;
  beforeAll(async () => { profileDir = await mkdtemp(join(tmpdir(), 'ajar-kept-profile-')); });
  afterAll(async () => {
    await world?.close();
    await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
  });

  const start = async (): Promise<World> => {
    await world?.close();
    world = await startWorld(engine, { profileDir });
    return world;
  };
  const open = ({ put, openPage }: World, host: string): Promise<Page> => openPage(put(`http://${host}/`, html('<p>GPT-4o and Llama 3.1</p>')));
  const openPopup = async ({ openExtensionPage }: World, page: Page): Promise<Page> => {
    const helper = await openExtensionPage('popup.html');
    return openExtensionPage(`popup.html#tab=${await tabAt(helper, page.url())}`);
  };
  const flip = (popup: Page, index: number): Promise<void> =>
    popup.evaluate((at) => document.querySelectorAll<HTMLElement>('.switches input[type=checkbox], .switches [role=switch]')[at]!.click(), index);
  /** Waits until the popup says that Ajar is off on a page: then the background has had its say. */
  const isOff = async (now: World, page: Page): Promise<Page> => {
    const popup = await openPopup(now, page);
    await showsText(popup, 'Ajar is off here.');
    await page.bringToFront();
    await expectMarks(page, []);
    return popup;
  };
  const marked = ['GPT-4o', 'Llama 3.1'];

  it('keeps a paused site paused, and others not', async () => {
    const first = await start();
    const page = await open(first, 'paused.test');
    await expectMarks(page, marked);
    const popup = await openPopup(first, page);
    await showsText(popup, 'Models 2');
    await flip(popup, 0);
    await until(() => markedTexts(page), []);

    const second = await start();
    await expectMarks(await open(second, 'other.test'), marked);
    await isOff(second, await open(second, 'paused.test'));
  }, 60_000);

  it('stays off everywhere, until it is turned on', async () => {
    const before = await start();
    const page = await open(before, 'other.test');
    await expectMarks(page, marked);
    const popup = await openPopup(before, page);
    await showsText(popup, 'Models 2');
    await flip(popup, 1);
    await until(() => markedTexts(page), []);

    const after = await start();
    const again = await open(after, 'other.test');
    await flip(await isOff(after, again), 1);
    await again.bringToFront();
    await expectMarks(again, marked);
  }, 60_000);
});
