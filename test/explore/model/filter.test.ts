import { describe, expect, it } from 'vitest';

import { describeFilter, EMPTY_FILTER, isReversed, linkArguments } from '../../../src/explore/model/filter.js';

const FILTER = { organism: 'Mus musculus', from: '2010', to: '', minScore: 5 };

describe('a filter', () => {
  it('reaches links with the parts that they take, and the page names the parts that they do not', () => {
    expect(linkArguments(FILTER, ['PUBLICATION_DATE'])).toEqual({
      filter: { publishedBetween: { from: '2010', to: '3000' } },
    });
    expect(describeFilter(FILTER, ['PUBLICATION_DATE'])).toEqual({
      applied: ['years'],
      ignored: ['organism', 'score'],
    });
  });

  it('is refused with the last year before the first, and not while that is typed', () => {
    expect(isReversed({ from: '2020', to: '2015' })).toBe(true);
    expect([isReversed({ from: '2015', to: '20' }), isReversed({ from: '2015', to: '' })]).toEqual([false, false]);
    expect(isReversed({ from: '2015', to: '2015' })).toBe(false);
  });

  it('is not said to apply where nothing of it does', () => {
    const organism = { ...EMPTY_FILTER, organism: 'Homo sapiens' };
    expect(linkArguments(organism, ['PUBLICATION_DATE'])).toEqual({});
    expect(describeFilter(organism, ['PUBLICATION_DATE']).applied).toEqual([]);
  });
});
