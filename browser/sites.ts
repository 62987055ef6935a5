/** Where Ajar works: which pages it may read at all, and on which the reader wants it. Pure; used on every message. */
import type { Settings } from './settings.ts';

/** The host of a page as settings store it; `file` for local files; `null` where no extension may read or we do not. */
export const siteOf = (url: string | undefined): string | null => {
  if (url === undefined || !URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  if (protocol === 'file:') return 'file';
  return protocol === 'http:' || protocol === 'https:' ? hostname : null;
};

const covers = (listed: string, site: string): boolean => site === listed || site.endsWith(`.${listed}`);

/** Whether Ajar is on for pages of this site; `asked`: the reader has turned it on for this tab by hand. */
export const isSiteOn = (settings: Settings, site: string | null, asked = false): boolean => {
  if (site === null || !settings.enabled) return false;
  if (settings.pausedSites.some((listed) => covers(listed, site))) return false;
  if (settings.sites === 'all') return true;
  return settings.sites === 'on-click' ? asked : settings.onlySites.some((listed) => covers(listed, site));
};

/** The change of settings that turns a site on or off. */
export const switchSite = (settings: Settings, site: string, on: boolean): Partial<Settings> => {
  const pausedSites = settings.pausedSites.filter((listed) => !covers(listed, site));
  if (!on) return { pausedSites: [...pausedSites, site] };
  if (settings.sites === 'only-listed' && !settings.onlySites.some((listed) => covers(listed, site))) {
    return { pausedSites, onlySites: [...settings.onlySites, site] };
  }
  return { pausedSites };
};
