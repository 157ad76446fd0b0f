import { describe, expect, it } from 'vitest';

import { sleep } from '../../../src/upstream/clock.js';
import { type FleetOptions, VirtualFleet } from '../../support/virtual-fleet.js';

const CLICKS = 100;
const CLIENTS = 40;
const MOST_CALLS = 1.15;
const MOST_TIME = 1.2;
const MOST_BESIDE_A_BULK = 1.3;

interface Load extends FleetOptions {
  /** Gives the gene of a click. */
  readonly geneOf?: (click: number) => number;
  readonly clicks?: number;
  readonly clients?: number;
  /** Clients wait before a click, no two in a row equally long: at most so many milliseconds. */
  readonly pause?: number;
  /** What a process says arrives later than what the one before it says, by so much. */
  readonly late?: number;
}

/** Clicks of many clients, each of which goes on with the next when it is answered. */
async function underClicks({ geneOf = (click) => click, ...load }: Load) {
  const { clicks = CLICKS, clients = CLIENTS, pause = 0, late = 0, ...options } = load;
  const fleet = new VirtualFleet(options);
  await fleet.settled();
  const begun = fleet.clock.now();
  // What clients send is heard at once: it does not wait for an answer that all have.
  fleet.clock.after(100, () => {
    for (const [number, { name }] of fleet.processes.entries()) {
      fleet.model.delay(name, number * late);
    }
  });
  let next = 0;
  const client = async (number: number): Promise<void> => {
    const process = fleet.processes[number % fleet.processes.length];
    for (let click = next++; click < clicks; click = next++) {
      await sleep(fleet.clock, (click * 7919) % (pause + 1));
      await process?.click(String(10_000 + geneOf(click)));
    }
  };
  await fleet.clock.finish(Promise.all(Array.from({ length: clients }, (_, number) => client(number))));
  const { requestedTwice, mostInWindow } = fleet;
  return { ms: fleet.clock.now() - begun, calls: fleet.ncbi.calls.length, requestedTwice, mostInWindow };
}

/** Clicks one after the other, on records of a bulk and on others, while another process works on the bulk. */
async function besideBulk(options: FleetOptions): Promise<number> {
  const fleet = new VirtualFleet(options);
  await fleet.settled();
  const [first, last] = [fleet.processes[0], fleet.processes.at(-1)];
  const by = first?.operation();
  const bulk = Promise.all(Array.from({ length: 250 }, async (_, number) => first?.click(String(50_000 + number), by)));
  const times: number[] = [];
  const clicks = async (): Promise<void> => {
    for (let click = 0; click < 5; click += 1) {
      const begun = fleet.clock.now();
      await last?.click(String(click % 2 === 0 ? 50_200 + click : 90_000 + click));
      times.push(fleet.clock.now() - begun);
    }
  };
  await fleet.clock.finish(Promise.all([bulk, clicks()]));
  expect(fleet.requestedTwice).toBe(0);
  return Math.max(...times);
}

describe('Processes that share a store, in virtual time', () => {
  it.each([
    { what: 'different clicks', processes: 4, rps: 10 },
    { what: 'different clicks', processes: 5, rps: 3 },
    { what: 'equal clicks', processes: 4, rps: 10, geneOf: (click: number) => Math.floor(click / 8) },
    { what: 'different clicks after pauses', processes: 2, rps: 10, clicks: 240, clients: 80, pause: 80 },
  ])('make the calls of one, in its time: $what, $processes at $rps requests a second', async (load) => {
    const one = await underClicks({ ...load, processes: 1 });
    const all = await underClicks(load);
    expect(all.calls).toBeLessThanOrEqual(MOST_CALLS * one.calls);
    expect(all.ms).toBeLessThanOrEqual(MOST_TIME * one.ms);
    expect(all.mostInWindow).toBeLessThanOrEqual(load.rps);
    expect(all.requestedTwice).toBe(0);
  });

  it('make the calls of one where each says late what its answers lead to, as on a busy machine', async () => {
    const load = { rps: 10, clicks: 120, clients: 120 };
    const one = await underClicks({ ...load, processes: 1 });
    for (const processes of [2, 4]) {
      const all = await underClicks({ ...load, processes, late: 30 });
      expect(all.calls).toBeLessThanOrEqual(MOST_CALLS * one.calls);
      expect(all.requestedTwice).toBe(0);
    }
  });

  it('answer a click beside the bulk of another as soon as beside one of their own', async () => {
    const one = await besideBulk({ processes: 1, rps: 10 });
    expect(await besideBulk({ processes: 3, rps: 10 })).toBeLessThanOrEqual(MOST_BESIDE_A_BULK * one);
  });

  it('are sent the answers of a call in few messages: each is said to be followed, and waited for', async () => {
    const fleet = new VirtualFleet({ processes: 2, rps: 10 });
    await fleet.settled();
    const other = fleet.processes.find(({ name }) => name !== fleet.model.keeper);
    const by = other?.operation();
    const genes = Array.from({ length: 100 }, (_, gene) => String(10_000 + gene));
    await fleet.clock.finish(Promise.all(genes.map(async (gene) => other?.click(gene, by))));
    expect(fleet.ncbi.calls).not.toHaveLength(0);
    expect(fleet.model.answerMessages).toBeLessThanOrEqual(2 * fleet.ncbi.calls.length);
  });

  it('request together what they are asked while they start, before they know which of them requests', async () => {
    const fleet = new VirtualFleet({ processes: 3, rps: 3, latency: 50 });
    await fleet.clock.finish(Promise.all(fleet.processes.map((process) => process.click('10000'))));
    expect(fleet.requestedTwice).toBe(0);
    expect(fleet.ncbi.calls.length).toBe(3);
  });

  it('leave a keeper its place that is as late again as it was, since its requests are under way', async () => {
    const fleet = new VirtualFleet({ processes: 3, rps: 10 });
    await fleet.settled();
    const { keeper = '' } = fleet.model;
    const others = fleet.processes.filter(({ name }) => name !== keeper);
    fleet.model.stall(keeper, 1900);
    await fleet.clock.advance(5000);
    const clicks = Promise.all(others.map((process, number) => process.click(String(10_000 + number))));
    await fleet.clock.advance(50);
    fleet.model.stall(keeper, 4000);
    await fleet.clock.finish(clicks);
    expect(fleet.model.keeper).toBe(keeper);
    expect(fleet.requestedTwice).toBe(0);
    expect(fleet.ncbi.calls).not.toHaveLength(0);
  });

  it('answer what a keeper that stops had not answered, without its failures', async () => {
    const fleet = new VirtualFleet({ processes: 3, rps: 3 });
    await fleet.settled();
    const keeper = fleet.processes.find(({ name }) => name === fleet.model.keeper);
    const others = fleet.processes.filter((process) => process !== keeper);
    const clicks = Promise.all(others.map((process, number) => process.click(String(10_000 + number))));
    await fleet.clock.advance(100);
    expect(fleet.ncbi.calls).not.toHaveLength(0);
    if (keeper) {
      await fleet.stop(keeper);
    }
    await fleet.clock.finish(clicks);
    expect(fleet.mostInWindow).toBeLessThanOrEqual(3);
  });
});
