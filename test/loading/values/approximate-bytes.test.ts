import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { approximateBytes } from '../../../src/loading/values/approximate-bytes.js';

describe('approximateBytes', () => {
  it('is positive for every JSON value, and more for a list with one value more', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.jsonValue(), (list, value) => {
        expect(approximateBytes(value)).toBeGreaterThan(0);
        expect(approximateBytes([...list, value])).toBeGreaterThan(approximateBytes(list));
      }),
    );
  });

  it('grows with the text', () => {
    expect(approximateBytes({ title: 'x'.repeat(1000) })).toBeGreaterThan(1000);
  });
});
