import { describe, expect, it } from 'vitest';

import { EntrezError } from '../../src/eutils/failures/errors.js';
import type { Answer } from '../../src/loading/cache/answer-cache.js';
import { BatchCost } from '../../src/loading/operation/batch-cost.js';
import { clientOver } from '../support/ncbi-client.js';
import { FakeClock } from '../support/fake-clock.js';
import { TestOperation } from '../support/operations.js';
import { ScriptedTransport } from '../support/scripted-transport.js';

describe('the answers of an operation', () => {
  it('are counted by where they were', () => {
    const clock = new FakeClock();
    const operation = new TestOperation(clock, clientOver(clock, new ScriptedTransport()));
    const answer: Answer<string> = { value: 'TP53', cost: new BatchCost(), size: 4, ttl: 1000, storedAt: 0, asOf: 0 };
    const failure = new EntrezError('UPSTREAM_TIMEOUT', 'NCBI did not answer.');
    operation.hit(answer, 10);
    operation.hit(answer, 20, 'store');
    operation.hit(answer, 1001);
    operation.hit(answer, 1001, 'store');
    operation.answered(answer, 0);
    operation.answered({ ...answer, staleBecause: { failure, cost: new BatchCost() } }, 5000);
    expect(operation.answers).toEqual({ memory: 1, store: 1, stale: 3, upstream: 1 });
    expect(operation.report().cacheHits).toBe(4);
    operation.close();
  });
});
