/** What the popup and the side panel can know of a tab: may it be read, is Ajar on there, what does it name. */
import browser from 'webextension-polyfill';
import type { ReportedFrame } from '../glossary/page-report.ts';
import { extensionSettings } from './pages.ts';
import { readSettings } from './settings.ts';
import { isSiteOn, siteOf } from './sites.ts';
import { readAskedTabs, readTab } from './tabs.ts';

export type TabPage =
  | { readonly state: 'ready'; readonly frames: readonly ReportedFrame[] }
  | { readonly state: 'unreadable' | 'unseen' | 'withheld' | 'local-file' | 'on-click' | 'paused' };

export interface Tab {
  readonly id: number;
  readonly url: string | undefined;
  readonly title: string;
}

/** The tab that the reader looks at, or the one that the page's address names (`#tab=7`). */
export const currentTab = async (): Promise<Tab | null> => {
  const named = new URLSearchParams(location.hash.slice(1)).get('tab');
  const tab = named === null
    ? (await browser.tabs.query({ active: true, currentWindow: true }))[0]
    : await browser.tabs.get(Number(named)).catch(() => undefined);
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url, title: tab.title ?? '' };
};

const mayRead = (url: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [`${new URL(url).origin}/*`] }).catch(() => false);

/** What Ajar asks to read, and a browser may keep back. Local files are apart: browsers allow them in their own settings alone. */
export const webPages = { origins: ['http://*/*', 'https://*/*'] };

/** State of a tab now. */
export const readTabPage = async ({ id, url }: Tab): Promise<TabPage> => {
  // Without access to its page a tab has no address either; Chromium then does not tell a local file from a page of its own.
  if (url === undefined) {
    if (!(await browser.permissions.contains(webPages))) return { state: 'withheld' };
    return { state: extensionSettings() === null || (await browser.extension.isAllowedFileSchemeAccess()) ? 'unreadable' : 'unseen' };
  }
  const site = siteOf(url);
  if (site === null) return { state: 'unreadable' };
  const settings = await readSettings();
  const asked = (await readAskedTabs()).includes(id);
  if (!isSiteOn(settings, site, asked)) {
    return { state: settings.sites === 'on-click' && isSiteOn(settings, site, true) ? 'on-click' : 'paused' };
  }
  if (site !== 'file' && !(await mayRead(url))) return { state: 'withheld' };
  const frames = await readTab(id);
  if (frames !== null) return { state: 'ready', frames };
  return { state: site === 'file' ? 'local-file' : 'unreadable' };
};

/** Asks for access to the pages; must be called within a press of a button. */
export const askAccess = (): Promise<boolean> => browser.permissions.request(webPages);

const recentKey = 'recent';
/** Records that were looked at in this session of the browser, latest first. Kept in memory only. */
export const readRecent = async (): Promise<string[]> => ((await browser.storage.session.get(recentKey))[recentKey] as string[] | undefined) ?? [];
export const addRecent = async (id: string): Promise<string[]> => {
  const recent = [id, ...(await readRecent()).filter((known) => known !== id)].slice(0, 20);
  await browser.storage.session.set({ [recentKey]: recent });
  return recent;
};
