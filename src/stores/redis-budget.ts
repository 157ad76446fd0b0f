import { createHash } from 'node:crypto';

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
import type { RedisConnection } from './redis.js';

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
}

/** Places in Redis or Valkey. Their keys lie together, and name neither an API key nor an address. */
export class RedisBudget implements BudgetStore {
  readonly #redis: RedisConnection;
  readonly #prefix: string;
  /** A store without memory lends nothing until all departures that it does not know of are over. */
  readonly #closed: Milliseconds;

  constructor(redis: RedisConnection, { baseUrl, window }: RedisBudgetOptions) {
    this.#redis = redis;
    this.#prefix = `entrez-graph:{${createHash('sha256').update(baseUrl).digest('hex').slice(0, 16)}}:budget`;
    this.#closed = NOTICED + window;
  }

  async beat(member: string): Promise<Heartbeat> {
    const reply = await this.#redis.run(HEARTBEAT_SCRIPT, this.#keys(['open', 'members']), [
      member,
      this.#closed,
      SILENCE,
    ]);
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
    const reply = await this.#redis.run(LEASE_SCRIPT, this.#keys(['open', ...ofBucket]), [asked]);
    return typeof reply === 'string' ? (JSON.parse(reply) as LeaseGrant) : undefined;
  }

  #keys(names: readonly string[]): string[] {
    return names.map((name) => `${this.#prefix}:${name}`);
  }
}
