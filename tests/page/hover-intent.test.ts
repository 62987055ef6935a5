/** When a card opens, stays and goes. Time is a number that the tests count up. */
import { describe, expect, it } from 'vitest';
import { type HoverEvent, type HoverSettings, type HoverState, graceMs, idleHover, isBetween, stepHover } from '../../page/hover-intent.ts';

const card = { left: 100, top: 130, right: 400, bottom: 330 };

/** Plays events at times and gives what was done, as words. A `time` event comes by itself whenever it was wanted. */
function play(settings: Partial<HoverSettings>, events: readonly (readonly [now: number, event: HoverEvent<string>])[], until = 0): string[] {
  const all: HoverSettings = { open: 'hover', delayMs: 300, ...settings };
  let state: HoverState<string> = idleHover();
  const done: string[] = [];
  const take = (event: HoverEvent<string>, now: number): void => {
    const step = stepHover(state, event, now, all);
    state = step.state;
    for (const action of step.actions) {
      done.push(action.type === 'open' ? `${now} open ${action.mark} by ${action.how}` : `${now} close${action.returnsFocus ? ' with focus' : ''}`);
    }
  };
  const ring = (before: number): void => {
    while (state.wakeAt !== null && state.wakeAt <= before) take({ type: 'time' }, state.wakeAt);
  };
  for (const [now, event] of events) {
    ring(now);
    take(event, now);
  }
  ring(until);
  return done;
}

function move(x: number, y: number, mark: string | null, more: { inCard?: boolean; alt?: boolean } = {}): HoverEvent<string> {
  return { type: 'move', mark, inCard: more.inCard ?? false, at: { x, y }, alt: more.alt ?? false, card };
}

describe('opening', () => {
  it('opens where the pointer rests', () => {
    expect(play({}, [[0, move(120, 110, 'a')]], 1000)).toEqual(['300 open a by hover']);
  });

  it('does not open where the pointer only passes', () => {
    expect(play({}, [[0, move(80, 110, null)], [16, move(120, 110, 'a')], [120, move(200, 110, null)]], 1000)).toEqual([]);
  });

  it('starts the rest again with each fast move, not with a slow one', () => {
    expect(play({}, [[0, move(100, 110, 'a')], [200, move(105, 110, 'a')]], 1000)).toEqual(['300 open a by hover']);
    expect(play({}, [[0, move(100, 110, 'a')], [200, move(250, 110, 'a')]], 1000)).toEqual(['500 open a by hover']);
  });

  it('opens on a press or with Alt alone, where that is set', () => {
    expect(play({ open: 'click' }, [[0, move(120, 110, 'a')]], 1000)).toEqual([]);
    expect(play({ open: 'click' }, [[0, { type: 'press', mark: 'a', inCard: false, isTouch: false }]])).toEqual(['0 open a by press']);
    expect(play({ open: 'alt' }, [[0, move(120, 110, 'a')]], 1000)).toEqual([]);
    expect(play({ open: 'alt' }, [[0, move(120, 110, 'a', { alt: true })]], 1000)).toEqual(['300 open a by hover']);
  });

  it('opens by a finger in every setting, and by a press of the mouse in none but its own', () => {
    expect(play({}, [[0, { type: 'press', mark: 'a', inCard: false, isTouch: true }]])).toEqual(['0 open a by touch']);
    expect(play({}, [[0, { type: 'press', mark: 'a', inCard: false, isTouch: false }]])).toEqual([]);
  });
});

describe('a change of settings under a pointer that rests', () => {
  it.each([[2000, 2000], [100, 400]])('holds for the rest that has begun: of %i ms, looked at after 400 ms', (delayMs, opensAt) => {
    const before = stepHover(idleHover<string>(), move(120, 110, 'a'), 0, { open: 'hover', delayMs: 300 }).state;
    const { state } = stepHover(before, move(120, 110, 'a'), 200, { open: 'hover', delayMs: 1000 });
    const after = stepHover(state, move(120, 110, 'a'), 400, { open: 'hover', delayMs }).state;
    expect(Math.max(400, after.wakeAt!)).toBe(opensAt);
    expect(stepHover(after, { type: 'time' }, opensAt, { open: 'hover', delayMs }).actions).toEqual([{ type: 'open', mark: 'a', how: 'hover' }]);
  });
});

/** The card of `a` is open since 300; the pointer is on the mark. */
const opened: readonly (readonly [number, HoverEvent<string>])[] = [[0, move(120, 110, 'a')], [300, { type: 'time' }]];
const isOpen = '300 open a by hover';

