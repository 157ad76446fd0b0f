import { describe, expect, it } from 'vitest';

import { EntrezError } from '../../../src/eutils/failures/errors.js';
import type { LookupResult, SharedStore, StoredAnswer } from '../../../src/loading/cache/answer-store.js';
import { SecondLevelCache } from '../../../src/loading/cache/second-level.js';
import { BatchCost } from '../../../src/loading/operation/batch-cost.js';
import { newTally } from '../../../src/stores/write-behind.js';
import { FakeClock } from '../../support/fake-clock.js';
import { spendPermits, SPAN } from '../../support/pacing.js';
import { failingOnce, GRACE, LIFE, loaderWith } from '../documents.js';

/** What processes share, in memory: entries and claims by name. */
class SharedMemory {
  readonly entries = new Map<string, StoredAnswer>();
  readonly claims = new Map<string, SharedStore>();
  /** The names of each look. */
  readonly looks: (readonly string[])[] = [];
  /** Names that were looked for before the first answer was kept. */
  lookedForFirst: readonly string[] | undefined;

  /** The store of one process. */
  storeOf(today: () => number): SharedStore {
    const store: SharedStore = {
      tally: newTally(),
      find: (names, claims) => {
        this.looks.push(names);
        return Promise.resolve(names.map((name) => this.#find(name, claims, store, today)));
      },
      keep: (name, answer) => {
        this.lookedForFirst ??= this.looks.flat();
        this.entries.set(name, answer);
        store.release(name);
      },
      release: (name) => {
        if (this.claims.get(name) === store) {
          this.claims.delete(name);
        }
      },
      close: () => Promise.resolve(),
    };
    return store;
  }

  #find(name: string, claims: boolean, store: SharedStore, today: () => number): LookupResult {
    const answer = this.entries.get(name);
    if (answer && today() - answer.obtainedAt <= answer.ttl) {
      return { answer, claim: 'others' };
    }
    const owner = claims ? (this.claims.get(name) ?? store) : store;
    if (claims) {
      this.claims.set(name, owner);
    }
    return { answer, claim: owner === store ? 'ours' : 'others' };
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
      new SecondLevelCache(
        shared.storeOf(() => its.now()),
        its,
        debounce,
        () => its.now(),
      ).of('esummary gene', []),
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
    expect(shared.claims.size).toBe(0);
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
  it('ask once', async () => {
    const shared = new SharedMemory();
    const one = processOver(shared);
    const other = processOver(shared, {}, one.clock);
    const [by, others] = [one.operation(), other.operation()];
    const both = Promise.all([one.load('a', by), other.load('a', others)]);
    expect(await one.clock.finish(both)).toEqual(['A', 'A']);
    expect([...one.sent, ...other.sent]).toEqual([['a']]);
    expect([by.report().calls.total, others.report().calls.total]).toEqual([1, 0]);
    expect(others.report().cacheHits).toBe(1);
  });

  it('are told of answers when what they lead to has been claimed, so that they do not ask a part of it', async () => {
    const shared = new SharedMemory();
    const { clock, load, operation } = processOver(shared, {}, new TurningClock());
    const by = operation();
    const keys = Array.from({ length: 12 }, (_, key) => `gene ${key}`);
    await clock.finish(Promise.all(keys.map(async (key) => load(await load(key, by), by))));
    const led = keys.flatMap((key) => [key, key.toUpperCase()]).map((key) => `${key.length} ${key} esummary gene`);
    expect(shared.lookedForFirst?.toSorted()).toEqual(led.toSorted());
  });

  it('each ask for themselves when the one that asked has failed', async () => {
    const shared = new SharedMemory();
    const one = processOver(shared, { find: failingOnce(new EntrezError('UPSTREAM_TIMEOUT', 'late')) });
    const other = processOver(shared, {}, one.clock);
    const failed = expect(one.load('a', one.operation())).rejects.toThrow('late');
    const answer = other.load('a', other.operation());
    expect(await one.clock.finish(answer)).toBe('A');
    await failed;
    expect(other.sent).toEqual([['a']]);
  });

  it('ask when the one that would have asked gives up before it does', async () => {
    const shared = new SharedMemory();
    const one = processOver(shared);
    const other = processOver(shared, {}, one.clock);
    await spendPermits(one.pacer);
    const leaving = one.operation();
    const left = expect(one.load('a', leaving)).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    const answer = other.load('a', other.operation());
    await one.clock.advance(100);
    leaving.leave();
    await left;
    expect(await one.clock.finish(answer)).toBe('A');
    expect(one.sent).toEqual([]);
  });

  it('are not held up by one that left while it looked', async () => {
    const shared = new SharedMemory();
    const one = processOver(shared);
    const leaving = one.operation();
    const left = expect(one.load('a', leaving)).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    leaving.leave();
    await left;
    await one.clock.settle();
    await one.clock.settle();
    expect(shared.claims.size).toBe(0);
  });

  it('leave at their own deadline, whatever others do', async () => {
    const shared = new SharedMemory();
    const one = processOver(shared);
    const other = processOver(shared, {}, one.clock);
    await spendPermits(one.pacer);
    const answer = one.load('a', one.operation());
    const leaving = other.operation();
    const left = expect(other.load('a', leaving)).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    await one.clock.advance(60);
    leaving.leave();
    await left;
    expect(await one.clock.finish(answer)).toBe('A');
    expect(other.sent).toEqual([]);
  });
});
