import { setTimeout as delay } from 'node:timers/promises';

import { RedisServer } from '../test/support/redis-server.js';
import type { Bench, Figure } from './bench.js';
import { geneOf } from './clicks.js';
import { clickOn, sendClicks } from './fleet-loads.js';
import { type FleetRun, runsOf } from './fleet-run.js';
import { type RemoteSandbox, SandboxHost } from './sandbox-host.js';
import type { ServerProcess } from './server-process.js';
import { SlowLine } from './slow-line.js';
import { CAUSES, type CommandCounts, StoreCommands } from './store-commands.js';

const PROCESSES = 4;
const RPS = 10;
const LATENCY_MS = 300;
/** A message to a far store and its answer take twice as long. */
const ONE_WAY_MS = 10;
/** Known clicks, one after the other, so that none shares a look into the store with another. */
const KNOWN_CLICKS = 200;
const REST_SECONDS = 10;
const MOST_OPERATIONS_PER_ID = 6;
const MOST_OPERATIONS_PER_ANSWER = 2;
const MOST_TIME_WITH_A_FAR_STORE = 1.15;

/** What a store is asked while different clicks are answered that no process knows, then known ones, then none. */
interface Asked {
  readonly run: FleetRun;
  readonly cold: CommandCounts;
  readonly warm: CommandCounts;
  readonly rest: CommandCounts;
}

/** What a fleet asks of its store, and what it costs when that is far away. */
export const fleetStore: Bench = {
  name: 'fleet-store',
  async measure() {
    using host = new SandboxHost();
    const { run, cold, warm, rest } = await asked(host);
    const far = await withFarStore(host);
    const { beats: ofProcess } = per(rest, REST_SECONDS * (PROCESSES + 1));
    return [
      atMost('an id, cold', per(cold, run.ids), MOST_OPERATIONS_PER_ID),
      atMost('an answer of a process that has none, all known', per(warm, KNOWN_CLICKS), MOST_OPERATIONS_PER_ANSWER),
      figure('store operations of a process that rests, per second', ofProcess.toFixed(1)),
      beside(`time with ${2 * ONE_WAY_MS} ms to the store and back`, far, run, MOST_TIME_WITH_A_FAR_STORE),
    ];
  },
};

/** Different clicks, then some of them once more at a process that has answered none. */
async function asked(host: SandboxHost): Promise<Asked> {
  await using sandbox = await startSandbox(host);
  await using redis = await RedisServer.start();
  using commands = await StoreCommands.of(redis.url);
  const counts: CommandCounts[] = [];
  const fleet = { processes: PROCESSES + 1 };
  const send = async (gateways: readonly ServerProcess[]): Promise<readonly number[]> => {
    await commands.take();
    const times = await sendClicks(gateways.slice(0, PROCESSES), (click) => geneOf(click));
    counts.push(await commands.take());
    return times;
  };
  const [run] = await runsOf(fleet, { rps: RPS, send }, { sandbox, redis }, async (gateways) => {
    const calls = await sandbox.calls();
    for (let click = 0; click < KNOWN_CLICKS; click += 1) {
      await clickOn(gateways.at(-1), geneOf(click));
    }
    counts.push(await commands.take());
    if ((await sandbox.calls()).length > calls.length) {
      throw new Error('What the fleet knew was requested again.');
    }
    await delay(REST_SECONDS * 1000);
    counts.push(await commands.take());
  });
  const [cold, warm, rest] = counts;
  if (!run || !cold || !warm || !rest) {
    throw new Error('A load was not sent.');
  }
  return { run, cold, warm, rest };
}

async function withFarStore(host: SandboxHost): Promise<FleetRun> {
  await using sandbox = await startSandbox(host);
  await using redis = await RedisServer.start();
  await using line = await SlowLine.to(redis.port, ONE_WAY_MS);
  const storeUrl = `redis://127.0.0.1:${line.port}`;
  const send = (gateways: readonly ServerProcess[]): Promise<readonly number[]> =>
    sendClicks(gateways.slice(0, PROCESSES), (click) => geneOf(click));
  const [run] = await runsOf({ processes: PROCESSES + 1 }, { rps: RPS, send }, { sandbox, redis, storeUrl });
  if (!run) {
    throw new Error('The load was not sent.');
  }
  return run;
}

function startSandbox(host: SandboxHost): Promise<RemoteSandbox> {
  return host.start({ graph: 'clicks', rps: RPS, latency: { kind: 'constant', ms: LATENCY_MS } });
}

function per(counts: CommandCounts, count: number): CommandCounts {
  const { answers, messages, permits, beats } = counts;
  return { answers: answers / count, messages: messages / count, permits: permits / count, beats: beats / count };
}

/** Beats are what time costs. */
function atMost(of: string, counts: CommandCounts, most: number): Figure {
  const spent = counts.answers + counts.messages + counts.permits;
  const parts = CAUSES.map((cause) => `${cause} ${counts[cause].toFixed(2)}`).join(', ');
  return {
    ...figure(`store operations ${of} (${parts}), without beats`, spent.toFixed(2)),
    comparedWith: String(most),
    ratio: spent / most,
    goal: `at most ${most}`,
    met: spent <= most,
  };
}

function beside(what: string, { wall }: FleetRun, other: FleetRun, most: number): Figure {
  return {
    ...figure(what, `${(wall / 1000).toFixed(1)} s`),
    comparedWith: `${(other.wall / 1000).toFixed(1)} s, on this machine`,
    ratio: wall / other.wall,
    goal: `at most ${most}`,
    met: wall <= most * other.wall,
  };
}

function figure(what: string, measured: string): Figure {
  return { what: `${PROCESSES} processes: ${what}`, measured, comparedWith: '', ratio: NaN, goal: '' };
}
