import { describe, expect, it } from 'vitest';

import type { BatchSize } from '../../../src/loading/batching/batch-size.js';
import { BurstDebounce } from '../../../src/loading/batching/debounce.js';
import type { LocalStore, SharedStore, StoredAnswer } from '../../../src/loading/cache/answer-store.js';
import { LearnedSizes } from '../../../src/loading/cache/learned-sizes.js';
import { newTally } from '../../../src/stores/write-behind.js';
import type { CallRecord } from '../../../src/upstream/call.js';
import { FakeClock } from '../../support/fake-clock.js';

const BOUNDS = { start: 200, max: 200 };
const DAY = 24 * 3_600_000;
const NAME = 'neighbor pubmed gene pubmed_gene';
const ANSWERED: CallRecord = {
  utility: 'elink',
  ids: 0,
  waited: 0,
  took: 0,
  size: 1000,
  source: 'ncbi',
  outcome: 'answered',
};
/** What calls take that answer after 100 ms, and 20 ms more for each id. */
const takes = (ids: number): number => 100 + 20 * ids;

/** Entries that outlive the processes of a test. */
class Entries {
  readonly byName = new Map<string, StoredAnswer>();
  writes = 0;
  readonly #keeper = {
    tally: newTally(),
    keep: (name: string, answer: StoredAnswer) => {
      this.writes += 1;
      this.byName.set(name, structuredClone(answer));
    },
    close: () => Promise.resolve(),
  };

  readonly folder: LocalStore = { ...this.#keeper, get: (name) => this.byName.get(name) };
  readonly server: SharedStore = {
    ...this.#keeper,
    find: (names) => Promise.resolve(names.map((name) => this.byName.get(name))),
  };

  /** Puts something in the place of all entries. */
  overwrite(value: object): void {
    for (const [name, answer] of this.byName) {
      this.byName.set(name, { ...answer, value });
    }
  }
}

function processWith(store: LocalStore | SharedStore, { clock = new FakeClock(), today = 0 } = {}) {
  const sizes = new LearnedSizes({ clock, debounce: new BurstDebounce(clock), store, today: () => today });
  return { clock, sizes };
}

function learn(size: BatchSize, ids = 100, took = takes(ids)): void {
  size.note({ ...ANSWERED, ids, took });
}

/** Entries of a process that has learned what calls take. */
function entriesOfOne(kind: 'folder' | 'server' = 'folder'): Entries {
  const entries = new Entries();
  const { sizes } = processWith(entries[kind]);
  const size = sizes.create(BOUNDS, NAME);
  [10, 50, 100, 20].forEach((ids) => {
    learn(size, ids);
  });
  sizes.keepAll();
  return entries;
}

describe('What was learned of a link name', () => {
  it('is known to the next process before its first call', () => {
    const { sizes } = processWith(entriesOfOne().folder);
    const size = sizes.create(BOUNDS, NAME);
    expect(size.latency?.perId).toBeGreaterThan(15);
    expect(size.soonest(200, 110)).toBeLessThan(60);
  });

  it('is known to a process that shares the store before a batch leaves', async () => {
    const { sizes, clock } = processWith(entriesOfOne('server').server);
    const size = sizes.create(BOUNDS, NAME);
    await clock.settle();
    expect(size.soonest(200, 110)).toBeLessThan(60);
  });

  it('includes what all calls take, for names that have not been used', () => {
    const { sizes } = processWith(entriesOfOne().folder);
    expect(sizes.create(BOUNDS, 'neighbor gene protein gene_protein').latency?.perId).toBeGreaterThan(8);
  });

  it('includes the batches that were too large, at once', () => {
    const entries = new Entries();
    const size = processWith(entries.folder).sizes.create(BOUNDS, NAME);
    learn(size);
    size.note({ ...ANSWERED, ids: 200, took: 60_000, outcome: 'UPSTREAM_TIMEOUT' });
    expect(processWith(entries.folder).sizes.create(BOUNDS, NAME).current).toBe(100);
  });

  it('is written each ten seconds, not after each call', () => {
    const entries = new Entries();
    const { sizes, clock } = processWith(entries.folder);
    const size = sizes.create(BOUNDS, NAME);
    for (let call = 0; call < 1000; call += 1) {
      learn(size);
    }
    // The name itself, and all calls.
    expect(entries.writes).toBe(2);
    clock.stall(10_000);
    learn(size);
    expect(entries.writes).toBe(4);
  });

  it('is worth knowing for a week', () => {
    const entries = entriesOfOne();
    expect(processWith(entries.folder, { today: 6 * DAY }).sizes.create(BOUNDS, NAME).latency?.perId).toBeGreaterThan(
      15,
    );
    expect(processWith(entries.folder, { today: 8 * DAY }).sizes.create(BOUNDS, NAME).latency).toBeUndefined();
  });

  it('is not kept for names that callers choose, nor without a store', () => {
    const entries = new Entries();
    learn(processWith(entries.folder).sizes.create(BOUNDS));
    expect(entries.writes).toBe(0);
  });
});

