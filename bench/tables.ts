import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { seededRandom } from '../src/sandbox/seeded-random.js';
import type { SampleGraph } from '../src/sandbox/sample-graph.js';
import { Tables } from '../src/tables/serving/tables.js';
import { DATA } from '../src/tables/storage/manifest.js';
import { openCurrent } from '../src/tables/storage/open-current.js';
import type { Bench, Figure } from './bench.js';
import { idealOf } from './t-lit/ideal.js';
import { graphOf } from './t-lit/floors.js';
import type { Level } from './t-lit/schedule.js';
import { SETTINGS } from './t-lit/settings.js';
import { FIRST_IDS, levelsOf } from './t-lit/traversal.js';
import { VirtualGateway } from './t-lit/virtual.js';
import { tablesOfTwoHops } from './tables/two-hops.js';
import { generateTable, type Spread } from './tables/generate.js';
import type { ImportCost } from './tables/import-process.js';
import { sqliteOf } from './tables/sqlite.js';

const run = promisify(execFile);
const IMPORT = fileURLToPath(new URL('tables/import-process.ts', import.meta.url));
const ROWS = Number(process.env.TABLE_ROWS ?? 50_000_000);
const LOOK_UPS = 1_000_000;
const TIMED = 100_000;
/** More take minutes, and make it slower. */
const SQLITE_LINKS = 10_000_000;
const MEGABYTE = 1024 * 1024;
const GOALS = { rowsPerSecond: 1_500_000, mb: 600, bytes: 5, lists: 200_000, p99: 100, growth: 8 };

/** Imports, their size, and look-ups, beside SQLite with a row for each link. Rates are of processor time. */
export const tables: Bench = {
  name: 'tables',
  async measure() {
    const figures: Figure[] = [];
    for (const spread of ['uniform', 'skewed'] as const) {
      const folder = mkdtempSync(join(tmpdir(), 'entrez-graph-bench-'));
      try {
        figures.push(...(await imported(folder, spread)), ...(await lookedUp(folder, spread)));
      } finally {
        rmSync(folder, { recursive: true });
      }
    }
    return [...figures, ...(await traversals())];
  },
};

async function imported(folder: string, spread: Spread): Promise<Figure[]> {
  const source = join(folder, 'gene2pubmed.gz');
  await generateTable(source, ROWS, spread);
  const { stdout } = await run(process.execPath, ['--import', 'tsx', IMPORT, folder, source]);
  const { rows, edges, cpuMs, wallMs, peakMb, bytes } = JSON.parse(stdout) as ImportCost;
  rmSync(source);
  const [rate, each] = [(rows / cpuMs) * 1000, bytes / edges];
  return [
    {
      what: `import of ${rows.toLocaleString('en')} rows, ${spread}`,
      measured: `${millions(rate)} rows a second of processor time (${millions((rows / wallMs) * 1000)} by the clock)`,
      comparedWith: `goal ${millions(GOALS.rowsPerSecond)}`,
      ratio: rate / GOALS.rowsPerSecond,
      goal: 'at least 1',
      met: rate >= GOALS.rowsPerSecond,
    },
    {
      what: `its memory, ${spread}`,
      measured: `${peakMb.toFixed(0)} MB`,
      comparedWith: `goal ${GOALS.mb} MB`,
      ratio: peakMb / GOALS.mb,
      goal: 'under 1',
      met: peakMb < GOALS.mb,
    },
    {
      what: `bytes on disk for a link and direction, ${spread}`,
      measured: each.toFixed(2),
      comparedWith: `goal ${GOALS.bytes}`,
      ratio: each / GOALS.bytes,
      goal: 'under 1',
      met: each < GOALS.bytes,
    },
  ];
}

async function lookedUp(folder: string, spread: Spread): Promise<Figure[]> {
  const open = new Tables({ tablesDir: folder, use: 'prefer', verifiedOnly: false, minAgreement: 0 });
  const generation = openCurrent(folder, 'gene2pubmed');
  const link = { name: 'gene_pubmed', from: 'gene', to: 'pubmed' };
  const random = seededRandom(2);
  const uids = generation.sample('gene_pubmed', TIMED, random).map(String);
  const look = (count: number): void => {
    for (let i = 0; i < count; i += 1) {
      if (!open.links(link, uids[Math.floor(random() * uids.length)] ?? '')) {
        throw new Error('A list is missing.');
      }
    }
  };
  try {
    look(TIMED);
    const before = heapInUse();
    const cpu = process.cpuUsage();
    look(LOOK_UPS);
    const { user, system } = process.cpuUsage(cpu);
    const rate = (LOOK_UPS / (user + system)) * 1_000_000;
    const growth = heapInUse() - before;
    const p99 = percentile99(uids, (uid) => open.links(link, uid));
    return [
      {
        what: `look-ups, ${spread}`,
        measured: `${Math.round(rate).toLocaleString('en')} lists a second of processor time`,
        comparedWith: `goal ${GOALS.lists.toLocaleString('en')}`,
        ratio: rate / GOALS.lists,
        goal: 'at least 1',
        met: rate >= GOALS.lists,
      },
      {
        what: `p99 of a look-up, ${spread}`,
        measured: `${p99.toFixed(1)} µs`,
        comparedWith: `goal ${GOALS.p99} µs`,
        ratio: p99 / GOALS.p99,
        goal: 'under 1',
        met: p99 < GOALS.p99,
      },
      {
        what: `memory after a million look-ups, ${spread}`,
        measured: `${growth.toFixed(1)} MB more`,
        comparedWith: `flat: within ${GOALS.growth} MB`,
        ratio: growth / GOALS.growth,
        goal: 'under 1',
        met: growth < GOALS.growth,
      },
      ...(await besideSqlite(folder, spread, { rate, uids, generation })),
    ];
  } finally {
    open.close();
    generation.close();
  }
}

