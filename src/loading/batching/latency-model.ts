import type { Milliseconds } from '../../upstream/clock.js';

/** Sums of a weighted regression of latency over ids. */
interface Sums {
  w: number;
  n: number;
  nn: number;
  t: number;
  nt: number;
}

/** What a call takes: `base + perId × ids`. */
export interface Latency {
  readonly base: Milliseconds;
  readonly perId: Milliseconds;
}

/** An id adds this much as long as nothing is known; from measurements of ELink (2 ms at 300 ms). */
const FIRST_GUESS: Latency = { base: 400, perId: 2 };
/** How many calls of {@link GUESSED_IDS} ids a guess is worth. */
const GUESS_WEIGHT = 0.2;
const GUESSED_IDS = 100;
/** What a call before the last one still counts, so that the model follows a service that changes. */
const MEMORY = 0.95;

/**
 * Learns what calls take, by ridge regression with weights 1 / latency², drawn towards what the calls of all names take,
 * and those towards 2 ms an id.
 */
export class LatencyModel {
  readonly #guess: LatencyModel | undefined;
  readonly #sums: Sums = { w: 0, n: 0, nn: 0, t: 0, nt: 0 };
  #latency: Latency | undefined;

  /** @param guess - What is assumed of a name as long as little is known of it. */
  constructor(guess?: LatencyModel) {
    this.#guess = guess;
  }

  /** Notes a call that was answered. */
  note(ids: number, took: Milliseconds): void {
    const { base, perId } = this.latency;
    this.#guess?.note(ids, took);
    const w = 1 / Math.max(1, base + perId * ids, took / 4) ** 2;
    const sums = this.#sums;
    sums.w = sums.w * MEMORY + w;
    sums.n = sums.n * MEMORY + w * ids;
    sums.nn = sums.nn * MEMORY + w * ids * ids;
    sums.t = sums.t * MEMORY + w * took;
    sums.nt = sums.nt * MEMORY + w * took * ids;
    this.#latency = undefined;
  }

  /** Whether it has seen calls that named ids, of this name or of others. */
  get isLearned(): boolean {
    return this.#sums.nn > 0 || (this.#guess?.isLearned ?? false);
  }

  get latency(): Latency {
    // A model with a guess changes with it, so that only the common one is remembered.
    if (!this.#guess) {
      this.#latency ??= this.#fit(FIRST_GUESS);
      return this.#latency;
    }
    return this.#fit(this.#guess.latency);
  }

  #fit(guess: Latency): Latency {
    const { w, n, nn, t, nt } = this.#sums;
    const weight = GUESS_WEIGHT / (guess.base + GUESSED_IDS * guess.perId) ** 2;
    const [w0, nn0] = [w + weight, nn + weight * GUESSED_IDS ** 2];
    const [t0, nt0] = [t + weight * guess.base, nt + weight * GUESSED_IDS ** 2 * guess.perId];
    const determinant = w0 * nn0 - n * n;
    const perId = determinant > 0 ? Math.max(0, (w0 * nt0 - n * t0) / determinant) : guess.perId;
    return { base: Math.max(0, (t0 - perId * n) / w0), perId };
  }
}
