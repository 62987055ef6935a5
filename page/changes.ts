/**
 * Hears what the page changes: one mutation observer over the document and every shadow root that is found. In the same
 * microtask it has the marks of changed text deleted; what is to be read again is queued with `PageText`, which takes its time.
 *
 * A record costs a few hundred nanoseconds here and nothing else until the next round, so a page that never stops changing
 * stays cheap. Shadow roots that come late make no record: custom elements without one are looked at again a few times.
 */
import { isConnected, isElement, isText, titleOf } from './dom.ts';
import type { Marks, Span } from './marks.ts';
import type { PageText } from './page-text.ts';
import { type Holder, holderOf, isFlowContent } from './tags.ts';

/** When a custom element without shadow root is looked at again; frameworks define theirs within seconds. */
const hostDelaysMs = [200, 800, 2_000, 5_000, 10_000];
const mostHosts = 2_000;
/** After a change, when it is looked whether the page has become another one, or has taken our highlights away. */
const pageCheckMs = 150;

export interface ChangesOptions<S extends Span> {
  readonly window: Window & typeof globalThis;
  readonly document: Document;
  readonly signal: AbortSignal;
  readonly text: PageText;
  readonly marks: Marks<S>;
  readonly isOwn: (node: Node) => boolean;
  readonly shadowRootOf: (element: Element) => ShadowRoot | null;
  /** Called after each batch of changes. */
  readonly changed: () => void;
  readonly fail: (error: unknown) => void;
}

/** The path that makes a page another one; a title may count its news: "(3) Inbox". */
function pageOf(window: Window, document: Document): string {
  const { pathname, search } = window.location;
  return `${pathname}${search}\n${titleOf(document).replace(/^\s*[([]\d+\+?[)\]]\s*/, '')}`;
}

export class Changes<S extends Span> {
  readonly #options: ChangesOptions<S>;
  readonly #observer: MutationObserver;
  readonly #roots = new WeakSet<Node>();
  #hosts: { readonly host: WeakRef<Element>; tries: number }[] = [];
  #hostTimer = 0;
  #checkTimer = 0;
  #pageTimer = 0;
  #page: string;

  constructor(options: ChangesOptions<S>) {
    this.#options = options;
    this.#page = pageOf(options.window, options.document);
    this.#observer = new options.window.MutationObserver((records) => {
      try {
        this.#take(records);
      } catch (error) {
        options.fail(error);
      }
    });
    options.signal.addEventListener('abort', () => {
      this.#observer.disconnect();
      options.window.clearTimeout(this.#hostTimer);
      options.window.clearTimeout(this.#checkTimer);
      options.window.clearTimeout(this.#pageTimer);
    }, { once: true });
  }

  /** Hears a document or shadow root. False if it is heard already. */
  observe(root: Document | ShadowRoot): boolean {
    if (this.#roots.has(root) || this.#options.signal.aborted) return false;
    this.#roots.add(root);
    this.#observer.observe(root, {
      subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['hidden', 'open', 'contenteditable'],
    });
    return true;
  }

  /** A custom element without shadow root: it may get one. */
  awaitRoot(host: Element): void {
    if (this.#hosts.length >= mostHosts) return;
    this.#hosts.push({ host: new WeakRef(host), tries: 0 });
    this.#scheduleHosts();
  }

  /** Looks whether the page has become another one. */
  checkPage(): void {
    const { window, document, text } = this.#options;
    if (this.#pageTimer !== 0) return;
    const page = pageOf(window, document);
    if (page === this.#page) return;
    this.#pageTimer = window.setTimeout(() => {
      this.#pageTimer = 0;
      this.#page = pageOf(window, document);
      text.readAnew();
    }, text.waitForReaderMs());
  }

  #take(records: readonly MutationRecord[]): void {
    const { text, marks, isOwn } = this.#options;
    const holders = new Set<Holder>();
    let hasMoved = false;
    let hasRemoved = false;
    for (const record of records) {
      const { target } = record;
      if (record.type === 'characterData') {
        const holder = holderOf(target);
        if (holder !== null) holders.add(holder);
        continue;
      }
      if (record.type === 'attributes') {
        if (record.attributeName === 'contenteditable') {
          text.changeTree(target as Element);
          const holder = holderOf(target);
          if (holder !== null) holders.add(holder);
          hasMoved = true;
        }
        text.changeVisibility();
        continue;
      }
      let isFlow = false;
      let isOurs = true;
      // A node list's iterator costs more than all that is asked of its nodes.
      const { removedNodes, addedNodes } = record;
      for (let i = 0; i < removedNodes.length; i += 1) {
        const node = removedNodes[i]!;
        if (isOwn(node)) continue;
        isOurs = false;
        hasRemoved = true;
        if (isText(node)) marks.dropText(node);
        isFlow ||= isFlowContent(node);
      }
      for (let i = 0; i < addedNodes.length; i += 1) {
        const node = addedNodes[i]!;
        if (isOwn(node)) continue;
        isOurs = false;
        isFlow ||= isFlowContent(node);
        if (isElement(node)) text.changeTree(node);
      }
      if (isOurs) continue;
      hasMoved = true;
      // A block that comes or goes between inline content parts or joins it.
      isFlow ||= (record.previousSibling !== null && isFlowContent(record.previousSibling))
        || (record.nextSibling !== null && isFlowContent(record.nextSibling));
      if (!isFlow) continue;
      const holder = holderOf(target);
      if (holder !== null) holders.add(holder);
    }
    const isLost = (hasRemoved || holders.size > 0) && marks.touch(holders, hasRemoved);
    for (const holder of holders) text.changeHolder(holder);
    if (hasMoved) text.changeOrder(isLost);
    // Asking for the title, or for our highlights, costs more than the rest of a small batch.
    this.#checkTimer ||= this.#options.window.setTimeout(() => {
      this.#checkTimer = 0;
      marks.ensure();
      this.checkPage();
    }, pageCheckMs);
    this.#options.changed();
  }

  #scheduleHosts(): void {
    if (this.#hostTimer !== 0 || this.#hosts.length === 0) return;
    const tries = Math.min(...this.#hosts.map((entry) => entry.tries));
    this.#hostTimer = this.#options.window.setTimeout(() => {
      this.#hostTimer = 0;
      const waiting: { readonly host: WeakRef<Element>; tries: number }[] = [];
      for (const entry of this.#hosts) {
        const host = entry.host.deref();
        if (host === undefined || !isConnected(host)) continue;
        const root = this.#options.shadowRootOf(host);
        if (root !== null) {
          if (this.observe(root)) this.#options.text.changeTree(root);
        } else if (entry.tries + 1 < hostDelaysMs.length) {
          waiting.push({ host: entry.host, tries: entry.tries + 1 });
        }
      }
      this.#hosts = waiting;
      this.#scheduleHosts();
    }, hostDelaysMs[tries]);
  }
}
