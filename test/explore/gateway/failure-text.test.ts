import { describe, expect, it } from 'vitest';

import {
  canBeRetried,
  inPlainWords,
  isAboutAccess,
  retryText,
  saidPlainly,
} from '../../../src/explore/gateway/failure-text.js';
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

  it.each(['"Homo sapienz"[ORGN]', '"Homo sapienz"', 'Homo sapienz[Organism]'])(
    'names an organism of the filter as it was typed, and not as it was searched: %s',
    (phrase) => {
      const answer = { count: 0, uids: [], retstart: 0, notFound: [phrase], ignored: [], messages: [], warnings: [] };
      const said = messageOf(() => {
        assertUnderstood(answer, new Set());
      });
      expect(inPlainWords({ code: 'BAD_USER_INPUT', message: said }).message).toBe(
        'No organism of these records is called "Homo sapienz". Correct it in the filter.',
      );
    },
  );

  it.each([
    [
      'Argument "term" is "\\"li-fraumeni", whose brackets or quotes do not match. Close each bracket and quote.',
      'The brackets or quotes of ""li-fraumeni" do not match. Close each of them.',
    ],
    [
      'Argument "names" is "tp53[". Use a uid: a whole number above 0, or the official symbol of a gene, such as TP53.',
      '"tp53[" has the form of no name, such as a symbol, an identifier or an accession.',
    ],
    ['Argument "names" is "aaa…. Use at most 500 characters.', '"aaa… is too long: a name has at most 500 characters.'],
    [
      'NCBI has no gene record with symbol "X". For names of other records than genes, taxa and articles, give "in".',
      'NCBI has no gene record with symbol "X". For names of other records, choose their kind beside the search.',
    ],
  ])('speaks of what is on the page instead of arguments: %s', (said, words) => {
    expect(saidPlainly(said)).toBe(words);
  });

  it('offers no other try of what has to be corrected', () => {
    expect(canBeRetried({ code: 'BAD_USER_INPUT', message: '' })).toBe(false);
    expect(canBeRetried({ code: 'UPSTREAM_TIMEOUT', message: '' })).toBe(true);
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
