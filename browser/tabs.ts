/**
 * What the background and the popup do with a tab: start Ajar in its frames, gather its report, show its state on the
 * toolbar. Nothing about a page is kept: a report is asked of the frames each time.
 */
import browser from 'webextension-polyfill';
import type { ReportedFrame } from '../glossary/page-report.ts';
import type { FrameReport } from '../glossary/report.ts';
import { markStyle } from './mark-style.ts';
import type { FramePart, PageMessages, PageStart } from './messages.ts';
import { ownNamesOf, readOwn } from './own-glossary.ts';
import { changeSettings, pageSettingsOf, readSettings, type Settings } from './settings.ts';
import { isSiteOn, siteOf, switchSite } from './sites.ts';

const askedTabs = 'askedTabs';
/** Tabs in which the reader turned Ajar on by hand; lives in memory only, until the browser closes. */
export const readAskedTabs = async (): Promise<number[]> => ((await browser.storage.session.get(askedTabs))[askedTabs] as number[] | undefined) ?? [];

/** Remembers that the reader asked for Ajar in this tab. */
export const askTab = async (tabId: number): Promise<void> => {
  await browser.storage.session.set({ [askedTabs]: [...new Set([...(await readAskedTabs()), tabId])] });
};

/** What a frame of this tab is told: its settings, or `null` where Ajar is off. */
export const pageStartOf = async (settings: Settings, tabId: number, url: string | undefined): Promise<PageStart | null> => {
  const asked = settings.sites === 'on-click' && (await readAskedTabs()).includes(tabId);
  if (!isSiteOn(settings, siteOf(url), asked)) return null;
  return { settings: pageSettingsOf(settings), theme: settings.theme, own: ownNamesOf(await readOwn()), markStyle: markStyle(settings.look) };
};

const looks: readonly Settings['look'][] = ['dotted', 'solid', 'tint'];

/** Puts the style of marks into frames of a tab, in place of any other look. */
const setLook = async (target: browser.Scripting.InjectionTarget, look: Settings['look'] | null): Promise<void> => {
  for (const other of looks) {
    if (other !== look) await browser.scripting.removeCSS({ target, css: markStyle(other) }).catch(() => undefined);
  }
  if (look !== null) {
    await browser.scripting.removeCSS({ target, css: markStyle(look) }).catch(() => undefined);
    await browser.scripting.insertCSS({ target, css: markStyle(look) });
  }
};

/** Starts the page script in one frame. */
export const startFrame = async (settings: Settings, tabId: number, frameId: number): Promise<void> => {
  const target = { tabId, frameIds: [frameId] };
  await setLook(target, settings.look);
  await browser.scripting.executeScript({ target, files: ['page.js'] });
};

/** Puts a further script into one frame. */
export const loadPart = async (tabId: number, frameId: number, part: FramePart): Promise<void> => {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [`${part}.js`] });
};

/** Sends to all frames of a tab, or one; a tab without our scripts is no error. */
export const tellTab = async <K extends keyof PageMessages>(
  tabId: number,
  type: K,
  message: PageMessages[K],
  frameId?: number,
): Promise<void> => {
  const options = frameId === undefined ? undefined : { frameId };
  await browser.tabs.sendMessage(tabId, { type, ...message }, options).catch(() => undefined);
};

let telling: Promise<unknown> = Promise.resolve();
let painting: Promise<unknown> = Promise.resolve();
let rounds = 0;

/**
 * Tells every tab what holds for it now: first their scripts, then what the browser paints for us. Rounds go one after the other, each
 * with the settings of its moment, so that the last word is the latest; of rounds that follow closely only the last one paints.
 */
export const tellAllTabs = (): Promise<void> => {
  const round = telling.then(tellOnce);
  telling = round.catch(() => undefined);
  return round;
};

