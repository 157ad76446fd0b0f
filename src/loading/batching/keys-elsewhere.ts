import type { BatchCost } from '../operation/batch-cost.js';
import type { Operation } from '../operation/operation.js';
import { attempt } from './deliver.js';
import { SentBatch } from './pending-batch.js';
import { PendingKey } from './pending-key.js';
import type { Waiters } from './waiters.js';

/** Another process that batches the keys of a question, where there is one. */
export interface Elsewhere<Kept> {
  /** Whether another process batches keys now. */
  readonly isOpen: boolean;
  /** Sends a key that an operation waits for. */
  offer(key: string, operation: Operation): void;
  /** An operation waits for nothing any more. */
  leave(operation: Operation): void;
  /** Tells of answers, and of changes of {@link Elsewhere.isOpen}, until {@link Elsewhere.unwatch}. */
  watch(listener: ElsewhereListener<Kept>): void;
  unwatch(): void;
}

export interface ElsewhereListener<Kept> {
  /**
   * Another process has got the answers of a batch. Keys that do not wait there are passed over.
   *
   * @param answers - Give what the callers of each key get; throw a failure as a BilledError.
   * @returns Resolves when all has been requested that they lead to.
   */
  answered(cost: BatchCost, answers: ReadonlyMap<string, () => Kept>): Promise<void>;
  /** One operation gets no answer to a key. */
  refused(key: string, operation: Operation, reason: Error): void;
  /** These keys are to be requested by this process. */
  returned(keys: readonly string[]): void;
  /** Keys are to be sent again, to where they are batched now. */
  changed(): void;
}

/** The batches of this process. */
interface Here<Kept> {
  readonly deliver: (batch: SentBatch<Kept>, kept: ReadonlyMap<PendingKey<Kept>, Kept | Error>) => Promise<void>;
  readonly take: (pendingKeys: Iterable<PendingKey<Kept>>) => void;
  /** Ends the waits for keys that nobody wants. */
  readonly drop: (dropped: SentBatch<Kept>) => void;
}

/** The keys of one question in this process that another process batches. */
export class KeysElsewhere<Kept> implements ElsewhereListener<Kept> {
  readonly #question: string;
  readonly #elsewhere: Elsewhere<Kept>;
  readonly #here: Here<Kept>;
  readonly #keys = new Map<string, PendingKey<Kept>>();
  #batch: SentBatch<Kept>;

  constructor(question: string, elsewhere: Elsewhere<Kept>, here: Here<Kept>) {
    this.#question = question;
    this.#elsewhere = elsewhere;
    this.#here = here;
    this.#batch = new SentBatch<Kept>(question);
  }

  get isOpen(): boolean {
    return this.#elsewhere.isOpen;
  }

  /** A key that is requested from now on. */
  begin(key: string, answer: Promise<Kept>): PendingKey<Kept> {
    const pendingKey = new PendingKey<Kept>(key, answer, this.#waiters);
    this.#add(pendingKey);
    return pendingKey;
  }

  /** An operation waits for a key, if that is elsewhere. */
  join({ key }: PendingKey<Kept>, operation: Operation): void {
    if (this.#keys.has(key)) {
      this.#elsewhere.offer(key, operation);
    }
  }

  /** An operation no longer waits for a key, if that is elsewhere. */
  leave(pendingKey: PendingKey<Kept>, operation: Operation): void {
    if (this.#keys.get(pendingKey.key) === pendingKey) {
      if (operation.hasEnded) {
        this.#elsewhere.leave(operation);
      }
      if (!pendingKey.wanted) {
        this.#here.drop(this.#take([pendingKey.key]));
      }
    }
  }

  async answered(cost: BatchCost, answers: ReadonlyMap<string, () => Kept>): Promise<void> {
    const batch = this.#take(answers.keys());
    const kept = [...batch.keys].map((pendingKey): [PendingKey<Kept>, Kept | Error] => [
      pendingKey,
      attempt(() => answers.get(pendingKey.key)?.() ?? new Error('It was answered.'), cost),
    ]);
    await this.#here.deliver(batch, new Map(kept));
  }

  refused(key: string, operation: Operation, reason: Error): void {
    this.#keys.get(key)?.refuse(operation, reason);
  }

  returned(keys: readonly string[]): void {
    this.#here.take(this.#take(keys).keys);
  }

  changed(): void {
    if (!this.isOpen) {
      this.returned([...this.#keys.keys()]);
      return;
    }
    for (const { key, operations } of this.#keys.values()) {
      for (const operation of operations) {
        this.#elsewhere.offer(key, operation);
      }
    }
  }

  /** Takes keys out, as a batch of their own. */
  #take(keys: Iterable<string>): SentBatch<Kept> {
    const taken = new SentBatch<Kept>(this.#question);
    for (const key of keys) {
      const pendingKey = this.#keys.get(key);
      if (pendingKey) {
        this.#keys.delete(key);
        this.#batch.keys.delete(pendingKey);
        pendingKey.moveTo(taken.waiters, true);
        taken.keys.add(pendingKey);
      }
    }
    if (this.#keys.size === 0) {
      this.#elsewhere.unwatch();
    }
    return taken;
  }

  get #waiters(): Waiters {
    // Whoever joins those that all have left waits for nothing.
    if (this.#batch.waiters.signal.aborted) {
      this.#batch = new SentBatch<Kept>(this.#question);
    }
    return this.#batch.waiters;
  }

  #add(pendingKey: PendingKey<Kept>): void {
    this.#keys.set(pendingKey.key, pendingKey);
    this.#batch.keys.add(pendingKey);
    this.#elsewhere.watch(this);
  }
}