describe('What another process has learned is not trusted blindly', () => {
  it('it is forgotten where the first call takes more than four times as long, or less than a quarter', () => {
    for (const took of [10_000, 100]) {
      const size = processWith(entriesOfOne().folder).sizes.create(BOUNDS, NAME);
      expect(size.latency?.perId).toBeGreaterThan(15);
      learn(size, 100, took);
      const fresh = processWith(new Entries().folder).sizes.create(BOUNDS, NAME);
      learn(fresh, 100, took);
      const predicted = ({ latency }: BatchSize): number => (latency ? latency.base + 100 * latency.perId : NaN);
      expect(predicted(size) / predicted(fresh)).toBeCloseTo(1, 0.5);
    }
  });

  it('it is outweighed by a few calls of this process', () => {
    const size = processWith(entriesOfOne().folder).sizes.create(BOUNDS, NAME);
    for (let call = 0; call < 6; call += 1) {
      learn(size, call % 2 === 0 ? 200 : 100, 1000);
    }
    expect(size.latency?.perId).toBeLessThan(6);
  });

  it.each<readonly [string, object]>([
    ['text', ['a', 'b']],
    ['an object', { cap: 1 }],
    ['too few numbers', [200, 1]],
    ['numbers that are none', [NaN, NaN, NaN, NaN, NaN, NaN]],
    ['negative sums', [200, -1, -1, -1, -1, -1]],
    ['an endless latency', [200, 1e-9, 1e-7, 1e-5, Infinity, 1]],
    ['a latency of years', [200, 1e-20, 1e-18, 1e-16, 1, 100]],
    ['the weight of a million calls', [200, 1e6, 1e8, 1e10, 1e6, 1e8]],
  ])('%s in its place is ignored', (_, value) => {
    const entries = entriesOfOne();
    entries.overwrite(value);
    const size = processWith(entries.folder).sizes.create(BOUNDS, NAME);
    expect([size.current, size.latency]).toEqual([200, undefined]);
  });

  it.each([
    [1_000_000, 200],
    [-5, 25],
    [1, 25],
    [120, 120],
    [0.5, 200],
  ])('a cap of %d becomes one of %d', (cap, expected) => {
    const entries = entriesOfOne();
    entries.overwrite([cap, 0, 0, 0, 0, 0]);
    expect(processWith(entries.folder).sizes.create(BOUNDS, NAME).current).toBe(expected);
  });

  it('it does not replace what this process has learned while it was looked for', async () => {
    const { sizes, clock } = processWith(entriesOfOne('server').server);
    const size = sizes.create(BOUNDS, NAME);
    learn(size, 100, 500);
    const { latency } = size;
    await clock.settle();
    expect(size.latency).toEqual(latency);
  });
});
