/**
 * `npm run icons`: draws the toolbar's icons, as SVG for Firefox and as PNG for Chromium, into `public/icons/`.
 * The states are told by shape: a door ajar (on), a shut door with two bars (paused here), a shut door in outline (off).
 * Each stands on a tile of its own colour, so that it shows on light and on dark toolbars. Run it after a change here;
 * its output is committed, since a build has no browser.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';

/** What browsers ask for: the toolbar at one and two device pixels, the list of extensions, the stores. */
const sizes = [16, 32, 48, 128] as const;

const amber = '#a8690a';
const grey = '#827e74';
const paper = '#fffdf8';
const tile = (colour: string): string => `<rect x="1" y="1" width="30" height="30" rx="7" fill="${colour}"/>`;
const doorway = `<path d="M9 26V6h14v20z" fill="${paper}"/>`;

const drawings = {
  on: `${tile(amber)}${doorway}<path d="M9 6l8 3v20l-8-3z" fill="#4a2e00"/><circle cx="14.6" cy="18.6" r="1.3" fill="${paper}"/>`,
  paused: `${tile(grey)}${doorway}<path d="M11 8h10v18H11z" fill="#4b4841"/><path d="M13.2 12h2v9h-2zM16.8 12h2v9h-2z" fill="${paper}"/>`,
  off: `<rect x="2.2" y="2.2" width="27.6" height="27.6" rx="6" fill="none" stroke="${grey}" stroke-width="2.4"/><path d="M10 25.5V7h12v18.5M7 25.5h18" fill="none" stroke="${grey}" stroke-width="2.4"/><circle cx="18.6" cy="17" r="1.5" fill="${grey}"/>`,
} as const;

const svgOf = (drawing: string): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${drawing}</svg>\n`;

const outDir = join(import.meta.dirname, '..', 'public', 'icons');
await mkdir(outDir, { recursive: true });
const browser = await puppeteer.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', headless: true, args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  for (const [state, drawing] of Object.entries(drawings)) {
    const svg = svgOf(drawing);
    await writeFile(join(outDir, `${state}.svg`), svg);
    for (const size of sizes) {
      await page.setViewport({ width: size, height: size });
      await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
      await page.screenshot({ path: join(outDir, `${state}-${size}.png`), omitBackground: true });
    }
  }
} finally {
  await browser.close();
}
