import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { SearchAnswer, SearchQuestion } from '../../../src/eutils/search/esearch.js';
import {
  deepPage,
  type DeepPage,
  FIRST_WINDOW,
  type PlaceOfPage,
} from '../../../src/loading/deep-search/deep-search.js';

const WINDOW = 9999;

/** A search back end: hits in its own order, of which it lists 9,999. */
class Backend {
  hits: readonly number[];
  calls = 0;
  /** The hits in the order of a sorted search. */
  readonly #inOrder: readonly number[];
  readonly #memory = new Map<string, SearchAnswer>();

  constructor(hits: readonly number[], sorted?: (uid: number) => number) {
    this.hits = hits;
    this.#inOrder = sorted ? hits.toSorted((a, b) => sorted(a) - sorted(b)) : hits;
  }

  answer({ term, sort, retstart, retmax }: SearchQuestion): SearchAnswer {
    expect([retstart, retmax]).toEqual([0, WINDOW]);
    const key = `${term} ${sort}`;
    const known = this.#memory.get(key);
    if (known) {
      return known;
    }
    this.calls += 1;
    const left = [...term.matchAll(/(\d+):(\d+)\[UID\]/g)].map(([, low, high]) => [Number(low), Number(high)] as const);
    const inOrder = sort ? this.#inOrder : this.hits;
    const found = inOrder.filter((uid) => !left.some(([low, high]) => low <= uid && uid <= high));
    const answer = {
      ...{ count: found.length, retstart: 0, uids: found.slice(0, WINDOW).map(String) },
      ...{ notFound: [], ignored: [], messages: [], warnings: [] },
    };
    this.#memory.set(key, answer);
    return answer;
  }

  /** As another process would ask. */
  forget(): void {
    this.#memory.clear();
  }

  page(place: PlaceOfPage, size: number, sort?: string): DeepPage {
    const walk = deepPage({ db: 'pubmed', term: 'x', sort }, place, size);
    let step = walk.next();
    while (!step.done) {
      step = walk.next(this.answer(step.value));
    }
    return step.value;
  }

  /** All hits, page by page. */
  all(size: number, { sort, between }: { sort?: string; between?: (read: number) => void } = {}) {
    const read: number[] = [];
    const numbers: number[] = [];
    const drifts: number[] = [];
    let place: PlaceOfPage = { window: FIRST_WINDOW };
    for (;;) {
      const page = this.page(place, size, sort);
      numbers.push(...page.hits.map(({ index }) => index));
      read.push(...page.hits.map(({ uid }) => Number(uid)));
      drifts.push(page.drift);
      const last = page.hits.at(-1);
      if (!page.hasNextPage || !last) {
        const { totalCount, listed } = page;
        return { read, numbers, drift: drifts.filter((drift) => drift !== 0), totalCount, listed };
      }
      place = { window: last.window, after: last };
      between?.(read.length);
    }
  }
}

/** The same shuffle each time. */
function scattered(uid: number): number {
  return (uid * 2_654_435_761) % 4_294_967_291;
}

/** So many uids with gaps of all sizes, highest first. */
function uidsOf(count: number): number[] {
  let uid = 10_000_000;
  return Array.from({ length: count }, (_, index) => (uid += 1 + ((index * index * 7919) % 13) ** 2)).toReversed();
}

/** One text, since tens of thousands of numbers are compared one by one in seconds. */
function text(numbers: readonly number[]): string {
  return numbers.join(' ');
}

function falling(uids: readonly number[]): number[] {
  return uids.toSorted((a, b) => b - a);
}

