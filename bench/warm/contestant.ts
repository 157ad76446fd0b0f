import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import autocannon from 'autocannon';

import { addressOf } from '../server-process.js';

const GATEWAY = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const PEER = fileURLToPath(new URL('peer.ts', import.meta.url));
const REPORT_CPU = new URL('report-cpu.js', import.meta.url).href;

/** Connections that each wait for an answer before they ask again. */
const CONNECTIONS = 8;
/** Requests that V8 needs until it has optimised what they run through; the more code a server has, the more. */
const WARM_UP = 4000;
const SECONDS = 3;

/** A query, and the variables it is asked with in turn. */
export interface Asked {
  readonly query: string;
  readonly variables?: readonly object[];
}

/** How long a load lasts: so many requests, or seconds. */
export type Extent = { readonly amount: number } | { readonly duration: number };

export interface Load {
  /** Answers a second. */
  readonly rate: number;
  /** Processor time that the server spent for each, in milliseconds. */
  readonly cpu: number;
}

/** A server in a fresh process, which tells how much processor time it uses. */
export class Contestant implements AsyncDisposable {
  /** Where it answers GraphQL. */
  readonly url: string;
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess, url: string) {
    this.#process = process;
    this.url = url;
  }

  /** The gateway as it is built. */
  static gateway(ncbi: string, settings: NodeJS.ProcessEnv = {}): Promise<Contestant> {
    const environment = { NCBI_BASE_URL: ncbi, NCBI_EMAIL: 'bench@example.org', PORT: '0', LOG_LEVEL: 'silent' };
    return Contestant.#start(GATEWAY, ['serve'], [], { ...environment, ...settings });
  }

  /** A peer of `peer.ts` that gives this answer. */
  static peer(name: string, answer: unknown): Promise<Contestant> {
    return Contestant.#start(PEER, [name], ['--import', 'tsx'], { ANSWER: JSON.stringify(answer) });
  }

  static async #start(
    program: string,
    args: readonly string[],
    nodeArgs: readonly string[],
    environment: NodeJS.ProcessEnv,
  ): Promise<Contestant> {
    const child = fork(program, args, {
      execArgv: [...nodeArgs, '--import', REPORT_CPU],
      env: { ...process.env, NODE_ENV: 'production', ...environment },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    return new Contestant(child, await addressOf(child));
  }

  /**
   * The data that a query gives.
   *
   * @throws Error when it gives errors.
   */
  async ask({ query, variables }: Asked, signal?: AbortSignal): Promise<unknown> {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: variables?.[0] }),
      ...(signal && { signal }),
    });
    const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
    if (errors !== undefined) {
      throw new Error(`${this.url} answered ${JSON.stringify(errors)}`);
    }
    return data;
  }

  /** Lets V8 see the query until it has optimised what it runs through. */
  async warmUp(asked: Asked): Promise<void> {
    await this.#fire(asked, { amount: WARM_UP });
  }

  /** What it takes to answer a query as often as it can, for a while or so many times. */
  async load(asked: Asked, extent: Extent = { duration: SECONDS }): Promise<Load> {
    const before = await this.#cpu();
    const { requests, start, finish, non2xx, errors } = await this.#fire(asked, extent);
    const spent = (await this.#cpu()) - before;
    if (non2xx > 0 || errors > 0) {
      throw new Error(`${this.url} failed ${non2xx + errors} times under load.`);
    }
    const seconds = (finish.getTime() - start.getTime()) / 1000;
    return { rate: requests.total / seconds, cpu: spent / requests.total };
  }

  #fire({ query, variables = [{}] }: Asked, extent: Extent): Promise<autocannon.Result> {
    return autocannon({
      url: this.url,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      requests: variables.map((each) => ({ body: JSON.stringify({ query, variables: each }) })),
      connections: CONNECTIONS,
      ...extent,
    });
  }

  /**
   * Milliseconds of processor time that one request took.
   *
   * @throws Error when it is answered with another status than these.
   */
  async spentOn(body: string, statuses: readonly number[]): Promise<number> {
    const before = await this.#cpu();
    const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
    const response = await fetch(this.url, { method: 'POST', headers, body });
    await response.text();
    if (!statuses.includes(response.status)) {
      throw new Error(`${this.url} answered with ${response.status}.`);
    }
    return (await this.#cpu()) - before;
  }

  async #cpu(): Promise<number> {
    const reported = once(this.#process, 'message');
    this.#process.send('cpu');
    const [{ user, system }] = (await reported) as [NodeJS.CpuUsage];
    return (user + system) / 1000;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const gone = once(this.#process, 'exit');
    this.#process.kill('SIGTERM');
    await gone;
  }
}
