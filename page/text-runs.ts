/**
 * Text runs: the text of a page as a reader sees it, block by block. A run is the joined text of the inline content between two
 * block borders, with the text nodes it came from. `TextWalk` visits a tree without recursion, in steps, and can be left and
 * taken up again; it does not match, mark or remember anything.
 *
 * What is block and what inline is told by a table of tags, because a computed style for each element would cost more than all
 * the rest. A style is asked for only where two words of neighbouring elements touch without a space ("Llama" and "Mistral" in
 * two pills), which prose hardly ever has; the answer is kept per class for the length of one walk.
 */
import {
  classNameOf, composedParentOf, dataOf, firstChildOf, hasAttributeOf, hasAttributesOf, isElement, isShadowRoot, localNameOf, matchesSelector,
  namespaceOf, nextSiblingOf, nodeNameOf, parentOf, previousSiblingOf, shadowRootOf,
} from './dom.ts';

/** Stands in a run for something that is not text: a picture, a field, code that is not read, a note's number. */
export const gap = '\uFFFC';
/** Stands for `<br>`: a break that no name runs over. */
export const lineBreak = `${gap}\n`;

/** Longest run, in characters. A slice must be able to match one; a sentence end or a space is always found in it. */
const longestRun = 8_000;

/** What holds inline content of its own: a block, or a shadow root. */
export type Holder = Element | ShadowRoot;

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

export interface WalkOptions {
  readonly window: Window & typeof globalThis;
  /** Reads inline `<code>`, `<kbd>` and `<samp>` too. */
  readonly inlineCode: boolean;
  /** Our own host: never read. */
  readonly isOwn: (element: Element) => boolean;
  /** Shadow root of a custom element, also a closed one where the browser tells. */
  readonly shadowRootOf: (element: Element) => ShadowRoot | null;
  /** An open or known shadow root was met; `isWalked`: this walk goes into it. */
  readonly foundRoot: (root: ShadowRoot, isWalked: boolean) => void;
  /** A custom element without shadow root was met; it may get one later. */
  readonly foundHost: (host: Element) => void;
}

const inline = 1;
const block = 2;
const heading = 3;
/** Left out as if it were not there. */
const silent = 4;
/** Left out, leaves a gap. */
const object = 5;
/** Inline content between two gaps. */
const apart = 6;
const breakLine = 7;
const code = 8;
/** A block that is left out. */
const closed = 9;
const slot = 10;
const foreign = 11;
const text = 12;
const custom = 13;
const other = 14;
/** Of a frame on the stack only: a shadow root. */
const shadow = 15;

const something = /\S/;

const roles = new Map<string, number>([['#text', text], ['#cdata-section', text], ['#comment', silent]]);
function assign(role: number, tags: string): void {
  for (const tag of tags.split(' ')) {
    roles.set(tag, role);
    roles.set(tag.toUpperCase(), role);
  }
}
assign(inline, 'a abbr acronym b bdi bdo big cite data del dfn em font i ins label map mark nobr output q rb ruby s small span strike strong time tt u var');
assign(block, 'address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form hgroup header html legend li main menu nav ol p search section summary table tbody td tfoot th thead tr ul frameset');
assign(heading, 'h1 h2 h3 h4 h5 h6');
assign(silent, 'script style template noscript rt rp rtc head link meta title base param source track area wbr datalist noembed noframes');
assign(object, 'img svg math input select textarea canvas video audio iframe frame object embed meter progress picture option optgroup applet');
// A note's number after a name would read as its version: "Llama" with note 2.
assign(apart, 'sup sub button');
assign(breakLine, 'br hr');
assign(code, 'code kbd samp');
assign(closed, 'pre xmp listing plaintext');
assign(slot, 'slot');

/** HTML elements, besides custom ones, that can carry a shadow root. */
const shadowTags = new Set('ARTICLE ASIDE BLOCKQUOTE BODY DIV FOOTER H1 H2 H3 H4 H5 H6 HEADER MAIN NAV P SECTION SPAN'
  .split(' ').flatMap((tag) => [tag, tag.toLowerCase()]));

/** Editors: what is typed there is the reader's own, and an editor may watch its own tree closely. */
const editorSelector = '[contenteditable]:not([contenteditable="false" i]),[role="textbox" i],.CodeMirror,.cm-editor,.ProseMirror,.monaco-editor,.ace_editor,.ql-editor,.kix-appview-editor';

/** Most elements of most pages have no attribute, and asking that first spares them the selector. */
function isEditor(element: Element): boolean {
  return hasAttributesOf(element) && matchesSelector(element, editorSelector);
}

