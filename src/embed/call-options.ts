import { isApiKey, MAX_KEY_LENGTH } from '../server/access/operation-of-request.js';
import type { OperationLimits } from '../server/execution/execute-operation.js';

/** What one call may take. Without an option, the limits that the graph was created with apply. */
export interface CallOptions {
  /** Requests to NCBI that it may take part in; at least 1, may be infinite. */
  readonly maxCalls?: number | undefined;
  /** Time it may take, in milliseconds; at least 1, may be infinite. */
  readonly deadline?: number | undefined;
  /** Cancels what is still running. */
  readonly signal?: AbortSignal | undefined;
  /** NCBI API key whose rate limit it uses in place of the graph's own. */
  readonly apiKey?: string | undefined;
}

/**
 * @internal
 * @throws RangeError naming the option; it never shows a key.
 */
export function limitsOf({ maxCalls, deadline, signal, apiKey }: CallOptions): OperationLimits {
  checkNumber('maxCalls', maxCalls);
  checkNumber('deadline', deadline);
  if (apiKey !== undefined && !isApiKey(apiKey)) {
    throw new RangeError(`Invalid apiKey. Use an API key of at most ${MAX_KEY_LENGTH} characters without blanks.`);
  }
  return {
    limits: {
      ...(maxCalls !== undefined && { maxCalls }),
      ...(deadline !== undefined && { deadlineMs: deadline }),
    },
    apiKey,
    ...(signal && { signal }),
  };
}

function checkNumber(name: string, value: number | undefined): void {
  if (value !== undefined && value !== Infinity && !(Number.isSafeInteger(value) && value >= 1)) {
    throw new RangeError(`Invalid ${name} ${String(value)}. Use a whole number of at least 1, or Infinity.`);
  }
}
