import { describe, expect, it } from 'vitest';

import { EntrezError } from '../../../src/eutils/failures/errors.js';
import type { SharedStore, StoredAnswer } from '../../../src/loading/cache/answer-store.js';
import { SecondLevelCache } from '../../../src/loading/cache/second-level.js';
import { BatchCost } from '../../../src/loading/operation/batch-cost.js';
import { newTally } from '../../../src/stores/write-behind.js';
import { FakeClock } from '../../support/fake-clock.js';
import { FleetModel } from '../../support/fleet-model.js';
import { spendPermits, SPAN } from '../../support/pacing.js';
import { failingOnce, GRACE, LIFE, loaderWith } from '../documents.js';

/** Answers that processes share, in memory, by name. */
class SharedMemory {
  readonly entries = new Map<string, StoredAnswer>();
  /** The names of each look. */
  readonly looks: (readonly string[])[] = [];
  /** Names that were looked for before the first answer was kept. */
  lookedForFirst: readonly string[] | undefined;
  #fleet: FleetModel | undefined;

  readonly store: SharedStore = {
    tally: newTally(),
    find: (names) => {
      this.looks.push(names);
      return Promise.resolve(names.map((name) => this.entries.get(name)));
    },
    keep: (name, answer) => {
      this.lookedForFirst ??= this.looks.flat();
      this.entries.set(name, answer);
    },
    close: () => Promise.resolve(),
  };

  /** The way between the processes. */
  fleet(clock: FakeClock): FleetModel {
    this.#fleet ??= new FleetModel(clock, 1);
    return this.#fleet;
  }
}

/** Its event loop has to go round, as that of a process has, and does so often before time passes. */
class TurningClock extends FakeClock {
  override turn(): Promise<void> {
    return super.settle();
  }

  override async settle(): Promise<void> {
    for (let round = 0; round < 20; round += 1) {
      await super.settle();
    }
  }
}

type Options = Parameters<typeof loaderWith>[0];

/** A process with a loader over what is shared. */
function processOver(shared: SharedMemory, options: Options = {}, clock?: FakeClock) {
  return loaderWith({
    ...options,
    ...(clock && { clock }),
    storedWith: (its, debounce) =>
      new SecondLevelCache(shared.store, its, debounce, () => its.now()).of('esummary gene', []),
  });
}

describe('A loader with a store', () => {
  it('gives what another process was answered, without a permit, as a hit', async () => {
    const shared = new SharedMemory();
    const first = processOver(shared);
    await first.clock.finish(first.load('a', first.operation()));
    const second = processOver(shared, {}, first.clock);
    await spendPermits(second.pacer);
    const by = second.operation();
    expect(await second.load('a', by)).toBe('A');
    expect(by.report()).toMatchObject({ cacheHits: 1, calls: { total: 0 }, source: 'ncbi', degraded: [] });
    expect(by.answers).toMatchObject({ memory: 0, store: 1 });
    expect(second.loader.load('a', second.operation())).toEqual({ text: 'A' });
    expect(second.sent).toEqual([]);
  });

  it('looks once for all keys of a moment, however many want them', async () => {
    const shared = new SharedMemory();
    const { clock, load, operation } = processOver(shared);
    await clock.finish(Promise.all(['a', 'b', 'a', 'c'].map((key) => load(key, operation()))));
    expect(shared.looks).toHaveLength(1);
    expect(shared.looks[0]).toHaveLength(3);
  });

  it('looks once for the keys of all requests that are read in one turn of the event loop', async () => {
    const shared = new SharedMemory();
    const clock = new TurningClock();
    const { load, operation } = processOver(shared, {}, clock);
    const first = load('a', operation());
    // A request is read from the next socket when all jobs of the one before have run.
    for (let job = 0; job < 10; job += 1) {
      await new Promise<void>((resolve) => {
        process.nextTick(resolve);
      });
    }
    await clock.finish(Promise.all([first, load('b', operation())]));
    expect(shared.looks).toHaveLength(1);
    expect(shared.looks[0]).toHaveLength(2);
  });

  it('believes in an answer only as long as the process that got it', async () => {
    const shared = new SharedMemory();
    const first = processOver(shared);
    await first.clock.finish(first.load('a', first.operation()));
    await first.clock.advance(LIFE - 1000);
    const second = processOver(shared, {}, first.clock);
    await second.clock.finish(second.load('a', second.operation()));
    await second.clock.advance(1001);
    const by = second.operation();
    expect(second.loader.load('a', by)).toEqual({ text: 'A' });
    expect(by.report().degraded).toMatchObject([{ code: 'STALE' }]);
  });

  it('gives an outdated answer at once, labelled, and renews it for all', async () => {
    const shared = new SharedMemory();
    const first = processOver(shared);
    await first.clock.finish(first.load('a', first.operation()));
    await first.clock.advance(LIFE + 1);
    const second = processOver(shared, {}, first.clock);
    const by = second.operation();
    expect(await second.clock.finish(second.load('a', by))).toBe('A');
    expect(by.report()).toMatchObject({ calls: { total: 0 }, degraded: [{ code: 'STALE' }] });
    await second.clock.advance(2 * SPAN);
    expect(second.sent).toEqual([['a']]);
    await first.load('a', first.operation());
    await first.clock.advance(2 * SPAN);
    const later = first.operation();
    expect(first.loader.load('a', later)).toEqual({ text: 'A' });
    expect(later.report().degraded).toEqual([]);
    expect(first.sent).toHaveLength(1);
  });

  it('asks anew for what is older than its grace', async () => {
    const shared = new SharedMemory();
    const first = processOver(shared);
    await first.clock.finish(first.load('a', first.operation()));
    await first.clock.advance(LIFE + GRACE + 1);
    const second = processOver(shared, {}, first.clock);
    await second.clock.finish(second.load('a', second.operation()));
    expect(second.sent).toEqual([['a']]);
  });

  it('keeps that a record does not exist, but no other failure', async () => {
    const shared = new SharedMemory();
    const first = processOver(shared, { find: failingOnce(new EntrezError('UNKNOWN_ID', 'none')) });
    await expect(first.clock.finish(first.load('a', first.operation()))).rejects.toThrow('none');
    const second = processOver(shared, {}, first.clock);
    await expect(second.clock.finish(second.load('a', second.operation()))).rejects.toMatchObject({
      code: 'UNKNOWN_ID',
    });
    const third = processOver(shared, { find: failingOnce(new EntrezError('UPSTREAM_TIMEOUT', 'late')) }, first.clock);
    await expect(third.clock.finish(third.load('b', third.operation()))).rejects.toThrow('late');
    expect([...shared.entries.keys()]).toHaveLength(1);
  });

  it('keeps what another question brought along', async () => {
    const shared = new SharedMemory();
    const first = processOver(shared);
    first.loader.prime('a', { text: 'brought along' }, new BatchCost());
    const second = processOver(shared, {}, first.clock);
    expect(await second.load('a', second.operation())).toBe('brought along');
  });
});

