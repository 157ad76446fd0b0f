/** Length of the window the limit is counted in. */
const WINDOW_MS = 1000;

/** The rate limit's decision on one request. */
export interface RateVerdict {
  readonly allowed: boolean;
  /** Requests in the window, this one included. */
  readonly count: number;
  /** Requests allowed in a window; infinite when there is no limit. */
  readonly limit: number;
}

/**
 * NCBI's limit: so many requests in any second per API key, or per address without a key (protocol section on rates).
 *
 * A refused request is counted in the answer (`count` 4 of limit 3 is the recorded body) but does not lengthen the ban.
 */
export class RateLimit {
  readonly #starts = new Map<string, number[]>();
  readonly #now: () => number;

  /** @param now - a clock in milliseconds that never goes back. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * Counts a request of this caller against the limit; 0 means that there is none.
   *
   * @param now - when the request arrived. Default: the time of the call.
   */
  check(caller: string, limit: number, now = this.#now()): RateVerdict {
    if (limit === 0 || limit === Infinity) {
      return { allowed: true, count: 0, limit: Infinity };
    }
    const recent = (this.#starts.get(caller) ?? []).filter((start) => now - start < WINDOW_MS);
    const count = recent.length + 1;
    const allowed = count <= limit;
    this.#starts.set(caller, allowed ? [...recent, now] : recent);
    return { allowed, count, limit };
  }
}
