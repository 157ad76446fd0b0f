import { describe, expect, it } from 'vitest';

import { inPlainWords, isAboutAccess, retryText } from '../../../src/explore/gateway/failure-text.js';
import { assertUnderstood } from '../../../src/loading/definitions/filter.js';

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

  it('names an organism of the filter as it was typed, and not as it was searched', () => {
    const notFound = ['"Homo sapienz"[ORGN]'];
    const answer = { count: 0, uids: [], retstart: 0, notFound, ignored: [], messages: [], warnings: [] };
    const said = messageOf(() => {
      assertUnderstood(answer, new Set());
    });
    expect(said).toContain('[ORGN]');
    expect(inPlainWords({ code: 'BAD_USER_INPUT', message: said }).message).toBe(
      'No organism is called "Homo sapienz". Correct it in the filter.',
    );
  });
});

function messageOf(action: () => void): string {
  try {
    action();
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}
