import { createHash } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { idealOf } from '../../bench/t-lit/ideal.js';
import { generateGraph } from '../../bench/t-lit/graph.js';
import { FIRST_IDS, type FoundRecord, levelsOf, LINK_NAMES, wrongEdges } from '../../bench/t-lit/traversal.js';
import { SampleGraph } from '../../src/sandbox/sample-graph.js';

describe('generateGraph', () => {
  const graph = new SampleGraph(generateGraph(1));

  it('gives the same graph for the same seed, on every machine', () => {
    const digest = createHash('sha256')
      .update(JSON.stringify(generateGraph(1)))
      .digest('hex');
    expect(digest).toBe('edac6e97bcf711c7818a1c92525e4168a50aea87151339a12d62d5ce4abd158b');
    expect(generateGraph(2)).not.toEqual(generateGraph(1));
  });

  it('has the size of the reference traversal', () => {
    const sizes = ['pubmed', 'gene', 'protein', 'structure'].map((db) => graph.uids(db).length);
    expect(sizes).toEqual([100, 250, 2000, 400]);
  });

  it('can be traversed in 15 calls: every record is reached', () => {
    const setting = { name: '', rps: 10, latency: { kind: 'constant', ms: 500 } } as const;
    // 1 search, 100 papers, 250 genes and 2,000 proteins by 200, 400 structures by 500.
    expect(idealOf(levelsOf(graph), FIRST_IDS, setting).calls).toBe(1 + 1 + 2 + 10 + 1);
  });

  it('has no list longer than the queries ask for', () => {
    const longest = LINK_NAMES.map((name) =>
      Math.max(...graph.uids(name.split('_')[0] ?? '').map((uid) => graph.links(name, uid).length)),
    );
    expect(longest[0]).toBeLessThanOrEqual(10);
    expect(longest[1]).toBeLessThanOrEqual(20);
    expect(longest[2]).toBeLessThanOrEqual(10);
  });
});

describe('wrongEdges', () => {
  const graph = new SampleGraph({
    records: { pubmed: { 1: {} }, structure: { 4: { title: 'Four' } } },
    links: { pubmed_gene: { 1: '21 22' }, gene_protein: { 21: '3' }, protein_structure: { 3: '4' } },
    inverses: {},
  });
  const whole = (title: string): FoundRecord => ({
    uid: '1',
    linked: [
      { uid: '22', linked: [] },
      { uid: '21', linked: [{ uid: '3', linked: [{ uid: '4', title }] }] },
    ],
  });

  it.each<[string, number, readonly FoundRecord[]]>([
    ['none in a whole answer', 0, [whole('Four')]],
    ['a wrong title', 1, [whole('Five')]],
    ['a lost paper', 1, []],
    ['a list that failed', 2, [{ uid: '1', linked: null }]],
    ['a repeated paper', 1, [whole('Four'), whole('Four')]],
    ['an edge of another source', 2, [{ uid: '1', linked: [{ uid: '21', linked: [{ uid: '9' }] }, { uid: '22' }] }]],
  ])('counts %s', (_what, wrong, found) => {
    expect(wrongEdges(graph, ['1'], found)).toBe(wrong);
  });
});
