/** What mentions/ takes and gives: plain data over UTF-16 offsets of the text that was read. */
import type { Kind } from '../data/schema/lists.ts';

/** A span of text that names a record. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  /** The record: a release where the text names its version, else the family. */
  readonly id: string;
  /** The record's own name, not the text. */
  readonly name: string;
  readonly kind: Kind;
  /** Of a release: its family. */
  readonly family?: string;
  /** Of a provision: the part or range named, such as `53(1)(d)` or `53–55`. */
  readonly pinpoint?: string;
  /** A version that the text names and the data does not hold; `id` is then the family. */
  readonly unknownVersion?: string;
}

/** What the text says of a model's openness. */
export interface Claim {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly claim: 'open-source' | 'open-weights' | 'closed';
  /** The mention that it is said of. */
  readonly mention: Mention;
  /** Whose words they are, where the text reports somebody's speech. */
  readonly speaker?: string;
}

/** One thing that spoke for or against a mention; printed by `annotate --explain`. */
export interface Evidence {
  readonly says: 'for' | 'against';
  readonly weight: number;
  readonly what: string;
}

/** What is known of a page before its text is read. */
export interface PageContext {
  readonly title?: string;
  /** BCP 47 language of the page, where it says one. */
  readonly lang?: string;
}
