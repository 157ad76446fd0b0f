import { EntrezError } from './errors.js';

/**
 * The failure for an answer that cannot be read. Always retryable: bodies are cut off or garbled in bad hours, and the
 * same question is answered well a moment later.
 */
export function malformed(message: string, cause?: unknown): EntrezError {
  return new EntrezError('MALFORMED_RESPONSE', message, { retryable: true, cause });
}

/**
 * The failure for an answer that contradicts its question or itself. It is not the fault of one of several ids, so that
 * only another try of the same request can help.
 */
export function contradiction(message: string): EntrezError {
  return malformed(message);
}
