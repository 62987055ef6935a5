/**
 * What is under the pointer, and what was pressed. One passive listener for moves, looked at once a frame; the hit test asks for
 * the caret at the point (about 0.01 ms, whatever the number of marks, where asking for highlights takes milliseconds) and then
 * for the mark's boxes, since the caret answers with the nearest text, however far. A pointer that passes means nothing under it
 * and is not tested: once it is slow, or still for a frame, it is. What follows decides hover-intent.ts.
 */
import { closestOf, isElement, isText, listenAt, nodeNameOf } from './dom.ts';
import { passingSpeed } from './hover-intent.ts';
import type { Hit, Marks, Span } from './marks.ts';

/** A mark under a point, and its boxes, that at the point first. */
export interface PointedMark<S extends Span> {
  readonly hit: Hit<S>;
  readonly rects: readonly DOMRect[];
}

export interface PointerOptions<S extends Span> {
  readonly window: Window & typeof globalThis;
  readonly document: Document;
  readonly signal: AbortSignal;
  readonly marks: Marks<S>;
  /** The card's host, while one is open. */
  readonly host: () => Element | null;
  readonly moved: (pointed: PointedMark<S> | null, inCard: boolean, event: PointerEvent) => void;
  readonly pressed: (pointed: PointedMark<S> | null, inCard: boolean, isTouch: boolean) => void;
  readonly left: () => void;
}

/** Underlines stand below the letters: a pointer on one still means the word. */
const slackPx = 2;

function holdsPoint(rect: DOMRect, x: number, y: number): boolean {
  return x >= rect.left - slackPx && x <= rect.right + slackPx && y >= rect.top - slackPx && y <= rect.bottom + slackPx;
}

/** The mark at a point of the view. */
export function markAt<S extends Span>(document: Document, marks: Marks<S>, x: number, y: number): PointedMark<S> | null {
  const caret = Document.prototype.caretPositionFromPoint.call(document, x, y, { shadowRoots: marks.shadowRoots() });
  if (caret === null || !isText(caret.offsetNode)) return null;
  for (const hit of marks.at(caret.offsetNode, caret.offset)) {
    const rects = marks.rectsOf(hit.shown.run, hit.span);
    const pointed = rects.find((rect) => holdsPoint(rect, x, y));
    if (pointed !== undefined) return { hit, rects: [pointed, ...rects.filter((rect) => rect !== pointed)] };
  }
  return null;
}

/** Marks may be painted just after the pointer came to where they are; a pointer that has long been still means nothing by it. */
const freshMs = 1_000;

/** Begins to listen; ends with the signal. The answer looks again at where the pointer went just now: marks were painted. */
export function listenToPointer<S extends Span>(options: PointerOptions<S>): () => void {
  const { window, document, signal, marks } = options;
  let last: PointerEvent | null = null;
  let looked: PointerEvent | null = null;
  let frame = 0;
  const isInCard = (event: Event): boolean => {
    const host = options.host();
    return host !== null && event.composedPath().includes(host);
  };
  let lastInCard = false;

  const look = (): void => {
    frame = 0;
    if (last === null || signal.aborted) return;
    const event = last;
    const isPassing = !lastInCard && looked !== null
      && Math.hypot(event.clientX - looked.clientX, event.clientY - looked.clientY) > passingSpeed * Math.max(1, event.timeStamp - looked.timeStamp);
    looked = event;
    if (isPassing) frame = window.requestAnimationFrame(look);
    options.moved(lastInCard || isPassing ? null : markAt(document, marks, event.clientX, event.clientY), lastInCard, event);
  };
  window.addEventListener('pointermove', (event) => {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    last = event;
    lastInCard = isInCard(event);
    if (frame === 0) frame = window.requestAnimationFrame(look);
  }, { passive: true, capture: true, signal });
  listenAt(document, 'pointerout', (event) => {
    // Out of the window, or into a frame, whose moves are not heard here.
    const to = event.relatedTarget;
    if (!event.isTrusted || (to instanceof Node && !/^i?frame$/i.test(nodeNameOf(to)))) return;
    last = null;
    options.left();
  }, { passive: true, capture: true, signal });
  window.addEventListener('click', (event) => {
    if (!event.isTrusted || event.button !== 0) return;
    const inCard = isInCard(event);
    const isTouch = (event as PointerEvent).pointerType === 'touch';
    const target = event.composedPath()[0];
    // What a press does already is the page's: links, buttons, fields.
    const isTaken = target instanceof Node && isElement(target)
      && closestOf(target, 'a[href], button, summary, label, input, select, textarea, [role="button"], [role="link"], [onclick]') !== null;
    const pointed = inCard || isTaken ? null : markAt(document, marks, event.clientX, event.clientY);
    options.pressed(pointed, inCard, isTouch);
  }, { passive: true, capture: true, signal });
  signal.addEventListener('abort', () => { window.cancelAnimationFrame(frame); }, { once: true });
  return () => {
    if (last !== null && performance.now() - last.timeStamp < freshMs && frame === 0) frame = window.requestAnimationFrame(look);
  };
}
