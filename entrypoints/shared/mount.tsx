/** What every page of the extension begins with: its style, its words, its theme. */
import browser from 'webextension-polyfill';
import { render, type ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { readSettings, watchSettings, type Settings } from '../../browser/settings.ts';
import type { CardActions } from '../../components/Card.tsx';
import '../../components/tokens.css';
import '../../components/card.css';
import '../../components/pages.css';
import { textFrom } from '../../components/text.ts';
import { Words } from '../../components/words.tsx';

export const t = textFrom((key, substitutions) => browser.i18n.getMessage(key, substitutions), browser.i18n.getUILanguage());

/** What a card can do on a page of ours. */
export const cardActions: CardActions = {
  version: browser.runtime.getManifest().version,
  ...(import.meta.env['ISSUES_URL'] ? { issuesUrl: import.meta.env['ISSUES_URL'] as string } : {}),
  onCopy: (text) => navigator.clipboard.writeText(text),
};

const setTheme = ({ theme }: Settings): void => {
  document.documentElement.dataset['theme'] = theme;
};

const Themed = ({ children }: { children: ComponentChildren }) => {
  useEffect(() => {
    void readSettings().then(setTheme);
    return watchSettings(setTheme);
  }, []);
  return <>{children}</>;
};

/** Shows a view as the whole page. */
export const mount = (view: ComponentChildren): void => {
  document.documentElement.lang = t.locale;
  document.documentElement.dir = t.dir;
  render(<Words.Provider value={t}><Themed>{view}</Themed></Words.Provider>, document.querySelector('#app')!);
};
