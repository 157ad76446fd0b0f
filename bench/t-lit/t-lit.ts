import { SampleGraph } from '../../src/sandbox/sample-graph.js';
import type { Bench, Cell, Table } from '../bench.js';
import { SandboxHost } from '../sandbox-host.js';
import { type Result, runDifferentCallers, runEqualCallers, runPeer, type Run, timeToFirstEdge } from './contest.js';
import { floorOf, searchSchedule } from './floor.js';
import { knownFloor, traversalOf } from './floors.js';
import { generateGraph } from './graph.js';
import { idealOf } from './ideal.js';
import { inSerialChunks, plainDataLoader } from './peers.js';
import { CALLERS_SETTINGS, sandboxOf, type Setting, SETTINGS } from './settings.js';
import { FIRST_IDS, levelsOf } from './traversal.js';

/** EDirect sends chunks of 50 (25.5) or 100 (19), each after the response to the one before. */
const PEERS = [plainDataLoader, ...[50, 100, 200].map((size) => inSerialChunks(`serial, ${size} ids`, size))];
const ONE_BY_ONE = inSerialChunks('one id a call', 1);
const CALLERS = [20, 50];
const RUNS = ['first', 'second'] as const satisfies readonly Run[];
const WORDS: Readonly<Record<Run, string>> = { first: '', second: ', second run' };
const COLUMNS = [
  'setting',
  'who',
  'calls',
  'wall',
  '÷ floor',
  'permits used',
  'first edge',
  '429',
  'wrong edges',
] as const;
const PERMITS_COLUMN = COLUMNS.indexOf('permits used');
/** Times as long as the floor, as one caller (for equal callers), and as the ideal (for the first edge). */
const GOALS = { wall: { first: 1.25, second: 1.2 }, equalCallers: 1.1, differentCallers: 1.15, firstEdge: 1.1 };
/** The seed of a sandbox that is told none. */
const SEED = 1;

/** A time to compare with. */
interface Least {
  readonly ms: number;
  /** How many times as long is well. */
  readonly most: number;
}

/**
 * The reference traversal over real sockets: 100 papers, their genes, the proteins of these and their structures with
 * titles, by the gateway and by those who do without one.
 */
export const tLit: Bench = {
  name: 't-lit',
  async measure(): Promise<Table> {
    using host = new SandboxHost();
    const graph = new SampleGraph(generateGraph(1));
    const peers = await peerRows(graph, host);
    const rows: Cell[][] = [];
    for (const [index, setting] of SETTINGS.entries()) {
      for (const run of RUNS) {
        rows.push(await gatewayRow(setting, run, graph, host));
      }
      rows.push(...(peers[index] ?? []));
    }
    for (const setting of CALLERS_SETTINGS) {
      for (const run of RUNS) {
        rows.push(...(await callerRows(setting, run, graph, host)));
      }
    }
    return { columns: COLUMNS, rows };
  },
};

function leastOf(graph: SampleGraph, setting: Setting): Least {
  return { ms: knownFloor('reference', graph, setting, [SEED]).ms, most: GOALS.wall.first };
}

async function gatewayRow(setting: Setting, run: Run, graph: SampleGraph, host: SandboxHost): Promise<Cell[]> {
  const result = await runEqualCallers(1, graph, setting, run, host);
  const ideal = idealOf(levelsOf(graph), FIRST_IDS, setting);
  const firstEdge = (await timeToFirstEdge(graph, setting, run, host)) / ideal.firstEdgeMs;
  const least = { ...leastOf(graph, setting), most: GOALS.wall[run] };
  return judged(
    setting,
    `gateway${WORDS[run]}`,
    result,
    least,
    goal(firstEdge.toFixed(2), firstEdge <= GOALS.firstEdge),
  );
}

/** Equal callers are compared with one caller, different ones with the floor of what they request together. */
async function callerRows(setting: Setting, run: Run, graph: SampleGraph, host: SandboxHost): Promise<Cell[][]> {
  const traversal = { ...traversalOf(graph, setting), levels: levelsOf(graph).slice(1), ids: graph.uids('pubmed') };
  const fromPapers = { ms: floorOf(traversal, searchSchedule(traversal)).ms, most: GOALS.differentCallers };
  const one = await runEqualCallers(1, graph, setting, run, host);
  const ofOne = { ms: one.ms, most: GOALS.equalCallers };
  const rows: Cell[][] = [];
  for (const callers of CALLERS) {
    const equal = await runEqualCallers(callers, graph, setting, run, host);
    rows.push(judged(setting, `gateway, ${callers} equal callers (÷ one)${WORDS[run]}`, equal, ofOne));
    const different = await runDifferentCallers(callers, graph, setting, run, host);
    rows.push(judged(setting, `gateway, ${callers} different callers${WORDS[run]}`, different, fromPapers));
  }
  return rows;
}

/** The rows of the peers in each setting. They wait nearly all the time, so all of them run at once. */
async function peerRows(graph: SampleGraph, host: SandboxHost): Promise<Cell[][][]> {
  const atOnce: Setting = { name: 'at once', rps: 0, latency: { kind: 'none' } };
  const oneByOne = await runPeer(ONE_BY_ONE, graph, atOnce, await host.start(sandboxOf(atOnce)));
  // All of them are up before the first is asked: starting one takes time from the others.
  const settings = await Promise.all(
    SETTINGS.map(async (setting) => ({
      setting,
      contests: await Promise.all(PEERS.map(async (peer) => ({ peer, sandbox: await host.start(sandboxOf(setting)) }))),
    })),
  );
  return Promise.all(
    settings.map(async ({ setting, contests }) => {
      const least = leastOf(graph, setting);
      const rows = contests.map(async ({ peer, sandbox }) =>
        shown(setting, peer.name, await runPeer(peer, graph, setting, sandbox), least),
      );
      return [...(await Promise.all(rows)), computedRow(setting, graph, oneByOne)];
    }),
  );
}

/** Thousands of calls would take many minutes. They were made without rate and latency; their time is computed. */
function computedRow(setting: Setting, graph: SampleGraph, counted: Result): Cell[] {
  const { ms } = idealOf(levelsOf(graph, 1), FIRST_IDS, setting);
  const least = leastOf(graph, setting);
  return shown(setting, `${ONE_BY_ONE.name} (time computed)`, { ...counted, ms }, least).with(PERMITS_COLUMN, '');
}

function judged(setting: Setting, who: string, result: Result, least: Least, firstEdge: Cell = ''): Cell[] {
  const wall = result.ms / least.ms;
  return [
    setting.name,
    who,
    `${result.calls}`,
    seconds(result.ms),
    goal(wall.toFixed(2), wall <= least.most),
    result.permitUse.toFixed(2),
    firstEdge,
    goal(`${result.refused}`, result.refused === 0),
    goal(`${result.wrongEdges}`, result.wrongEdges === 0),
  ];
}

/** Peers are shown, not judged. */
function shown(setting: Setting, who: string, result: Result, least: Least): Cell[] {
  return judged(setting, who, result, least).map((cell) => (typeof cell === 'string' ? cell : cell.text));
}

function goal(text: string, met: boolean): Cell {
  return { text, met };
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
