import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { endOf, idealSchedule, type Level, WINDOW_MS } from '../../bench/t-lit/schedule.js';

describe('idealSchedule', () => {
  it('starts a call when the answer that tells its id is there', () => {
    const levels = [level('a', 1, { x: ['y'] }), level('b', 1, {})];
    const calls = idealSchedule({ levels, ids: ['x'], rps: 3, latencyOf: () => 500 });
    expect(summary(calls)).toEqual(['a x 0-500', 'b y 500-1000']);
    expect(endOf(calls)).toBe(1000);
  });

  it('starts no more calls in a window than the rate allows', () => {
    const ids = ['1', '2', '3', '4', '5'];
    const calls = idealSchedule({ levels: [level('a', 1, {})], ids, rps: 2, latencyOf: () => 10 });
    expect(calls.map(({ start }) => start)).toEqual([0, 0, WINDOW_MS, WINDOW_MS, 2 * WINDOW_MS]);
  });

  it('sends a full batch at once, and the rest when no more ids can come', () => {
    const levels = [level('a', 1, { slow: ['3'], quick: ['1', '2'] }), level('b', 2, {})];
    const calls = idealSchedule({
      levels,
      ids: ['slow', 'quick'],
      rps: 10,
      latencyOf: (_level, [id]) => (id === 'slow' ? 900 : 100),
    });
    expect(summary(calls)).toEqual(['a slow 0-900', 'a quick 0-100', 'b 1,2 100-200', 'b 3 900-1000']);
  });

  it('asks about no id twice', () => {
    const levels = [level('a', 1, { x: ['1', '2'], y: ['2', '1'] }), level('b', 10, {})];
    const calls = idealSchedule({ levels, ids: ['x', 'y', 'x'], rps: 10, latencyOf: () => 100 });
    expect(summary(calls)).toEqual(['a x 0-100', 'a y 0-100', 'b 1,2 100-200']);
  });

  it('needs no time for a traversal that finds nothing', () => {
    expect(idealSchedule({ levels: [level('a', 1, {})], ids: [], rps: 3, latencyOf: () => 1 })).toEqual([]);
    expect(endOf([])).toBe(0);
  });

  it('starts every call as soon as its ids are known and the rate allows, never before, in the fewest calls', () => {
    fc.assert(
      fc.property(traversals, fc.integer({ min: 1, max: 5 }), fc.infiniteStream(fc.nat(3000)), (given, rps, delays) => {
        const calls = idealSchedule({ ...given, rps, latencyOf: () => delays.next().value });
        calls.forEach(({ start, knownAt }, index) => {
          expect(start).toBe(Math.max(knownAt, (calls[index - rps]?.start ?? -Infinity) + WINDOW_MS));
        });
        let known = new Map(given.ids.map((id) => [id, 0]));
        for (const each of given.levels) {
          const own = calls.filter((call) => call.level === each);
          const asked = own.flatMap(({ ids }) => ids);
          expect(asked.toSorted()).toEqual([...known.keys()].toSorted());
          expect(own).toHaveLength(Math.ceil(known.size / each.batchSize));
          const next = new Map<string, number>();
          for (const { ids, start, end } of own) {
            for (const id of ids) {
              expect(start).toBeGreaterThanOrEqual(known.get(id) ?? Infinity);
              each.find(id).forEach((found) => next.set(found, Math.min(end, next.get(found) ?? Infinity)));
            }
          }
          known = next;
        }
      }),
    );
  });
});

const ids = fc.uniqueArray(fc.nat(40).map(String), { maxLength: 12 });
const found = fc.dictionary(fc.nat(40).map(String), ids);
const traversals = fc.record({
  ids,
  levels: fc.array(
    fc.tuple(fc.integer({ min: 1, max: 4 }), found).map(([size, links]) => level('level', size, links)),
    { minLength: 1, maxLength: 4 },
  ),
});

function level(name: string, batchSize: number, links: Readonly<Record<string, readonly string[]>>): Level {
  return { name, batchSize, find: (id) => links[id] ?? [] };
}

function summary(calls: ReturnType<typeof idealSchedule>): string[] {
  return calls.map((call) => `${call.level.name} ${call.ids.join(',')} ${call.start}-${call.end}`);
}
