import { describe, expect, it } from 'vitest';
import { chooseSide, type Box, type Side } from '../../page/place.ts';

const desk = { width: 1200, height: 800 };
const phone = { width: 320, height: 600 };
const tiny = { width: 320, height: 256 };
const word = (left: number, top: number, width = 80, height = 20): Box => ({ left, top, right: left + width, bottom: top + height });

describe('chooseSide', () => {
  it.each<[string, Box, { width: number; height: number }, { width: number; height: number }, Side]>([
    ['below, where it fits', word(100, 100), { width: 400, height: 500 }, desk, 'below'],
    ['above, where only that holds it whole', word(100, 700), { width: 400, height: 500 }, desk, 'above'],
    ['on the roomier side, scrolling, where neither holds it', word(100, 330), { width: 400, height: 600 }, desk, 'below'],
    ['above where that is roomier', word(100, 480), { width: 400, height: 600 }, desk, 'above'],
    ['never over the text beside in a narrow window', word(10, 280), { width: 304, height: 560 }, phone, 'below'],
    ['beside, where above and below are both scanty and there is room', word(10, 180), { width: 400, height: 500 }, { width: 1200, height: 400 }, 'right'],
    ['across, where no side has room', word(100, 110), { width: 304, height: 500 }, tiny, 'below'],
  ])('puts a card %s', (_, mark, card, view, side) => {
    expect(chooseSide(mark, card, view, false)).toBe(side);
  });

  it('goes by columns in vertical text', () => {
    expect(chooseSide(word(800, 100, 20, 80), { width: 400, height: 500 }, desk, true)).toBe('left');
    expect(chooseSide(word(100, 100, 20, 80), { width: 400, height: 500 }, desk, true)).toBe('right');
    expect(chooseSide(word(150, 20, 20, 80), { width: 304, height: 400 }, phone, true)).toBe('below');
    expect(chooseSide(word(200, 90, 20, 60), { width: 400, height: 500 }, { width: 450, height: 300 }, true)).toBe('below');
  });

  it('keeps its side while that has some room', () => {
    expect(chooseSide(word(100, 400), { width: 400, height: 500 }, desk, false, 'below')).toBe('below');
    expect(chooseSide(word(100, 700), { width: 400, height: 500 }, desk, false, 'below')).toBe('above');
  });
});
