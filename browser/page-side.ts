/**
 * The little of the extension API that runs in a page's frame, without the polyfill: both engines have `browser` or a
 * promise-giving `chrome`. Also the slot in the isolated world in which our scripts of one frame find each other.
 */
import type { Card } from '../glossary/card.ts';
import type { FrameReport } from '../glossary/report.ts';
import type { FindClaims, FindProvisions } from '../mentions/reader.ts';
import type { Reading } from '../mentions/reading.ts';
import type { Cards, CardsOptions } from '../page/start-cards.ts';
import type { CardRequest, OpenCard } from '../page/types.ts';
import type { FrameMessages, PageMessages } from './messages.ts';

interface PageRuntime {
  readonly id?: string;
  sendMessage(message: unknown): Promise<unknown>;
  readonly onMessage: {
    addListener(listener: (message: unknown) => void): void;
    removeListener(listener: (message: unknown) => void): void;
  };
}
interface PageApi {
  readonly runtime?: PageRuntime;
  readonly i18n: { getMessage(key: string, substitutions?: string[]): string; getUILanguage(): string };
}

/** What our scripts of one frame share. The page cannot see it: it lives in our isolated world. */
interface Slots {
  /** Ends the boot script that ran here before. */
  ajarBoot?: AbortController | undefined;
  /** Set while the page script runs. */
  ajarPage?: { report(): Promise<FrameReport>; named(): string[]; readonly theme: 'auto' | 'light' | 'dark' } | undefined;
  /** Set once the reading of text that names something is loaded. */
  ajarReading?: Reading | undefined;
  /** Set once what finds provisions is loaded. */
  ajarProvisions?: FindProvisions | undefined;
  /** Set once what finds claims is loaded. */
  ajarClaims?: FindClaims | undefined;
  /** Set once what answers the pointer is loaded. */
  ajarCards?: ((options: CardsOptions) => Cards) | undefined;
  /** Set once the card's view is loaded. */
  ajarCard?: CardView | undefined;
}
interface World extends Slots {
  browser?: PageApi;
  chrome?: PageApi;
}

/** How a card's view is put on show. */
export interface CardView {
  show(
    root: ShadowRoot,
    options: {
      readonly card: Card | null | 'failed';
      readonly request: CardRequest;
      readonly theme: 'auto' | 'light' | 'dark';
      readonly close: () => void;
    },
  ): OpenCard;
}

export const world = globalThis as unknown as World;
const empty: { readonly [slot in keyof Slots]-?: undefined } = {
  ajarBoot: undefined, ajarPage: undefined, ajarReading: undefined, ajarProvisions: undefined, ajarClaims: undefined, ajarCards: undefined, ajarCard: undefined,
};
// In Chromium an element with such an id or name would stand here (`<form id="ajarPage">`); a property of our own hides it.
for (const slot of Object.keys(empty) as (keyof Slots)[]) if (!Object.hasOwn(world, slot)) world[slot] = undefined;
// The same in a Chromium that knows no `browser` yet.
const api = (): PageApi => (Object.hasOwn(world, 'browser') ? world.browser : world.chrome)!;

/** False once the extension was updated, disabled or removed under this page: then we go silent. */
export const isAlive = (): boolean => api().runtime?.id !== undefined;

/** Sends a message to the background. @throws where the extension is gone or the background failed. */
export const send = async <K extends keyof FrameMessages>(
  type: K,
  ask: FrameMessages[K]['ask'],
): Promise<FrameMessages[K]['answer']> => {
  const runtime = api().runtime;
  if (runtime?.id === undefined) throw new Error('the extension is gone');
  return (await runtime.sendMessage({ type, ...ask })) as FrameMessages[K]['answer'];
};

type PageHandlers = { readonly [K in keyof PageMessages]?: (message: PageMessages[K]) => void };

/** Listens to the background until the signal is aborted. Only the extension itself can send here. */
export const listen = (handlers: PageHandlers, signal: AbortSignal): void => {
  const onMessage = (message: unknown): void => {
    const { type } = message as { type: keyof PageMessages };
    (handlers[type] as ((message: unknown) => void) | undefined)?.(message);
  };
  api().runtime?.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => api().runtime?.onMessage.removeListener(onMessage), { once: true });
};

/** A text of the interface, in the browser's language. */
export const getMessage = (key: string, substitutions?: string[]): string => api().i18n.getMessage(key, substitutions);
export const uiLanguage = (): string => api().i18n.getUILanguage();
