import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createConnection, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

import { Redis } from 'ioredis';

/** The server's program; Valkey's is as good. */
const PROGRAM = ['redis-server', 'valkey-server'].find(isInstalled);

/**
 * Whether there is no server to test with, so that a suite says it is skipped. With REQUIRE_REDIS=1 it is not skipped,
 * and fails instead.
 */
export const withoutRedis = PROGRAM === undefined && process.env.REQUIRE_REDIS !== '1';

/** What docs/operating.md states for a user of the gateway's own. */
export const RIGHTS = (
  '~entrez-graph:* &entrez-graph:* +@read +@write +@scripting +@pubsub +@connection -@dangerous ' +
  '+time +info +cluster|slots +cluster|info'
).split(' ');

/** A server of its own on a free port, which keeps nothing on disk. It can be killed and started again, empty. */
export class RedisServer implements AsyncDisposable {
  readonly url: string;
  readonly port: number;
  readonly #args: readonly string[];
  #process: ChildProcess | undefined;

  private constructor(port: number, args: readonly string[]) {
    this.port = port;
    this.url = `redis://127.0.0.1:${port}`;
    this.#args = args;
  }

  /** @param args - What is said before the flags that every server has. */
  static async start(args: readonly string[] = []): Promise<RedisServer> {
    const server = new RedisServer(await freePort(), args);
    await server.startAgain();
    return server;
  }

  /** Starts it on its port, with nothing in it. */
  async startAgain(): Promise<void> {
    if (PROGRAM === undefined) {
      throw new Error('Neither redis-server nor valkey-server is installed.');
    }
    const flags = ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    this.#process = spawn(PROGRAM, [...this.#args, ...flags], { stdio: 'ignore' });
    while (!(await canConnect(this.port))) {
      if (this.#process.exitCode !== null) {
        throw new Error(`${PROGRAM} ended with ${this.#process.exitCode}.`);
      }
      await delay(20);
    }
  }

  /** How often a command was run. */
  async callsOf(command: string): Promise<number> {
    const client = new Redis(this.url);
    const statistics = await client.info('commandstats');
    await client.quit();
    return Number(new RegExp(`^cmdstat_${command}:calls=(\\d+)`, 'm').exec(statistics)?.[1] ?? 0);
  }

  /** Ends it without a farewell, as a crash does. */
  async kill(): Promise<void> {
    const process = this.#process;
    this.#process = undefined;
    if (process?.exitCode === null && process.signalCode === null) {
      const ended = once(process, 'exit');
      process.kill('SIGKILL');
      await ended;
    }
  }

  /** Makes it hold still with its connections open, or go on. */
  freeze(frozen: boolean): void {
    this.#process?.kill(frozen ? 'SIGSTOP' : 'SIGCONT');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
  }
}

function isInstalled(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}
