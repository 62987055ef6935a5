/** What the reader's page names: the report of one tab, put together from its frames. Plain data, never stored. */
import type { Kind } from '../data/schema/lists.ts';
import type { ClaimKind } from '../openness/types.ts';

/** One mention on the page. */
export interface PageMention {
  /** Number of the mention within its frame, in document order at the time of the report; a handle for "go to". */
  readonly n: number;
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  readonly family?: string;
  readonly text: string;
  readonly pinpoint?: string;
  readonly unknownVersion?: string;
  /** Some text on both sides, for lists. */
  readonly before: string;
  readonly after: string;
}

/** What the page says of a model's openness. */
export interface PageClaim {
  /** `n` of the mention that it is said of. */
  readonly n: number;
  readonly id: string;
  readonly text: string;
  readonly claim: ClaimKind;
  readonly speaker?: string;
}

export interface FrameReport {
  readonly mentions: readonly PageMention[];
  readonly claims: readonly PageClaim[];
  /** False while the page is still being read. */
  readonly complete: boolean;
}
