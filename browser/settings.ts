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

const KindSwitches = v.object(
  Object.fromEntries(kinds.map((kind) => [kind, v.fallback(v.boolean(), kind !== 'company')])) as Record<
    Kind,
    v.SchemaWithFallback<v.BooleanSchema<undefined>, boolean>
  >,
);

/** A host as stored: lower case, punycode, no port; empty for local files. */
const Hosts = v.pipe(v.array(v.pipe(v.string(), v.maxLength(253))), v.maxLength(5000));

/** Each field has its own fall-back, so one bad field costs only itself. */
export const Settings = v.object({
  /** Off everywhere when false. */
  enabled: v.fallback(v.boolean(), true),
  /** Where Ajar works: everywhere but the paused sites, only on `onlySites`, or only in a tab where it is asked for. */
  sites: v.fallback(v.picklist(['all', 'only-listed', 'on-click']), 'all'),
  pausedSites: v.fallback(Hosts, []),
  onlySites: v.fallback(Hosts, []),
  kinds: v.fallback(KindSwitches, () => v.parse(KindSwitches, {})),
  repeat: v.fallback(v.picklist(['spaced', 'every', 'first', 'none']), 'spaced'),
  inlineCode: v.fallback(v.boolean(), false),
  claims: v.fallback(v.boolean(), false),
  look: v.fallback(v.picklist(['dotted', 'solid', 'tint']), 'dotted'),
  open: v.fallback(v.picklist(['hover', 'click', 'alt']), 'hover'),
  delayMs: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(2000)), 300),
  theme: v.fallback(v.picklist(['auto', 'light', 'dark']), 'auto'),
});
export interface Settings extends v.InferOutput<typeof Settings> {}

export const defaultSettings: Settings = v.parse(Settings, {});

/** Reads settings out of any value; what does not fit becomes its default. `whole` is false where something did not. */
export const parseSettings = (value: unknown): { settings: Settings; whole: boolean } => {
  const object = typeof value === 'object' && value !== null && !Array.isArray(value);
  return { settings: v.parse(Settings, object ? value : {}), whole: object && isWhole(value) };
};
const isWhole = (value: object): boolean =>
  Object.entries(value).every(([key, item]) => {
    const entry = (Settings.entries as Record<string, v.GenericSchema>)[key];
    if (entry === undefined) return true;
    const { fallback: _, ...strict } = entry as v.GenericSchema & { fallback?: unknown };
    return v.is(strict as v.GenericSchema, item);
  });

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
 * Changes some of the settings; the rest stays as stored.
 * @throws what the browser says where it cannot store, such as a full quota; the old settings then still hold.
 */
export const changeSettings = async (change: Partial<Settings>): Promise<Settings> => {
  const settings = v.parse(Settings, { ...(await readSettings()), ...change });
  await item.setValue(settings);
  return settings;
};

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
