/** One request as the sandbox received it. */
export interface RecordedRequest {
  /** The program, without `.fcgi`. */
  readonly utility: string;
  /** All parameters in order, names in lower case, without `api_key`. */
  readonly params: readonly (readonly [name: string, value: string])[];
  /** When it arrived, in milliseconds of the monotonic clock (`performance.now()`). */
  readonly at: number;
  readonly keyed: boolean;
  /** 0 until it is answered. */
  readonly status: number;
  /** Whether the rate limit refused it; a fault that looks like a refusal does not count. */
  readonly refused: boolean;
  /** When its answer was sent, on the clock of `at`; infinite until then. */
  readonly answeredAt: number;
  /** The fault that struck it, as its rule is written. */
  readonly fault?: string | undefined;
  /** Ids in all its `id` parameters. */
  readonly idCount: number;
}

/** A request before its answer is known. */
export type ArrivedRequest = Omit<RecordedRequest, 'status' | 'refused' | 'answeredAt' | 'fault'>;

type Outcome = { -readonly [Name in 'status' | 'refused' | 'answeredAt' | 'fault']: RecordedRequest[Name] };

/** A bounded log: the latest requests, oldest first. */
export class RequestLog {
  readonly #requests: RecordedRequest[] = [];
  readonly #capacity: number;

  /** @param capacity - requests that are kept at most. */
  constructor(capacity = 20_000) {
    this.#capacity = capacity;
  }

  get requests(): readonly RecordedRequest[] {
    return this.#requests;
  }

  /** Adds a request; the caller sets the outcome when the request is answered. */
  add(request: ArrivedRequest): Outcome {
    const entry: RecordedRequest & Outcome = {
      ...request,
      status: 0,
      refused: false,
      answeredAt: Infinity,
      fault: undefined,
    };
    this.#requests.push(entry);
    // Dropping half of them at once keeps the cost of each request constant.
    if (this.#requests.length > this.#capacity) {
      this.#requests.splice(0, this.#capacity / 2);
    }
    return entry;
  }

  clear(): void {
    this.#requests.length = 0;
  }
}
