import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { RateLimit } from '../../src/sandbox/rate-limit.js';

/** A limit whose clock the test sets. */
function atTime(): { readonly limit: RateLimit; now: number } {
  const clock = { now: 0 };
  return Object.assign(clock, { limit: new RateLimit(() => clock.now) });
}

describe('RateLimit', () => {
  it('refuses the fourth request of a second and counts it', () => {
    const { limit } = atTime();
    const verdicts = Array.from({ length: 4 }, () => limit.check('192.0.2.1', 3));
    expect(verdicts.map(({ allowed }) => allowed)).toEqual([true, true, true, false]);
    expect(verdicts[3]).toEqual({ allowed: false, count: 4, limit: 3 });
  });

  it('does not let refused requests lengthen the ban', () => {
    const clock = atTime();
    clock.limit.check('a', 1);
    for (clock.now = 100; clock.now < 1000; clock.now += 100) {
      expect(clock.limit.check('a', 1)).toEqual({ allowed: false, count: 2, limit: 1 });
    }
    expect(clock.limit.check('a', 1).allowed).toBe(true);
  });

  it('counts every caller alone', () => {
    const { limit } = atTime();
    limit.check('a', 1);
    expect(limit.check('b', 1).allowed).toBe(true);
  });

  it.each([0, Infinity])('has no limit at %d', (none) => {
    const { limit } = atTime();
    expect(Array.from({ length: 100 }, () => limit.check('a', none)).every(({ allowed }) => allowed)).toBe(true);
  });

  it('never allows more than the limit in any second, and never refuses without need', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 200 }),
        (perSecond, gaps) => {
          const clock = atTime();
          const allowed: number[] = [];
          for (const gap of gaps) {
            clock.now += gap;
            const recent = allowed.filter((start) => clock.now - start < 1000).length;
            const verdict = clock.limit.check('a', perSecond);
            expect(verdict.allowed).toBe(recent < perSecond);
            if (verdict.allowed) {
              allowed.push(clock.now);
            }
          }
        },
      ),
    );
  });
});
