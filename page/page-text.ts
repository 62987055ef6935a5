/**
 * What is known of the text of one frame: the runs that hold something of interest, in document order, with their mentions.
 * It reads the page in slices, reads again what `changes.ts` reports, and tells what is to be painted. It paints nothing and
 * hears no event.
 *
 * Runs that hold nothing are not remembered at all: most text of most pages names nothing, and a record of every text node
 * would cost more than reading it. The price is that order and distances are told by walking the page once more after a change
 * (`Pass`), at a cost that is held to a small part of the time by waiting a multiple of what the last one took.
 *
 * A page's evidence is one number for the frame. Names that need context wait until the first pass is through, so a mark comes
 * late rather than being taken back. Another address path or title is another page: a new reader, and all is read again.
 */
import type { FindClaims, FindProvisions, Reader } from '../mentions/reader.ts';
import { isEmptyRun, type Run } from '../mentions/run.ts';
import type { TextSieve } from '../mentions/sieve.ts';
import type { Claim, Mention, PageContext } from '../mentions/types.ts';
import {
  dataOf, documentElementOf, firstChildOf, hasAttributeOf, isConnected, isElement, isRendered, isText, localNameOf, nextSiblingOf, nodeNameOf, parentOf, shadowRootOf,
} from './dom.ts';
import { LatePart } from './late-part.ts';
import { boxOf } from './marks.ts';
import { Slices } from './scheduler.ts';
import { block, type Holder, isLeftOut, roleOf, shadowTags } from './tags.ts';
import { type Runs, type TextRun, TextWalk, placeIn, setsApart } from './text-runs.ts';
import { type Interest, type ScanOptions, TextScan } from './text-scan.ts';

/** A run of interest. */
export interface KeptRun {
  readonly run: TextRun;
  /** What the run claims of its mentions; found when it is asked for. None before `PageText.readClaims`. */
  readonly claims: readonly Claim[];
  /** Mentions that can be seen. */
  readonly visible: readonly Mention[];
  /** Whether it has mentions at all, also hidden ones. */
  readonly hasMentions: boolean;
  /** Characters of text before it. */
  readonly position: number;
}

class Kept implements KeptRun {
  run: TextRun;
  readonly reading: Run;
  readonly reader: Reader;
  visible: readonly Mention[] = [];
  hasMentions = false;
  position: number;
  /** Number of the round in which it was settled; -1 before. */
  settledAt = -1;
  /** Number of the pass that met it last. */
  pass = 0;
  isDropped = false;
  #mentions: readonly Mention[] = [];
  #claims: readonly Claim[] | undefined;

  constructor(run: TextRun, reading: Run, reader: Reader, position: number) {
    this.run = run;
    this.reading = reading;
    this.reader = reader;
    this.position = position;
  }

  get mentions(): readonly Mention[] {
    return this.#mentions;
  }

  set mentions(mentions: readonly Mention[]) {
    this.#mentions = mentions;
    this.#claims = undefined;
  }

