import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { seededRandom } from '../src/sandbox/seeded-random.js';
import type { SampleGraph } from '../src/sandbox/sample-graph.js';
import { Tables } from '../src/tables/serving/tables.js';
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
import { fillSqlite } from './tables/sqlite.js';

const run = promisify(execFile);
const IMPORT = fileURLToPath(new URL('tables/import-process.ts', import.meta.url));
const ROWS = Number(process.env.TABLE_ROWS ?? 50_000_000);
const LOOK_UPS = 1_000_000;
const TIMED = 100_000;
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
    await Promise.all([open.close(), generation.close()]);
  }
}

async function besideSqlite(
  folder: string,
  spread: Spread,
  { rate, uids, generation }: { rate: number; uids: readonly string[]; generation: ReturnType<typeof openCurrent> },
): Promise<Figure[]> {
  const path = join(folder, 'links.sqlite');
  const sqlite = await fillSqlite(path, generation);
  if (!sqlite) {
    return [];
  }
  const sources = uids.map(Number);
  const cpu = process.cpuUsage();
  for (const source of sources) {
    if (sqlite.lists(source).length !== generation.get('gene_pubmed', source)?.length) {
      throw new Error('SQLite has another list.');
    }
  }
  const { user, system } = process.cpuUsage(cpu);
  sqlite.close();
  const theirs = (sources.length / (user + system)) * 1_000_000;
  const bytes = statSync(path).size;
  const ours = statSync(join(folder, 'gene2pubmed', generation.manifest.generation, 'data.mdb')).size;
  return [
    {
      what: `look-ups, ${spread}, beside SQLite`,
      measured: `${Math.round(rate).toLocaleString('en')} lists a second`,
      comparedWith: `${Math.round(theirs).toLocaleString('en')}, node:sqlite, a row for each link`,
      ratio: rate / theirs,
      goal: 'above 1',
      met: rate > theirs,
    },
    {
      what: `size on disk, ${spread}, beside SQLite`,
      measured: `${(ours / MEGABYTE).toFixed(0)} MB`,
      comparedWith: `${(bytes / MEGABYTE).toFixed(0)} MB`,
      ratio: ours / bytes,
      goal: 'under 1',
      met: ours < bytes,
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
    figures.push(
      {
        what: `calls of the reference traversal with tables for two hops, ${setting.name}`,
        measured: `${tabled.calls.length} (without tables ${plain.calls.length})`,
        comparedWith: `${floor.calls}, the fewest without these hops`,
        ratio: tabled.calls.length / floor.calls,
        goal: '1',
        met: tabled.calls.length <= floor.calls && tabled.wrongEdges === 0,
      },
      {
        what: `its time, ${setting.name}`,
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
