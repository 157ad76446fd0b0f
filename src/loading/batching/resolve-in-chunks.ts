/**
 * Keys whose answers are handed out before the event loop goes round. What operations ask next could not leave as long
 * as they go on, and a batch of records that lead to ten others each keeps them busy for a tenth of a second.
 */
const AT_ONCE = 5;

export interface ChunkedOutcomes<T> {
  /** The same outcomes as DataLoader takes them, most of them for later. */
  readonly outcomes: (T | Error)[];
  /** Resolves when all have been handed out. */
  readonly done: Promise<void>;
}

/**
 * Hands outcomes out a few at a time.
 *
 * @param goOn - Called before each few.
 * @param turn - Lets the event loop go round once.
 */
export function resolveInChunks<T>(
  outcomes: readonly (T | Error)[],
  onChunk: () => void,
  turn: () => Promise<void>,
): ChunkedOutcomes<T> {
  let done = Promise.resolve();
  onChunk();
  const handedOut = outcomes.map((outcome, index) => {
    if (index < AT_ONCE) {
      return outcome;
    }
    if (index % AT_ONCE === 0) {
      done = done.then(turn).then(onChunk);
    }
    // DataLoader resolves with what it is given, so that a promise does as well as a value.
    return done.then(() => valueOf(outcome)) as T;
  });
  return { outcomes: handedOut, done };
}

/** @throws The outcome where it is an Error. */
function valueOf<T>(outcome: T | Error): T {
  if (outcome instanceof Error) {
    throw outcome;
  }
  return outcome;
}
