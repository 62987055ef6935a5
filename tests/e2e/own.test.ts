/** The reader's own glossary: imported on the settings page, marked on a page, shown as theirs; a back-up restores it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ElementHandle } from 'puppeteer-core';
import { engines } from '../../tools/drive.ts';
import { cardText, openCardAt } from '../../tools/watch-page.ts';
import { expectMarks, html, startWorld, type World } from './world.ts';

describe.each(engines)('own glossary in %s', (engine) => {
  let world: World;
  let dir: string;
  beforeAll(async () => {
    world = await startWorld(engine);
    dir = await mkdtemp(join(tmpdir(), 'ajar-own-'));
  });
  afterAll(async () => {
    await world?.close();
    await rm(dir, { recursive: true });
  });

  it('marks an imported name at once, shows it as the reader’s own, and refuses a bad file by line', async () => {
    const good = join(dir, 'good.json');
    const bad = join(dir, 'bad.json');
    await writeFile(good, JSON.stringify({ ajar: 'own-glossary', records: [{ kind: 'tool', name: 'House Model', text: 'Our model for letters.', source: 'https://intranet.example/hm' }] }));
    await writeFile(bad, '{ "ajar": "own-glossary",\n  "records": [\n    { "kind": "tool", "name": "letter" }\n  ] }');
    const page = await world.openPage(world.put('http://own.test/1', html('<p style="margin:150px">The House Model beats GPT-4o.</p>')));
    await expectMarks(page, ['GPT-4o']);
    const options = await world.openExtensionPage('options.html');
    const input = (await options.waitForSelector('input[type=file]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(bad);
    await options.waitForFunction(() => /ordinary word/.test(document.body.innerText), { timeout: 5_000 });
    expect(await options.evaluate(() => document.body.innerText)).toMatch(/3[^\n]*ordinary word|ordinary word[^\n]*3/);
    await input.uploadFile(good);
    await options.waitForFunction(() => document.body.innerText.includes('House Model'), { timeout: 5_000 });
    await page.bringToFront();
    await expectMarks(page, ['House Model', 'GPT-4o']);
    await openCardAt(world, page, 'House Model');
    expect(await cardText(world, page)).toContain('Our model for letters.');
    await options.close();
    await page.close();
  });
});
