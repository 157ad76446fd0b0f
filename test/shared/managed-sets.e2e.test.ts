import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { StoredAnswer } from '../../src/loading/cache/answer-store.js';
import type { FleetMessage } from '../../src/loading/fleet/messages.js';
import { connectRedis, keyPrefix, type RedisConnection } from '../../src/stores/redis.js';
import { RedisAnswers } from '../../src/stores/redis-answers.js';
import { RedisBudget } from '../../src/stores/redis-budget.js';
import { RedisFleet } from '../../src/stores/redis-fleet.js';
import { RedisQuotas } from '../../src/stores/redis-quotas.js';
import { RedisSecret } from '../../src/stores/redis-secret.js';
import { FakeClock } from '../support/fake-clock.js';
import { RedisClusterOfThree, RedisSentinels, tell, until } from '../support/redis-sets.js';
import { RIGHTS, withoutRedis } from '../support/redis-server.js';

const ANSWER: StoredAnswer = { value: { text: 'x' }, source: 'ncbi', size: 10, ttl: 60_000, obtainedAt: Date.now() };
const NCBI = { baseUrl: 'http://ncbi/', window: 1100 };
const LEASE = 2500;
async function connected(url: string): Promise<RedisConnection> {
  const redis = connectRedis(url);
  while (!redis.available) {
    await delay(20);
  }
  return redis;
}

/** A process of a fleet that listens. */
async function listening(connection: RedisConnection): Promise<{ fleet: RedisFleet; heard: FleetMessage[] }> {
  const fleet = new RedisFleet({ connection, baseUrl: NCBI.baseUrl, bucket: 'a key', namespace: 'test ' });
  const heard: FleetMessage[] = [];
  const changes = new EventTarget();
  const changed = once(changes, 'change');
  fleet.listen({
    onMessage: (message) => heard.push(message),
    onChange: () => changes.dispatchEvent(new Event('change')),
  });
  await changed;
  return { fleet, heard };
}

/** Two processes use all that is kept in a store, and find what the other one left there. */
async function isShared(url: string): Promise<void> {
  const [redis, other] = await Promise.all([connected(url), connected(url)]);
  const answers = new RedisAnswers({ connection: redis, namespace: 'test ', grace: 0 });
  const names = Array.from({ length: 100 }, (_, i) => `question ${i}`);
  names.forEach((name) => {
    answers.keep(name, ANSWER);
  });
  await answers.close();
  expect(answers.tally).toMatchObject({ kept: 100, failures: 0 });
  const found = await new RedisAnswers({ connection: other, namespace: 'test ', grace: 0 }).find([...names, 'unknown']);
  expect(found.filter((answer) => answer !== undefined)).toHaveLength(100);

  const [first, second] = [new RedisBudget(redis, NCBI), new RedisBudget(other, NCBI)];
  expect(await first.beat('one')).toMatchObject({ known: false, members: 1 });
  expect(await second.beat('two')).toMatchObject({ known: false, members: 2 });
  const turn = { bucket: 'a key', member: 'one', rps: 10, window: 1100, few: 2, next: 0, want: 1 };
  expect(await first.turn({ ...turn, sent: [], givenBack: [], kept: [] })).toMatchObject({ leased: 0, limit: 10 });
  await second.leave('two');

  const clock = new FakeClock();
  const [one, two] = [redis, other].map((connection) => {
    const secret = new RedisSecret(connection, NCBI.baseUrl, clock);
    const options = {
      baseUrl: NCBI.baseUrl,
      secret: () => secret.get(),
      onTrouble: (line: string) => expect.fail(line),
    };
    return new RedisQuotas(connection, options).open('calls', 5, 600_000);
  });
  expect(await one?.add('a client', 3)).toMatchObject({ taken: 3, isRefused: false });
  expect(await two?.add('a client', 3)).toMatchObject({ taken: 3, isRefused: true });
  expect(await two?.add('another client', 4)).toMatchObject({ taken: 4, isRefused: false });
  expect(await two?.add('a client', -2)).toMatchObject({ taken: 1 });
  expect(await one?.add('a client', 0)).toMatchObject({ taken: 1, isRefused: false });

  const [keeper, served] = await Promise.all([listening(redis), listening(other)]);
  const offer = { operations: [], offers: [], ended: [], followed: [] };
  expect(await keeper.fleet.toKeeper({ from: keeper.fleet.process, ...offer }, LEASE)).toBe(keeper.fleet.process);
  expect(await served.fleet.toKeeper({ from: served.fleet.process, ...offer }, LEASE)).toBe(keeper.fleet.process);
  const answer = { from: keeper.fleet.process, number: 1, costs: [], answers: [], refusals: [], charges: [] };
  expect(await keeper.fleet.send(served.fleet.process, answer)).toBe(true);
  while (keeper.heard.length === 0 || served.heard.length === 0) {
    await delay(10);
  }
  await keeper.fleet.close();
  expect(await served.fleet.toKeeper({ from: served.fleet.process, ...offer }, LEASE)).toBe(served.fleet.process);
  await served.fleet.close();
  await Promise.all([redis.close(), other.close()]);
}

