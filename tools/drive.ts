/**
 * Drives a real browser with the built extension in it: for `npm start`, the end-to-end tests and the store's pictures.
 * One interface over Chromium and Firefox (puppeteer-core; WebDriver BiDi in Firefox).
 */
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, normalize, relative, sep } from 'node:path';
import { zipSync } from 'fflate';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { needBrowser } from './browsers.mjs';

export type Engine = 'chromium' | 'firefox';
export const engines: readonly Engine[] = ['chromium', 'firefox'];

/** Folder of the built extension. */
export const builtDir = (engine: Engine, mode?: string): string =>
  join(import.meta.dirname, '..', '.output', `${engine === 'chromium' ? 'chrome' : 'firefox'}-mv3${mode ? `-${mode}` : ''}`);

/** The extension's id in Firefox. */
export const firefoxId = '{6f0d6f0c-2f7a-4c58-9d0e-9a1f4f0c6a11}';
/** Fixes the host of the extension's pages in Firefox, which is random otherwise. */
const firefoxHost = '5b1f6f3e-7c0a-4c0b-9a57-0d8f5f3b2c11';

export interface Driven {
  readonly engine: Engine;
  readonly browser: Browser;
  /** Address of a page of the extension. */
  extensionUrl(path: string): string;
  /** A new tab at an address, loaded. */
  openPage(url: string): Promise<Page>;
  /** A page of the extension in a tab of its own. */
  openExtensionPage(path: string): Promise<Page>;
  close(): Promise<void>;
}

export interface DriveOptions {
  readonly headless?: boolean;
  /** Build mode whose folder is taken; the release build where it is absent. */
  readonly mode?: string;
  /**
   * A folder for the browser's profile that is kept, so that the same browser can be started again; else a fresh one. In Firefox the
   * extension is then installed for good: one that is loaded for a while goes with the browser.
   */
  readonly profileDir?: string;
  readonly width?: number;
  readonly height?: number;
  readonly args?: readonly string[];
  readonly firefoxPrefs?: Readonly<Record<string, string | number | boolean>>;
}

/** Puts a profile in developer mode: outside it Chromium does not start an unpacked extension again that reloads itself. */
const prepareProfile = async (dir: string): Promise<void> => {
  if (existsSync(join(dir, 'Default'))) return;
  await mkdir(join(dir, 'Default'), { recursive: true });
  await writeFile(join(dir, 'Default', 'Preferences'), JSON.stringify({ extensions: { ui: { developer_mode: true } } }));
};

const launchChromium = async ({ headless = true, mode, profileDir, width = 1100, height = 800, args = [] }: DriveOptions): Promise<Driven> => {
  const profile = profileDir ?? (await mkdtemp(join(tmpdir(), 'ajar-profile-')));
  await prepareProfile(profile);
  const browser = await puppeteer.launch({
    executablePath: needBrowser('chromium'),
    headless,
    userDataDir: profile,
    enableExtensions: [builtDir('chromium', mode)],
    defaultViewport: headless ? { width, height } : null,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync',
      '--no-first-run', '--no-default-browser-check', '--disable-search-engine-choice-screen', ...args,
    ],
  });
  if (profileDir === undefined) browser.once('disconnected', () => void rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  const worker = await browser.waitForTarget((target) => target.type() === 'service_worker' && target.url().startsWith('chrome-extension:'), { timeout: 15_000 });
  const origin = new URL(worker.url()).origin === 'null' ? `chrome-extension://${worker.url().split('/')[2]}` : new URL(worker.url()).origin;
  const extensionUrl = (path: string): string => `${origin}/${path}`;
  const openPage = async (url: string): Promise<Page> => {
    const page = await browser.newPage();
    await page.goto(url, { waitUntil: 'load' });
    return page;
  };
  return { engine: 'chromium', browser, extensionUrl, openPage, openExtensionPage: (path) => openPage(extensionUrl(path)), close: () => browser.close() };
};

