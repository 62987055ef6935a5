/**
 * Paints marks: CSS custom highlights over static ranges. Nothing of the page is wrapped or inserted, and there are no live
 * ranges, each of which would tax every later change of the page's text.
 *
 * Only marks near the view are registered: painting all of a long page would block it for tenths of a second. An intersection
 * observer on the blocks tells which are near; registering is done in one batch, since adding in many small steps makes
 * Chromium paint again and again. Ranges of text that changed must be deleted before the next frame (`touch`): a static range
 * keeps its offsets and would underline wrong letters, and Firefox stops painting a whole highlight while one of its ranges is
 * in a detached text node.
 */
import { composedParentOf, isConnected, isElement, isRendered, isShadowRoot, rootOf } from './dom.ts';
import { Slices } from './scheduler.ts';
import type { Holder } from './tags.ts';
import { type TextRun, placeIn, readData, tick } from './text-runs.ts';

/** Most ranges that are registered at once: painting 2,000 takes about 40 ms, once. */
const mostRegistered = 2_000;
/** From this many marks in one element on, those near the view are told by measuring. */
const manyInOne = 200;
/** From this many runs in one text node on, those near the view are searched for; so many of them tell whether that can be done. */
const manyPieces = 64;
const sampled = 16;
/** Characters that are measured for where a run begins and ends: its first or last may be a space that has no box. */
const edgeLength = 20;

/** Runs that are put under observation in one step, at about a microsecond each. */
const watchedAtOnce = 300;

/** Firefox does not inherit the style of highlights into shadow trees (Firefox 153, 2026-11-23). */
const needsSheets = CSS.supports('-moz-orient', 'inline');

/** Something in a run that can be painted: a mention, or the words of a claim. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The spans of one run that are to be painted. */
export interface ShownRun<S extends Span = Span> {
  readonly run: TextRun;
  readonly spans: readonly S[];
  readonly claims: readonly Span[];
}

interface Registered {
  readonly ranges: readonly StaticRange[];
  readonly claims: readonly StaticRange[];
}

/** A span at a place in a text node, and the run that it is in. */
export interface Hit<S extends Span> {
  readonly shown: ShownRun<S>;
  readonly span: S;
}

interface Entry<S extends Span> extends Hit<S> {
  readonly start: number;
  readonly end: number;
}

interface Box<S extends Span> {
  readonly runs: Set<ShownRun<S>>;
  isNear: boolean;
}

export interface HighlightNames {
  readonly mark: string;
  readonly ring: string;
  readonly claim: string;
}

export interface MarksOptions<S extends Span> {
  readonly window: Window & typeof globalThis;
  readonly document: Document;
  readonly signal: AbortSignal;
  readonly fail: (error: unknown) => void;
  readonly names: HighlightNames;
  /** Style that shadow roots are given where they do not inherit that of the document. */
  readonly shadowStyle: string;
  /** The blocks of these runs came near the view or went: a good time to look whether they are visible. */
  readonly moved: (runs: readonly ShownRun<S>[]) => void;
}

export function rangeOf(run: TextRun, span: Span): StaticRange {
  const start = placeIn(run, span.start, false);
  const end = placeIn(run, span.end, true);
  return new StaticRange({ startContainer: start.node, startOffset: start.offset, endContainer: end.node, endOffset: end.offset });
}

/** The element, or the one around it, that has a box. */
export function boxOf(node: Element | ShadowRoot, window: Window): Element {
  let element: Element = isShadowRoot(node) ? node.host : node;
  while (!isRendered(element) && window.getComputedStyle(element).display === 'contents') {
    const parent = composedParentOf(element);
    if (parent === null) return element;
    if (isShadowRoot(parent)) element = parent.host;
    else if (isElement(parent)) element = parent;
    else return element;
  }
  return element;
}

