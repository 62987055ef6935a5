/** What page/ is given and what it calls: it knows no extension API. */
import type { Kind } from '../data/schema/lists.ts';
import type { FindClaims, FindProvisions } from '../mentions/reader.ts';
import type { Reading } from '../mentions/reading.ts';
import type { Cards, CardsOptions } from './start-cards.ts';
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

/** Where a card may stand: beside the words that it is about, or at the bottom of the view. */
export interface CardTarget {
  /** Boxes of the mark in the view, one a line; the first is the one that the reader points at. Never empty. */
  readonly rects: readonly DOMRect[];
  /** The mark's element: writing mode and direction are its own. */
  readonly element: Element;
  readonly as: 'popover' | 'sheet';
}

/** A card that is on show; made by the callback, closed by page/. */
export interface OpenCard {
  /** Puts the card's host beside its target; called once it is open, and when the target has moved. See page/place.ts. */
  place(host: HTMLElement, target: CardTarget): Promise<void>;
  /** Moves focus to the card's first control. */
  focus(): void;
  close(): void;
}

/** What answering the pointer and commands calls. */
export interface CardCallbacks {
  /** Puts a card's view into `root`, an empty shadow root in the top layer, and resolves once it can be placed. */
  showCard(request: CardRequest, root: ShadowRoot, close: () => void): Promise<OpenCard>;
  /** What a screen reader says of a mention that a command went to: name, kind, verdict. */
  describe(request: CardRequest): Promise<string>;
  /** The pointer came near a mark: a good time to wake what `showCard` will need. */
  warmUp(): void;
}

/** What reading and marking a page calls. */
export interface PageCallbacks {
  /** Gets what it takes to understand the text around a name; asked for with the first one. */
  loadReading(): Promise<Reading>;
  /** Gets what finds claims; asked for by a page that may hold some, when a card, a report or the marks ask for them. */
  loadClaims(): Promise<FindClaims>;
  /** Gets what finds provisions; asked for by a page that may cite one. */
  loadProvisions(): Promise<FindProvisions>;
  /** Gets what answers the pointer and commands, with its callbacks; asked for with the first mention. */
  loadCards(): Promise<(options: CardsOptions) => Cards>;
  /** The frame's mentions changed; called at most a few times a second. */
  report(): void;
}
