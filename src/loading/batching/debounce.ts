import type { Clock, Milliseconds } from '../../upstream/clock.js';

/** A pause in new questions after which a batch stops waiting for more, if a permit is free. */
const IDLE_MS: Milliseconds = 4;
/** The same where other processes send questions too: these come in one message after the other. */
const IDLE_BETWEEN_MESSAGES_MS: Milliseconds = 8;
/**
 * A busy machine delivers messages as late as it runs timers. Messages are waited for this many times as much longer as
 * timers are late, so that a burst does not fall apart into a batch for each process.
 */
const MESSAGES_PER_LATENESS = 2;
/** The longest such pause. */
const MAX_IDLE_MS: Milliseconds = 40;
/** Part that the latest timer has in what is known of lateness. */
const LATEST = 0.25;
/** For so long after the last question of another process its next ones are waited for. */
const MESSAGES_EXPECTED_MS: Milliseconds = 2000;
/** For so long a batch waits for what other processes make of their answers, and for the last of them to its end. */
const MAX_FOLLOWING_MS: Milliseconds = 500;
/** How often a batch looks again while questions keep coming; rounds, since a busy loop makes each of them long. */
const MAX_ROUNDS = 25;

/**
 * Tells when a burst of questions is over. A free permit must not be spent on the first id of a burst: the other
 * callers of the same moment are still being read from their sockets or parsed. A few milliseconds of gathering are
 * nothing beside the hundreds that a permit costs.
 */
export class BurstDebounce {
  readonly #clock: Clock;
  #lastRequest: Milliseconds = -Infinity;
  #lastRemoteRequest: Milliseconds = -Infinity;
  /** How late timers have fired, on average. */
  #lateness: Milliseconds = 0;
  readonly #lookups = new Set<Promise<void>>();
  readonly #followings = new Set<Promise<void>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * To be called with each new question.
   *
   * @param isRemote - Whether another process has sent it.
   */
  noteRequest(isRemote = false): void {
    this.#lastRequest = this.#clock.now();
    if (isRemote) {
      this.#lastRemoteRequest = this.#lastRequest;
    }
  }

  /** To be told when a store is looked into: what is not there is asked afterwards. */
  trackLookup(storeLookup: Promise<void>): void {
    this.#lookups.add(storeLookup);
    void storeLookup.finally(() => this.#lookups.delete(storeLookup));
  }

  /** To be told when another process is sent answers: what they lead to is asked before the promise resolves. */
  trackFollowing(following: Promise<void>): void {
    this.#followings.add(following);
    void following.finally(() => this.#followings.delete(following));
  }

  /** Resolves when no question has come for a moment and all that was received has been looked at, here and elsewhere. */
  async settled(): Promise<void> {
    const begun = this.#clock.now();
    let rounds = 0;
    while (rounds < MAX_ROUNDS) {
      const latest = this.#lastRequest;
      rounds += await this.#pause();
      if (this.#clock.now() < begun + MAX_FOLLOWING_MS) {
        await Promise.allSettled(this.#followings);
      }
      // A busy loop runs the timer late, before it reads what has arrived meanwhile; one turn later it has.
      await this.lookupsSettled();
      if (this.#lastRequest === latest) {
        return;
      }
    }
  }

  /** Resolves when the event loop has gone round once, and what was being looked for by then has been found or asked. */
  async lookupsSettled(): Promise<void> {
    await this.turn();
    if (this.#lookups.size > 0) {
      await Promise.allSettled(this.#lookups);
      await this.turn();
    }
  }

  /** Resolves when the event loop has gone round once. */
  turn(): Promise<void> {
    return this.#clock.turn();
  }

  /** @returns How many ordinary pauses it was meant to last. */
  #pause(): Promise<number> {
    const begun = this.#clock.now();
    const messagesExpected = begun - this.#lastRemoteRequest < MESSAGES_EXPECTED_MS;
    const ordinary = messagesExpected ? IDLE_BETWEEN_MESSAGES_MS : IDLE_MS;
    const pause = messagesExpected
      ? Math.min(MAX_IDLE_MS, ordinary + MESSAGES_PER_LATENESS * this.#lateness)
      : ordinary;
    return new Promise((resolve) => {
      this.#clock.after(pause, () => {
        this.#lateness += LATEST * (this.#clock.now() - begun - pause - this.#lateness);
        resolve(pause / ordinary);
      });
    });
  }
}
