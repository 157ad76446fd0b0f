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
  /** When its answer was sent, on the clock of `at`; infinite until then. */
  readonly answeredAt: number;
  /** The fault that struck it, as its rule is written. */
  readonly fault?: string | undefined;
  /** Ids in all its `id` parameters. */
  readonly idCount: number;
}

/** A request before its answer is known. */
export type ArrivedRequest = Omit<RecordedRequest, 'status' | 'answeredAt' | 'fault'>;

interface AnsweredLater {
  status: number;
  answeredAt: number;
  fault?: string | undefined;
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

  /** Notes a request; what is known of its answer is to be set when it is answered. */
  add(request: ArrivedRequest): AnsweredLater {
    const entry: RecordedRequest & AnsweredLater = { ...request, status: 0, answeredAt: Infinity };
    this.#requests.push(entry);
    // Dropping a whole half at once keeps the cost of each request constant.
    if (this.#requests.length > this.#capacity) {
      this.#requests.splice(0, this.#capacity / 2);
    }
    return entry;
  }
}
