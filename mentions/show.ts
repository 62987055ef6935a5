/**
 * Chooses which mentions are marked. All mentions are found; a page full of marks is read by nobody, so by default a record
 * is marked at its first mention and again only after about a screenful of text. Pure: called by page/ with the mentions
 * in document order, again whenever they change.
 */
import type { Kind } from '../data/schema/lists.ts';
import type { Mention } from './types.ts';

/** A mention and its place in the running text of the page, in UTF-16 units. */
export interface PlacedMention {
  readonly mention: Mention;
  readonly at: number;
}

export interface ShowPolicy {
  /** Again after a screenful, every one, the first on the page, none. */
  readonly repeat: 'spaced' | 'every' | 'first' | 'none';
  /** Kinds that are marked. */
  readonly kinds: Readonly<Record<Kind, boolean>>;
}

/** Characters of running text after which a record is marked again: about what fits a screen. */
export const screenfulChars = 2000;

/** Those of `placed`, which is in document order, that are marked. */
export const chooseShown = <T extends PlacedMention>(placed: readonly T[], policy: ShowPolicy): T[] => {
  if (policy.repeat === 'none') return [];
  const last = new Map<string, number>();
  return placed.filter(({ mention, at }) => {
    if (!policy.kinds[mention.kind]) return false;
    if (policy.repeat === 'every') return true;
    const before = last.get(mention.id);
    const again = policy.repeat === 'spaced' && mention.kind !== 'concept' && before !== undefined && at - before >= screenfulChars;
    if (before !== undefined && !again) return false;
    last.set(mention.id, at);
    return true;
  });
};
