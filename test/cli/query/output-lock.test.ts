import { writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { OutputLock } from '../../../src/cli/output/output-lock.js';
import { TemporaryFolder } from '../../support/temporary-folder.js';

describe('the lock of an output file', () => {
  it('is held by one command at a time, and free again when that has ended', async () => {
    await using folder = await TemporaryFolder.create();
    const out = join(folder.path, 'out.csv');
    const first = await OutputLock.take(out);
    await expect(OutputLock.take(out)).rejects.toThrow(
      `Cannot write ${out}: process ${process.pid} on ${hostname()} is writing it.`,
    );
    await first.release();
    await (await OutputLock.take(out)).release();
    expect([...(await folder.files()).keys()]).toEqual([]);
  });

  it.each([
    ['of another host', { token: 'x', host: 'elsewhere.example', pid: 1 }, 'process 1 on elsewhere.example'],
    ['that nobody can read', 'torn', 'another process'],
  ])('%s is respected, since nobody knows whether its owner has ended', async (_whose, lock, owner) => {
    await using folder = await TemporaryFolder.create();
    const out = join(folder.path, 'out.csv');
    await writeFile(`${out}.lock`, typeof lock === 'string' ? lock : JSON.stringify(lock));
    await expect(OutputLock.take(out)).rejects.toThrow(
      `Cannot write ${out}: ${owner} is writing it. Wait until that has ended, or remove ${out}.lock.`,
    );
    expect((await folder.files()).size).toBe(1);
  });

  it('of a process that has gone does not count, also if this one has got its number', async () => {
    await using folder = await TemporaryFolder.create();
    const out = join(folder.path, 'out.csv');
    for (const pid of [2 ** 22 + 1, process.pid]) {
      await writeFile(`${out}.lock`, JSON.stringify({ token: 'x', host: hostname(), pid }));
      await (await OutputLock.take(out)).release();
    }
    expect((await folder.files()).size).toBe(0);
  });
});
