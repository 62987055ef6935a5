/** A part of the reading that a page gets only when it turns out to need it, asked for once. Used by page-text.ts for provisions and claims. */

export class LatePart<P> {
  readonly #load: () => Promise<P>;
  readonly #came: (part: P) => void;
  #part: P | undefined;
  #coming: Promise<void> | undefined;
  #isSettled = false;

  /** @param came is called once with the part. A part that cannot be had never comes. */
  constructor(load: () => Promise<P>, came: (part: P) => void) {
    this.#load = load;
    this.#came = came;
  }

  /** The part, once it is there. */
  get part(): P | undefined {
    return this.#part;
  }

  get isComing(): boolean {
    return this.#coming !== undefined && !this.#isSettled;
  }

  /** Asks for the part; resolves when it is there or cannot be had. */
  ask(): Promise<void> {
    return (this.#coming ??= this.#load().then((part) => {
      this.#isSettled = true;
      this.#part = part;
      this.#came(part);
    }, () => { this.#isSettled = true; }));
  }
}
