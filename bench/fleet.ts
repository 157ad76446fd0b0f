import { Redis } from 'ioredis';

import { RedisServer } from '../test/support/redis-server.js';
import type { Bench, Figure } from './bench.js';
import { FLEET_LOADS, type FleetLoad } from './fleet-loads.js';
import { type RemoteSandbox, SandboxHost } from './sandbox-host.js';
import { ServerProcess } from './server-process.js';

const LATENCY_MS = 300;
const MOST_CALLS = 1.15;
const MOST_TIME = 1.2;
const MOST_BESIDE_A_BULK = 1.3;
/** After so long each process knows of the others, and the store grants permits. */
const SETTLED_MS = 4000;

/** What a fleet took to answer all. */
interface Run {
  readonly wall: number;
  readonly calls: number;
  readonly idsPerCall: number;
  readonly refused: number;
  readonly askedTwice: number;
  readonly storeOperations: number;
  /** How long each click took, from the shortest, where that is measured. */
  readonly times: readonly number[];
}

/** What many clients send, spread over processes that share one store, beside one process of the same run. */
export const fleet: Bench = {
  name: 'fleet',
  async measure() {
    using host = new SandboxHost();
    const figures: Figure[] = [];
    for (const load of FLEET_LOADS) {
      let one: Run | undefined;
      for (const processes of load.processes) {
        const latency = { kind: 'constant', ms: LATENCY_MS } as const;
        await using sandbox = await host.start({ graph: 'clicks', rps: load.rps, latency });
        await using redis = await RedisServer.start();
        const run = await runOf(processes, load, { sandbox, redis });
        figures.push(...(one ? figuresOf(`${load.name}, ${load.rps}/s, ${processes} processes`, run, one) : []));
        one ??= run;
      }
    }
    return figures;
  },
};

interface Servers {
  readonly sandbox: RemoteSandbox;
  readonly redis: RedisServer;
}

async function runOf(processes: number, load: FleetLoad, servers: Servers): Promise<Run> {
  const limits = { DEADLINE_MS: '300000', MAX_CALLS: '10000', MAX_NODES: '1000000' };
  const settings = { NCBI_RPS: String(load.rps), REDIS_URL: servers.redis.url, ...limits };
  const starting = Array.from({ length: processes }, () => ServerProcess.gateway(servers.sandbox.url, settings));
  const gateways = await Promise.all(starting);
  try {
    return await under(load, gateways, servers);
  } finally {
    await Promise.all(gateways.map((gateway) => gateway[Symbol.asyncDispose]()));
  }
}

async function under(load: FleetLoad, gateways: readonly ServerProcess[], { sandbox, redis }: Servers): Promise<Run> {
  await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
  const operationsBefore = await operationsOf(redis);
  const startedAt = performance.now();
  const times = await load.send(gateways);
  const wall = performance.now() - startedAt;
  const calls = await sandbox.calls();
  const links = calls.filter(({ name }) => name === 'gene_pubmed').map(({ ids }) => ids.length);
  const named = calls
    .filter(({ status }) => status === 200)
    .flatMap(({ name, ids }) => ids.map((id) => `${name} ${id}`));
  return {
    wall,
    calls: calls.length,
    idsPerCall: links.reduce((sum, ids) => sum + ids, 0) / links.length,
    refused: calls.filter(({ status }) => status === 429).length,
    askedTwice: named.length - new Set(named).size,
    storeOperations: (await operationsOf(redis)) - operationsBefore,
    times: times.toSorted((a, b) => a - b),
  };
}

/** Commands that the store has run, those of scripts included. */
async function operationsOf({ url }: RedisServer): Promise<number> {
  const client = new Redis(url);
  const statistics = await client.info('commandstats');
  client.disconnect();
  return [...statistics.matchAll(/:calls=(\d+)/g)].reduce((sum, [, calls]) => sum + Number(calls), 0);
}

/** Nothing beside nothing is as much. */
function ratioOf(count: number, other: number): number {
  return count === other ? 1 : count / other;
}

function figuresOf(which: string, run: Run, one: Run): Figure[] {
  const beside = (what: string, of: (its: Run) => number, unit: string, most?: number): Figure => ({
    what: `${which}: ${what}`,
    measured: `${of(run).toFixed(1)}${unit}`,
    comparedWith: `${of(one).toFixed(1)}${unit}, one process`,
    ratio: ratioOf(of(run), of(one)),
    goal: most === undefined ? '' : `at most ${most}`,
    ...(most !== undefined && { met: of(run) <= most * of(one) }),
  });
  const timeOf =
    (part: number) =>
    ({ times }: Run): number =>
      (times[Math.min(times.length - 1, Math.floor(part * times.length))] ?? NaN) / 1000;
  if (run.times.length > 0) {
    return [
      beside('a click, p50', timeOf(0.5), ' s', MOST_BESIDE_A_BULK),
      beside('a click, p99', timeOf(0.99), ' s', MOST_BESIDE_A_BULK),
      beside('calls', ({ calls }) => calls, '', MOST_CALLS),
    ];
  }
  return [
    beside('time', ({ wall }) => wall / 1000, ' s', MOST_TIME),
    beside('calls', ({ calls }) => calls, '', MOST_CALLS),
    beside('ids in a call about links', ({ idsPerCall }) => idsPerCall, ''),
    beside('ids requested again', ({ askedTwice }) => askedTwice, '', 1),
    beside('requests refused for their rate', ({ refused }) => refused, '', 1),
    beside('store operations', ({ storeOperations }) => storeOperations, ''),
  ];
}