/** Sends a command of WebDriver BiDi as it is: for what the driver has no name for. Firefox only. */
export const sendBidi = async <T>(browser: Browser, method: string, params: object): Promise<T> => {
  const { connection } = browser as unknown as { connection: { send(method: string, params: object): Promise<{ result: T }> } };
  return (await connection.send(method, params)).result;
};

/** Installs a folder as a package that outlives the browser; this asks for a Firefox that takes unsigned ones. */
const installForGood = async (browser: Browser, dir: string, profile: string): Promise<void> => {
  const files: Record<string, Uint8Array> = {};
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files[relative(dir, path).replaceAll(sep, '/')] = await readFile(path);
  }
  const archive = join(profile, 'ajar.xpi');
  await writeFile(archive, zipSync(files));
  await sendBidi(browser, 'webExtension.install', { extensionData: { type: 'archivePath', path: archive }, 'moz:permanent': true });
};

const launchFirefox = async ({ headless = true, mode, profileDir, width = 1100, height = 800, args = [], firefoxPrefs = {} }: DriveOptions): Promise<Driven> => {
  const dir = builtDir('firefox', mode);
  const isInstalled = profileDir !== undefined && existsSync(join(profileDir, 'extensions', `${firefoxId}.xpi`));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: needBrowser('firefox'),
    headless,
    defaultViewport: headless ? { width, height } : null,
    ...(profileDir === undefined ? {} : { userDataDir: profileDir }),
    // Without system access the driver may not open the extension's own pages.
    args: ['-remote-allow-system-access', ...args],
    extraPrefsFirefox: {
      'xpinstall.signatures.required': profileDir === undefined,
      ...firefoxPrefs,
      'extensions.webextensions.uuids': JSON.stringify({ [firefoxId]: firefoxHost }),
    },
  });
  if (profileDir === undefined) await browser.installExtension(dir);
  else if (!isInstalled) await installForGood(browser, dir, profileDir);
  const extensionUrl = (path: string): string => `moz-extension://${firefoxHost}/${path}`;
  return {
    engine: 'firefox',
    browser,
    extensionUrl,
    async openPage(url) {
      const page = await browser.newPage();
      await page.goto(url, { waitUntil: 'load' });
      return page;
    },
    async openExtensionPage(path) {
      const page = await browser.newPage();
      const url = extensionUrl(path);
      // The driver misses the load event over the change of process, so the page itself is asked.
      await page.goto(url, { waitUntil: [], timeout: 400 }).catch(() => undefined);
      await page.waitForFunction((wanted) => location.href === wanted && document.readyState === 'complete', { timeout: 15_000, polling: 50 }, url);
      return page;
    },
    close: () => browser.close(),
  };
};

/** Starts a browser with the built extension. Ends with `close`. */
export const drive = (engine: Engine, options: DriveOptions = {}): Promise<Driven> =>
  engine === 'chromium' ? launchChromium(options) : launchFirefox(options);

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml', '.xml': 'application/xml', '.xhtml': 'application/xhtml+xml', '.png': 'image/png',
  '.json': 'application/json', '.txt': 'text/plain; charset=utf-8',
};

/** A page that the server makes: body and headers. */
export interface ServedPage {
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Served {
  readonly origin: string;
  /** Every request that came, as `METHOD path`. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** Serves a folder, and pages made on the spot, on a free port of this machine only. */
export const serve = async (dir: string | null, made: Readonly<Record<string, ServedPage>> = {}): Promise<Served> => {
  const requests: string[] = [];
  const server: Server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    requests.push(`${request.method} ${path}`);
    const page = made[path];
    if (page) {
      response.writeHead(200, { 'content-type': types[extname(path)] ?? types['.html']!, ...page.headers }).end(page.body);
      return;
    }
    const file = dir === null ? null : normalize(join(dir, path));
    if (file === null || !file.startsWith(normalize(dir!).replace(/[/\\]$/, '') + sep)) {
      response.writeHead(404).end();
      return;
    }
    try {
      const body = await readFile(file);
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    requests,
    close: () => new Promise((done) => { server.closeAllConnections(); server.close(() => done()); }),
  };
};
