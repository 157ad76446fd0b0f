import { describe, expect, it } from 'vitest';

import { canBeRetried, inPlainWords, isAboutAccess, retryText } from '../../../src/explore/gateway/failure-text.js';
import { EntrezError } from '../../../src/eutils/failures/errors.js';
import { assertUnderstood } from '../../../src/loading/definitions/filter.js';
import { checkTerm } from '../../../src/schema/core/query-arguments.js';

describe('a failure in plain words', () => {
  it('says what to do where no token is known', () => {
    const failure = inPlainWords({ code: 'UNAUTHENTICATED', message: 'Authorization: Bearer …' });
    expect(failure).toEqual({
      code: 'UNAUTHENTICATED',
      message: expect.stringContaining('requires a token') as string,
    });
    expect(isAboutAccess(failure)).toBe(true);
  });

  it.each([
    [-100, 'You can try again now.'],
    [0, 'You can try again now.'],
    [900, 'Try again in 1 s.'],
    [24_100, 'Try again in 25 s.'],
    [119_500, 'Try again in 2 min.'],
    [3_500_000, 'Try again in 59 min.'],
  ])('says when to try again: %s ms before that time, "%s"', (left, said) => {
    expect(retryText(left)).toBe(said);
  });

  it('keeps the time at which to try again, which does not become outdated', () => {
    const before = Date.now();
    const failure = inPlainWords({ code: 'QUOTA_EXCEEDED', message: 'This client …', retryAfterMs: 60_000 });
    expect(failure.message).toBe("You've reached this gateway's request limit.");
    expect(failure.retryAt).toBeGreaterThanOrEqual(before + 60_000);
    expect(inPlainWords({ code: 'QUOTA_EXCEEDED', message: '' })).not.toHaveProperty('retryAt');
  });

  it('is that of the gateway where there is nothing to add', () => {
    const failure = { code: 'BAD_USER_INPUT', message: 'Invalid "first": 0.' };
    expect(inPlainWords(failure)).toEqual(failure);
    expect(isAboutAccess(failure)).toBe(false);
  });

  it('does not show the machinery of NCBI', () => {
    const failure = inPlainWords({ code: 'UPSTREAM_UNAVAILABLE', message: "Couldn't resolve #exLinkSrv2" });
    expect(failure.message).toBe('NCBI did not answer properly.');
  });

  it.each(['"Homo sapienz"[ORGN]', '"Homo sapienz"', 'Homo sapienz[Organism]'])(
    'names an organism of the filter as it was typed, and not as it was searched: %s',
    (phrase) => {
      const answer = { count: 0, uids: [], retstart: 0, notFound: [phrase], ignored: [], messages: [], warnings: [] };
      const { code, message, details } = failureOf(() => {
        assertUnderstood(answer, new Set());
      });
      expect(inPlainWords({ code, message, ...details }).message).toBe(
        'No organism of these records is called "Homo sapienz". Correct it in the filter.',
      );
    },
  );

  it('speaks of the search on the page instead of an argument', () => {
    const { code, message, details } = failureOf(() => checkTerm('"li-fraumeni', 'term'));
    expect(inPlainWords({ code, message, ...details }).message).toBe(
      'The brackets or quotes of the search do not match. Close each of them.',
    );
  });

  it('offers no other try of what has to be corrected', () => {
    expect(canBeRetried({ code: 'BAD_USER_INPUT', message: '' })).toBe(false);
    expect(canBeRetried({ code: 'UPSTREAM_TIMEOUT', message: '' })).toBe(true);
  });
});

function failureOf(action: () => void): EntrezError {
  try {
    action();
  } catch (error) {
    if (error instanceof EntrezError) {
      return error;
    }
    throw error;
  }
  throw new Error('It did not fail.');
}
