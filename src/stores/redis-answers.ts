import { hash } from 'node:crypto';

import type { SharedStore, StoredAnswer } from '../loading/cache/answer-store.js';
import type { Milliseconds } from '../upstream/clock.js';
import { decodeAnswer } from './encode-answer.js';
import { FailureNotice } from './failure-notice.js';
import { type RedisConnection } from './redis.js';
import { type Entry, newTally, WriteBehind } from './write-behind.js';

export interface RedisAnswersOptions {
  readonly connection: RedisConnection;
  /** What the names of questions begin with, see `namespaceOf`. */
  readonly namespace: string;
  /** How long beyond its life an answer is kept. */
  readonly grace: Milliseconds;
  /** Told in one line that the server does not do what it is told; once, until it does again. */
  readonly onTrouble?: (message: string) => void;
}

/**
 * Answers in Redis or Valkey, for all processes that use it. The server bounds its own memory (`maxmemory`); every entry
 * has a life.
 */
export class RedisAnswers implements SharedStore {
  readonly tally = newTally();
  readonly #options: RedisAnswersOptions;
  readonly #writes: WriteBehind;
  #contact: Promise<void> | undefined;
  readonly #notice: FailureNotice;

  constructor(options: RedisAnswersOptions) {
    this.#options = options;
    this.#notice = new FailureNotice(options.connection, (reason) => {
      options.onTrouble?.(`The shared cache fails (${reason}).`);
    });
    this.#writes = new WriteBehind({
      namespace: options.namespace,
      write: (entries) => this.#write(entries),
      onFailure: (error, names) => {
        this.#notice.failed(error);
        this.tally.failures += 1;
        this.tally.dropped += names.length;
      },
    });
    this.#contact = options.connection.firstContact().finally(() => {
      this.#contact = undefined;
    });
  }

  async find(names: readonly string[]): Promise<readonly (StoredAnswer | undefined)[]> {
    // A process that has just started would ask NCBI what everybody else knows.
    await this.#contact;
    const { connection, namespace } = this.#options;
    const entries = await this.#attempt(() => connection.read(names.map((name) => keyOf(namespace + name))));
    return names.map((name, index) => {
      const entry = entries?.[index];
      const answer = entry ? decodeAnswer(namespace + name, entry) : undefined;
      this.tally.damaged += entry && !answer ? 1 : 0;
      this.tally[answer ? 'hits' : 'misses'] += 1;
      return answer;
    });
  }

  keep(name: string, answer: StoredAnswer): void {
    if (!this.#options.connection.available || !this.#writes.add(name, answer)) {
      this.tally.dropped += 1;
    }
  }

  close(): Promise<void> {
    return this.#writes.done();
  }

  async #write(entries: readonly Entry[]): Promise<void> {
    const { connection, namespace, grace } = this.#options;
    const timed = entries.map(({ name, answer, encoded }) => {
      const left = answer.ttl + grace - (Date.now() - answer.obtainedAt);
      return [keyOf(namespace + name), encoded, Math.max(1, Math.round(left))] as const;
    });
    const kept = await this.#attempt(async () => {
      await connection.write(timed);
      return entries.length;
    });
    this.tally.kept += kept ?? 0;
    this.tally.dropped += entries.length - (kept ?? 0);
  }

  /** What the server says, or undefined when it is away or cannot; whoever asked goes on without. */
  async #attempt<T>(ask: () => Promise<T>): Promise<T | undefined> {
    if (!this.#options.connection.available) {
      return undefined;
    }
    try {
      return await this.#notice.during(ask);
    } catch {
      this.tally.failures += 1;
      return undefined;
    }
  }
}

/** Names hold what callers wrote, and are long. */
function keyOf(name: string): string {
  return `entrez-graph:answer:${hash('sha256', name, 'base64url')}`;
}
