import { Redis } from 'ioredis';

import { RedisServer } from '../test/support/redis-server.js';
import type { Bench, Figure } from './bench.js';
import { checkClick, CLICK, CLICKS, geneOf } from './clicks.js';
import { type RemoteSandbox, SandboxHost } from './sandbox-host.js';
import { ServerProcess } from './server-process.js';

const RPS = 10;
const LATENCY_MS = 300;
const CLIENTS = 150;
const PROCESSES = [1, 2, 4];
const MOST_CALLS = 1.15;
const MOST_TIME = 1.2;
/** After so long each process knows of the others, and the store grants permits. */
const SETTLED_MS = 4000;

/** What a fleet took to answer all clicks. */
interface Run {
  readonly wall: number;
  readonly calls: number;
  readonly idsPerCall: number;
  readonly refused: number;
  readonly askedTwice: number;
  readonly storeOperations: number;
}

/** Different clicks of many clients, spread over processes that share one store, beside one process of the same run. */
export const fleet: Bench = {
  name: 'fleet',
  async measure() {
    using host = new SandboxHost();
    const runs: (readonly [processes: number, run: Run])[] = [];
    for (const processes of PROCESSES) {
      const latency = { kind: 'constant', ms: LATENCY_MS } as const;
      await using sandbox = await host.start({ graph: 'clicks', rps: RPS, latency });
      await using redis = await RedisServer.start();
      runs.push([processes, await runOf(processes, sandbox, redis)]);
    }
    const [[, one] = [0, undefined]] = runs;
    return runs.flatMap(([processes, run]) => (one && processes > 1 ? figuresOf(processes, run, one) : []));
  },
};

async function runOf(processes: number, sandbox: RemoteSandbox, redis: RedisServer): Promise<Run> {
  const settings = { NCBI_RPS: String(RPS), REDIS_URL: redis.url, DEADLINE_MS: '120000' };
  const starting = Array.from({ length: processes }, () => ServerProcess.gateway(sandbox.url, settings));
  const gateways = await Promise.all(starting);
  try {
    return await underClicks(gateways, sandbox, redis);
  } finally {
    await Promise.all(gateways.map((gateway) => gateway[Symbol.asyncDispose]()));
  }
}

async function underClicks(
  gateways: readonly ServerProcess[],
  sandbox: RemoteSandbox,
  redis: RedisServer,
): Promise<Run> {
  await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
  const operationsBefore = await operationsOf(redis);
  const startedAt = performance.now();
  let next = 0;
  const client = async (number: number): Promise<void> => {
    const gateway = gateways[number % gateways.length];
    for (let click = next++; gateway && click < CLICKS; click = next++) {
      const uid = geneOf(click);
      // A kept connection may be closed at the moment it is used again.
      const response = await gateway.send(CLICK, { uid }).catch(() => gateway.send(CLICK, { uid }));
      checkClick(uid, await response.text());
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
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

function figuresOf(processes: number, run: Run, one: Run): Figure[] {
  const beside = (what: string, of: (its: Run) => number, unit: string, most?: number): Figure => ({
    what: `${processes} processes: ${what}`,
    measured: `${of(run).toFixed(1)}${unit}`,
    comparedWith: `${of(one).toFixed(1)}${unit}, one process`,
    ratio: ratioOf(of(run), of(one)),
    goal: most === undefined ? '' : `at most ${most}`,
    ...(most !== undefined && { met: of(run) <= most * of(one) }),
  });
  return [
    beside('time', ({ wall }) => wall / 1000, ' s', MOST_TIME),
    beside('calls', ({ calls }) => calls, '', MOST_CALLS),
    beside('ids in a call about links', ({ idsPerCall }) => idsPerCall, ''),
    beside('ids requested again', ({ askedTwice }) => askedTwice, '', 1),
    beside('requests refused for their rate', ({ refused }) => refused, '', 1),
    beside('store operations', ({ storeOperations }) => storeOperations, ''),
  ];
}
