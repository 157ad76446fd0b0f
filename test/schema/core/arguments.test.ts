import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { badInput, parseUid } from '../../../src/schema/core/arguments.js';
import { failureOf } from '../../eutils/entrez-errors.js';

describe('parseUid', () => {
  it('gives every whole number above 0 of up to 20 digits as it is', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 20n - 1n }), (uid) => {
        expect(parseUid(String(uid), 'uid')).toBe(String(uid));
      }),
    );
  });

  it('takes leading zeros and surrounding blanks off, so that one record has one uid', () => {
    expect(parseUid(' 007157 ', 'uid')).toBe('7157');
    expect(parseUid('000000000000000000000007157', 'uid')).toBe('7157');
  });

  it.each(['', ' ', '0', '000', 'abc', '-1', '+1', '1.5', '1e5', '0x10', '71 57', '7157,672', '１２', '1'.repeat(21)])(
    'refuses %j, naming the argument and what was expected',
    (value) => {
      const error = failureOf(() => parseUid(value, 'uids'));
      expect(error.code).toBe('BAD_USER_INPUT');
      expect(error.message).toBe(
        `Argument "uids" is ${JSON.stringify(value)}. Use a uid: a whole number above 0 of at most 20 digits.`,
      );
    },
  );
});

describe('badInput', () => {
  it('is BAD_USER_INPUT and not worth a retry', () => {
    expect(badInput('first', -1, 'Use a number from 0 to 1000.')).toMatchObject({
      code: 'BAD_USER_INPUT',
      retryable: false,
    });
  });

  it('shortens what was given', () => {
    const { message } = badInput('term', 'x'.repeat(5000), 'Be short.');
    expect(message.length).toBeLessThan(150);
    expect(message).toMatch(/x…\. Be short\.$/);
  });
});
