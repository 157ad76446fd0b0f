import { readFileSync } from 'node:fs';

import { SampleGraph } from '../../src/sandbox/sample-graph.js';
import { type Floor, floorOf, seedsFor, type Traversal } from './floor.js';
import { generateGraph, REFERENCE, type Shape } from './graph.js';
import type { Decision } from './play.js';
import type { Setting } from './settings.js';
import { FIRST_IDS, levelsOf } from './traversal.js';

/** The graphs that are traversed, by name. */
export const SHAPES = { reference: REFERENCE, small: [20, 60, 400, 100], large: [1000, 2000, 6000, 1500] } as const;
export type ShapeName = keyof typeof SHAPES;

/** The best schedules that `npx tsx bench/t-lit/search-floors.ts` has found, each a list of levels and sizes. */
export const FLOORS_FILE = new URL('floors.json', import.meta.url);

type Schedules = Readonly<Record<string, readonly Decision[]>>;

export function knownSchedules(): Schedules {
  const file = JSON.parse(readFileSync(FLOORS_FILE, 'utf8')) as Record<string, readonly (readonly [number, number])[]>;
  return Object.fromEntries(
    Object.entries(file).map(([name, calls]) => [name, calls.map(([level, size]) => ({ level, size }))]),
  );
}

/** The text of {@link FLOORS_FILE}. */
export function written(schedules: Schedules): string {
  const lines = Object.entries(schedules).map(([name, calls]) => {
    const pairs = calls.map(({ level, size }) => [level, size]);
    return `  ${JSON.stringify(name)}: ${JSON.stringify(pairs)}`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}

let schedules: Schedules | undefined;

export function graphOf(shape: ShapeName): SampleGraph {
  return new SampleGraph(generateGraph(1, SHAPES[shape] satisfies Shape));
}

export function traversalOf(graph: SampleGraph, { rps, latency }: Setting, seeds = seedsFor(latency)): Traversal {
  return { levels: levelsOf(graph), ids: FIRST_IDS, rps, latency, seeds };
}

export function scheduleName(shape: ShapeName, setting: Setting): string {
  return `${shape}: ${setting.name}`;
}

/**
 * The floor of a traversal: its schedule in `floors.json`, carried out.
 *
 * @throws Error when none has been searched for.
 */
export function knownFloor(shape: ShapeName, graph: SampleGraph, setting: Setting, seeds?: readonly number[]): Floor {
  schedules ??= knownSchedules();
  const schedule = schedules[scheduleName(shape, setting)];
  if (!schedule) {
    throw new Error(`floors.json has no "${scheduleName(shape, setting)}". Run npx tsx bench/t-lit/search-floors.ts.`);
  }
  return floorOf(traversalOf(graph, setting, seeds), schedule);
}