export class Marks<S extends Span> {
  #options: MarksOptions<S>;
  readonly #highlights: readonly { readonly name: string; readonly highlight: Highlight }[];
  readonly #marks = new Highlight();
  readonly #ring = new Highlight();
  readonly #claims = new Highlight();
  readonly #observer: IntersectionObserver;
  #shown = new Set<ShownRun<S>>();
  /** When a holder's text was changed last. */
  readonly #touched = new WeakMap<Holder, number>();
  readonly #boxes = new Map<Element, Box<S>>();
  readonly #boxByRun = new Map<ShownRun<S>, Element>();
  readonly #registered = new Map<ShownRun<S>, Registered>();
  readonly #counts = new Map<Highlight, number>();
  #entries = new WeakMap<Node, Entry<S>[]>();
  readonly #watching: Slices;
  #unwatched: ShownRun<S>[] = [];
  #ringed: Hit<S> | null = null;
  #ringRange: StaticRange | null = null;
  readonly #roots = new Set<ShadowRoot>();
  #sheet: CSSStyleSheet | undefined;
  #frame = 0;
  // The only live range; between measurements it is parked in a text outside the page.
  readonly #measure: Range;
  readonly #parking = new Text('');

  constructor(options: MarksOptions<S>) {
    this.#options = options;
    const { names } = options;
    this.#highlights = [
      { name: names.mark, highlight: this.#marks }, { name: names.ring, highlight: this.#ring }, { name: names.claim, highlight: this.#claims },
    ];
    this.#watching = new Slices(options.window, options.signal, () => {
      const isMore = this.#watchSome();
      if (!isMore) this.#sync();
      return isMore;
    }, options.fail);
    this.#ring.priority = 1;
    this.#measure = Document.prototype.createRange.call(options.document);
    this.#park();
    this.#observer = new options.window.IntersectionObserver((entries) => { this.#onMoved(entries); }, {
      // One view before and after: enough for turning a page without an unmarked frame.
      rootMargin: '100% 50%', scrollMargin: '100% 50%',
    } as IntersectionObserverInit);
  }

  /** Replaces what is to be painted. Runs that stay must be the same objects. */
  show(runs: readonly ShownRun<S>[]): void {
    const next = new Set(runs);
    for (const shown of this.#shown) if (!next.has(shown)) this.#forget(shown);
    this.#shown = next;
    this.#unwatched = [];
    for (const shown of next) if (!this.#boxByRun.has(shown)) this.#unwatched.push(shown);
    this.#unwatched.reverse();
    this.#watchSome();
    this.#sync();
    if (this.#unwatched.length > 0) this.#watching.wake();
  }

  /** A text node was taken out: its marks must not be there at the next frame, even if it has been put in elsewhere. */
  dropText(node: Node): void {
    const entries = this.#entries.get(node);
    if (entries !== undefined) for (const { shown } of [...entries]) this.#unregister(shown);
  }

  /**
   * The text of these holders changed, or nodes were taken out: what no longer stands on its own letters is taken away at once. What
   * still does stays until it is read again, so that marks do not flicker in a text that grows. True if some were taken away.
   */
  touch(holders: ReadonlySet<Holder>, hasRemoved: boolean): boolean {
    const now = tick();
    for (const holder of holders) this.#touched.set(holder, now);
    const before = this.#registered.size;
    for (const shown of this.#registered.keys()) {
      const { holder } = shown.run;
      // Where a holder's own text did not change, it can only have gone as a whole.
      if (holders.has(holder) ? !this.#isTrue(shown) : hasRemoved && !isConnected(holder)) this.#unregister(shown);
    }
    return this.#registered.size < before;
  }

  /** Looks whether the page has taken our highlights away, and puts them back. */
  ensure(): void {
    for (const { name, highlight } of this.#highlights) {
      const count = this.#counts.get(highlight) ?? 0;
      if (count === 0) {
        if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
        continue;
      }
      if (highlight.size !== count) this.#refill(highlight);
      if (CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
    }
  }

  /** The mark at an offset of a text node. */
  at(node: Node, offset: number): Hit<S>[] {
    return this.#entries.get(node)?.filter((entry) => entry.start <= offset && offset <= entry.end) ?? [];
  }

  /** Where a span is on the screen, line by line. */
  rectsOf(run: TextRun, span: Span): DOMRect[] {
    const range = rangeOf(run, span);
    try {
      this.#measure.setStart(range.startContainer, range.startOffset);
      this.#measure.setEnd(range.endContainer, range.endOffset);
      return [...this.#measure.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
    } catch {
      // The text changed in this very turn.
      return [];
    } finally {
      this.#park();
    }
  }

  /** Shadow roots with marks: the hit test must be told of them. */
  shadowRoots(): ShadowRoot[] {
    return [...this.#roots];
  }

  isShown(shown: ShownRun<S>): boolean {
    return this.#shown.has(shown);
  }

  /** Paints a ring around a span, or takes it away. */
  setRing(hit: Hit<S> | null): void {
    this.#ring.clear();
    this.#ringed = hit;
    this.#ringRange = hit === null ? null : rangeOf(hit.shown.run, hit.span);
    if (this.#ringRange !== null) this.#ring.add(this.#ringRange);
    this.#counts.set(this.#ring, this.#ring.size);
    this.ensure();
  }

  /** Gives shadow roots another style. */
  restyle(style: string): void {
    this.#options = { ...this.#options, shadowStyle: style };
    this.#sheet?.replaceSync(style);
  }

  /** Leaves nothing behind. */
  off(): void {
    this.#observer.disconnect();
    this.#options.window.cancelAnimationFrame(this.#frame);
    for (const { name, highlight } of this.#highlights) {
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
      highlight.clear();
    }
    this.#listenToScroll(false);
    for (const root of this.#roots) this.#unstyle(root);
    this.#shown.clear();
    this.#boxes.clear();
    this.#boxByRun.clear();
    this.#registered.clear();
    this.#entries = new WeakMap();
  }

  #park(): void {
    this.#measure.setStart(this.#parking, 0);
    this.#measure.setEnd(this.#parking, 0);
  }

  /** Watches some more runs; false once all are watched. */
  #watchSome(): boolean {
    for (let i = 0; i < watchedAtOnce; i += 1) {
      const shown = this.#unwatched.pop();
      if (shown === undefined) return false;
      this.#watch(shown);
    }
    return true;
  }

  #watch(shown: ShownRun<S>): void {
    const element = boxOf(shown.run.holder, this.#options.window);
    let box = this.#boxes.get(element);
    if (box === undefined) {
      box = { runs: new Set(), isNear: false };
      this.#boxes.set(element, box);
      this.#observer.observe(element);
    }
    box.runs.add(shown);
    this.#boxByRun.set(shown, element);
  }

  /** Whether all spans stand on the letters that were read. */
  #isTrue({ run, spans, claims }: ShownRun<S>): boolean {
    return [...spans, ...claims].every((span) => {
      const start = placeIn(run, span.start, false);
      const end = placeIn(run, span.end, true);
      if (!isConnected(start.node) || !isConnected(end.node)) return false;
      if (start.node !== end.node) return (this.#touched.get(run.holder) ?? -1) < run.stamp;
      return readData(start.node).slice(start.offset, end.offset) === run.text.slice(span.start, span.end);
    });
  }

  #forget(shown: ShownRun<S>): void {
    this.#unregister(shown);
    this.#shown.delete(shown);
    if (this.#ringed?.shown === shown) this.setRing(null);
    const element = this.#boxByRun.get(shown);
    if (element === undefined) return;
    this.#boxByRun.delete(shown);
    const box = this.#boxes.get(element);
    box?.runs.delete(shown);
    if (box?.runs.size === 0) {
      this.#boxes.delete(element);
      this.#observer.unobserve(element);
    }
  }

  #onMoved(entries: readonly IntersectionObserverEntry[]): void {
    const moved: ShownRun<S>[] = [];
    for (const { target, isIntersecting } of entries) {
      const box = this.#boxes.get(target);
      if (box === undefined) continue;
      // The first answer for all that is out of view says nothing new.
      if (box.isNear === isIntersecting) continue;
      box.isNear = isIntersecting;
      for (const shown of box.runs) moved.push(shown);
    }
    if (moved.length === 0) return;
    this.#sync();
    this.#options.moved(moved);
  }

  /** Registers what is near the view and no more. */
  #sync(): void {
    const wanted = new Set<ShownRun<S>>();
    let count = 0;
    let isLong = false;
    for (const box of this.#boxes.values()) {
      if (!box.isNear) continue;
      let spans = 0;
      for (const shown of box.runs) spans += shown.spans.length + shown.claims.length;
      const isMany = spans > manyInOne;
      isLong ||= isMany;
      for (const shown of isMany ? this.#nearOf(box.runs) : box.runs) {
        const size = shown.spans.length + shown.claims.length;
        if (size === 0 || count + size > mostRegistered) continue;
        count += size;
        wanted.add(shown);
      }
    }
    for (const shown of this.#registered.keys()) if (!wanted.has(shown)) this.#unregister(shown);
    for (const shown of wanted) if (!this.#registered.has(shown) && this.#isTrue(shown)) this.#register(shown);
    for (const root of this.#roots) if (!isConnected(root)) this.#unstyle(root);
    this.#listenToScroll(isLong);
    this.ensure();
  }

  /** Those of a long element's runs that are near the view. */
  #nearOf(runs: ReadonlySet<ShownRun<S>>): ShownRun<S>[] {
    const marked = [...runs].filter(({ spans, claims }) => spans.length + claims.length > 0);
    return [...Map.groupBy(marked, ({ run }) => run.nodes[0]!).values()]
      .flatMap((pieces) => (pieces.length < manyPieces ? null : this.#searchNear(pieces)) ?? pieces.filter((shown) => this.#isNear(shown)));
  }

  /**
   * The same for pieces of one long text, where they follow each other down the page: a browser takes the longer to measure a place the
   * longer its text is. Null where they do not, as in columns.
   */
  #searchNear(pieces: ShownRun<S>[]): ShownRun<S>[] | null {
    pieces.sort((a, b) => b.run.starts[0]! - a.run.starts[0]!);
    const { innerHeight } = this.#options.window;
    const topOf = ({ run }: ShownRun<S>): number => this.rectsOf(run, { start: 0, end: Math.min(edgeLength, run.text.length) })[0]?.top ?? NaN;
    let before = -Infinity;
    for (let i = 0; i < sampled; i += 1) {
      const top = topOf(pieces[Math.floor((i * pieces.length) / sampled)]!);
      if (!(top >= before)) return null;
      before = top;
    }
    let low = 0;
    for (let high = pieces.length; low < high;) {
      const middle = (low + high) >> 1;
      if (topOf(pieces[middle]!) < -innerHeight) low = middle + 1;
      else high = middle;
    }
    const near: ShownRun<S>[] = [];
    // The one before may reach into the view.
    for (let i = Math.max(0, low - 1); i < pieces.length && !(topOf(pieces[i]!) >= 2 * innerHeight); i += 1) if (this.#isNear(pieces[i]!)) near.push(pieces[i]!);
    return near;
  }

  /** Whether a run of a long element is within a view's height of the view. */
  #isNear(shown: ShownRun<S>): boolean {
    const { length } = shown.run.text;
    const first = this.rectsOf(shown.run, { start: 0, end: Math.min(edgeLength, length) })[0];
    const last = this.rectsOf(shown.run, { start: Math.max(0, length - edgeLength), end: length }).at(-1) ?? first;
    if (first === undefined || last === undefined) return true;
    const { innerHeight, innerWidth } = this.#options.window;
    return Math.min(first.top, last.top) < 2 * innerHeight && Math.max(first.bottom, last.bottom) > -innerHeight
      && Math.min(first.left, last.left) < 2 * innerWidth && Math.max(first.right, last.right) > -innerWidth;
  }

  #isListening = false;
  readonly #onScroll = (): void => {
    if (this.#frame !== 0) return;
    this.#frame = this.#options.window.requestAnimationFrame(() => {
      this.#frame = 0;
      this.#sync();
    });
  };

  #listenToScroll(isWanted: boolean): void {
    if (isWanted === this.#isListening) return;
    this.#isListening = isWanted;
    const { window } = this.#options;
    if (isWanted) window.addEventListener('scroll', this.#onScroll, { capture: true, passive: true });
    else window.removeEventListener('scroll', this.#onScroll, { capture: true });
  }

  #register(shown: ShownRun<S>): void {
    const ranges = shown.spans.map((span) => rangeOf(shown.run, span));
    const claims = shown.claims.map((span) => rangeOf(shown.run, span));
    this.#registered.set(shown, { ranges, claims });
    this.#add(this.#marks, ranges);
    this.#add(this.#claims, claims);
    shown.spans.forEach((span, i) => { this.#enter(shown, span, ranges[i]!); });
    const root = rootOf(shown.run.nodes[0]!);
    if (isShadowRoot(root)) this.#style(root);
  }

  /** Lists a span under each text node that it covers. */
  #enter(shown: ShownRun<S>, span: S, range: StaticRange): void {
    let isIn = false;
    for (const [i, node] of shown.run.nodes.entries()) {
      isIn ||= node === range.startContainer;
      if (!isIn) continue;
      const start = Math.max(0, span.start - shown.run.starts[i]!);
      const isLast = node === range.endContainer;
      const entry = { shown, span, start, end: isLast ? range.endOffset : Infinity };
      const entries = this.#entries.get(node);
      if (entries === undefined) this.#entries.set(node, [entry]);
      else entries.push(entry);
      if (isLast) break;
    }
  }

  #unregister(shown: ShownRun<S>): void {
    const registered = this.#registered.get(shown);
    if (registered === undefined) return;
    this.#registered.delete(shown);
    this.#remove(this.#marks, registered.ranges);
    this.#remove(this.#claims, registered.claims);
    for (const node of shown.run.nodes) {
      const left = this.#entries.get(node)?.filter((entry) => entry.shown !== shown);
      if (left === undefined || left.length === 0) this.#entries.delete(node);
      else this.#entries.set(node, left);
    }
  }

  #add(highlight: Highlight, ranges: readonly StaticRange[]): void {
    for (const range of ranges) highlight.add(range);
    this.#counts.set(highlight, (this.#counts.get(highlight) ?? 0) + ranges.length);
  }

  #remove(highlight: Highlight, ranges: readonly StaticRange[]): void {
    for (const range of ranges) highlight.delete(range);
    this.#counts.set(highlight, (this.#counts.get(highlight) ?? 0) - ranges.length);
  }

  #refill(highlight: Highlight): void {
    highlight.clear();
    if (highlight === this.#ring && this.#ringRange !== null) highlight.add(this.#ringRange);
    for (const { ranges, claims } of this.#registered.values()) {
      if (highlight === this.#marks) for (const range of ranges) highlight.add(range);
      if (highlight === this.#claims) for (const range of claims) highlight.add(range);
    }
  }

  #style(root: ShadowRoot): void {
    this.#roots.add(root);
    if (!needsSheets) return;
    if (this.#sheet === undefined) {
      this.#sheet = new CSSStyleSheet();
      this.#sheet.replaceSync(this.#options.shadowStyle);
    }
    if (!root.adoptedStyleSheets.includes(this.#sheet)) root.adoptedStyleSheets.push(this.#sheet);
  }

  #unstyle(root: ShadowRoot): void {
    this.#roots.delete(root);
    const sheet = this.#sheet;
    if (sheet === undefined || !root.adoptedStyleSheets.includes(sheet)) return;
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  }
}
