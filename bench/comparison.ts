import { readFileSync } from 'node:fs';

import { readConfig } from '../src/config.js';
import { createGateway } from '../src/server/gateway.js';
import { startServer } from '../src/server/http/http-server.js';
import type { Bench, Figure } from './bench.js';
import { COMPARED } from './many-links.js';
import { SandboxHost } from './sandbox-host.js';

const MEGABYTE = 1024 * 1024;
const GOAL_MB = 200;
const GOAL_MS = 50;
const SAMPLED_EACH_MS = 5;

/** Memory and the longest turn while `commonLinks` compares 1,000 lists of 10,000 links, which are first loaded. */
export const comparison: Bench = {
  name: 'comparison',
  async measure() {
    using host = new SandboxHost();
    await using sandbox = await host.start({ graph: 'long lists', rps: 0, latency: { kind: 'none' } });
    const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };
    const config = readConfig({
      NCBI_BASE_URL: sandbox.url,
      NCBI_RPS: '100',
      // The sandbox writes 110 MB of answers, which takes a slow machine longer than callers wait.
      NCBI_TIMEOUT_MS: '300000',
      DEADLINE_MS: '600000',
      GRAPHIQL: 'off',
      EXPLORE: 'off',
    });
    const server = await startServer(createGateway(config, silent), { host: '127.0.0.1', port: 0 });
    // What the first comparisons leave behind is code, not links.
    for (let round = 0; round < 3; round += 1) {
      await ask(server.url, ['1', '2']);
    }
    const sources = Array.from({ length: COMPARED.sources }, (_, gene) => String(gene + 1));
    const cold = await watched(() => ask(server.url, sources));
    const warm = await watched(() => ask(server.url, sources.toReversed()));
    await server.close();
    return [...figures('loaded from NCBI', cold), ...figures('from the cache', warm)];
  },
};

interface Watched {
  readonly residentMb: number;
  readonly usedMb: number;
  readonly longestMs: number;
}

function figures(how: string, { residentMb, usedMb, longestMs }: Watched): Figure[] {
  const what = `1,000 lists of 10,000 links compared, ${how}`;
  return [
    {
      what: `${what}: memory`,
      measured: `${residentMb.toFixed(0)} MB more resident (heap and buffers ${usedMb.toFixed(0)})`,
      comparedWith: '40 MB, the links as numbers',
      ratio: residentMb / 40,
      goal: `under ${GOAL_MB} MB`,
      met: residentMb < GOAL_MB,
    },
    {
      what: `${what}: longest turn`,
      measured: `${longestMs.toFixed(0)} ms of processor time`,
      comparedWith: `${GOAL_MS} ms`,
      ratio: longestMs / GOAL_MS,
      goal: `at most ${GOAL_MS} ms`,
      met: longestMs <= GOAL_MS,
    },
  ];
}

/** The most memory beyond what was in use before, and the longest turn of the event loop. */
async function watched(work: () => Promise<void>): Promise<Watched> {
  globalThis.gc?.();
  const before = inUse();
  const most = { ...before };
  const sampling = setInterval(() => {
    const now = inUse();
    most.resident = Math.max(most.resident, now.resident);
    most.used = Math.max(most.used, now.used);
  }, SAMPLED_EACH_MS);
  const turns = new Turns();
  await work();
  turns.end();
  clearInterval(sampling);
  return { residentMb: most.resident - before.resident, usedMb: most.used - before.used, longestMs: turns.longestMs };
}

/** The turns of the event loop in processor time, which other programs on the machine hardly change. */
class Turns {
  longestMs = 0;
  #before = processorMs();
  #isRunning = true;

  constructor() {
    this.#next();
  }

  end(): void {
    this.#isRunning = false;
  }

  #next(): void {
    const now = processorMs();
    this.longestMs = Math.max(this.longestMs, now - this.#before);
    this.#before = now;
    if (this.#isRunning) {
      setImmediate(() => {
        this.#next();
      });
    }
  }
}

/** Processor time of the thread that runs JavaScript; of all threads where the system does not tell them apart. */
function processorMs(): number {
  if (process.platform === 'linux') {
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e6;
  }
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function inUse(): { resident: number; used: number } {
  const { rss, heapUsed, external } = process.memoryUsage();
  return { resident: rss / MEGABYTE, used: (heapUsed + external) / MEGABYTE };
}

async function ask(origin: string, uids: readonly string[]): Promise<void> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query:
        'query ($of: [ID!]!) { commonLinks(of: $of, name: "gene_pubmed", first: 10) { totalCount complete missing { code message } edges { sourceCount } } }',
      variables: { of: uids },
    }),
  });
  const { data, errors } = (await response.json()) as {
    data?: { commonLinks: { totalCount: number; complete: boolean } };
    errors?: unknown;
  };
  if (data?.commonLinks.complete !== true || (uids.length > 2 && data.commonLinks.totalCount === 0)) {
    throw new Error(`The comparison is not complete: ${JSON.stringify(errors ?? data?.commonLinks)}`);
  }
}

function ignore(): void {
  // Nobody reads the log of a measurement.
}
