/** What page/ is given and what it calls: it knows no extension API. */
import type { Kind } from '../data/schema/lists.ts';
import type { FrameReport } from '../glossary/report.ts';
import type { Claim, Mention } from '../mentions/types.ts';

/** What of the settings concerns a page. */
export interface PageSettings {
  /** Kinds that are marked. */
  readonly kinds: Readonly<Record<Kind, boolean>>;
  /** Which mentions of a record are marked: again after a screenful, every one, the first on the page, none. */
  readonly repeat: 'spaced' | 'every' | 'first' | 'none';
  /** Inline `<code>` is read too. */
  readonly inlineCode: boolean;
  /** Phrases that claim openness are marked too. */
  readonly claims: boolean;
  readonly open: 'hover' | 'click' | 'alt';
  /** Rest of the pointer before a card opens, in milliseconds. */
  readonly delayMs: number;
}

/** What a card is opened for. */
export interface CardRequest {
  readonly mention: Mention;
  /** The page's words. */
  readonly text: string;
  /** Claims of the page about this record. */
  readonly claims: readonly Claim[];
}

/** A card that is on show; made by the callback, closed by page/. */
export interface OpenCard {
  /** Moves focus to the card's first control. */
  focus(): void;
  close(): void;
}

export interface PageCallbacks {
  /** Puts a card's view into `root`, an empty shadow root in the top layer, and resolves once it can be placed. */
  showCard(request: CardRequest, root: ShadowRoot, close: () => void): Promise<OpenCard>;
  /** The pointer came near a mark: a good time to wake what `showCard` will need. */
  warmUp(): void;
  /** The frame's mentions changed; called at most a few times a second. */
  report(report: FrameReport): void;
}
