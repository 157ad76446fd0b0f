import { describe, expect, it } from 'vitest';

import { inPlainWords, isAboutAccess } from '../../../src/explore/gateway/failure-text.js';
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
    [900, 'in 1 s.'],
    [24_100, 'in 25 s.'],
    [119_500, 'in 2 min.'],
    [3_500_000, 'in 59 min.'],
  ])('says when to try again: %s ms are "%s"', (retryAfterMs, said) => {
    const { message } = inPlainWords({ code: 'QUOTA_EXCEEDED', message: 'This client …', retryAfterMs });
    expect(message).toMatch(/^You've reached this gateway's request limit\. Try again /);
    expect(message.endsWith(said)).toBe(true);
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
