import { describe, expect, it } from 'vitest';

import { atOnce } from '../../../src/eutils/body/slices.js';
import { UidList } from '../../../src/eutils/body/uid-list.js';
import { type CommonOrder, commonTargets, type TargetList } from '../../../src/loading/graph/common-targets.js';
import { sourcesOf } from '../../../src/loading/graph/sources-of.js';
import { seededRandom } from '../../../src/sandbox/seeded-random.js';

/** Random sets of lists whose uids have few values, so that they share some; a few have uids that no number holds. */
function* randomSets(count: number): Generator<{ readonly lists: string[][]; readonly atLeast: number }> {
  const random = seededRandom(23);
  const below = (limit: number): number => Math.floor(random() * limit);
  const longUids = ['18446744073709551615', '18446744073709551614', '9999999999999999', '7'];
  for (let index = 0; index < count; index += 1) {
    const hasLong = below(20) === 0;
    const uid = (): string =>
      hasLong && below(3) === 0
        ? (longUids[below(4)] ?? '')
        : String(below(12) === 0 ? 4_294_967_290 + below(10) : 1 + below(40));
    const lists = Array.from({ length: below(9) }, () => Array.from({ length: below(13) }, uid));
    yield { lists, atLeast: 1 + below(4) };
  }
}

function byUid(a: string, b: string): number {
  return b.length - a.length || (a < b ? 1 : Number(a > b) * -1);
}

function scoreOf(uid: string): number {
  return uid.length * 10 + Number(uid.at(-1));
}

/** What common targets are, without any care for time or memory. */
function naive(lists: readonly (readonly string[])[], atLeast: number, order: CommonOrder): string[] {
  const counts = new Map<string, number>();
  for (const each of lists.flatMap((list) => [...new Set(list)])) {
    counts.set(each, (counts.get(each) ?? 0) + 1);
  }
  const weight = (each: string): number => (counts.get(each) ?? 0) * (order === 'score' ? scoreOf(each) : 1);
  return [...counts.keys()]
    .filter((each) => (counts.get(each) ?? 0) >= atLeast)
    .toSorted((a, b) => (order === 'uid' ? 0 : weight(b) - weight(a)) || byUid(a, b));
}

function listOf(uids: readonly string[], scored: boolean): TargetList {
  return { uids: UidList.from(uids), ...(scored && { scores: uids.map(scoreOf) }) };
}

describe('the targets that lists have in common', () => {
  it('are those of a brute-force count, in every order, for 2,000 sets of lists', () => {
    for (const [index, { lists, atLeast }] of [...randomSets(2000)].entries()) {
      const order = (['sources', 'uid', 'score'] as const)[index % 3] ?? 'sources';
      const scored = lists.map((list) => listOf(list, order === 'score'));
      const { uids } = atOnce(commonTargets(scored, atLeast, order));
      if (String([...uids]) !== String(naive(lists, atLeast, order))) {
        expect({ lists, atLeast, order, found: [...uids] }).toEqual({
          lists,
          atLeast,
          order,
          found: naive(lists, atLeast, order),
        });
      }
    }
  });

  it('name the lists that hold them, each once, and the sum of their scores', () => {
    for (const { lists, atLeast } of randomSets(500)) {
      const targets = naive(lists, atLeast, 'sources');
      const found = atOnce(
        sourcesOf(
          targets,
          lists.map((list) => listOf(list, true)),
        ),
      );
      const holders = targets.map((target) => lists.flatMap((list, index) => (list.includes(target) ? [index] : [])));
      expect(found.map((each) => each.lists)).toEqual(holders);
      expect(found.map(({ scoreSum }) => scoreSum)).toEqual(
        targets.map((target, index) => scoreOf(target) * (holders[index]?.length ?? 0)),
      );
    }
  });

  it('have no sum of scores where a list that holds them has none', () => {
    const lists = [listOf(['1', '2'], true), listOf(['2', '3'], false)];
    const sums = atOnce(sourcesOf(['1', '2', '3'], lists)).map(({ scoreSum }) => scoreSum);
    expect(sums).toEqual([10 + 1, null, null]);
  });

  it('are the same when there are so many that they are counted in parts, with pauses in between', () => {
    // 30 lists of 9,000 links: the members of list n are all multiples of its step.
    const steps = Array.from({ length: 30 }, (_, index) => index + 1);
    const lists = steps.map((step) => ({
      uids: UidList.fromPacked(Uint32Array.from({ length: 9_000 }, (_, index) => (index + 1) * step)),
    }));
    const work = commonTargets(lists, 2);
    let pauses = 0;
    let step = work.next();
    for (; step.done !== true; step = work.next()) {
      pauses += 1;
    }
    const { uids } = step.value;
    const counts = new Map<number, number>();
    for (const { uids: list } of lists) {
      for (const uid of list.packed as Uint32Array) {
        counts.set(uid, (counts.get(uid) ?? 0) + 1);
      }
    }
    const expected = [...counts].filter(([, count]) => count > 1).toSorted(([a, m], [b, n]) => n - m || b - a);
    expect(uids.length).toBe(expected.length);
    expect(uids.slice(0, 1000)).toEqual(expected.slice(0, 1000).map(([uid]) => String(uid)));
    expect(uids.slice(uids.length - 1000, uids.length)).toEqual(expected.slice(-1000).map(([uid]) => String(uid)));
    expect(pauses).toBeGreaterThan(50);
  });
});
