import { setTimeout as delay } from 'node:timers/promises';

import { type RemoteSandbox, SandboxHost } from '../../bench/sandbox-host.js';
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
  #endLoad = (): Promise<void> => Promise.resolve();

  constructor(name: string, settings: Readonly<Record<string, string>>) {
    this.name = name;
    this.command = new Command(['serve', '--port', '0'], settings);
  }

  /** Resolves when it answers. */
  async up(): Promise<this> {
    this.#address = await this.command.says(/[Ll]istening on (http:\S+)\/graphql/);
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
    return (await this.#health()).budget;
  }

  /** What it says of itself to a load balancer. */
  async readiness(): Promise<string> {
    return (await this.#health()).status;
  }

  async #health(): Promise<{ status: string; budget?: { by: string; members: number } }> {
    const response = await fetch(`${this.#address}/health/ready`);
    return (await response.json()) as { status: string; budget?: { by: string; members: number } };
  }

  /** Asks for more than can be answered, again and again. No two searches are the same. */
  beginLoad(): void {
    const stop = new AbortController();
    const queries = async (): Promise<void> => {
      while (!stop.signal.aborted) {
        const fields = Array.from({ length: SEARCHES }, () => {
          this.#asked += 1;
          return `q${this.#asked}: pubmed(term: "${this.name} ${this.#asked}") { totalCount }`;
        });
        await this.ask(`{ search { ${fields.join(' ')} } }`, stop.signal);
      }
    };
    const asking = Promise.all([queries(), queries(), queries()]).catch((error: unknown) => {
      if (!stop.signal.aborted) {
        throw error;
      }
    });
    this.#endLoad = async () => {
      stop.abort();
      await asking;
    };
  }

  /** Asks no more; what is under way is given up. */
  async endLoad(): Promise<void> {
    await this.#endLoad();
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

/** Requests that arrived at the sandbox. */
export interface Arrivals {
  readonly starts: number;
  /** Those of them that were one too many in any second, as far as the sandbox can tell. */
  readonly refused: number;
}

/**
 * Gateway processes with one budget, over one sandbox that keeps to NCBI's limit. It has a process of its own too: here it
 * would note arrivals late whenever the test itself is busy.
 */
export class Fleet implements AsyncDisposable {
  readonly redis: RedisServer;
  readonly #host: SandboxHost;
  readonly #sandbox: RemoteSandbox;
  readonly members: Member[] = [];
  #started = 0;

  private constructor(redis: RedisServer, host: SandboxHost, sandbox: RemoteSandbox) {
    this.redis = redis;
    this.#host = host;
    this.#sandbox = sandbox;
  }

  /** Starts so many processes, and waits until each knows of all. */
  static async start(count: number): Promise<Fleet> {
    const redis = await RedisServer.start();
    const host = new SandboxHost();
    const latency = { kind: 'constant', ms: 100 } as const;
    const fleet = new Fleet(redis, host, await host.start({ graph: 'traversal', rps: RPS, latency }));
    try {
      const members = Array.from({ length: count }, () => fleet.add());
      await Promise.all(members.map((member) => member.up()));
      await Promise.all(members.map((member) => member.hasBudget('shared', count)));
      return fleet;
    } catch (error) {
      await fleet[Symbol.asyncDispose]();
      throw error;
    }
  }

  /**
   * Starts one more process.
   *
   * @param storeUrl - Where it reaches the store, if not directly.
   */
  add(storeUrl = this.redis.url): Member {
    this.#started += 1;
    const member = new Member(`member${this.#started}`, {
      NCBI_BASE_URL: this.#sandbox.url,
      NCBI_RPS: String(RPS),
      NCBI_EMAIL: 'fleet@example.org',
      REDIS_URL: storeUrl,
      DEADLINE_MS: '600000',
      LOG_LEVEL: 'warn',
    });
    this.members.push(member);
    return member;
  }

  /** What arrived at the sandbox between two moments of `performance.now()`. */
  async arrivals(from = -Infinity, to = Infinity): Promise<Arrivals> {
    const calls = (await this.#sandbox.calls()).filter(({ at }) => at >= from && at < to);
    return { starts: calls.length, refused: calls.filter(({ status }) => status === 429).length };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.members.map((member) => member.command[Symbol.asyncDispose]()));
    await this.#sandbox[Symbol.asyncDispose]();
    this.#host[Symbol.dispose]();
    await this.redis[Symbol.asyncDispose]();
  }
}
