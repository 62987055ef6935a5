/** Real cards for the gallery, out of the compile step's output where it has run: `?record=llama-3.1,eu-ai-act`. */
import { shardOf, unpackCard, type CardShard, type SharedTables } from '../../glossary/card-pack.ts';
import type { Card } from '../../glossary/card.ts';

const files = import.meta.glob('../../.compiled/public/data/*.json', { import: 'default' });
const read = <T>(name: string): Promise<T> => files[`../../.compiled/public/data/${name}.json`]!() as Promise<T>;

/** The cards of the ids that exist. */
export const readRecords = async (ids: readonly string[]): Promise<Card[]> => {
  const shared = await read<SharedTables>('shared');
  const cards = await Promise.all(ids.map(async (id) => unpackCard(await read<CardShard>(`cards-${shardOf(id)}`), shared, id)));
  return cards.filter((card) => card !== null);
};
