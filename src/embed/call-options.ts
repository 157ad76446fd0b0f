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

const KNOWN: readonly (keyof CallOptions)[] = ['maxCalls', 'deadline', 'signal', 'apiKey'];

/**
 * @internal
 * @throws RangeError naming the option; it never shows a key.
 */
export function limitsOf({ maxCalls, deadline, signal, apiKey, ...others }: CallOptions): OperationLimits {
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) {
    throw new RangeError(`Unknown option ${unknown}. Known options: ${KNOWN.join(', ')}.`);
  }
  checkNumber('maxCalls', maxCalls);
  checkNumber('deadline', deadline);
  if (signal !== undefined && typeof (signal as Partial<AbortSignal> | null)?.addEventListener !== 'function') {
    throw new RangeError('Invalid signal. Use the signal of an AbortController.');
  }
  if (apiKey !== undefined && !(typeof apiKey === 'string' && isApiKey(apiKey))) {
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
