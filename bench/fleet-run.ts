import { Redis } from 'ioredis';

import type { RedisServer } from '../test/support/redis-server.js';
import type { FleetLoad } from './fleet-loads.js';
import type { RemoteSandbox } from './sandbox-host.js';
import { ServerProcess } from './server-process.js';

/** After so long each process knows of the others, and the store grants permits. */
const SETTLED_MS = 4000;

/** What a fleet took to answer all. */
export interface FleetRun {
  readonly wall: number;
  /** Processor time of all processes, in milliseconds. */
  readonly processor: number;
  readonly calls: number;
  readonly idsPerCall: number;
  readonly refused: number;
  /** Ids that were answered, each for its link name or database. */
  readonly ids: number;
  readonly askedTwice: number;
  readonly storeOperations: number;
  /** How long each click took, from the shortest, where that is measured. */
  readonly times: readonly number[];
}

/** Where a fleet requests and keeps. */
export interface FleetServers {
  readonly sandbox: RemoteSandbox;
  readonly redis: RedisServer;
  /** Where processes reach the store, if not directly. */
  readonly storeUrl?: string;
}

/**
 * Starts processes and sends them a load so many times, on other records each time: the first time they compile what they
 * run. What `afterwards` sends is not part of the figures.
 */
export async function runsOf(
  { processes, times = 1 }: { readonly processes: number; readonly times?: number },
  load: Pick<FleetLoad, 'rps' | 'send'>,
  servers: FleetServers,
  afterwards: (gateways: readonly ServerProcess[]) => Promise<void> = () => Promise.resolve(),
): Promise<readonly FleetRun[]> {
  const limits = { DEADLINE_MS: '300000', MAX_CALLS: '10000', MAX_NODES: '1000000', KEEP_ALIVE_S: '300' };
  const settings = { NCBI_RPS: String(load.rps), REDIS_URL: servers.storeUrl ?? servers.redis.url, ...limits };
  const starting = Array.from({ length: processes }, () => ServerProcess.gateway(servers.sandbox.url, settings));
  const gateways = await Promise.all(starting);
  try {
    const runs: FleetRun[] = [];
    for (let run = 0; run < times; run += 1) {
      runs.push(await under((to) => load.send(to, run), gateways, servers));
    }
    await afterwards(gateways);
    return runs;
  } finally {
    await Promise.all(gateways.map((gateway) => gateway[Symbol.asyncDispose]()));
  }
}

async function under(
  send: (gateways: readonly ServerProcess[]) => Promise<readonly number[]>,
  gateways: readonly ServerProcess[],
  { sandbox, redis }: FleetServers,
): Promise<FleetRun> {
  await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
  const [operationsBefore, callsBefore] = [await operationsOf(redis), await sandbox.calls()];
  const processorTime = (): number => gateways.reduce((sum, gateway) => sum + gateway.processorTime, 0);
  const processorBefore = processorTime();
  const startedAt = performance.now();
  const times = await send(gateways);
  const wall = performance.now() - startedAt;
  const processor = processorTime() - processorBefore;
  const calls = (await sandbox.calls()).slice(callsBefore.length);
  const links = calls.filter(({ name }) => name === 'gene_pubmed').map(({ ids }) => ids.length);
  const named = calls
    .filter(({ status }) => status === 200)
    .flatMap(({ name, ids }) => ids.map((id) => `${name} ${id}`));
  return {
    wall,
    processor,
    calls: calls.length,
    idsPerCall: links.reduce((sum, ids) => sum + ids, 0) / links.length,
    refused: calls.filter(({ status }) => status === 429).length,
    ids: new Set(named).size,
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
