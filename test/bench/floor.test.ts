import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { floorOf, searchSchedule, type Traversal } from '../../bench/t-lit/floor.js';
import { graphOf, knownFloor, knownSchedules, scheduleName, SHAPES, traversalOf } from '../../bench/t-lit/floors.js';
import { SETTINGS } from '../../bench/t-lit/settings.js';

const numbered = (count: number, first = 0): string[] => Array.from({ length: count }, (_, id) => String(first + id));

/** `count` sources that lead to one target each. */
function chain(count: number, perIdMs: number, rps: number): Traversal {
  return {
    levels: [
      { name: 'a', batchSize: 200, find: (id) => [`${id}'`] },
      { name: 'b', batchSize: 200, find: () => [] },
    ],
    ids: numbered(count),
    rps,
    latency: { kind: 'per-id', baseMs: 100, perIdMs },
    seeds: [1],
  };
}

describe('floorOf', () => {
  const four = chain(4, 50, 2);

  it('starts calls as soon as their ids are known and the rate allows', () => {
    const whole = [
      { level: 0, size: 4 },
      { level: 1, size: 4 },
    ];
    // Two calls of 100 + 4 x 50 ms, one after the other.
    expect(floorOf(four, whole)).toEqual({ calls: 2, ms: 600, firstEdgeMs: 600 });
    const halves = [0, 0, 1, 1].map((level) => ({ level, size: 2 }));
    // Two calls of 200 ms at once; the next two wait until the window of the first is over.
    expect(floorOf(four, halves)).toEqual({ calls: 4, ms: 1300, firstEdgeMs: 1300 });
  });

  it('sends what a schedule leaves out, and leaves out what is not there', () => {
    expect(floorOf(four, [])).toMatchObject({ calls: 2, ms: 600 });
    expect(
      floorOf(four, [
        { level: 0, size: 200 },
        ...Array<{ level: number; size: number }>(9).fill({ level: 1, size: 200 }),
      ]),
    ).toMatchObject({ calls: 2, ms: 600 });
  });
});

describe('searchSchedule', () => {
  it('finds small calls where ids cost time and permits do not, and whole ones where they do not', () => {
    const dear = chain(100, 20, 10);
    expect(floorOf(dear, searchSchedule(dear, 300)).ms).toBeLessThan(0.5 * floorOf(dear, []).ms);
    const cheap = chain(100, 0, 3);
    expect(floorOf(cheap, searchSchedule(cheap, 300))).toMatchObject({ calls: 2, ms: 200 });
  });

  it('finds the same schedule for the same traversal', () => {
    expect(searchSchedule(chain(30, 10, 3), 100)).toEqual(searchSchedule(chain(30, 10, 3), 100));
  });
});

describe('floors.json', () => {
  it('has a schedule for each graph and setting', () => {
    const names = Object.keys(SHAPES).flatMap((shape) =>
      SETTINGS.map((setting) => scheduleName(shape as keyof typeof SHAPES, setting)),
    );
    expect(Object.keys(knownSchedules()).toSorted()).toEqual(names.toSorted());
  });

  it('is no worse than what a short search finds', () => {
    const graph = graphOf('small');
    for (const setting of SETTINGS.slice(0, 4)) {
      const traversal = traversalOf(graph, setting);
      expect(knownFloor('small', graph, setting).ms).toBeLessThanOrEqual(
        floorOf(traversal, searchSchedule(traversal, 50)).ms,
      );
    }
  });
});

const TABLE = new URL('../../../shared/performance.md', import.meta.url);
/** Seconds of its column "floor, cap 200", in the order of {@link SETTINGS}. */
const MEASURED = existsSync(TABLE)
  ? [...readFileSync(TABLE, 'utf8').matchAll(/^\| .*?\*\*([\d./ ]+)\*\*.*\|$/gm)].flatMap(([, floors = '']) =>
      floors.split('/').map(Number),
    )
  : [];

describe.skipIf(MEASURED.length === 0)(
  MEASURED.length === 0
    ? 'the floors measured elsewhere, skipped: there are none in ../shared'
    : 'the floors measured elsewhere',
  () => {
    it('are reached: ours are at most 5 % above, and no more than 15 % below', () => {
      const graph = graphOf('reference');
      const ratios = SETTINGS.map(
        (setting, index) => knownFloor('reference', graph, setting).ms / 1000 / (MEASURED[index] ?? NaN),
      );
      expect(MEASURED).toHaveLength(SETTINGS.length);
      expect(Math.max(...ratios)).toBeLessThan(1.05);
      expect(Math.min(...ratios)).toBeGreaterThan(0.85);
    });
  },
);
