import { describe, expect, it } from 'vitest';

import { BudgetWorld, type Process } from '../../support/budget-world.js';
import { SPAN } from '../../support/pacing.js';

/** Until a process that has just come, or a store that has just started, is trusted with anything. */
const CHANGE_OVER = 1500 + SPAN;

async function worldOf(rps: number, processes: number): Promise<BudgetWorld> {
  const world = new BudgetWorld(rps);
  for (let i = 0; i < processes; i += 1) {
    world.join();
  }
  // Long enough to be one of several, as the others know too.
  await world.clock.advance(6000);
  return world;
}

function sharingOf(world: BudgetWorld): unknown[] {
  return world.processes.map(({ pacer }) => pacer.state.sharing);
}

/** How many requests of all left in a span that begins now. */
async function departuresIn(world: BudgetWorld, span: number): Promise<number> {
  const before = world.departures.length;
  await world.clock.advance(span);
  return world.departures.length - before;
}

function load(world: BudgetWorld, count = 300): void {
  for (const process of world.processes) {
    process.request(Array.from({ length: count }, () => 0));
  }
}

function first(world: BudgetWorld): Process {
  const [process] = world.processes;
  return process ?? expect.unreachable('there is none');
}

describe('A shared budget', () => {
  it('is spent by one process alone when the others want nothing', async () => {
    const world = await worldOf(10, 3);
    first(world).request(Array.from({ length: 25 }, () => 0));
    expect(await departuresIn(world, 3 * SPAN)).toBe(25);
  });

  it('is spent in full when all want more, and everybody gets as much', async () => {
    const world = await worldOf(10, 3);
    load(world);
    expect(await departuresIn(world, 30 * SPAN)).toBeGreaterThanOrEqual(0.97 * 300);
    const left = world.processes.map(({ pacer }) => pacer.queued);
    expect(Math.max(...left) - Math.min(...left)).toBeLessThanOrEqual(10);
    expect(world.mostInAnyWindow).toBe(10);
  });

  it('serves a newcomer among processes that want everything within two windows', async () => {
    const world = await worldOf(3, 3);
    load(world);
    const newcomer = world.join();
    await world.clock.advance(CHANGE_OVER);
    newcomer.request([0]);
    await world.clock.advance(2 * SPAN);
    expect(newcomer.pacer.queued).toBe(0);
  });

  it('loses the places of a process that died for no longer than its lease and a window', async () => {
    const world = await worldOf(4, 2);
    first(world).request([5000, 5000, 5000, 5000]);
    await world.clock.advance(10);
    first(world).crash();
    const [, other] = world.processes;
    other?.request([0, 0, 0, 0]);
    expect(await departuresIn(world, 1000 + SPAN)).toBe(4);
  });

  it('waits for requests that take long to depart, and refuses none of them', async () => {
    const world = await worldOf(2, 2);
    first(world).request([4000, 4000]);
    await world.clock.advance(10);
    world.processes[1]?.request([0]);
    expect(await departuresIn(world, 3980)).toBe(0);
    expect(await departuresIn(world, 20)).toBe(2);
    expect(await departuresIn(world, SPAN + 20)).toBe(1);
  });

  it('lends the place of a request to another process a window after the system has the request', async () => {
    const world = await worldOf(1, 2);
    const permit = await world.clock.finish(first(world).pacer.acquire());
    permit.markSent();
    world.processes[1]?.request([0]);
    await world.clock.advance(150);
    permit.markWritten();
    expect(await departuresIn(world, SPAN - 10)).toBe(0);
    expect(await departuresIn(world, 20)).toBe(1);
  });

  it('closes for everybody when one is refused', async () => {
    const world = await worldOf(5, 2);
    const permit = await world.clock.finish(first(world).pacer.acquire());
    permit.markSent();
    expect(first(world).pacer.coolDown(permit.startedAt)).toBe(1000);
    await world.clock.advance(10);
    const [, other] = world.processes;
    other?.request([0]);
    expect(await departuresIn(world, 980)).toBe(0);
    expect(other?.pacer.state).toMatchObject({ slowedBy: expect.closeTo(1.25, 1) as unknown });
    expect(await departuresIn(world, 20)).toBe(1);
  });

  it('takes the departures of the others for ours, and heeds strangers for all', async () => {
    const world = await worldOf(6, 2);
    const [one, other] = world.processes;
    one?.request([0, 0]);
    await world.clock.advance(10);
    const permit = await world.clock.finish(other?.pacer.acquire() ?? expect.unreachable());
    permit.markSent();
    await world.clock.advance(10);
    permit.applyRateHeaders({ limit: 6, remaining: 3 });
    await world.clock.advance(10);
    expect(other?.pacer.state.remaining).toBe(3);
    permit.applyRateHeaders({ limit: 6, remaining: 1 });
    one?.request([0, 0]);
    expect(await departuresIn(world, 900)).toBe(1);
  });
});

