import {
  type Heartbeat,
  type BudgetStore,
  LEASE,
  NOTICED,
  type LeaseRequest,
  type LeaseGrant,
} from '../upstream/shared-rate-limit/budget-store.js';
import type { Milliseconds } from '../upstream/clock.js';
import { HEARTBEAT_SCRIPT, LEASE_SCRIPT } from './budget-scripts.js';
import { FailureNotice } from './failure-notice.js';
import { keyPrefix, type RedisConnection, type RedisScript } from './redis.js';

/** How long a process that does not say anything is taken to be there. */
const SILENCE: Milliseconds = 5000;
/** How long a place is kept free for whoever is next and was told to come now. */
const FAILURE_THRESHOLD: Milliseconds = 100;
/** When to come again if a place is free, but it is the turn of somebody else. */
const MOMENT: Milliseconds = 5;

export interface RedisBudgetOptions {
  /** NCBI, or what stands for it: who asks somewhere else shares nothing. */
  readonly baseUrl: string;
  /** How long a departure takes up its place. */
  readonly window: Milliseconds;
  /** Called with one line when a store in reach cannot be written to, as a read-only replica; once, until it can. */
  readonly onRefused?: (message: string) => void;
}

/** Places in Redis or Valkey. Their keys lie together, and name neither an API key nor an address. */
export class RedisBudget implements BudgetStore {
  readonly #redis: RedisConnection;
  readonly #prefix: string;
  /** A store without memory lends nothing until all departures that it does not know of are over. */
  readonly #closed: Milliseconds;
  readonly #notice: FailureNotice;

  constructor(redis: RedisConnection, { baseUrl, window, onRefused }: RedisBudgetOptions) {
    this.#redis = redis;
    this.#notice = new FailureNotice(redis, (reason) => {
      onRefused?.(
        `The shared store does not keep the rate limit (${reason}): this process goes on with its own share, if it has one.`,
      );
    });
    this.#prefix = `${keyPrefix(baseUrl)}:budget`;
    this.#closed = NOTICED + window;
  }

  async beat(member: string, isAlone = false): Promise<Heartbeat> {
    const said = [member, this.#closed, SILENCE, isAlone ? 1 : 0];
    const reply = await this.#run(HEARTBEAT_SCRIPT, ['open', 'run', 'members'], said);
    return JSON.parse(String(reply)) as Heartbeat;
  }

  async leave(member: string): Promise<void> {
    await this.#redis.client.zrem(`${this.#prefix}:members`, member);
  }

  async turn(turn: LeaseRequest): Promise<LeaseGrant | undefined> {
    const ofBucket = ['lent', 'taken', 'strange', 'waiting', 'served', 'taught'].map(
      (name) => `${turn.bucket}:${name}`,
    );
    const spans = { lease: LEASE, patience: FAILURE_THRESHOLD, moment: MOMENT, closed: this.#closed };
    const asked = JSON.stringify({ ...turn, ...spans });
    const reply = await this.#run(LEASE_SCRIPT, ['open', 'run', ...ofBucket], [asked]);
    return typeof reply === 'string' ? (JSON.parse(reply) as LeaseGrant) : undefined;
  }

  #run(script: RedisScript, names: readonly string[], args: readonly (string | number)[]): Promise<unknown> {
    const keys = names.map((name) => `${this.#prefix}:${name}`);
    return this.#notice.during(() => this.#redis.run(script, keys, args));
  }
}
