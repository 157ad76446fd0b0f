const BEAT_MS = 5;
/** Beats are late by a little always; by more than this the event loop stood still. */
const TOLERANCE_MS = 5;

/**
 * Knows when requests may really have arrived. While the event loop stands still, because an answer is worked out or
 * the machine is busy, they wait unread in their sockets; read late, and then followed by others that are read at once,
 * they would seem to come faster than they did.
 */
export class StallWatch {
  readonly #now: () => number;
  readonly #timer: NodeJS.Timeout;
  #lastBeat: number;
  /** When the loop was last seen before it stood still; absent when it ran. */
  #stoodSince: number | undefined;

  constructor(now: () => number) {
    this.#now = now;
    this.#lastBeat = now();
    this.#timer = setInterval(() => {
      this.#heartbeat();
    }, BEAT_MS).unref();
  }

  /** The earliest moment at which something that is read at `now` may have arrived. */
  earliestArrival(now: number): number {
    return this.#stoodSince ?? Math.min(now, this.#lastBeat);
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #heartbeat(): void {
    const now = this.#now();
    this.#stoodSince = now - this.#lastBeat > BEAT_MS + TOLERANCE_MS ? this.#lastBeat : undefined;
    this.#lastBeat = now;
  }
}
