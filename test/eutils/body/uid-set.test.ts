import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { UidSet } from '../../../src/eutils/body/uid-set.js';

describe('the uids of a list that have been seen', () => {
  it('are told from new ones as a Set of their texts does', () => {
    const uid = fc.oneof(
      fc.nat({ max: 300 }).map(String),
      fc.maxSafeNat().map(String),
      fc.constantFrom('', '0', '007', '7', '18446744073709551615', '999999999999999', '4294967296', '4294967297', 'x'),
    );
    fc.assert(
      fc.property(fc.array(uid), (uids) => {
        const seen = new UidSet(uids.length);
        const known = new Set<string>();
        for (const each of uids) {
          expect(seen.add(each)).toBe(!known.has(each));
          known.add(each);
        }
      }),
    );
  });

  it.each([
    // Each of these takes minutes where the remainder decides about the place.
    { list: 'two long runs', step: 1, from: [1, 600_002] },
    { list: 'two long runs, a power of two apart', step: 1, from: [1, 1 + 2 ** 20] },
    { list: 'numbers a power of two apart', step: 2 ** 20, from: [1, 2] },
    { list: 'numbers that differ above 32 bits only', step: 2 ** 32, from: [1, 2] },
  ])('take no longer where they are $list', ({ step, from }) => {
    const half = 200_000;
    const seen = new UidSet(2 * half);
    let added = 0;
    for (const start of from) {
      for (let i = 0; i < half; i++) {
        added += seen.add(start + i * step) ? 1 : 0;
      }
    }
    expect(added).toBe(2 * half);
  });
});
