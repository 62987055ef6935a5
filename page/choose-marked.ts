/**
 * Which mentions are marked: too many marks are what readers of annotated pages complain of most. A record is marked where it is
 * first named and again after about a screenful of text; a concept, being no news after the first time, once a page.
 */
import type { Mention } from '../mentions/types.ts';
import type { PageSettings } from './types.ts';

/** A mention and how many characters of text stand before it on the page. */
export interface PlacedMention {
  readonly mention: Mention;
  readonly position: number;
}

/** Characters in about a screenful. */
const screenful = 2_000;

/** For each mention, which are given in document order, whether it is marked. */
export function chooseMarked(mentions: readonly PlacedMention[], settings: Pick<PageSettings, 'repeat'>): boolean[] {
  const last = new Map<string, number>();
  return mentions.map(({ mention, position }) => {
    if (settings.repeat === 'none') return false;
    if (settings.repeat === 'every') return true;
    const before = last.get(mention.id);
    const isOnce = settings.repeat === 'first' || mention.kind === 'concept';
    if (before !== undefined && (isOnce || position - before < screenful)) return false;
    last.set(mention.id, position);
    return true;
  });
}
