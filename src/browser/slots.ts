interface Waiter<T> {
  readonly fits: (thing: T) => boolean;
  readonly resolve: (thing: T | undefined) => void;
  readonly reject: (reason: unknown) => void;
}

/** A fixed number of places, each empty or with a thing kept for its next user. */
export class Slots<T> {
  readonly #limit: number;
  readonly #idle: T[] = [];
  readonly #waiting: Waiter<T>[] = [];
  #taken = 0;
  #stopped: { readonly reason: unknown } | undefined;

  constructor(limit: number) {
    if (!Number.isInteger(limit) || limit < 1) throw new RangeError(`a limit of ${limit} lets nobody in`);
    this.#limit = limit;
  }

  /**
   * Takes a slot and waits for one if need be. It comes with a thing that fits if one is idle; else empty, to put a new
   * one in; else with one that does not fit and has to be changed.
   */
  async take(fits: (thing: T) => boolean): Promise<T | undefined> {
    if (this.#stopped !== undefined) throw this.#stopped.reason;
    // The one used last: what is idle for long stays small.
    const fitting = this.#idle.findLastIndex(fits);
    if (fitting >= 0) return this.#idle.splice(fitting, 1)[0];
    if (this.#taken < this.#limit) {
      this.#taken += 1;
      return undefined;
    }
    if (this.#idle.length > 0) return this.#idle.shift();
    return new Promise((resolve, reject) => this.#waiting.push({ fits, resolve, reject }));
  }

  /** Whether a further thing could be put in. */
  get hasRoom(): boolean {
    return this.#taken < this.#limit;
  }

  /** Gives a slot back, with the thing to keep in it, if any. */
  give(thing: T | undefined): void {
    const fitting = thing === undefined ? -1 : this.#waiting.findIndex(({ fits }) => fits(thing));
    const [waiter] = this.#waiting.splice(Math.max(fitting, 0), 1);
    if (waiter !== undefined) waiter.resolve(thing);
    else if (thing !== undefined) this.#idle.push(thing);
    else this.#taken -= 1;
  }

  /** Rejects who waits and who comes later. */
  stop(reason: unknown): void {
    this.#stopped ??= { reason };
    for (const { reject } of this.#waiting.splice(0)) reject(reason);
  }
}
