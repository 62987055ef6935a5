/** The extension's own pages, opened in a tab, and the browser's page about it. */
import browser from 'webextension-polyfill';
import { siteOf } from './sites.ts';
import { readTab } from './tabs.ts';

const open = (path: string): Promise<unknown> => browser.tabs.create({ url: browser.runtime.getURL(path) });

/** Opens the glossary at a record, or at a search. */
export const openGlossary = async (id: string): Promise<void> => {
  await open(`popup.html#record=${encodeURIComponent(id)}`);
};
export const openSearch = async (words: string): Promise<void> => {
  await open(`popup.html#search=${encodeURIComponent(words)}`);
};
/** Time for a browser that has just started to show what the reader opened it for. */
const settleMs = 1_500;

/** The tab in front where it is none that Ajar reads (the browser's store, a new tab), else `null`. */
const idleTab = async (): Promise<number | null> => {
  await new Promise((done) => setTimeout(done, settleMs));
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const isReading = tab?.id !== undefined && siteOf(tab.url) !== null && (await readTab(tab.id)) !== null;
  return isReading ? null : (tab?.id ?? null);
};

/** Opens the first page: in front of a tab in which nothing goes on, else behind what the reader is doing. */
export const openWelcome = async (): Promise<void> => {
  const before = await idleTab();
  const active = before !== null && (await idleTab()) === before;
  await browser.tabs.create({ url: browser.runtime.getURL('welcome.html'), active });
};
export const openOptions = (): Promise<void> => browser.runtime.openOptionsPage();

/** Opens the browser's settings of this extension; `null` where an extension cannot. */
export const extensionSettings = (): (() => void) | null => {
  if (!browser.runtime.getURL('').startsWith('chrome-extension:')) return null;
  return () => void browser.tabs.create({ url: `chrome://extensions/?id=${browser.runtime.id}` });
};
