import { VirtualFleet } from '../test/support/virtual-fleet.js';
import type { Bench, Figure } from './bench.js';
import { CLICKS, geneOf } from './clicks.js';

const CALL = { base: 300, perId: 0 };
const CLIENTS = 150;
/** Clicks on one gene where clicks are equal. */
const EQUAL = 8;
const BULKS = 3;
const BULK_GENES = 1000;
const MOST_CALLS = 1.15;
const MOST_TIME = 1.2;
/** A message to a near store and its answer take 2 ms, to a far one 20. */
const ONE_WAY_MS = 1;
const ONE_WAY_TO_FAR_STORE_MS = 10;

interface VirtualLoad {
  readonly name: string;
  readonly rps: number;
  readonly processes: readonly number[];
  send(fleet: VirtualFleet): Promise<unknown>;
}

interface VirtualRun {
  readonly ms: number;
  readonly calls: number;
  readonly requestedTwice: number;
}

const LOADS: readonly [VirtualLoad, ...VirtualLoad[]] = [
  { name: 'different clicks', rps: 10, processes: [2, 4, 6], send: (fleet) => clicks(fleet, 1) },
  { name: 'equal clicks', rps: 10, processes: [2, 4, 6], send: (fleet) => clicks(fleet, EQUAL) },
  { name: 'different clicks', rps: 3, processes: [4], send: (fleet) => clicks(fleet, 1) },
  { name: `${BULKS} bulks of 1,000 genes`, rps: 10, processes: [4], send: bulks },
];

/**
 * The loads of `fleet` without GraphQL and HTTP, in virtual time: what batches, messages and permits make of them where no
 * process waits for a core.
 */
export const fleetVirtual: Bench = {
  name: 'fleet-virtual',
  async measure() {
    const figures: Figure[] = [];
    for (const load of LOADS) {
      const one = await runOf(load, 1);
      for (const processes of load.processes) {
        figures.push(
          ...figuresOf(`${load.name}, ${load.rps}/s, ${processes} processes`, await runOf(load, processes), one),
        );
      }
    }
    const [clicksOfFour] = LOADS;
    const near = await runOf(clicksOfFour, 4);
    const far = await runOf(clicksOfFour, 4, ONE_WAY_TO_FAR_STORE_MS);
    const which = `${clicksOfFour.name}, ${clicksOfFour.rps}/s, 4 processes, 20 ms to the store and back`;
    return [...figures, timeBeside(which, far, near, '2 ms')];
  },
};

async function runOf(load: VirtualLoad, processes: number, latency = ONE_WAY_MS): Promise<VirtualRun> {
  const fleet = new VirtualFleet({ processes, rps: load.rps, call: CALL, latency });
  await fleet.settled();
  const begun = fleet.clock.now();
  await fleet.clock.finish(load.send(fleet));
  return { ms: fleet.clock.now() - begun, calls: fleet.ncbi.calls.length, requestedTwice: fleet.requestedTwice };
}

async function clicks({ processes }: VirtualFleet, equal: number): Promise<void> {
  let next = 0;
  const client = async (number: number): Promise<void> => {
    for (let click = next++; click < CLICKS; click = next++) {
      await processes[number % processes.length]?.click(geneOf(Math.floor(click / equal)));
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
}

async function bulks({ processes }: VirtualFleet): Promise<void> {
  const bulk = async (number: number): Promise<void> => {
    const process = processes[number % processes.length];
    const by = process?.operation();
    const genes = Array.from({ length: BULK_GENES }, (_, gene) => geneOf(number * BULK_GENES + gene));
    await Promise.all(genes.map(async (gene) => process?.click(gene, by)));
  };
  await Promise.all(Array.from({ length: BULKS }, (_, number) => bulk(number)));
}

function figuresOf(which: string, run: VirtualRun, one: VirtualRun): Figure[] {
  return [
    timeBeside(which, run, one, 'one process', MOST_TIME),
    {
      what: `${which}: calls`,
      measured: String(run.calls),
      comparedWith: `${one.calls}, one process`,
      ratio: run.calls / one.calls,
      goal: `at most ${MOST_CALLS}`,
      met: run.calls <= MOST_CALLS * one.calls,
    },
    {
      what: `${which}: ids requested again`,
      measured: String(run.requestedTwice),
      comparedWith: '0',
      ratio: run.requestedTwice === 0 ? 1 : Infinity,
      goal: '0',
      met: run.requestedTwice === 0,
    },
  ];
}

function timeBeside(which: string, run: VirtualRun, { ms }: VirtualRun, other: string, most?: number): Figure {
  return {
    what: `${which}: milliseconds`,
    measured: String(Math.round(run.ms)),
    comparedWith: `${Math.round(ms)}, ${other}`,
    ratio: run.ms / ms,
    goal: most === undefined ? '' : `at most ${most}`,
    ...(most !== undefined && { met: run.ms <= most * ms }),
  };
}
