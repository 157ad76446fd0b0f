import { describe, expect, it } from 'vitest';

import { leadsInto } from '../../../src/eutils/links/link-set.js';

describe('the links of a request into several databases', () => {
  const LIST = { linkName: 'gene_pubmed', uids: ['1'] };
  it.each([
    { to: 'pubmed', requested: 'pmc,pubmed', expected: true },
    { to: 'PubMed', requested: 'pubmed', expected: true },
    { to: 'nuccore', requested: 'snp,nucleotide', expected: true },
    { to: 'omim', requested: 'pmc,pubmed', expected: false },
  ])('lead into one of them: $to of $requested is $expected', ({ to, requested, expected }) => {
    expect(leadsInto({ ...LIST, to }, requested)).toBe(expected);
  });
});
