/**
 * Every message between a page's frame and the background, with parameters and answers, in one typed map; a wrong name
 * does not compile. Extension pages send none to the background: they read storage and cards themselves.
 *
 * A frame may be a compromised renderer. What it can ask for is public (cards) or about itself (its own count), and
 * `receiveMessages` checks the shape of all that arrives. The page script carries no validator.
 */
import * as v from 'valibot';
import type browserApi from 'webextension-polyfill';
import type { Card } from '../glossary/card.ts';
import type { OwnNames } from '../mentions/own-names.ts';
import type { PageSettings } from '../page/types.ts';

/** What a frame is told when it starts, and after each change of settings. */
export interface PageStart {
  readonly settings: PageSettings;
  readonly theme: 'auto' | 'light' | 'dark';
  /** Names of the reader's own glossary. */
  readonly own: readonly OwnNames[];
  /** Style sheet of the marks, for shadow roots that an extension's own sheet does not reach. */
  readonly markStyle: string;
}

/** Scripts that a frame gets when it needs them. */
export const frameParts = ['card', 'pointer', 'reading', 'provisions', 'claims'] as const;
export type FramePart = (typeof frameParts)[number];

/** Frame to background. */
export interface FrameMessages {
  /** The boot script found text: asks for the page script. */
  'frame.ready': { ask: Record<never, never>; answer: void };
  'page.start': { ask: Record<never, never>; answer: PageStart | null };
  /** The frame's distinct records changed. */
  'page.changed': { ask: Record<never, never>; answer: void };
  'card.get': { ask: { id: string }; answer: Card | null };
  /** Asks for a further script in this frame: the card's view, what answers the pointer, the reading, what finds provisions or claims. */
  'frame.load': { ask: { part: FramePart }; answer: void };
  /** The reader asked, on a card, for Ajar to be off on this site. */
  'site.off': { ask: Record<never, never>; answer: void };
  'glossary.show': { ask: { id: string }; answer: void };
}

/** Background or popup to a frame. */
export interface PageMessages {
  /** New settings; `null`: Ajar is off here now. */
  'page.settings': { start: PageStart | null };
  'page.go': { n: number };
  'page.next': Record<never, never>;
  'page.previous': Record<never, never>;
  'page.open': Record<never, never>;
}

const nothing = v.object({});
const byId = v.object({ id: v.pipe(v.string(), v.maxLength(200)) });
const asks: { [K in keyof FrameMessages]: v.GenericSchema<unknown, FrameMessages[K]['ask']> } = {
  'frame.ready': nothing,
  'page.start': nothing,
  'page.changed': nothing,
  'card.get': byId,
  'frame.load': v.object({ part: v.picklist(frameParts) }),
  'site.off': nothing,
  'glossary.show': byId,
};

/** Where a message came from. */
export interface Frame {
  readonly tabId: number;
  readonly frameId: number;
  /** Address of the tab's top page. */
  readonly url: string | undefined;
}

export type FrameHandlers = {
  readonly [K in keyof FrameMessages]: (ask: FrameMessages[K]['ask'], frame: Frame) => Promise<FrameMessages[K]['answer']>;
};

/** Answers messages of frames of this extension; anything of another shape or from elsewhere gets no answer. */
export const receiveMessages = (runtime: browserApi.Runtime.Static, handlers: FrameHandlers): void => {
  runtime.onMessage.addListener((message: unknown, sender: browserApi.Runtime.MessageSender) => {
    if (sender.id !== runtime.id || sender.tab?.id === undefined || sender.frameId === undefined) return undefined;
    if (typeof message !== 'object' || message === null || !('type' in message)) return undefined;
    const type = message.type as keyof FrameMessages;
    if (!Object.hasOwn(asks, type)) return undefined;
    const ask = v.safeParse(asks[type] as v.GenericSchema<unknown, { id: string; part: FramePart }>, message);
    if (!ask.success) return undefined;
    return handlers[type](ask.output, { tabId: sender.tab.id, frameId: sender.frameId, url: sender.tab.url });
  });
};
