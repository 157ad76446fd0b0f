import { describe, expect, it } from 'vitest';

import { EntrezError } from '../../src/eutils/errors.js';
import { Gathering } from '../../src/loading/gathering.js';
import { AbandonedBatchError, type BatchFunction, LateBatcher } from '../../src/loading/late-batcher.js';
import { CostlyError } from '../../src/loading/receipt.js';
import type { Call } from '../../src/upstream/door.js';
import { Pacer, type PacerOptions } from '../../src/upstream/pacer.js';
import { FakeClock } from '../support/fake-clock.js';

const SPAN = 1100;
const CALL: Call = { utility: 'elink', ids: 1, waited: 0, took: 10, source: 'ncbi', outcome: 'answered' };

interface Sent {
  readonly at: number;
  readonly keys: readonly string[];
  readonly signal: AbortSignal;
}

const shout: BatchFunction<string> = (keys) => Promise.resolve(new Map(keys.map((key) => [key, key.toUpperCase()])));

type Limits = Partial<PacerOptions> & { readonly maxBatchSize?: number };

function batcherWith(run: BatchFunction<string> = shout, limits: Limits = {}) {
  const { maxBatchSize = 100, ...pacing } = limits;
  const clock = new FakeClock();
  const epoch = clock.now();
  const pacer = new Pacer({ clock, rps: 1, margin: 100, maxInFlight: 10, maxQueued: 10, ...pacing });
  const sent: Sent[] = [];
  const batcher = new LateBatcher<string>({
    pacer,
    gathering: new Gathering(clock),
    maxBatchSize,
    run: (keys, options) => {
      sent.push({ at: clock.now() - epoch, keys, signal: options.signal });
      return run(keys, options);
    },
  });
  /** Loads a key that one caller wants. */
  const want = (key: string): Promise<string> => {
    const answer = batcher.load(key).then(({ value }) => value);
    batcher.join(key);
    return answer;
  };
  /** Uses up the permit of this moment. */
  const spendPermit = async (): Promise<void> => {
    (await pacer.acquire()).release();
  };
  return { batcher, clock, pacer, sent, spendPermit, want };
}

