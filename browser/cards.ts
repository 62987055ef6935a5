/**
 * Cards and glossary entries out of the package. Read by the background and the extension pages, from the extension's
 * own files: the only use of `fetch`, and it leaves the browser never. Cards lie in shards, so that a background that
 * has just woken reads a small file.
 */
import browser from 'webextension-polyfill';
import { shardOf, unpackCard, type CardShard, type SharedTables } from '../glossary/card-pack.ts';
import type { Card, GlossaryEntry } from '../glossary/card.ts';

const readJson = async <T>(path: string): Promise<T> => {
  const response = await fetch(browser.runtime.getURL(path));
  if (!response.ok) throw new Error(`cannot read ${path}`);
  return (await response.json()) as T;
};

const files = new Map<string, Promise<unknown>>();
/** Reads a packaged file once; a failure is not remembered, so that a retry can succeed. */
const readOnce = <T>(path: string): Promise<T> => {
  const known = files.get(path) as Promise<T> | undefined;
  if (known) return known;
  const reading = readJson<T>(path);
  files.set(path, reading);
  reading.catch(() => files.delete(path));
  return reading;
};

/** The card of a record; `null` where no record has the id. @throws where the package cannot be read. */
export const readCard = async (id: string): Promise<Card | null> => {
  const [shard, shared] = await Promise.all([
    readOnce<CardShard>(`data/cards-${shardOf(id)}.json`),
    readOnce<SharedTables>('data/shared.json'),
  ]);
  return unpackCard(shard, shared, id);
};

/** Every record's entry, for search and lists. @throws where the package cannot be read. */
export const readGlossary = (): Promise<readonly GlossaryEntry[]> => readOnce('data/glossary.json');

/** The day that the dataset speaks for. */
export const readDataDate = async (): Promise<string> => (await readOnce<SharedTables>('data/shared.json')).dataDate;
