/**
 * Looks through a tree for the text that may be of interest, and gives the runs that hold it, in document order. It visits elements
 * and text nodes with the browser's own walker and asks of each text whether something may be in it; most text is done with
 * that. Only around what may name something are runs made (text-runs.ts), and only there is it asked what is left out.
 *
 * The answer must be certain where it is no: the runs that are not given are never read. Runs of headings are given too, since
 * what they speak of counts for the whole page.
 */
import type { TextSieve } from '../mentions/sieve.ts';
import {
  composedParentOf, dataOf, holdsNode, isElement, isInTextFile, isText, lengthOf, moveWalker, nextBehindIn, nextNodeIn, nodeNameOf, parentOf,
  placeOfWalker, shadowRootOf, walkerOver,
} from './dom.ts';
import { closed, code, custom, foreign, heading, type Holder, holderOf, holdsProse, isLeftOut, object, roleOf, shadowTags, silent } from './tags.ts';
import { type Runs, type TextRun, TextWalk, type WalkOptions } from './text-runs.ts';

export interface ScanOptions extends WalkOptions {
  /** Shadow root of a custom element, also a closed one where the browser tells. */
  readonly shadowRootOf: (element: Element) => ShadowRoot | null;
  /** An open or known shadow root was met; this scan goes into it. */
  readonly foundRoot: (root: ShadowRoot) => void;
  /** A custom element without shadow root was met; it may get one later. */
  readonly foundHost: (host: Element) => void;
}

/** Which text is of interest. */
export interface Interest {
  /** Whether a run that is known begins in the node. */
  isKnown(node: Text): boolean;
  /** What tells of other text whether something may be in it; without it only what is known is looked for. */
  readonly sieve?: TextSieve;
}

/** Work of one `advance`, in characters; nodes and steps count as much as takes about as long. */
const workAtOnce = 2_000;
const workPerNode = 40;
const workPerWalk = 400;
/** Blocks whose runs are not all taken yet, that are kept at hand: text that stands between the blocks in them. */
const mostWalks = 16;
/** Headings that are given whatever they name. */
const mostHeadings = 200;
/** Ancestors by which it is told whether a place still holds. */
const longestTrail = 40;

interface Frame {
  readonly root: Element | ShadowRoot;
  readonly walker: TreeWalker;
  /** The walker's node and its ancestors when it was left. */
  trail: Node[];
}

export class TextScan implements Runs {
  readonly #options: ScanOptions;
  readonly #interest: Interest;
  /** The tree, and the shadow trees in it that the walk is in. */
  readonly #frames: Frame[] = [];
  /** The content of the element that was met last is not visited. */
  #isSkipping = false;
  #work = 0;
  #heading: Element | null = null;
  #headings = 0;
  // The text that is looked at, how far, and the characters before it.
  #node: Text | null = null;
  /** Its data, once asked for: Firefox copies a long one each time. */
  #data: string | undefined;
  #at = 0;
  #before = 0;
  /** Blocks with those of their runs that were not taken yet; the run that holds `#node` is looked for in `#sought`. */
  readonly #walks = new Map<Holder, TextWalk>();
  #sought: Holder | null = null;
  /** The run that was given last, where it begins, and which of its nodes was met last. */
  #run: TextRun | null = null;
  #position = 0;
  #met = 0;
  #ready: TextRun | undefined;
  #leftOut = new Map<Node, boolean>();

  /** A scan over `root` and what it holds; the caller has made sure that it is not left out. */
  constructor(root: Element | ShadowRoot, options: ScanOptions, interest: Interest) {
    this.#options = options;
    this.#interest = interest;
    this.#enter(root);
    for (let at: Node | null = root; at !== null; at = composedParentOf(at)) if (isElement(at) && roleOf(at) === heading) this.#heading = at;
    if (isElement(root)) this.#visit(root);
    this.#isSkipping = false;
  }

  take(): TextRun | undefined {
    const run = this.#ready;
    this.#ready = undefined;
    return run;
  }

  putBack(run: TextRun): void {
    this.#ready = run;
  }

  hasReady(): boolean {
    return this.#ready !== undefined;
  }

  /** Characters of text before the run that was taken last. */
  get position(): number {
    return this.#position;
  }

  advance(): boolean {
    this.#work = workAtOnce;
    while (this.#work > 0 && this.#ready === undefined) {
      if (this.#node === null) {
        if (!this.#goOn()) return false;
      } else if (this.#sought !== null) {
        this.#seek(this.#node, this.#sought);
      } else {
        this.#look(this.#node);
      }
    }
    return true;
  }

  leave(): void {
    for (const frame of this.#frames) {
      frame.trail = [];
      for (let at: Node | null = placeOfWalker(frame.walker); at !== null && at !== frame.root && frame.trail.length < longestTrail; at = parentOf(at)) frame.trail.push(at);
    }
  }

  recover(): void {
    this.#leftOut = new Map();
    this.#walks.clear();
    this.#sought = null;
    this.#data = undefined;
    this.#run = null;
    for (const [depth, { root, walker, trail }] of this.#frames.entries()) {
      // The highest place at which the way up is not what it was.
      let back: Node | undefined;
      for (const [i, node] of trail.entries()) {
        const above = trail[i + 1] ?? (trail.length < longestTrail ? root : parentOf(node));
        if (parentOf(node) !== above || above === null) back = above ?? root;
      }
      if (back === undefined) continue;
      moveWalker(walker, holdsNode(root, back) ? back : root);
      this.#frames.length = depth + 1;
      this.#node = null;
      this.#isSkipping = false;
      return;
    }
  }

  #enter(root: Element | ShadowRoot): void {
    this.#frames.push({ root, walker: walkerOver(root), trail: [] });
  }

