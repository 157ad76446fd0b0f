import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { EntrezError } from '../../src/eutils/errors.js';
import { AnswerCache } from '../../src/loading/answer-cache.js';
import { Gathering } from '../../src/loading/gathering.js';
import { type BatchFunction, LateBatcher } from '../../src/loading/late-batcher.js';
import { Operation } from '../../src/loading/operation.js';
import { QuestionLoader } from '../../src/loading/question-loader.js';
import { sleep } from '../../src/upstream/clock.js';
import { Pacer } from '../../src/upstream/pacer.js';
import { FakeClock } from '../support/fake-clock.js';

const SPAN = 1100;
const LIFE = 60_000_000;
const LATENCY = 50;

interface Doc {
  readonly text: string;
}

type Found = ReadonlyMap<string, Doc | Error>;

const documents = (keys: readonly string[]): Found => new Map(keys.map((key) => [key, { text: key.toUpperCase() }]));

interface Setting {
  readonly find?: (keys: readonly string[]) => Found;
  readonly maxBatchSize?: number;
  readonly maxInFlight?: number;
}

/** A loader over a far side that takes its time, with everything in between real but the clock. */
function loaderWith({ find = documents, maxBatchSize = 100, maxInFlight = 10 }: Setting = {}) {
  const clock = new FakeClock();
  const pacer = new Pacer({ clock, rps: 1, margin: 100, maxInFlight, maxQueued: 100 });
  const sent: (readonly string[])[] = [];
  const run: BatchFunction<Doc> = async (keys, { permit, signal, onCall }) => {
    signal.throwIfAborted();
    sent.push(keys);
    await sleep(clock, LATENCY, signal);
    const { waited } = permit;
    onCall?.({ utility: 'esummary', ids: keys.length, waited, took: LATENCY, source: 'ncbi', outcome: 'answered' });
    return find(keys);
  };
  const loader = new QuestionLoader<Doc>({
    name: 'esummary gene',
    cache: new AnswerCache({ maxBytes: 1_000_000, clock }),
    batcher: new LateBatcher({ pacer, gathering: new Gathering(clock), maxBatchSize, run }),
    appraise: () => ({ bytes: 100, life: LIFE }),
  });
  const operation = (): Operation & { leave: () => void } => {
    const caller = new AbortController();
    return Object.assign(new Operation({ clock, deadline: 3_600_000, signal: caller.signal }), {
      leave: () => {
        caller.abort();
      },
    });
  };
  /** Loads as resolvers do: a failure is a rejection, also when it is known at once. */
  const load = async (key: string, by: Operation): Promise<string> => (await loader.load(key, by)).text;
  const spendPermit = async (): Promise<void> => {
    (await pacer.acquire()).release();
  };
  return { clock, load, loader, operation, pacer, sent, spendPermit };
}

describe('QuestionLoader gives a known answer', () => {
  it('synchronously, without a permit or a batch, and counts the hit', async () => {
    const { clock, load, loader, operation, pacer, sent } = loaderWith();
    await clock.finish(load('a', operation()));
    const second = operation();
    expect(loader.load('a', second)).toEqual({ text: 'A' });
    expect(second.account()).toMatchObject({ cacheHits: 1, calls: { total: 0 }, source: 'ncbi' });
    await clock.advance(10 * SPAN);
    expect([sent.length, pacer.queued]).toEqual([1, 0]);
  });

  it('even to an operation that has run out of time', async () => {
    const { clock, load, loader, operation } = loaderWith();
    await clock.finish(load('a', operation()));
    const ended = operation();
    ended.leave();
    expect(loader.load('a', ended)).toEqual({ text: 'A' });
  });

  it('to a peek without counting it, and nothing to a peek at what is not known', async () => {
    const { clock, load, loader, operation, sent } = loaderWith();
    expect(loader.peek('a')).toBeUndefined();
    const by = operation();
    await clock.finish(load('a', by));
    expect(loader.peek('a')?.value).toEqual({ text: 'A' });
    expect(by.account().cacheHits).toBe(0);
    expect(sent).toHaveLength(1);
  });
});

