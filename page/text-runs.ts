/**
 * Text runs: the text of a page as a reader sees it, block by block. A run is the joined text of the inline content between two
 * block borders, with the text nodes it came from. `TextWalk` gives the runs of one block, without recursion, in steps, and can
 * be left and taken up again; it does not match, mark or remember anything. Which blocks are worth it tells text-scan.ts.
 *
 * A style is asked for only where two words of neighbouring elements touch without a space ("Llama" and "Mistral" in
 * two pills), which prose hardly ever has; the answer is kept per class for the length of one walk.
 */
import {
  classNameOf, composedParentOf, dataOf, firstChildOf, hasAttributeOf, isElement, isInTextFile, nextSiblingOf, nodeNameOf, parentOf,
  previousSiblingOf,
} from './dom.ts';
import {
  apart, block, breakLine, closed, code, custom, foreign, heading, type Holder, inline, isEditor, object, other, roleOf, silent, slot, text,
} from './tags.ts';

/** Stands in a run for something that is not text: a picture, a field, code that is not read, a note's number. */
export const gap = '\uFFFC';
/** Stands for `<br>`: a break that no name runs over. */
export const lineBreak = `${gap}\n`;

/** Longest run, in characters. A slice must be able to match one; a sentence end or a space is always found in it. */
const longestRun = 8_000;
/** Nodes that are visited in one step. */
const nodesAtOnce = 50;

const something = /\S/;

/** A clock that tells whether a text was read before or after it was changed. */
let clock = 0;
export function tick(): number {
  clock += 1;
  return clock;
}

export interface TextRun {
  /** When its reading began, by `tick`. */
  readonly stamp: number;
  readonly text: string;
  readonly nodes: readonly Text[];
  /** Offset in `text` at which each node's data begins; negative where the run begins inside the node. */
  readonly starts: readonly number[];
  /** Innermost block or shadow root that holds the run. */
  readonly holder: Holder;
  readonly role: 'heading' | 'text';
}

/** What gives text runs in the order of the page, in steps. */
export interface Runs {
  /** The next run that is ready, or undefined: then `advance`. */
  take(): TextRun | undefined;
  /** Gives the run back that was taken last. */
  putBack(run: TextRun): void;
  /** Does a few tens of microseconds of work. False once all is visited; runs may still be ready then. */
  advance(): boolean;
  hasReady(): boolean;
  /** To be called where it is left, for `recover`. */
  leave(): void;
  /**
   * To be called before it is taken up again after the page changed: where the place is gone at which it was left, goes back to
   * the nearest that still holds. What is met twice gives its runs twice.
   */
  recover(): void;
}

export interface WalkOptions {
  readonly window: Window & typeof globalThis;
  /** Reads inline `<code>`, `<kbd>` and `<samp>` too. */
  readonly inlineCode: boolean;
  /** Our own host: never read. */
  readonly isOwn: (element: Element) => boolean;
}

/** What two touching words belong to is told by style: whether an edge between them sets them apart. */
export function setsApart(element: Element, window: Window): boolean {
  const style = window.getComputedStyle(element);
  if (style.display !== 'inline' && style.display !== 'contents' && style.display !== 'ruby') return true;
  return [style.marginLeft, style.marginRight, style.paddingLeft, style.paddingRight].some((space) => parseFloat(space) >= 3);
}

const wordAtEnd = /[\p{L}\p{N}]$/u;
const wordAtStart = /^[\p{L}\p{N}]/u;

/**
 * A node's text as it is shown: a line's end in the source is a space, unless the whole page is a text file. As long as the data
 * itself, so that offsets are the same.
 */
export function readData(node: Text): string {
  const data = dataOf(node);
  return data.includes('\n') && !isInTextFile(node) ? data.replaceAll('\n', ' ') : data;
}

/** The runs of one block's own inline content, in their order; blocks in it are borders. */
export class TextWalk implements Runs {
  readonly #options: WalkOptions;
  readonly #holder: Holder;
  readonly #role: TextRun['role'];
  // The stack: nodes that are open, and their roles.
  readonly #open: Node[] = [];
  readonly #openRoles: number[] = [];
  #next: Node | null;
  #previous: Node | null = null;
  // The flow that is being gathered.
  #flowText = '';
  #stamp = 0;
  #nodes: Text[] = [];
  #starts: number[] = [];
  #edges: Element[] = [];
  readonly #apartByClass = new Map<string, boolean>();
  readonly #ready: TextRun[] = [];
  #taken = 0;

