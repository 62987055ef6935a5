import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changeSettings, defaultSettings, parseSettings, readSettings, watchSettings, type Settings } from '../../browser/settings.ts';

beforeEach(() => fakeBrowser.reset());

describe('readSettings', () => {
  it('gives the defaults where nothing is stored', async () => {
    expect(await readSettings()).toEqual(defaultSettings);
  });

  it.each([['a text'], [42], [[]], [{ enabled: 'yes' }], [{ pausedSites: [1] }], [{ kinds: null }], [{ delayMs: -1 }]])(
    'falls back from the corrupt value %j and keeps a copy of it',
    async (bad) => {
      await fakeBrowser.storage.local.set({ settings: bad });
      expect(await readSettings()).toEqual(defaultSettings);
      expect((await fakeBrowser.storage.local.get('settings.rejected'))['settings.rejected']).toEqual(bad);
    },
  );

  it('loses only the field that is bad', async () => {
    await fakeBrowser.storage.local.set({ settings: { pausedSites: ['a.example'], look: 'neon' } });
    expect(await readSettings()).toEqual({ ...defaultSettings, pausedSites: ['a.example'] });
  });

  it('keeps no copy of a value that is whole', async () => {
    await changeSettings({ enabled: false });
    expect((await readSettings()).enabled).toBe(false);
    expect(await fakeBrowser.storage.local.get('settings.rejected')).toEqual({});
  });
});

describe('changeSettings', () => {
  it('keeps the rest as stored and tells those who watch', async () => {
    const seen: Settings[] = [];
    const stop = watchSettings((settings) => seen.push(settings));
    await changeSettings({ pausedSites: ['a.example'] });
    await changeSettings({ look: 'tint' });
    stop();
    expect(await readSettings()).toEqual({ ...defaultSettings, pausedSites: ['a.example'], look: 'tint' });
    expect(seen.at(-1)).toEqual(await readSettings());
  });

  it('loses neither of two changes that are made at once', async () => {
    await changeSettings({ open: 'alt' });
    await Promise.all([
      changeSettings({ open: 'hover' }), changeSettings({ delayMs: 2000 }),
      ...['a.example', 'b.example'].map((site) => changeSettings(({ pausedSites }) => ({ pausedSites: [...pausedSites, site] }))),
    ]);
    expect(await readSettings()).toEqual({ ...defaultSettings, open: 'hover', delayMs: 2000, pausedSites: ['a.example', 'b.example'] });
  });

  it('goes on after a change that could not be stored', async () => {
    const refused = changeSettings({ delayMs: 5 });
    const taken = changeSettings({ look: 'tint' });
    await expect(refused).rejects.toThrow();
    expect((await taken).look).toBe('tint');
  });
});

describe('parseSettings', () => {
  it('marks no companies unless the reader wants it', () => {
    expect(parseSettings({}).settings.kinds.company).toBe(false);
    expect(parseSettings({}).settings.kinds.model).toBe(true);
  });
});
