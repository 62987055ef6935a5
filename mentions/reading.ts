/**
 * What it takes to read text that may name something: all that tells names and senses. Kept apart from the sieve,
 * since its words and rules are many: a page gets it only when the sieve has found something. Provisions and claims come apart.
 */
import type { Lexicon } from './lexicon.ts';
import { makeOwnFinder, type OwnNames } from './own-names.ts';
import { Reader } from './reader.ts';
import type { PageContext } from './types.ts';

export interface Reading {
  /** @param own names of the reader's own glossary. */
  openReader(lexicon: Lexicon, context: PageContext, own: readonly OwnNames[]): Reader;
}

/** @param senses of the lexicon, packed, where it was opened without. */
export const makeReading = (senses?: string): Reading => ({
  openReader(lexicon, context, own) {
    if (senses !== undefined) lexicon.addSenses(senses);
    return new Reader(lexicon, context, own.length === 0 ? undefined : makeOwnFinder(own));
  },
});
