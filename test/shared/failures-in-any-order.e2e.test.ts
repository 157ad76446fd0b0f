import { setTimeout as delay } from 'node:timers/promises';

import { Redis } from 'ioredis';
import { describe, expect, it } from 'vitest';

import { seededRandom } from '../../src/sandbox/seeded-random.js';
import { type RedisServer, withoutRedis } from '../support/redis-server.js';
import { StoreLine } from '../support/store-line.js';
import { Fleet } from './fleet.js';

/** `FAILURES=40 FAILURES_SEED=7` tries more, and others. */
const { FAILURES = '3', FAILURES_SEED = '30' } = process.env;
/** Since when a process must have been there to have a share when the store fails, and more. */
const SETTLED_MS = 5000;
/** Long enough for a failure to be noticed by all, before the next one comes or not. */
const NOTICED_MS = 5000;

/** A store that all kinds of things happen to, and the line of one process to it. */
class TroubledStore {
  readonly #redis: RedisServer;
  readonly #line: StoreLine;
  #state: 'up' | 'down' | 'frozen' = 'up';

  constructor(redis: RedisServer, line: StoreLine) {
    this.#redis = redis;
    this.#line = line;
  }

  /** What can happen to it now. */
  get failures(): Readonly<Record<string, () => Promise<void> | void>> {
    const line = {
      'one process is cut off': () => {
        this.#line.cut();
      },
      'one process hears nothing': () => {
        this.#line.silence();
      },
      'one process is no longer cut off': () => {
        this.#line.mend();
      },
    };
    switch (this.#state) {
      case 'up':
        return {
          ...line,
          'the store is killed': () => this.kill(),
          'the store is restarted': () => this.restart(),
          'the store holds still': () => {
            this.#redis.freeze(true);
            this.#state = 'frozen';
          },
          'the store becomes a read-only replica': () => this.#administer(['REPLICAOF', '127.0.0.1', '1']),
          'the store is full': () =>
            this.#administer(['CONFIG', 'SET', 'maxmemory-policy', 'noeviction'], ['CONFIG', 'SET', 'maxmemory', '1']),
          'the store is well': () => this.#makeWell(),
        };
      case 'frozen':
        return {
          ...line,
          'the store goes on': () => {
            this.goOn();
          },
          'the store is killed': () => this.kill(),
        };
      case 'down':
        return { ...line, 'the store is back': () => this.restart() };
    }
  }

  async kill(): Promise<void> {
    await this.#redis.kill();
    this.#state = 'down';
  }

  async restart(): Promise<void> {
    await this.kill();
    await this.#redis.startAgain();
    this.#state = 'up';
  }

  goOn(): void {
    this.#redis.freeze(false);
    this.#state = 'up';
  }

  /** Ends all trouble. */
  async heal(): Promise<void> {
    this.#line.mend();
    if (this.#state === 'down') {
      await this.restart();
    }
    this.goOn();
    await this.#makeWell();
  }

  #makeWell(): Promise<void> {
    return this.#administer(['REPLICAOF', 'NO', 'ONE'], ['CONFIG', 'SET', 'maxmemory', '0']);
  }

  async #administer(...commands: readonly (readonly [string, ...string[]])[]): Promise<void> {
    const client = new Redis(this.#redis.url);
    for (const command of commands) {
      await client.call(...(command as [string, ...string[]]));
    }
    client.disconnect();
  }
}

describe.skipIf(withoutRedis)(
  'Processes whose store fails in one way after the other',
  { timeout: 60_000 + 40_000 * Number(FAILURES) },
  () => {
    it(`answer whatever happens, keep the rate limit, and share again (seed ${FAILURES_SEED})`, async () => {
      const random = seededRandom(Number(FAILURES_SEED));
      await using fleet = await Fleet.start(2);
      await using line = await StoreLine.to(fleet.redis.port);
      await fleet.add(line.url).up();
      await Promise.all(fleet.members.map((member) => member.hasBudget('shared', 3)));
      await delay(SETTLED_MS);
      const store = new TroubledStore(fleet.redis, line);
      const told: string[] = [];
      for (let count = 1; count <= Number(FAILURES); count += 1) {
        const possible = Object.entries(store.failures);
        const [what, happens] = possible[Math.floor(random() * possible.length)] ?? ['nothing', () => undefined];
        told.push(what);
        await happens();
        await delay(random() * NOTICED_MS);
        const answers = await Promise.all(
          fleet.members.map((member) =>
            member.ask(`{ search { pubmed(term: "${member.name} ${count}") { totalCount } } }`),
          ),
        );
        expect({ told, errors: answers.map(({ errors }) => errors) }).toEqual({
          told,
          errors: answers.map(() => undefined),
        });
        // A process without the store's answers has a share of its own by now.
        const states = await Promise.all(fleet.members.map((member) => member.readiness()));
        expect({ told, states: states.filter((state) => state === 'no-budget') }).toEqual({ told, states: [] });
      }
      process.stdout.write(`${told.join(', ')}\n`);
      await store.heal();
      await Promise.all(fleet.members.map((member) => member.hasBudget('shared', 3)));
      expect((await fleet.arrivals()).refused).toBe(0);
    });
  },
);
