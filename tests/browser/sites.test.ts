import { describe, expect, it } from 'vitest';
import { defaultSettings, type Settings } from '../../browser/settings.ts';
import { isSiteOn, siteOf, switchSite } from '../../browser/sites.ts';

const settings = (change: Partial<Settings>): Settings => ({ ...defaultSettings, ...change });

describe('siteOf', () => {
  it.each([
    ['https://www.Example.org:8080/a?b#c', 'www.example.org'],
    ['http://münchen.example/', 'xn--mnchen-3ya.example'],
    ['file:///home/a/b.html', 'file'],
    ['about:blank', null],
    ['chrome://settings/', null],
    ['moz-extension://abc/popup.html', null],
    ['not an address', null],
    [undefined, null],
  ])('%s is %s', (url, site) => expect(siteOf(url)).toBe(site));
});

describe('isSiteOn', () => {
  it('is on everywhere by default, and nowhere when switched off', () => {
    expect(isSiteOn(defaultSettings, 'a.example')).toBe(true);
    expect(isSiteOn(settings({ enabled: false }), 'a.example')).toBe(false);
    expect(isSiteOn(defaultSettings, null)).toBe(false);
  });

  it('counts a paused site with its subdomains, not names that end alike', () => {
    const paused = settings({ pausedSites: ['a.example'] });
    expect(isSiteOn(paused, 'a.example')).toBe(false);
    expect(isSiteOn(paused, 'www.a.example')).toBe(false);
    expect(isSiteOn(paused, 'nota.example')).toBe(true);
  });

  it('can work only on listed sites, or only when asked', () => {
    const listed = settings({ sites: 'only-listed', onlySites: ['a.example'] });
    expect(isSiteOn(listed, 'www.a.example')).toBe(true);
    expect(isSiteOn(listed, 'b.example')).toBe(false);
    expect(isSiteOn(settings({ sites: 'on-click' }), 'a.example')).toBe(false);
    expect(isSiteOn(settings({ sites: 'on-click' }), 'a.example', true)).toBe(true);
  });
});

describe('switchSite', () => {
  it.each<Partial<Settings>>([{}, { pausedSites: ['a.example'] }, { pausedSites: ['www.a.example'] }, { sites: 'only-listed' }])(
    'turns a site off and on again from %j',
    (start) => {
      const off = settings({ ...start, ...switchSite(settings(start), 'www.a.example', false) });
      expect(isSiteOn(off, 'www.a.example')).toBe(false);
      const on = settings({ ...off, ...switchSite(off, 'www.a.example', true) });
      expect(isSiteOn(on, 'www.a.example')).toBe(true);
    },
  );
});
