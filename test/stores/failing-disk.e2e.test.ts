import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { StoredAnswer } from '../../src/loading/cache/answer-store.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.js';
import { LmdbAnswers } from '../../src/stores/lmdb/lmdb-answers.js';
import { Command } from '../support/command.js';
import type { GraphqlAnswer } from '../support/running-gateway.js';
import { TemporaryFolder } from '../support/temporary-folder.js';
import { TinyDisk } from '../support/tiny-disk.js';

const canMount = await TinyDisk.isPossible();
const isRoot = process.getuid?.() === 0;
const MINUTE = 60_000;
const PAGE = 4096;
const META_PAGES = 2;

function answer(bytes: number): StoredAnswer {
  return { value: { text: 'x'.repeat(bytes) }, source: 'ncbi', size: bytes, ttl: 1000, obtainedAt: 0 };
}

/** A store whose clock stands still, and what it says of its troubles. */
function open(folder: string): {
  readonly store: LmdbAnswers;
  readonly troubles: string[];
  readonly clock: { now: number };
} {
  const troubles: string[] = [];
  const clock = { now: 0 };
  const store = LmdbAnswers.open({
    folder,
    maxBytes: 1e9,
    namespace: 'test ',
    grace: 100,
    today: () => clock.now,
    onTrouble: (message) => troubles.push(message),
  });
  return { store, troubles, clock };
}

/** Keeps answers in several writes, and waits for each. */
async function keep(store: LmdbAnswers, count: number, bytes = 3000): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const before = store.tally.kept + store.tally.dropped;
    store.keep(`name ${index}`, answer(bytes));
    await expect.poll(() => store.tally.kept + store.tally.dropped, { interval: 1 }).toBe(before + 1);
  }
}

describe('A disk that fails under answers in a folder', () => {
  it('loses what it cannot write, says so once, and is tried again a minute later', async () => {
    await using folder = await TemporaryFolder.create();
    const { store, troubles, clock } = open(folder.path);
    const file = join(folder.path, 'answers.mdb');
    await keep(store, 1);
    await rename(file, `${file}.away`);
    await keep(store, 5);
    expect(store.tally).toMatchObject({ kept: 1, dropped: 5, failures: 1 });
    clock.now += MINUTE;
    await keep(store, 2);
    expect(store.tally).toMatchObject({ kept: 1, dropped: 7, failures: 2 });
    expect(troubles).toEqual([expect.stringMatching(/^CACHE_DIR cannot be written or read: ENOENT/)]);
    await rename(`${file}.away`, file);
    clock.now += MINUTE;
    await keep(store, 3);
    expect(store.tally).toMatchObject({ kept: 4, dropped: 7, failures: 2 });
    await rm(file);
    await keep(store, 1);
    expect(troubles).toHaveLength(2);
    await store.close();
  });

  it.skipIf(!canMount)('may be full: what was written before is read, and nothing ends', async () => {
    await using disk = await TinyDisk.mount('size=3m');
    const { store, troubles } = open(disk.path);
    await keep(store, 20, 100_000);
    expect(store.tally.kept).toBeGreaterThan(3);
    expect(store.tally.dropped).toBe(20 - store.tally.kept);
    expect(troubles).toEqual([expect.stringContaining('no space left on the disk')]);
    expect(store.get('name 0')).toEqual(answer(100_000));
    await store.close();
  });

  it.skipIf(!canMount).each([
    ['full', 'size=256k', 'no space left on the disk'],
    ['read-only', 'size=4m,ro', 'EROFS|Read-only'],
  ])('is not opened when it is %s', async (_, options, reason) => {
    await using disk = await TinyDisk.mount(options);
    expect(() => open(disk.path)).toThrow(new RegExp(reason));
  });

  // LMDB would end the process where it cannot make its lock file, and whoever opens a pipe waits for ever.
  it.skipIf(!canMount)('is not opened where no second file can be made', async () => {
    await using disk = await TinyDisk.mount('size=4m,nr_inodes=1');
    expect(() => open(disk.path)).toThrow(/ENOSPC/);
  });

  it.each(['answers.mdb', 'answers.mdb-lock'])('is not opened where %s is a folder or a pipe', async (name) => {
    await using folder = await TemporaryFolder.create();
    const path = join(folder.path, name);
    await mkdir(path);
    expect(() => open(folder.path)).toThrow(`${path} is not a file`);
    await rm(path, { recursive: true });
    execFileSync('mkfifo', [path]);
    expect(() => open(folder.path)).toThrow(`${path} is not a file`);
  });

  it.skipIf(process.platform !== 'linux')('is not opened below /proc, where no folder can be made', () => {
    expect(() => open('/proc/entrez-graph/answers')).toThrow(/ENOENT/);
  });

  it('is opened in a folder of a folder that is not there yet, whatever their names', async () => {
    await using folder = await TemporaryFolder.create();
    const { store } = open(join(folder.path, 'a b', 'ü 日本 %20'));
    await keep(store, 1);
    expect(store.tally).toMatchObject({ kept: 1, dropped: 0 });
    await store.close();
  });
});

