import { describe, expect, it } from 'vitest';

import type { LocalStore, StoredAnswer } from '../../src/loading/cache/answer-store.js';
import { SecondLevelCache } from '../../src/loading/cache/second-level.js';
import { newTally } from '../../src/stores/write-behind.js';
import { FakeClock } from '../support/fake-clock.js';
import { SPAN } from '../support/pacing.js';
import { GRACE, LIFE, loaderWith } from './documents.js';

/** A loader over a store at hand that holds these entries. */
function loaderOverNear(entries: Map<string, StoredAnswer>, its = new FakeClock()) {
  return loaderWith({
    clock: its,
    storedWith: (clock, debounce) => {
      const store: LocalStore = {
        tally: newTally(),
        get: (name) => entries.get(name),
        keep: (name, answer) => entries.set(name, answer),
        close: () => Promise.resolve(),
      };
      return new SecondLevelCache(store, clock, debounce, () => clock.now()).of('esummary gene', []);
    },
  });
}

describe('A loader with a store at hand', () => {
  it('gives what is in it at once, and only the first time from there', async () => {
    const entries = new Map<string, StoredAnswer>();
    const first = loaderOverNear(entries);
    await first.clock.finish(first.load('a', first.operation()));
    const second = loaderOverNear(entries);
    const by = second.operation();
    expect(second.loader.load('a', by)).toEqual({ text: 'A' });
    expect(second.loader.load('a', by)).toEqual({ text: 'A' });
    expect(by.answers).toEqual({ memory: 1, store: 1, stale: 0, upstream: 0 });
    expect(by.report()).toMatchObject({ cacheHits: 2, calls: { total: 0 }, source: 'ncbi' });
    expect(second.sent).toEqual([]);
  });

  /** Entries with one that is so old. */
  function entriesOf(age: number, clock: FakeClock): Map<string, StoredAnswer> {
    const old = { value: { text: 'old' }, source: undefined, size: 3, ttl: LIFE, obtainedAt: clock.now() - age };
    return new Map([['1 a esummary gene', old]]);
  }

  it('asks for what is not in it, and for what is older than its grace', async () => {
    const clock = new FakeClock();
    const { load, operation, sent } = loaderOverNear(entriesOf(LIFE + GRACE + 1, clock), clock);
    expect(await clock.finish(Promise.all(['a', 'b'].map((key) => load(key, operation()))))).toEqual(['A', 'B']);
    expect(sent).toEqual([['a', 'b']]);
  });

  it('gives an outdated answer at once, labelled, and renews it', async () => {
    const clock = new FakeClock();
    const { loader, operation, sent } = loaderOverNear(entriesOf(LIFE + 1, clock), clock);
    const by = operation();
    expect(loader.load('a', by)).toEqual({ text: 'old' });
    expect(by.report().degraded).toMatchObject([{ code: 'STALE' }]);
    await clock.advance(2 * SPAN);
    expect(sent).toEqual([['a']]);
    expect(loader.load('a', operation())).toEqual({ text: 'A' });
  });
});
