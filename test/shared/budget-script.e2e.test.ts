import { setTimeout as delay } from 'node:timers/promises';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { connectRedis, type RedisConnection } from '../../src/stores/redis.js';
import { RedisBudget } from '../../src/stores/redis-budget.js';
import type { LeaseRequest } from '../../src/upstream/shared-rate-limit/budget-store.js';
import { RedisServer, withoutRedis } from '../support/redis-server.js';

const RPS = 4;
/** Short, so that windows end while the test runs. */
const WINDOW = 30;

interface Step {
  readonly member: number;
  readonly want: number;
  readonly wait: number;
  /** What becomes of the oldest place that this member holds. */
  readonly fate: 'depart' | 'give back' | 'keep' | 'forget';
}

const step: fc.Arbitrary<Step> = fc.record({
  member: fc.nat(2),
  want: fc.nat(5),
  wait: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(20)),
  fate: fc.constantFrom('depart', 'give back', 'keep', 'forget'),
});

async function open(redis: RedisConnection): Promise<void> {
  while (!redis.available) {
    await delay(10);
  }
}

/** A store that has been open for long. */
async function openBudget(redis: RedisConnection, baseUrl: string): Promise<RedisBudget> {
  const budget = new RedisBudget(redis, { baseUrl, window: WINDOW });
  const others = await redis.client.keys('*:budget:open');
  await budget.beat('first');
  const [key = ''] = (await redis.client.keys('*:budget:open')).filter((each) => !others.includes(each));
  await redis.client.set(key, 1);
  return budget;
}

function turnOf(member: string, more: Partial<LeaseRequest>): LeaseRequest {
  const nothing = { next: 0, want: 0, sent: [], givenBack: [], kept: [] };
  return { bucket: 'a key', member, rps: RPS, window: WINDOW, few: 2, ...nothing, ...more };
}

describe.skipIf(withoutRedis)('the script of a shared budget', () => {
  it('never has more places lent and taken than there are, whatever becomes of them', async () => {
    await using server = await RedisServer.start();
    const redis = connectRedis(server.url);
    await open(redis);
    let world = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40, size: 'max' }), async (steps) => {
        await redis.client.flushall();
        world += 1;
        const budget = await openBudget(redis, `http://world${world}/`);
        const held: number[][] = [[], [], []];
        const next = [0, 0, 0];
        for (const { member, want, wait, fate } of steps) {
          await delay(wait);
          const [place] = fate === 'forget' ? [] : (held[member]?.splice(0, 1) ?? []);
          const answer = await budget.turn(
            turnOf(`member${member}`, {
              want,
              next: next[member] ?? 0,
              sent: place !== undefined && fate === 'depart' ? [{ slot: place, ago: 0 }] : [],
              givenBack: place !== undefined && fate === 'give back' ? [place] : [],
              kept: place !== undefined && fate === 'keep' ? [place] : [],
            }),
          );
          if (answer === undefined) {
            return expect.unreachable('the store has forgotten everything');
          }
          for (let i = 0; i < answer.leased; i += 1) {
            held[member]?.push((next[member] ?? 0) + i);
          }
          next[member] = (next[member] ?? 0) + 2;
          expect(answer.ours).toBeLessThanOrEqual(RPS);
          expect(answer.free).toBe(RPS - answer.ours);
          expect(answer.leased).toBeLessThanOrEqual(Math.min(want, 2));
          expect(answer.wait).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 30 },
    );
    await redis.close();
  });

  it('lends nothing before everybody had the time to notice that it is new', async () => {
    await using server = await RedisServer.start();
    const redis = connectRedis(server.url);
    await open(redis);
    const budget = new RedisBudget(redis, { baseUrl: 'http://new/', window: WINDOW });
    expect(await budget.turn(turnOf('a', { want: 1 }))).toBeUndefined();
    const beat = await budget.beat('a');
    expect(beat).toMatchObject({ known: false, members: 1, rank: 0 });
    expect(beat.opensIn).toBe(1500 + WINDOW);
    expect(await budget.turn(turnOf('a', { want: 1 }))).toMatchObject({ leased: 0, free: RPS });
    expect(await budget.beat('b')).toMatchObject({ known: false, members: 2, rank: 1 });
    await budget.leave('a');
    expect(await budget.beat('b')).toMatchObject({ known: true, members: 1, rank: 0 });
    await redis.close();
  });

  it('lends nothing while a process may have sent by itself that has noticed late that it is new', async () => {
    await using server = await RedisServer.start();
    const redis = connectRedis(server.url);
    await open(redis);
    const budget = new RedisBudget(redis, { baseUrl: 'http://new/', window: WINDOW });
    await budget.beat('a');
    await delay(20);
    expect((await budget.beat('new here')).opensIn).toBeLessThan(1500 + WINDOW);
    expect((await budget.beat('late', true)).opensIn).toBe(1500 + WINDOW);
    await delay(20);
    expect((await budget.beat('late', true)).opensIn).toBeLessThan(1500 + WINDOW);
    const opened = await openBudget(redis, 'http://old/');
    expect((await opened.beat('late', true)).opensIn).toBe(0);
    await redis.close();
  });

  it('has no API key and no address in any of its keys', async () => {
    await using server = await RedisServer.start();
    const redis = connectRedis(server.url);
    await open(redis);
    const budget = await openBudget(redis, 'http://secret.example/');
    await budget.turn(turnOf('a', { want: 1 }));
    const keys = await redis.client.keys('*');
    expect(keys.length).toBeGreaterThan(2);
    expect(keys.join(' ')).not.toContain('secret');
    await redis.close();
  });
});
