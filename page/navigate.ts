/** Going from mention to mention: which is next, and bringing it into view. Painting the ring is the caller's. */
import type { TextRun } from './text-runs.ts';
import { isElement, parentOf, scrollToElement } from './dom.ts';
import { placeIn } from './text-runs.ts';
import type { Span } from './marks.ts';

/** The index after (or before) `at` among `count`, round the ends; -1 stands before the first. */
export function turn(at: number, count: number, by: 1 | -1): number {
  if (count === 0) return -1;
  if (at < 0) return by === 1 ? 0 : count - 1;
  return (at + by + count) % count;
}

/** Brings a span into the middle of the view, through all scrollers around it. */
export function bringIntoView(window: Window, run: TextRun, span: Span, rectsOf: () => readonly DOMRect[]): void {
  const parent = parentOf(placeIn(run, span.start, false).node);
  if (parent === null || !isElement(parent)) return;
  scrollToElement(parent, { block: 'center', inline: 'nearest', behavior: 'instant' });
  // In an element that is taller than the view its middle may be far from the span.
  const rect = rectsOf()[0];
  if (rect !== undefined && (rect.top < 0 || rect.bottom > window.innerHeight)) {
    window.scrollBy({ top: rect.top - window.innerHeight / 2, behavior: 'instant' });
  }
}