describe('QuestionLoader asks once', () => {
  it('for a key that two operations want, and the call counts for both', async () => {
    const { clock, load, operation, sent } = loaderWith();
    const [one, two] = [operation(), operation()];
    expect(await clock.finish(Promise.all([load('a', one), load('a', two)]))).toEqual(['A', 'A']);
    expect(sent).toEqual([['a']]);
    for (const { calls, ids, source } of [one.account(), two.account()]) {
      expect({ total: calls.total, ids, source }).toEqual({ total: 1, ids: 1, source: 'ncbi' });
    }
  });

  it('for a key that is wanted again while its answer is under way', async () => {
    const { clock, load, operation, sent } = loaderWith();
    const first = load('a', operation());
    await clock.advance(20);
    expect(sent).toHaveLength(1);
    await clock.finish(Promise.all([first, load('a', operation())]));
    expect(sent).toHaveLength(1);
  });

  it('for different keys of different operations, in one call of which each is told', async () => {
    const { clock, load, operation, sent } = loaderWith();
    const [one, two] = [operation(), operation()];
    await clock.finish(Promise.all([load('a', one), load('b', two)]));
    expect(sent).toEqual([['a', 'b']]);
    expect([one.account().calls.total, two.account().calls.total]).toEqual([1, 1]);
  });
});

describe('QuestionLoader and failures', () => {
  const failingOnce = (failure: Error) => {
    const failures = [failure];
    return (keys: readonly string[]): Found => {
      const next = failures.pop();
      return next ? new Map(keys.map((key) => [key, next])) : documents(keys);
    };
  };

  it('gives the failure of the key, its cost included, and asks anew the next time', async () => {
    const failure = new EntrezError('UPSTREAM_UNAVAILABLE', 'down', { retryable: true });
    const { clock, load, operation } = loaderWith({ find: failingOnce(failure) });
    const by = operation();
    await expect(clock.finish(load('a', by))).rejects.toBe(failure);
    expect(by.account().calls.total).toBe(1);
    expect(await clock.finish(load('a', operation()))).toBe('A');
  });

  it('passes on a fault of the program as it is', async () => {
    const bug = new TypeError('a bug');
    const { clock, load, operation } = loaderWith({ find: failingOnce(bug) });
    await expect(clock.finish(load('a', operation()))).rejects.toBe(bug);
  });

  it('believes for a minute that a record does not exist', async () => {
    const unknown = new EntrezError('UNKNOWN_ID', 'none');
    const { clock, load, loader, operation, sent } = loaderWith({ find: failingOnce(unknown) });
    await expect(clock.finish(load('a', operation()))).rejects.toMatchObject({ code: 'UNKNOWN_ID' });
    await clock.advance(60_000 - LATENCY);
    const by = operation();
    expect(() => loader.load('a', by)).toThrow('none');
    expect(by.account()).toMatchObject({ cacheHits: 1, calls: { total: 0 } });
    await clock.advance(LATENCY + 1);
    expect(await clock.finish(load('a', operation()))).toBe('A');
    expect(sent).toHaveLength(2);
  });

  it('gives an outdated answer, labelled, when NCBI fails for a while', async () => {
    const state: { failure?: Error } = {};
    const { clock, load, operation } = loaderWith({
      find: (keys) => new Map(keys.map((key) => [key, state.failure ?? { text: key.toUpperCase() }])),
    });
    await clock.finish(load('a', operation()));
    await clock.advance(LIFE + 1);
    state.failure = new EntrezError('UPSTREAM_UNAVAILABLE', 'down', { retryable: true });
    const by = operation();
    expect(await clock.finish(load('a', by))).toBe('A');
    expect(by.account()).toMatchObject({ calls: { total: 1 }, degraded: [{ code: 'UPSTREAM_UNAVAILABLE' }] });
  });
});

