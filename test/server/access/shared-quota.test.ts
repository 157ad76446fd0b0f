import { describe, expect, it } from 'vitest';

import { Quota, type QuotaCount, type QuotaStore } from '../../../src/server/access/quota.js';
import { openQuotas, rateLimitHeaders, takeFromQuotas } from '../../../src/server/access/use-rate-quota.js';
import { FakeClock } from '../../support/fake-clock.js';

const SPAN = 60_000;

/** Counts as the script in Redis does. */
class FakeStore implements QuotaStore {
  readonly #clock: FakeClock;
  readonly #max: number;
  readonly #counts = new Map<string, { taken: number; readonly until: number }>();
  isAway = false;
  asked = 0;

  constructor(clock: FakeClock, max: number) {
    this.#clock = clock;
    this.#max = max;
  }

  async add(client: string, amount: number): Promise<QuotaCount> {
    await Promise.resolve();
    this.asked += 1;
    if (this.isAway) {
      throw new Error('The store is away.');
    }
    const now = this.#clock.now();
    const known = this.#counts.get(client);
    const count = known && known.until > now ? known : { taken: 0, until: now + SPAN };
    const isRefused = amount > 0 && count.taken + amount > this.#max;
    if (!isRefused) {
      count.taken = Math.max(0, count.taken + amount);
    }
    if (count.taken > 0) {
      this.#counts.set(client, count);
    }
    return { taken: count.taken, isRefused, renewedIn: count.taken > 0 ? count.until - now : 0 };
  }
}

function processesOf(max: number) {
  const clock = new FakeClock();
  const store = new FakeStore(clock, max);
  const process = (): Quota => new Quota({ max, span: SPAN, clock, store });
  return { clock, store, one: process(), two: process() };
}

async function admitted(attempts: readonly (readonly [Quota, amount: number])[]): Promise<boolean[]> {
  const results: boolean[] = [];
  for (const [quota, amount] of attempts) {
    results.push(await quota.admit('a client', amount));
  }
  return results;
}

describe('a quota that processes share', () => {
  it('is counted by all together, and each says how much is left', async () => {
    const { one, two } = processesOf(3);
    const results = await admitted([
      [one, 1],
      [two, 1],
      [one, 2],
      [one, 1],
      [two, 1],
    ] as const);
    expect(results).toEqual([true, true, false, true, false]);
    expect([one.left('a client'), two.left('a client'), two.left('another')]).toEqual([0, 0, 3]);
  });

  it('is whole again for all a span after the first of them took from it', async () => {
    const { one, two, clock } = processesOf(2);
    await admitted([[one, 1]]);
    await clock.advance(SPAN - 1000);
    await admitted([[two, 1]]);
    expect([two.renewedIn('a client'), await two.admit('a client', 1)]).toEqual([1000, false]);
    await clock.advance(1001);
    expect(await admitted([[two, 2]])).toEqual([true]);
  });

  it('costs the store nothing more for a client that goes on although nothing is left', async () => {
    const { one, store } = processesOf(2);
    await admitted([[one, 2]]);
    const before = store.asked;
    expect(
      await admitted([
        [one, 1],
        [one, 5],
        [one, 1],
      ] as const),
    ).toEqual([false, false, false]);
    expect(store.asked).toBe(before);
  });

  it('is counted by each process from the last common count while the store is away', async () => {
    const { one, two, store } = processesOf(4);
    await admitted([
      [one, 1],
      [two, 1],
    ] as const);
    store.isAway = true;
    expect(
      await admitted([
        [one, 1],
        [one, 2],
        [one, 1],
      ] as const),
    ).toEqual([true, true, false]);
    expect(
      await admitted([
        [two, 2],
        [two, 1],
      ] as const),
    ).toEqual([true, false]);
    store.isAway = false;
    expect(await admitted([[two, 0]])).toEqual([true]);
    expect(two.left('a client')).toBe(2);
  });

  it('of calls is taken without a wait, and told to the others behind', async () => {
    const { one, two, clock } = processesOf(3);
    expect([one.of('a client').take(2), one.left('a client')]).toEqual([true, 1]);
    await clock.settle();
    await admitted([[two, 0]]);
    expect(two.of('a client').take(2)).toBe(false);
    one.of('a client').giveBack(1);
    await clock.settle();
    await admitted([[two, 0]]);
    expect(two.of('a client').take(2)).toBe(true);
  });

  it('counts what was taken while an earlier count was on its way', async () => {
    const { one, clock } = processesOf(5);
    const allowance = one.of('a client');
    const earlier = one.admit('a client', 1);
    allowance.take(1);
    allowance.take(1);
    await earlier;
    expect(one.left('a client')).toBe(2);
    await clock.settle();
    expect(one.left('a client')).toBe(2);
  });

  it('that cannot be told to the store leaves the own count as it is', async () => {
    const { one, store, clock } = processesOf(2);
    store.isAway = true;
    const allowance = one.of('a client');
    allowance.take(2);
    allowance.giveBack(1);
    await clock.settle();
    expect([allowance.take(1), allowance.isSpent]).toEqual([true, true]);
  });
});

describe('the headers of quotas', () => {
  it('tell each quota and what is left of it, by the common count', async () => {
    const clock = new FakeClock();
    const stores = new Map<string, FakeStore>();
    const open = (name: string, max: number): FakeStore => {
      const store = stores.get(name) ?? new FakeStore(clock, max);
      stores.set(name, store);
      return store;
    };
    const config = { REQUESTS_PER_MINUTE: 3, CALLS_PER_HOUR: 50 };
    const [one, two] = [openQuotas(config, clock, { open }), openQuotas(config, clock, { open })];
    await takeFromQuotas('a client', one, 1);
    await clock.advance(10_000);
    await takeFromQuotas('a client', two, 1);
    expect(rateLimitHeaders('a client', two)).toEqual({
      'ratelimit-policy': '"requests";q=3;w=60, "calls";q=50;w=3600',
      ratelimit: '"requests";r=1;t=50, "calls";r=50;t=0',
    });
    const refused = takeFromQuotas('a client', two, 2);
    await expect(refused).rejects.toMatchObject({
      extensions: { code: 'QUOTA_EXCEEDED', retryAfterMs: 50_000, http: { headers: { 'retry-after': '50' } } },
    });
  });

  it('are none where there are no quotas', () => {
    expect(rateLimitHeaders('a client', {})).toEqual({});
  });
});
