import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { connectRedis, type RedisConnection } from '../../src/stores/redis.js';
import { RedisQuotas } from '../../src/stores/redis-quotas.js';
import { GatewayProcess } from '../support/gateway-process.js';
import { RedisServer, RIGHTS, withoutRedis } from '../support/redis-server.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

const TOKEN = 'a-token-of-someone-with-a-quota';

function connected(url: string): Promise<RedisConnection> {
  return new Promise((resolve) => {
    const redis = connectRedis(url, {
      onUp: () => {
        resolve(redis);
      },
    });
  });
}

function ask(url: string): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` },
    body: '{"query":"{ __typename }"}',
  });
}

describe.skipIf(withoutRedis)('Quotas that processes share in Redis', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await RedisServer.start();
  });
  afterAll(async () => {
    await redis[Symbol.asyncDispose]();
  });

  it('are those of a client, whichever process it asks; a process goes on alone when Redis is killed', async () => {
    await using folder = await TemporaryFolder.create();
    const tokens = join(folder.path, 'tokens');
    await writeFile(tokens, `someone:${TOKEN}\n`);
    const settings = { REDIS_URL: redis.url, REQUESTS_PER_MINUTE: '4', AUTH_TOKENS_FILE: tokens };
    const [first, second] = await Promise.all([GatewayProcess.start(settings), GatewayProcess.start(settings)]);
    await using one = first;
    await using two = second;
    const answers: Response[] = [];
    for (const { url } of [one, two, two]) {
      answers.push(await ask(url));
    }
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers.map(({ headers }) => /r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1])).toEqual(['3', '2', '1']);
    const administrator = new Redis(redis.url);
    const keys = await administrator.keys('*:quota:*');
    await administrator.quit();
    expect(keys).toHaveLength(1);
    expect(keys.join()).not.toMatch(new RegExp(`someone|${TOKEN}`));
    await redis.kill();
    // One knows of its own request alone, and two of three.
    expect([(await ask(two.url)).status, (await ask(two.url)).status]).toEqual([200, 429]);
    expect((await ask(one.url)).status).toBe(200);
    await redis.startAgain();
  });

  it('take what is left or nothing, give back within their span only, and need no more rights than the rest', async () => {
    const administrator = new Redis(redis.url);
    await administrator.call('ACL', 'SETUSER', 'gateway', 'on', '>secret', ...RIGHTS);
    const connection = await connected(redis.url.replace('//', '//gateway:secret@'));
    const troubles: string[] = [];
    const quotas = new RedisQuotas(connection, {
      baseUrl: 'http://ncbi/',
      secret: 'a secret',
      onTrouble: (message) => troubles.push(message),
    });
    const { add } = quotas.open('calls', 5, 60_000);
    expect(await add('a client', 0)).toEqual({ taken: 0, isRefused: false, renewedIn: 0 });
    expect(await add('a client', 3)).toMatchObject({ taken: 3, isRefused: false, renewedIn: 60_000 });
    expect(await add('a client', 3)).toMatchObject({ taken: 3, isRefused: true });
    expect(await Promise.all([add('a client', 1), add('a client', 1), add('a client', 1)])).toMatchObject([
      { taken: 4, isRefused: false },
      { taken: 5, isRefused: false },
      { taken: 5, isRefused: true },
    ]);
    expect(await add('a client', -2)).toMatchObject({ taken: 3 });
    expect(await add('a client', -9)).toMatchObject({ taken: 0 });
    const [key = ''] = await administrator.keys('*:quota:calls:*');
    await administrator.del(key);
    expect(await add('a client', -1)).toMatchObject({ taken: 0 });
    expect(await administrator.exists(key)).toBe(0);
    await administrator.call('ACL', 'SETUSER', 'gateway', '-@scripting');
    await expect(add('a client', 1)).rejects.toThrow();
    await expect(add('a client', 1)).rejects.toThrow();
    expect(troubles).toEqual([
      'The shared store does not count quotas (NOPERM): this process goes on with its own count.',
    ]);
    await administrator.quit();
    await connection.close();
  });
});