  /** Goes on to the next text that must be looked at closely; false after the last one. Most text is done with here. */
  #goOn(): boolean {
    const { isKnown, sieve } = this.#interest;
    const { walker } = this.#frames.at(-1)!;
    for (; this.#work > 0; this.#work -= workPerNode) {
      const node = this.#isSkipping ? nextBehindIn(walker) : nextNodeIn(walker);
      this.#isSkipping = false;
      if (node === null) {
        this.#isSkipping = true;
        if (this.#frames.length === 1) return false;
        this.#frames.pop();
        this.#isSkipping = false;
        return true;
      }
      if (!isText(node)) {
        if (this.#visit(node as Element)) return true;
        continue;
      }
      if (this.#heading === null && (this.#run === null || node !== this.#run.nodes[this.#met + 1]) && !isKnown(node)) {
        const data = sieve === undefined ? '' : dataOf(node);
        const length = sieve === undefined ? lengthOf(node) : data.length;
        if (sieve === undefined || (length <= workAtOnce && !sieve.mayName(data, 0, length))) {
          this.#before += length;
          this.#work -= data.length;
          continue;
        }
        if (length <= workAtOnce) {
          this.#node = node;
          this.#at = 0;
          this.#startToSeek(node);
          return true;
        }
      }
      this.#meet(node);
      return true;
    }
    return true;
  }

  /** Meets an element: its content is left out, or, where it is true, its shadow root is entered. */
  #visit(element: Element): boolean {
    const name = nodeNameOf(element);
    const role = roleOf(element, name);
    switch (role) {
      case silent:
      case object:
        this.#isSkipping = true;
        return false;
      case closed:
        this.#isSkipping = !isInTextFile(element);
        return false;
      case code:
        this.#isSkipping = !this.#options.inlineCode;
        return false;
      case foreign:
        this.#isSkipping = !holdsProse(element);
        return false;
      case heading:
        if (this.#headings < mostHeadings) this.#heading = element;
        this.#headings += 1;
    }
    let root: ShadowRoot | null = null;
    if (role === custom) {
      root = this.#options.shadowRootOf(element);
      if (root === null) this.#options.foundHost(element);
    } else if (shadowTags.has(name)) {
      root = shadowRootOf(element);
    }
    if (root === null || isLeftOut(element, this.#options, this.#leftOut)) return false;
    this.#options.foundRoot(root);
    this.#enter(root);
    return true;
  }

  /** Meets a text: of one that is in the run that was given last, only what is behind the run is to be looked at. */
  #meet(node: Text): void {
    const run = this.#run;
    this.#node = node;
    this.#at = 0;
    if (run === null || node !== run.nodes[this.#met + 1]) return;
    this.#met += 1;
    this.#passRun(node, run);
  }

  #passRun(node: Text, run: TextRun): void {
    this.#at = this.#met === run.nodes.length - 1 ? run.text.length - run.starts[this.#met]! : Infinity;
    if (this.#at >= lengthOf(node)) this.#finish(node);
  }

  #finish(node: Text): void {
    this.#before += lengthOf(node);
    this.#node = null;
    this.#data = undefined;
    this.#sought = null;
  }

  /** Looks at a piece of a text. */
  #look(node: Text): void {
    const { isKnown, sieve } = this.#interest;
    const data = (this.#data ??= dataOf(node));
    const from = this.#at;
    const to = Math.min(data.length, from + workAtOnce);
    this.#work -= workPerNode;
    if (isKnown(node) || (sieve !== undefined && (this.#isInHeading(node, data) || (from < to && sieve.mayName(data, from, to))))) {
      this.#startToSeek(node);
      return;
    }
    this.#work -= to - from;
    this.#at = sieve?.after ?? Infinity;
    if (this.#at >= data.length) this.#finish(node);
  }

  #isInHeading(node: Text, data: string): boolean {
    if (this.#heading !== null && !holdsNode(this.#heading, node)) this.#heading = null;
    return this.#heading !== null && /\S/.test(data);
  }

  /** Something may be in the text: its run is looked for, unless it is left out or belongs to a block around the tree. */
  #startToSeek(node: Text): void {
    const { root } = this.#frames.at(-1)!;
    const holder = isLeftOut(node, this.#options, this.#leftOut) ? null : holderOf(node);
    if (holder === null || !holdsNode(root, holder)) {
      this.#finish(node);
      return;
    }
    this.#sought = holder;
  }

  /** Looks on among the runs of a block for the one that holds the text's place. */
  #seek(node: Text, holder: Holder): void {
    this.#work -= workPerWalk;
    let walk = this.#walks.get(holder);
    if (walk === undefined) {
      walk = new TextWalk(holder, this.#options);
      this.#walks.set(holder, walk);
      if (this.#walks.size > mostWalks) this.#walks.delete(this.#walks.keys().next().value!);
    }
    for (let run = walk.take(); run !== undefined; run = walk.take()) {
      const met = run.nodes.lastIndexOf(node);
      if (met < 0 || run.starts[met]! + this.#at >= run.text.length) continue;
      this.#run = run;
      this.#met = met;
      this.#position = this.#before - run.starts[met]!;
      this.#ready = run;
      this.#sought = null;
      this.#passRun(node, run);
      return;
    }
    if (walk.advance() || walk.hasReady()) return;
    // White space between blocks, or what is left out within its line.
    this.#walks.delete(holder);
    this.#finish(node);
  }
}
