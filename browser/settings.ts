/**
 * What the reader has chosen. Kept in `storage.local` only (paused sites are private), with a version and migrations.
 * Background and extension pages read and write it; a page's frame never touches storage and gets a `PageStart`.
 *
 * A stored value is never trusted: every field that does not fit falls back to its default, and the bad value is kept
 * under `settings.rejected`, so that nothing of the reader's is lost.
 */
import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { kinds, type Kind } from '../data/schema/lists.ts';
import type { PageSettings } from '../page/types.ts';

/** A host as stored: lower case, punycode, no port; `file` for local files. */
const Hosts = v.pipe(v.array(v.pipe(v.string(), v.maxLength(253))), v.maxLength(5000));
const KindSwitches = v.object(
  Object.fromEntries(kinds.map((kind) => [kind, v.boolean()])) as Record<Kind, v.BooleanSchema<undefined>>,
);

const fields = {
  /** Off everywhere when false. */
  enabled: v.boolean(),
  /** Where Ajar works: everywhere but the paused sites, only on `onlySites`, or only in a tab where it is asked for. */
  sites: v.picklist(['all', 'only-listed', 'on-click']),
  pausedSites: Hosts,
  onlySites: Hosts,
  /** Kinds that are marked. */
  kinds: KindSwitches,
  repeat: v.picklist(['spaced', 'every', 'first', 'none']),
  inlineCode: v.boolean(),
  claims: v.boolean(),
  look: v.picklist(['dotted', 'solid', 'tint']),
  open: v.picklist(['hover', 'click', 'alt']),
  delayMs: v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(2000)),
  theme: v.picklist(['auto', 'light', 'dark']),
};
const Settings = v.object(fields);
export interface Settings extends v.InferOutput<typeof Settings> {}

export const defaultSettings: Settings = {
  enabled: true,
  sites: 'all',
  pausedSites: [],
  onlySites: [],
  kinds: Object.fromEntries(kinds.map((kind) => [kind, kind !== 'company'])) as Record<Kind, boolean>,
  repeat: 'spaced',
  inlineCode: false,
  claims: false,
  look: 'dotted',
  open: 'hover',
  delayMs: 300,
  theme: 'auto',
};

/**
 * Reads settings out of any value: each field that is missing or does not fit becomes its default, so that one bad field
 * costs only itself. `whole` is false where something was there and did not fit.
 */
export const parseSettings = (value: unknown): { settings: Settings; whole: boolean } => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { settings: defaultSettings, whole: false };
  const stored = value as Record<string, unknown>;
  const settings: Record<string, unknown> = { ...defaultSettings };
  let whole = true;
  for (const [key, schema] of Object.entries(fields)) {
    if (!(key in stored)) continue;
    // A kind that came with a later version is missing from what an earlier one stored.
    const item = key === 'kinds' && typeof stored[key] === 'object' && stored[key] !== null ? { ...defaultSettings.kinds, ...stored[key] } : stored[key];
    const parsed = v.safeParse(schema as v.GenericSchema, item);
    if (parsed.success) settings[key] = parsed.output;
    else whole = false;
  }
  return { settings: settings as unknown as Settings, whole };
};

const item = storage.defineItem<unknown>('local:settings', { version: 1 });
const rejected = storage.defineItem<unknown>('local:settings.rejected');

/** The settings now. A stored value that is damaged is copied aside once and read as far as it goes. */
export const readSettings = async (): Promise<Settings> => {
  const stored = await item.getValue();
  if (stored === null || stored === undefined) return defaultSettings;
  const { settings, whole } = parseSettings(stored);
  if (!whole) await rejected.setValue(stored).catch(() => undefined);
  return settings;
};

/**
 * Changes some of the settings, or what `change` makes of those that hold; the rest stays as stored. One change at a time, over all
 * pages of the extension and its background: of two at once the later would else write back what the earlier one changed.
 * @throws what the browser says where it cannot store, such as a full quota; the old settings then still hold.
 */
export const changeSettings = (change: Partial<Settings> | ((now: Settings) => Partial<Settings>)): Promise<Settings> =>
  navigator.locks.request('settings', async () => {
    const now = await readSettings();
    const settings = v.parse(Settings, { ...now, ...(typeof change === 'function' ? change(now) : change) });
    await item.setValue(settings);
    return settings;
  });

/** Calls back with the settings after each change, from wherever it comes; returns the way to stop. */
export const watchSettings = (onChange: (settings: Settings) => void): (() => void) =>
  item.watch((stored) => onChange(parseSettings(stored ?? {}).settings));

/** What of the settings concerns a page. */
export const pageSettingsOf = (settings: Settings): PageSettings => ({
  kinds: settings.kinds,
  repeat: settings.repeat,
  inlineCode: settings.inlineCode,
  claims: settings.claims,
  open: settings.open,
  delayMs: settings.delayMs,
});