async function failureOf(work: Promise<unknown>): Promise<CostlyError> {
  const failure: unknown = await work.then(
    () => expect.unreachable('it was answered'),
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(CostlyError);
  return failure as CostlyError;
}

describe('LateBatcher closes a batch', () => {
  it('when the questions of the moment are gathered, if a permit is free', async () => {
    const { clock, sent, want } = batcherWith();
    const first = want('a');
    await clock.advance(2);
    expect(await clock.finish(Promise.all([first, want('b')]))).toEqual(['A', 'B']);
    expect(sent).toMatchObject([{ keys: ['a', 'b'] }]);
    expect(sent[0]?.at).toBeLessThan(10);
  });

  it('when its permit is granted: keys that come while it waits join', async () => {
    const { clock, pacer, sent, spendPermit, want } = batcherWith();
    await spendPermit();
    const answers = [want('a')];
    for (const key of ['b', 'c', 'd']) {
      await clock.advance(300);
      answers.push(want(key));
    }
    expect(pacer.queued).toBe(1);
    expect(await clock.finish(Promise.all(answers))).toEqual(['A', 'B', 'C', 'D']);
    expect(sent).toMatchObject([{ at: SPAN, keys: ['a', 'b', 'c', 'd'] }]);
  });

  it('for good: later keys go into the next', async () => {
    const { clock, sent, want } = batcherWith();
    await clock.finish(want('a'));
    await clock.finish(want('b'));
    expect(sent.map(({ keys }) => keys)).toEqual([['a'], ['b']]);
  });

  it('when it is full: each part waits for a permit of its own', async () => {
    const { clock, sent, want } = batcherWith(shout, { maxBatchSize: 2 });
    const answers = ['a', 'b', 'c', 'd', 'e'].map(want);
    expect(await clock.finish(Promise.all(answers))).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(sent.map(({ keys }) => keys)).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
    expect(sent.map(({ at }) => at - (sent[0]?.at ?? 0))).toEqual([0, SPAN, 2 * SPAN]);
  });

  it('and keys that come while full parts wait fill the last of them', async () => {
    const { clock, sent, spendPermit, want } = batcherWith(shout, { maxBatchSize: 2 });
    await spendPermit();
    const early = ['a', 'b', 'c'].map(want);
    await clock.advance(500);
    await clock.finish(Promise.all([...early, want('d')]));
    expect(sent.map(({ keys }) => keys)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });
});

describe('LateBatcher answers', () => {
  it('equal keys of one batch by asking once', async () => {
    const { clock, sent, want } = batcherWith();
    expect(await clock.finish(Promise.all([want('a'), want('a')]))).toEqual(['A', 'A']);
    expect(sent[0]?.keys).toEqual(['a']);
  });

  it('with one receipt for all keys of a batch, so that its calls are counted once', async () => {
    const { batcher, clock } = batcherWith((keys, options) => {
      options.onCall?.(CALL);
      return shout(keys, options);
    });
    const [a, b] = await clock.finish(Promise.all([batcher.load('a'), batcher.load('b')]));
    expect(a.receipt).toBe(b.receipt);
    expect(a.receipt.calls).toEqual([CALL]);
  });

  it('a key that failed with its failure, and its siblings with their values', async () => {
    const failure = new EntrezError('MALFORMED_RESPONSE', 'unreadable');
    const { clock, want } = batcherWith(() =>
      Promise.resolve(
        new Map<string, string | Error>([
          ['a', 'A'],
          ['b', failure],
        ]),
      ),
    );
    const [a, b] = [want('a'), failureOf(want('b'))];
    expect(await clock.finish(a)).toBe('A');
    expect((await b).cause).toBe(failure);
  });

  it('all keys of a batch that failed as a whole with that failure and what it cost', async () => {
    const failure = new EntrezError('UPSTREAM_UNAVAILABLE', 'down');
    const { clock, want } = batcherWith((_, options) => {
      options.onCall?.(CALL);
      return Promise.reject(failure);
    });
    const failures = await clock.finish(Promise.all(['a', 'b'].map((key) => failureOf(want(key)))));
    expect(failures).toMatchObject(Array(2).fill({ cause: failure, receipt: { calls: [CALL] } }));
  });

  it('a key that the batch function left out with an error, never with nothing', async () => {
    const { clock, want } = batcherWith(() => Promise.resolve(new Map()));
    const { cause } = await clock.finish(failureOf(want('a')));
    expect(cause).toMatchObject({ message: 'The batch function left out a.' });
  });

  it('every key of a batch that found the queue full with BUDGET_EXCEEDED', async () => {
    const { clock, sent, spendPermit, want } = batcherWith(shout, { maxQueued: 0 });
    await expect(spendPermit()).rejects.toMatchObject({ code: 'BUDGET_EXCEEDED' });
    const failures = await clock.finish(Promise.all(['a', 'b'].map((key) => failureOf(want(key)))));
    expect(failures).toMatchObject(Array(2).fill({ cause: { code: 'BUDGET_EXCEEDED' } }));
    expect(sent).toEqual([]);
  });

  it.each<readonly [string, BatchFunction<string>]>([
    ['fails', () => Promise.reject(new Error('a bug'))],
    [
      'throws',
      () => {
        throw new Error('a bug');
      },
    ],
  ])('and gives the permit back when the batch function %s before it asks', async (_, run) => {
    const { clock, pacer, want } = batcherWith(run);
    await clock.finish(failureOf(want('a')));
    expect(pacer.inFlight).toBe(0);
  });
});

describe('LateBatcher abandons a batch', () => {
  it('when nobody wants any of its keys: it gives up its place and is never sent', async () => {
    const { batcher, clock, pacer, sent, spendPermit, want } = batcherWith();
    await spendPermit();
    const failures = ['a', 'b'].map((key) => failureOf(want(key)));
    await clock.advance(100);
    expect(pacer.queued).toBe(1);
    batcher.leave('a');
    batcher.leave('b');
    expect(pacer.queued).toBe(0);
    expect((await failures[0])?.cause).toBeInstanceOf(AbandonedBatchError);
    await clock.advance(10 * SPAN);
    expect(sent).toEqual([]);
  });

  it('when all callers who wanted its only key have left', async () => {
    const { batcher, clock, pacer, spendPermit, want } = batcherWith();
    await spendPermit();
    const failure = failureOf(want('a'));
    batcher.join('a');
    await clock.advance(100);
    batcher.leave('a');
    expect(pacer.queued).toBe(1);
    batcher.leave('a');
    expect(pacer.queued).toBe(0);
    expect((await failure).cause).toBeInstanceOf(AbandonedBatchError);
  });

  it('before it queues, when all have left while questions were gathered', async () => {
    const { batcher, clock, pacer, sent, want } = batcherWith();
    const failure = failureOf(want('a'));
    batcher.leave('a');
    expect((await clock.finish(failure)).cause).toBeInstanceOf(AbandonedBatchError);
    expect([sent.length, pacer.queued, pacer.inFlight]).toEqual([0, 0, 0]);
    expect((await clock.finish(pacer.acquire())).waited).toBe(0);
  });

  it('not while one of its keys is wanted: the others go along', async () => {
    const { batcher, clock, sent, spendPermit, want } = batcherWith();
    await spendPermit();
    const answers = Promise.all([want('a'), want('b')]);
    await clock.advance(100);
    batcher.leave('a');
    expect(await clock.finish(answers)).toEqual(['A', 'B']);
    expect(sent).toMatchObject([{ keys: ['a', 'b'] }]);
  });

  it('not while one of two callers wants its only key', async () => {
    const { batcher, clock, spendPermit, want } = batcherWith();
    await spendPermit();
    const answer = want('a');
    batcher.join('a');
    await clock.advance(100);
    batcher.leave('a');
    expect(await clock.finish(answer)).toBe('A');
  });

  it('not while the other part of what was too much for one batch is wanted', async () => {
    const { batcher, clock, sent, spendPermit, want } = batcherWith(shout, { maxBatchSize: 1 });
    await spendPermit();
    const [left, kept] = [failureOf(want('a')), want('b')];
    await clock.advance(100);
    batcher.leave('a');
    expect(await clock.finish(kept)).toBe('B');
    expect((await left).cause).toBeInstanceOf(AbandonedBatchError);
    expect(sent).toMatchObject([{ at: SPAN, keys: ['b'] }]);
  });

  it('not when it has been sent: its answer is worth keeping', async () => {
    const { batcher, clock, sent, want } = batcherWith(async (keys, options) => {
      await new Promise<void>((resolve) => clock.after(500, resolve));
      return shout(keys, options);
    });
    const answer = want('a');
    await clock.advance(100);
    batcher.leave('a');
    expect(sent[0]?.signal.aborted).toBe(false);
    expect(await clock.finish(answer)).toBe('A');
  });

  it('and starts a new one for keys that come afterwards', async () => {
    const { batcher, clock, sent, spendPermit, want } = batcherWith();
    await spendPermit();
    const left = failureOf(want('a'));
    await clock.advance(100);
    batcher.leave('a');
    await left;
    expect(await clock.finish(want('b'))).toBe('B');
    expect(sent.map(({ keys }) => keys)).toEqual([['b']]);
  });
});
