/**
 * Whether a card opens, stays or goes: a pure function of what the pointer, the keys and the focus did, so that it is tested
 * without a clock. `pointer.ts` and `start-page.ts` feed it and obey its actions; it knows no element.
 *
 *     idle --on a mark--> resting --rested--> open --off mark and card--> open, leaving --grace over--> idle
 *
 * A card opens when the pointer has rested on a mark, not while it passes: each move faster than 0.5 px/ms starts the rest
 * again. On its way from the mark to the card the pointer may cross other text and other marks. It is never closed by time
 * while the pointer is on the mark or in the card, or the focus in the card (WCAG 1.4.13: dismissible, hoverable, persistent).
 */

/** Time a pointer may be outside mark and card before the card closes. */
export const graceMs = 300;
/** Pixels per millisecond above which a pointer passes. */
export const passingSpeed = 0.5;

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface HoverSettings {
  readonly open: 'hover' | 'click' | 'alt';
  readonly delayMs: number;
}

/** What happened; `M` is a mark, compared by identity. */
export type HoverEvent<M> =
  | { readonly type: 'move'; readonly mark: M | null; readonly inCard: boolean; readonly at: Point; readonly alt: boolean; readonly card: Box | null }
  /** A press; `isTouch`: by a finger. Marks in links are given as null. */
  | { readonly type: 'press'; readonly mark: M | null; readonly inCard: boolean; readonly isTouch: boolean }
  /** The reader asked for this mark's card by a command. */
  | { readonly type: 'ask'; readonly mark: M }
  | { readonly type: 'time' }
  | { readonly type: 'escape' }
  /** The pointer left the window. */
  | { readonly type: 'leave' }
  | { readonly type: 'focus'; readonly inCard: boolean }
  /** The open mark went out of view, or its text away. */
  | { readonly type: 'gone' }
  /** The card asked to be closed. */
  | { readonly type: 'close' };

export type HoverAction<M> =
  | { readonly type: 'open'; readonly mark: M; readonly how: 'hover' | 'press' | 'touch' | 'ask' }
  | { readonly type: 'close'; readonly returnsFocus: boolean };

export interface HoverState<M> {
  /** The mark whose card is open. */
  readonly open: M | null;
  /** The card stays until it is dismissed: it was asked for, not met. */
  readonly isHeld: boolean;
  readonly hasFocus: boolean;
  /** The pointer is on the open mark or in its card. */
  readonly isOver: boolean;
  /** The mark on which the pointer is coming to rest. */
  readonly resting: M | null;
  /** Since when it does. */
  readonly restsSince: number;
  /** When the next `time` event is wanted, or null. */
  readonly wakeAt: number | null;
  /** Where the pointer was last, and when. */
  readonly at: Point | null;
  readonly atTime: number;
  /** Where the pointer left the mark: its way to the card starts there. */
  readonly leftAt: Point | null;
}

export interface HoverStep<M> {
  readonly state: HoverState<M>;
  readonly actions: readonly HoverAction<M>[];
}

export function idleHover<M>(): HoverState<M> {
  return { open: null, isHeld: false, hasFocus: false, isOver: false, resting: null, restsSince: 0, wakeAt: null, at: null, atTime: 0, leftAt: null };
}

/** The next state, and what is to be done. Times are milliseconds of one clock. */
export function stepHover<M>(state: HoverState<M>, event: HoverEvent<M>, now: number, settings: HoverSettings): HoverStep<M> {
  switch (event.type) {
    case 'move': return move(state, event, now, settings);
    case 'press': return press(state, event, settings);
    case 'ask': return open(state, event.mark, 'ask');
    case 'time': return wake(state, now);
    case 'leave': return leave(state, now);
    case 'focus': return focus(state, event.inCard, now);
    case 'escape': return close(state, true);
    case 'close': return close(state, true);
    case 'gone': return close(state, state.hasFocus);
  }
}

function stay<M>(state: HoverState<M>): HoverStep<M> {
  return { state, actions: [] };
}

function open<M>(state: HoverState<M>, mark: M, how: 'hover' | 'press' | 'touch' | 'ask'): HoverStep<M> {
  const next: HoverState<M> = {
    ...state, open: mark, isHeld: how !== 'hover', hasFocus: false, isOver: how === 'hover', resting: null,
    wakeAt: null, leftAt: how === 'hover' ? state.at : null,
  };
  return { state: next, actions: [{ type: 'open', mark, how }] };
}

function close<M>(state: HoverState<M>, returnsFocus: boolean): HoverStep<M> {
  const next: HoverState<M> = { ...idleHover<M>(), at: state.at, atTime: state.atTime };
  return { state: next, actions: state.open === null ? [] : [{ type: 'close', returnsFocus }] };
}

