import { describe, expect, it } from 'vitest';

import { findsNo, hasNo } from '../../../src/schema/core/absence.js';

describe('what is not there', () => {
  it.each([['ncbi'], [null]] as const)('is said of NCBI where the answer comes from %s', (source) => {
    expect(findsNo('gene record', { source })).toBe('NCBI finds no gene record');
    expect(hasNo('gene record', { source })).toBe('NCBI has no gene record');
  });

  it('is said of the sample data where the sandbox has answered', () => {
    expect(findsNo('gene record', { source: 'sandbox' })).toBe('The sample data hold no gene record');
    expect(hasNo('gene record', { source: 'sandbox' })).toBe('The sample data hold no gene record');
  });
});
