/**
 * `npm run store:shots`: the stores' screenshots (1280 × 800, `store/screenshots/`) and the README's picture, taken of the built
 * extension in Chromium on the demo article. The popup and the side panel are opened as pages of their own sizes and laid over
 * the article where the browser would show them, since no driver can picture the browser's own frame.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { drive, serve, type Driven } from './drive.ts';
import { openCardAt, readReports } from './watch-page.ts';

const root = join(import.meta.dirname, '..');
const shots = join(root, 'store', 'screenshots');
const size = { width: 1280, height: 800 };

const openArticle = async (driven: Driven, url: string, scheme: 'light' | 'dark' = 'light', width = size.width): Promise<Page> => {
  const page = await driven.browser.newPage();
  await page.setViewport({ width, height: size.height });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(url);
  await readReports(driven, page);
  await page.bringToFront();
  return page;
};

const picture = async (page: Page): Promise<string> => `data:image/png;base64,${await page.screenshot({ encoding: 'base64' })}`;

/** A page of the extension as it looks for the tab at `url`, in its own size. */
const pictureOf = async (driven: Driven, path: string, url: string, width: number, height: number): Promise<string> => {
  const observer = await driven.openExtensionPage('options.html');
  const id = await observer.evaluate(async (wanted: string) => {
    const { tabs } = (globalThis as unknown as { browser: { tabs: { query(query: object): Promise<{ id: number; url?: string }[]> } } }).browser;
    return (await tabs.query({})).find((tab) => tab.url === wanted)!.id;
  }, url);
  await observer.close();
  const page = await driven.browser.newPage();
  await page.setViewport({ width, height });
  await page.goto(driven.extensionUrl(`${path}#tab=${id}`), { waitUntil: 'load' });
  await page.waitForFunction(() => document.querySelectorAll('li').length > 2, { polling: 100, timeout: 8_000 });
  // The switches slide into their place.
  await new Promise((done) => setTimeout(done, 400));
  const shot = await picture(page);
  await page.close();
  return shot;
};

/** Lays a picture over another one, at the right, below a border. */
const compose = async (driven: Driven, behind: string, front: string, style: string): Promise<Buffer> => {
  const page = await driven.browser.newPage();
  await page.setViewport(size);
  await page.setContent(`<body style="margin:0;background:#e9e5db"><img src="${behind}" style="position:absolute;left:0;top:0"><img src="${front}" style="position:absolute;${style}"></body>`);
  const shot = Buffer.from(await page.screenshot());
  await page.close();
  return shot;
};

// A site's name in the popup, in place of a number.
const driven = await drive('chromium', { ...size, args: ['--host-resolver-rules=MAP weekly.example 127.0.0.1'] });
const served = await serve(join(root, 'tools', 'demo'));
const url = `${served.origin.replace('127.0.0.1', 'weekly.example')}/article.html`;
await mkdir(shots, { recursive: true });
await mkdir(join(root, 'docs', 'pictures'), { recursive: true });
const save = async (name: string, content: Uint8Array | string): Promise<void> => {
  await writeFile(join(shots, name), content);
  console.log(join('store', 'screenshots', name));
};
try {
  const article = await openArticle(driven, url);
  await openCardAt(driven, article, 'Llama ');
  await new Promise((done) => setTimeout(done, 400));
  const card = await article.screenshot();
  await save('1-card.png', card);
  await writeFile(join(root, 'docs', 'pictures', 'card.png'), card);
  await article.mouse.move(5, 400);
  await article.keyboard.press('Escape');
  await openCardAt(driven, article, 'EU AI Act');
  await new Promise((done) => setTimeout(done, 400));
  await save('2-law.png', await article.screenshot());
  await article.keyboard.press('Escape');
  await article.mouse.move(5, 400);
  await article.evaluate(() => { scrollTo(0, 0); });
  const behind = await picture(article);
  await save('3-popup.png', await compose(driven, behind, await pictureOf(driven, 'popup.html', url, 400, 600), 'right:24px;top:12px;border-radius:10px;box-shadow:0 8px 40px #0005'));
  const panel = await pictureOf(driven, 'sidepanel.html', url, 420, size.height);
  await article.close();
  const narrow = await openArticle(driven, url, 'light', size.width - 421);
  await save('4-side-panel.png', await compose(driven, await picture(narrow), panel, 'right:0;top:0;border-left:1px solid #0003'));
  await narrow.close();
  const dark = await openArticle(driven, url, 'dark');
  await openCardAt(driven, dark, 'DeepSeek-R1');
  await new Promise((done) => setTimeout(done, 400));
  await save('5-dark.png', await dark.screenshot());
} finally {
  await driven.close();
  await served.close();
}
