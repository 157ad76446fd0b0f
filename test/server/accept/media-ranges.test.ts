import { describe, expect, it } from 'vitest';

import { byHeader } from '../../../src/server/accept/media-ranges.js';

describe('What a header says', () => {
  it('is read once for each text', () => {
    const read: (string | null)[] = [];
    const lengthOf = byHeader((header) => {
      read.push(header);
      return header?.length;
    });
    expect(['text/csv', '*/*', 'text/csv', '', '*/*', ''].map(lengthOf)).toEqual([8, 3, 8, 0, 3, 0]);
    expect(read).toEqual(['text/csv', '*/*', '']);
  });

  it('is read once where that is nothing', () => {
    const read: (string | null)[] = [];
    const nothing = byHeader((header): string | undefined => {
      read.push(header);
      return undefined;
    });
    expect(['image/png', 'image/png'].map(nothing)).toEqual([undefined, undefined]);
    expect(read).toEqual(['image/png']);
  });

  it('is not remembered of a text that fills the memory', () => {
    let reads = 0;
    const count = byHeader(() => (reads += 1));
    const long = 'a'.repeat(1001);
    expect([count(long), count(long), count(null), count(null)]).toEqual([1, 2, 3, 4]);
  });
});
