import { describe, expect, it } from 'vitest';

import { addRoot, EMPTY, expand } from '../../../src/explore/model/exploration.js';
import { EMPTY_FILTER } from '../../../src/explore/model/filter.js';
import { factsKey, Knowledge, pagesKey } from '../../../src/explore/model/knowledge.js';
import { openLoads, readLinked } from '../../../src/explore/model/loads.js';
import { CATALOG, gene, KNOWN, paper } from '../graphs.js';

const NONE_FAILED = (): undefined => undefined;
const DOWN = { code: 'UPSTREAM_UNAVAILABLE', message: 'NCBI is down.' };

describe('what an exploration loads', () => {
  it('is nothing for an empty page', () => {
    expect(openLoads(EMPTY, Knowledge.NONE, CATALOG)).toEqual([]);
  });

  it('is a record and the counts of its links, in one operation, when it is selected', () => {
    const [load, ...others] = openLoads(addRoot(EMPTY, 'gene-1'), Knowledge.NONE, CATALOG);
    expect(others).toEqual([]);
    expect(load?.variables).toEqual({ id: 'gene-1' });
    expect(load?.document).toContain('linkCounts');
  });

  it('is the rest of a page when some of it is known', () => {
    const [load] = openLoads(expand(EMPTY, 'gene-1', 'gene_pubmed'), KNOWN, CATALOG);
    expect(load?.variables).toEqual({ source: 'gene-1', link: 'gene_pubmed', first: 22, after: 'behind-12' });
    expect(load?.db).toBe('pubmed');
  });

  it('is the best first, and no less than a score, where links are scored', () => {
    const exploration = {
      ...expand(EMPTY, 'paper-10', 'pubmed_pubmed'),
      filter: { ...EMPTY_FILTER, organism: 'Mus musculus', from: '2010', minScore: 5 },
    };
    const [load] = openLoads(exploration, KNOWN, CATALOG);
    expect(load?.variables).toMatchObject({
      orderBy: 'SCORE',
      minScore: 5,
      filter: { publishedBetween: { from: '2010', to: '3000' } },
    });
  });

  it('leaves out the parts of a filter that the gateway says these links do not take', () => {
    const exploration = {
      ...expand(EMPTY, 'paper-10', 'pubmed_gene'),
      filter: { organism: 'Mus musculus', from: '2010', to: '2020', minScore: 5 },
    };
    const [load] = openLoads(exploration, KNOWN, CATALOG);
    expect(load?.variables).toEqual({
      source: 'paper-10',
      link: 'pubmed_gene',
      first: 25,
      filter: { organism: 'Mus musculus' },
    });
  });

  it('says where a link name leads that the catalog does not know', () => {
    const [load] = openLoads(expand(EMPTY, 'gene-1', 'gene_snp_new'), KNOWN, CATALOG);
    expect(load?.variables).toMatchObject({ link: 'gene_snp_new', to: 'snp' });
  });

  it('is not loaded again by itself when it failed, but when the failure is forgotten', () => {
    const exploration = expand(EMPTY, 'paper-10', 'pubmed_gene');
    const key = pagesKey('paper-10', 'pubmed_gene', {});
    const failed = KNOWN.withFailure(key, DOWN);
    expect(openLoads(exploration, failed, CATALOG)).toEqual([]);
    expect(openLoads(exploration, failed.withoutFailure(key), CATALOG)).toHaveLength(1);
  });

  it('is all that a shared address needs: its records, its links, and the counts of the selected record', () => {
    const exploration = {
      ...expand(EMPTY, 'gene-2', 'gene_pubmed'),
      roots: ['gene-2', 'paper-7'],
      picked: [{ source: 'gene-2', link: 'gene_pubmed', target: 'paper-9' }],
      selected: 'paper-7',
    };
    const loads = openLoads(exploration, Knowledge.NONE, CATALOG);
    expect(loads.map(({ variables }) => variables)).toEqual([
      { id: 'paper-7' },
      { ids: ['gene-2', 'paper-9'] },
      { source: 'gene-2', link: 'gene_pubmed', first: 25 },
    ]);
  });
});

