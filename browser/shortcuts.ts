/** The keys of our commands, which only the browser can change. */
import browser from 'webextension-polyfill';

const commands = ['open_popup', 'toggle_here', 'next_mention', 'previous_mention', 'open_card'] as const;
type Command = (typeof commands)[number];

/** The browser's own names: of the command that opens a popup, and of keys that have a sign. */
const nameOf = (command: Command): string => (command === 'open_popup' ? '_execute_action' : command.replaceAll('_', '-'));
const signs: Readonly<Record<string, string>> = { Period: '.', Comma: ',' };
const asPrinted = (keys: string): string => keys.replace(/[A-Z][a-z]+$/, (key) => signs[key] ?? key);

/** Our commands with the keys that they have now; empty keys where none. */
export const readShortcuts = async (): Promise<{ command: Command; keys: string }[]> => {
  const known = await browser.commands.getAll();
  return commands.map((command) => ({ command, keys: asPrinted(known.find(({ name }) => name === nameOf(command))?.shortcut ?? '') }));
};

/** Opens the browser's page of shortcuts; `null` where an extension cannot. */
export const shortcutsPage = (): (() => void) | null => {
  const { openShortcutSettings } = browser.commands as { openShortcutSettings?: () => Promise<void> };
  if (openShortcutSettings) return () => void openShortcutSettings.call(browser.commands);
  if (browser.runtime.getURL('').startsWith('chrome-extension:')) return () => void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
  return null;
};
