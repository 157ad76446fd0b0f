import { setTimeout as delay } from 'node:timers/promises';

import { Redis } from 'ioredis';
import { describe, expect, it } from 'vitest';

import { withoutRedis } from '../support/redis-server.js';
import { Fleet } from './fleet.js';

/** A process that has not been there for so long has no share when the store fails: others may not know of it. */
const SETTLED_MS = 3000;
const CLICK = '{ search { pubmed(term: "after the failure") { totalCount } } }';

async function replicaOf(url: string, ...master: [string, string | number]): Promise<void> {
  const client = new Redis(url);
  await client.call('REPLICAOF', ...master);
  client.disconnect();
}

describe.skipIf(withoutRedis)('Processes whose store fails', () => {
  it('go on with their shares when it restarts and becomes a read-only replica, and share again when it is not', async () => {
    await using fleet = await Fleet.start(2);
    await delay(SETTLED_MS);
    await fleet.redis.kill();
    await fleet.redis.startAgain();
    // The master is a port where nothing listens.
    await replicaOf(fleet.redis.url, '127.0.0.1', 1);
    await Promise.all(fleet.members.map((member) => member.hasBudget('own share', 2)));
    const answers = await Promise.all(fleet.members.map((member) => member.ask(CLICK)));
    expect(answers.map(({ errors }) => errors)).toEqual([undefined, undefined]);
    expect(fleet.members[0]?.command.err).toContain('does not keep the rate limit (READONLY)');
    await replicaOf(fleet.redis.url, 'NO', 'ONE');
    await Promise.all(fleet.members.map((member) => member.hasBudget('shared', 2)));
    expect((await fleet.arrivals()).refused).toBe(0);
  });

  it('say that they have no budget when they come while it is a read-only replica', async () => {
    await using fleet = await Fleet.start(1);
    await replicaOf(fleet.redis.url, '127.0.0.1', 1);
    const newcomer = await fleet.add().up();
    await newcomer.hasBudget('closed', 0);
    expect(await newcomer.readiness()).toBe('no-budget');
    await replicaOf(fleet.redis.url, 'NO', 'ONE');
    await newcomer.hasBudget('shared', 2);
    expect(await newcomer.readiness()).toBe('ready');
  });
});
