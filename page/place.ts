/**
 * Places a card's host beside its mark with Floating UI. Called by the card's script only, so that the script of every page does
 * not carry it. It never lets the card cover the line that the reader points at, nor leave the view; where no side has room
 * (200 % zoom, a narrow window) the card gets the roomiest side and scrolls inside.
 */
import { type Placement, computePosition, flip, offset, shift, size } from '@floating-ui/dom';
import type { CardTarget } from './types.ts';

/** Between mark and card: the underline stays visible, and the way to the card is short. */
const distancePx = 8;
/** Between card and the edge of the view. */
const marginPx = 8;

/**
 * Moves `host`, a fixed element in the top layer, beside the target. Sets `--ajar-room` and
 * `--ajar-width` to the height and width that are free there, in pixels, for the card's own limits.
 */
export async function placeCard(host: HTMLElement, target: CardTarget): Promise<void> {
  if (target.as === 'sheet') return;
  const pointed = target.rects[0]!;
  const style = getComputedStyle(target.element);
  const isVertical = style.writingMode.startsWith('vertical') || style.writingMode.startsWith('sideways');
  const sides: [Placement, Placement[]] = isVertical
    ? ['left-start', ['right-start', 'bottom', 'top']]
    : ['bottom-start', ['top-start', 'right', 'left']];
  const box = {
    getBoundingClientRect: () => pointed,
    contextElement: target.element,
  };
  const { x, y } = await computePosition(box, host, {
    strategy: 'fixed',
    placement: sides[0],
    middleware: [
      offset(distancePx),
      flip({ padding: marginPx, fallbackPlacements: sides[1], fallbackStrategy: 'bestFit' }),
      size({
        padding: marginPx,
        apply({ availableHeight, availableWidth }) {
          host.style.setProperty('--ajar-room', `${Math.max(120, Math.floor(availableHeight))}px`);
          host.style.setProperty('--ajar-width', `${Math.max(160, Math.floor(availableWidth))}px`);
        },
      }),
      shift({ padding: marginPx }),
    ],
  });
  host.style.setProperty('--ajar-x', `${Math.round(x)}px`, 'important');
  host.style.setProperty('--ajar-y', `${Math.round(y)}px`, 'important');
}
