import { describe, expect, it } from 'vitest';

import { edgeWidths } from '../../../src/explore/canvas/edge-width.js';

const link = (linkName: string, score: number | null) => ({ source: 'a', target: 'b', linkName, score });

describe('the width of a link', () => {
  const related = [link('pubmed_pubmed', 4e7), link('pubmed_pubmed', 2e7)];
  const other = link('pcassay_pcassay', 8);
  const plain = link('gene_pubmed', null);
  const widthOf = edgeWidths([...related, other, plain]);

  it('grows with its score among links of its name, whatever the scale', () => {
    const [best = 0, half = 0] = related.map(widthOf);
    expect(best).toBeGreaterThan(half);
    expect(half).toBeGreaterThan(widthOf(plain));
    expect(widthOf(other)).toBe(best);
  });

  it('is the least without a score', () => {
    expect(widthOf(plain)).toBeLessThan(Math.min(...related.map(widthOf)));
  });
});
