import { turns } from '../../turns.js';

/** Work that pauses by itself: the event loop may do something else wherever it yields. */
export type Sliced<T> = Generator<undefined, T>;

/** Characters that are read between two pauses: a few milliseconds of work. */
export const SLICE = 64 * 1024;

/** Members of a list that are read between two pauses. */
export const MEMBERS = 1000;

/** Does all of the work without a pause. */
export function atOnce<T>(work: Sliced<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) {
      return step.value;
    }
  }
}

/** Counts what is done; returns true once in {@link MEMBERS} times, when a pause is due. */
export function pace(): () => boolean {
  let done = 0;
  return () => (done += 1) % MEMBERS === 0;
}

/** Changes each member of a list, with a pause after every {@link MEMBERS}. */
export function* mapInSlices<T, U>(list: Iterable<T>, change: (member: T) => U): Sliced<U[]> {
  const changed: U[] = [];
  for (const member of list) {
    changed.push(change(member));
    if (changed.length % MEMBERS === 0) {
      yield;
    }
  }
  return changed;
}

/** Characters from which an answer is read in slices: shorter ones take less than 50 ms. */
const LARGE = 512 * 1024;

/**
 * Reads a short answer at once, and a large one in slices, so that it does not hold up everything else.
 *
 * @param body - The answer, or anything of its length; what comes in pieces is large.
 * @throws What the work throws; rejects with it where the answer is read in slices.
 */
export function readAnswer<T>(body: { readonly length: number } | readonly string[], work: Sliced<T>): T | Promise<T> {
  return !Array.isArray(body) && body.length < LARGE ? atOnce(work) : inSlices(work);
}

/** Does the work, and lets the event loop do other things at each of its pauses. */
export async function inSlices<T>(work: Sliced<T>): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done === true) {
      return step.value;
    }
    await turns.next();
  }
}