describe('staying', () => {
  it('stays as long as the pointer is on the mark or in the card', () => {
    expect(play({}, [...opened, [400, move(121, 111, 'a')]], 60_000)).toEqual([isOpen]);
    expect(play({}, [...opened, [400, move(130, 125, null)], [450, move(150, 150, null, { inCard: true })]], 60_000)).toEqual([isOpen]);
  });

  it('gives grace outside, and closes after it', () => {
    expect(play({}, [...opened, [400, move(60, 40, null)], [600, move(120, 110, 'a')]], 5_000)).toEqual([isOpen]);
    expect(play({}, [...opened, [400, move(60, 40, null)], [500, move(50, 30, null)]], 5_000)).toEqual([isOpen, `${400 + graceMs} close`]);
  });

  it('lets the pointer cross other marks on its way to the card', () => {
    expect(play({}, [...opened, [400, move(125, 118, 'b')], [450, move(150, 128, 'b')], [500, move(180, 150, null, { inCard: true })]], 60_000)).toEqual([isOpen]);
  });

  it('swaps at once to another mark that the pointer goes to', () => {
    expect(play({}, [...opened, [400, move(100, 100, null)], [600, move(60, 60, 'b')]], 650)).toEqual([isOpen, '600 open b by hover']);
  });

  it('does not swap to a mark that the pointer only passes', () => {
    expect(play({}, [...opened, [390, move(120, 110, 'a')], [400, move(20, 40, 'b')], [416, move(10, 0, null)]], 5_000)).toEqual([isOpen, `${416 + graceMs} close`]);
  });

  it('stays while the focus is in it, and when it was asked for', () => {
    expect(play({}, [...opened, [350, { type: 'focus', inCard: true }], [400, move(60, 40, 'b')]], 60_000)).toEqual([isOpen]);
    expect(play({}, [[0, { type: 'ask', mark: 'a' }], [100, move(500, 500, 'b')]], 60_000)).toEqual(['0 open a by ask']);
  });

  it('does not close under the pointer when the focus goes', () => {
    expect(play({}, [...opened, [350, { type: 'focus', inCard: true }], [400, { type: 'focus', inCard: false }]], 60_000)).toEqual([isOpen]);
    expect(play({}, [[0, { type: 'ask', mark: 'a' }], [10, { type: 'focus', inCard: true }], [400, { type: 'focus', inCard: false }]], 60_000))
      .toEqual(['0 open a by ask', `${400 + graceMs} close`]);
  });
});

describe('closing', () => {
  it.each([
    [{ type: 'escape' }, '500 close with focus'],
    [{ type: 'close' }, '500 close with focus'],
    [{ type: 'gone' }, '500 close'],
    [{ type: 'press', mark: null, inCard: false, isTouch: false }, '500 close'],
    [{ type: 'leave' }, `${500 + graceMs} close`],
  ] as const)('closes at %o', (event, wanted) => {
    expect(play({}, [...opened, [500, event]], 5_000)).toEqual([isOpen, wanted]);
  });

  it('does not close at a press inside, and at a second press on a pressed mark does', () => {
    expect(play({}, [...opened, [500, { type: 'press', mark: null, inCard: true, isTouch: false }]], 5_000)).toEqual([isOpen]);
    const press: HoverEvent<string> = { type: 'press', mark: 'a', inCard: false, isTouch: true };
    expect(play({}, [[0, press], [500, press]], 5_000)).toEqual(['0 open a by touch', '500 close']);
  });

  it('closes nothing where nothing is open', () => {
    expect(play({}, [[0, { type: 'escape' }], [1, { type: 'leave' }], [2, { type: 'gone' }]], 5_000)).toEqual([]);
  });

  it('forgets a rest that was broken off', () => {
    expect(play({}, [[0, move(120, 110, 'a')], [100, { type: 'leave' }]], 5_000)).toEqual([]);
    expect(play({}, [[0, move(120, 110, 'a')], [100, move(121, 160, null)]], 5_000)).toEqual([]);
  });
});

describe('the way to the card', () => {
  it('is the hull of the point that was left and the card', () => {
    const from = { x: 120, y: 100 };
    expect(isBetween({ x: 130, y: 120 }, from, card)).toBe(true);
    expect(isBetween({ x: 300, y: 128 }, from, card)).toBe(true);
    expect(isBetween({ x: 200, y: 200 }, from, card)).toBe(true);
    expect(isBetween({ x: 300, y: 105 }, from, card)).toBe(false);
    expect(isBetween({ x: 120, y: 80 }, from, card)).toBe(false);
  });
});