describe('A gateway whose CACHE_DIR fails', { timeout: 120_000 }, () => {
  const QUERY = '{ gene(uid: "7157") { symbol pubmed(first: 100) { totalCount nodes { title authors { name } } } } }';

  /** Asks twice, ends the process, and returns what its log says of the folder, and the calls of the first answer. */
  async function serve(
    folder: string,
    { limits, signal = 'SIGTERM' }: { limits?: string; signal?: NodeJS.Signals } = {},
  ): Promise<{ lines: string[]; calls: number }> {
    await using gateway = new Command(
      ['serve', '--port', '0'],
      {
        CACHE_DIR: folder,
        NCBI_BASE_URL: sandbox.url,
        NCBI_RPS: '50',
        NCBI_EMAIL: 'test@example.org',
        LOG_LEVEL: 'warn',
      },
      limits === undefined ? {} : { limits },
    );
    const url = await gateway.says(/(http:\/\/\S+\/graphql)/);
    const ask = async (): Promise<GraphqlAnswer> => {
      const body = JSON.stringify({ query: QUERY });
      const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      return (await response.json()) as GraphqlAnswer;
    };
    const first = await ask();
    const second = await ask();
    expect(first.errors).toBeUndefined();
    expect(second.data).toEqual(first.data);
    expect(second.extensions.entrez.calls.total).toBe(0);
    gateway.stop(signal);
    expect(await gateway.end()).toEqual(signal === 'SIGKILL' ? [null, signal] : [0, null]);
    const lines = `${gateway.out}${gateway.err}`.split('\n').filter((line) => /CACHE_DIR|answers\.mdb/.test(line));
    return { lines, calls: first.extensions.entrez.calls.total };
  }

  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ rps: 0 });
  });
  afterAll(() => sandbox[Symbol.asyncDispose]());

  it('by a write that the system refuses serves on from memory and says so in one line', async () => {
    await using folder = await TemporaryFolder.create();
    const { lines } = await serve(folder.path, { limits: `trap '' XFSZ; ulimit -f 64` });
    expect(lines).toEqual([expect.stringContaining('CACHE_DIR cannot be written or read: ')]);
  });

  it.skipIf(isRoot)('because it belongs to somebody else serves from memory and says so in one line', async () => {
    await using folder = await TemporaryFolder.create();
    await chmod(folder.path, 0o500);
    expect((await serve(folder.path)).lines).toEqual([expect.stringContaining('CACHE_DIR cannot be used: ')]);
  });

  it.skipIf(!canMount).each([
    ['full', 'size=256k'],
    ['read-only', 'size=4m,ro'],
  ])('because its disk is %s at the start serves from memory and says so in one line', async (_, options) => {
    await using disk = await TinyDisk.mount(options);
    expect((await serve(disk.path)).lines).toEqual([expect.stringContaining('CACHE_DIR cannot be used: ')]);
  });

  it.skipIf(!canMount)('because its disk fills up serves on from memory and says so in one line', async () => {
    await using disk = await TinyDisk.mount('size=1200k');
    expect((await serve(disk.path)).lines).toEqual([
      expect.stringContaining('CACHE_DIR cannot be written or read: no space'),
    ]);
  });

  it('because pages of its file are overwritten starts with an empty cache and says so in one line', async () => {
    await using folder = await TemporaryFolder.create();
    await serve(folder.path);
    const path = join(folder.path, 'answers.mdb');
    const bytes = await readFile(path);
    await writeFile(path, bytes.fill(0xa5, PAGE * META_PAGES));
    const { lines, calls } = await serve(folder.path);
    expect(lines).toEqual([expect.stringContaining('answers.mdb was damaged, and begins anew.')]);
    expect(calls).toBeGreaterThan(0);
  });

  it('because its process was killed, again and again, has all that was written', async () => {
    await using folder = await TemporaryFolder.create();
    await serve(folder.path);
    for (let times = 0; times < 2; times += 1) {
      expect(await serve(folder.path, { signal: 'SIGKILL' })).toEqual({ lines: [], calls: 0 });
    }
  });
});
