import { describe, expect, it } from 'vitest';

import { atOnce } from '../../../src/eutils/body/slices.js';
import { UidList } from '../../../src/eutils/body/uid-list.js';
import { combineLists, type SetOperation } from '../../../src/loading/graph/combine-lists.js';
import { byUidDescending } from '../../../src/loading/values/link-list.js';
import { seededRandom } from '../../../src/sandbox/seeded-random.js';

const OPERATIONS: readonly SetOperation[] = ['UNION', 'INTERSECTION', 'DIFFERENCE'];

/** The same, record by record. */
function naive(lists: readonly (readonly string[])[], operation: SetOperation, order: 'sources' | 'uid'): string[] {
  const [first = new Set<string>(), ...others] = lists.map((list) => new Set(list));
  const holders = (uid: string): number => lists.filter((list) => list.includes(uid)).length;
  const found = {
    UNION: () => [...new Set(lists.flat())],
    INTERSECTION: () => [...first].filter((uid) => others.every((other) => other.has(uid))),
    DIFFERENCE: () => [...first].filter((uid) => !others.some((other) => other.has(uid))),
  }[operation]();
  const rank = (uid: string): number => (operation === 'DIFFERENCE' || order === 'uid' ? 0 : holders(uid));
  return found.toSorted((a, b) => rank(b) - rank(a) || byUidDescending(a, b));
}

describe('set operations over lists', () => {
  it('are those of a count record by record, for 2,000 random sets of lists', () => {
    const random = seededRandom(29);
    const below = (limit: number): number => Math.floor(random() * limit);
    const longUids = ['18446744073709551615', '9999999999999999', '7'];
    for (let index = 0; index < 2000; index += 1) {
      const hasLong = below(10) === 0;
      const uid = (): string =>
        hasLong && below(3) === 0
          ? (longUids[below(3)] ?? '')
          : String(below(10) === 0 ? 4_294_967_290 + below(10) : 1 + below(25));
      const lists = Array.from({ length: 1 + below(5) }, () => Array.from({ length: below(20) }, uid));
      const operation = OPERATIONS[index % 3] ?? 'UNION';
      const order = below(2) === 0 ? 'uid' : 'sources';
      const found = atOnce(
        combineLists(
          lists.map((list) => UidList.from(list)),
          operation,
          order,
        ),
      );
      const [ours, theirs] = [[...found], naive(lists, operation, order)];
      if (String(ours) !== String(theirs)) {
        expect({ lists, operation, order, found: ours }).toEqual({ lists, operation, order, found: theirs });
      }
    }
  });

  it('pause while they take a long list out of another one', () => {
    const list = UidList.fromPacked(Uint32Array.from({ length: 300_000 }, (_, index) => index + 1));
    const even = UidList.fromPacked(Uint32Array.from({ length: 150_000 }, (_, index) => 2 * (index + 1)));
    const work = combineLists([list, even], 'DIFFERENCE');
    let pauses = 0;
    let step = work.next();
    for (; step.done !== true; step = work.next()) {
      pauses += 1;
    }
    expect(step.value.length).toBe(150_000);
    expect(step.value.slice(0, 2)).toEqual(['299999', '299997']);
    expect(pauses).toBeGreaterThan(20);
  });
});