  get claims(): readonly Claim[] {
    if (this.settledAt === -1 || !this.reader.findsClaims) return [];
    return (this.#claims ??= this.reader.claimsOf(this.reading, this.#mentions));
  }

  get mayClaim(): boolean {
    return this.reader.mayClaim(this.reading, this.#mentions);
  }
}

/** A walk over the whole page, which gives runs their order. */
interface Pass {
  readonly number: number;
  readonly walk: TextScan;
  /** Reads all text: the first pass, and those after a new reader. */
  readonly isReading: boolean;
  /** Looks again at what is known: something was shown or hidden. */
  readonly isLooking: boolean;
  readonly order: Kept[];
  costMs: number;
  /** The page changed while it ran: what it has not met may still be there. */
  isDisturbed: boolean;
}

interface Job {
  readonly walk: Runs;
  /** Runs of a holder that have not been met again. */
  readonly unmet: Set<Kept> | null;
}

/**
 * Work of one step, between two looks at the clock: a few tenths of a millisecond. It is counted in characters that are read;
 * the rest counts as much as takes about as long.
 */
const workPerStep = 16_000;
const workPerAdvance = 1_600;
const workPerJob = 200;
const workPerRun = 30;
const workPerName = 1_500;
/** Changes wait this many times what the last round took: at most 3 % of the time is spent on them. */
const changeFactor = 30;
/** The same for a pass that new mentions wait for, and for one that only distances wait for. */
const passFactor = 80;
/** As long as that is not felt much, it waits longer still. */
const unhurriedFactor = 200;
const unhurriedMs = 1_000;
const idlePassFactor = 300;
/** A stream of changes is looked at no more often than this, whatever the rounds take: a tenth of a second is not felt. */
const leastBetweenRoundsMs = 100;
/** The first change waits for those that come with it, and lets the page have the frames that show them. */
const beforeRoundMs = 50;
const leastBetweenIdlePassesMs = 1_000;
/** A slice may be long because the machine is busy: nothing waits longer than this. */
const mostBetweenRoundsMs = 1_000;
const mostBetweenPassesMs = 4_000;
const mostBetweenIdlePassesMs = 15_000;
/** More changes than this at once are not followed one by one: the page is read anew. */
const mostQueued = 20_000;
/** A line longer than this is walked over a piece at a time. */
const longestPlainLine = 2_000;
/** Headings that wait for a reader. */
const mostHeadings = 100;
/** A title may blink or count; it is heard at most this often. */
const leastBetweenReadersMs = 3_000;

export interface PageTextOptions {
  readonly window: Window & typeof globalThis;
  readonly document: Document;
  readonly signal: AbortSignal;
  readonly walkOptions: ScanOptions;
  /** Opens what tells which text may name something. */
  readonly openSieve: () => TextSieve;
  /** Gets what opens readers; asked for once, by a page with such text. */
  readonly loadReading: () => Promise<(context: PageContext) => Reader>;
  /** Gets what finds claims; asked for once, when somebody wants those of a page that may hold some. */
  readonly loadClaims: () => Promise<FindClaims>;
  /** Gets what finds provisions; asked for once, by a page that may cite one. */
  readonly loadProvisions: () => Promise<FindProvisions>;
  readonly context: () => PageContext;
  /** Claims of all runs will be asked for. */
  readonly wantsClaims: () => boolean;
  /** What is known has changed. `isComplete`: everything is read and settled. */
  readonly changed: (runs: readonly KeptRun[], isComplete: boolean) => void;
  readonly fail: (error: unknown) => void;
}

export class PageText {
  readonly #options: PageTextOptions;
  readonly #slices: Slices;
  #walkOptions: ScanOptions;
  #openReader: ((context: PageContext) => Reader) | 'none' | 'asked' | 'failed' = 'none';
  #reader: Reader | null = null;
  readonly #claims: LatePart<FindClaims>;
  readonly #provisions: LatePart<FindProvisions>;
  #readerSince: number;
  /** Headings that name nothing; a reader wants to know what they are on. */
  #headings: TextRun[] = [];
  readonly #byNode = new WeakMap<Text, Kept[]>();
  readonly #byHolder = new WeakMap<Holder, Set<Kept>>();
  #order: Kept[] = [];
  #fresh = new Set<Kept>();
  readonly #trees = new Set<Element | ShadowRoot>();
  readonly #holders = new Set<Holder>();
  #nextTree: IterableIterator<Element | ShadowRoot> | undefined;
  #nextHolder: IterableIterator<Holder> | undefined;
  #roundSieve: TextSieve | undefined;
  /** What `isLeftOut` answered since the last change. */
  #leftOut = new Map<Node, boolean>();
  #job: Job | null = null;
  #roundMs = 0;
  #nextRoundAt = 0;
  #nextPublishAt = 0;
  #publishedAt = 0;
  #pass: Pass | null = null;
  #passes = 0;
  #isLookingWanted = false;
  /** No step is due before something changes, or before what `#sleep` waits for. */
  #isAsleep = true;
  #passWanted: 'no' | 'idle' | 'soon' | 'reading' = 'reading';
  #nextPassAt = 0;
  #nextIdlePassAt = 0;
  #isRead = false;
  #settling: Kept[] = [];
  #settledTo = -1;
  #settleRound = 0;
  #settleMs = 0;
  #nextSettlingAt = 0;
  #isChanged = false;
  #changes = 0;
  #seenChanges = 0;

  constructor(options: PageTextOptions) {
    this.#options = options;
    this.#walkOptions = options.walkOptions;
    this.#readerSince = performance.now();
    this.#claims = new LatePart(options.loadClaims, (find) => {
      this.#reader?.addClaims(find);
      this.#settleAgain();
    });
    this.#provisions = new LatePart(options.loadProvisions, (find) => {
      this.#reader?.addProvisions(find);
      this.#settleAgain();
    });
    this.#slices = new Slices(options.window, options.signal, () => this.#step(), options.fail);
  }

  /** Whether a run must wait for a reader: it may name something, and there is none yet. */
  #mustWait(run: TextRun): boolean {
    if (this.#reader !== null || this.#openReader === 'failed') return false;
    if (!this.#options.openSieve().mayName(run.text, 0, run.text.length)) {
      if (run.role === 'heading' && this.#headings.length < mostHeadings) this.#headings.push(run);
      return false;
    }
    this.#openReader = 'asked';
    this.#options.loadReading().then((openReader) => {
      this.#openReader = openReader;
      this.#renewReader();
      for (const heading of this.#headings.splice(0)) {
        const kept = this.#read(heading);
        if (kept !== null && this.#pass !== null) this.#enter(kept, this.#pass);
      }
      this.#slices.wake();
    }, () => {
      this.#openReader = 'failed';
      this.#slices.wake();
    }).catch(this.#options.fail);
    return true;
  }

  #renewReader(): void {
    this.#reader = typeof this.#openReader === 'function' ? this.#openReader(this.#options.context()) : null;
    if (this.#claims.part !== undefined) this.#reader?.addClaims(this.#claims.part);
    if (this.#provisions.part !== undefined) this.#reader?.addProvisions(this.#provisions.part);
    this.#readerSince = performance.now();
  }

  /** Makes claims known where the page may hold some: resolves when they can be asked for, or cannot be had. */
  async readClaims(): Promise<void> {
    if (this.#claims.isComing || this.#order.some((kept) => kept.mayClaim)) await this.#claims.ask();
  }

  /** All is settled once more: a part of the reading came that tells more. */
  #settleAgain(): void {
    this.#settledTo = -1;
    this.#isChanged = true;
    this.#slices.wake();
  }

  /** Begins to read: first what is in view, then all. */
  start(inView: readonly Holder[]): void {
    for (const holder of inView) this.#holders.add(holder);
    this.#slices.wake();
  }

  /** A holder's own inline content changed. */
  changeHolder(holder: Holder): void {
    this.#awaitMore();
    this.#holders.add(holder);
    this.#noteChange();
  }

  /** A tree was added. */
  changeTree(root: Element | ShadowRoot): void {
    this.#awaitMore();
    this.#trees.add(root);
    this.#noteChange();
  }

  /** Something was moved or removed: order or distances may differ, and runs may be gone; `isKnown`: some are. */
  changeOrder(isKnown: boolean): void {
    this.#wantPass(isKnown ? 'soon' : 'idle');
    this.#noteChange();
  }

  /** What is read has other settings, or is another page: everything is read anew with a new reader. */
  readAnew(walkOptions: ScanOptions = this.#walkOptions): void {
    this.#walkOptions = walkOptions;
    this.#renewReader();
    this.#roundSieve = undefined;
    this.#headings = [];
    this.#pass = null;
    this.#passWanted = 'reading';
    this.#nextPassAt = 0;
    this.#settling = [];
    this.#settledTo = -1;
    this.#slices.wake();
  }

  /** Settings changed that concern only what is shown. */
  publishAgain(): void {
    if (this.#options.wantsClaims()) void this.readClaims();
    this.#isChanged = true;
    this.#slices.wake();
  }

  /** Milliseconds until a new reader may be opened for a new title. */
  waitForReaderMs(): number {
    return Math.max(0, this.#readerSince + leastBetweenReadersMs - performance.now());
  }

  /** Whether something that is known to have changed is not told yet. */
  get isBusy(): boolean {
    return this.#job !== null || this.#queued > 0 || this.#pass !== null || this.#isChanged || this.#settling.length > 0 || !this.#isInOrder || this.#claims.isComing || this.#provisions.isComing;
  }

  /** Looks again whether runs are visible. */
  lookAgain(runs: Iterable<TextRun>): void {
    for (const run of runs) {
      for (const kept of this.#byHolder.get(run.holder) ?? []) if (kept.run === run) this.#look(kept);
    }
    if (this.#isChanged) this.#slices.wake();
  }

  /** Something was shown or hidden: runs are looked at again in the next pass. */
  changeVisibility(): void {
    this.#isLookingWanted = true;
    this.#wantPass('soon');
    this.#slices.wake(Math.max(0, this.#nextPassAt - performance.now()));
  }

  #awaitMore(): void {
    if (this.#queued === 0) this.#nextRoundAt = Math.max(this.#nextRoundAt, performance.now() + beforeRoundMs);
  }

  get #queued(): number {
    return this.#trees.size + this.#holders.size;
  }

  /** Whether runs are where they were found: what was read anew has no place until the next pass, and told now, it would go and come again. */
  get #isInOrder(): boolean {
    return this.#passWanted === 'no' || this.#passWanted === 'idle';
  }

  #noteChange(): void {
    this.#changes += 1;
    if (this.#leftOut.size > 0) this.#leftOut = new Map();
    if (this.#pass !== null) this.#pass.isDisturbed = true;
    if (this.#queued > mostQueued) {
      this.#trees.clear();
      this.#holders.clear();
      this.#job = null;
      this.#passWanted = 'reading';
      this.#pass = null;
      this.#nextPassAt = Math.max(this.#nextPassAt, performance.now() + leastBetweenIdlePassesMs);
    }
    // Else a step comes by itself, and the clock is not asked for each of a thousand changes.
    if (this.#isAsleep) {
      this.#isAsleep = false;
      this.#slices.wake(Math.max(0, this.#nextRoundAt - performance.now()));
    }
  }

  /** One step of whatever is to be done. False if there is nothing to do now. */
  #step(): boolean {
    const began = performance.now();
    this.#isAsleep = this.#openReader === 'asked';
    if (this.#isAsleep) return false;
    if (this.#changes !== this.#seenChanges) {
      this.#seenChanges = this.#changes;
      this.#job?.walk.recover();
      this.#pass?.walk.recover();
    }
    if (this.#job !== null || (this.#queued > 0 && began >= this.#nextRoundAt)) {
      this.#workOnQueue();
      this.#job?.walk.leave();
      const now = performance.now();
      this.#roundMs += now - began;
      if (this.#job === null && this.#queued === 0) {
        this.#nextRoundAt = now + Math.min(mostBetweenRoundsMs, Math.max(leastBetweenRoundsMs, this.#roundMs * changeFactor));
        this.#roundMs = 0;
        this.#leftOut = new Map();
        this.#roundSieve = undefined;
        // What was found in view need not wait for the rest of a long page.
        if (!this.#isRead) this.#options.changed([...this.#fresh], false);
      }
      return true;
    }
    if (this.#pass !== null || this.#isPassDue(began)) {
      this.#pass ??= this.#startPass();
      if (this.#pass !== null) {
        const pass = this.#pass;
        if (this.#advancePass(pass)) pass.walk.leave();
        else this.#endPass(pass);
        pass.costMs += performance.now() - began;
        if (this.#pass === null) this.#schedulePasses(pass.costMs);
      }
      return true;
    }
    if (!this.#isRead) return this.#sleep();
    const evidence = this.#reader?.evidence ?? -1;
    if (this.#settling.length === 0 && this.#settledTo !== evidence && began >= this.#nextSettlingAt) {
      this.#settledTo = evidence;
      this.#settleRound += 1;
      this.#settling = this.#order.slice();
      this.#settleMs = 0;
    }
    if (this.#settling.length > 0) {
      for (let work = 0; work < workPerStep;) {
        const next = this.#settling.pop();
        if (next === undefined) break;
        this.#settle(next);
        work += workOf(next.run, next);
      }
      const now = performance.now();
      this.#settleMs += now - began;
      if (this.#settling.length === 0) this.#nextSettlingAt = now + Math.min(mostBetweenPassesMs, this.#settleMs * changeFactor);
      return true;
    }
    // On a page that never stops changing order is never reached: what has its place is told all the same.
    if (this.#isChanged && (this.#isInOrder || began - this.#publishedAt > mostBetweenRoundsMs)) {
      if (began < this.#nextPublishAt) return this.#sleep();
      this.#isChanged = false;
      this.#options.changed(this.#order, true);
      const now = performance.now();
      this.#publishedAt = now;
      this.#nextPublishAt = now + Math.min(mostBetweenRoundsMs, (now - began) * changeFactor);
      return true;
    }
    return this.#sleep();
  }

  /** Waits for the next thing that is due. */
  #sleep(): false {
    const now = performance.now();
    let at = Infinity;
    if (this.#queued > 0) at = this.#nextRoundAt;
    else if (this.#passWanted === 'idle') at = this.#nextIdlePassAt;
    else if (this.#passWanted !== 'no') at = this.#nextPassAt;
    if (this.#isRead && this.#isChanged && this.#isInOrder) at = Math.min(at, this.#nextPublishAt);
    if (this.#isRead && this.#settledTo !== (this.#reader?.evidence ?? -1)) at = Math.min(at, this.#nextSettlingAt);
    this.#isAsleep = true;
    if (at !== Infinity) this.#slices.wake(Math.max(1, at - now));
    return false;
  }

  /** Does as much of what is queued as one step may. */
  #workOnQueue(): void {
    for (let left = workPerStep; left > 0;) {
      if (this.#job === null) {
        if (this.#queued === 0) return;
        left -= workPerJob;
        this.#job = this.#takeJob();
      }
      if (this.#job !== null) left = this.#workOn(this.#job, left);
    }
  }

  /** Takes the next of what is queued; null where there is nothing to be done about it. */
  #takeJob(): Job | null {
    // An iterator that begins anew each time would pass over all that was taken before.
    const { value: tree } = (this.#nextTree ??= this.#trees.values()).next();
    if (tree !== undefined) {
      this.#trees.delete(tree);
      if (!isConnected(tree) || this.#isInQueued(tree) || isLeftOut(tree, this.#walkOptions, this.#leftOut) || this.#isPlainLine(tree)) return null;
      return { walk: this.#scan(tree, true), unmet: null };
    }
    this.#nextTree = undefined;
    const { value: holder } = (this.#nextHolder ??= this.#holders.values()).next();
    if (holder === undefined) {
      this.#nextHolder = undefined;
      return null;
    }
    this.#holders.delete(holder);
    if (isConnected(holder) && !isLeftOut(holder, this.#walkOptions, this.#leftOut)) {
      return { walk: new TextWalk(holder, this.#walkOptions), unmet: new Set(this.#byHolder.get(holder)) };
    }
    this.#dropAll(this.#byHolder.get(holder) ?? []);
    return null;
  }

  /** Whether a tree is one element around one text that names nothing, as most are that a page adds: no walk is needed to tell. */
  #isPlainLine(tree: Element | ShadowRoot): boolean {
    const first = firstChildOf(tree);
    if (first === null || !isText(first) || nextSiblingOf(first) !== null || this.#byNode.has(first)) return false;
    const name = nodeNameOf(tree);
    if (roleOf(tree, name) !== block || (shadowTags.has(name) && shadowRootOf(tree as Element) !== null)) return false;
    const data = dataOf(first);
    return data.length <= longestPlainLine && !(this.#roundSieve ??= this.#options.openSieve()).mayName(data, 0, data.length);
  }

  /** `isReading`: also text that is not known yet. */
  #scan(root: Element | ShadowRoot, isReading: boolean): TextScan {
    const isKnown = (node: Text): boolean => this.#byNode.has(node);
    const interest: Interest = isReading ? { isKnown, sieve: this.#options.openSieve() } : { isKnown };
    return new TextScan(root, this.#walkOptions, interest);
  }

  /** Whether a tree lies in another one that waits too. */
  #isInQueued(tree: Node): boolean {
    if (this.#trees.size === 0) return false;
    for (let at = parentOf(tree); at !== null; at = parentOf(at)) if (this.#trees.has(at as Element)) return true;
    return false;
  }

  /** Works on a job until it is done or `work` is; returns what is left of that. */
  #workOn(job: Job, work: number): number {
    let left = work;
    while (left > 0) {
      const run = job.walk.take();
      if (run === undefined) {
        left -= workPerAdvance;
        if (job.walk.advance() || job.walk.hasReady()) continue;
        if (job.unmet !== null) this.#dropAll(job.unmet);
        this.#job = null;
        return left;
      }
      if (this.#mustWait(run)) {
        job.walk.putBack(run);
        return 0;
      }
      const kept = this.#meet(run, true);
      left -= workOf(run, kept);
      if (kept === null) continue;
      job.unmet?.delete(kept);
      if (kept.run !== run) {
        // It may have been put into something that is hidden.
        this.#look(kept);
        // As it was; but its marks may have been dropped when the change came, and are painted again for a new run only.
        kept.run = run;
        this.#isChanged = true;
      }
    }
    return left;
  }

  #isPassDue(now: number): boolean {
    // What waits to be read would make another one necessary.
    if (this.#queued > 0 && this.#passWanted !== 'reading') return false;
    switch (this.#passWanted) {
      case 'no': return false;
      case 'idle': return now >= this.#nextIdlePassAt;
      default: return now >= this.#nextPassAt;
    }
  }

  #startPass(): Pass | null {
    const root = documentElementOf(this.#options.document);
    const isReading = this.#passWanted === 'reading';
    this.#passWanted = 'no';
    // Nothing to bring into order.
    if (root === null || (!isReading && this.#order.length === 0 && this.#fresh.size === 0)) {
      this.#isRead = true;
      return null;
    }
    this.#passes += 1;
    const isLooking = this.#isLookingWanted;
    this.#isLookingWanted = false;
    return {
      number: this.#passes, walk: this.#scan(root, isReading), isReading, isLooking, order: [], costMs: 0, isDisturbed: false,
    };
  }

  #advancePass(pass: Pass): boolean {
    for (let work = 0; work < workPerStep;) {
      const run = pass.walk.take();
      if (run === undefined) {
        if (!pass.walk.advance() && !pass.walk.hasReady()) return false;
        work += workPerAdvance;
        continue;
      }
      if (this.#mustWait(run)) {
        pass.walk.putBack(run);
        return true;
      }
      const kept = this.#meet(run, pass.isReading);
      work += workOf(run, kept);
      if (kept !== null) this.#enter(kept, pass);
    }
    return true;
  }

  /** Enters a run in the order of the pass. */
  #enter(kept: Kept, pass: Pass): void {
    if (kept.pass === pass.number) return;
    if (kept.position !== pass.walk.position) this.#isChanged = true;
    kept.position = pass.walk.position;
    if (pass.isLooking && kept.pass !== 0) this.#look(kept);
    kept.pass = pass.number;
    pass.order.push(kept);
  }

  #endPass(pass: Pass): void {
    this.#pass = null;
    this.#isRead = true;
    const left: Kept[] = [];
    for (const kept of [...this.#order, ...this.#fresh]) {
      if (kept.pass === pass.number) continue;
      if (pass.isDisturbed && kept.reader === this.#reader && kept.run.nodes.every(isConnected)) left.push(kept);
      else this.#drop(kept);
    }
    if (pass.order.length !== this.#order.length || pass.order.some((kept, i) => kept !== this.#order[i])) this.#isChanged = true;
    this.#order = pass.order;
    this.#fresh = new Set(left);
    if (left.length > 0) this.#wantPass('soon');
    for (const kept of this.#order) if (kept.settledAt === -1) this.#settling.push(kept);
    if (pass.isReading) this.#isChanged = true;
  }

  #schedulePasses(costMs: number): void {
    const now = performance.now();
    this.#nextPassAt = now + Math.min(mostBetweenPassesMs, Math.max(leastBetweenRoundsMs, costMs * passFactor, Math.min(unhurriedMs, costMs * unhurriedFactor)));
    this.#nextIdlePassAt = now + Math.min(mostBetweenIdlePassesMs, Math.max(leastBetweenIdlePassesMs, costMs * idlePassFactor));
  }

  #wantPass(when: 'idle' | 'soon'): void {
    if (this.#passWanted === 'reading' || this.#passWanted === 'soon') return;
    this.#passWanted = when;
  }

  /** What is kept of a run: as it was if it is the same, read if it is new and `mayRead`, else nothing. */
  #meet(run: TextRun, mayRead: boolean): Kept | null {
    const known = this.#byNode.get(run.nodes[0]!);
    let isStale = false;
    if (known !== undefined) {
      for (const kept of [...known]) {
        if (kept.run.starts[0] !== run.starts[0]) continue;
        if (kept.reader === this.#reader && isSame(kept.run, run)) return kept;
        this.#drop(kept);
        isStale = true;
      }
    }
    return mayRead || isStale ? this.#read(run) : null;
  }

  #read(run: TextRun): Kept | null {
    if (this.#reader === null) return null;
    const reading = this.#reader.read(run.text, run.role);
    if (isEmptyRun(reading)) return null;
    const kept = new Kept(run, reading, this.#reader, this.#pass?.walk.position ?? 0);
    kept.mentions = this.#whole(run, this.#reader.safeMentions(reading));
    this.#look(kept);
    const first = run.nodes[0]!;
    const atNode = this.#byNode.get(first);
    if (atNode === undefined) this.#byNode.set(first, [kept]);
    else atNode.push(kept);
    const atHolder = this.#byHolder.get(run.holder);
    if (atHolder === undefined) this.#byHolder.set(run.holder, new Set([kept]));
    else atHolder.add(kept);
    this.#fresh.add(kept);
    this.#isChanged = true;
    if (this.#job !== null) this.#wantPass('soon');
    return kept;
  }

  #dropAll(all: Iterable<Kept>): void {
    for (const kept of [...all]) this.#drop(kept);
  }

  #drop(kept: Kept): void {
    if (kept.isDropped) return;
    kept.isDropped = true;
    const first = kept.run.nodes[0]!;
    const left = this.#byNode.get(first)?.filter((other) => other !== kept);
    if (left === undefined || left.length === 0) this.#byNode.delete(first);
    else this.#byNode.set(first, left);
    this.#byHolder.get(kept.run.holder)?.delete(kept);
    this.#fresh.delete(kept);
    if (kept.reader === this.#reader) kept.reader.forget(kept.reading);
    this.#isChanged = true;
    // It stays in the order, without mentions, until the next pass.
    kept.mentions = [];
    kept.visible = [];
    kept.hasMentions = false;
    if (this.#pass === null || this.#job !== null) this.#wantPass('soon');
  }

  #settle(kept: Kept): void {
    if (kept.isDropped || this.#reader === null || kept.reader !== this.#reader || kept.settledAt === this.#settleRound) return;
    kept.settledAt = this.#settleRound;
    const mentions = this.#whole(kept.run, this.#reader.settle(kept.reading));
    const isSameAsBefore = areEqualMentions(mentions, kept.mentions);
    // Set in either case, so that claims are found anew.
    kept.mentions = isSameAsBefore ? kept.mentions : mentions;
    const wantsClaims = this.#options.wantsClaims();
    if (this.#reader.awaitsClaims || (wantsClaims && kept.mayClaim)) void this.#claims.ask();
    if (this.#reader.awaitsProvisions) void this.#provisions.ask();
    // What is painted with every mark is found here, slice by slice.
    if (wantsClaims) void kept.claims;
    if (isSameAsBefore) return;
    this.#isChanged = true;
    this.#look(kept);
  }

  /** Mentions whose words stand together on the screen, not in two boxes that only follow each other. */
  #whole(run: TextRun, mentions: readonly Mention[]): readonly Mention[] {
    if (run.nodes.length === 1) return mentions;
    const { window } = this.#options;
    return mentions.filter((mention) => {
      const start = placeIn(run, mention.start, false).node;
      const end = placeIn(run, mention.end, true).node;
      return start === end || !edgesBetween(start, end).some((element) => setsApart(element, window));
    });
  }

  /** Finds out which mentions of a run can be seen. */
  #look(kept: Kept): void {
    const { run, mentions } = kept;
    kept.hasMentions = mentions.length > 0;
    let visible: readonly Mention[] = [];
    if (mentions.length > 0 && isShown(run.holder, this.#options.window)) {
      visible = run.nodes.length === 1 && parentOf(run.nodes[0]!) === run.holder
        ? mentions
        : mentions.filter((mention) => {
          const parent = parentOf(placeIn(run, mention.start, false).node);
          return parent !== null && (parent === run.holder || isShown(parent, this.#options.window));
        });
    }
    if (visible.length !== kept.visible.length || visible.some((mention, i) => mention !== kept.visible[i])) this.#isChanged = true;
    kept.visible = visible;
  }
}

function workOf(run: TextRun, kept: Kept | null): number {
  return run.text.length + workPerRun + (kept === null ? 0 : (kept.reading.candidates.length + 1) * workPerName);
}

/** Elements whose edges lie between two texts of one run. */
function edgesBetween(start: Text, end: Text): Element[] {
  const around = new Set<Node>();
  for (let at: Node | null = parentOf(end); at !== null; at = parentOf(at)) around.add(at);
  const edges: Element[] = [];
  let common: Node | null = parentOf(start);
  for (; common !== null && !around.has(common); common = parentOf(common)) if (isElement(common)) edges.push(common);
  for (let at: Node | null = parentOf(end); at !== null && at !== common; at = parentOf(at)) if (isElement(at)) edges.push(at);
  return edges;
}

/** Whether the text that stands right in a node is rendered, be it far out of view. */
function isShown(node: Node, window: Window): boolean {
  // A closed element of details is there; its text is not.
  if (isElement(node) && localNameOf(node) === 'details' && !hasAttributeOf(node, 'open')) return false;
  if (isElement(node) && isRendered(node, { visibilityProperty: true })) return true;
  const box = boxOf(node as Holder, window);
  return box !== node && isRendered(box, { visibilityProperty: true });
}

function isSame(a: TextRun, b: TextRun): boolean {
  return a.text === b.text && a.holder === b.holder && a.role === b.role && a.nodes.length === b.nodes.length
    && a.nodes.every((node, i) => node === b.nodes[i]);
}

function areEqualMentions(a: readonly Mention[], b: readonly Mention[]): boolean {
  return a.length === b.length && a.every((one, i) => {
    const other = b[i]!;
    return one.start === other.start && one.end === other.end && one.id === other.id && one.pinpoint === other.pinpoint
      && one.unknownVersion === other.unknownVersion;
  });
}
