import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import { Redis } from 'ioredis';
import { describe, expect, it } from 'vitest';

import type { StoredAnswer } from '../../src/loading/cache/answer-store.js';
import { connectRedis, type RedisConnection, type RedisEvents } from '../../src/stores/redis.js';
import { RedisAnswers } from '../../src/stores/redis-answers.js';
import { RedisBudget } from '../../src/stores/redis-budget.js';
import { freePort, RedisServer, RIGHTS, withoutRedis } from '../support/redis-server.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

const ANSWER: StoredAnswer = {
  value: { text: 'x' },
  source: 'ncbi',
  size: 10,
  ttl: 60_000,
  obtainedAt: Date.now(),
};

/** Sends commands to a server as its operator does. */
async function administer({ url }: RedisServer, ...commands: readonly (readonly string[])[]): Promise<void> {
  const client = new Redis(url);
  for (const [command = '', ...rest] of commands) {
    await client.call(command, ...rest);
  }
  await client.quit();
}

/** Resolves when the server is in reach. */
function connected(redis: RedisConnection): Promise<void> {
  return new Promise((resolve) => {
    redis.watch((available) => {
      if (available) {
        resolve();
      }
    });
  });
}

/** Connects, and resolves with the reason when the server cannot be used. */
function refusalOf(url: string): Promise<string> {
  return new Promise((resolve) => {
    const events: RedisEvents = {
      onDown: (reason) => {
        void redis.close();
        resolve(reason);
      },
    };
    const redis = connectRedis(url, events);
  });
}

function answersOf(connection: RedisConnection, troubles: string[] = []): RedisAnswers {
  return new RedisAnswers({ connection, namespace: 'test ', grace: 0, onTrouble: (message) => troubles.push(message) });
}

describe.skipIf(withoutRedis)('A store that somebody else manages', () => {
  it('is used by a user of the gateway alone, who may touch no other keys', async () => {
    await using server = await RedisServer.start();
    await administer(server, ['ACL', 'SETUSER', 'gateway', 'on', '>secret', ...RIGHTS]);
    const redis = connectRedis(server.url.replace('//', '//gateway:secret@'));
    await connected(redis);
    const answers = answersOf(redis);
    answers.keep('a question', ANSWER);
    const budget = new RedisBudget(redis, { baseUrl: 'http://ncbi/', window: 1100 });
    expect(await budget.beat('a member')).toMatchObject({ known: false, members: 1 });
    await budget.leave('a member');
    await answers.close();
    expect(answers.tally).toMatchObject({ kept: 1, failures: 0 });
    const again = answersOf(redis);
    expect(await again.find(['a question'])).toMatchObject([{ value: { text: 'x' } }]);
    await expect(redis.client.get('something else')).rejects.toThrow('NOPERM');
    await again.close();
    await redis.close();
  });

  it('is reached by TLS', async () => {
    await using folder = await TemporaryFolder.create();
    const [key, cert] = [join(folder.path, 'key.pem'), join(folder.path, 'cert.pem')];
    const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
    execFileSync('openssl', ['req', '-x509', '-nodes', ...kind, '-keyout', key, '-out', cert, ...names], {
      stdio: 'ignore',
    });
    const port = String(await freePort());
    const tls = [
      '--tls-cert-file',
      cert,
      '--tls-key-file',
      key,
      '--tls-auth-clients',
      'no',
      '--tls-ca-cert-file',
      cert,
    ];
    await using server = await RedisServer.start(['--tls-port', port, ...tls]);
    const url = server.url.replace('redis:', 'rediss:').replace(String(server.port), port);
    // It is not signed by anybody known: that it was met at all is what is told.
    expect(await refusalOf(url)).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
    const program = `import { connectRedis } from './dist/stores/redis.js';
      const redis = connectRedis('${url}', { onUp: () => { console.log('up'); void redis.close(); } });`;
    const env = { ...process.env, NODE_EXTRA_CA_CERTS: cert };
    expect(execFileSync(process.execPath, ['--input-type=module', '--eval', program], { env }).toString()).toBe('up\n');
  });

  it('that refuses a password says so, and neither the password nor the URL is told', async () => {
    await using server = await RedisServer.start();
    await administer(server, ['CONFIG', 'SET', 'requirepass', 'secret']);
    expect(await refusalOf(server.url.replace('//', '//:mistaken@'))).toBe('WRONGPASS');
    expect(await refusalOf(server.url)).toBe('NOAUTH');
  });

  it('that is full keeps nothing and grants nothing, says so once each, and is used again when there is room', async () => {
    await using server = await RedisServer.start();
    const redis = connectRedis(server.url);
    await connected(redis);
    const troubles: string[] = [];
    const answers = answersOf(redis, troubles);
    const onRefused = (message: string): unknown => troubles.push(message);
    const budget = new RedisBudget(redis, { baseUrl: 'http://ncbi/', window: 1100, onRefused });
    answers.keep('before', ANSWER);
    await answers.close();
    await administer(server, ['CONFIG', 'SET', 'maxmemory-policy', 'noeviction'], ['CONFIG', 'SET', 'maxmemory', '1']);
    for (const name of ['first', 'second']) {
      answers.keep(name, ANSWER);
      await answers.close();
      await expect(budget.beat('a member')).rejects.toThrow('OOM');
    }
    expect(await answers.find(['before'])).toMatchObject([{ value: { text: 'x' } }]);
    expect(answers.tally).toMatchObject({ kept: 1, dropped: 2 });
    expect(troubles).toHaveLength(2);
    expect(troubles.join(' ')).toContain('does not keep the rate limit (OOM)');
    await administer(server, ['CONFIG', 'SET', 'maxmemory', '0']);
    answers.keep('third', ANSWER);
    await answers.close();
    expect(answers.tally.kept).toBe(2);
    expect(await budget.beat('a member')).toMatchObject({ members: 1 });
    await redis.close();
  });
});