async function besideSqlite(
  folder: string,
  spread: Spread,
  { rate, uids, generation }: { rate: number; uids: readonly string[]; generation: ReturnType<typeof openCurrent> },
): Promise<Figure[]> {
  const path = join(folder, 'links.sqlite');
  const sqlite = await sqliteOf(path, generation, { sources: uids.map(Number), maxLinks: SQLITE_LINKS });
  if (!sqlite) {
    return [];
  }
  const { listsPerSecond, links } = sqlite;
  // Each link is in two directions.
  const theirs = sqlite.bytes / links / 2;
  const edges = Object.values(generation.manifest.lists).reduce((sum, list) => sum + list.edges, 0);
  const ours = statSync(join(folder, 'gene2pubmed', generation.manifest.generation, DATA)).size / edges;
  return [
    {
      what: `look-ups, ${spread}, beside SQLite`,
      measured: `${Math.round(rate).toLocaleString('en')} lists a second of processor time`,
      comparedWith: `${Math.round(listsPerSecond).toLocaleString('en')}, Python's sqlite3, a row for each of ${links.toLocaleString('en')} links`,
      ratio: rate / listsPerSecond,
      goal: 'above 1',
      met: rate > listsPerSecond,
    },
    {
      what: `bytes on disk for a link and direction, ${spread}, beside SQLite`,
      measured: ours.toFixed(2),
      comparedWith: theirs.toFixed(2),
      ratio: ours / theirs,
      goal: 'under 1',
      met: ours < theirs,
    },
  ];
}

/** The reference traversal in virtual time, with tables for its first two hops and without. */
async function traversals(): Promise<Figure[]> {
  const graph = graphOf('reference');
  const figures: Figure[] = [];
  for (const setting of SETTINGS.filter(({ latency }) => latency.kind === 'constant')) {
    const plain = await new VirtualGateway(graph, setting).traverse();
    const tabled = await new VirtualGateway(graph, setting, 1, { tables: tablesOfTwoHops(graph) }).traverse();
    const floor = idealOf(withoutTwoHops(graph), FIRST_IDS, setting);
    // While slots are unused, batches leave before they are full: more calls, and no later end. Tables add none to these.
    const more = plain.calls.length - idealOf(levelsOf(graph), FIRST_IDS, setting).calls;
    figures.push(
      {
        what: `calls of the reference traversal with tables for two hops, ${setting.name}`,
        measured: `${tabled.calls.length} (without tables ${plain.calls.length})`,
        comparedWith: `${floor.calls + more}: ${floor.calls}, the fewest without these hops, and ${more} in unused slots, as without tables`,
        ratio: tabled.calls.length / (floor.calls + more),
        goal: 'at most 1',
        met: tabled.calls.length <= floor.calls + more && tabled.wrongEdges === 0,
      },
      {
        what: `its time beside the best schedule, ${setting.name}`,
        measured: `${(tabled.ms / 1000).toFixed(2)} s`,
        comparedWith: `${(floor.ms / 1000).toFixed(2)} s with ${floor.calls} calls`,
        ratio: tabled.ms / floor.ms,
        goal: 'at most 1.01',
        met: tabled.ms <= floor.ms * 1.01,
      },
      {
        what: `its time beside that without tables, ${setting.name}`,
        measured: `${(tabled.ms / 1000).toFixed(1)} s`,
        comparedWith: `${(plain.ms / 1000).toFixed(1)} s without tables`,
        ratio: tabled.ms / plain.ms,
        goal: 'under 1',
        met: tabled.ms < plain.ms,
      },
    );
  }
  return figures;
}

/** The steps of the reference traversal from its search to its proteins in one. */
function withoutTwoHops(graph: SampleGraph): Level[] {
  const [search, genes, proteins, ...further] = levelsOf(graph);
  if (!search || !genes || !proteins) {
    throw new Error('The reference traversal has no two hops.');
  }
  const reached = new Set(graph.uids('pubmed').flatMap(genes.find).flatMap(proteins.find));
  return [{ ...search, find: () => [...reached] }, ...further];
}

function percentile99(uids: readonly string[], look: (uid: string) => unknown): number {
  const times = uids.map((uid) => {
    const begun = performance.now();
    look(uid);
    return (performance.now() - begun) * 1000;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? NaN;
}

function heapInUse(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / MEGABYTE;
}

function millions(number: number): string {
  return `${(number / 1_000_000).toFixed(2)} million`;
}
