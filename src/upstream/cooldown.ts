import type { Clock, Milliseconds } from './clock.js';

const PAUSE_BASE: Milliseconds = 1000;
const PAUSE_MAX: Milliseconds = 30_000;
/** No answer closes the gate for longer, whatever it asks for. */
const RETRY_AFTER_MAX: Milliseconds = 60_000;
/** One step of severity is forgotten for each such span without a refusal. */
const SEVERITY_DECAY: Milliseconds = 30_000;
const MAX_SEVERITY = 8;
/** How much longer every window gets with each step of severity: NCBI refused what we thought was allowed. */
const SLOWER_BY = 0.25;

/** What is learned from NCBI's refusals: when the gate opens again, and how much slower to go on. */
export class Cooldown {
  readonly #clock: Clock;
  #opensAt: Milliseconds = -Infinity;
  #closedAt: Milliseconds = -Infinity;
  #severity = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Before this nothing may start. */
  get opensAt(): Milliseconds {
    return this.#opensAt;
  }

  /** Time until the gate opens; 0 when it is open. */
  get remaining(): Milliseconds {
    return Math.max(0, this.#opensAt - this.#clock.now());
  }

  /** By how much windows are stretched; 1 when nothing was refused lately. */
  get slowedBy(): number {
    return 1 + SLOWER_BY * this.#severityNow();
  }

  /** @see Pacer.coolDown */
  refuse(startedAt: Milliseconds, retryAfter: Milliseconds): Milliseconds {
    const now = this.#clock.now();
    if (startedAt > this.#closedAt) {
      this.#severity = Math.min(MAX_SEVERITY, this.#severityNow() + 1);
      this.#closedAt = now;
      const pause = Math.min(PAUSE_MAX, PAUSE_BASE * 2 ** (this.#severity - 1));
      this.#opensAt = Math.max(this.#opensAt, now + pause);
    }
    this.#opensAt = Math.max(this.#opensAt, now + Math.min(retryAfter, RETRY_AFTER_MAX));
    return this.#opensAt - now;
  }

  #severityNow(): number {
    return Math.max(0, this.#severity - (this.#clock.now() - this.#closedAt) / SEVERITY_DECAY);
  }
}
