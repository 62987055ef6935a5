/**
 * The page's side of `npm run fuzz`: makes a case's tree, starts page/ on it, changes it, and compares what is marked with what a
 * second page/, started fresh on the same document, marks. Runs in a page of its own, without an extension.
 */
import { startCards } from '../../page/start-cards.ts';
import { findClaims } from '../../mentions/claims.ts';
import { findProvisions } from '../../mentions/provisions.ts';
import { makeReading } from '../../mentions/reading.ts';
import { openLexicon, type PackedLexicon } from '../../mentions/lexicon.ts';
import { Reader } from '../../mentions/reader.ts';
import { type PageHandle, startPage } from '../../page/start-page.ts';
import type { Batch, Case, Change, Spec } from './make-case.ts';

const allKinds = {
  model: true, product: true, tool: true, framework: true, dataset: true, organisation: true, company: true, licence: true, regulation: true,
  provision: true, concept: true,
};
interface Marked {
  readonly text: string;
  readonly range: StaticRange;
}

const registry = (): Map<string, Iterable<StaticRange>> => (CSS as unknown as { highlights: Map<string, Iterable<StaticRange>> }).highlights;

/** The letters that a range stands on now. */
const lettersOf = (range: StaticRange): string => {
  const { startContainer, endContainer, startOffset, endOffset } = range;
  if (!startContainer.isConnected || !endContainer.isConnected) return '(gone)';
  if (startContainer === endContainer) return startContainer.nodeValue!.slice(startOffset, endOffset);
  const live = document.createRange();
  live.setStart(startContainer, startOffset);
  live.setEnd(endContainer, endOffset);
  return live.toString();
};

/** What is marked, in the order of the page, shadow roots before what else is in their hosts. */
const marked = (name: string): Marked[] => {
  const order = new Map(nodesIn(document).map((node, n) => [node, n]));
  const placeOf = ({ startContainer }: StaticRange): number => order.get(startContainer) ?? -1;
  return [...registry().get(`${name}-mark`) ?? []]
    .sort((a, b) => placeOf(a) - placeOf(b) || a.startOffset - b.startOffset)
    .map((range) => ({ text: lettersOf(range), range }));
};

const start = (name: string, lexicon: PackedLexicon): { handle: PageHandle; stop(): void } => {
  const controller = new AbortController();
  const handle = startPage({
    document, signal: controller.signal, lexicon: openLexicon(lexicon),
    settings: { kinds: allKinds, repeat: 'every', inlineCode: false, claims: true, open: 'hover', delayMs: 300 },
    highlightNames: { mark: `${name}-mark`, ring: `${name}-ring`, claim: `${name}-claim` },
    markStyle: `::highlight(${name}-mark){text-decoration:underline}`, closedRoots: true, isAlive: () => true,
    callbacks: {
      loadCards: async () => (options) => startCards(options, { showCard: () => Promise.reject(new Error('no card here')), describe: async () => '', warmUp: () => {} }),
      loadReading: async () => makeReading(),
      loadProvisions: async () => findProvisions,
      loadClaims: async () => findClaims,
      report: () => {},
    },
  });
  return { handle, stop: () => { controller.abort(); } };
};

const make = (spec: Spec): Node => {
  if ('text' in spec) return document.createTextNode(spec.text);
  if ('comment' in spec) return document.createComment(spec.comment);
  const element = document.createElement(spec.tag);
  for (const [name, value] of Object.entries(spec.attributes ?? {})) element.setAttribute(name, value);
  if (spec.shadow !== undefined) element.attachShadow({ mode: 'open', serializable: true }).append(...spec.shadow.map(make));
  element.append(...spec.kids.map(make));
  return element;
};

/** All nodes below one, also in shadow roots. */
const nodesIn = (root: Node): Node[] =>
  [...root.childNodes].flatMap((node) => [node, ...(node instanceof Element && node.shadowRoot ? nodesIn(node.shadowRoot) : []), ...nodesIn(node)]);

