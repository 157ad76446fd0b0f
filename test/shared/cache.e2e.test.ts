import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Sandbox, startSandbox } from '../../src/sandbox/server.js';
import { Command, ROOT } from '../support/command.js';
import { GatewayProcess } from '../support/gateway-process.js';
import { RedisServer, withoutRedis } from '../support/redis-server.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

const QUERY =
  '{ gene(uid: "7157") { symbol pubmed(first: 20) { nodes { uid title gene { nodes { uid symbol } } } } } }';

/** A process that a busy machine holds up for so long is taken for gone: what it was asked is requested again. */
const GONE_MS = 1000;

describe.skipIf(withoutRedis)('A cache that processes share in Redis', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await RedisServer.start();
  });
  afterAll(async () => {
    await redis[Symbol.asyncDispose]();
  });

  it('three processes that are asked the same at once make one call for each question', async () => {
    await using sandbox = await startedSandbox();
    const settings = { NCBI_BASE_URL: sandbox.url, REDIS_URL: redis.url };
    const start = () => GatewayProcess.start(settings);
    const started = await Promise.all([start(), start(), start()]);
    await using one = started[0];
    await using two = started[1];
    await using three = started[2];
    const answers = await Promise.all([one.ask(QUERY), two.ask(QUERY), three.ask(QUERY)]);
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(answers[0].errors).toBeUndefined();
    expect(sentTwice(sandbox.requests)).toEqual([]);
    // Each took part in calls that the others took part in.
    const spent = answers.map(({ extensions }) => extensions.entrez.calls.total);
    expect(Math.max(...spent)).toBeLessThanOrEqual(sandbox.requests.length);
    expect(Math.min(...spent)).toBeGreaterThan(0);
  });

  it('a process that has just started answers without NCBI what others were answered', async () => {
    await using sandbox = await startedSandbox();
    const settings = { NCBI_BASE_URL: sandbox.url, REDIS_URL: redis.url };
    await using first = await GatewayProcess.start(settings);
    const { data } = await first.ask(QUERY);
    await first.stop();
    const before = sandbox.requests.length;
    await using second = await GatewayProcess.start(settings);
    const answer = await second.ask(QUERY);
    expect(answer.data).toEqual(data);
    expect(answer.extensions.entrez).toMatchObject({ calls: { total: 0 }, source: 'sandbox', degraded: [] });
    expect(answer.extensions.entrez.cacheHits).toBeGreaterThan(20);
    expect(sandbox.requests).toHaveLength(before);
  });

  it('a process of another release is given what others were answered, and the others what it was', async () => {
    await using sandbox = await startedSandbox();
    await using folder = await TemporaryFolder.create();
    await copyAsRelease('9.9.9', folder.path);
    const settings = { NCBI_BASE_URL: sandbox.url, REDIS_URL: redis.url };
    const started = await Promise.all([GatewayProcess.start(settings), GatewayProcess.start(settings, folder.path)]);
    await using old = started[0];
    await using next = started[1];
    await using asked = new Command(['--version'], {}, { folder: folder.path });
    expect(await asked.says(/(.*)\n/)).toBe('9.9.9');
    const known = await old.ask(QUERY);
    const before = sandbox.requests.length;
    expect((await next.ask(QUERY)).data).toEqual(known.data);
    expect(sandbox.requests).toHaveLength(before);
    const own = await next.ask('{ gene(uid: "675") { symbol pubmed(first: 5) { totalCount } } }');
    const sent = sandbox.requests.length;
    expect(sent).toBeGreaterThan(before);
    expect((await old.ask('{ gene(uid: "675") { symbol pubmed(first: 5) { totalCount } } }')).data).toEqual(own.data);
    expect(sandbox.requests).toHaveLength(sent);
  });

  it('a process that has just started is given in one look what others were asked again and again', async () => {
    await using sandbox = await startedSandbox();
    const settings = { NCBI_BASE_URL: sandbox.url, REDIS_URL: redis.url };
    await using first = await GatewayProcess.start(settings);
    await first.ask(QUERY);
    await first.ask(QUERY);
    const known = await first.ask(QUERY);
    await first.stop();
    await using second = await GatewayProcess.start(settings);
    const looks = await redis.callsOf('mget');
    const answer = await second.ask(QUERY);
    expect(answer.data).toEqual(known.data);
    expect(answer.extensions.entrez).toMatchObject({
      calls: { total: 0 },
      cacheHits: known.extensions.entrez.cacheHits,
    });
    expect((await redis.callsOf('mget')) - looks).toBe(1);
  });
});

function startedSandbox(): Promise<Sandbox> {
  return startSandbox({ rps: 0, latency: { kind: 'constant', ms: 100 } });
}

/** What was requested twice although no process was silent between. */
function sentTwice(requests: Sandbox['requests']): readonly string[] {
  const sentAt = new Map<string, number>();
  return requests.flatMap(({ utility, params, at }) => {
    const about = params.filter(([name]) => name !== 'id').map((param) => param.join('='));
    const ids = params.filter(([name]) => name === 'id').flatMap(([, value]) => value.split(','));
    const questions = ids.map((id) => [utility, ...about, id].join(' '));
    const again = questions.filter((question) => at - (sentAt.get(question) ?? -Infinity) < GONE_MS);
    for (const question of questions) {
      sentAt.set(question, at);
    }
    return again;
  });
}

/** Copies the built package, as a release of its own. */
async function copyAsRelease(version: string, folder: string): Promise<void> {
  await cp(join(ROOT, 'dist'), join(folder, 'dist'), { recursive: true });
  for (const name of ['examples', 'node_modules', 'sample', 'schema']) {
    await symlink(join(ROOT, name), join(folder, name));
  }
  const manifest = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as object;
  await writeFile(join(folder, 'package.json'), JSON.stringify({ ...manifest, version }));
}
