/** The extension's own pages, opened in a tab. */
import browser from 'webextension-polyfill';

const open = (path: string): Promise<unknown> => browser.tabs.create({ url: browser.runtime.getURL(path) });

/** Opens the glossary at a record, or at a search. */
export const openGlossary = async (id: string): Promise<void> => {
  await open(`popup.html#record=${encodeURIComponent(id)}`);
};
export const openSearch = async (words: string): Promise<void> => {
  await open(`popup.html#search=${encodeURIComponent(words)}`);
};
export const openWelcome = async (): Promise<void> => {
  await open('welcome.html');
};
export const openOptions = (): Promise<void> => browser.runtime.openOptionsPage();