const tellOnce = async (): Promise<void> => {
  rounds += 1;
  const own = rounds;
  const settings = await readSettings();
  const tabs = await browser.tabs.query({});
  const told = await Promise.all(
    tabs.map(async ({ id, url }) => {
      if (id === undefined) return null;
      const start = await pageStartOf(settings, id, url);
      await tellTab(id, 'page.settings', { start });
      return { id, url, look: start === null ? null : settings.look };
    }),
  );
  painting = painting.then(async () => {
    if (own !== rounds) return;
    await Promise.all(
      told.map(async (tab) => {
        if (tab === null) return;
        await setLook({ tabId: tab.id, allFrames: true }, tab.look).catch(() => undefined);
        await showState(tab.id, tab.url, settings);
      }),
    );
  }).catch(() => undefined);
};

/**
 * Runs in each frame, in our isolated world. Before the boot script has run there, an element of the page may have the name. As text:
 * Chromium takes seconds of the page's time to hand over the objects of a long report.
 */
const reportOfFrame = async (): Promise<string> =>
  JSON.stringify((Object.hasOwn(globalThis, 'ajarPage') && (await (globalThis as unknown as { ajarPage?: { report(): Promise<FrameReport> } }).ajarPage?.report())) || null);

/** The reports of all frames in which Ajar runs, the page's own first; `null` where the browser keeps the tab from extensions. */
export const readTab = async (tabId: number): Promise<ReportedFrame[] | null> => {
  try {
    const results = await browser.scripting.executeScript({ target: { tabId, allFrames: true }, func: reportOfFrame });
    return results
      .flatMap(({ frameId, result }) => {
        const report = typeof result === 'string' ? (JSON.parse(result) as FrameReport | null) : null;
        return report === null ? [] : [{ frame: frameId, report }];
      })
      .sort((a, b) => a.frame - b.frame);
  } catch {
    return null;
  }
};

/** Runs in each frame, as the one above. */
const namedInFrame = (): string[] =>
  (Object.hasOwn(globalThis, 'ajarPage') && (globalThis as unknown as { ajarPage?: { named(): string[] } }).ajarPage?.named()) || [];

/** How many records the tab names, in all its frames; 0 where the browser keeps it from extensions. */
const countNamed = async (tabId: number): Promise<number> => {
  try {
    const results = await browser.scripting.executeScript({ target: { tabId, allFrames: true }, func: namedInFrame });
    return new Set(results.flatMap(({ result }) => result as string[] | null ?? [])).size;
  } catch {
    return 0;
  }
};

type IconState = 'on' | 'paused' | 'off';
const iconPaths = (state: IconState): Record<number, string> =>
  Object.fromEntries([16, 32, 48].map((size) => [size, `/icons/${state}-${size}.png`]));

/** Shows on the toolbar whether Ajar is on here and how many records the page names. */
export const showState = async (tabId: number, url: string | undefined, settings: Settings): Promise<void> => {
  const start = await pageStartOf(settings, tabId, url);
  const state: IconState = !settings.enabled ? 'off' : start === null ? 'paused' : 'on';
  const count = start === null ? 0 : await countNamed(tabId);
  await Promise.all([
    browser.action.setIcon({ tabId, path: iconPaths(state) }),
    browser.action.setBadgeText({ tabId, text: count === 0 ? '' : count > 999 ? '999+' : String(count) }),
    browser.action.setBadgeBackgroundColor({ tabId, color: '#5b5547' }),
  ]).catch(() => undefined);
};

/** Turns Ajar on or off for the site of a tab; where it works only when asked, for the tab. */
export const toggleHere = async (tabId: number, url: string | undefined): Promise<void> => {
  const site = siteOf(url);
  if (site === null) return;
  const settings = await readSettings();
  const on = (await pageStartOf(settings, tabId, url)) !== null;
  if (!on && settings.sites === 'on-click') await askTab(tabId);
  await changeSettings((now) => ({ ...switchSite(now, site, !on), ...(on ? {} : { enabled: true }) }));
  await tellAllTabs();
};

/** After installation, update or new access: starts Ajar in the tabs that are already open. Pages that may not be read are passed over. */
export const startBootEverywhere = async (): Promise<void> => {
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*', 'file:///*'] });
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id === undefined) return;
      await browser.scripting
        .executeScript({ target: { tabId: id, allFrames: true }, files: ['boot.js'] })
        .catch(() => undefined);
    }),
  );
};