describe('QuestionLoader and callers who leave', () => {
  it('gives up the place in the queue when the last has left', async () => {
    const { clock, load, operation, pacer, sent, spendPermit } = loaderWith();
    await spendPermit();
    const by = operation();
    const left = expect(load('a', by)).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    await clock.advance(100);
    expect(pacer.queued).toBe(1);
    by.leave();
    await left;
    expect(pacer.queued).toBe(0);
    await clock.advance(10 * SPAN);
    expect(sent).toEqual([]);
  });

  it('still serves another who wants the same key', async () => {
    const { clock, load, operation, sent, spendPermit } = loaderWith();
    await spendPermit();
    const leaving = operation();
    const left = expect(load('a', leaving)).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    const kept = load('a', operation());
    await clock.advance(100);
    leaving.leave();
    await left;
    expect(await clock.finish(kept)).toBe('A');
    expect(sent).toEqual([['a']]);
  });

  it.each(['a', 'b'])('still serves another who comes as the batch is given up (for key %s)', async (key) => {
    const { clock, load, operation, sent, spendPermit } = loaderWith();
    await spendPermit();
    const leaving = operation();
    const left = expect(load('a', leaving)).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    await clock.advance(100);
    leaving.leave();
    const kept = load(key, operation());
    await left;
    expect(await clock.finish(kept)).toBe(key.toUpperCase());
    expect(sent).toEqual([[key]]);
  });

  it.each(['a', 'b'])('even if its permit was granted in that very moment (for key %s)', async (key) => {
    const { clock, load, operation, pacer, sent } = loaderWith({ maxInFlight: 1 });
    const held = await pacer.acquire();
    const leaving = operation();
    const left = expect(load('a', leaving)).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    await clock.advance(SPAN);
    held.release();
    leaving.leave();
    const kept = load(key, operation());
    await left;
    expect(await clock.finish(kept)).toBe(key.toUpperCase());
    expect(sent).toEqual([[key]]);
    expect([pacer.inFlight, pacer.queued]).toEqual([0, 0]);
  });

  it('keeps the answer of a batch that was already sent', async () => {
    const { clock, load, loader, operation } = loaderWith();
    const by = operation();
    const left = expect(load('a', by)).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    await clock.advance(20);
    by.leave();
    await left;
    await clock.advance(LATENCY);
    expect(loader.peek('a')?.value).toEqual({ text: 'A' });
  });
});

type Happening =
  | { readonly is: 'load'; readonly by: number; readonly key: string }
  | { readonly is: 'leave'; readonly by: number }
  | { readonly is: 'wait'; readonly span: number };

const OPERATIONS = 4;
const operationNumber = fc.nat(OPERATIONS - 1);
const span = fc.constantFrom(0, 1, 4, 5, 30, 60, 500, SPAN);
const key = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ is: fc.constant('load' as const), by: operationNumber, key }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('leave' as const), by: operationNumber }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('wait' as const), span }) },
);

interface Load {
  readonly by: number;
  readonly key: string;
  readonly settled: Promise<PromiseSettledResult<string>[]>;
}

describe('QuestionLoader, whatever happens', () => {
  const happenings = fc.array(happening, { maxLength: 60, size: 'max' });
  const batchSizes = fc.integer({ min: 1, max: 3 });

  it('answers every load of an operation that stays, asks for no key twice, and leaves nothing behind', async () => {
    await fc.assert(
      fc.asyncProperty(happenings, batchSizes, async (list, maxBatchSize) => {
        const { clock, load, operation, pacer, sent } = loaderWith({ maxBatchSize });
        const operations = Array.from({ length: OPERATIONS }, operation);
        const gone = new Set<number>();
        const loads: Load[] = [];
        for (const what of list) {
          const by = what.is === 'wait' ? undefined : operations[what.by];
          if (what.is === 'wait') {
            await clock.advance(what.span);
          } else if (what.is === 'leave') {
            by?.leave();
            gone.add(what.by);
          } else if (by) {
            loads.push({ by: what.by, key: what.key, settled: Promise.allSettled([load(what.key, by)]) });
          }
        }
        for (const { by, key: wanted, settled } of loads) {
          const [result] = await clock.finish(settled);
          if (result?.status === 'fulfilled') {
            expect(result.value).toBe(wanted.toUpperCase());
          } else {
            expect(gone).toContain(by);
            expect(result?.reason).toMatchObject({ code: 'DEADLINE_EXCEEDED' });
          }
        }
        for (const each of operations) {
          each.close();
        }
        await clock.advance(100 * SPAN);
        const asked = sent.flat();
        expect(asked).toHaveLength(new Set(asked).size);
        expect(Math.max(0, ...sent.map(({ length }) => length))).toBeLessThanOrEqual(maxBatchSize);
        expect([pacer.inFlight, pacer.queued, clock.pending]).toEqual([0, 0, 0]);
      }),
      { numRuns: 200 },
    );
  });
});
