import { EntrezError } from '../../eutils/failures/errors.js';
import type { Clock, Milliseconds } from '../clock.js';

export interface CircuitBreakerOptions {
  readonly clock: Clock;
  /** Failures in a row after which nothing is asked for a while. */
  readonly threshold: number;
  /** The first pause; each that follows without an answer between is twice as long. */
  readonly pause: Milliseconds;
  readonly maxPause: Milliseconds;
  /** Whether a failure speaks against what is watched, or for it; neither for what says nothing about it. */
  readonly classify: (failure: EntrezError) => 'bad' | 'good' | 'neither';
  /** What to say while nothing is asked. */
  readonly explain: (failures: number, seconds: number) => string;
  /** Told when a pause begins. */
  readonly onOpen?: (failure: EntrezError, pause: Milliseconds) => void;
}

/** Leave to ask, to be returned with what became of it. */
export interface Ticket {
  /**
   * @param failure - Undefined for an answer.
   * @param repeated - Whether the same question failed before: one question that never works is no failing service.
   */
  readonly settle: (failure: unknown, repeated?: boolean) => void;
}

/**
 * Keeps permits from being spent on what is down. After some failures in a row nothing is asked for a while; then one
 * question goes through, and its outcome decides for all.
 */
export class CircuitBreaker {
  readonly #options: CircuitBreakerOptions;
  #failures = 0;
  #pauses = 0;
  #pausedUntil: Milliseconds = -Infinity;
  #probing = false;
  #lastFailure: EntrezError | undefined;

  constructor(options: CircuitBreakerOptions) {
    this.#options = options;
  }

  /** Time until anything is asked again; 0 while requests may go out. */
  get pausedFor(): Milliseconds {
    return Math.max(0, this.#pausedUntil - this.#options.clock.now());
  }

  /** Why nothing is asked, or only one question to see whether it is over; undefined when all is well. */
  get failure(): EntrezError | undefined {
    if (this.#pauses === 0 || !this.#lastFailure) {
      return undefined;
    }
    const wait = this.pausedFor;
    const says = this.#options.explain(this.#failures, Math.max(1, Math.ceil(wait / 1000)));
    return new EntrezError(this.#lastFailure.code, `${says} ${this.#lastFailure.message}`, {
      retryable: true,
      scope: this.#lastFailure.scope === 'address' ? 'address' : 'service',
      retryAfterMs: Math.ceil(wait),
    });
  }

  /**
   * Asks for leave.
   *
   * @throws {@link EntrezError} of the service or the address, with the code of the last failure and `retryAfterMs`.
   */
  acquire(): Ticket {
    const { failure } = this;
    if (failure) {
      if (this.#probing || this.#options.clock.now() < this.#pausedUntil) {
        throw failure;
      }
      this.#probing = true;
    }
    const probes = this.#probing;
    return {
      settle: (outcome, repeated = false) => {
        if (probes) {
          this.#probing = false;
        }
        if (outcome === undefined || probes || !repeated) {
          this.#learn(outcome);
        }
      },
    };
  }

  #learn(outcome: unknown): void {
    if (outcome === undefined) {
      this.#recover();
    } else if (outcome instanceof EntrezError) {
      switch (this.#options.classify(outcome)) {
        case 'good':
          this.#recover();
          return;
        case 'bad':
          this.#blame(outcome);
          return;
        case 'neither':
      }
    }
  }

  #recover(): void {
    this.#failures = 0;
    this.#pauses = 0;
  }

  #blame(failure: EntrezError): void {
    const { threshold, pause, maxPause, clock, onOpen } = this.#options;
    this.#failures += 1;
    this.#lastFailure = failure;
    // Questions that were under way when a pause began fail within it, and are no new attempt.
    if (this.#failures >= threshold && clock.now() >= this.#pausedUntil) {
      const span = Math.min(maxPause, pause * 2 ** this.#pauses);
      this.#pauses += 1;
      this.#pausedUntil = clock.now() + span;
      onOpen?.(failure, span);
    }
  }
}
