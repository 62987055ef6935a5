/**
 * Looking things up by their place in a run. Called by provisions.ts and claims.ts, so that a run with thousands of
 * mentions costs no more for each than a short one.
 */

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Index of the first of `spans`, which lie in order and do not overlap, that starts at `at` or later; their count if none does. */
export const firstFrom = (spans: readonly Span[], at: number): number => {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < at) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Those of `spans` that lie whole between `from` and `to`. */
export const spansWithin = <T extends Span>(spans: readonly T[], from: number, to: number): T[] => {
  const found: T[] = [];
  for (let i = firstFrom(spans, from); i < spans.length && spans[i]!.end <= to; i++) found.push(spans[i]!);
  return found;
};