describe('a search of more hits than NCBI lists', () => {
  it('of 60,000 hits is read with the fewest calls that the window allows where NCBI lists the highest uids first', () => {
    const hits = uidsOf(60_000);
    const backend = new Backend(hits);
    const { read, numbers, drift, totalCount } = backend.all(5000);
    expect(text(read)).toBe(text(hits));
    expect(text(numbers)).toBe(text(hits.map((_, place) => place)));
    expect([drift, totalCount]).toEqual([[], 60_000]);
    expect(backend.calls).toBe(Math.ceil(60_000 / WINDOW));
  });

  it('is read with the fewest calls where some hits stand out of the order of uids, as NCBI lists them by date of entry', () => {
    const hits = uidsOf(31_000);
    // One in ninety was entered somewhat earlier or later than its neighbours.
    const entered = new Map(
      hits.map((uid, place) => [uid, place + (place % 90 === 0 ? (scattered(uid) % 101) - 50 : 0)]),
    );
    const mixed = hits.toSorted((a, b) => (entered.get(a) ?? 0) - (entered.get(b) ?? 0));
    const backend = new Backend(mixed);
    const { read } = backend.all(5000);
    expect(text(read.slice(0, WINDOW))).toBe(text(mixed.slice(0, WINDOW)));
    expect(text(falling(read))).toBe(text(hits));
    expect(backend.calls).toBe(4);
  });

  it('is read whole where the first hits have another order, which the hits behind them lack', () => {
    const hits = uidsOf(31_000);
    const backend = new Backend(hits, scattered);
    const { read, numbers, drift } = backend.all(5000, { sort: 'Author' });
    expect(text(numbers)).toBe(text(hits.map((_, place) => place)));
    const first = hits.toSorted((a, b) => scattered(a) - scattered(b)).slice(0, WINDOW);
    expect(text(read.slice(0, WINDOW))).toBe(text(first));
    const listed = new Set(first);
    expect(text(read.slice(WINDOW))).toBe(text(hits.filter((uid) => !listed.has(uid))));
    expect([drift, backend.calls]).toEqual([[], 5]);
  });

  it.each<[string, string, number, (place: number) => number]>([
    ['pub_date', 'falls with the uids', 7, (place) => Math.floor(place / 2500)],
    ['pub_date', 'differs a little from that of uids', 7, (place) => (place % 90 === 0 ? place + 40 : place)],
    ['pub_date', 'is another one', 8, (place) => (place * 7919) % 30],
    ['Author', 'is another one', 8, (place) => (place * 7919) % 60_013],
    ['JournalName', 'begins with one journal', 8, (place) => place % 3],
    ['relevance', 'is equal for one in three', 8, (place) => Math.sign(place % 3)],
  ])(
    'of 60,000 hits is read with the fewest calls that ranges of uids allow where the order of %s %s: %d',
    (sort, _, fewest, key) => {
      const hits = uidsOf(60_000);
      const places = new Map(hits.map((uid, place) => [uid, place]));
      const backend = new Backend(hits, (uid) => key(places.get(uid) ?? 0));
      const { read, numbers, drift } = backend.all(5000, { sort });
      const first = hits.toSorted((a, b) => key(places.get(a) ?? 0) - key(places.get(b) ?? 0)).slice(0, WINDOW);
      expect(text(read.slice(0, WINDOW))).toBe(text(first));
      expect(text(falling(read))).toBe(text(hits));
      expect(text(numbers)).toBe(text(hits.map((_, place) => place)));
      expect(drift).toEqual([]);
      // Where the first window has gaps between its uids, the ranges behind have to hold all hits once more.
      const listed = new Set(first);
      const hasGaps = hits.slice(0, WINDOW / 2).some((uid) => !listed.has(uid));
      expect(fewest).toBe(Math.ceil(60_000 / WINDOW) + (hasGaps ? 1 : 0));
      expect(backend.calls).toBe(fewest);
    },
  );

  it('is read whole where NCBI lists hits in no order of uids', () => {
    const hits = uidsOf(31_000);
    const backend = new Backend(hits.toSorted((a, b) => scattered(a) - scattered(b)));
    const { read } = backend.all(5000);
    expect(text(falling(read))).toBe(text(hits));
    expect(backend.calls).toBeLessThanOrEqual(8);
  });

  it('is read whole where NCBI lists hits in the order of uids that it does not keep behind its window', () => {
    const hits = uidsOf(22_000);
    const listedFirst = hits.filter((_, place) => place % 2 === 0);
    const backend = new Backend([...listedFirst, ...hits.filter((_, place) => place % 2 === 1)]);
    expect(text(falling(backend.all(5000).read))).toBe(text(hits));
  });
});

