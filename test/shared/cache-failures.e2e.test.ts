import { setTimeout as delay } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import { startSandbox } from '../../src/sandbox/server.js';
import { GatewayProcess } from '../support/gateway-process.js';
import { RedisServer, withoutRedis } from '../support/redis-server.js';

const QUERY = '{ gene(uid: "7157") { symbol pubmed(first: 20) { nodes { uid title } } } }';

/** Who has not shared a budget for so long has no part of it when its store goes: others may not have heard of him. */
const SETTLED_MS = 3000;

describe.skipIf(withoutRedis)('A cache that processes share, when one of them or Redis is gone', () => {
  it('a process that dies while it asks is replaced by one that waits for its answer', async () => {
    await using sandbox = await startSandbox({ rps: 0 });
    const asked = new Promise<void>((resolve) => {
      // The first is never answered.
      sandbox.intercept(() => {
        sandbox.intercept(undefined);
        resolve();
        return new Promise(() => undefined);
      });
    });
    await using redis = await RedisServer.start();
    const settings = { NCBI_BASE_URL: sandbox.url, REDIS_URL: redis.url };
    // The first is the one that requests for both.
    await using dying = await GatewayProcess.start(settings);
    await using waiting = await GatewayProcess.start(settings);
    const lost = dying.ask('{ gene(uid: "672") { symbol } }').catch(() => 'gone');
    await asked;
    const answer = waiting.ask('{ gene(uid: "672") { symbol } }');
    await dying.kill();
    expect(await lost).toBe('gone');
    expect((await answer).data).toEqual({ gene: { symbol: 'BRCA1' } });
    expect(sandbox.requests).toHaveLength(2);
  });

  it('when Redis is killed, each process answers alone: what it knows at once, the rest with its part of the budget', async () => {
    await using redis = await RedisServer.start();
    await using sandbox = await startSandbox({ rps: 0 });
    const settings = { NCBI_BASE_URL: sandbox.url, REDIS_URL: redis.url };
    const started = await Promise.all([GatewayProcess.start(settings), GatewayProcess.start(settings)]);
    await using one = started[0];
    await using two = started[1];
    const known = await one.ask(QUERY);
    await delay(SETTLED_MS);
    await redis.kill();
    expect((await one.ask(QUERY)).data).toEqual(known.data);
    const answers = await Promise.all([one, two].map((each) => each.ask('{ gene(uid: "672") { symbol } }')));
    expect(answers.map(({ data, errors }) => ({ data, errors }))).toEqual([
      { data: { gene: { symbol: 'BRCA1' } } },
      { data: { gene: { symbol: 'BRCA1' } } },
    ]);
  });
});
