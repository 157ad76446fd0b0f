import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { readConfig } from '../../src/config.js';
import type { StoredAnswer } from '../../src/loading/cache/answer-store.js';
import { LmdbAnswers, type LmdbAnswersOptions } from '../../src/stores/lmdb/lmdb-answers.js';
import { RunningGateway } from '../support/running-gateway.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

const LIFE = 1000;
const GRACE = 100;

function answer(text: string, obtainedAt = 0): StoredAnswer {
  return { value: { text }, source: 'ncbi', size: text.length, ttl: LIFE, obtainedAt };
}

function open(folder: string, options: Partial<LmdbAnswersOptions> = {}): LmdbAnswers {
  return LmdbAnswers.open({ folder, maxBytes: 1e9, namespace: 'test ', grace: GRACE, today: () => 0, ...options });
}

describe('Answers in a folder', () => {
  it('are there when the process is not', async () => {
    await using folder = await TemporaryFolder.create();
    const first = open(folder.path);
    first.keep('a', answer('A'));
    await first.close();
    const second = open(folder.path);
    expect(second.get('a')).toEqual(answer('A'));
    expect(second.get('b')).toBeUndefined();
    expect(second.tally).toMatchObject({ hits: 1, misses: 1, damaged: 0 });
    await second.close();
  });

  it('are none for those who ask in another namespace', async () => {
    await using folder = await TemporaryFolder.create();
    const first = open(folder.path);
    first.keep('a', answer('A'));
    await first.close();
    const other = open(folder.path, { namespace: 'other ' });
    expect(other.get('a')).toBeUndefined();
    await other.close();
  });

  it('go at the end of their lives, unless they were renewed', async () => {
    await using folder = await TemporaryFolder.create();
    const state = { today: 0 };
    const store = open(folder.path, { today: () => state.today });
    store.keep('old', answer('old'));
    store.keep('renewed', answer('before'));
    await store.close();
    const later = open(folder.path, { today: () => state.today });
    later.keep('renewed', answer('after', 500));
    await later.close();
    state.today = LIFE + GRACE + 1;
    const last = open(folder.path, { today: () => state.today });
    last.keep('new', answer('new', state.today));
    await last.close();
    const reader = open(folder.path);
    const found = ['old', 'renewed', 'new'].map((name) => reader.get(name)?.value);
    expect(found).toEqual([undefined, { text: 'after' }, { text: 'new' }]);
    await reader.close();
  });

  it('take no more than they may: those nearest to the end of their lives go', async () => {
    await using folder = await TemporaryFolder.create();
    const maxBytes = 1_000_000;
    const names = Array.from({ length: 1000 }, (_, index) => `name ${index}`);
    const store = open(folder.path, { maxBytes });
    names.forEach((name, index) => {
      store.keep(name, answer('x'.repeat(3000), index));
    });
    await store.close();
    const reader = open(folder.path);
    const kept = names.flatMap((name, index) => (reader.get(name) ? [index] : []));
    expect(kept.length * 3000).toBeLessThan(maxBytes * 1.5);
    expect(kept.length * 3000).toBeGreaterThan(maxBytes / 4);
    expect(kept.at(0)).toBe(1000 - kept.length);
    await reader.close();
  });

  it('stay within their lives as long as there is room', async () => {
    await using folder = await TemporaryFolder.create();
    const names = Array.from({ length: 300 }, (_, index) => `name ${index}`);
    const store = open(folder.path);
    for (const name of names) {
      store.keep(name, answer('x'));
    }
    await store.close();
    const later = open(folder.path, { today: () => LIFE + GRACE });
    later.keep('new', answer('y', LIFE));
    await later.close();
    const reader = open(folder.path);
    expect(names.filter((name) => !reader.get(name))).toEqual([]);
    await reader.close();
  });

  it('go in the order in which their lives end, not in that in which they came', async () => {
    await using folder = await TemporaryFolder.create();
    const maxBytes = 1_000_000;
    const store = open(folder.path, { maxBytes });
    for (let index = 0; index < 1000; index += 1) {
      store.keep(`name ${index}`, answer('x'.repeat(3000), 1000 - index));
    }
    await store.close();
    const reader = open(folder.path);
    const kept = Array.from({ length: 1000 }, (_, index) => reader.get(`name ${index}`) !== undefined);
    expect(kept[0]).toBe(true);
    // The last write of all stays: room is made before it.
    expect(kept.slice(0, 900).lastIndexOf(true)).toBeLessThan(kept.indexOf(false));
    await reader.close();
  });

  it.each([
    ['cut off', (path: string) => truncate(path, 20_000)],
    ['written by another program', (path: string) => writeFile(path, 'x'.repeat(50_000))],
    ['emptied', (path: string) => truncate(path, 0)],
  ])('begin anew in place of a file that was %s', async (_, damage) => {
    await using folder = await TemporaryFolder.create();
    const store = open(folder.path);
    for (let index = 0; index < 50; index += 1) {
      store.keep(`name ${index}`, answer('x'.repeat(3000)));
    }
    await store.close();
    await damage(join(folder.path, 'answers.mdb'));
    const troubles: string[] = [];
    const second = open(folder.path, { onTrouble: (message) => troubles.push(message) });
    expect(second.get('name 1')).toBeUndefined();
    expect(troubles).toEqual([expect.stringContaining('begins anew')]);
    await second.close();
  });
});

describe('CACHE_DIR', () => {
  it('is refused beside REDIS_URL', () => {
    const settings = { CACHE_DIR: '/tmp/answers', REDIS_URL: 'redis://localhost' };
    expect(() => readConfig(settings)).toThrow(
      'CACHE_DIR (--cache-dir) and REDIS_URL (--redis-url) cannot be combined',
    );
  });

  it('is refused where it is no folder', async () => {
    await using folder = await TemporaryFolder.create();
    const file = join(folder.path, 'file');
    await writeFile(file, '');
    await expect(RunningGateway.start({ settings: { CACHE_DIR: file } })).rejects.toThrow('CACHE_DIR cannot be used.');
  });
});
