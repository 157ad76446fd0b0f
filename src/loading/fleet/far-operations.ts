import type { Clock } from '../../upstream/clock.js';
import type { Operation } from '../operation/operation.js';
import type { FarOperation, Offer } from './messages.js';

/** How often operations that have ended are forgotten. */
const SWEEP_EVERY = 1000;

/** The operations of this process, as another one knows them. */
export class FarOperations {
  readonly #clock: Clock;
  readonly #ids = new WeakMap<Operation, number>();
  readonly #operations = new Map<number, WeakRef<Operation>>();
  /** Calls that another process has charged them for. */
  readonly #charged = new WeakMap<Operation, number>();
  #count = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  idOf(operation: Operation): number {
    const known = this.#ids.get(operation);
    if (known !== undefined) {
      return known;
    }
    this.#count += 1;
    if (this.#count % SWEEP_EVERY === 0) {
      this.#sweep();
    }
    this.#ids.set(operation, this.#count);
    this.#operations.set(this.#count, new WeakRef(operation));
    return this.#count;
  }

  get(id: number): Operation | undefined {
    return this.#operations.get(id)?.deref();
  }

  /** Those that keys are offered for. */
  of(offers: readonly Pick<Offer, 'operation'>[]): FarOperation[] {
    return [...new Set(offers.map(({ operation }) => operation))].flatMap((id) => {
      const operation = this.get(id);
      if (!operation) {
        return [];
      }
      const { maxCalls, notBefore, callsMade } = operation;
      return {
        id,
        maxCalls: maxCalls === Infinity ? undefined : maxCalls,
        calls: callsMade - (this.#charged.get(operation) ?? 0),
        maxAge: notBefore === -Infinity ? undefined : this.#clock.now() - notBefore,
      };
    });
  }

  /** Counts calls that another process has made for them. */
  charge(charges: readonly (readonly [id: number, calls: number])[]): void {
    for (const [id, calls] of charges) {
      const operation = this.get(id);
      if (operation) {
        operation.count(calls);
        this.#charged.set(operation, (this.#charged.get(operation) ?? 0) + calls);
      }
    }
  }

  #sweep(): void {
    for (const [id, operation] of this.#operations) {
      if (!operation.deref()) {
        this.#operations.delete(id);
      }
    }
  }
}