describe('A shared budget without its store', () => {
  it('is divided without remainder, after a while in which nothing starts', async () => {
    const world = await worldOf(10, 3);
    world.kill();
    load(world);
    await world.clock.advance(CHANGE_OVER - 10);
    expect(world.departures).toEqual([]);
    await world.clock.advance(1100);
    expect(sharingOf(world)).toEqual(Array.from({ length: 3 }, () => ({ by: 'own share', members: 3 })));
    expect(await departuresIn(world, 10 * SPAN)).toBe(100);
    expect(world.mostInAnyWindow).toBe(10);
  });

  it('leaves nothing to some where there are more processes than places, and nobody more than there is', async () => {
    const world = await worldOf(3, 5);
    world.kill();
    load(world);
    await world.clock.advance(5000);
    expect(
      sharingOf(world)
        .map((sharing) => (sharing as { by: string }).by)
        .toSorted(),
    ).toEqual(['closed', 'closed', 'own share', 'own share', 'own share']);
    expect(await departuresIn(world, 10 * SPAN)).toBe(30);
  });

  it('is not for a process that comes only now: nobody knows of it', async () => {
    const world = await worldOf(10, 2);
    world.kill();
    const newcomer = world.join();
    newcomer.request([0]);
    await world.clock.advance(60_000);
    expect([newcomer.pacer.queued, newcomer.pacer.state.sharing]).toEqual([
      1,
      { by: 'closed', members: 0, isStranded: true },
    ]);
    world.restart();
    await world.clock.advance(2 * CHANGE_OVER);
    expect([newcomer.pacer.queued, newcomer.pacer.state.sharing?.by]).toEqual([0, 'shared']);
  });

  it('is not for a process that came just before the store went, though it notices that late', async () => {
    const world = await worldOf(2, 1);
    const newcomer = world.join();
    await world.clock.advance(0);
    world.freeze(true);
    // Its next beat is given up just when the others should have heard of it.
    await world.clock.advance(12_000);
    expect([newcomer.pacer.state.sharing?.by, first(world).pacer.state.sharing?.by]).toEqual(['closed', 'own share']);
  });

  it('is divided as before when the store came back empty and went again before anybody was settled', async () => {
    const world = await worldOf(10, 3);
    world.kill();
    await world.clock.advance(500);
    world.restart();
    await world.clock.advance(CHANGE_OVER + 500);
    world.kill();
    load(world);
    await world.clock.advance(CHANGE_OVER + 500);
    expect(sharingOf(world)).toEqual(Array.from({ length: 3 }, () => ({ by: 'own share', members: 3 })));
    expect(await departuresIn(world, 10 * SPAN)).toBe(100);
    expect(world.mostInAnyWindow).toBe(10);
  });

  it('is shared again when the store is back, after a while, in which each may go on with its part at first', async () => {
    const world = await worldOf(10, 3);
    world.kill();
    await world.clock.advance(10_000);
    load(world);
    world.restart();
    await world.clock.advance(2 * CHANGE_OVER);
    expect(sharingOf(world)).toEqual(Array.from({ length: 3 }, () => ({ by: 'shared', members: 3 })));
    expect(await departuresIn(world, 10 * SPAN)).toBeGreaterThanOrEqual(95);
    expect(world.mostInAnyWindow).toBe(10);
  });
});
