import { createServer } from 'node:net';
import { once } from 'node:events';

import { describe, expect, it } from 'vitest';

import { Command } from '../support/command.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

describe('sample data', () => {
  it.each([
    ['demo', ['demo', '--once', '--port', '0']],
    ['query --sandbox', ['query', 'examples/genes-of-a-paper.graphql', '--sandbox']],
  ])("of %s stays out of the user's CACHE_DIR", async (_, args) => {
    await using folder = await TemporaryFolder.create();
    await using command = new Command(args, { CACHE_DIR: folder.path });
    expect(await command.end()).toEqual([0, null]);
    expect(command.out).toContain('symbol');
    expect([...(await folder.files()).keys()]).toEqual([]);
  });

  it.each([
    ['demo', ['demo', '--once', '--port', '0']],
    ['query --sandbox', ['query', 'examples/genes-of-a-paper.graphql', '--sandbox']],
  ])("of %s stays out of the user's REDIS_URL, which is not even connected to", async (_, args) => {
    let connections = 0;
    const redis = createServer((socket) => {
      connections += 1;
      socket.destroy();
    }).listen(0, '127.0.0.1');
    await once(redis, 'listening');
    const address = redis.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    await using command = new Command(args, { REDIS_URL: `redis://127.0.0.1:${port}` });
    expect(await command.end()).toEqual([0, null]);
    expect(command.out).toContain('symbol');
    expect(connections).toBe(0);
    redis.close();
  });
});
