/**
 * The views in Chromium: no state has a fault that axe finds, none runs out of its width, and the main ones look as they did.
 *
 * Pictures are compared with those in `looks/`, in Liberation's fonts. `UPDATE_LOOKS=1 npx vitest run --project browser
 * tests/components` draws them anew; look at them before they are committed. One hundredth of the points may differ, for
 * another version of Chromium draws letters a little otherwise.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stories } from '../../components/gallery/stories.tsx';
import { needBrowser } from '../../tools/browsers.mjs';

const looks = join(import.meta.dirname, 'looks');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pinned = `:root { --serif: "Liberation Serif"; --sans: "Liberation Sans"; } * { caret-color: transparent !important; transition: none !important; } .gallery-nav, figcaption { display: none; }`;
const mostDifferent = 0.01;

let server: ViteDevServer;
let browser: Browser;
let page: Page;
let origin: string;

beforeAll(async () => {
  server = await createServer({ configFile: join(import.meta.dirname, '../../components/gallery/vite.config.ts'), logLevel: 'error', server: { port: 0, host: '127.0.0.1', watch: null } });
  await server.listen();
  origin = `http://127.0.0.1:${(server.httpServer!.address() as AddressInfo).port}`;
  browser = await puppeteer.launch({
    executablePath: needBrowser('chromium'), headless: true,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--force-color-profile=srgb', '--font-render-hinting=none', '--lang=en-US'],
  });
  page = await browser.newPage();
  await page.setViewport({ width: 720, height: 900 });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const open = async (query: string): Promise<void> => {
  await page.goto(`${origin}/?${query}`, { waitUntil: 'domcontentloaded' });
  await page.waitForSelector('.gallery figure');
  await page.addStyleTag({ content: pinned });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
};

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

describe('axe', () => {
  // A glance holds nothing that the full card does not, but for what comes with a press.
  const checked = stories.map(({ id }) => id).filter((id) => !/^card-glance-[a-z]+[A-Z]/.test(id));
  it.each(checked)('finds no fault in %s', async (id) => {
    await open(`only=${id}&exact=1&theme=${id.length % 2 === 0 ? 'light' : 'dark'}`);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      const { run } = (globalThis as unknown as { axe: { run: (node: Element) => Promise<{ violations: Violation[] }> } }).axe;
      return (await run(document.querySelector('.gallery')!)).violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`);
    });
    expect(found).toEqual([]);
  });
});

describe('width', () => {
  it.each(['de', 'fr', 'pseudo', 'rtl'])('holds every view in %s at 300 pixels', async (locale) => {
    await open(`locale=${locale}&width=300`);
    const over = await page.evaluate(() => [...document.querySelectorAll('figure')].flatMap((figure) => {
      for (const details of figure.querySelectorAll('details')) details.open = true;
      const box = figure.getBoundingClientRect();
      const wide = [...figure.querySelectorAll('*')].find((element) => {
        if (element.closest('.scroller, .visually-hidden, svg')) return false;
        const { left, right, width } = element.getBoundingClientRect();
        return width > 0 && (right > box.right + 1 || left < box.left - 1);
      });
      return wide ? [`${figure.id}: ${wide.tagName} ${wide.className}`] : [];
    }));
    expect(over).toEqual([]);
  });
});

describe('looks', () => {
  const shown = [
    ['card-glance-openWeights', 'light'], ['card-glance-restrictedWeights', 'dark'], ['card-full-openWeights', 'light'], ['card-full-regulation', 'dark'], ['card-glance-family', 'light'],
    ['card-full-restrictedLicence', 'light'], ['popup-ready', 'light'], ['popup-search', 'dark'], ['panel-ready', 'light'], ['panel-compare', 'dark'], ['options', 'light'], ['welcome', 'light'],
  ] as const;

  it.each(shown)('of %s in %s are as they were', async (id, theme) => {
    await open(`only=${id}&exact=1&theme=${theme}`);
    const figure = (await page.$('.gallery figure'))!;
    // As tall as the view, so that what sticks to the window's edge stands where it belongs.
    await page.setViewport({ width: 720, height: Math.ceil((await figure.boundingBox())!.height) + 60 });
    const png = Buffer.from(await figure.screenshot());
    await page.setViewport({ width: 720, height: 900 });
    const path = join(looks, `${id}-${theme}.png`);
    if (process.env['UPDATE_LOOKS'] || !existsSync(path)) writeFileSync(path, png);
    const [now, before] = [PNG.sync.read(png), PNG.sync.read(readFileSync(path))];
    expect(now.width).toBe(before.width);
    expect(Math.abs(now.height - before.height)).toBeLessThanOrEqual(before.height * mostDifferent);
    const height = Math.min(now.height, before.height);
    const cut = ({ data, width }: PNG): Buffer => data.subarray(0, width * height * 4);
    expect(pixelmatch(cut(now), cut(before), undefined, now.width, height, { threshold: 0.2 }) / (now.width * height)).toBeLessThan(mostDifferent);
  });
});