describe('Loaders of several processes that want the same at once', () => {
  /** Two processes, the first of which requests for both. */
  async function twoProcesses(options: Options = {}) {
    const shared = new SharedMemory();
    const clock = new FakeClock();
    const [one, other] = ['one', 'other'].map((name) =>
      processOver(shared, { ...options, channel: shared.fleet(clock).channelOf(name) }, clock),
    );
    if (!one || !other) {
      throw new Error('There are two processes.');
    }
    await clock.advance(100);
    expect(shared.fleet(clock).keeper).toBe('one');
    return { one, other, clock, shared };
  }

  it('ask once', async () => {
    const { one, other, clock } = await twoProcesses();
    const [by, others] = [one.operation(), other.operation()];
    const both = Promise.all([one.load('a', by), other.load('a', others)]);
    expect(await clock.finish(both)).toEqual(['A', 'A']);
    expect([...one.sent, ...other.sent]).toEqual([['a']]);
    expect([by, others].map((operation) => operation.report().calls.total)).toEqual([1, 1]);
  });

  it('put what they want into one batch', async () => {
    const { one, other, clock } = await twoProcesses();
    const [by, others] = [one.operation(), other.operation()];
    const all = Promise.all([one.load('a', by), other.load('b', others), other.load('c', others)]);
    expect(await clock.finish(all)).toEqual(['A', 'B', 'C']);
    expect(one.sent.map((keys) => keys.toSorted())).toEqual([['a', 'b', 'c']]);
    expect(other.sent).toEqual([]);
    expect(others.report()).toMatchObject({ calls: { total: 1 }, cacheHits: 0, source: 'ncbi' });
    expect(other.loader.load('c', other.operation())).toEqual({ text: 'C' });
  });

  it('say how long an operation has waited for a permit of another process', async () => {
    const { one, other, clock } = await twoProcesses();
    await spendPermits(one.pacer);
    const others = other.operation();
    await clock.finish(other.load('a', others));
    expect(others.report().waitedMs).toBeGreaterThan(0.8 * SPAN);
  });

  it('get the failure of the one that asked, and keep nothing of it', async () => {
    const { one, other, clock, shared } = await twoProcesses({
      find: failingOnce(new EntrezError('UPSTREAM_TIMEOUT', 'late', { retryable: true, uids: ['a'] })),
    });
    const failure = { code: 'UPSTREAM_TIMEOUT', message: 'late', retryable: true, details: { uids: ['a'] } };
    const others = other.operation();
    const failed = expect(other.load('a', others)).rejects.toMatchObject(failure);
    await clock.finish(Promise.all([failed, expect(one.load('a', one.operation())).rejects.toMatchObject(failure)]));
    expect(others.report().calls.total).toBe(1);
    expect(shared.entries.size).toBe(0);
    expect(await clock.finish(other.load('a', other.operation()))).toBe('A');
  });

  it('learn from each other that a record does not exist', async () => {
    const { one, other, clock } = await twoProcesses({ find: failingOnce(new EntrezError('UNKNOWN_ID', 'none')) });
    for (const operation of [other.operation(), other.operation()]) {
      await expect(clock.finish(other.load('a', operation))).rejects.toMatchObject({ code: 'UNKNOWN_ID' });
    }
    expect(one.sent).toEqual([['a']]);
  });

  it('charge an operation for the calls that another process makes for it, and let it make no more than it may', async () => {
    const { one, other, clock } = await twoProcesses({ size: 1 });
    const by = other.operation(undefined, 2);
    const all = await clock.finish(Promise.allSettled(['a', 'b', 'c'].map((key) => other.load(key, by))));
    expect(all.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(all.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'BUDGET_EXCEEDED' } });
    expect(by.callsMade).toBe(2);
    expect(one.sent).toHaveLength(2);
    await expect(clock.finish(other.load('d', by))).rejects.toMatchObject({ code: 'BUDGET_EXCEEDED' });
  });

  it('are told of answers when what they lead to is being looked for, so that they do not ask a part of it', async () => {
    const shared = new SharedMemory();
    const { clock, load, operation } = processOver(shared, {}, new TurningClock());
    const by = operation();
    const keys = Array.from({ length: 12 }, (_, key) => `gene ${key}`);
    await clock.finish(Promise.all(keys.map(async (key) => load(await load(key, by), by))));
    const led = keys.flatMap((key) => [key, key.toUpperCase()]).map((key) => `${key.length} ${key} esummary gene`);
    expect(shared.lookedForFirst?.toSorted()).toEqual(led.toSorted());
  });

  it('ask for nothing that an operation of another process has given up', async () => {
    const { one, other, clock } = await twoProcesses();
    await spendPermits(one.pacer);
    const leaving = other.operation();
    const left = expect(other.load('a', leaving)).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    await clock.advance(100);
    leaving.leave();
    await left;
    await clock.advance(2 * SPAN);
    expect([...one.sent, ...other.sent]).toEqual([]);
    expect(await clock.finish(other.load('a', other.operation()))).toBe('A');
  });

  it('leave at their own deadline, whatever others do', async () => {
    const { one, other, clock } = await twoProcesses();
    await spendPermits(one.pacer);
    const answer = one.load('a', one.operation());
    const leaving = other.operation();
    const left = expect(other.load('a', leaving)).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    await clock.advance(60);
    leaving.leave();
    await left;
    expect(await clock.finish(answer)).toBe('A');
    expect(other.sent).toEqual([]);
  });

  it.each([
    {
      what: 'closes',
      go: ({ one }: Two) => {
        void one.fleet?.close();
      },
    },
    {
      what: 'is killed',
      go: ({ shared, clock }: Two) => {
        shared.fleet(clock).cut('one');
      },
    },
    {
      what: 'hangs',
      go: ({ shared, clock }: Two) => {
        shared.fleet(clock).hang('one');
      },
    },
  ])('request what waits by another process when the one that requests for all $what', async ({ go }) => {
    const two = await twoProcesses();
    const { one, other, clock } = two;
    await spendPermits(one.pacer);
    const answer = other.load('a', other.operation());
    await clock.advance(50);
    go(two);
    expect(await clock.finish(answer)).toBe('A');
    expect(other.sent).toEqual([['a']]);
  });

  it('request what they want themselves while the store is away, and together when it is back', async () => {
    const { one, other, clock, shared } = await twoProcesses();
    await spendPermits(one.pacer);
    const waiting = other.load('a', other.operation());
    await clock.advance(50);
    shared.fleet(clock).isAway = true;
    expect(await clock.finish(waiting)).toBe('A');
    expect(other.sent).toEqual([['a']]);
    shared.fleet(clock).isAway = false;
    await clock.advance(1000);
    const all = Promise.all([one.load('b', one.operation()), other.load('c', other.operation())]);
    expect(await clock.finish(all)).toEqual(['B', 'C']);
    expect(other.sent).toHaveLength(1);
  });

  type Two = Awaited<ReturnType<typeof twoProcesses>>;
});