describe.skipIf(withoutRedis)('A cluster of three nodes', () => {
  let cluster: RedisClusterOfThree;
  beforeAll(async () => {
    cluster = await RedisClusterOfThree.start();
  }, 180_000);
  afterAll(() => cluster[Symbol.asyncDispose]());

  it('is shared as one server is, by a user who may touch no other keys', async () => {
    for (const node of cluster.nodes) {
      await tell(node, 'ACL', 'SETUSER', 'gateway', 'on', '>p@ss', ...RIGHTS);
    }
    await isShared(cluster.url.replace('//', '//gateway:p%40ss@'));
  });

  it('has all of one budget, its quotas and its fleet in one slot, and answers in many', async () => {
    const keys = await Promise.all(cluster.nodes.map((node) => tell(node, 'KEYS', '*') as Promise<string[]>));
    const [asked] = cluster.nodes;
    if (!asked) {
      throw new Error('The cluster has no nodes.');
    }
    const slotsOf = async (names: readonly string[]): Promise<number> => {
      const slots = names.map((name) => tell(asked, 'CLUSTER', 'KEYSLOT', name));
      return new Set(await Promise.all(slots)).size;
    };
    expect(keys.flat().filter((key) => key.includes(':quota:'))).toHaveLength(2);
    const [answers, others] = [true, false].map((are) => keys.flat().filter((key) => key.includes(':answer:') === are));
    expect(await slotsOf([...(others ?? []), `${keyPrefix(NCBI.baseUrl)}:fleet:`])).toBe(1);
    expect(await slotsOf(answers ?? [])).toBeGreaterThan(90);
    expect(keys.every((its) => its.length > 10)).toBe(true);
  });

  it('is found by one of its nodes, and moves slots from node to node under the processes', async () => {
    const [first] = cluster.nodes;
    const redis = await connected(`redis+cluster://127.0.0.1:${first?.port ?? 0}`);
    const { fleet, heard } = await listening(redis);
    const message = { from: fleet.process, operations: [], offers: [], ended: [], followed: [] };
    expect(await fleet.toKeeper(message, LEASE)).toBe(fleet.process);
    const budget = new RedisBudget(redis, NCBI);
    await budget.beat('one');
    const { add } = new RedisQuotas(redis, {
      baseUrl: NCBI.baseUrl,
      secret: () => 'a secret',
      onTrouble: (line) => expect.fail(line),
    }).open('calls', 5, 600_000);
    expect(await add('a client', 3)).toMatchObject({ taken: 3 });
    await cluster.moveSlotOf(keyPrefix(NCBI.baseUrl));
    expect((await budget.beat('one')).opensIn).toBeGreaterThan(2000);
    expect(await add('a client', 1)).toMatchObject({ taken: 4 });
    const answer = { from: fleet.process, number: 1, costs: [], answers: [], refusals: [], charges: [] };
    while (heard.length === 0) {
      await fleet.send(fleet.process, answer);
      await delay(50);
    }
    await fleet.close();
    await redis.close();
  });
});

describe.skipIf(withoutRedis)('A set of sentinels', () => {
  it('leads to their server, and to its replica when that has taken over, which counts as a new store', async () => {
    await using set = await RedisSentinels.start();
    await isShared(set.url);
    const redis = await connected(set.url);
    const budget = new RedisBudget(redis, NCBI);
    await budget.beat('one');
    const { fleet, heard } = await listening(redis);
    await set.primary.kill();
    let beat: Awaited<ReturnType<RedisBudget['beat']>> | undefined;
    await until(async () => {
      beat = await budget.beat('one').catch(() => undefined);
      return beat !== undefined;
    });
    // The last departures may not have reached the replica.
    expect(beat?.opensIn).toBeGreaterThan(2000);
    const message = { from: fleet.process, number: 1, costs: [], answers: [], refusals: [], charges: [] };
    await until(async () => {
      await fleet.send(fleet.process, message).catch(() => false);
      return heard.length > 0;
    });
    await fleet.close();
    await redis.close();
  });
});
