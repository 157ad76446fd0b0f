/**
 * The one error taxonomy. Every failure between a GraphQL field and NCBI is an {@link EntrezError} with one of these
 * codes; GraphQL clients see the code as `extensions.code`.
 */
export const ERROR_CODES = {
  UPSTREAM_RATE_LIMITED: 'NCBI rejected the request because of its rate limit, even after retries.',
  UPSTREAM_UNAVAILABLE:
    'NCBI or one of its services failed: server error, error text in the response, or no connection.',
  UPSTREAM_TIMEOUT: 'NCBI did not respond in time.',
  MALFORMED_RESPONSE: "NCBI's response could not be parsed, or could not be matched to the requested records.",
  RESPONSE_TOO_LARGE: 'The response is larger than NCBI returns in JSON, or than MAX_RESPONSE_MB allows.',
  UNKNOWN_ID: 'NCBI has no record with this identifier.',
  HISTORY_EXPIRED: 'The stored set (webEnv, queryKey) does not exist or has expired.',
  UNSUPPORTED_COMMAND: 'NCBI has withdrawn this command.',
  INVALID_API_KEY: 'NCBI rejected the API key.',
  BUDGET_EXCEEDED: 'The operation needs more upstream calls than it may make.',
  OVERLOADED: 'The gateway has more work than it can start now.',
  LIST_TOO_LONG:
    'To filter, sort or group a list of links takes more calls than the operation may make, or NCBI finds more records than it lists.',
  SHUTTING_DOWN: 'The gateway is shutting down.',
  DEADLINE_EXCEEDED: 'The operation ran out of time, including the wait for the rate limit.',
  BAD_USER_INPUT: 'An argument is invalid.',
  TABLE_NOT_IMPORTED: 'The field needs a table that is not imported here.',
  OPERATION_TOO_LARGE: 'The operation is longer or deeper than allowed, or its pages could hold too many records.',
} as const;

/** Stable, documented failure code. */
export type ErrorCode = keyof typeof ERROR_CODES;

/**
 * How far a failure reaches: one `id` of a request may cause it, so that a smaller request may succeed; a `batch` of ids
 * was mixed up, so that only requests for one id each can help; the `service` fails whatever it is requested; or NCBI
 * keeps out this `address`.
 */
export type FailureScope = 'id' | 'batch' | 'service' | 'address';

/** Codes that a single record can cause for a whole request. */
const CAUSED_BY_ONE_ID: ReadonlySet<ErrorCode> = new Set([
  'MALFORMED_RESPONSE',
  'RESPONSE_TOO_LARGE',
  'UNKNOWN_ID',
  'UPSTREAM_TIMEOUT',
]);

/** A record that a caller may have meant, with what tells it from the others. */
export interface Candidate {
  /** Its id in the whole graph. */
  readonly id: string;
  readonly uid: string;
  readonly title?: string | undefined;
  readonly [distinction: string]: string | undefined;
}

/** Where a failure belongs, as far as it is known. */
export interface ErrorDetails {
  readonly db?: string | undefined;
  readonly uids?: readonly string[] | undefined;
  readonly linkName?: string | undefined;
  /** The records that a name of several may be of. */
  readonly candidates?: readonly Candidate[] | undefined;
  /** Milliseconds after which another try makes sense. */
  readonly retryAfterMs?: number | undefined;
  /** How many links there are without the filter that failed. */
  readonly unfilteredCount?: number | undefined;
  /** What is wrong with a term: NCBI does not know a phrase of it, or its brackets or quotes do not match. */
  readonly problem?: 'UNKNOWN_PHRASE' | 'UNBALANCED' | undefined;
  /** The phrase that NCBI does not know, without quotes and search field. */
  readonly phrase?: string | undefined;
  /** Size that the answer would have had, as far as NCBI states it. */
  readonly answerBytes?: number | undefined;
}

export interface EntrezErrorOptions extends ErrorDetails {
  /** Whether the same request may succeed when sent again. */
  readonly retryable?: boolean;
  /** How far it reaches; without it, as far as failures of its code usually do. */
  readonly scope?: FailureScope;
  readonly cause?: unknown;
}

/**
 * A failure with a stable {@link ErrorCode}. Messages are ours and plain; text from NCBI enters a message only after
 * {@link redact}, because NCBI echoes keys and caller addresses.
 */
export class EntrezError extends Error {
  override readonly name = 'EntrezError';
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly scope: FailureScope;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, options: EntrezErrorOptions = {}) {
    const { retryable = false, scope, cause, ...details } = options;
    const { stackTraceLimit } = Error;
    // Operations fail by the thousand, and to collect the frames of a stack takes longer than all else of a failure.
    Error.stackTraceLimit = 0;
    super(message, cause === undefined ? undefined : { cause });
    Error.stackTraceLimit = stackTraceLimit;
    this.code = code;
    this.retryable = retryable;
    this.scope = scope ?? (CAUSED_BY_ONE_ID.has(code) ? 'id' : 'service');
    this.details = details;
  }

  /** Whether requests for fewer ids may be spared this failure. */
  get isDivisible(): boolean {
    return this.scope === 'id' || this.scope === 'batch';
  }

  /** What GraphQL clients see beside the message; graphql-js copies it from an original error. */
  get extensions(): Readonly<Record<string, unknown>> {
    return { code: this.code, ...this.details };
  }

  /** The same failure, told about more precisely (its record, its link name). */
  with(details: ErrorDetails): EntrezError {
    return new EntrezError(this.code, this.message, {
      ...this.details,
      ...details,
      retryable: this.retryable,
      scope: this.scope,
      cause: this.cause,
    });
  }
}

/**
 * What `read` gives, or the failure that it throws.
 *
 * @throws Whatever else it throws.
 */
export function orFailure<T>(read: () => T): T | EntrezError {
  try {
    return read();
  } catch (error) {
    if (error instanceof EntrezError) {
      return error;
    }
    throw error;
  }
}
