/**
 * The lexicon: all names, compiled. `buildLexicon` packs it (build step), `openLexicon` reads it (page).
 */
import type { Kind, ProvisionType } from '../data/schema/lists.ts';

/** What the lexicon knows of a record. */
export interface LexiconRecord {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  /** Of a release: its family. */
  readonly family?: string;
}

export interface Lexicon {
  record(id: string): LexiconRecord | undefined;
  /** A provision of a regulation, by its number as printed in the law ("53", "4a", "XI"; of a definition its point: "63"). */
  provision(regulation: string, type: ProvisionType, number: string): LexiconRecord | undefined;
}
