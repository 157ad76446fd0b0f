import { expect } from 'vitest';

import { BatchSize } from '../../src/loading/batching/batch-size.js';
import { BurstDebounce } from '../../src/loading/batching/debounce.js';
import type { BatchFunction, BatchOptions } from '../../src/loading/batching/batch-function.js';
import type { PendingBatches } from '../../src/loading/batching/merging.js';
import { PermitBatcher } from '../../src/loading/batching/permit-batcher.js';
import { BilledError, type BatchCost } from '../../src/loading/operation/batch-cost.js';
import { sleep } from '../../src/upstream/clock.js';
import type { CallRecord } from '../../src/upstream/call.js';
import type { Pacing } from '../support/pacing.js';
import { clientOver } from '../support/ncbi-client.js';
import { FakeClock } from '../support/fake-clock.js';
import { TestOperation } from '../support/operations.js';
import { answers, ScriptedTransport } from '../support/scripted-transport.js';

/** One call, as the client tells of it. */
export const CALL: CallRecord = {
  utility: 'elink',
  ids: 1,
  waited: 0,
  took: 10,
  size: 2,
  source: 'ncbi',
  outcome: 'answered',
};

/** Asks in the variant `name`, and is answered in its way. */
export type Run = BatchFunction<string, string>;

/** A batch as it was sent. */
export interface Sent {
  readonly at: number;
  readonly keys: readonly string[];
  readonly options: BatchOptions<string, string>;
}

/** What callers of a test's batcher get. */
export interface Kept {
  readonly value: string;
  readonly cost: BatchCost;
}

export const shout: Run = (keys) => Promise.resolve(new Map(keys.map((key) => [key, key.toUpperCase()])));

interface Setting extends Partial<Pacing> {
  /** Keys in one call. */
  readonly size?: number;
  readonly run?: Run;
  /** How long a batch takes before it is answered. */
  readonly latency?: number;
}

/** Batchers over one client of one request a second, whose batches are one group. */
export function batchersWith({ size: start = 100, run = shout, rps = 1, latency = 0, ...pacing }: Setting = {}) {
  const clock = new FakeClock();
  const epoch = clock.now();
  const client = clientOver(clock, new ScriptedTransport(answers('{}')), { rps, ...pacing });
  const debounce = new BurstDebounce(clock);
  const group: PendingBatches<string, string> = new Set();
  const size = new BatchSize({ start, max: 1000 });
  const sent: Sent[] = [];
  const batcherOf = (variant: string, its: Run = run) =>
    new PermitBatcher<string, string, Kept>({
      variant,
      client,
      debounce,
      size,
      group,
      run: async (keys, options) => {
        sent.push({ at: clock.now() - epoch, keys, options });
        try {
          return await its(keys, options);
        } finally {
          if (latency > 0) {
            await sleep(clock, latency);
          }
        }
      },
      settle: (_key, outcome, cost) => {
        if (outcome instanceof Error) {
          throw new BilledError(outcome, cost);
        }
        return { value: outcome, cost };
      },
    });
  const operation = (options: { readonly maxCalls?: number } = {}) => new TestOperation(clock, client, options);
  return { batcherOf, clock, operation, pacer: client.pacer, sent, size };
}

/** One batcher, and a `want` that loads a key for an operation of its own or the one given. */
export function batcherWith(setting: Setting = {}) {
  const { batcherOf, ...around } = batchersWith(setting);
  const batcher = batcherOf('plain');
  const load = (key: string, by = around.operation()): Promise<Kept> => batcher.load(key, by);
  const want = async (key: string, by?: TestOperation): Promise<string> => (await load(key, by)).value;
  return { ...around, load, want };
}

/** The failure of a batch, with what it cost. */
export async function failureOf(work: Promise<unknown>): Promise<BilledError> {
  const failure: unknown = await work.then(
    () => expect.unreachable('it was answered'),
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(BilledError);
  return failure as BilledError;
}
