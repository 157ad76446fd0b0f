import { readConfig } from '../src/config.js';
import { createGateway } from '../src/server/gateway.js';
import { startServer } from '../src/server/http/http-server.js';
import type { Bench } from './bench.js';
import { LINKS_OF_EACH, SOURCES } from './many-links.js';
import { SandboxHost } from './sandbox-host.js';

const MEGABYTE = 1024 * 1024;
const GOAL_MB = 64;
/** Sources of one query. */
const PART = 1000;

/** Memory of a million links as the gateway keeps them, keys and cache included, against the same uids as strings. */
export const memory: Bench = {
  name: 'memory',
  async measure() {
    using host = new SandboxHost();
    await using sandbox = await host.start({ graph: 'many links', rps: 0, latency: { kind: 'none' } });
    const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };
    // Without pages, which are compressed behind the scenes meanwhile.
    const config = readConfig({ NCBI_BASE_URL: sandbox.url, NCBI_RPS: '100', GRAPHIQL: 'off', EXPLORE: 'off' });
    const gateway = createGateway(config, silent);
    const server = await startServer(gateway, { host: '127.0.0.1', port: 0 });
    // What the first query leaves behind is code, not links.
    await ask(server.url, [1]);
    const before = inUse();
    for (let first = 2; first <= SOURCES; first += PART) {
      await ask(
        server.url,
        Array.from({ length: Math.min(PART, SOURCES - first + 1) }, (_, index) => first + index),
      );
    }
    const after = inUse();
    await server.close();
    const [heap, external] = [after.heap - before.heap, after.external - before.external];
    const strings = takenByStrings();
    const total = heap + external;
    return [
      {
        what: `a million cached links in ${SOURCES.toLocaleString('en')} lists`,
        measured: `${total.toFixed(1)} MB (heap ${heap.toFixed(1)}, external ${external.toFixed(1)})`,
        comparedWith: `${strings.toFixed(1)} MB, arrays of strings`,
        ratio: total / strings,
        goal: `under ${GOAL_MB} MB`,
        met: total < GOAL_MB,
      },
    ];
  },
};

async function ask(origin: string, uids: readonly number[]): Promise<void> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'query ($uids: [ID!]!) { records { gene(uids: $uids) { pubmed(first: 1) { totalCount } } } }',
      variables: { uids: uids.map(String) },
    }),
  });
  const { data } = (await response.json()) as { data?: { records: { gene: { pubmed: { totalCount: number } }[] } } };
  if (!data?.records.gene.every(({ pubmed }) => pubmed.totalCount === LINKS_OF_EACH)) {
    throw new Error('Some links are missing.');
  }
}

function takenByStrings(): number {
  const before = inUse();
  const text = Array.from({ length: LINKS_OF_EACH }, (_, index) => 30_000_000 + index * 997).join(',');
  // Split anew and copied, so that each list owns its strings as a decoded answer does.
  const kept = Array.from({ length: SOURCES }, () => text.split(',').map((uid) => ` ${uid}`.slice(1)));
  const after = inUse();
  if (kept.length !== SOURCES) {
    throw new Error('Some lists were not kept.');
  }
  return after.heap + after.external - before.heap - before.external;
}

/** Megabytes that are reachable now. */
function inUse(): { readonly heap: number; readonly external: number } {
  if (!globalThis.gc) {
    throw new Error('Memory is measured with node --expose-gc.');
  }
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return { heap: heapUsed / MEGABYTE, external: external / MEGABYTE };
}

function ignore(): void {
  // Nobody reads the log of a measurement.
}
