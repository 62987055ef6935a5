/**
 * Starts all that page/ does in one document: reads it, paints marks, answers the pointer and commands, opens cards. Called once by
 * the content script; ends with the signal and then leaves nothing: no mark, host, listener or sheet. On a page failure is silence:
 * whatever throws here stops our part of it, once, with one line in the log.
 */
import type { Lexicon } from '../mentions/lexicon.ts';
import type { OwnNames } from '../mentions/own-names.ts';
import { Sieve, type TextSieve } from '../mentions/sieve.ts';
import { chooseShown, type PlacedMention } from '../mentions/show.ts';
import type { FindClaims, Reader } from '../mentions/reader.ts';
import type { Claim, Mention, PageContext } from '../mentions/types.ts';
import type { FrameReport, PageMention } from '../glossary/report.ts';
import { Changes } from './changes.ts';
import { attributeOf, documentElementOf, isHidden, listenAt, shadowRootOf, titleOf } from './dom.ts';
import { type HighlightNames, Marks, type ShownRun } from './marks.ts';
import { type KeptRun, PageText } from './page-text.ts';
import type { Cards, Item } from './start-cards.ts';
import { type Holder, holderOf } from './tags.ts';
import type { TextRun } from './text-runs.ts';
import type { ScanOptions } from './text-scan.ts';
import type { PageCallbacks, PageSettings } from './types.ts';

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
  /** What the page names and claims; its claims only after `readClaims`. */
  report(): FrameReport;
  /** Gets what finds claims, where the page may hold some. Never fails: a page without it has none. */
  readClaims(): Promise<void>;
  /** Ids of the records that are named, each once: what the toolbar counts. */
  named(): string[];
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

