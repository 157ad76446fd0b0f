import type { Milliseconds } from '../clock.js';

/**
 * As many places as requests may start in one window. Each is taken from the grant of a request until the window after
 * its departure is over.
 */
export class SlotWindow {
  /** When each is free again; `Infinity` while its request has not departed. */
  readonly #freeFrom: Milliseconds[];

  constructor(count: number) {
    this.#freeFrom = new Array<Milliseconds>(count).fill(-Infinity);
  }

  /** Takes the place that has been free for longest, until {@link SlotWindow.free} says when that ends. */
  take(): number {
    const slot = this.#freeFrom.indexOf(Math.min(...this.#freeFrom));
    this.#freeFrom[slot] = Infinity;
    return slot;
  }

  /** Says from when on a place is free. */
  free(slot: number, from: Milliseconds): void {
    this.#freeFrom[slot] = from;
  }

  /** Takes `count` of the places that are free `now`, or all of them if they are fewer, for requests of others. */
  hold(count: number, now: Milliseconds, until: Milliseconds): void {
    const open = [...this.#freeFrom.keys()].filter((slot) => (this.#freeFrom[slot] ?? Infinity) <= now);
    for (const slot of open.slice(0, Math.max(0, count))) {
      this.#freeFrom[slot] = until;
    }
  }

  /** How many are taken at a point in time, as far as it is known. */
  takenAt(time: Milliseconds): number {
    return this.#freeFrom.filter((from) => from > time).length;
  }

  /** When fewer than `limit` are taken; `Infinity` while that hangs on departures. */
  opensAt(limit: number): Milliseconds {
    return this.#freeFrom.toSorted((a, b) => a - b)[this.#freeFrom.length - limit] ?? Infinity;
  }
}
