import { expect } from 'vitest';

import { BatchSize } from '../../src/loading/batch-size.js';
import { Gathering } from '../../src/loading/gathering.js';
import type { BatchFunction, BatchOptions } from '../../src/loading/batch-function.js';
import { LateBatcher, type WaitingRoom } from '../../src/loading/late-batcher.js';
import { CostlyError, type Receipt } from '../../src/loading/receipt.js';
import { sleep } from '../../src/upstream/clock.js';
import type { Call } from '../../src/upstream/door.js';
import type { Pacing } from '../support/pacing.js';
import { doorOver } from '../support/doors.js';
import { FakeClock } from '../support/fake-clock.js';
import { TestOperation } from '../support/operations.js';
import { ScriptedTransport } from '../support/scripted-transport.js';

/** One call, as the door tells of it. */
export const CALL: Call = {
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
  readonly receipt: Receipt;
}

export const shout: Run = (keys) => Promise.resolve(new Map(keys.map((key) => [key, key.toUpperCase()])));

interface Setting extends Partial<Pacing> {
  /** Keys in one call. */
  readonly size?: number;
  readonly run?: Run;
  /** How long a batch takes before it is answered. */
  readonly latency?: number;
}

/** Batchers over one door of one request a second, whose batches wait in one room. */
export function batchersWith({ size: start = 100, run = shout, rps = 1, latency = 0, ...pacing }: Setting = {}) {
  const clock = new FakeClock();
  const epoch = clock.now();
  const door = doorOver(clock, new ScriptedTransport(), { rps, ...pacing });
  const gathering = new Gathering(clock);
  const room: WaitingRoom<string, string> = new Set();
  const size = new BatchSize({ start, max: 1000 });
  const sent: Sent[] = [];
  const batcherOf = (variant: string, its: Run = run) =>
    new LateBatcher<string, string, Kept>({
      variant,
      door,
      gathering,
      size,
      room,
      run: (keys, options) => {
        sent.push({ at: clock.now() - epoch, keys, options });
        const answer = its(keys, options);
        return latency > 0 ? answer.finally(() => sleep(clock, latency)) : answer;
      },
      keep: (_key, outcome, receipt) => {
        if (outcome instanceof Error) {
          throw new CostlyError(outcome, receipt);
        }
        return { value: outcome, receipt };
      },
    });
  const operation = (options: { readonly maxCalls?: number } = {}) => new TestOperation(clock, door, options);
  return { batcherOf, clock, operation, pacer: door.pacer, sent, size };
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
export async function failureOf(work: Promise<unknown>): Promise<CostlyError> {
  const failure: unknown = await work.then(
    () => expect.unreachable('it was answered'),
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(CostlyError);
  return failure as CostlyError;
}
