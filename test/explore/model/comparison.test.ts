import { describe, expect, it } from 'vitest';

import { comparable, liftText, linksOfPaths, skippedTexts, usualLink } from '../../../src/explore/model/comparison.js';
import { CATALOG, gene, paper } from '../graphs.js';

const skipped = (reason: Parameters<typeof skippedTexts>[0][number]['reason'], ...linkNames: readonly string[]) =>
  linkNames.map((linkName) => ({ reason, linkName, code: null }));

describe('records that can be compared', () => {
  it('are two or more of one database, the most first, with the link names of that database', () => {
    const groups = comparable([paper('1'), gene('1'), paper('2'), gene('2'), gene('3')], CATALOG);
    expect(groups.map(({ db, ids }) => [db, ids.length])).toEqual([
      ['gene', 3],
      ['pubmed', 2],
    ]);
    expect(groups.map(({ links }) => links.map(({ name }) => name))).toEqual([
      ['gene_pubmed'],
      ['pubmed_pubmed', 'pubmed_gene'],
    ]);
    expect(groups.map(usualLink)).toEqual(['gene_pubmed', 'pubmed_pubmed']);
  });

  it('are none where each is the only one of its database, or it has no links', () => {
    expect(comparable([paper('1'), gene('1')], CATALOG)).toEqual([]);
    expect(comparable([gene('1', { db: 'books' }), gene('2', { db: 'books' })], CATALOG)).toEqual([]);
  });
});

describe('what a comparison found, in words', () => {
  it.each([
    [null, undefined],
    [0.4, undefined],
    [1, undefined],
    [4.26, '4.3× chance'],
    [51.2, '51× chance'],
  ])('of a lift of %s: %s', (lift, text) => {
    expect(liftText(lift)).toBe(text);
  });

  it('has a sentence for each reason, which names a few link names and counts the others', () => {
    const [failed] = skipped('FAILED', 'gene_snp');
    expect(
      skippedTexts(
        [...skipped('ENOUGH', 'a_b', 'c_d', 'a_b', 'e_f', 'g_h', 'i_j'), ...skipped('HUB', 'pubmed_gene')].concat(
          failed ? [{ ...failed, code: 'UPSTREAM_UNAVAILABLE' as never }] : [],
        ),
        1000,
      ),
    ).toEqual([
      'Links by a_b, c_d, e_f, g_h and 1 more were left because enough paths had been found.',
      'Links by pubmed_gene lie behind a record with more than 1,000 links.',
      'Links by gene_snp could not be loaded (UPSTREAM_UNAVAILABLE).',
    ]);
  });

  it('draws the links of paths in the direction in which NCBI states them', () => {
    const edge = { linkName: 'gene_pubmed', from: { id: 'b', uid: '2' }, to: { id: 'a', uid: '1' } };
    expect(linksOfPaths([{ records: [], hubs: [], edges: [edge] }])).toEqual([
      { source: 'b', link: 'gene_pubmed', target: 'a' },
    ]);
  });
});
