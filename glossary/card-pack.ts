/**
 * Cards as they lie in the package: small, and quick to open one at a time. Written by the compile step, read by the
 * background and the extension pages.
 *
 * A packed value is JSON in which an object is `[shape, ...values]` (its keys stand once in `shapes`), an array is
 * `[-1, ...items]`, a number is `[-2, number]`, and a bare integer names an entry of `table`, which holds every text
 * or part that occurs often. So shared texts and provenances are stored once. A card's sources are indices into the
 * one table of all sources.
 */
import type { Source } from '../data/schema/fact.ts';
import type { Card } from './card.ts';

type Packed = null | boolean | string | number | Packed[];

/** What all shards share. */
export interface SharedTables {
  readonly shapes: readonly (readonly string[])[];
  readonly table: readonly Packed[];
  /** URL and title of every source. */
  readonly sources: readonly (readonly [url: string, title: string])[];
  readonly dataDate: string;
}

/** Packed cards by id. */
export type CardShard = Readonly<Record<string, Packed>>;

/** So many that a shard stays under about 200 kB and opens in a few milliseconds. */
export const shardCount = 16;

/** The shard that holds a record's card: FNV-1a over the id. */
export const shardOf = (id: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % shardCount;
};

/** A card whose `sources` are indices into the shared table, and whose day is the dataset's. */
type StoredCard = Omit<Card, 'sources' | 'dataDate'> & { readonly sources: readonly number[] };

/** A text or part is shared when it occurs this often and is longer than a reference to it. */
const minUses = 2;
const minLength = 8;

/** Packs all cards. Cards share sources by URL; two titles for one URL keep the first. */
export const packCards = (cards: readonly Card[], dataDate: string): { shards: CardShard[]; shared: SharedTables } => {
  const sources: [string, string][] = [];
  const sourceIndex = new Map<string, number>();
  const indexOf = ({ url, title }: Source): number => {
    const known = sourceIndex.get(url);
    if (known !== undefined) return known;
    sourceIndex.set(url, sources.length);
    return sources.push([url, title]) - 1;
  };
  const stored = cards.map(({ dataDate: _, sources: own, ...card }): StoredCard => ({ ...card, sources: own.map(indexOf) }));

  const uses = new Map<string, number>();
  const count = (value: unknown): void => {
    if (typeof value === 'string' || (typeof value === 'object' && value !== null)) {
      const key = JSON.stringify(value);
      const before = uses.get(key) ?? 0;
      uses.set(key, before + 1);
      if (before >= 1 || typeof value === 'string') return;
      Object.values(value).forEach(count);
    }
  };
  stored.forEach(count);

  const shapes: string[][] = [];
  const shapeIndex = new Map<string, number>();
  const table: Packed[] = [];
  const tableIndex = new Map<string, number>();
  const packPlain = (value: unknown): Packed => {
    if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
    if (typeof value === 'number') return [-2, value];
    if (Array.isArray(value)) return [-1, ...value.map(pack)];
    const entries = Object.entries(value as object).filter(([, item]) => item !== undefined);
    const shape = entries.map(([key]) => key);
    const shapeKey = shape.join(' ');
    let index = shapeIndex.get(shapeKey);
    if (index === undefined) {
      index = shapes.push(shape) - 1;
      shapeIndex.set(shapeKey, index);
    }
    return [index, ...entries.map(([, item]) => pack(item))];
  };
  const pack = (value: unknown): Packed => {
    if (typeof value === 'string' || (typeof value === 'object' && value !== null)) {
      const key = JSON.stringify(value);
      if (key.length >= minLength && (uses.get(key) ?? 0) >= minUses) {
        const known = tableIndex.get(key);
        if (known !== undefined) return known;
        const packed = packPlain(value);
        const index = table.push(packed) - 1;
        tableIndex.set(key, index);
        return index;
      }
    }
    return packPlain(value);
  };

  const shards: Record<string, Packed>[] = Array.from({ length: shardCount }, () => ({}));
  for (const card of stored) shards[shardOf(card.id)]![card.id] = packPlain(card);
  return { shards, shared: { shapes, table, sources, dataDate } };
};

const unpack = (packed: Packed, shared: SharedTables): unknown => {
  if (typeof packed === 'number') return unpack(shared.table[packed] ?? null, shared);
  if (!Array.isArray(packed)) return packed;
  const [head, ...items] = packed as [number, ...Packed[]];
  if (head === -2) return items[0];
  if (head === -1) return items.map((item) => unpack(item, shared));
  return Object.fromEntries(shared.shapes[head]!.map((key, index) => [key, unpack(items[index]!, shared)]));
};

/** One card out of its shard; `null` where the shard has none of that id. */
export const unpackCard = (shard: CardShard, shared: SharedTables, id: string): Card | null => {
  if (!Object.hasOwn(shard, id)) return null;
  const { sources, ...card } = unpack(shard[id]!, shared) as StoredCard;
  return {
    ...card,
    sources: sources.map((index): Source => ({ url: shared.sources[index]![0], title: shared.sources[index]![1] })),
    dataDate: shared.dataDate,
  };
};
