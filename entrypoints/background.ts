/** The background: answers frames, keeps tabs and toolbar in step with the settings, and handles commands and menus. */
import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { addMenus } from '../browser/menus.ts';
import { receiveMessages } from '../browser/messages.ts';
import { readAnyCard, watchOwn } from '../browser/own-glossary.ts';
import { openGlossary, openWelcome } from '../browser/pages.ts';
import { changeSettings, readSettings, watchSettings } from '../browser/settings.ts';
import { siteOf, switchSite } from '../browser/sites.ts';
import { loadPart, pageStartOf, showState, startBootEverywhere, startFrame, tellAllTabs, tellTab, toggleHere } from '../browser/tabs.ts';

export default defineBackground(() => {
  receiveMessages(browser.runtime, {
    'frame.ready': async (_, { tabId, frameId, url }) => {
      const settings = await readSettings();
      if ((await pageStartOf(settings, tabId, url)) !== null) await startFrame(settings, tabId, frameId);
      else await showState(tabId, url, settings);
    },
    'page.start': async (_, { tabId, url }) => pageStartOf(await readSettings(), tabId, url),
    'page.changed': async (_, { tabId, url }) => showState(tabId, url, await readSettings()),
    'card.get': ({ id }) => readAnyCard(id),
    'frame.load': ({ part }, { tabId, frameId }) => loadPart(tabId, frameId, part),
    'site.off': async (_, { url }) => {
      const site = siteOf(url);
      if (site !== null) await changeSettings((now) => switchSite(now, site, false));
    },
    'glossary.show': ({ id }) => openGlossary(id),
  });

  watchSettings(() => void tellAllTabs());
  watchOwn(() => void tellAllTabs());

  browser.commands.onCommand.addListener(async (command) => {
    const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    if (tab?.id === undefined) return;
    if (command === 'toggle-here') await toggleHere(tab.id, tab.url);
    else if (command === 'next-mention') await tellTab(tab.id, 'page.next', {}, 0);
    else if (command === 'previous-mention') await tellTab(tab.id, 'page.previous', {}, 0);
    else if (command === 'open-card') await tellTab(tab.id, 'page.open', {}, 0);
  });

  addMenus();

  // The browser gave access to pages, or took it back, while they are open.
  browser.permissions.onAdded.addListener(() => void startBootEverywhere());
  browser.permissions.onRemoved.addListener(() => void tellAllTabs());

  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    await startBootEverywhere();
    if (reason === 'install') await openWelcome();
  });
});
