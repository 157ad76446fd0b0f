import { describe, expect, it } from 'vitest';

import { describeInexactNumber } from '../../../src/schema/core/exact-numbers.js';

const ROUNDED = Number('12345678901234567890');

describe('describeInexactNumber', () => {
  it.each([
    [{ uid: ROUNDED }, 'variables.uid'],
    [{ a: 1, b: { uids: ['1', 2, ROUNDED] } }, 'variables.b.uids[2]'],
    [[[-ROUNDED]], 'variables[0][0]'],
    [{ uid: 2 ** 53 }, 'variables.uid'],
    [{ ['x'.repeat(1000)]: ROUNDED }, `variables.${'x'.repeat(70)}`],
  ])('names the place of a whole number that was rounded: %j', (given, place) => {
    expect(describeInexactNumber(given, 'variables')).toBe(
      `"${place}" is a whole number above 9007199254740991 and not exact. Send uids as strings.`,
    );
  });

  it.each([
    [{ uid: Number.MAX_SAFE_INTEGER, score: 0.1, uids: [`${ROUNDED}`, null, true] }],
    [{ a: Number.NaN, b: Number.POSITIVE_INFINITY }],
    [undefined],
    [null],
    ['text'],
  ])('finds nothing in what is exact, or no whole number: %j', (given) => {
    expect(describeInexactNumber(given, 'variables')).toBeUndefined();
  });

  it('walks through what is nested very deep, and through a circle once', () => {
    let deep: object = { uid: ROUNDED };
    for (let depth = 0; depth < 50_000; depth += 1) {
      deep = [deep];
    }
    expect(describeInexactNumber(deep, 'a')).toContain('not exact');
    const circle: { self?: object } = {};
    circle.self = circle;
    expect(describeInexactNumber(circle, 'a')).toBeUndefined();
  });
});
