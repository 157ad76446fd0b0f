import { describe, expect, it } from 'vitest';

import { runInChunks } from '../../../src/loading/batching/run-in-chunks.js';

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

describe('runInChunks', () => {
  it('runs five steps at a time and lets the event loop go round in between', async () => {
    const loop = new HeldLoop();
    const log: (number | string)[] = [];
    const steps = Array.from({ length: 12 }, (_, step) => () => log.push(step));
    void runInChunks(steps, () => log.push('chunk'), loop.turn).then(() => log.push('done'));
    await settle();
    expect(log.splice(0)).toEqual(['chunk', 0, 1, 2, 3, 4]);
    await loop.goRound();
    expect(log.splice(0)).toEqual(['chunk', 5, 6, 7, 8, 9]);
    await loop.goRound();
    expect(log.splice(0)).toEqual(['chunk', 10, 11, 'done']);
  });

  it('runs a few steps at once', () => {
    const log: number[] = [];
    void runInChunks([() => log.push(0), () => log.push(1)], () => undefined, new HeldLoop().turn);
    expect(log).toEqual([0, 1]);
  });
});
