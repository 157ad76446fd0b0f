import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Does one piece of work in each turn of the event loop, in order. Working out an answer may take a tenth of a second;
 * were several done in a row, requests that arrive meanwhile would be counted late and together, and the rate limit
 * would refuse what came at an allowed pace.
 */
export class WorkQueue {
  #last: Promise<unknown> = Promise.resolve();

  /** The result of `work`, once its turn has come. Rejects as it throws. */
  do<T>(work: () => T): Promise<T> {
    const done = this.#last.then(() => nextTurn()).then(work);
    // A failure belongs to whoever asked for the work; the next piece is done all the same.
    this.#last = done.catch(() => undefined);
    return done;
  }
}
