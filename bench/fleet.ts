import { RedisServer } from '../test/support/redis-server.js';
import type { Bench, Figure } from './bench.js';
import { FLEET_LOADS } from './fleet-loads.js';
import { type FleetRun, runsOf } from './fleet-run.js';
import { SandboxHost } from './sandbox-host.js';

const LATENCY_MS = 300;
const MOST_CALLS = 1.15;
const MOST_TIME = 1.2;
const MOST_BESIDE_A_BULK = 1.3;
/** Runs in the same processes: new ones, and ones that have served before, as those of a fleet in operation have. */
const RUNS = ['', ', served before'];

/** What many clients send, spread over processes that share one store, beside one process under the same load. */
export const fleet: Bench = {
  name: 'fleet',
  async measure() {
    using host = new SandboxHost();
    const figures: Figure[] = [];
    for (const load of FLEET_LOADS) {
      let one: readonly FleetRun[] | undefined;
      for (const processes of load.processes) {
        const latency = { kind: 'constant', ms: LATENCY_MS } as const;
        await using sandbox = await host.start({ graph: 'clicks', rps: load.rps, latency });
        await using redis = await RedisServer.start();
        const runs = await runsOf({ processes, times: RUNS.length }, load, { sandbox, redis });
        for (const [index, run] of runs.entries()) {
          const beside = one?.[index];
          const which = `${load.name}, ${load.rps}/s, ${processes} processes${RUNS[index] ?? ''}`;
          figures.push(...(beside ? figuresOf(which, run, beside) : []));
        }
        one ??= runs;
      }
    }
    return figures;
  },
};

/** Nothing beside nothing is as much. */
function ratioOf(count: number, other: number): number {
  return count === other ? 1 : count / other;
}

function figuresOf(which: string, run: FleetRun, one: FleetRun): Figure[] {
  const beside = (what: string, of: (its: FleetRun) => number, unit: string, most?: number): Figure => ({
    what: `${which}: ${what}`,
    measured: `${of(run).toFixed(1)}${unit}`,
    comparedWith: `${of(one).toFixed(1)}${unit}, one process`,
    ratio: ratioOf(of(run), of(one)),
    goal: most === undefined ? '' : `at most ${most}`,
    ...(most !== undefined && { met: of(run) <= most * of(one) }),
  });
  const timeOf =
    (part: number) =>
    ({ times }: FleetRun): number =>
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
    beside('processor time of all', ({ processor }) => processor / 1000, ' s'),
    beside('calls', ({ calls }) => calls, '', MOST_CALLS),
    beside('ids in a call about links', ({ idsPerCall }) => idsPerCall, ''),
    beside('ids requested again', ({ askedTwice }) => askedTwice, '', 1),
    beside('requests refused for their rate', ({ refused }) => refused, '', 1),
    beside('store operations', ({ storeOperations }) => storeOperations, ''),
  ];
}
