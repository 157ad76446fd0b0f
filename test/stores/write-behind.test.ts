import { describe, expect, it } from 'vitest';

import type { StoredAnswer } from '../../src/loading/cache/answer-store.js';
import { RedisAnswers } from '../../src/stores/redis-answers.js';
import type { RedisConnection } from '../../src/stores/redis.js';
import { WriteBehind } from '../../src/stores/write-behind.js';

const MB = 1024 * 1024;

function answer(size = 10, value: object = { text: 'x' }): StoredAnswer {
  return { value, source: 'ncbi', size, ttl: 1000, obtainedAt: 0 };
}

/** Cannot be encoded: JSON has no such numbers. */
const UNENCODABLE = answer(10, [10n]);

/** Writes, and what became of them. `fails` says which of the writes throw. */
function writer(fails: (write: number) => boolean = () => false): {
  readonly writes: WriteBehind;
  readonly written: (readonly string[])[];
  readonly lost: (readonly string[])[];
} {
  const written: (readonly string[])[] = [];
  const lost: (readonly string[])[] = [];
  let count = 0;
  const writes = new WriteBehind({
    namespace: 'test ',
    write: (entries) => {
      count += 1;
      if (fails(count)) {
        throw new Error('disk on fire');
      }
      written.push(entries.map(({ name }) => name));
      return Promise.resolve();
    },
    onFailure: (_, names) => lost.push(names),
  });
  return { writes, written, lost };
}

describe('Writes behind', () => {
  it('come later than the answers they are of, a hundred at a time and in order', async () => {
    const { writes, written } = writer();
    const names = Array.from({ length: 250 }, (_, index) => `name ${index}`);
    expect(names.every((name) => writes.add(name, answer()))).toBe(true);
    expect(written).toEqual([]);
    await writes.done();
    expect(written.map(({ length }) => length)).toEqual([100, 100, 50]);
    expect(written.flat()).toEqual(names);
  });

  it('take an answer of 8 MB and none that is larger', () => {
    const { writes } = writer();
    expect(writes.add('large', answer(8 * MB))).toBe(true);
    expect(writes.add('larger', answer(8 * MB + 1))).toBe(false);
  });

  it('hold 64 MB while they wait, and take more once those are written', async () => {
    const { writes, written } = writer();
    const add = (): boolean => writes.add('large', answer(8 * MB));
    expect(Array.from({ length: 9 }, add)).toEqual([...Array<boolean>(8).fill(true), false]);
    expect(writes.add('small', answer(1))).toBe(false);
    await writes.done();
    expect(written.flat()).toHaveLength(8);
    expect(Array.from({ length: 9 }, add)).toEqual([...Array<boolean>(8).fill(true), false]);
  });

  it('go on after one that throws, whose bytes no longer wait', async () => {
    const { writes, written, lost } = writer((write) => write === 1);
    for (let index = 0; index < 8; index += 1) {
      writes.add(`lost ${index}`, answer(8 * MB));
    }
    await writes.done();
    expect(lost.flat()).toHaveLength(8);
    expect(writes.add('next', answer(8 * MB))).toBe(true);
    await writes.done();
    expect(written).toEqual([['next']]);
  });

  it('leave out an answer that cannot be encoded, and write those beside it', async () => {
    const { writes, written, lost } = writer();
    for (const [name, value] of [
      ['a', answer()],
      ['b', UNENCODABLE],
      ['c', answer()],
    ] as const) {
      writes.add(name, value);
    }
    await writes.done();
    expect(written).toEqual([['a', 'c']]);
    expect(lost).toEqual([['b']]);
  });
});

describe('Answers in Redis', () => {
  it('are kept again after a write that threw; the loss is counted and said once', async () => {
    let writes = 0;
    const kept: string[] = [];
    const write = (entries: readonly (readonly [key: string])[]): void => {
      writes += 1;
      if (writes <= 2) {
        throw new Error('OOM command not allowed');
      }
      kept.push(...entries.map(([key]) => key));
    };
    const stub = { write, available: true, firstContact: () => Promise.resolve() };
    const connection = stub as unknown as RedisConnection;
    const troubles: string[] = [];
    const store = new RedisAnswers({
      connection,
      namespace: 'test ',
      grace: 0,
      onTrouble: (message) => troubles.push(message),
    });
    for (const round of [1, 2, 3]) {
      store.keep(`name ${round}`, answer());
      await store.close();
    }
    expect(kept).toHaveLength(1);
    expect(store.tally).toMatchObject({ kept: 1, dropped: 2, failures: 2 });
    expect(troubles).toEqual(['The shared cache fails (OOM).']);
  });
});
