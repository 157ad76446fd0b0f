import type { CallRecord } from '../../upstream/call.js';
import type { Milliseconds } from '../../upstream/clock.js';
import { type Latency, type LearnedLatency, LatencyModel } from './latency-model.js';

/** How many keys a call may be about: where to start, and what not to exceed. */
export interface SizeBounds {
  readonly start: number;
  readonly max: number;
  /** Whether a call takes the same time however many keys it is about, as a search does. */
  readonly isFlat?: boolean;
}

/**
 * What calls are reckoned with for their sizes before any with ids has been answered: dear enough an id that the first
 * call of many is divided over permits that would be idle at 10 a second, and hardly at 3. Two sizes also tell at once
 * what an id costs.
 */
const UNSEEN: Latency = { base: 400, perId: 4.5 };

/** What a size has learned, to be kept for another process. */
export interface LearnedSize {
  /** Keys that a call may be about. */
  readonly cap: number;
  readonly latency: LearnedLatency | undefined;
}

/** The part of where it starts that a size begins with at least, whatever another process has learned. */
const TRUSTED_CAP = 1 / 8;

/** An answer that took no longer says that more could be asked for at once. */
const QUICK: Milliseconds = 5000;
const SMALL = 4 * 1024 * 1024;
/** An answer that took longer, or is larger, says that too much was asked for. */
const SLOW: Milliseconds = 15_000;
const LARGE = 16 * 1024 * 1024;
/** Quick answers to full batches after which the next may be a tenth larger. */
const FAILURE_THRESHOLD = 3;

/** NCBI grants no permits faster than 10 in 1.1 s; where a stand-in does, a call is still worth as much. */
const SHORTEST_INTERVAL: Milliseconds = 110;
/** The part of a call's time, and the time, that a smaller call has to save, or it is not worth another permit. */
const WORTH_A_CALL = 0.03;
const WORTH_WAITING: Milliseconds = 50;

/**
 * How many keys one call is about, learned from its answers: halved at once when a call of about that size fails as too
 * large a question does, or nearly so; grown slowly while full batches are answered with ease.
 */
export class BatchSize {
  readonly #bounds: SizeBounds;
  readonly #onLearned: (() => void) | undefined;
  #current: number;
  #streak = 0;
  /** Whether a call of the largest size was the first that was sent. */
  #beganWhole = false;
  readonly #latency: LatencyModel;

  /**
   * @param common - What calls of all names take.
   * @param onLearned - Called when it has learned from a call.
   */
  constructor(bounds: SizeBounds, common?: LatencyModel, onLearned?: () => void) {
    this.#onLearned = onLearned;
    this.#bounds = bounds;
    this.#current = bounds.start;
    this.#latency = new LatencyModel(common);
  }

  get current(): number {
    return this.#current;
  }

  /**
   * Keys that the next call takes so that all that wait are answered soonest, when calls start `interval` apart: as many
   * as make calls that start one after the other end together. At most {@link BatchSize.current}.
   *
   * @param keys - Keys that wait, or will soon.
   */
  soonest(keys: number, interval: Milliseconds): number {
    const whole = Math.min(keys, this.#current);
    const { isLearned } = this.#latency;
    // Where permits are no cheaper than at NCBI, the first calls are divided as well, but not beside whole ones: they
    // would end no sooner than those.
    if (this.#bounds.isFlat || (!isLearned && (interval < SHORTEST_INTERVAL || this.#beganWhole))) {
      return whole;
    }
    const { base, perId } = this.#assumed;
    // Ids that a call could have carried in the time of one permit.
    const perPermit = Math.max(interval, SHORTEST_INTERVAL) / perId;
    const even = (Math.sqrt(perPermit ** 2 + 8 * perPermit * keys) - perPermit) / 2;
    const size = Math.min(whole, Math.ceil(Math.max(even, Math.min(keys, perPermit))));
    const saved = perId * (whole - size);
    const isDivided = Number.isFinite(size) && saved > Math.max(WORTH_WAITING, WORTH_A_CALL * (base + perId * whole));
    this.#beganWhole ||= !isLearned && !isDivided && whole === this.#current;
    return isDivided ? size : whole;
  }

  /** What a call about so many keys is likely to take. */
  timeOf(keys: number): Milliseconds {
    const { base, perId } = this.#assumed;
    return base + (this.#bounds.isFlat ? 0 : perId * keys);
  }

  /** What a call takes; undefined where no calls have been seen. */
  get latency(): Latency | undefined {
    return this.#latency.hasSeenCalls ? this.#latency.latency : undefined;
  }

  /** What it has learned, for other processes; undefined where that is nothing. */
  get learned(): LearnedSize | undefined {
    const { learned } = this.#latency;
    return learned || this.#current !== this.#bounds.start ? { cap: this.#current, latency: learned } : undefined;
  }

  /** Begins with what another process has learned, within bounds. */
  recall({ cap, latency }: LearnedSize): void {
    if (latency) {
      this.#latency.recall(latency);
    }
    const { start, max } = this.#bounds;
    if (this.#current === start && Number.isSafeInteger(cap)) {
      this.#current = Math.min(max, Math.max(Math.ceil(start * TRUSTED_CAP), cap));
    }
  }

  /** Learns from a call that was answered, or that was not and is not asked again as it is. */
  note({ outcome, ids, took, size }: CallRecord): void {
    if (outcome === 'answered') {
      this.#latency.note(ids, took);
    }
    if (outcome === 'UPSTREAM_TIMEOUT' || outcome === 'MALFORMED_RESPONSE') {
      this.#halve(ids);
    } else if (outcome === 'answered') {
      this.#learn(ids, took > SLOW || size > LARGE, took <= QUICK && size <= SMALL);
    }
    this.#onLearned?.();
  }

  /** NCBI states that an answer has room for so many keys. */
  fit(keys: number): void {
    this.#streak = 0;
    this.#current = Math.max(1, Math.min(this.#current, keys));
  }

  /** What failed was the fault of one key, not of the size: it is again what it was before. */
  restore(before: number): void {
    this.#current = Math.max(this.#current, before);
  }

  get #assumed(): Latency {
    return this.#latency.isLearned ? this.#latency.latency : UNSEEN;
  }

  #learn(ids: number, hard: boolean, easy: boolean): void {
    if (hard) {
      this.#halve(ids);
    } else if (ids >= this.#current) {
      this.#streak = easy ? this.#streak + 1 : 0;
      if (this.#streak >= FAILURE_THRESHOLD) {
        this.#streak = 0;
        this.#current = Math.min(this.#bounds.max, this.#current + Math.ceil(this.#current / 10));
      }
    }
  }

  /** Equal batches that fail together tell the same, once; that a few keys fail tells nothing of the size of many. */
  #halve(ids: number): void {
    if (2 * ids > this.#current) {
      this.#streak = 0;
      this.#current = Math.min(this.#current, Math.max(1, Math.floor(ids / 2)));
    }
  }
}
