import { describe, expect, it } from 'vitest';

import { BurstDebounce } from '../../../src/loading/batching/debounce.js';
import { deliver, runInChunks } from '../../../src/loading/batching/deliver.js';
import { SentBatch } from '../../../src/loading/batching/pending-batch.js';
import { PendingKey } from '../../../src/loading/batching/pending-key.js';
import { Pacer } from '../../../src/upstream/rate-limit/pacer.js';
import { LocalBudget } from '../../../src/upstream/rate-limit/local-budget.js';
import { FakeClock } from '../../support/fake-clock.js';

describe('a batch whose answer is being delivered', () => {
  it('is adding keys to others until all that follows is requested, and no longer', async () => {
    const clock = new FakeClock();
    const pacing = { rps: 3, margin: 100, maxInFlight: 10, maxQueued: 10, clock };
    const pacer = new Pacer({ ...pacing, budget: new LocalBudget(pacing) });
    const batch = new SentBatch<number>('links');
    const key = new PendingKey<number>('7157', new Promise(() => undefined), batch.waiters);
    const seen: number[] = [];
    const onDelivered = (): void => {
      seen.push(batch.answerAt);
    };
    const debounce = new BurstDebounce(clock);
    await clock.finish(deliver(batch, new Map([[key, 1]]), { debounce, pacer, onDelivered }));
    expect([...seen, batch.answerAt]).toEqual([-Infinity, Infinity]);
  });
});

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
