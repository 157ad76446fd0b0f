import { SampleGraph } from '../../src/sandbox/sample-graph.js';
import type { Bench, Cell, Table } from '../bench.js';
import { SandboxHost } from '../sandbox-host.js';
import { type Result, runDifferentCallers, runEqualCallers, runPeer, timeToFirstEdge } from './contest.js';
import { generateGraph } from './graph.js';
import { type Ideal, idealOf } from './ideal.js';
import { inSerialChunks, plainDataLoader } from './peers.js';
import { CALLERS_SETTINGS, type Setting, SETTINGS } from './settings.js';
import { FIRST_IDS, levelsOf } from './traversal.js';

const PEERS = [inSerialChunks('serial chunks of 50', 50), inSerialChunks('serial, 200 by id', 200), plainDataLoader];
const ONE_BY_ONE = inSerialChunks('one id a call', 1);
const CALLERS = [20, 50];
const COLUMNS = [
  'setting',
  'who',
  'calls',
  '÷ fewest',
  'wall',
  '÷ ideal',
  'permits used',
  'first edge',
  '429',
  'wrong edges',
] as const;
const PERMITS_COLUMN = COLUMNS.indexOf('permits used');
const GOALS = { wall: 1.1, permitUse: 0.95, firstEdge: 1.1 };

/**
 * The reference traversal: 100 papers, their genes, the proteins of these and their structures with titles, by the
 * gateway and by those who do without one.
 */
export const tLit: Bench = {
  name: 't-lit',
  async measure(): Promise<Table> {
    using host = new SandboxHost();
    const graph = new SampleGraph(generateGraph(1));
    const peers = await peerRows(graph, host);
    const rows: Cell[][] = [];
    for (const [index, setting] of SETTINGS.entries()) {
      rows.push(await gatewayRow(setting, graph, host), ...(peers[index] ?? []));
    }
    for (const setting of CALLERS_SETTINGS) {
      rows.push(...(await callerRows(setting, graph, host)));
    }
    return { columns: COLUMNS, rows };
  },
};

async function gatewayRow(setting: Setting, graph: SampleGraph, host: SandboxHost): Promise<Cell[]> {
  const ideal = idealOf(levelsOf(graph), FIRST_IDS, setting);
  const result = await runEqualCallers(1, graph, setting, host);
  const firstEdge = (await timeToFirstEdge(graph, setting, host)) / ideal.firstEdgeMs;
  return judged(setting, 'gateway', result, ideal, goal(firstEdge.toFixed(2), firstEdge <= GOALS.firstEdge));
}

async function callerRows(setting: Setting, graph: SampleGraph, host: SandboxHost): Promise<Cell[][]> {
  const whole = idealOf(levelsOf(graph), FIRST_IDS, setting);
  const fromPapers = idealOf(levelsOf(graph).slice(1), graph.uids('pubmed'), setting);
  const rows: Cell[][] = [];
  for (const callers of CALLERS) {
    const equal = await runEqualCallers(callers, graph, setting, host);
    rows.push(judged(setting, `gateway, ${callers} equal callers`, equal, whole, ''));
    const different = await runDifferentCallers(callers, graph, setting, host);
    rows.push(judged(setting, `gateway, ${callers} different callers`, different, fromPapers, ''));
  }
  return rows;
}

/** The rows of the peers in each setting. They wait nearly all the time, so all of them run at once. */
async function peerRows(graph: SampleGraph, host: SandboxHost): Promise<Cell[][][]> {
  const atOnce: Setting = { name: 'at once', rps: 0, latency: { kind: 'none' } };
  const oneByOne = await runPeer(ONE_BY_ONE, graph, atOnce, await host.start({ graph: 'traversal', ...atOnce }));
  // All of them are up before the first is asked: starting one takes time from the others.
  const settings = await Promise.all(
    SETTINGS.map(async (setting) => ({
      setting,
      contests: await Promise.all(
        PEERS.map(async (peer) => ({ peer, sandbox: await host.start({ graph: 'traversal', ...setting }) })),
      ),
    })),
  );
  return Promise.all(
    settings.map(async ({ setting, contests }) => {
      const ideal = idealOf(levelsOf(graph), FIRST_IDS, setting);
      const rows = contests.map(async ({ peer, sandbox }) =>
        shown(setting, peer.name, await runPeer(peer, graph, setting, sandbox), ideal),
      );
      return [...(await Promise.all(rows)), computedRow(setting, graph, oneByOne)];
    }),
  );
}

/** Thousands of calls would take many minutes. They were made without rate and latency; their time is computed. */
function computedRow(setting: Setting, graph: SampleGraph, counted: Result): Cell[] {
  const { ms } = idealOf(levelsOf(graph, 1), FIRST_IDS, setting);
  const ideal = idealOf(levelsOf(graph), FIRST_IDS, setting);
  return shown(setting, `${ONE_BY_ONE.name} (time computed)`, { ...counted, ms }, ideal).with(PERMITS_COLUMN, '');
}

function judged(setting: Setting, who: string, result: Result, ideal: Ideal, firstEdge: Cell): Cell[] {
  const calls = result.calls / ideal.calls;
  const wall = result.ms / ideal.ms;
  return [
    setting.name,
    who,
    `${result.calls}`,
    goal(calls.toFixed(2), calls === 1),
    seconds(result.ms),
    goal(wall.toFixed(2), wall <= GOALS.wall),
    goal(result.permitUse.toFixed(2), result.permitUse >= GOALS.permitUse),
    firstEdge,
    goal(`${result.refused}`, result.refused === 0),
    goal(`${result.wrongEdges}`, result.wrongEdges === 0),
  ];
}

/** Peers are shown, not judged. */
function shown(setting: Setting, who: string, result: Result, ideal: Ideal): Cell[] {
  return judged(setting, who, result, ideal, '').map((cell) => (typeof cell === 'string' ? cell : cell.text));
}

function goal(text: string, met: boolean): Cell {
  return { text, met };
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
