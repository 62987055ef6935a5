/**
 * Answers the pointer and commands with cards: listens, asks hover-intent.ts what a move means, opens and closes the popover, goes
 * from mention to mention. Started by start-page.ts with the first mention of a page, out of a script of its own: most frames name
 * nothing and need none of it. Ends with the signal.
 */
import type { Claim, Mention } from '../mentions/types.ts';
import { announce } from './announce.ts';
import { activeElementOf, boundsOf, composedParentOf, documentElementOf, documentOf, giveFocus, isElement, isShadowRoot, parentOf } from './dom.ts';
import { type HoverEvent, type HoverState, idleHover, stepHover } from './hover-intent.ts';
import type { Hit, Marks } from './marks.ts';
import { bringIntoView, turn } from './navigate.ts';
import type { KeptRun } from './page-text.ts';
import { type PointedMark, listenToPointer } from './pointer.ts';
import { type PopoverHost, showHost } from './popover-host.ts';
import { placeIn } from './text-runs.ts';
import type { CardCallbacks, CardRequest, CardTarget, OpenCard, PageSettings } from './types.ts';

/** A mention on the page, with the text that it stands in. */
export interface Item {
  readonly hit: Hit<Mention>;
  readonly kept: KeptRun;
}

export interface CardsOptions {
  readonly document: Document;
  readonly signal: AbortSignal;
  readonly marks: Marks<Mention>;
  readonly closedRoots: boolean;
  readonly settings: () => PageSettings;
  /** All mentions of the page now, in document order. */
  readonly items: () => readonly Item[];
  /** Makes the claims of `items` known, where there may be some. */
  readonly readClaims: () => Promise<void>;
  /** Elements of ours; those that are made here are added. */
  readonly ownHosts: WeakSet<Node>;
  readonly checkAlive: () => void;
  /** Runs an act so that what it throws ends our part of the page, and nothing else. */
  readonly guard: <A extends unknown[]>(act: (...args: A) => void) => (...args: A) => void;
}

export interface Cards {
  /** The page's mentions were told anew: the open card's may be another object now. */
  rebind(): void;
  /** The page moved under an open card. */
  follow(): void;
  /** Marks were painted or moved under a pointer that rests. */
  lookAgain(): void;
  goTo(index: number): void;
  goBy(by: 1 | -1): void;
  openCurrent(): void;
}

/** Runs with a mention whose claims a card looks for: more would take long, and say the same. */
const mostSpeaking = 200;

interface Opened {
  readonly how: 'hover' | 'press' | 'touch' | 'ask';
  hit: Hit<Mention>;
  readonly host: PopoverHost;
  card: OpenCard | null;
  readonly returnTo: Element | null;
}

