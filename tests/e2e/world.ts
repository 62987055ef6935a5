/**
 * The world that end-to-end tests run in: a browser with the built extension whose every request goes to a proxy of
 * ours. The proxy is the web: it serves the tests' pages under any host name and writes down every request, so that a
 * request by any part of the extension, in any process, is seen.
 */
import { createServer, type Server } from 'node:http';
import type { Page } from 'puppeteer-core';
import { drive, type Driven, type DriveOptions, type Engine, type ServedPage } from '../../tools/drive.ts';

export interface World extends Driven {
  /** Adds a page of the web, and gives its address. */
  put(url: string, page: ServedPage | string): string;
  /** Requests so far that no page of the test made: `METHOD url`. The browser's own are left out. */
  strayRequests(): string[];
}

/** Hosts that the browsers themselves call at start; no part of the extension names them. */
const browsersOwn = /(^|\.)(google|googleapis|gstatic|gvt1|mozilla|firefox|mozilla\.net|mozgcp)\.(com|net|org)(:\d+)?$/;

interface Web {
  readonly server: Server;
  readonly port: number;
  readonly pages: Map<string, ServedPage>;
  readonly requests: string[];
}

const startWeb = async (): Promise<Web> => {
  const pages = new Map<string, ServedPage>();
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    requests.push(`${request.method} ${url}`);
    const page = pages.get(url.split('#')[0]!.replace(/\?.*$/, ''));
    if (page) response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers }).end(page.body);
    else response.writeHead(404).end();
  });
  server.on('connect', (request, socket) => {
    requests.push(`CONNECT ${request.url}`);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { server, port: (server.address() as { port: number }).port, pages, requests };
};

/** Starts browser and web. Ends with `close`. */
export const startWorld = async (engine: Engine, options: Pick<DriveOptions, 'mode' | 'profileDir'> = {}): Promise<World> => {
  const web = await startWeb();
  const driven = await drive(engine, {
    ...options,
    args: engine === 'chromium' ? [`--proxy-server=http://127.0.0.1:${web.port}`, '--proxy-bypass-list=<-loopback>'] : [],
    firefoxPrefs: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': web.port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': web.port,
      'network.proxy.no_proxies_on': '',
      'network.proxy.allow_hijacking_localhost': true,
      'dom.security.https_first': false,
      'dom.security.https_first_schemeless': false,
    },
  });
  const host = (request: string): string => {
    const target = request.split(' ')[1]!;
    return URL.canParse(target) && target.includes('://') ? new URL(target).host : target;
  };
  return {
    ...driven,
    put(url, page) {
      web.pages.set(url, typeof page === 'string' ? { body: page } : page);
      return url;
    },
    strayRequests: () =>
      web.requests.filter((request) => {
        const url = request.split(' ')[1]!.replace(/[?#].*$/, '');
        return !web.pages.has(url) && !url.endsWith('/favicon.ico') && !browsersOwn.test(host(request));
      }),
    async close() {
      await driven.close();
      web.server.closeAllConnections();
      await new Promise<void>((done) => web.server.close(() => done()));
    },
  };
};

/** A small page. */
export const html = (body: string, { title = 'Test', head = '', lang = 'en' } = {}): string =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;

/** Texts that are marked on the page, in the order of the document; `highlight` is the name of the registry's entry. */
export const markedTexts = (page: Page, highlight = 'ajar'): Promise<string[]> =>
  page.evaluate((name) => {
    const ranges = [...((CSS as unknown as { highlights: Map<string, Iterable<StaticRange>> }).highlights.get(name) ?? [])];
    return ranges
      .sort((a, b) => {
        if (a.startContainer === b.startContainer) return a.startOffset - b.startOffset;
        return a.startContainer.compareDocumentPosition(b.startContainer) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
      })
      .map((range) => {
        if (range.startContainer === range.endContainer) {
          return range.startContainer.nodeValue!.slice(range.startOffset, range.endOffset);
        }
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return live.toString();
      });
  }, highlight);

/** Waits until exactly these texts are marked; the error tells what is. */
export const expectMarks = async (page: Page, wanted: readonly string[], timeoutMs = 8_000): Promise<void> => {
  const end = Date.now() + timeoutMs;
  let marked: string[] = [];
  do {
    marked = await markedTexts(page);
    if (JSON.stringify(marked) === JSON.stringify(wanted)) return;
    await new Promise((done) => setTimeout(done, 60));
  } while (Date.now() < end);
  throw new Error(`marked ${JSON.stringify(marked)}, wanted ${JSON.stringify(wanted)}`);
};

/** Waits until something is so; the error tells what it was last. */
export const until = async <T>(read: () => Promise<T>, wanted: T, timeoutMs = 6_000): Promise<void> => {
  const end = Date.now() + timeoutMs;
  let last: T;
  do {
    last = await read();
    if (JSON.stringify(last) === JSON.stringify(wanted)) return;
    await new Promise((done) => setTimeout(done, 50));
  } while (Date.now() < end);
  throw new Error(`was ${JSON.stringify(last)}, wanted ${JSON.stringify(wanted)}`);
};

/** Waits until a page shows a text, white space as one space. */
export const showsText = async (page: Page, text: string, timeoutMs = 6_000): Promise<void> => {
  const read = (): Promise<string> => page.evaluate(() => document.body.innerText.replace(/\s+/g, ' '));
  const end = Date.now() + timeoutMs;
  while (!(await read()).includes(text)) {
    if (Date.now() > end) throw new Error(`“${text}” is not in: ${await read()}`);
    await new Promise((done) => setTimeout(done, 50));
  }
};

/** The part of the extension API that tests use inside a page of the extension. */
export interface ExtensionApi {
  readonly tabs: {
    query(query: object): Promise<{ readonly id: number; readonly url?: string; readonly title?: string }[]>;
    sendMessage(tabId: number, message: object, options?: object): Promise<unknown>;
  };
  readonly storage: { readonly local: { get(key: string | null): Promise<Record<string, unknown>>; set(items: object): Promise<void>; clear(): Promise<void> } };
}

/** Brings a page to the front and sends it what the background sends at a command: no driver can press the browser's own keys. */
export const tellPage = async (helper: Page, page: Page, message: object): Promise<void> => {
  await page.bringToFront();
  await helper.evaluate(async (sent) => {
    const { tabs } = (globalThis as unknown as { browser: ExtensionApi }).browser;
    const [tab] = await tabs.query({ active: true, currentWindow: true });
    await tabs.sendMessage(tab!.id, sent, { frameId: 0 });
  }, message);
};

/** The tab that shows an address. */
export const tabAt = (helper: Page, url: string): Promise<number> => helper.evaluate(async (wanted) => {
  const found = await (globalThis as unknown as { browser: ExtensionApi }).browser.tabs.query({});
  return found.find((tab) => tab.url === wanted)!.id;
}, url);

/** Whether a card is on show. */
export const isCardOpen = (page: Page): Promise<boolean> => page.evaluate(() => document.querySelector('[popover="manual"]:not([data-waiting])') !== null);
