import type { Milliseconds } from '../../upstream/clock.js';

/**
 * What a model has learned, to be kept for other processes: the sums of a weighted regression of latency over ids, of the
 * weights and of these times ids, ids², time and time × ids.
 */
export interface LearnedLatency {
  readonly w: number;
  readonly n: number;
  readonly nn: number;
  readonly t: number;
  readonly nt: number;
}

/** What a call takes: `base + perId × ids`. */
export interface Latency {
  readonly base: Milliseconds;
  readonly perId: Milliseconds;
}

/** An id adds this much as long as nothing is known; from measurements of ELink (2 ms at 300 ms). */
const FIRST_GUESS: Latency = { base: 400, perId: 2 };
/** How many calls of {@link GUESSED_IDS} ids a guess is worth. */
const GUESS_WEIGHT = 0.1;
const GUESSED_IDS = 100;
/** What a call before the last one still counts, so that the model follows a service that changes. */
const MEMORY = 0.95;

/** A call that took more times what was expected counts less, the more it took: where latency varies, few take very long. */
const OUTLIER = 2;

/** What another process has learned counts as so many calls here at most, so that newer ones soon outweigh it. */
const TRUSTED_CALLS = 5;
/** It is forgotten if the first call takes so many times what it predicts, or less than that part. */
const CONTRADICTION = 4;
/** No call takes longer (see UPSTREAM_TIMEOUT), names more ids, or is remembered beside more others. */
const MOST = { time: 600_000, ids: 10_000, calls: 1000 } as const;

const NOTHING: LearnedLatency = { w: 0, n: 0, nn: 0, t: 0, nt: 0 };

/**
 * Learns what calls take, by ridge regression with weights 1 / latency², drawn towards what the calls of all names take,
 * and those towards 2 ms an id.
 */
export class LatencyModel {
  readonly #guess: LatencyModel | undefined;
  #sums: LearnedLatency = NOTHING;
  #latency: Latency | undefined;
  /** Whether all it has learned is of another process. */
  #isSecondHand = false;

  /** @param guess - What is assumed of a name as long as little is known of it. */
  constructor(guess?: LatencyModel) {
    this.#guess = guess;
  }

  /** Notes a call that was answered. */
  note(ids: number, took: Milliseconds): void {
    if (this.#isSecondHand) {
      this.#confirm(ids, took);
    }
    const { base, perId } = this.latency;
    this.#guess?.note(ids, took);
    const w = 1 / Math.max(1, base + perId * ids, took / OUTLIER) ** 2;
    const { n, nn, t, nt, w: before } = this.#sums;
    this.#sums = {
      w: before * MEMORY + w,
      n: n * MEMORY + w * ids,
      nn: nn * MEMORY + w * ids * ids,
      t: t * MEMORY + w * took,
      nt: nt * MEMORY + w * took * ids,
    };
    this.#latency = undefined;
  }

  /** What it has learned, for other processes; undefined where that is nothing. */
  get learned(): LearnedLatency | undefined {
    return this.#sums.w > 0 ? this.#sums : undefined;
  }

  /** Begins with what another process has learned, unless it knows better, or that cannot be true. */
  recall(learned: LearnedLatency): void {
    if (this.#sums.w === 0 && isPlausible(learned)) {
      const { w, n, nn, t, nt } = learned;
      const part = Math.min(1, TRUSTED_CALLS / callsOf(learned));
      this.#sums = { w: w * part, n: n * part, nn: nn * part, t: t * part, nt: nt * part };
      this.#latency = undefined;
      this.#isSecondHand = true;
    }
  }

  /** Forgets what another process has learned where the first call of this one shows that it no longer holds. */
  #confirm(ids: number, took: Milliseconds): void {
    const { base, perId } = this.latency;
    const ratio = Math.max(1, took) / Math.max(1, base + perId * ids);
    if (ratio > CONTRADICTION || ratio < 1 / CONTRADICTION) {
      this.#sums = NOTHING;
      this.#latency = undefined;
    }
    this.#isSecondHand = false;
  }

  /** Whether it has seen calls that named ids, of this name or of others. */
  get isLearned(): boolean {
    return this.#sums.nn > 0 || (this.#guess?.isLearned ?? false);
  }

  /** Whether it has seen calls at all. */
  get hasSeenCalls(): boolean {
    return this.#sums.w > 0 || (this.#guess?.hasSeenCalls ?? false);
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

/** Whether calls can have given these sums: no store is trusted to keep what it was given. */
function isPlausible(learned: LearnedLatency): boolean {
  const { w, n, nn, t, nt } = learned;
  return (
    [w, n, nn, t, nt].every((sum) => Number.isFinite(sum) && sum >= 0) &&
    w > 0 &&
    n <= w * MOST.ids &&
    nn <= n * MOST.ids &&
    t <= w * MOST.time &&
    nt <= n * MOST.time &&
    callsOf(learned) <= MOST.calls
  );
}

/** Of how many calls sums are, nearly: that is what a sum of weights 1 / latency² and their mean latency tell. */
function callsOf({ w, t }: LearnedLatency): number {
  return (t / w) ** 2 * w;
}
