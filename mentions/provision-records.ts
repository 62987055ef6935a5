/**
 * The provisions that there are cards for, as the lexicon holds them: kept as numbers and ranges, since a law has hundreds. Read by
 * provisions.ts when a text cites one.
 */
import { provisionTypes, type ProvisionType } from '../data/schema/lists.ts';
import type { Lexicon, LexiconRecord } from './lexicon.ts';

const opened = new WeakMap<Pick<Lexicon, 'provisions'>, ReadonlyMap<string, LexiconRecord>>();

/** By regulation, type and number. Lines: type, id before and name before the number, name after it, then numbers and ranges. */
const provisionsOf = (lexicon: Pick<Lexicon, 'provisions'>): ReadonlyMap<string, LexiconRecord> => {
  const known = opened.get(lexicon);
  if (known !== undefined) return known;
  const all = new Map<string, LexiconRecord>();
  for (const line of lexicon.provisions.split('\n')) {
    if (line === '') continue;
    const [type, idBefore, nameBefore, nameAfter, numbers] = line.split('|') as [string, string, string, string, string];
    const add = (number: string): void => {
      all.set(`${idBefore.slice(0, idBefore.lastIndexOf('/'))}|${type}|${number.toLowerCase()}`, {
        id: idBefore + number.toLowerCase(), name: nameBefore + number + nameAfter, kind: 'provision',
      });
    };
    for (const part of numbers.split(' ')) {
      const [from, to] = part.split('-');
      if (to === undefined) add(from!);
      else for (let n = Number(from); n <= Number(to); n += 1) add(String(n));
    }
  }
  opened.set(lexicon, all);
  return all;
};

/** A provision of a regulation, by its number as printed in the law ("53", "4a", "XI"; of a definition its point: "63"). */
export const findProvision = (lexicon: Pick<Lexicon, 'provisions'>, regulation: string, type: ProvisionType, number: string): LexiconRecord | undefined =>
  provisionsOf(lexicon).get(`${regulation}|${provisionTypes.indexOf(type)}|${number.toLowerCase()}`);
