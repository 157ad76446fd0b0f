import type { Elsewhere, ElsewhereListener } from '../batching/keys-elsewhere.js';
import type { Outcome } from '../cache/answer-keeper.js';
import type { BatchCost } from '../operation/batch-cost.js';
import type { Operation } from '../operation/operation.js';
import type { FarAnswer, Offer } from './messages.js';

/** What the processes of a fleet call a question. */
export type QuestionName = Pick<Offer, 'kind' | 'variant' | 'question'>;

/** What a fleet tells a question. */
export type Answering = Pick<SharedQuestion<never>, 'name' | 'answered' | 'refused' | 'move'>;

/** What a question needs of its fleet. */
interface OfferCarrier {
  readonly isElsewhere: boolean;
  offer(offer: Omit<Offer, 'operation'>, operation: Operation): void;
  leave(operation: Operation): void;
  watch(question: Answering): void;
  unwatch(question: Answering): void;
}

/** A question whose keys a fleet batches together, in one of its processes. */
export class SharedQuestion<Kept> implements Elsewhere<Kept> {
  readonly name: QuestionName;
  readonly #fleet: OfferCarrier;
  readonly #adopt: (key: string, outcome: Outcome) => Kept;
  #listener: ElsewhereListener<Kept> | undefined;

  /** @param adopt - Keeps what another process got; throws a failure as a BilledError. */
  constructor(fleet: OfferCarrier, name: QuestionName, adopt: (key: string, outcome: Outcome) => Kept) {
    this.#fleet = fleet;
    this.name = name;
    this.#adopt = adopt;
  }

  get isOpen(): boolean {
    return this.#fleet.isElsewhere;
  }

  offer(key: string, operation: Operation): void {
    this.#fleet.offer({ ...this.name, key, after: operation.dependencies.last }, operation);
  }

  leave(operation: Operation): void {
    this.#fleet.leave(operation);
  }

  watch(listener: ElsewhereListener<Kept>): void {
    this.#listener = listener;
    this.#fleet.watch(this);
  }

  unwatch(): void {
    this.#fleet.unwatch(this);
  }

  /** @returns Resolves when all has been requested that the answers lead to. */
  async answered(answers: readonly FarAnswer[], cost: BatchCost): Promise<void> {
    const outcomes = new Map<string, () => Kept>();
    const returned: string[] = [];
    for (const { key, answer, failure } of answers) {
      if (answer ?? failure) {
        outcomes.set(key, () => this.#adopt(key, { answer, failure, cost }));
      } else {
        returned.push(key);
      }
    }
    if (returned.length > 0) {
      this.#listener?.returned(returned);
    }
    await this.#listener?.answered(cost, outcomes);
  }

  refused(key: string, operation: Operation, failure: Error): void {
    this.#listener?.refused(key, operation, failure);
  }

  /** All keys go to where they are batched now. */
  move(): void {
    this.#listener?.changed();
  }
}
