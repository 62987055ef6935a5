/**
 * Search over the glossary: names, other names, makers and families, forgiving of typing errors. Used by the popup only;
 * Fuse.js is too big for a page's frame.
 *
 * Whoever types a name's beginning means it: names that start with the words come before likenesses, in the order of how
 * much of the name they are, and releases of one name newest first. A threshold of 0.4 forgives one error in three letters or two in five, such as "qwne3".
 */
import Fuse from 'fuse.js';
import type { GlossaryEntry } from './card.ts';

export interface Search {
  /** At most `limit` entries, best first; none for an empty query. */
  find(query: string, limit?: number): GlossaryEntry[];
}

/** Case, accents, hyphens and space do not tell names apart; words stay apart by one space. */
const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[\s\-‐‑–_]+/g, ' ').trim();
const squeeze = (text: string): string => text.replaceAll(' ', '');

/** Length of a name without its version, so that the releases of a family stand together, newest first. */
const stemLength = (name: string): number => name.replace(/[\s-]*v?\d+(?:\.\d+)*[a-z]?$/i, '').length;

/** 0 for the very name, then names that begin with the query, words in it, other names; `null` where it has none of it. */
const rankOf = (names: readonly string[], query: string): number | null => {
  let best: number | null = null;
  names.forEach((name, index) => {
    const other = index === 0 ? 0 : 0.5;
    const rank = squeeze(name) === squeeze(query) ? 0 : squeeze(name).startsWith(squeeze(query)) ? 1 : ` ${name}`.includes(` ${query}`) ? 2 : null;
    if (rank !== null && (best === null || rank + other < best)) best = rank + other;
  });
  return best;
};

/** One form that leads to an entry. A maker's or family's name leads to many, so it counts for less than a name of its own. */
interface Form {
  readonly entry: GlossaryEntry;
  readonly text: string;
  readonly behind: number;
}

export const createSearch = (entries: readonly GlossaryEntry[]): Search => {
  const folded = entries.map((entry) => ({ entry, names: [entry.name, ...entry.also].map(fold) }));
  // A form each, not a list each: Fuse adds up the matches of a list, so that many names would outweigh the right one.
  const forms = folded.flatMap(({ entry, names }): Form[] => [
    ...names.map((text, index) => ({ entry, text, behind: index === 0 ? 0 : 0.02 })),
    ...[entry.maker, entry.parent].flatMap((text) => (text === undefined ? [] : [{ entry, text: fold(text), behind: 0.3 }])),
  ]);
  const fuse = new Fuse(forms, { keys: ['text'], threshold: 0.4, ignoreLocation: true, minMatchCharLength: 2, includeScore: true });
  return {
    find(query, limit = 12) {
      const wanted = fold(query).slice(0, 64);
      if (wanted === '') return [];
      const exact = folded
        .flatMap(({ entry, names }) => {
          const rank = rankOf(names, wanted);
          return rank === null ? [] : [{ entry, rank }];
        })
        .sort((a, b) => a.rank - b.rank || stemLength(a.entry.name) - stemLength(b.entry.name) || (b.entry.released ?? '').localeCompare(a.entry.released ?? '')
          || a.entry.name.length - b.entry.name.length || a.entry.name.localeCompare(b.entry.name, 'en'))
        .map(({ entry }) => entry);
      if (exact.length >= limit || wanted.length < 2) return exact.slice(0, limit);
      // A likeness is the better the nearer its length is to what was typed: "lama 3.1" means Llama 3.1, not its licence.
      const alike = fuse.search(wanted)
        .map(({ item, score = 1 }) => ({ entry: item.entry, score: score + item.behind + 0.02 * Math.abs(item.text.length - wanted.length) }))
        .sort((a, b) => a.score - b.score)
        .map(({ entry }) => entry);
      return [...new Set([...exact, ...alike])].slice(0, limit);
    },
  };
};
