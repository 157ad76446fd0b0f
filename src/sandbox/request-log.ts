/** One request as the sandbox received it. */
export interface RecordedRequest {
  /** The program asked for, without `.fcgi`. */
  readonly utility: string;
  /** All parameters in order with their names in lower case, but for `api_key`. */
  readonly params: readonly (readonly [name: string, value: string])[];
  /** When it arrived, in milliseconds of the monotonic clock (`performance.now()`). */
  readonly at: number;
  readonly keyed: boolean;
  /** 0 until it is answered. */
  readonly status: number;
  /** Ids in all its `id` parameters. */
  readonly idCount: number;
}

/** A log that a long-running sandbox may keep: the latest requests, oldest first. */
export class RequestLog {
  readonly #requests: RecordedRequest[] = [];
  readonly #capacity: number;

  constructor(capacity = 20_000) {
    this.#capacity = capacity;
  }

  get requests(): readonly RecordedRequest[] {
    return this.#requests;
  }

  /** Notes a request; its status is to be set when it is answered. */
  add(request: Omit<RecordedRequest, 'status'>): { status: number } {
    const entry = { ...request, status: 0 };
    this.#requests.push(entry);
    // Dropping a whole half at once keeps the cost of each request constant.
    if (this.#requests.length > this.#capacity) {
      this.#requests.splice(0, this.#capacity / 2);
    }
    return entry;
  }
}