  /** @param holder is to be read; the caller has made sure that it is not left out. */
  constructor(holder: Holder, options: WalkOptions) {
    this.#options = options;
    this.#holder = holder;
    let isHeading = false;
    for (let at: Node | null = holder; at !== null && !isHeading; at = composedParentOf(at)) isHeading = isElement(at) && roleOf(at) === heading;
    this.#role = isHeading ? 'heading' : 'text';
    this.#push(holder, inline);
    this.#next = firstChildOf(holder);
  }

  take(): TextRun | undefined {
    const run = this.#ready[this.#taken];
    if (run === undefined) {
      this.#ready.length = 0;
      this.#taken = 0;
      return undefined;
    }
    this.#taken += 1;
    return run;
  }

  putBack(): void {
    this.#taken -= 1;
  }

  leave(): void {
    const next = this.#next;
    this.#previous = next === null ? null : previousSiblingOf(next);
  }

  recover(): void {
    let holding = 0;
    while (holding + 1 < this.#open.length && parentOf(this.#open[holding + 1]!) === this.#open[holding]) holding += 1;
    const top = this.#open[holding]!;
    if (holding + 1 < this.#open.length) {
      this.#open.length = holding + 1;
      this.#openRoles.length = holding + 1;
      this.#dropFlow();
      this.#next = firstChildOf(top);
      return;
    }
    if (this.#next === null || parentOf(this.#next) === top) return;
    const previous = this.#previous;
    this.#next = previous !== null && parentOf(previous) === top ? nextSiblingOf(previous) : firstChildOf(top);
  }

  hasReady(): boolean {
    return this.#taken < this.#ready.length;
  }

  advance(): boolean {
    let node = this.#next;
    for (let visited = 0; visited < nodesAtOnce; visited += 1) {
      if (node !== null) {
        node = this.#visit(node);
      } else if (this.#open.length > 1) {
        const left = this.#open.pop()!;
        this.#leaveElement(left, this.#openRoles.pop()!);
        node = nextSiblingOf(left);
      } else {
        this.#endFlow();
        this.#next = null;
        return false;
      }
    }
    this.#next = node;
    return true;
  }

  #push(node: Node, role: number): void {
    this.#open.push(node);
    this.#openRoles.push(role);
  }

  /** Visits one node; returns the next one, or null where the open element's content ends. */
  #visit(node: Node): Node | null {
    const name = nodeNameOf(node);
    const role = roleOf(node, name);
    switch (role) {
      case text:
        this.#addText(node as Text);
        return nextSiblingOf(node);
      case silent:
        return nextSiblingOf(node);
      case object:
        this.#addGap(gap);
        return nextSiblingOf(node);
      case breakLine:
        this.#addGap(lineBreak);
        return nextSiblingOf(node);
      case block:
      case heading:
      case closed:
      case foreign:
      case other:
        this.#endFlow();
        return nextSiblingOf(node);
    }
    const first = firstChildOf(node);
    // A processing instruction may be called `div`; it has no children.
    if (first === null && !isElement(node)) return nextSiblingOf(node);
    const element = node as Element;
    if (this.#leavesOut(element, role, first)) {
      this.#addGap(gap);
      return nextSiblingOf(node);
    }
    if (first === null) {
      if (role === inline || role === custom) this.#edges.push(element);
      return nextSiblingOf(node);
    }
    this.#push(element, role);
    if (role === apart) this.#addGap(gap);
    else this.#edges.push(element);
    return first;
  }

  #leavesOut(element: Element, role: number, first: Node | null): boolean {
    if (role === code && !this.#options.inlineCode) return true;
    // What is assigned is read where it stands; what stands in the slot is then not shown.
    if (role === slot && (element as HTMLSlotElement).assignedNodes().length > 0) return true;
    return first !== null && isEditor(element);
  }

