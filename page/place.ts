/**
 * Places a card's host beside its mark. Called by the card's script only, so that the script of every page does not carry it.
 * It never lets the card cover the mark nor leave the view. The side is chosen here: Floating UI's own choice by area puts a card
 * beside the words and over their text as soon as it is a little higher than the room. Where no side has room for all of the card
 * it gets the roomiest and scrolls inside.
 */
import { computePosition, offset, shift, size, type Placement } from '@floating-ui/dom';
import type { CardTarget } from './types.ts';

/** Between mark and card: the underline stays visible, and the way to the card is short. */
const distancePx = 8;
/** Between card and the edge of the view. */
const marginPx = 8;
/** With less room across the lines than this the card goes along them, where it has enough there: a width, or the height of a head. */
const leastPx = 240;
const leastAlongPx = { horizontal: 240, vertical: 120 } as const;

export type Side = 'below' | 'above' | 'left' | 'right';
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Where a card goes: after the line that it is about, else before it, where either holds it whole; else on the roomier of these,
 * and only where both are scanty beside the words. A card that has a side keeps it while that has room, so that it does
 * not jump while the page scrolls.
 */
export function chooseSide(
  mark: Box, card: { readonly width: number; readonly height: number }, view: { readonly width: number; readonly height: number },
  isVertical: boolean, before?: Side,
): Side {
  const spare = distancePx + marginPx;
  const room: Record<Side, number> = {
    below: view.height - mark.bottom - spare, above: mark.top - spare, left: mark.left - spare, right: view.width - mark.right - spare,
  };
  const [after, ahead, ...beside]: Side[] = isVertical ? ['left', 'right', 'below', 'above'] : ['below', 'above', 'right', 'left'];
  const need = isVertical ? card.width : card.height;
  if (before !== undefined && room[before] >= Math.min(need, leastPx)) return before;
  if (room[after!] >= need) return after!;
  if (room[ahead!] >= need) return ahead!;
  const roomier = (a: Side, b: Side): Side => (room[a] >= room[b] ? a : b);
  const across = roomier(after!, ahead!);
  const along = roomier(beside[0]!, beside[1]!);
  return room[across] < leastPx && room[along] >= leastAlongPx[isVertical ? 'vertical' : 'horizontal'] ? along : across;
}

const placements: Record<Side, readonly [horizontal: Placement, vertical: Placement]> = {
  below: ['bottom-start', 'bottom'], above: ['top-start', 'top'], left: ['left', 'left-start'], right: ['right', 'right-start'],
};
const sides = new WeakMap<HTMLElement, Side>();

/** The mark's box as the card keeps clear of it: across the lines all of it, along them only the line that is pointed at. */
function boxOf({ rects }: CardTarget, isVertical: boolean): DOMRect {
  const pointed = rects[0]!;
  const left = Math.min(...rects.map((rect) => rect.left));
  const top = Math.min(...rects.map((rect) => rect.top));
  const width = Math.max(...rects.map((rect) => rect.right)) - left;
  const height = Math.max(...rects.map((rect) => rect.bottom)) - top;
  return isVertical ? new DOMRect(left, pointed.top, width, pointed.height) : new DOMRect(pointed.left, top, pointed.width, height);
}

/**
 * Moves `host`, a fixed element in the top layer, beside the target. It is held at the edge that is towards the mark, so that a card
 * that grows grows away from it. Sets `--ajar-room` and `--ajar-width` to the height and width up to which it can, in pixels.
 */
export async function placeCard(host: HTMLElement, target: CardTarget): Promise<void> {
  if (target.as === 'sheet') return;
  const set = (name: string, px: number | null): void => host.style.setProperty(`--ajar-${name}`, px === null ? 'auto' : `${Math.floor(px)}px`, 'important');
  const { writingMode } = getComputedStyle(target.element);
  const isVertical = writingMode.startsWith('vertical') || writingMode.startsWith('sideways');
  const mark = boxOf(target, isVertical);
  const view = { width: visualViewport?.width ?? innerWidth, height: visualViewport?.height ?? innerHeight };
  const side = chooseSide(mark, host.getBoundingClientRect(), view, isVertical, sides.get(host));
  sides.set(host, side);
  const { x, y } = await computePosition({ getBoundingClientRect: () => mark, contextElement: target.element }, host, {
    strategy: 'fixed',
    placement: placements[side][isVertical ? 1 : 0],
    middleware: [
      offset(distancePx),
      shift({ padding: marginPx }),
      size({
        padding: marginPx,
        apply({ availableHeight, availableWidth }) {
          set('room', availableHeight);
          set('width', availableWidth);
        },
      }),
    ],
  });
  // The far edges of what a fixed element is placed in: a scroll bar may take a part of the window.
  for (const edge of ['x', 'y']) set(edge, null);
  for (const edge of ['right', 'bottom']) set(edge, 0);
  const card = host.getBoundingClientRect();
  const isUp = side === 'above';
  const isToLeft = side === 'left';
  set('x', isToLeft ? null : x);
  set('y', isUp ? null : y);
  set('right', isToLeft ? card.right - x - card.width : null);
  set('bottom', isUp ? card.bottom - y - card.height : null);
  set('room', isUp ? y + card.height - marginPx : view.height - y - marginPx);
  set('width', isToLeft ? x + card.width - marginPx : view.width - x - marginPx);
}
