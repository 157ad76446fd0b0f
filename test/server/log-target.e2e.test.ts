import { execFileSync } from 'node:child_process';
import { closeSync, constants, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { LogTarget } from '../../src/server/log-target.js';
import { createLogger } from '../../src/server/logger.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

/** A pipe with a name, and both its ends. The reader never reads. */
async function withPipe(use: (reader: number, writer: number) => void | Promise<void>): Promise<void> {
  await using folder = await TemporaryFolder.create();
  const path = join(folder.path, 'pipe');
  execFileSync('mkfifo', [path]);
  const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  await use(reader, openSync(path, constants.O_WRONLY));
}

describe('a log target', () => {
  it('writes lines to a file', async () => {
    await using folder = await TemporaryFolder.create();
    const fd = openSync(join(folder.path, 'log'), 'a');
    const target = new LogTarget(fd);
    target.write('one\n');
    target.write('two\n');
    closeSync(fd);
    expect((await folder.files()).get('log')).toBe('one\ntwo\n');
    expect(target.dropped).toBe(0);
  });

  it.skipIf(!existsSync('/dev/full'))('drops and counts what a full disk does not take', () => {
    const fd = openSync('/dev/full', 'w');
    const logger = createLogger('info', {}, new LogTarget(fd));
    logger.info('one');
    logger.error('two');
    logger.debug('not a line at this level');
    closeSync(fd);
    expect(logger.dropped).toBe(2);
  });

  it('drops and counts what a closed descriptor does not take', async () => {
    await using folder = await TemporaryFolder.create();
    const fd = openSync(join(folder.path, 'log'), 'a');
    const target = new LogTarget(fd);
    closeSync(fd);
    target.write('one\n');
    expect(target.dropped).toBe(1);
  });

  it('drops and counts what nobody reads any more', async () => {
    await withPipe(async (reader, writer) => {
      const target = new LogTarget(writer);
      closeSync(reader);
      target.write('one\n');
      target.write('two\n');
      await expect.poll(() => target.dropped).toBe(2);
      target.write('three\n');
      expect(target.dropped).toBe(3);
    });
  });

  it('does not wait for a reader that does not keep up, and keeps a bounded part for it', async () => {
    await withPipe(async (reader, writer) => {
      const target = new LogTarget(writer);
      const line = `${'x'.repeat(9_999)}\n`;
      for (let count = 0; count < 1000; count += 1) {
        target.write(line);
      }
      // The pipe and the buffer behind it hold about a tenth of that.
      expect(target.dropped).toBeGreaterThan(800);
      expect(target.dropped).toBeLessThan(1000);
      closeSync(reader);
      await target.close();
    });
  });
});
