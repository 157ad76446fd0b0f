import type { Clock, Milliseconds } from '../clock.js';

const PAUSE_BASE: Milliseconds = 1000;
const PAUSE_MAX: Milliseconds = 30_000;
/** No answer closes the gate for longer, whatever it asks for. */
const RETRY_AFTER_MAX: Milliseconds = 60_000;
/** One step of severity is forgotten for each such span without a refusal. */
const SEVERITY_DECAY: Milliseconds = 30_000;
const MAX_SEVERITY = 8;
/** How much longer every window gets with each step of severity: NCBI refused what we thought was allowed. */
const SLOWER_BY = 0.25;

/** What refusals have taught, told to others whose clocks say something else. */
export interface Caution {
  /** Time until the gate opens. */
  readonly opensIn: Milliseconds;
  /** Time since the gate was closed. */
  readonly closedAgo: Milliseconds;
  /** Time until nothing is left of the caution; severity is what is left, in steps. */
  readonly forgottenIn: Milliseconds;
}

/** What is learned from NCBI's refusals: when the gate opens again, and how much slower to go on. */
export class Cooldown {
  readonly #clock: Clock;
  #opensAt: Milliseconds = -Infinity;
  #closedAt: Milliseconds = -Infinity;
  #forgottenAt: Milliseconds = -Infinity;

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
    return 1 + SLOWER_BY * this.#severity();
  }

  /** What others should know; undefined when nothing was ever refused. */
  get caution(): Caution | undefined {
    const now = this.#clock.now();
    return this.#closedAt === -Infinity
      ? undefined
      : { opensIn: this.remaining, closedAgo: now - this.#closedAt, forgottenIn: Math.max(0, this.#forgottenAt - now) };
  }

  /** @see Pacer.coolDown */
  refuse(startedAt: Milliseconds, retryAfter: Milliseconds): Milliseconds {
    const now = this.#clock.now();
    if (startedAt > this.#closedAt) {
      const severity = Math.min(MAX_SEVERITY, this.#severity() + 1);
      this.#closedAt = now;
      this.#forgottenAt = now + severity * SEVERITY_DECAY;
      const pause = Math.min(PAUSE_MAX, PAUSE_BASE * 2 ** (severity - 1));
      this.#opensAt = Math.max(this.#opensAt, now + pause);
    }
    this.#opensAt = Math.max(this.#opensAt, now + Math.min(retryAfter, RETRY_AFTER_MAX));
    return this.#opensAt - now;
  }

  /** Heeds what others were taught. Whoever knows more is right, so that it does not matter who tells whom when. */
  learn({ opensIn, closedAgo, forgottenIn }: Caution): void {
    const now = this.#clock.now();
    this.#opensAt = Math.max(this.#opensAt, now + opensIn);
    this.#closedAt = Math.max(this.#closedAt, now - closedAgo);
    this.#forgottenAt = Math.max(this.#forgottenAt, now + forgottenIn);
  }

  #severity(): number {
    return Math.max(0, (this.#forgottenAt - this.#clock.now()) / SEVERITY_DECAY);
  }
}
