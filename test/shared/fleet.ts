import { setTimeout as delay } from 'node:timers/promises';

import { type Sandbox, startSandbox } from '../../src/sandbox/server.js';
import { Command } from '../support/command.js';
import { RedisServer } from '../support/redis-server.js';

/** The budget that all share. */
export const RPS = 10;
/** Places of the budget in a second: NCBI's second has a margin. */
export const PER_SECOND = RPS / 1.1;
/** Searches in one query; each costs a call of its own. */
const SEARCHES = 50;

/** One gateway process. */
export class Member {
  readonly name: string;
  readonly command: Command;
  #address = '';
  #asked = 0;

  constructor(name: string, settings: Readonly<Record<string, string>>) {
    this.name = name;
    this.command = new Command(['serve', '--port', '0'], settings);
  }

  /** Resolves when it answers. */
  async up(): Promise<this> {
    this.#address = await this.command.says(/serves (http:\S+)\/graphql/);
    return this;
  }

  /** Resolves when it says that permits come from where they should. */
  async hasBudget(by: string, members?: number): Promise<void> {
    for (;;) {
      const budget = await this.budget();
      if (budget?.by === by && (members === undefined || budget.members === members)) {
        return;
      }
      await delay(50);
    }
  }

  async budget(): Promise<{ readonly by: string; readonly members: number } | undefined> {
    const response = await fetch(`${this.#address}/health/ready`);
    return ((await response.json()) as { budget?: { by: string; members: number } }).budget;
  }

  /** Asks for more than can be answered, again and again, until the signal aborts. No two searches are the same. */
  async load(signal: AbortSignal): Promise<void> {
    const queries = async (): Promise<void> => {
      while (!signal.aborted) {
        const fields = Array.from({ length: SEARCHES }, () => {
          this.#asked += 1;
          return `q${this.#asked}: pubmed(term: "${this.name} ${this.#asked}") { totalCount }`;
        });
        await this.ask(`{ search { ${fields.join(' ')} } }`, signal);
      }
    };
    await Promise.all([queries(), queries(), queries()]).catch((error: unknown) => {
      if (!signal.aborted) {
        throw error;
      }
    });
  }

  async ask(query: string, signal?: AbortSignal): Promise<{ readonly errors?: readonly unknown[] }> {
    const response = await fetch(`${this.#address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
      ...(signal && { signal }),
    });
    return (await response.json()) as { readonly errors?: readonly unknown[] };
  }
}

/** Gateway processes with one budget, over one sandbox that keeps to NCBI's limit. */
export class Fleet implements AsyncDisposable {
  readonly redis: RedisServer;
  readonly sandbox: Sandbox;
  readonly members: Member[] = [];
  #started = 0;

  private constructor(redis: RedisServer, sandbox: Sandbox) {
    this.redis = redis;
    this.sandbox = sandbox;
  }

  /** Starts so many processes, and waits until each knows of all. */
  static async start(count: number): Promise<Fleet> {
    const redis = await RedisServer.start();
    const sandbox = await startSandbox({ rps: RPS, latency: { kind: 'constant', ms: 100 } });
    const fleet = new Fleet(redis, sandbox);
    const members = Array.from({ length: count }, () => fleet.add());
    await Promise.all(members.map((member) => member.up()));
    await Promise.all(members.map((member) => member.hasBudget('shared', count)));
    return fleet;
  }

  /** Starts one more process. */
  add(): Member {
    this.#started += 1;
    const member = new Member(`member${this.#started}`, {
      NCBI_BASE_URL: this.sandbox.url,
      NCBI_RPS: String(RPS),
      NCBI_EMAIL: 'fleet@example.org',
      REDIS_URL: this.redis.url,
      DEADLINE_MS: '600000',
      LOG_LEVEL: 'warn',
    });
    this.members.push(member);
    return member;
  }

  /** When requests arrived at the sandbox, between two moments of `performance.now()`. */
  starts(from = -Infinity, to = Infinity): number[] {
    return this.sandbox.requests.map(({ at }) => at).filter((at) => at >= from && at < to);
  }

  get refused(): number {
    return this.sandbox.requests.filter(({ status }) => status === 429).length;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.members.map((member) => member.command[Symbol.asyncDispose]()));
    await this.sandbox.close();
    await this.redis[Symbol.asyncDispose]();
  }
}

/** The most of these moments that any second holds. */
export function mostInAnySecond(times: readonly number[]): number {
  return Math.max(0, ...times.map((start) => times.filter((at) => at >= start && at < start + 1000).length));
}
