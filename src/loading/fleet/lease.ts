import type { Milliseconds } from '../../upstream/clock.js';

/** How long a keeper that says nothing is believed to be there, on a machine that is not busy. */
const SHORTEST: Milliseconds = 2500;
const LONGEST: Milliseconds = 10_000;
/** So many times as late as a keeper has been it may be again. */
const AS_LATE_AGAIN = 2;
/** What is left of a lateness at the next beat: a minute later, some half. */
const REMEMBERED = 0.99;

/**
 * How long a process is believed to be keeper that says nothing. One that is late, since its machine is busy, still has
 * requests under way: if another took its place, they would be made twice. So who was late asks for longer, and only
 * a keeper on such a machine is waited for longer if it hangs. One that has died is found out at once, by its connection.
 */
export class Lease {
  #late: Milliseconds = 0;

  get span(): Milliseconds {
    return Math.min(LONGEST, SHORTEST + AS_LATE_AGAIN * this.#late);
  }

  /** Notes how long after it was due a beat of this process was heard. */
  note(late: Milliseconds): void {
    this.#late = Math.max(late, REMEMBERED * this.#late);
  }
}
