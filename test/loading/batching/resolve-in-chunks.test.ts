import DataLoader from 'dataloader';
import { describe, expect, it } from 'vitest';

import { resolveInChunks } from '../../../src/loading/batching/resolve-in-chunks.js';

const FAILURE = new Error('no record 7');
/** Of each key it is said that it is answered, but of one that it failed. */
const OUTCOMES = Array.from({ length: 12 }, (_, key) => (key === 7 ? FAILURE : key));

/** Lets all promise jobs run. */
const settle = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/** An event loop that goes round when it is told. */
class HeldLoop {
  #next: () => void = () => undefined;

  readonly turn = (): Promise<void> =>
    new Promise((resolve) => {
      this.#next = resolve;
    });

  async goRound(): Promise<void> {
    this.#next();
    await settle();
  }
}

describe('what a batch brought', () => {
  it('is handed out five keys at a time, and the event loop goes round in between', async () => {
    const loop = new HeldLoop();
    const log: (number | string)[] = [];
    const loader = new DataLoader<number, number>(() => {
      const { outcomes, done } = resolveInChunks(OUTCOMES, () => log.push('go on'), loop.turn);
      void done.then(() => log.push('done'));
      return Promise.resolve(outcomes);
    });
    for (const key of OUTCOMES.keys()) {
      loader.load(key).then(
        (value) => log.push(value),
        (error: unknown) => log.push((error as Error).message),
      );
    }
    await settle();
    expect(log.splice(0)).toEqual(['go on', 0, 1, 2, 3, 4]);
    await loop.goRound();
    expect(log.splice(0)).toEqual(['go on', 5, 6, FAILURE.message, 8, 9]);
    await loop.goRound();
    expect(log.filter((each) => each !== 'done')).toEqual(['go on', 10, 11]);
    expect(log).toContain('done');
  });

  it('is there at once where it is little', async () => {
    const loop = new HeldLoop();
    const { outcomes, done } = resolveInChunks(['a', FAILURE], () => undefined, loop.turn);
    expect(outcomes).toEqual(['a', FAILURE]);
    await done;
  });
});
