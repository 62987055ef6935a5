/** The context menu: look up selected text, pause on this site. */
import browser from 'webextension-polyfill';
import { openSearch } from './pages.ts';
import { toggleHere } from './tabs.ts';

/** A selection longer than this is no name that anybody looks up. */
const maxWords = 80;

/** Makes the menu entries and answers them. */
export const addMenus = (): void => {
  browser.runtime.onInstalled.addListener(async () => {
    await browser.contextMenus.removeAll();
    browser.contextMenus.create({ id: 'look-up', contexts: ['selection'], title: browser.i18n.getMessage('menu_look_up', '%s') });
    browser.contextMenus.create({ id: 'toggle-here', contexts: ['page'], title: browser.i18n.getMessage('menu_toggle_here') });
  });
  browser.contextMenus.onClicked.addListener(async ({ menuItemId, selectionText }, tab) => {
    if (menuItemId === 'look-up' && selectionText) await openSearch(selectionText.slice(0, maxWords).trim());
    if (menuItemId === 'toggle-here' && tab?.id !== undefined) await toggleHere(tab.id, tab.url);
  });
};