function roleOf(node: Node, name = nodeNameOf(node)): number {
  const known = roles.get(name);
  if (known !== undefined) return known;
  if (!isElement(node)) return silent;
  const namespace = namespaceOf(node);
  if (namespace === 'http://www.w3.org/1999/xhtml') {
    if (name.includes('-')) return custom;
    // An XHTML tag with a prefix.
    return roles.get(localNameOf(node)) ?? inline;
  }
  return namespace === 'http://www.w3.org/2000/svg' || namespace === 'http://www.w3.org/1998/Math/MathML' ? foreign : other;
}

/** Whether an element is a block by its tag. */
export function isBlock(node: Node): boolean {
  const role = roleOf(node);
  return role === block || role === heading || role === closed || role === foreign || role === other;
}

/** Whether a node is part of the line of text around it: not a block, not nothing. */
export function isFlowContent(node: Node): boolean {
  const role = roleOf(node);
  if (role === text) return something.test(dataOf(node as Text));
  return role !== silent && !isBlock(node);
}

/** What holds a node's text: the innermost block or shadow root around it, or itself if it is one. */
export function holderOf(node: Node): Holder | null {
  for (let at = node; ;) {
    if (isShadowRoot(at) || (isElement(at) && isBlock(at))) return at;
    const parent = parentOf(at);
    if (parent === null || !(isElement(parent) || isShadowRoot(parent))) return isElement(at) ? at : null;
    at = parent;
  }
}

/**
 * Whether a node's text is left out because of what is around it: an editor, code, a field, our host. Answers are kept in `known`,
 * so that a thousand rows of one list are asked for once.
 */
export function isLeftOut(node: Node, options: WalkOptions, known: Map<Node, boolean>): boolean {
  const asked: Node[] = [];
  let answer = false;
  for (let at: Node | null = node; at !== null && !answer; at = composedParentOf(at)) {
    const before = known.get(at);
    if (before !== undefined) {
      answer = before;
      break;
    }
    asked.push(at);
    if (!isElement(at)) continue;
    const role = roleOf(at);
    answer = role === silent || role === object || (role === closed && !isPlainTextPage(at)) || (role === code && !options.inlineCode)
      || options.isOwn(at) || isEditor(at);
  }
  for (const one of asked) known.set(one, answer);
  return answer;
}

function isPlainTextPage(element: Element): boolean {
  return element.ownerDocument.contentType === 'text/plain';
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
  return data.includes('\n') && node.ownerDocument.contentType !== 'text/plain' ? data.replaceAll('\n', ' ') : data;
}

/** One walk over a tree, giving runs in document order. */
export class TextWalk {
  readonly #options: WalkOptions;
  readonly #shallow: boolean;
  // The stack: nodes that are open, their roles, and for shadow roots the node at which to go on.
  readonly #open: Node[] = [];
  readonly #openRoles: number[] = [];
  readonly #resume: (Node | null)[] = [];
  readonly #holders: Holder[] = [];
  #headings = 0;
  #next: Node | null;
  #previous: Node | null = null;
  #pendingRoots: ShadowRoot[] = [];
  // The flow that is being gathered.
  #flowText = '';
  #stamp = 0;
  #nodes: Text[] = [];
  #starts: number[] = [];
  #edges: Element[] = [];
  readonly #apartByClass = new Map<string, boolean>();
  readonly #ready: TextRun[] = [];
  #taken = 0;

  /**
   * A walk over `start` and what it holds. `shallow`: over the block's own inline content only, and blocks in it are borders.
   * `start` is an element or a shadow root; the caller has made sure that it is not left out.
   */
  constructor(start: Element | ShadowRoot, options: WalkOptions, shallow = false) {
    this.#options = options;
    this.#shallow = shallow;
    this.#holders.push(holderOf(start) ?? start);
    for (let at: Node | null = start; at !== null; at = composedParentOf(at)) if (isElement(at) && roleOf(at) === heading) this.#headings += 1;
    this.#open.push(start);
    this.#openRoles.push(isShadowRoot(start) ? shadow : inline);
    this.#resume.push(null);
    this.#next = firstChildOf(start);
    if (isElement(start)) this.#meetShadow(start, roleOf(start), nodeNameOf(start));
  }

  /** The next run that is ready, or undefined: then `advance`. */
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

