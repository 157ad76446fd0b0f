import { setImmediate } from 'node:timers/promises';

/** Work that pauses by itself: the event loop may do something else wherever it yields. */
export type Sliced<T> = Generator<undefined, T>;

/** Characters that are read between two pauses: a few milliseconds of work. */
export const SLICE = 64 * 1024;

/** Does all of the work without a pause. */
export function atOnce<T>(work: Sliced<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) {
      return step.value;
    }
  }
}

/** Characters from which an answer is read in slices: shorter ones take less than 50 ms. */
const LARGE = 512 * 1024;

/**
 * Reads a short answer at once, and a large one in slices, so that it does not hold up everything else.
 *
 * @throws What the work throws; rejects with it where the answer is read in slices.
 */
export function readAnswer<T>(body: string, work: Sliced<T>): T | Promise<T> {
  return body.length < LARGE ? atOnce(work) : inSlices(work);
}

async function inSlices<T>(work: Sliced<T>): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done === true) {
      return step.value;
    }
    await setImmediate();
  }
}