function move<M>(
  state: HoverState<M>, event: Extract<HoverEvent<M>, { type: 'move' }>, now: number, settings: HoverSettings,
): HoverStep<M> {
  const isFast = state.at !== null && distance(state.at, event.at) > passingSpeed * Math.max(1, now - state.atTime);
  const here: HoverState<M> = { ...state, at: event.at, atTime: now };
  const opensByRest = settings.open === 'hover' || (settings.open === 'alt' && event.alt);
  const { mark } = event;
  if (state.open === null) {
    if (mark === null || event.inCard || !opensByRest) return stay({ ...here, resting: null, wakeAt: null });
    // The settings may have changed since the rest began.
    const restsSince = mark === state.resting && !isFast ? state.restsSince : now;
    return stay({ ...here, resting: mark, restsSince, wakeAt: restsSince + settings.delayMs });
  }
  // On the mark or in the card.
  if (event.inCard || mark === state.open) {
    return stay({ ...here, isOver: true, resting: null, wakeAt: null, leftAt: event.inCard ? state.leftAt : event.at });
  }
  const off: HoverState<M> = { ...here, isOver: false };
  if (state.isHeld || state.hasFocus) return stay({ ...off, resting: null, wakeAt: null });
  const isOnWay = event.card !== null && state.leftAt !== null && isBetween(event.at, state.leftAt, event.card);
  if (mark !== null && opensByRest) {
    // From mark to mark the card swaps at once, unless the pointer passes, or may be on its way to the card.
    if (!isFast && !isOnWay) return open(off, mark, 'hover');
    if (mark === state.resting && !isFast) return stay(off);
    return stay({ ...off, resting: mark, restsSince: now, wakeAt: now + (isOnWay ? settings.delayMs : Math.min(settings.delayMs, 60)) });
  }
  // Off both. Each move that is still on the way gives new grace, and so does the first off it.
  const isNewlyOff = state.wakeAt === null || state.resting !== null;
  return stay({ ...off, resting: null, wakeAt: isOnWay || isNewlyOff ? now + graceMs : state.wakeAt });
}

function press<M>(state: HoverState<M>, event: Extract<HoverEvent<M>, { type: 'press' }>, settings: HoverSettings): HoverStep<M> {
  if (event.inCard) return stay({ ...state, resting: null, wakeAt: null });
  if (event.mark !== null && (event.isTouch || settings.open === 'click')) {
    if (event.mark === state.open) return close(state, false);
    return open(state, event.mark, event.isTouch ? 'touch' : 'press');
  }
  // A press elsewhere dismisses; one on the mark itself is the page's own business.
  if (state.open !== null && event.mark === state.open) return stay(state);
  return close(state, false);
}

function wake<M>(state: HoverState<M>, now: number): HoverStep<M> {
  if (state.wakeAt === null || now < state.wakeAt) return stay(state);
  if (state.resting !== null) return open(state, state.resting, 'hover');
  if (state.open !== null && !state.isHeld && !state.hasFocus) return close(state, false);
  return stay({ ...state, wakeAt: null });
}

function leave<M>(state: HoverState<M>, now: number): HoverStep<M> {
  if (state.open === null) return stay({ ...state, resting: null, wakeAt: null, at: null });
  const off: HoverState<M> = { ...state, isOver: false, resting: null, at: null };
  return stay({ ...off, wakeAt: state.isHeld || state.hasFocus ? null : now + graceMs });
}

function focus<M>(state: HoverState<M>, inCard: boolean, now: number): HoverStep<M> {
  if (state.open === null || state.hasFocus === inCard) return stay(state);
  if (inCard) return stay({ ...state, hasFocus: true, wakeAt: null });
  return stay({ ...state, hasFocus: false, isHeld: false, wakeAt: state.isOver ? null : now + graceMs });
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** Whether a point lies in the hull of another point and a box, with some pixels to spare. */
export function isBetween(point: Point, from: Point, box: Box): boolean {
  const spare = 6;
  const { left, top, right, bottom } = { left: box.left - spare, top: box.top - spare, right: box.right + spare, bottom: box.bottom + spare };
  if (point.x >= left && point.x <= right && point.y >= top && point.y <= bottom) return true;
  const corners = [{ x: left, y: top }, { x: right, y: top }, { x: right, y: bottom }, { x: left, y: bottom }];
  return corners.some((corner, i) => isInTriangle(point, from, corner, corners[(i + 1) % 4]!));
}

function isInTriangle(point: Point, a: Point, b: Point, c: Point): boolean {
  const side = (p: Point, q: Point): number => (point.x - q.x) * (p.y - q.y) - (p.x - q.x) * (point.y - q.y);
  const sides = [side(a, b), side(b, c), side(c, a)];
  return !(sides.some((value) => value < 0) && sides.some((value) => value > 0));
}