describe('the place of a page', () => {
  it.each([undefined, 'Author'])('is found by other processes, which know nothing of the pages before (%s)', (sort) => {
    const hits = uidsOf(22_000);
    const backend = new Backend(hits, scattered);
    const { read } = backend.all(4300, {
      ...(sort && { sort }),
      between: () => {
        backend.forget();
      },
    });
    expect(new Set(read).size).toBe(read.length);
    expect(text(falling(read))).toBe(text(hits));
  });

  it('gives all hits once, whatever the size of the pages and the number of hits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 9_990, max: 20_020 }), fc.integer({ min: 900, max: 6000 }), (count, size) => {
        const hits = uidsOf(count);
        const { read, totalCount } = new Backend(hits).all(size);
        expect(totalCount).toBe(count);
        expect(text(read)).toBe(text(hits));
      }),
      { numRuns: 3 },
    );
  });
});

describe('an index that changes while a search is paged', () => {
  const before = uidsOf(31_000);

  /** Reads all, with a change when so much has been read. */
  function readWith(change: readonly number[], removed: readonly number[], at: number, forgets: boolean) {
    const backend = new Backend(before);
    return backend.all(5000, {
      between: (read) => {
        if (read === at) {
          backend.hits = falling([...before.filter((uid) => !removed.includes(uid)), ...change]);
        }
        if (forgets) {
          backend.forget();
        }
      },
    });
  }

  const newer = [1, 2, 3].map((more) => (before[0] ?? 0) + more);
  const below = [1, 2].map((less) => (before.at(-1) ?? 0) - less);

  it.each([true, false])(
    'loses nothing when it grows, lists what came, and says so (pages of several processes: %s)',
    (forgets) => {
      const { read, drift } = readWith([...newer, ...below], [], 15_000, forgets);
      expect(new Set(read).size).toBe(read.length);
      expect(text(falling(read))).toBe(text(falling([...before, ...newer, ...below])));
      expect(drift.reduce((sum, change) => sum + change, 0)).toBe(5);
    },
  );

  it('knows at its end what the windows before have listed, so that what came there meanwhile is counted', () => {
    const { listed, read, drift } = readWith([], [], 15_000, false);
    const inRange = (uid: number) => listed && listed.low <= uid && uid <= listed.high;
    expect(listed?.count).toBe(before.filter(inRange).length);
    expect(listed?.high).toBe(before[0]);
    const [high = 0, low = 0] = [before[100], before[101]];
    const between = Array.from({ length: high - low - 1 }, (_, more) => low + 1 + more).slice(0, 2);
    const grown = readWith(between, [], 15_000, true);
    expect(text(grown.read)).toBe(text(read));
    expect([grown.drift, grown.listed]).toEqual([drift, listed]);
    expect([...before, ...between].filter(inRange)).toHaveLength((listed?.count ?? 0) + between.length);
  });

  it('says that hits have left', () => {
    const gone = before.slice(29_000, 29_004);
    const { read, drift } = readWith([], gone, 5000, false);
    expect(text(read)).toBe(text(before.filter((uid) => !gone.includes(uid))));
    expect(drift).toEqual([-4]);
  });

  it('repeats and loses nothing when it grows while the first hits are read', () => {
    const { read } = readWith(newer, [], 5000, true);
    expect(new Set(read).size).toBe(read.length);
    expect(text(falling(read))).toBe(text(falling([...before, ...newer])));
  });
});