export function startCards(options: CardsOptions, callbacks: CardCallbacks): Cards {
  const { document, signal, marks, guard, checkAlive, ownHosts } = options;
  const { window } = globalThis;
  let current = -1;
  let hover: HoverState<Mention> = idleHover();
  let hoverTimer = 0;
  let opened: Opened | null = null;
  let hasWarmed = false;
  let frame = 0;
  const hits = new WeakMap<Mention, PointedMark<Mention>>();

  const hear = guard((event: HoverEvent<Mention>): void => {
    const step = stepHover(hover, event, performance.now(), options.settings());
    hover = step.state;
    window.clearTimeout(hoverTimer);
    if (hover.wakeAt !== null) hoverTimer = window.setTimeout(() => { hear({ type: 'time' }); }, hover.wakeAt - performance.now());
    for (const action of step.actions) {
      if (action.type === 'close') closeCard(action.returnsFocus);
      else openCard(action.mark, action.how);
    }
  });

  function closeCard(returnsFocus: boolean): void {
    const closing = opened;
    if (closing === null) return;
    opened = null;
    const hadFocus = closing.host.root.activeElement !== null;
    closing.card?.close();
    closing.host.remove();
    if (returnsFocus && hadFocus && closing.returnTo instanceof HTMLElement) giveFocus(closing.returnTo);
  }

  function openCard(mention: Mention, how: Opened['how']): void {
    closeCard(false);
    checkAlive();
    const hit = hits.get(mention)?.hit;
    if (hit === undefined || signal.aborted) return;
    const near = placeIn(hit.shown.run, mention.start, false).node;
    const host = showHost(document, near, ownHosts, {
      isOpenRoot: !options.closedRoots, isSheet: how === 'touch',
      onKey: (event) => { if (event.isTrusted && event.key === 'Escape') { event.preventDefault(); hear({ type: 'escape' }); } },
    });
    if (host === null) return;
    host.root.addEventListener('focusin', () => { hear({ type: 'focus', inCard: true }); }, { signal });
    host.root.addEventListener('focusout', (event) => {
      const to = (event as FocusEvent).relatedTarget;
      if (!(to instanceof Node) || !host.root.contains(to)) hear({ type: 'focus', inCard: false });
    }, { signal });
    const opening: Opened = { how, hit, host, card: null, returnTo: activeElementOf(document) };
    opened = opening;
    const close = (): void => { if (opened === opening) hear({ type: 'close' }); };
    options.readClaims().then(() => callbacks.showCard(requestOf(hit), host.root, close)).then(async (card) => {
      if (opened !== opening) {
        card.close();
        return;
      }
      opening.card = card;
      const target = targetOf(opening);
      if (target === null) {
        hear({ type: 'gone' });
        return;
      }
      await card.place(host.element, target);
      host.reveal();
      if (how === 'ask') card.focus();
    }).catch((error: unknown) => {
      if (opened === opening) hear({ type: 'gone' });
      if (!signal.aborted) console.warn('Ajar:', error);
    });
  }

  function requestOf(hit: Hit<Mention>): CardRequest {
    const { span, shown: { run } } = hit;
    // What stands beside this mention comes first.
    const texts = new Set(options.items().map((item) => item.kept).sort((a, b) => Number(b.run === run) - Number(a.run === run)));
    const speaking = [...texts].filter((kept) => kept.visible.some((mention) => mention.id === span.id)).slice(0, mostSpeaking);
    const claims: Claim[] = speaking.flatMap((kept) => kept.claims.filter((claim) => claim.mention.id === span.id));
    return { mention: span, text: run.text.slice(span.start, span.end), claims };
  }

  /** Where the open card belongs, or null where its mark is out of view. */
  function targetOf(card: Opened): CardTarget | null {
    const { shown: { run }, span } = card.hit;
    const element = parentOf(placeIn(run, span.start, false).node);
    if (element === null || !isElement(element)) return null;
    const view = viewOf(window, element);
    const rects = marks.rectsOf(run, span).filter((rect) => rect.bottom > view.top && rect.top < view.bottom && rect.right > view.left && rect.left < view.right);
    if (rects.length === 0) return null;
    const { at } = hover;
    // The line that the reader points at comes first.
    if (at !== null) rects.sort((a, b) => distanceTo(a, at.x, at.y) - distanceTo(b, at.x, at.y));
    return { rects, element, as: card.how === 'touch' ? 'sheet' : 'popover' };
  }

  /** The page scrolled or changed under an open card. */
  const follow = guard((): void => {
    if (frame !== 0) return;
    frame = window.requestAnimationFrame(guard(() => {
      frame = 0;
      if (opened === null) return;
      const target = targetOf(opened);
      if (target === null) hear({ type: 'gone' });
      else opened.card?.place(opened.host.element, target).catch(() => {});
    }));
  });

  /** The open card's mark may have been read again: it is then another object in the same place. */
  function rebind(card: Opened): void {
    if (marks.isShown(card.hit.shown) && card.hit.shown.spans.includes(card.hit.span)) return;
    const { run } = card.hit.shown;
    const { node, offset } = placeIn(run, card.hit.span.start, false);
    const again = options.items().find(({ hit }) => {
      if (hit.span.id !== card.hit.span.id) return false;
      const place = placeIn(hit.shown.run, hit.span.start, false);
      return place.node === node && place.offset === offset;
    });
    if (again === undefined) {
      hear({ type: 'gone' });
      return;
    }
    card.hit = again.hit;
    // For the pointer it is the same mark as before.
    hover = { ...hover, open: again.hit.span };
  }

  // Going from mention to mention.
  function goTo(index: number): void {
    const item = options.items()[index];
    if (item === undefined) return;
    const { hit } = item;
    const { run } = hit.shown;
    current = index;
    bringIntoView(window, run, hit.span, () => marks.rectsOf(run, hit.span));
    marks.setRing(hit);
    callbacks.describe(requestOf(hit)).then((words) => { announce(window, document, words, ownHosts, signal); }, () => {});
  }

  /** Indices of the mentions that commands go through: those that are marked, or all where none is. */
  function stops(): number[] {
    const marked = options.items().flatMap((item, i) => (item.hit.shown.spans.includes(item.hit.span) ? [i] : []));
    return marked.length > 0 ? marked : options.items().map((_, i) => i);
  }

  function goBy(by: 1 | -1): void {
    const all = stops();
    const at = current < 0 ? -1 : all.findIndex((i) => i >= current);
    // One that is not marked may have been gone to from the popup: the next marked one is then the one after it.
    const next = by === 1 && at >= 0 && all[at] !== current ? all[at] : all[turn(at, all.length, by)];
    if (next !== undefined) goTo(next);
  }

  function firstInView(): number {
    return stops().find((i) => {
      const { hit } = options.items()[i]!;
      return marks.rectsOf(hit.shown.run, hit.span).some((rect) => rect.bottom > 0 && rect.top < window.innerHeight);
    }) ?? -1;
  }

  // From here on we listen.
  signal.addEventListener('abort', () => {
    closeCard(false);
    window.clearTimeout(hoverTimer);
    window.cancelAnimationFrame(frame);
  }, { once: true });

  const lookAgainAtPointer = listenToPointer<Mention>({
    window, document, signal, marks,
    host: () => opened?.host.element ?? null,
    moved: guard((pointed, inCard, event) => {
      if (pointed !== null) {
        hits.set(pointed.hit.span, pointed);
        if (!hasWarmed) {
          hasWarmed = true;
          callbacks.warmUp();
          void options.readClaims();
        }
      }
      if (opened === null && pointed === null && hover.resting === null) {
        hover = { ...hover, at: { x: event.clientX, y: event.clientY }, atTime: performance.now() };
        return;
      }
      hear({
        type: 'move', mark: pointed?.hit.span ?? null, inCard, at: { x: event.clientX, y: event.clientY }, alt: event.altKey,
        card: opened?.host.element.getBoundingClientRect() ?? null,
      });
    }),
    pressed: guard((pointed, inCard, isTouch) => {
      if (pointed !== null) hits.set(pointed.hit.span, pointed);
      if (!inCard) marks.setRing(null);
      hear({ type: 'press', mark: pointed?.hit.span ?? null, inCard, isTouch });
    }),
    left: guard(() => { hear({ type: 'leave' }); }),
  });
  // Keys that are meant for the card would pass the page's listeners on their way down to it.
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    window.addEventListener(type, guard((event: KeyboardEvent) => {
      if (opened !== null && event.key !== 'Escape' && event.composedPath().includes(opened.host.element)) event.stopImmediatePropagation();
    }), { capture: true, signal });
  }
  window.addEventListener('keydown', guard((event: KeyboardEvent) => {
    if (!event.isTrusted || event.key !== 'Escape') return;
    marks.setRing(null);
    if (opened === null) return;
    // One press closes one thing: not the dialog behind the card too.
    event.preventDefault();
    event.stopImmediatePropagation();
    hear({ type: 'escape' });
  }), { capture: true, signal });
  const onScroll = guard(() => { if (opened !== null) follow(); });
  window.addEventListener('scroll', onScroll, { capture: true, passive: true, signal });
  window.addEventListener('resize', onScroll, { passive: true, signal });

  return {
    rebind: () => { if (opened !== null) rebind(opened); },
    follow: () => { if (opened !== null) follow(); },
    lookAgain: lookAgainAtPointer,
    goTo,
    goBy,
    openCurrent: () => {
      const index = current >= 0 && options.items()[current] !== undefined ? current : firstInView();
      const item = options.items()[index];
      if (item === undefined) return;
      current = index;
      hits.set(item.hit.span, { hit: item.hit, rects: [] });
      hear({ type: 'ask', mark: item.hit.span });
    },
  };
}

function distanceTo(rect: DOMRect, x: number, y: number): number {
  return Math.hypot(Math.max(rect.left - x, 0, x - rect.right), Math.max(rect.top - y, 0, y - rect.bottom));
}

/** The part of the view in which an element's content can be seen: the window, cut by the scrollers around it. */
function viewOf(window: Window, element: Element): { left: number; top: number; right: number; bottom: number } {
  const view = { left: 0, top: 0, right: window.innerWidth, bottom: window.innerHeight };
  for (let at: Node | null = element; at !== null; at = composedParentOf(at)) {
    if (isShadowRoot(at) || !isElement(at) || at === documentElementOf(documentOf(at))) continue;
    const style = window.getComputedStyle(at);
    if (style.position === 'fixed') break;
    if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
    if (parentOf(at) === documentElementOf(documentOf(at))) continue;
    const rect = boundsOf(at);
    view.left = Math.max(view.left, rect.left);
    view.top = Math.max(view.top, rect.top);
    view.right = Math.min(view.right, rect.right);
    view.bottom = Math.min(view.bottom, rect.bottom);
  }
  return view;
}
