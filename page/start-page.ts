/**
 * Starts all that page/ does in one document: reads it, paints marks, answers the pointer and commands, opens cards. Called once by
 * the content script; ends with the signal and then leaves nothing: no mark, host, listener or sheet. On a page failure is silence:
 * whatever throws here stops our part of it, once, with one line in the log.
 */
import type { Lexicon } from '../mentions/lexicon.ts';
import { makeOwnFinder, type OwnNames } from '../mentions/own-names.ts';
import { Reader } from '../mentions/reader.ts';
import { chooseShown, type PlacedMention } from '../mentions/show.ts';
import type { Claim, Mention } from '../mentions/types.ts';
import type { FrameReport, PageMention } from '../glossary/report.ts';
import { announce, ownHosts } from './announce.ts';
import { Changes } from './changes.ts';
import { attributeOf, composedParentOf, documentElementOf, isElement, isShadowRoot, parentOf, shadowRootOf, titleOf } from './dom.ts';
import { type HoverEvent, type HoverState, idleHover, stepHover } from './hover-intent.ts';
import { type HighlightNames, type Hit, Marks, type ShownRun } from './marks.ts';
import { bringIntoView, turn } from './navigate.ts';
import { type KeptRun, PageText } from './page-text.ts';
import { type PointedMark, listenToPointer } from './pointer.ts';
import { type PopoverHost, showHost } from './popover-host.ts';
import { type Holder, type TextRun, type WalkOptions, holderOf, placeIn } from './text-runs.ts';
import type { CardRequest, CardTarget, OpenCard, PageCallbacks, PageSettings } from './types.ts';

export interface StartOptions {
  readonly document: Document;
  readonly signal: AbortSignal;
  readonly lexicon: Lexicon;
  readonly settings: PageSettings;
  /** Names of the reader's own glossary. */
  readonly own?: readonly OwnNames[];
  readonly callbacks: PageCallbacks;
  /** Names of the custom highlights; the caller has them styled in the document. */
  readonly highlightNames: HighlightNames;
  /** The same style as text, for shadow roots that do not inherit it. */
  readonly markStyle: string;
  /** The card's root is closed to the page; open only for tests that look into it. */
  readonly closedRoots: boolean;
  /** False once what the callbacks need is gone: then we stop. */
  readonly isAlive: () => boolean;
  /** Also closed shadow roots, where the browser tells an extension of them. */
  readonly shadowRootOf?: (element: Element) => ShadowRoot | null;
}

/** The content script's hold on a page. */
export interface PageHandle {
  report(): FrameReport;
  /** Brings the report's mention `n` into view, with a ring. */
  goTo(n: number): void;
  next(): void;
  previous(): void;
  /** Opens the card of the mention that a command went to last, else of the first in view, and moves focus into it. */
  openCurrent(): void;
  update(settings: PageSettings, markStyle: string, own?: readonly OwnNames[]): void;
  stop(): void;
}

/** Reports are announced at most this often, and less often the longer they are. */
const leastBetweenReportsMs = 400;
const reportedPerMs = 10;
/** Characters of text on both sides of a reported mention. */
const aroundLength = 60;

interface Item {
  readonly hit: Hit<Mention>;
  readonly kept: KeptRun;
}

interface Opened {
  readonly how: 'hover' | 'press' | 'touch' | 'ask';
  hit: Hit<Mention>;
  readonly host: PopoverHost;
  card: OpenCard | null;
  readonly returnTo: Element | null;
}