  #leaveElement(node: Node, role: number): void {
    if (role === apart) this.#addGap(gap);
    else this.#edges.push(node as Element);
  }

  #addGap(sign: string): void {
    // Before the first text there is nothing to set apart.
    if (this.#nodes.length > 0) this.#flowText += sign;
    this.#edges.length = 0;
  }

  #addText(node: Text): void {
    const data = readData(node);
    if (data === '') return;
    if (this.#nodes.length === 0) {
      // White space between blocks; most other text does not begin with it.
      if (data.charCodeAt(0) <= 32 && !something.test(data)) return;
      this.#stamp = tick();
      this.#edges.length = 0;
      // Most runs are of one node: lists of their size, where ones that are pushed to take room for seventeen.
      this.#nodes = [node];
      this.#starts = [0];
      this.#flowText = data;
      if (data.length > longestRun) this.#cut();
      return;
    }
    if (this.#edges.length > 0 && wordAtStart.test(data) && wordAtEnd.test(this.#flowText.slice(-2)) && this.#areApart()) {
      this.#flowText += gap;
    }
    this.#edges.length = 0;
    this.#nodes.push(node);
    this.#starts.push(this.#flowText.length);
    this.#flowText += data;
    if (this.#flowText.length > longestRun) this.#cut();
  }

  #areApart(): boolean {
    return this.#edges.some((element) => {
      if (hasAttributeOf(element, 'style')) return setsApart(element, this.#options.window);
      const key = `${nodeNameOf(element)} ${classNameOf(element)}`;
      let apart = this.#apartByClass.get(key);
      if (apart === undefined) {
        apart = setsApart(element, this.#options.window);
        this.#apartByClass.set(key, apart);
      }
      return apart;
    });
  }

  #emit(flowText: string): void {
    this.#ready.push({
      stamp: this.#stamp, text: flowText, nodes: this.#nodes, starts: this.#starts, holder: this.#holder, role: this.#role,
    });
  }

  /** Cuts runs off a flow that has grown too long, at the best border there is. */
  #cut(): void {
    const flowText = this.#flowText;
    let from = 0;
    while (flowText.length - from > longestRun) {
      const length = cutAt(flowText.slice(from, from + longestRun));
      const nodes = this.#nodes;
      const starts = this.#starts;
      let after = 0;
      while (after < starts.length && starts[after]! < length) after += 1;
      this.#nodes = nodes.slice(0, after);
      this.#starts = starts.slice(0, after);
      this.#emit(flowText.slice(from, from + length));
      // What follows begins in the node that holds the cut.
      this.#nodes = nodes.slice(after - 1);
      this.#starts = starts.slice(after - 1).map((start) => start - length);
      from += length;
    }
    this.#flowText = flowText.slice(from);
  }

  #endFlow(): void {
    if (this.#nodes.length > 0 && (this.#starts[0]! === 0 || something.test(this.#flowText))) this.#emit(this.#flowText);
    this.#dropFlow();
  }

  #dropFlow(): void {
    if (this.#edges.length > 0) this.#edges.length = 0;
    if (this.#nodes.length === 0) return;
    this.#flowText = '';
    this.#nodes = [];
    this.#starts = [];
  }
}

/** Where to cut a text that is too long: the length of its first part, at least half of it. */
function cutAt(piece: string): number {
  for (const border of ['\n\n', lineBreak, '\n', '. ', ' ']) {
    const at = piece.lastIndexOf(border);
    if (at > piece.length / 2) return at + border.length;
  }
  // No space in thousands of characters: not prose. Only a pair of surrogates is kept whole.
  const last = piece.charCodeAt(piece.length - 1);
  return last >= 0xD800 && last < 0xDC00 ? piece.length - 1 : piece.length;
}

/** The node and offset in it of an offset in a run. `isEnd`: of two nodes that meet there, the first. */
export function placeIn(run: TextRun, offset: number, isEnd: boolean): { node: Text; offset: number } {
  let low = 0;
  let high = run.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const start = run.starts[middle]!;
    if (isEnd ? start < offset : start <= offset) low = middle;
    else high = middle - 1;
  }
  return { node: run.nodes[low]!, offset: offset - run.starts[low]! };
}
