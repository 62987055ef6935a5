/** Follows the tab that an extension page is about: popup and side panel share it. */
import browser from 'webextension-polyfill';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { readGlossary } from '../../browser/cards.ts';
import { readOwn } from '../../browser/own-glossary.ts';
import { extensionSettings } from '../../browser/pages.ts';
import { defaultSettings, readSettings, watchSettings, type Settings } from '../../browser/settings.ts';
import { askAccess, currentTab, readTabPage, type Tab, type TabPage } from '../../browser/tab-page.ts';
import { askTab, tellAllTabs } from '../../browser/tabs.ts';
import type { PageState } from '../../components/lists.tsx';
import type { GlossaryEntry } from '../../glossary/card.ts';
import { ownEntry } from '../../glossary/own-records.ts';
import { makePageReport } from '../../glossary/page-report.ts';

/** A page goes on changing while somebody looks at its report. */
const everyMs = 700;

export interface TabView {
  readonly tab: Tab | null;
  readonly page: PageState;
  readonly settings: Settings;
  readonly entries: readonly GlossaryEntry[] | null;
}

const sameTab = (a: Tab | null, b: Tab | null): boolean => a?.id === b?.id && a?.url === b?.url && a?.title === b?.title;

export const useTab = (): TabView => {
  const [tab, setTab] = useState<Tab | null>(null);
  const [read, setRead] = useState<TabPage | 'failed' | null>(null);
  const [settings, setSettings] = useState(defaultSettings);
  const [entries, setEntries] = useState<readonly GlossaryEntry[] | null>(null);
  const [round, setRound] = useState(0);
  const again = useCallback(() => setRound((value) => value + 1), []);

  useEffect(() => {
    void Promise.all([readGlossary(), readOwn()]).then(([ours, own]) => setEntries([...own.map(ownEntry), ...ours]), () => setRead('failed'));
    void readSettings().then(setSettings);
    return watchSettings(setSettings);
  }, [round]);

  useEffect(() => {
    let isOver = false;
    const look = async (): Promise<void> => {
      const now = await currentTab();
      const page = now === null ? { state: 'unreadable' as const } : await readTabPage(now);
      if (isOver) return;
      setTab((before) => (sameTab(before, now) ? before : now));
      setRead((before) => (JSON.stringify(before) === JSON.stringify(page) ? before : page));
    };
    const run = (): void => void look().catch(() => { if (!isOver) setRead('failed'); });
    run();
    const timer = setInterval(run, everyMs);
    browser.tabs.onActivated.addListener(run);
    return () => {
      isOver = true;
      clearInterval(timer);
      browser.tabs.onActivated.removeListener(run);
    };
  }, [settings, round]);

  const byId = useMemo(() => new Map(entries?.map((entry) => [entry.id, entry])), [entries]);
  const page = useMemo((): PageState => {
    if (read === 'failed') return { state: 'failed', onRetry: () => { setRead(null); again(); } };
    if (read === null || entries === null) return { state: 'loading' };
    if (read.state === 'ready') return { state: 'ready', report: makePageReport(read.frames, (id) => byId.get(id)) };
    if (read.state === 'unseen') return { state: 'unseen', onSettings: () => extensionSettings()?.() };
    if (read.state === 'withheld') return { state: 'withheld', onAsk: () => void askAccess().then(again) };
    if (read.state === 'on-click') {
      const onAsk = async (): Promise<void> => {
        if (tab) await askTab(tab.id);
        await tellAllTabs();
        again();
      };
      return { state: 'on-click', onAsk: () => void onAsk() };
    }
    return { state: read.state };
  }, [read, entries, byId, tab, settings, again]);

  return { tab, page, settings, entries };
};