export function startPage(options: StartOptions): PageHandle {
  const { document, callbacks } = options;
  const { window } = globalThis;
  const controller = new AbortController();
  const signal = AbortSignal.any([options.signal, controller.signal]);
  let { settings } = options;
  let items: Item[] = [];
  let isComplete = false;
  let lastReport: FrameReport = { mentions: [], claims: [], complete: false };
  let isReportStale = false;
  let reportTimer = 0;
  let current = -1;
  let hover: HoverState<Mention> = idleHover();
  let hoverTimer = 0;
  let opened: Opened | null = null;
  let hasWarmed = false;
  let frame = 0;
  const hits = new WeakMap<Mention, PointedMark<Mention>>();
  const shownByRun = new WeakMap<TextRun, ShownRun<Mention>>();

  const fail = (error: unknown): void => {
    if (signal.aborted) return;
    controller.abort();
    console.warn('Ajar:', error);
  };
  /** The extension may have been updated or removed under the page. */
  const checkAlive = (): void => { if (!options.isAlive()) controller.abort(); };
  const guard = <A extends unknown[]>(act: (...args: A) => void) => (...args: A): void => {
    if (signal.aborted) return;
    try {
      act(...args);
    } catch (error) {
      fail(error);
    }
  };

  // Shadow roots, also closed ones where the browser tells.
  const knownRootOf = (element: Element): ShadowRoot | null => shadowRootOf(element) ?? options.shadowRootOf?.(element) ?? null;
  const walkOptions = (): WalkOptions => ({
    window,
    inlineCode: settings.inlineCode,
    isOwn: (element) => ownHosts.has(element),
    shadowRootOf: knownRootOf,
    foundRoot: (root, isWalked) => { if (changes.observe(root) && !isWalked) text.changeTree(root); },
    foundHost: (host) => { changes.awaitRoot(host); },
  });

  const marks = new Marks<Mention>({
    window, document, signal, fail, names: options.highlightNames, shadowStyle: options.markStyle,
    moved: guard((runs) => {
      text.lookAgain(runs.map((shown) => shown.run));
      lookAgainAtPointer();
    }),
  });
  let own = options.own ?? [];
  let findOwn = ownFinder(own);
  const text: PageText = new PageText({
    window, document, signal, walkOptions: walkOptions(), openReader: (context) => new Reader(options.lexicon, context, findOwn), loadClauses: callbacks.loadClauses, fail,
    context: () => {
      const lang = langOf(document);
      return { title: titleOf(document), ...(lang === null ? {} : { lang }) };
    },
    changed: (runs, isAll) => { publish(runs, isAll); },
  });
  const changes: Changes<Mention> = new Changes<Mention>({
    window, document, signal, text, marks, isOwn: (node) => ownHosts.has(node), shadowRootOf: knownRootOf, fail,
    changed: () => { if (opened !== null) follow(); },
  });

  function publish(runs: readonly KeptRun[], isAll: boolean): void {
    const placed: PlacedMention[] = [];
    const visible: KeptRun[] = [];
    const hidden: ShownRun<Mention>[] = [];
    for (const kept of runs) {
      if (!kept.hasMentions) continue;
      if (kept.visible.length === 0) {
        hidden.push(shownOf(kept, []));
        continue;
      }
      visible.push(kept);
      for (const mention of kept.visible) {
        if (settings.kinds[mention.kind]) placed.push({ mention, at: kept.position + mention.start });
      }
    }
    const chosen = new Set(chooseShown(placed, settings).map(({ mention }) => mention));
    const shown: ShownRun<Mention>[] = [];
    items = [];
    for (const kept of visible) {
      const run = shownOf(kept, kept.visible.filter((mention) => chosen.has(mention)));
      shown.push(run);
      for (const mention of kept.visible) {
        if (settings.kinds[mention.kind]) items.push({ hit: { shown: run, span: mention }, kept });
      }
    }
    marks.show([...shown, ...hidden]);
    isComplete = isAll;
    isReportStale = true;
    if (opened !== null) rebind(opened);
    reportTimer ||= window.setTimeout(guard(() => {
      reportTimer = 0;
      callbacks.report();
    }), Math.max(leastBetweenReportsMs, items.length / reportedPerMs));
  }

  /** The same object as before where nothing changed, so that its ranges stay registered. */
  function shownOf(kept: KeptRun, spans: readonly Mention[]): ShownRun<Mention> {
    const claims = settings.claims && kept.visible.length > 0 ? kept.claims : [];
    const before = shownByRun.get(kept.run);
    if (before !== undefined && isSameList(before.spans, spans) && isSameList(before.claims, claims)) return before;
    const shown = { run: kept.run, spans, claims };
    shownByRun.set(kept.run, shown);
    return shown;
  }

  function report(): FrameReport {
    const complete = isComplete && !text.isBusy;
    if (!isReportStale) return complete === lastReport.complete ? lastReport : { ...lastReport, complete };
    isReportStale = false;
    const numbers = new Map<Mention, number>();
    const mentions = items.map(({ hit: { span }, kept }, n): PageMention => {
      numbers.set(span, n);
      return describeMention(n, span, kept.run.text);
    });
    const claims = [...new Set(items.map((item) => item.kept))].flatMap((kept) => kept.claims.flatMap((claim) => {
      const n = numberOf(numbers, claim, kept);
      return n === undefined ? [] : [{
        n, id: claim.mention.id, text: claim.text, claim: claim.claim, ...(claim.speaker === undefined ? {} : { speaker: claim.speaker }),
      }];
    }));
    lastReport = { mentions, claims, complete };
    return lastReport;
  }

  // Cards.
  const hear = guard((event: HoverEvent<Mention>): void => {
    const step = stepHover(hover, event, performance.now(), settings);
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
    if (returnsFocus && hadFocus && closing.returnTo instanceof HTMLElement) closing.returnTo.focus({ preventScroll: true });
  }

  function openCard(mention: Mention, how: Opened['how']): void {
    closeCard(false);
    checkAlive();
    const hit = hits.get(mention)?.hit;
    if (hit === undefined || signal.aborted) return;
    const near = placeIn(hit.shown.run, mention.start, false).node;
    const host = showHost(document, near, {
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
    callbacks.showCard(requestOf(hit), host.root, close).then(async (card) => {
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
    const texts = new Set(items.map((item) => item.kept).sort((a, b) => Number(b.run === run) - Number(a.run === run)));
    const claims: Claim[] = [...texts].flatMap((kept) => kept.claims.filter((claim) => claim.mention.id === span.id));
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
    const again = items.find(({ hit }) => {
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
    const item = items[index];
    if (item === undefined) return;
    const { hit } = item;
    const { run } = hit.shown;
    current = index;
    bringIntoView(window, run, hit.span, () => marks.rectsOf(run, hit.span));
    marks.setRing(hit);
    callbacks.describe(requestOf(hit)).then((words) => { announce(window, document, words, signal); }, () => {});
  }

  /** Indices of the mentions that commands go through: those that are marked, or all where none is. */
  function stops(): number[] {
    const marked = items.flatMap((item, i) => (item.hit.shown.spans.includes(item.hit.span) ? [i] : []));
    return marked.length > 0 ? marked : items.map((_, i) => i);
  }

  function goBy(by: 1 | -1): void {
    const all = stops();
    const at = current < 0 ? -1 : all.findIndex((i) => i >= current);
    const next = all[turn(at, all.length, by)];
    if (next !== undefined) goTo(next);
  }

  function firstInView(): number {
    return stops().find((i) => {
      const { hit } = items[i]!;
      return marks.rectsOf(hit.shown.run, hit.span).some((rect) => rect.bottom > 0 && rect.top < window.innerHeight);
    }) ?? -1;
  }

  // From here on we listen.
  signal.addEventListener('abort', () => {
    closeCard(false);
    marks.off();
    for (const timer of [hoverTimer, reportTimer]) window.clearTimeout(timer);
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
  const onReturn = guard(() => {
    checkAlive();
    if (signal.aborted) return;
    marks.ensure();
    changes.checkPage();
  });
  document.addEventListener('visibilitychange', onReturn, { signal });
  for (const type of ['pageshow', 'popstate', 'hashchange']) window.addEventListener(type, onReturn, { signal });

  guard(() => { changes.observe(document); })();
  if (document.hidden) text.start([]);
  else {
    // Where the view is, is asked behind a frame, when asking makes no layout.
    window.requestAnimationFrame(() => {
      window.setTimeout(guard(() => { text.start(window.scrollY === 0 ? [] : holdersInView(window, document)); }), 0);
    });
  }

  return {
    report,
    goTo: guard(goTo),
    next: guard(() => { goBy(1); }),
    previous: guard(() => { goBy(-1); }),
    openCurrent: guard(() => {
      const index = current >= 0 && items[current] !== undefined ? current : firstInView();
      const item = items[index];
      if (item === undefined) return;
      current = index;
      hits.set(item.hit.span, { hit: item.hit, rects: [] });
      hear({ type: 'ask', mark: item.hit.span });
    }),
    update: guard((next: PageSettings, markStyle: string, nextOwn: readonly OwnNames[] = []) => {
      marks.restyle(markStyle);
      const isOtherText = next.inlineCode !== settings.inlineCode || JSON.stringify(nextOwn) !== JSON.stringify(own);
      own = nextOwn;
      findOwn = ownFinder(own);
      settings = next;
      if (isOtherText) text.readAnew(walkOptions());
      else text.publishAgain();
    }),
    stop: () => { controller.abort(); },
  };
}

/** None where the reader has no glossary of their own: then no run pays for it. */
const ownFinder = (own: readonly OwnNames[]): ((text: string) => Mention[]) | undefined => (own.length === 0 ? undefined : makeOwnFinder(own));

function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}

function langOf(document: Document): string | null {
  const root = documentElementOf(document);
  return root === null ? null : attributeOf(root, 'lang') ?? attributeOf(root, 'xml:lang');
}

function activeElementOf(document: Document): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

function describeMention(n: number, mention: Mention, runText: string): PageMention {
  const { id, kind, name, family, pinpoint, unknownVersion } = mention;
  return {
    n, id, kind, name,
    ...(family === undefined ? {} : { family }),
    text: clean(runText.slice(mention.start, mention.end)),
    ...(pinpoint === undefined ? {} : { pinpoint }),
    ...(unknownVersion === undefined ? {} : { unknownVersion }),
    before: clean(runText.slice(Math.max(0, mention.start - aroundLength), mention.start)),
    after: clean(runText.slice(mention.end, mention.end + aroundLength)),
  };
}

/** Text as it is read: white space is one space, what is no text is nothing. */
function clean(piece: string): string {
  return piece.replace(/[\s\uFFFC]{2,}|[^\S ]|\uFFFC/g, ' ');
}

/** The number of the mention that a claim is said of. */
function numberOf(numbers: ReadonlyMap<Mention, number>, claim: Claim, kept: KeptRun): number | undefined {
  const said = kept.visible.find((mention) => mention.id === claim.mention.id && mention.start === claim.mention.start);
  return said === undefined ? undefined : numbers.get(said);
}

function distanceTo(rect: DOMRect, x: number, y: number): number {
  return Math.hypot(Math.max(rect.left - x, 0, x - rect.right), Math.max(rect.top - y, 0, y - rect.bottom));
}

/** The part of the view in which an element's content can be seen: the window, cut by the scrollers around it. */
function viewOf(window: Window, element: Element): { left: number; top: number; right: number; bottom: number } {
  const view = { left: 0, top: 0, right: window.innerWidth, bottom: window.innerHeight };
  for (let at: Node | null = element; at !== null; at = composedParentOf(at)) {
    if (isShadowRoot(at) || !isElement(at) || at === documentElementOf(at.ownerDocument)) continue;
    const style = window.getComputedStyle(at);
    if (style.position === 'fixed') break;
    if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
    if (parentOf(at) === documentElementOf(at.ownerDocument)) continue;
    const rect = at.getBoundingClientRect();
    view.left = Math.max(view.left, rect.left);
    view.top = Math.max(view.top, rect.top);
    view.right = Math.min(view.right, rect.right);
    view.bottom = Math.min(view.bottom, rect.bottom);
  }
  return view;
}

/**
 * Blocks at a few points of a view that is not at the page's beginning, to be read first. A hit test of a long page takes
 * milliseconds, so there are few.
 */
function holdersInView(window: Window, document: Document): Holder[] {
  const holders = new Set<Holder>();
  for (const down of [0.15, 0.4, 0.65, 0.9]) {
    const element = Document.prototype.elementFromPoint.call(document, window.innerWidth * 0.45, window.innerHeight * down);
    const holder = element === null ? null : holderOf(element);
    if (holder !== null) holders.add(holder);
  }
  return [...holders];
}