export function startPage(options: StartOptions): PageHandle {
  const { document, callbacks } = options;
  const { window } = globalThis;
  const controller = new AbortController();
  const signal = AbortSignal.any([options.signal, controller.signal]);
  let { settings } = options;
  let published: { readonly kept: KeptRun; readonly run: ShownRun<Mention>; readonly mentions: readonly Mention[] }[] = [];
  /** Of what is published; made when asked for, which on most pages nobody does. */
  let items: Item[] | null = null;
  let isComplete = false;
  let lastReport: FrameReport = { mentions: [], claims: [], complete: false };
  let isReportStale = false;
  let reportTimer = 0;
  /** Elements of ours: never read, and their coming and going is no change of the page. */
  const ownHosts = new WeakSet<Node>();
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
  const walkOptions = (): ScanOptions => ({
    window,
    inlineCode: settings.inlineCode,
    isOwn: (element) => ownHosts.has(element),
    shadowRootOf: knownRootOf,
    foundRoot: (root) => { changes.observe(root); },
    foundHost: (host) => { changes.awaitRoot(host); },
  });

  const marks = new Marks<Mention>({
    window, document, signal, fail, names: options.highlightNames, shadowStyle: options.markStyle,
    moved: guard((runs) => {
      text.lookAgain(runs.map((shown) => shown.run));
      cards?.lookAgain();
    }),
  });
  let own = options.own ?? [];
  // The reader's own names are found in whole runs only.
  const openSieve = (): TextSieve =>
    (own.length > 0 ? { mayName: (piece) => /\S/.test(piece), after: Infinity } : new Sieve(options.lexicon, langOf(document)?.toLowerCase().startsWith('pl') ?? false));
  const loadReading = async (): Promise<(context: PageContext) => Reader> => {
    const reading = await callbacks.loadReading();
    return (context) => reading.openReader(options.lexicon, context, own);
  };
  const loadClaims = async (): Promise<FindClaims> => {
    const findClaims = await callbacks.loadClaims();
    isReportStale = true;
    return findClaims;
  };
  const text: PageText = new PageText({
    window, document, signal, walkOptions: walkOptions(), openSieve, loadReading, loadClaims, loadProvisions: callbacks.loadProvisions, fail,
    context: () => {
      const lang = langOf(document);
      return { title: titleOf(document), ...(lang === null ? {} : { lang }) };
    },
    wantsClaims: () => settings.claims,
    changed: (runs, isAll) => { publish(runs, isAll); },
  });
  const changes: Changes<Mention> = new Changes<Mention>({
    window, document, signal, text, marks, isOwn: (node) => ownHosts.has(node), shadowRootOf: knownRootOf, fail,
    changed: () => { cards?.follow(); },
  });

  const allItems = (): readonly Item[] => (items ??= published.flatMap(({ kept, run, mentions }) =>
    mentions.filter((mention) => settings.kinds[mention.kind]).map((span) => ({ hit: { shown: run, span }, kept }))));

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
    published = [];
    items = null;
    for (const kept of visible) {
      const run = shownOf(kept, kept.visible.filter((mention) => chosen.has(mention)));
      published.push({ kept, run, mentions: kept.visible });
      // What has nothing to be painted is not watched: the browser would look at each of its blocks in every frame.
      if (run.spans.length + run.claims.length > 0) shown.push(run);
    }
    marks.show([...shown, ...hidden]);
    isComplete = isAll;
    isReportStale = true;
    cards?.rebind();
    if (placed.length > 0) withCards(() => {});
    reportTimer ||= window.setTimeout(guard(() => {
      reportTimer = 0;
      callbacks.report();
    }), Math.max(leastBetweenReportsMs, placed.length / reportedPerMs));
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
    const mentions = allItems().map(({ hit: { span }, kept }, n): PageMention => {
      numbers.set(span, n);
      return describeMention(n, span, kept.run.text);
    });
    const claims = published.map((one) => one.kept).flatMap((kept) => kept.claims.flatMap((claim) => {
      const n = numberOf(numbers, claim, kept);
      return n === undefined ? [] : [{
        n, id: claim.mention.id, text: claim.text, claim: claim.claim, ...(claim.speaker === undefined ? {} : { speaker: claim.speaker }),
      }];
    }));
    lastReport = { mentions, claims, complete };
    return lastReport;
  }

  // Cards and commands are answered by a part that is loaded with the first mention.
  let cards: Cards | null = null;
  let cardsComing: Promise<Cards | null> | null = null;
  const withCards = (act: (cards: Cards) => void): void => {
    if (cards !== null) {
      act(cards);
      return;
    }
    cardsComing ??= callbacks.loadCards().then((startCards) => {
      if (!signal.aborted) cards = startCards({
        document, signal, marks, closedRoots: options.closedRoots, settings: () => settings, items: allItems, readClaims: () => text.readClaims(), ownHosts, checkAlive, guard,
      });
      return cards;
    });
    cardsComing.then((there) => { if (there !== null && !signal.aborted) guard(act)(there); }, () => { cardsComing = null; });
  };

  // From here on we listen.
  signal.addEventListener('abort', () => {
    marks.off();
    window.clearTimeout(reportTimer);
  }, { once: true });

  const onReturn = guard(() => {
    checkAlive();
    if (signal.aborted) return;
    marks.ensure();
    changes.checkPage();
  });
  listenAt(document, 'visibilitychange', onReturn, { signal });
  for (const type of ['pageshow', 'popstate', 'hashchange']) window.addEventListener(type, onReturn, { signal });

  guard(() => {
    changes.observe(document);
  })();
  if (isHidden(document)) text.start([]);
  else {
    // Where the view is, is asked behind a frame, when asking makes no layout.
    window.requestAnimationFrame(() => {
      window.setTimeout(guard(() => { text.start(window.scrollY === 0 ? [] : holdersInView(window, document)); }), 0);
    });
  }

  return {
    report,
    readClaims: () => text.readClaims(),
    named: () => [...new Set(published.flatMap(({ mentions }) => mentions.filter(({ kind }) => settings.kinds[kind]).map(({ id }) => id)))],
    goTo: guard((n: number) => { withCards((there) => { there.goTo(n); }); }),
    next: guard(() => { withCards((there) => { there.goBy(1); }); }),
    previous: guard(() => { withCards((there) => { there.goBy(-1); }); }),
    openCurrent: guard(() => { withCards((there) => { there.openCurrent(); }); }),
    update: guard((next: PageSettings, markStyle: string, nextOwn: readonly OwnNames[] = []) => {
      marks.restyle(markStyle);
      const isOtherText = next.inlineCode !== settings.inlineCode || JSON.stringify(nextOwn) !== JSON.stringify(own);
      own = nextOwn;
      settings = next;
      if (isOtherText) text.readAnew(walkOptions());
      else text.publishAgain();
      // A pointer that rests on a mark rests there under the new settings.
      cards?.lookAgain();
    }),
    stop: () => { controller.abort(); },
  };
}

function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}

function langOf(document: Document): string | null {
  const root = documentElementOf(document);
  return root === null ? null : attributeOf(root, 'lang') ?? attributeOf(root, 'xml:lang');
}

function describeMention(n: number, mention: Mention, runText: string): PageMention {
  const { id, kind, name, family, pinpoint, unknownVersion } = mention;
  return {
    n, id, kind, name,
    ...(family === undefined ? {} : { family }),
    text: clean(runText.slice(mention.start, mention.end)),
    ...(pinpoint === undefined ? {} : { pinpoint }),
    ...(unknownVersion === undefined ? {} : { unknownVersion }),
    // Cut between words, where there are any.
    before: mention.start > aroundLength ? clean(runText.slice(mention.start - aroundLength, mention.start)).replace(/^\S{0,20}\s/, '…') : clean(runText.slice(0, mention.start)),
    after: runText.length - mention.end > aroundLength ? clean(runText.slice(mention.end, mention.end + aroundLength)).replace(/\s\S{0,20}$/, '…') : clean(runText.slice(mention.end)),
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