const apply = (change: Change): void => {
  const nodes = nodesIn(document.body);
  const texts = nodes.filter((node): node is Text => node instanceof Text);
  const elements = [document.body, ...nodes.filter((node): node is HTMLElement => node instanceof HTMLElement)];
  const at = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];
  const put = (to: number, place: number, node: Node): void => {
    const parent = at(elements, to)!;
    // Neither into itself nor into its own shadow tree.
    for (let around: Node | null = parent; around !== null; around = around instanceof ShadowRoot ? around.host : around.parentNode) if (around === node) return;
    parent.insertBefore(node, parent.childNodes[place % (parent.childNodes.length + 1)] ?? null);
  };
  switch (change.do) {
    case 'set-data': { const text = at(texts, change.at); if (text) text.data = change.text; return; }
    case 'append-data': at(texts, change.at)?.appendData(change.text); return;
    case 'insert-data': { const text = at(texts, change.at); text?.insertData(change.offset % (text.length + 1), change.text); return; }
    case 'delete-data': { const text = at(texts, change.at); text?.deleteData(change.offset % (text.length + 1), change.count); return; }
    case 'split': { const text = at(texts, change.at); text?.splitText(change.offset % (text.length + 1)); return; }
    case 'normalize': at(elements, change.at)!.normalize(); return;
    case 'remove': (at(nodes, change.at) as ChildNode | undefined)?.remove(); return;
    case 'set-content': at(elements, change.at)!.textContent = change.text; return;
    case 'replace-all': at(elements, change.at)!.replaceChildren(...change.specs.map(make)); return;
    case 'insert': put(change.to, change.place, make(change.spec)); return;
    case 'move': { const node = at(nodes, change.at); if (node) put(change.to, change.place, node); return; }
    case 'unwrap': { const element = at(elements.slice(1), change.at); if (element) element.replaceWith(...element.childNodes); return; }
    case 'wrap': {
      const node = at(nodes, change.at) as ChildNode | undefined;
      if (!node) return;
      const around = document.createElement(change.tag);
      node.replaceWith(around);
      around.append(node);
      return;
    }
    case 'toggle': {
      const element = at(elements.slice(1), change.at);
      if (element?.hasAttribute(change.attribute)) element.removeAttribute(change.attribute);
      else element?.setAttribute(change.attribute, '');
    }
  }
};

const html = (): string => document.documentElement.getHTML({ serializableShadowRoots: true });
const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);
const say = (marks: readonly Marked[]): string => JSON.stringify(marks.map(({ text }) => text));

/** Runs a case. Resolves with what went wrong, or null. */
const run = async ({ tree, batches }: Case, lexicon: PackedLexicon, patienceMs: number): Promise<string | null> => {
  document.body.replaceChildren(...tree.map(make));
  const followed = start('followed', lexicon);
  /** Everything that was rightly marked so far. */
  const right = new Set<string>();
  const reader = new Reader(openLexicon(lexicon), {});
  /** Whether letters are a name, or two that are one, be it one that only stood there before. */
  const isName = (text: string): boolean => {
    if (right.has(text)) return true;
    const { candidates, citesProvision } = reader.read(text);
    return citesProvision || (candidates[0]?.start === 0 && candidates.at(-1)!.end === text.length);
  };

  /** Waits until what is followed is marked as a fresh start marks it. */
  const compare = async (when: string): Promise<string | null> => {
    const before = html();
    const touched: MutationRecord[] = [];
    const watch = new MutationObserver((records) => { touched.push(...records); });
    watch.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    const fresh = start('fresh', lexicon);
    const end = performance.now() + patienceMs;
    let a: Marked[] = [];
    let b: Marked[] = [];
    let isSame = false;
    let quiet = 0;
    let last = '';
    // The fresh start is done once it is complete and what it has marked stays the same for some frames.
    while (performance.now() < end) {
      await frame();
      a = marked('followed');
      b = marked('fresh');
      const now = say(b);
      quiet = fresh.handle.report().complete && now === last ? quiet + 1 : 0;
      last = now;
      isSame = a.length === b.length && a.every(({ text, range }, i) => {
        const other = b[i]!;
        return text === other.text && range.startContainer === other.range.startContainer && range.startOffset === other.range.startOffset
          && range.endContainer === other.range.endContainer && range.endOffset === other.range.endOffset;
      });
      if (quiet >= 4 && isSame) break;
    }
    fresh.stop();
    watch.disconnect();
    for (const { text } of b) right.add(text);
    if (!isSame || quiet < 4) return `${when}: marked ${say(a)}, a fresh start marks ${say(b)}${quiet < 4 ? ' and is not done' : ''}`;
    if (touched.length > 0 || html() !== before) return `${when}: the page was touched`;
    return null;
  };

  const play = async (batch: Batch, n: number): Promise<string | null> => {
    for (const change of batch.changes) apply(change);
    if (batch.then === 'nothing') {
      await new Promise((done) => setTimeout(done));
      return null;
    }
    await frame();
    const wrong = marked('followed').filter(({ text }) => !isName(text));
    if (wrong.length > 0) return `right after changes ${n}: marks on ${say(wrong)}`;
    return batch.then === 'settle' ? compare(`after changes ${n}`) : null;
  };
  let failure = await compare('at the start');
  for (let n = 0; failure === null && n < batches.length; n += 1) failure = await play(batches[n]!, n);
  failure ??= await compare('at the end');
  const before = html();
  followed.stop();
  if (failure === null && [...registry().keys()].length > 0) failure = 'stopped, and a highlight is left';
  if (failure === null && html() !== before) failure = 'stopping touched the page';
  return failure;
};

const api = { run };
export type FuzzSide = typeof api;
(globalThis as unknown as { ajarFuzz: FuzzSide }).ajarFuzz = api;
