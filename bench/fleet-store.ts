import { RedisServer } from '../test/support/redis-server.js';
import type { Bench, Figure } from './bench.js';
import { CLICKS, geneOf } from './clicks.js';
import { sendClicks } from './fleet-loads.js';
import { type FleetRun, operationsOf, runOf } from './fleet-run.js';
import { SandboxHost } from './sandbox-host.js';
import { SlowLine } from './slow-line.js';

const PROCESSES = 4;
const RPS = 10;
const LATENCY_MS = 300;
/** A message to a far store and its answer take twice as long. */
const ONE_WAY_MS = 10;
const MOST_OPERATIONS_PER_ID = 6;
const MOST_OPERATIONS_PER_ANSWER = 2;
const MOST_TIME_WITH_A_FAR_STORE = 1.15;

/** What a fleet asks of its store, and what it costs when that is far away. */
export const fleetStore: Bench = {
  name: 'fleet-store',
  async measure() {
    using host = new SandboxHost();
    const near = await measured(host, 0);
    const far = await measured(host, ONE_WAY_MS);
    const perId = near.run.storeOperations / near.run.ids;
    const perAnswer = near.again / CLICKS;
    return [
      atMost(`store operations an id, cold`, perId, MOST_OPERATIONS_PER_ID),
      atMost(`store operations an answer of a process that has none, all known`, perAnswer, MOST_OPERATIONS_PER_ANSWER),
      beside(`time with ${2 * ONE_WAY_MS} ms to the store and back`, far.run, near.run, MOST_TIME_WITH_A_FAR_STORE),
    ];
  },
};

/** Different clicks, then each of them once more at a process that has answered none. */
async function measured(
  host: SandboxHost,
  oneWay: number,
): Promise<{ readonly run: FleetRun; readonly again: number }> {
  await using sandbox = await host.start({
    graph: 'clicks',
    rps: RPS,
    latency: { kind: 'constant', ms: LATENCY_MS },
  });
  await using redis = await RedisServer.start();
  await using line = await SlowLine.to(redis.port, oneWay);
  const servers = { sandbox, redis, ...(oneWay > 0 && { storeUrl: `redis://127.0.0.1:${line.port}` }) };
  let again = 0;
  const run = await runOf(
    PROCESSES + 1,
    { rps: RPS, send: (gateways) => sendClicks(gateways.slice(0, PROCESSES), geneOf) },
    servers,
    async (gateways) => {
      const [before, calls] = [await operationsOf(redis), await sandbox.calls()];
      await sendClicks(gateways.slice(PROCESSES), geneOf);
      again = (await operationsOf(redis)) - before;
      if ((await sandbox.calls()).length > calls.length) {
        throw new Error('What the fleet knew was requested again.');
      }
    },
  );
  return { run, again };
}

function atMost(what: string, measured: number, most: number): Figure {
  return {
    what: `${PROCESSES} processes: ${what}`,
    measured: measured.toFixed(1),
    comparedWith: String(most),
    ratio: measured / most,
    goal: `at most ${most}`,
    met: measured <= most,
  };
}

function beside(what: string, { wall }: FleetRun, other: FleetRun, most: number): Figure {
  return {
    what: `${PROCESSES} processes: ${what}`,
    measured: `${(wall / 1000).toFixed(1)} s`,
    comparedWith: `${(other.wall / 1000).toFixed(1)} s, on this machine`,
    ratio: wall / other.wall,
    goal: `at most ${most}`,
    met: wall <= most * other.wall,
  };
}
