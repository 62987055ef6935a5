/**
 * Work in slices. A slice ends after about 3 ms, so that with what one step overshoots (a long run to match) it stays within
 * the 8 ms that the page can spare. Between slices the page runs: `postTask` with background priority lets its timers, input
 * and frames go first, which `scheduler.yield` does not (its continuations starve timers). What may wait at all waits for the page to
 * be idle too: a page that has just put a thousand lines on the screen still has its own work to do.
 */

export const sliceMs = 3;
/** A page that is never idle is not waited for longer. */
const mostForIdleMs = 250;

interface PostTask {
  postTask(callback: () => void, options: { priority: 'background'; signal?: AbortSignal; delay?: number }): Promise<unknown>;
}

/**
 * Calls `step` again and again until it returns false, a slice at a time. `step` should take well under a millisecond.
 * Stops silently when the signal is aborted. An error goes to `fail`, once.
 */
export class Slices {
  readonly #window: Window;
  readonly #signal: AbortSignal;
  readonly #step: () => boolean;
  readonly #fail: (error: unknown) => void;
  #isPosted = false;
  #timer = 0;
  #timerAt = 0;

  constructor(window: Window, signal: AbortSignal, step: () => boolean, fail: (error: unknown) => void) {
    this.#window = window;
    this.#signal = signal;
    this.#step = step;
    this.#fail = fail;
  }

  /** Makes sure that a slice will come, after `delayMs` at the earliest. */
  wake(delayMs = 0): void {
    if (this.#isPosted || this.#signal.aborted) return;
    const at = delayMs > 0 ? performance.now() + delayMs : 0;
    if (this.#timer !== 0) {
      if (at >= this.#timerAt) return;
      this.#window.clearTimeout(this.#timer);
      this.#timer = 0;
    }
    if (delayMs > 0) {
      this.#timerAt = at;
      const timer = this.#window.setTimeout(() => {
        this.#window.requestIdleCallback(() => {
          if (this.#timer !== timer) return;
          this.#timer = 0;
          this.wake();
        }, { timeout: mostForIdleMs });
      }, delayMs);
      this.#timer = timer;
      return;
    }
    this.#isPosted = true;
    const scheduler = (globalThis as { scheduler?: PostTask }).scheduler;
    if (scheduler === undefined) this.#window.setTimeout(() => { this.#run(); }, 0);
    // In Firefox a callback of a content script must not return a promise: its caller may not look at it.
    else scheduler.postTask(() => { this.#run(); }, { priority: 'background', signal: this.#signal }).catch(() => {});
  }

  #run(): void {
    this.#isPosted = false;
    if (this.#signal.aborted) return;
    const end = performance.now() + sliceMs;
    try {
      do {
        if (!this.#step()) return;
      } while (performance.now() < end);
    } catch (error) {
      this.#fail(error);
      return;
    }
    this.wake();
  }
}