  /**
   * To be called before a walk is taken up again: where the page has changed the place at which it was left, goes back to the
   * nearest place that still holds. What is met twice gives its runs twice.
   */
  recover(): void {
    let holding = 0;
    while (holding + 1 < this.#open.length) {
      const below = this.#openRoles[holding + 1] === shadow ? this.#resume[holding + 1]! : this.#open[holding + 1]!;
      if (below !== null && parentOf(below) !== this.#open[holding]) break;
      holding += 1;
    }
    if (holding + 1 < this.#open.length) {
      while (this.#open.length > holding + 1) {
        this.#resume.pop();
        this.#leave(this.#open.pop()!, this.#openRoles.pop()!);
      }
      this.#dropFlow();
      this.#next = firstChildOf(this.#open[holding]!);
      return;
    }
    const top = this.#open.at(-1);
    if (top === undefined || this.#next === null || parentOf(this.#next) === top) return;
    const previous = this.#previous;
    this.#next = previous !== null && parentOf(previous) === top ? nextSiblingOf(previous) : firstChildOf(top);
  }

  hasReady(): boolean {
    return this.#taken < this.#ready.length;
  }

  /** Visits up to `count` nodes. False once all is visited; runs may still be ready then. */
  advance(count: number): boolean {
    let node = this.#next;
    for (let visited = 0; visited < count; visited += 1) {
      if (this.#pendingRoots.length > 0 && this.#nodes.length === 0) {
        const root = this.#pendingRoots.shift()!;
        this.#push(root, shadow, node);
        this.#holders.push(root);
        node = firstChildOf(root);
      } else if (node !== null) {
        node = this.#visit(node);
      } else if (this.#open.length > 1) {
        const left = this.#open.pop()!;
        const role = this.#openRoles.pop()!;
        const resume = this.#resume.pop()!;
        this.#leave(left, role);
        node = role === shadow ? resume : nextSiblingOf(left);
      } else {
        this.#endFlow();
        if (this.#pendingRoots.length > 0) continue;
        this.#next = null;
        return false;
      }
    }
    this.#next = node;
    this.#previous = node === null ? null : previousSiblingOf(node);
    return true;
  }

  #push(node: Node, role: number, resume: Node | null): void {
    this.#open.push(node);
    this.#openRoles.push(role);
    this.#resume.push(resume);
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
    }
    const first = firstChildOf(node);
    // A processing instruction may be called `div`; it has no children and no shadow root.
    if (first === null && !isElement(node)) return nextSiblingOf(node);
    const element = node as Element;
    const isBorder = role === block || role === heading || role === closed || role === foreign || role === other;
    if (isBorder) this.#endFlow();
    if (isBorder && this.#shallow) return nextSiblingOf(node);
    if (this.#leavesOut(element, role, first)) {
      if (!isBorder) this.#addGap(gap);
      return nextSiblingOf(node);
    }
    this.#meetShadow(element, role, name);
    if (first === null) {
      if (role === inline || role === custom) this.#edges.push(element);
      return nextSiblingOf(node);
    }
    this.#push(element, role, null);
    if (isBorder) {
      this.#holders.push(element);
      if (role === heading) this.#headings += 1;
    } else if (role === apart) {
      this.#addGap(gap);
    } else {
      this.#edges.push(element);
    }
    return first;
  }

  #leavesOut(element: Element, role: number, first: Node | null): boolean {
    switch (role) {
      case closed:
        if (!isPlainTextPage(element)) return true;
        break;
      case code:
        if (!this.#options.inlineCode) return true;
        break;
      case slot:
        // What is assigned is read where it stands; what stands in the slot is then not shown.
        if ((element as HTMLSlotElement).assignedNodes().length > 0) return true;
        break;
      case foreign:
        if (!/^(foreignObject|g|svg|switch|a)$/.test(localNameOf(element))) return true;
        break;
    }
    return first !== null && isEditor(element);
  }

  #meetShadow(element: Element, role: number, name: string): void {
    let root: ShadowRoot | null = null;
    if (role === custom) {
      root = this.#options.shadowRootOf(element);
      if (root === null) this.#options.foundHost(element);
    } else if (shadowTags.has(name)) {
      root = shadowRootOf(element);
    }
    if (root === null || this.#options.isOwn(element)) return;
    this.#options.foundRoot(root, !this.#shallow);
    if (!this.#shallow) this.#pendingRoots.push(root);
  }

  #leave(node: Node, role: number): void {
    if (role === heading) this.#headings -= 1;
    switch (role) {
      case heading:
      case block:
      case closed:
      case foreign:
      case other:
      case shadow:
        this.#endFlow();
        this.#holders.pop();
        return;
      case apart:
        this.#addGap(gap);
        return;
      default:
        this.#edges.push(node as Element);
    }
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
      stamp: this.#stamp, text: flowText, nodes: this.#nodes, starts: this.#starts, holder: this.#holders.at(-1)!, role: this.#headings > 0 ? 'heading' : 'text',
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
