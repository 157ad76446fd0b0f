import { expect, it } from 'vitest';

import { BatchCost } from '../../../src/loading/operation/batch-cost.js';
import { CostRecorder } from '../../../src/loading/operation/cost-recorder.js';
import { Operation } from '../../../src/loading/operation/operation.js';
import { clientOver } from '../../support/ncbi-client.js';
import { FakeClock } from '../../support/fake-clock.js';
import { ScriptedTransport } from '../../support/scripted-transport.js';

const TABLE = { name: 'gene2pubmed', generation: 'g', asOf: '2026-11-20T00:00:00.000Z', agreement: null };

it('the cost of a whole has the links of tables of each of its operations once, also of those answered again', () => {
  const whole = new CostRecorder();
  const clock = new FakeClock();
  const options = {
    clock,
    client: clientOver(clock, new ScriptedTransport()),
    deadline: Infinity,
    maxCalls: 1,
    total: whole,
  };
  const [first, second] = [new Operation(options), new Operation(options)];
  first.tabled(TABLE, 5, 'gene_pubmed 7157');
  first.tabled(TABLE, 5, 'gene_pubmed 7157');
  const { cacheableResponse } = first;
  expect(cacheableResponse).toBeDefined();
  if (cacheableResponse) {
    second.recall(cacheableResponse, 'memory');
  }
  expect(first.report().tables).toEqual([{ ...TABLE, edges: 5 }]);
  expect(second.report().tables).toEqual([{ ...TABLE, edges: 5 }]);
  expect(whole.report().tables).toEqual([{ ...TABLE, edges: 10 }]);
});

it('the cost of a whole has each call once that its operations share, all answers, and what is to be said of them', () => {
  const whole = new CostRecorder();
  const [first, second] = [new CostRecorder(undefined, whole), new CostRecorder(undefined, whole)];
  const cost = new BatchCost('ncbi');
  cost.onCall({ utility: 'elink', ids: 7, size: 7, waited: 30, took: 200, outcome: 'answered', source: 'ncbi' });
  for (const part of [first, second]) {
    part.answered({ cost, ttl: 1000 }, 10);
    part.hit({ cost, ttl: 1000 }, 20);
  }
  second.noStore();
  const worker = new CostRecorder();
  worker.degrade({ code: 'UPSTREAM_UNAVAILABLE', message: 'NCBI is down.' });
  worker.warn({ code: 'UNKNOWN_ID', path: [], message: 'Unknown.' });
  worker.hit({ cost, ttl: 1000 }, 5);
  first.absorb(worker);
  expect(whole.report()).toMatchObject({
    calls: { elink: 1, total: 1 },
    ids: 7,
    cacheHits: 3,
    source: 'ncbi',
    degraded: [{ code: 'UPSTREAM_UNAVAILABLE' }],
    warnings: [{ code: 'UNKNOWN_ID' }],
  });
  expect(whole.answers).toEqual({ memory: 3, stale: 0, store: 0, upstream: 2 });
  expect(whole.freshness).toBeUndefined();
  expect(second.report().degraded).toEqual([]);
});