describe('what is learnt from an answer', () => {
  const [show] = openLoads(addRoot(EMPTY, 'gene-1'), Knowledge.NONE, CATALOG);
  const [follow] = openLoads(expand(EMPTY, 'paper-10', 'pubmed_gene'), KNOWN, CATALOG);
  const key = pagesKey('paper-10', 'pubmed_gene', {});

  it('is a count for each link name; one that failed is a failure and not zero', () => {
    const node = {
      ...gene('1'),
      linkCounts: [
        { name: 'gene_pubmed', to: 'pubmed', count: 7 },
        { name: 'gene_snp', to: 'snp', count: null },
      ],
      availableLinks: [
        { name: 'gene_pubmed', to: 'pubmed', menuLabel: 'Papers', isLinkOut: false },
        { name: 'gene_snp', to: 'snp', menuLabel: null, isLinkOut: false },
        { name: 'gene_new', to: 'snp', menuLabel: null, isLinkOut: false },
        { name: 'ExternalLink', to: 'LinkOut', menuLabel: null, isLinkOut: true },
      ],
    };
    const known = show?.learn(
      Knowledge.NONE,
      node,
      (...path) => (path.join('.') === 'linkCounts.1' ? DOWN : undefined),
      true,
    );
    expect(known?.counts.get('gene-1')).toEqual([
      { name: 'gene_pubmed', to: 'pubmed', label: 'Papers', count: 7, isAwaited: false, failure: undefined },
      { name: 'gene_snp', to: 'snp', label: undefined, count: undefined, isAwaited: false, failure: DOWN },
      { name: 'gene_new', to: 'snp', label: undefined, count: undefined, isAwaited: false, failure: undefined },
    ]);
    expect(known?.records.get('gene-1')).not.toHaveProperty('linkCounts');
  });

  it('is a count that is awaited until it comes, and a failure where the answer ended without it', () => {
    const node = {
      ...gene('1'),
      linkCounts: [
        { name: 'gene_pubmed', to: 'pubmed' },
        { name: 'gene_snp', to: 'snp', count: 3 },
      ],
      availableLinks: null,
    };
    const [papers, variants] = show?.learn(Knowledge.NONE, node, NONE_FAILED, false).counts.get('gene-1') ?? [];
    expect(papers).toMatchObject({ count: undefined, isAwaited: true, failure: undefined });
    expect(variants).toMatchObject({ count: 3, isAwaited: false, failure: undefined });
    const ended = show?.learn(Knowledge.NONE, node, () => DOWN, true);
    expect(ended?.counts.get('gene-1')?.[0]).toMatchObject({ isAwaited: false, failure: DOWN });
    // Stopped, the record is a failure, and what was counted is forgotten: it is counted again as a whole.
    const stopped = ended && show?.learn(ended, null, () => DOWN, true);
    expect([stopped?.counts.has('gene-1'), stopped?.failures.get('gene-1')]).toEqual([false, DOWN]);
  });

  it('is a failure when links could not be loaded, never an empty list', () => {
    const known = follow?.learn(KNOWN, { links: null }, () => DOWN, true);
    expect(known?.failures.get(key)).toEqual(DOWN);
    expect(known?.pages.has(key)).toBe(false);
  });

  it('is links whose records could not be read, which keeps what is known of these, and reads the others again', () => {
    const page = {
      totalCount: 2,
      pageInfo: { endCursor: null, hasNextPage: false },
      edges: ['1', '2'].map((uid) => ({ score: null, linkName: 'gene_pubmed', node: { ...paper(uid), title: null } })),
    };
    const known = follow?.learn(Knowledge.NONE.withRecords([paper('1')]), { links: page }, () => DOWN, true);
    expect(known?.pages.get(key)?.edges).toHaveLength(2);
    expect(known?.failures).toEqual(new Map([[factsKey(key), DOWN]]));
    expect(known?.records.get('paper-1')?.title).toBe('Paper 1');

    const again = readLinked(key, known ?? Knowledge.NONE);
    expect(again.variables).toEqual({ ids: ['paper-2'] });
    const failed = again.learn(Knowledge.NONE, [{ ...paper('2'), title: null }], () => DOWN, true);
    expect(failed.failures.get(factsKey(key))).toEqual(DOWN);
    const read = again.learn(Knowledge.NONE, [paper('2')], NONE_FAILED, true);
    expect([read.failures.size, read.records.get('paper-2')?.title]).toEqual([0, 'Paper 2']);
  });

  it('is a failure too when there is neither a record nor a reason', () => {
    expect(show?.learn(Knowledge.NONE, null, NONE_FAILED, true).failures.get('gene-1')?.code).toBe('UNKNOWN_ID');
  });

  it('keeps the pages that are known when the next one fails', () => {
    const known = KNOWN.withFailure(pagesKey('gene-1', 'gene_pubmed', {}), DOWN);
    expect(known.pages.get(pagesKey('gene-1', 'gene_pubmed', {}))?.edges).toHaveLength(3);
  });

  it('does not lose facts to a suggestion that tells less', () => {
    const known = Knowledge.NONE.withRecords([paper('1', { journal: 'Nature' })]).withRecords([paper('1')]);
    expect(known.records.get('paper-1')).toHaveProperty('journal', 'Nature');
  });
});
