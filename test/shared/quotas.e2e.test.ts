import { createHmac } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { readConfig } from '../../src/config.js';
import { openQuotaStores } from '../../src/server/open-stores.js';
import { connectRedis, type RedisConnection } from '../../src/stores/redis.js';
import { RedisQuotas } from '../../src/stores/redis-quotas.js';
import { RedisSecret } from '../../src/stores/redis-secret.js';
import { FakeClock } from '../support/fake-clock.js';
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

  it('have keys that a random secret hashes, which Redis gives to each process and gets back when it was emptied', async () => {
    const administrator = new Redis(redis.url);
    await administrator.flushall();
    const clock = new FakeClock();
    const connections = await Promise.all([connected(redis.url), connected(redis.url), connected(redis.url)]);
    const [one, two, late] = connections.map((each) => new RedisSecret(each, 'http://ncbi/', clock)) as [
      RedisSecret,
      RedisSecret,
      RedisSecret,
    ];
    const [secret, other] = await Promise.all([one.get(), two.get()]);
    expect(secret).toBe(other);
    expect(secret).toMatch(/^[\w-]{43}$/);
    await administrator.flushall();
    await clock.advance(10_001);
    expect(await two.get()).toBe(secret);
    expect(await late.get()).toBe(secret);
    expect(await administrator.pttl((await administrator.keys('*'))[0] ?? '')).toBeGreaterThan(0);
    await Promise.all([administrator.quit(), ...connections.map((connection) => connection.close())]);
  });

  it('have keys that the API key or the password of Redis hashes, where there is one', async () => {
    const administrator = new Redis(redis.url);
    await administrator.flushall();
    const connection = await connected(redis.url);
    const [debug, info, warn, error] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
    const keysWith = async (settings: Parameters<typeof readConfig>[0]): Promise<string[]> => {
      const config = readConfig({ REDIS_URL: redis.url, ...settings });
      await openQuotaStores(config, connection, { debug, info, warn, error })
        ?.open('requests', 9, 60_000)
        .add('192.0.2.1', 1);
      return administrator.keys('*');
    };
    const hashed = (secret: string): RegExp =>
      new RegExp(`:quota:requests:${createHmac('sha256', secret).update('192.0.2.1').digest('base64url')}$`);
    expect(await keysWith({ NCBI_API_KEY: 'a-key' })).toEqual([expect.stringMatching(hashed('a-key'))]);
    const withPassword = await keysWith({ REDIS_URL: redis.url.replace('//', '//:a-password@') });
    expect(withPassword).toContainEqual(expect.stringMatching(hashed('a-password')));
    const keys = await keysWith({});
    expect(keys.filter((key) => !withPassword.includes(key)).toSorted()).toEqual([
      expect.stringMatching(/:quota:requests:/),
      expect.stringMatching(/:secret$/),
    ]);
    expect(keys.join('\n')).not.toMatch(hashed(''));
    await Promise.all([administrator.quit(), connection.close()]);
  });

  it('take what is left or nothing, give back within their span only, and need no more rights than the rest', async () => {
    const administrator = new Redis(redis.url);
    await administrator.call('ACL', 'SETUSER', 'gateway', 'on', '>secret', ...RIGHTS);
    const connection = await connected(redis.url.replace('//', '//gateway:secret@'));
    const troubles: string[] = [];
    const quotas = new RedisQuotas(connection, {
      baseUrl: 'http://ncbi/',
      secret: () => 'a secret',
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
