import { performance } from 'node:perf_hooks';

/** Milliseconds of a turn of the event loop in which work is begun. */
const MS_PER_TURN = 10;

/**
 * Divides the turns of the event loop among all work that shares them. Node runs whatever is due in one turn: two hundred
 * requests whose bodies end in the same moment, or as many operations that each give way after a while, would together
 * keep the sockets, and so a look at health, waiting for seconds. Such a look takes some turns (to accept, to read, to answer),
 * so that units of work take half a turn at most.
 */
export class Turns {
  readonly #now: () => number;
  /** When the first work of this turn was begun. */
  #since: number | undefined;

  /** @param now - A clock in milliseconds. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * When work may be begun: undefined for at once, while that of others has not filled this turn. To await that would let
   * others begin at once as well, before any of this work is done.
   */
  begin(): Promise<void> | undefined {
    return this.#hasRoom() ? undefined : this.next();
  }

  /** Resolves in a later turn that has room, after those who wait already. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      this.#later(resolve);
    });
  }

  #later(begin: () => void): void {
    setImmediate(() => {
      if (this.#hasRoom()) {
        begin();
      } else {
        this.#later(begin);
      }
    });
  }

  #hasRoom(): boolean {
    if (this.#since !== undefined) {
      return this.#now() - this.#since < MS_PER_TURN;
    }
    this.#since = this.#now();
    // Before all that is put off from now on.
    setImmediate(() => {
      this.#since = undefined;
    });
    return true;
  }
}

/** The turns of this process. */
export const turns = new Turns(() => performance.now());
