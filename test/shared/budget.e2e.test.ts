import { setTimeout as delay } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { withoutRedis } from '../support/redis-server.js';
import { type Arrivals, Fleet, PER_SECOND, RPS } from './fleet.js';

/** How long the load lasts; `SHARED_RUN_S=60` is the full measure. */
const RUN_S = Number(process.env.SHARED_RUN_S ?? 15);
const RUN_MS = RUN_S * 1000;
/**
 * The full measure wants a quiet machine. A busy one runs a process too late to send at its time, so that here only what
 * is spent twice or lost must fail: shares that overlap refuse dozens, a budget that is lost starts a third.
 */
const { FEWEST, LATE } = RUN_S >= 60 ? { FEWEST: 0.95, LATE: 0 } : { FEWEST: 0.7, LATE: 0.02 };
/** Programs that have just started are slow. */
const WARM_MS = 5000;
/** Until the queues of all processes are full. */
const FILL_MS = 1000;

/** Lets all processes ask for more than there is while `meanwhile` goes on, and gives what arrived at the sandbox. */
async function underLoad(fleet: Fleet, meanwhile: () => Promise<void>): Promise<Arrivals> {
  for (const member of fleet.members) {
    member.beginLoad();
  }
  await delay(FILL_MS);
  const begin = performance.now();
  await meanwhile();
  const end = performance.now();
  await Promise.all(fleet.members.map((member) => member.endLoad()));
  const arrivals = await fleet.arrivals(begin, end);
  const { starts, refused } = arrivals;
  const use = starts / ((PER_SECOND * (end - begin)) / 1000);
  process.stdout.write(
    `${starts} starts in ${((end - begin) / 1000).toFixed(1)} s, ${(use * 100).toFixed(1)} % of the budget, ${refused} refused.\n`,
  );
  return arrivals;
}

describe.skipIf(withoutRedis)('three processes with one budget', { timeout: 3 * RUN_MS + 120_000 }, () => {
  let fleet: Fleet;
  beforeAll(async () => {
    fleet = await Fleet.start(3);
    await underLoad(fleet, () => delay(WARM_MS));
  }, 120_000);
  afterAll(async () => {
    await fleet[Symbol.asyncDispose]();
  });

  it('start as many requests in any second as NCBI allows one, and hardly fewer', async () => {
    const { starts, refused } = await underLoad(fleet, () => delay(RUN_MS));
    expect(refused).toBeLessThanOrEqual(LATE * starts);
    // They start in bursts, one of which may fall just outside.
    expect(starts).toBeGreaterThanOrEqual(FEWEST * PER_SECOND * RUN_S - RPS);
  });

  it('start no more while their store is killed and comes back empty, and go on with their shares without it', async () => {
    let alone = 0;
    const { starts, refused } = await underLoad(fleet, async () => {
      await delay(RUN_MS / 3);
      await fleet.redis.kill();
      await Promise.all(fleet.members.map((member) => member.hasBudget('own share', 3)));
      const since = performance.now();
      await delay(RUN_MS / 3);
      alone = (await fleet.arrivals(since)).starts / ((PER_SECOND * (performance.now() - since)) / 1000);
      await fleet.redis.startAgain();
      await Promise.all(fleet.members.map((member) => member.hasBudget('shared', 3)));
      await delay(RUN_MS / 3);
    });
    expect(refused).toBeLessThanOrEqual(LATE * starts);
    // The shares make up the whole, but each waits for its own windows.
    expect(alone).toBeGreaterThan(0.6 * (FEWEST / 0.95));
  });

  // Last, since it leaves others in their places.
  it('double no permit and lose none for long when they are replaced one after the other', async () => {
    const first = [...fleet.members];
    const { starts, refused } = await underLoad(fleet, async () => {
      for (const old of first) {
        const next = await fleet.add().up();
        await next.hasBudget('shared', 4);
        next.beginLoad();
        await old.endLoad();
        old.command.stop('SIGTERM');
        await next.hasBudget('shared', 3);
      }
    });
    expect(refused).toBeLessThanOrEqual(LATE * starts);
    const [last] = fleet.members.slice(-1);
    expect((await last?.ask('{ search { pubmed(term: "after all") { totalCount } } }'))?.errors).toBeUndefined();
  });
});
