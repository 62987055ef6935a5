/** The toolbar's popup; also opened in a tab at a record (`#record=ID`) or a search (`#search=WORDS`). */
import browser from 'webextension-polyfill';
import { useEffect, useState } from 'preact/hooks';
import { readAnyCard } from '../../browser/own-glossary.ts';
import { openOptions } from '../../browser/pages.ts';
import { changeSettings } from '../../browser/settings.ts';
import { openSidePanel } from '../../browser/side-panel.ts';
import { isSiteOn, siteOf, switchSite } from '../../browser/sites.ts';
import { addRecent, readRecent } from '../../browser/tab-page.ts';
import { tellTab } from '../../browser/tabs.ts';
import { Glossary } from '../../components/Glossary.tsx';
import { today } from '../../openness/law-on-day.ts';
import { cardActions, mount } from '../shared/mount.tsx';
import { useTab } from '../shared/use-tab.ts';

const hash = new URLSearchParams(location.hash.slice(1));
const start = hash.get('record');
const search = hash.get('search');

const Popup = () => {
  const { tab, page, settings, entries } = useTab();
  const [recent, setRecent] = useState<readonly string[]>([]);
  useEffect(() => void readRecent().then(setRecent), []);
  const site = siteOf(tab?.url);
  return (
    <Glossary
      entries={entries}
      page={page}
      recent={recent}
      today={today()}
      site={site === 'file' ? null : site}
      isOnHere={isSiteOn({ ...settings, enabled: true }, site, true)}
      isOnEverywhere={settings.enabled}
      onHere={(isOn) => site !== null && void changeSettings((now) => switchSite(now, site, isOn))}
      onEverywhere={(enabled) => void changeSettings({ enabled })}
      onGoTo={({ frame, n }) => tab !== null && void tellTab(tab.id, 'page.go', { n }, frame)}
      loadCard={readAnyCard}
      onOpened={(id) => void addRecent(id).then(setRecent)}
      onReport={() => void browser.windows.getCurrent().then(({ id }) => openSidePanel(id!)).then(() => window.close())}
      onOptions={() => void openOptions().then(() => window.close())}
      actions={cardActions}
      {...(start === null ? {} : { start })}
      {...(search === null ? {} : { search })}
    />
  );
};

mount(<Popup />);
