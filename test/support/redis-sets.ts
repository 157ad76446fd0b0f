import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { Redis } from 'ioredis';

import { freePort, RedisServer } from './redis-server.js';
import { TemporaryFolder } from './temporary-folder.js';

const SLOTS = 16_384;

/** Sends a server one command. */
export async function tell({ port }: RedisServer, command: string, ...args: (string | number)[]): Promise<unknown> {
  const client = new Redis(port);
  try {
    return await client.call(command, ...args);
  } finally {
    client.disconnect();
  }
}

export async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) {
    await delay(50);
  }
}

/** A cluster of servers that have a part of the slots each, and no replicas. */
export class RedisClusterOfThree implements AsyncDisposable {
  readonly nodes: readonly RedisServer[];
  readonly url: string;
  readonly #folder: TemporaryFolder;

  private constructor(nodes: readonly RedisServer[], folder: TemporaryFolder) {
    this.nodes = nodes;
    this.#folder = folder;
    this.url = `redis://${nodes.map(({ port }) => `127.0.0.1:${port}`).join(',')}`;
  }

  static async start(): Promise<RedisClusterOfThree> {
    const folder = await TemporaryFolder.create();
    // The usual distance from a free port may lead beyond the last one.
    const buses = await Promise.all(Array.from({ length: 3 }, freePort));
    const startNode = (bus: number): Promise<RedisServer> => {
      const files = ['--dir', folder.path, '--cluster-config-file', `${bus}.conf`];
      return RedisServer.start(['--cluster-enabled', 'yes', '--cluster-port', String(bus), ...files]);
    };
    const nodes = await Promise.all(buses.map(startNode));
    const cluster = new RedisClusterOfThree(nodes, folder);
    for (const [i, node] of nodes.entries()) {
      const [from, to] = [(i * SLOTS) / nodes.length, ((i + 1) * SLOTS) / nodes.length];
      await tell(node, 'CLUSTER', 'ADDSLOTSRANGE', Math.floor(from), Math.floor(to) - 1);
      await tell(node, 'CLUSTER', 'MEET', '127.0.0.1', nodes[0]?.port ?? 0, buses[0] ?? 0);
    }
    await Promise.all(
      nodes.map((node) => until(async () => String(await tell(node, 'CLUSTER', 'INFO')).includes('state:ok'))),
    );
    return cluster;
  }

  /** Moves the slot of a key, with all that is in it, to another node. */
  async moveSlotOf(key: string): Promise<void> {
    const [asked] = this.nodes;
    const slot = Number(asked && (await tell(asked, 'CLUSTER', 'KEYSLOT', key)));
    const from = this.nodes[Math.floor((slot * this.nodes.length) / SLOTS)];
    const to = this.nodes.find((node) => node !== from);
    if (!from || !to) {
      throw new Error('There are no two nodes.');
    }
    const [fromId, toId] = await Promise.all(
      [from, to].map(async (node) => String(await tell(node, 'CLUSTER', 'MYID'))),
    );
    await tell(to, 'CLUSTER', 'SETSLOT', slot, 'IMPORTING', fromId ?? '');
    await tell(from, 'CLUSTER', 'SETSLOT', slot, 'MIGRATING', toId ?? '');
    const keys = (await tell(from, 'CLUSTER', 'GETKEYSINSLOT', slot, 1000)) as string[];
    await tell(from, 'MIGRATE', '127.0.0.1', to.port, '', 0, 5000, 'KEYS', ...keys);
    for (const node of [to, from]) {
      await tell(node, 'CLUSTER', 'SETSLOT', slot, 'NODE', toId ?? '');
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.nodes.map((node) => node[Symbol.asyncDispose]()));
    await this.#folder[Symbol.asyncDispose]();
  }
}

/** A server with a replica, and three sentinels that watch them and make the replica the server when that is away. */
export class RedisSentinels implements AsyncDisposable {
  readonly url: string;
  readonly primary: RedisServer;
  readonly replica: RedisServer;
  readonly #sentinels: readonly RedisServer[];
  readonly #folder: TemporaryFolder;

  private constructor(
    servers: readonly [RedisServer, RedisServer],
    sentinels: readonly RedisServer[],
    folder: TemporaryFolder,
  ) {
    [this.primary, this.replica] = servers;
    this.#sentinels = sentinels;
    this.#folder = folder;
    this.url = `redis+sentinel://${sentinels.map(({ port }) => `127.0.0.1:${port}`).join(',')}/graph`;
  }

  static async start(): Promise<RedisSentinels> {
    const folder = await TemporaryFolder.create();
    const primary = await RedisServer.start();
    const replica = await RedisServer.start([
      '--dir',
      folder.path,
      '--replicaof',
      '127.0.0.1',
      String(primary.port),
      '--repl-diskless-sync-delay',
      '0',
    ]);
    // Sentinels look for replicas when they start, and then every ten seconds.
    await until(async () => String(await tell(primary, 'INFO', 'replication')).includes('state=online'));
    const startSentinel = async (_: unknown, i: number): Promise<RedisServer> => {
      const file = join(folder.path, `sentinel${i}.conf`);
      const watched = [
        `sentinel monitor graph 127.0.0.1 ${primary.port} 2`,
        'sentinel down-after-milliseconds graph 1000',
        'sentinel failover-timeout graph 2000',
      ];
      await writeFile(file, `${watched.join('\n')}\n`);
      return RedisServer.start([file, '--sentinel']);
    };
    const sentinels = await Promise.all(Array.from({ length: 3 }, startSentinel));
    const set = new RedisSentinels([primary, replica], sentinels, folder);
    for (const sentinel of sentinels) {
      await until(async () => {
        const known = String(await tell(sentinel, 'INFO', 'sentinel'));
        return known.includes('slaves=1,sentinels=3');
      });
    }
    return set;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([this.primary, this.replica, ...this.#sentinels].map((server) => server[Symbol.asyncDispose]()));
    await this.#folder[Symbol.asyncDispose]();
  }
}
