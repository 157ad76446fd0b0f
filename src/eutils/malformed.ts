import { EntrezError } from './errors.js';

/**
 * The failure for an answer that cannot be read. Always retryable: bodies are cut off or garbled in bad hours, and the
 * same question is answered well a moment later.
 */
export function malformed(message: string, cause?: unknown): EntrezError {
  return new EntrezError('MALFORMED_RESPONSE', message, { retryable: true, cause });
}
