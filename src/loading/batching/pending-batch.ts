import type { Milliseconds } from '../../upstream/clock.js';
import type { Flow, PermitRequest, Readiness } from '../../upstream/rate-limit/fair-queue.js';
import type { Dependency } from '../operation/dependency-tracker.js';
import type { Operation } from '../operation/operation.js';
import { PendingKey } from './pending-key.js';
import type { Sizing } from './sizing.js';
import { Waiters } from './waiters.js';

/** Keys that leave together, and the operations that wait for them. */
export class SentBatch<Kept> implements Dependency {
  readonly question: string;
  readonly waiters: Waiters;
  readonly keys = new Set<PendingKey<Kept>>();
  readonly isOnItsWay = true;
  answerAt: Milliseconds = Infinity;

  /** @param waiters - Those of the call that answers it, where that is another batch's. */
  constructor(question: string, waiters?: Waiters) {
    this.question = question;
    this.waiters = waiters ?? new Waiters(this);
  }

  get keyCount(): number {
    return this.keys.size;
  }
}

/**
 * The keys of one question that wait for a permit. It requests one permit at a time; when that is granted, the most
 * urgent keys leave as a {@link SentBatch}, as many as {@link Sizing} says, and the others go on waiting.
 */
export class PendingBatch<Kept> implements PermitRequest, Dependency {
  readonly question: string;
  readonly waiters = new Waiters(this);
  /** Batches that were granted a permit and have not been sent. */
  readonly granted: SentBatch<Kept>[] = [];
  readonly #sizing: Sizing;
  readonly #onDropped: (unpaid: SentBatch<Kept>) => void;
  readonly #keys = new Set<PendingKey<Kept>>();
  /** Operations that the last permit was granted for. */
  payers: Iterable<Flow> = [];
  #fill!: () => void;
  /** Resolves when one call cannot take more keys than there are. */
  readonly full = new Promise<void>((resolve) => {
    this.#fill = resolve;
  });

  /**
   * @param question - Names what its keys are about.
   * @param onDropped - Called with keys that no operation can pay for any more.
   */
  constructor(question: string, sizing: Sizing, onDropped: (unpaid: SentBatch<Kept>) => void) {
    this.question = question;
    this.#sizing = sizing;
    this.#onDropped = onDropped;
  }

  add(key: string, answer: Promise<Kept>): PendingKey<Kept> {
    const pendingKey = new PendingKey<Kept>(key, answer, this.waiters);
    this.#keys.add(pendingKey);
    if (this.isFull) {
      this.#fill();
    }
    return pendingKey;
  }

  /** Adds keys that have waited elsewhere. */
  adopt(pendingKeys: Iterable<PendingKey<Kept>>): void {
    for (const pendingKey of pendingKeys) {
      this.#keys.add(pendingKey);
      pendingKey.moveTo(this.waiters);
    }
    if (this.isFull) {
      this.#fill();
    }
  }

  get flows(): Iterable<Operation> {
    return this.waiters.flows;
  }

  get keyCount(): number {
    return this.#keys.size;
  }

  /** Calls that its keys need. */
  get calls(): number {
    return Math.max(1, Math.ceil(this.#keys.size / this.#sizing.cap));
  }

  /** Whether its next call is as large as a call may be. */
  get isFull(): boolean {
    return this.#keys.size >= this.#sizing.cap;
  }

  get isOnItsWay(): boolean {
    return this.isFull;
  }

  get readiness(): Readiness {
    if (this.isFull) {
      return 'full';
    }
    let nextAt = Infinity;
    for (const { dependencies } of this.waiters.flows) {
      if (!dependencies.expectsMore(this)) {
        return 'open';
      }
      nextAt = Math.min(nextAt, dependencies.nextAnswerAt(this));
    }
    const [waiting, expected] = [this.#keys.size, this.#expected];
    const isEnough = waiting >= this.#sizing.take(waiting, expected);
    return isEnough || this.#sizing.isWorthAPermit(waiting + expected, nextAt) ? 'open' : 'filling';
  }

  get answerAt(): Milliseconds {
    return this.#sizing.answerAt(this.#keys.size);
  }

  charge(): boolean {
    while (this.#keys.size > 0) {
      const sent = this.#takeNext();
      if (sent.waiters.charge()) {
        this.granted.push(sent);
        this.payers = sent.waiters.flows;
        return true;
      }
      this.#onDropped(sent);
    }
    return false;
  }

  /** Rejects all waits of the operation that waits for most of its keys. */
  shed(reason: Error): void {
    this.waiters.shed(reason);
  }

  /** Wanted keys of one call at most, those already granted first. */
  peek(): string[] {
    const keys = [...this.granted.flatMap((sent) => [...sent.keys]), ...this.#keys];
    return keys.flatMap(({ key, wanted }) => (wanted ? [key] : [])).slice(0, this.#sizing.cap);
  }

  /** Takes keys out; their waiters join `waiters`. What is left without keys gives its permit back. */
  moveTo(waiters: Waiters, keys: ReadonlySet<string>): PendingKey<Kept>[] {
    const moved: PendingKey<Kept>[] = [];
    for (const sent of this.granted) {
      if ([...sent.keys].every(({ key }) => keys.has(key))) {
        sent.waiters.refund();
      }
    }
    for (const from of [...this.granted.map((sent) => sent.keys), this.#keys]) {
      for (const pendingKey of from) {
        if (keys.has(pendingKey.key)) {
          from.delete(pendingKey);
          pendingKey.moveTo(waiters);
          moved.push(pendingKey);
        }
      }
    }
    if (this.#keys.size === 0) {
      this.waiters.abandon();
    }
    return moved;
  }

  /** Empties it. */
  takeAll(): PendingKey<Kept>[] {
    const keys = [...this.#keys];
    this.#keys.clear();
    return keys;
  }

  get #expected(): number {
    let expected = 0;
    for (const { dependencies } of this.waiters.flows) {
      expected += dependencies.expected(this);
    }
    return expected;
  }

  #takeNext(): SentBatch<Kept> {
    const keys = [...this.#keys];
    const waiting = keys.length;
    const expected = this.#expected;
    const count = this.#sizing.take(waiting, this.#sizing.permitsSuffice(waiting + expected) ? 0 : expected);
    if (count < waiting) {
      const urgencies = new Map(keys.map((pendingKey) => [pendingKey, pendingKey.urgency]));
      keys.sort((a, b) => (urgencies.get(a) ?? 0) - (urgencies.get(b) ?? 0) || 0);
    }
    const sent = new SentBatch<Kept>(this.question);
    for (const pendingKey of keys.slice(0, Math.max(1, count))) {
      this.#keys.delete(pendingKey);
      sent.keys.add(pendingKey);
      pendingKey.moveTo(sent.waiters);
    }
    return sent;
  }
}
