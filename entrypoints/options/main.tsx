/** Settings, as a page in a tab. */
import browser from 'webextension-polyfill';
import { useEffect, useState } from 'preact/hooks';
import { readGlossary, readDataDate } from '../../browser/cards.ts';
import { importOwn, readOwn, restoreBackUp, watchOwn, writeBackUp, writeOwn } from '../../browser/own-glossary.ts';
import { changeSettings, defaultSettings, readSettings, watchSettings } from '../../browser/settings.ts';
import { readShortcuts, shortcutsPage } from '../../browser/shortcuts.ts';
import { webPages, askAccess } from '../../browser/tab-page.ts';
import { Options } from '../../components/Options.tsx';
import { ownExample, writeOwnGlossary, type OwnRecord } from '../../glossary/own-records.ts';
import { today } from '../../openness/law-on-day.ts';
import notices from '../../.compiled/notices.txt?raw';
import { mount } from '../shared/mount.tsx';
import { saveFile } from '../shared/save-file.ts';

const saveJson = (name: string, text: string): void => saveFile({ name: `${name}-${today()}.json`, type: 'application/json', text });

const OptionsPage = () => {
  const [settings, setSettings] = useState(defaultSettings);
  const [own, setOwn] = useState<readonly OwnRecord[]>([]);
  const [hasAccess, setHasAccess] = useState(true);
  const [data, setData] = useState({ date: '', count: 0 });
  const [shortcuts, setShortcuts] = useState<Awaited<ReturnType<typeof readShortcuts>>>([]);
  useEffect(() => {
    void readSettings().then(setSettings);
    void readOwn().then(setOwn);
    void browser.permissions.contains(webPages).then(setHasAccess);
    void readShortcuts().then(setShortcuts);
    void Promise.all([readDataDate(), readGlossary()]).then(([date, entries]) => setData({ date, count: entries.length }));
    const stops = [watchSettings(setSettings), watchOwn(setOwn)];
    return () => stops.forEach((stop) => stop());
  }, []);
  const openShortcuts = shortcutsPage();
  return (
    <Options
      settings={settings}
      onChange={async (change) => setSettings(await changeSettings(change))}
      own={own}
      onImportOwn={importOwn}
      onExportOwn={() => saveJson('ajar-own-glossary', writeOwnGlossary(own))}
      onSaveExample={() => saveJson('ajar-own-glossary-example', writeOwnGlossary(ownExample))}
      onRemoveOwn={(id) => writeOwn(own.filter((record) => record.id !== id))}
      onRemoveAllOwn={() => writeOwn([])}
      onBackUp={() => void writeBackUp().then((text) => saveJson('ajar-back-up', text))}
      onRestore={restoreBackUp}
      shortcuts={shortcuts}
      {...(openShortcuts ? { onShortcuts: openShortcuts } : {})}
      hasAccess={hasAccess}
      onAsk={() => void askAccess().then(setHasAccess)}
      version={browser.runtime.getManifest().version}
      dataDate={data.date}
      recordCount={data.count}
      notices={notices}
    />
  );
};

mount(<OptionsPage />);
