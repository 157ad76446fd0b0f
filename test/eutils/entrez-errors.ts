import { expect } from 'vitest';

import { EntrezError } from '../../src/eutils/failures/errors.js';

/** Runs what is expected to fail, and gives its EntrezError back to look at. */
export function failureOf(run: () => unknown): EntrezError {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(EntrezError);
    return error as EntrezError;
  }
  return expect.unreachable('nothing was thrown');
}
