/** Looks at a page from outside, as `npm start` and the end-to-end tests do: what is marked, and a card opened by mouse. */
import type { Page } from 'puppeteer-core';
import type { FrameReport } from '../glossary/report.ts';
import { sendBidi, type Driven } from './drive.ts';

/** The part of the extension API that runs inside an extension page. */
interface ExtensionApi {
  tabs: { query(query: object): Promise<{ id: number; url?: string }[]> };
  scripting: { executeScript(injection: object): Promise<{ frameId: number; result: unknown }[]> };
}

/**
 * The reports of all frames of the tab at the page's address, once the extension has read it through.
 * Empty where Ajar does not run there within the time.
 */
export const readReports = async (driven: Driven, page: Page, timeoutMs = 10_000): Promise<FrameReport[]> => {
  const url = page.url();
  const observer = await driven.openExtensionPage('welcome.html');
  try {
    const read = (): Promise<FrameReport[]> =>
      observer.evaluate(async (wanted: string) => {
        const api = (globalThis as unknown as { browser: ExtensionApi }).browser;
        const [tab] = (await api.tabs.query({})).filter((candidate) => candidate.url === wanted);
        if (tab === undefined) return [];
        const results = await api.scripting.executeScript({
          target: { tabId: tab.id, allFrames: true },
          func: () => (globalThis as unknown as { ajarPage?: { report(): unknown } }).ajarPage?.report() ?? null,
        });
        return results.sort((a, b) => a.frameId - b.frameId).map((one) => one.result).filter((one) => one !== null) as FrameReport[];
      }, url);
    const end = Date.now() + timeoutMs;
    for (;;) {
      const reports = await read();
      if (reports.length > 0 && reports.every((report) => report.complete)) return reports;
      if (Date.now() > end) return reports;
      await new Promise((done) => setTimeout(done, 100));
    }
  } finally {
    await observer.close();
  }
};

/** Middle of the first occurrence of a text on the page that has a box in view after scrolling to it. */
export const pointAt = async (page: Page, text: string): Promise<{ x: number; y: number }> =>
  page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = node.nodeValue!.indexOf(wanted);
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + wanted.length);
      if (range.getClientRects().length === 0) continue;
      node.parentElement!.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = range.getClientRects()[0]!;
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    throw new Error(`the page has no text “${wanted}” in one text node`);
  }, text);

/** The element that holds our card, as the page sees it. */
const hostSelector = '[popover="manual"]';

/** Where the open card is, in the viewport. @throws where none is open. */
export const cardBox = (page: Page): Promise<{ x: number; y: number; width: number; height: number }> =>
  page.evaluate((selector) => {
    const { x, y, width, height } = document.querySelector(selector)!.getBoundingClientRect();
    return { x, y, width, height };
  }, hostSelector);

/** Longer than a card takes to fade in. */
const fadeMs = 250;

/** Rests the mouse on a text until its card is on show. @throws where none opens in time. */
export const openCardAt = async (_driven: Driven, page: Page, text: string, timeoutMs = 5_000): Promise<void> => {
  const { x, y } = await pointAt(page, text);
  await page.mouse.move(Math.max(0, x - 40), Math.max(0, y - 60));
  await page.mouse.move(Math.max(0, x - 4), y, { steps: 6 });
  await page.mouse.move(x, y);
  await page.waitForFunction((selector) => {
    const host = document.querySelector(selector);
    return host !== null && host.getBoundingClientRect().height > 40;
  }, { timeout: timeoutMs, polling: 50 }, hostSelector);
  await new Promise((done) => setTimeout(done, fadeMs));
};

interface CdpNode {
  readonly nodeName: string;
  readonly nodeValue?: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly CdpNode[];
  readonly shadowRoots?: readonly CdpNode[];
}
interface BidiNode {
  readonly value?: {
    readonly nodeType: number;
    readonly nodeValue?: string;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly children?: readonly BidiNode[];
    readonly shadowRoot?: BidiNode | null;
  };
}

const textOfCdp = (node: CdpNode): string =>
  (node.nodeName === '#text' ? node.nodeValue! : '') + [...(node.shadowRoots ?? []), ...(node.children ?? [])].map(textOfCdp).join(' ');
const findCdp = (node: CdpNode, test: (node: CdpNode) => boolean): CdpNode | undefined =>
  test(node) ? node : [...(node.shadowRoots ?? []), ...(node.children ?? [])].map((child) => findCdp(child, test)).find(Boolean);
const textOfBidi = ({ value }: BidiNode): string =>
  value === undefined ? '' : (value.nodeType === 3 ? value.nodeValue! : '') + [...(value.shadowRoot ? [value.shadowRoot] : []), ...(value.children ?? [])].map(textOfBidi).join(' ');

/** All text in the open card: the driver can look into the closed shadow root, the page cannot. */
export const cardText = async ({ engine, browser }: Driven, page: Page): Promise<string> => {
  if (engine === 'chromium') {
    const session = await page.createCDPSession();
    const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: CdpNode };
    await session.detach();
    const host = findCdp(root, ({ attributes = [] }) => attributes.some((name, index) => name === 'popover' && attributes[index + 1] === 'manual'));
    return host ? textOfCdp(host).replace(/\s+/g, ' ') : '';
  }
  const context = (page.mainFrame() as unknown as { _id: string })._id;
  const answer = await sendBidi<{ result: BidiNode }>(browser, 'script.evaluate', {
    expression: `document.querySelector('${hostSelector}')`,
    target: { context },
    awaitPromise: false,
    serializationOptions: { maxDomDepth: 40, includeShadowTree: 'all' },
  });
  return textOfBidi(answer.result).replace(/\s+/g, ' ');
};
