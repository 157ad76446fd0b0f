import { describe, expect, it } from 'vitest';

import { BurstDebounce } from '../../../src/loading/batching/debounce.js';
import { deliver } from '../../../src/loading/batching/deliver.js';
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
