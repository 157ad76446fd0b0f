import type { SampleGraph } from '../src/sandbox/sample-graph.js';
import type { Bench, Cell, Table } from './bench.js';
import { seedsFor } from './t-lit/floor.js';
import { graphOf, knownFloor, type ShapeName, SHAPES } from './t-lit/floors.js';
import { idealOf } from './t-lit/ideal.js';
import { inSerialChunks, plainDataLoader } from './t-lit/peers.js';
import { type Setting, SETTINGS } from './t-lit/settings.js';
import { FIRST_IDS, levelsOf } from './t-lit/traversal.js';
import { runVirtualPeer, VirtualGateway, type VirtualRun } from './t-lit/virtual.js';

/** EDirect sends chunks of 50 (25.5) or 100 (19), each after the response to the one before. */
const PEERS = [
  plainDataLoader,
  inSerialChunks('serial, 50 ids', 50),
  inSerialChunks('serial, 100 ids', 100),
  inSerialChunks('serial, 200 ids', 200),
];
const COLUMNS = [
  'graph',
  'setting',
  'floor',
  'its calls',
  'gateway, calls',
  'first run ÷ floor',
  'second run ÷ floor',
  ...PEERS.map(({ name }) => `${name} ÷ floor`),
  'one id a call ÷ floor',
  'gateway ÷ best of these',
  '429',
  'wrong edges',
];
/** Of the reference graph; the others are compared with the best peer. */
const GOALS = { first: 1.25, second: 1.2, firstMean: 1.12, secondMean: 1.1 };
const MORE_THAN_BEST_PEER = { reference: 1, small: 1.05, large: 1.05 } as const;

/** Means of the runs with each draw. */
interface Mean {
  readonly ms: number;
  readonly calls: number;
  readonly refused: number;
  readonly wrongEdges: number;
}

/**
 * Traversals in virtual time: the gateway's own schema, batches, queue and pacer, and the sandbox's responses, but a clock
 * that moves on to the next event as soon as nothing is left to do. The same on every machine.
 */
export const virtual: Bench = {
  name: 'virtual',
  measure: () => tableOf(Object.keys(SHAPES) as ShapeName[], SETTINGS),
  // Random latency takes five draws, and the other graphs have no floor to be held to.
  check: () =>
    tableOf(
      ['reference'],
      SETTINGS.filter(({ latency }) => seedsFor(latency).length === 1),
    ),
};

async function tableOf(shapes: readonly ShapeName[], settings: readonly Setting[]): Promise<Table> {
  const rows: Cell[][] = [];
  for (const shape of shapes) {
    const graph = graphOf(shape);
    const ratios: (readonly [first: number, second: number])[] = [];
    for (const setting of settings) {
      const { row, first, second } = await compare(shape, graph, setting);
      rows.push(row);
      ratios.push([first, second]);
    }
    rows.push(meanRow(shape, ratios));
  }
  return { columns: COLUMNS, rows };
}

async function compare(
  shape: ShapeName,
  graph: SampleGraph,
  setting: Setting,
): Promise<{ readonly row: Cell[]; readonly first: number; readonly second: number }> {
  const floor = knownFloor(shape, graph, setting);
  const runs: (readonly [first: VirtualRun, second: VirtualRun])[] = [];
  for (const seed of seedsFor(setting.latency)) {
    const gateway = new VirtualGateway(graph, setting, seed);
    const first = await gateway.traverse();
    await gateway.expire();
    runs.push([first, await gateway.traverse()]);
  }
  const [first, second] = [meanOf(runs.map(([run]) => run)), meanOf(runs.map(([, run]) => run))];
  const peers: number[] = [];
  for (const peer of PEERS) {
    const peerRuns: VirtualRun[] = [];
    for (const seed of seedsFor(setting.latency)) {
      peerRuns.push(await runVirtualPeer(peer, graph, setting, seed));
    }
    peers.push(meanOf(peerRuns).ms);
  }
  peers.push(idealOf(levelsOf(graph, 1), FIRST_IDS, setting).ms);
  const toBest = first.ms / Math.min(...peers);
  const isReference = shape === 'reference';
  const judged = (ratio: number, most: number): Cell =>
    isReference ? { text: ratio.toFixed(2), met: ratio <= most } : ratio.toFixed(2);
  const none = (of: (mean: Mean) => number): Cell => {
    const count = of(first) + of(second);
    return { text: `${count}`, met: count === 0 };
  };
  const row: Cell[] = [
    shape,
    setting.name,
    `${(floor.ms / 1000).toFixed(2)} s`,
    `${floor.calls}`,
    `${Math.round(first.calls)}`,
    judged(first.ms / floor.ms, GOALS.first),
    judged(second.ms / floor.ms, GOALS.second),
    ...peers.map((ms) => (ms / floor.ms).toFixed(2)),
    { text: toBest.toFixed(2), met: toBest <= MORE_THAN_BEST_PEER[shape] },
    none(({ refused }) => refused),
    none(({ wrongEdges }) => wrongEdges),
  ];
  return { row, first: first.ms / floor.ms, second: second.ms / floor.ms };
}

function meanRow(shape: ShapeName, ratios: readonly (readonly [first: number, second: number])[]): Cell[] {
  const [first, second] = [0, 1].map((run) => geometricMean(ratios.map((pair) => pair[run] ?? NaN)));
  const judged = (ratio = NaN, most: number): Cell =>
    shape === 'reference' ? { text: ratio.toFixed(2), met: ratio <= most } : ratio.toFixed(2);
  const row = COLUMNS.map((): Cell => '');
  return row
    .with(0, shape)
    .with(1, 'geometric mean')
    .with(COLUMNS.indexOf('first run ÷ floor'), judged(first, GOALS.firstMean))
    .with(COLUMNS.indexOf('second run ÷ floor'), judged(second, GOALS.secondMean));
}

function meanOf(runs: readonly VirtualRun[]): Mean {
  const mean = (of: (run: VirtualRun) => number): number => runs.reduce((sum, run) => sum + of(run), 0) / runs.length;
  return {
    ms: mean(({ ms }) => ms),
    calls: mean(({ calls }) => calls.length),
    refused: mean(({ refused }) => refused),
    wrongEdges: mean(({ wrongEdges }) => wrongEdges),
  };
}

/** The mean of ratios. */
function geometricMean(numbers: readonly number[]): number {
  return Math.exp(numbers.reduce((sum, each) => sum + Math.log(each), 0) / numbers.length);
}
