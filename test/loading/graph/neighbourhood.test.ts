import { describe, expect, it } from 'vitest';

import {
  MAX_NEIGHBOURS,
  type NeighbourhoodLimits,
  NeighbourhoodSearch,
} from '../../../src/loading/graph/neighbourhood.js';
import { EITHER_WAY, GraphReader, INSIDE, linkNamed, nameOf } from './path-graph.js';

const GENE = { db: 'gene', uid: '1' };
const NAMES = [...EITHER_WAY, ...INSIDE].map(({ name }) => linkNamed(name));
const PLENTY = { hops: 2, perHop: 100, maxCalls: 10_000, avoidRecords: new Set<string>() };

async function around(reader: GraphReader, limits: Partial<NeighbourhoodLimits> = {}, starts = [GENE]) {
  const search = new NeighbourhoodSearch(reader, NAMES, { ...PLENTY, ...limits });
  const { nodes, edges } = await search.run(starts);
  return {
    hops: Object.fromEntries(nodes.map(({ record, hop }) => [nameOf(record), hop])),
    leftOut: Object.fromEntries(nodes.map(({ record, leftOut }) => [nameOf(record), leftOut])),
    edges: edges.map(({ from, to, linkName }) => `${nameOf(from)} ${linkName} ${nameOf(to)}`),
    skipped: search.frontier.skipped,
  };
}

function someGraph(): GraphReader {
  const reader = new GraphReader();
  reader.link('gene_omim', '1', '10');
  reader.link('gene_pubmed', '1', '20');
  reader.link('gene_pubmed', '1', '21');
  reader.link('gene_pubmed', '2', '21');
  reader.link('pubmed_pubmed_refs', '20', '21');
  return reader;
}

describe('a neighbourhood', () => {
  it('has the records around the starts, each as near as it is, with all links between them', async () => {
    const { hops, edges, leftOut, skipped } = await around(someGraph());
    expect(hops).toEqual({ 'gene:1': 0, 'omim:10': 1, 'pubmed:20': 1, 'pubmed:21': 1, 'gene:2': 2 });
    expect(edges).toContain('gene:1 gene_pubmed pubmed:20');
    expect(edges).toContain('pubmed:20 pubmed_pubmed_refs pubmed:21');
    expect(edges).toContain('pubmed:21 pubmed_gene gene:2');
    expect(Object.values(leftOut).flat()).toEqual([]);
    expect(skipped).toEqual([]);
  });

  it('takes the first records of each list, and counts the others', async () => {
    const { hops, leftOut } = await around(someGraph(), { hops: 1, perHop: 1 });
    expect(hops).toEqual({ 'gene:1': 0, 'omim:10': 1, 'pubmed:20': 1 });
    expect(leftOut['gene:1']).toEqual([{ linkName: 'gene_pubmed', count: 1 }]);
  });

  it('shows a link to a record that another list has brought', async () => {
    const starts = [GENE, { db: 'gene', uid: '2' }];
    const { edges } = await around(someGraph(), { hops: 1, perHop: 1 }, starts);
    expect(edges).toContain('gene:1 gene_pubmed pubmed:20');
    expect(edges).toContain('gene:2 gene_pubmed pubmed:21');
    expect(edges).toContain('gene:1 gene_pubmed pubmed:21');
  });

  it('loads no more than its calls allow, the lists of most records first, and says which it left', async () => {
    const reader = someGraph();
    const { skipped, hops } = await around(reader, { maxCalls: 2 });
    expect(reader.calls).toBeLessThanOrEqual(2);
    expect(Object.keys(hops).length).toBeGreaterThan(1);
    expect(skipped.map(({ reason }) => reason)).toContain('BUDGET');
  });

  it('names a list that fails, and shows the others', async () => {
    const reader = someGraph();
    reader.failing.set('gene_pubmed 1', 'UPSTREAM_UNAVAILABLE');
    const { hops, skipped } = await around(reader, { hops: 1 });
    expect(hops).toEqual({ 'gene:1': 0, 'omim:10': 1 });
    expect(skipped).toEqual([
      {
        reason: 'FAILED',
        linkName: 'gene_pubmed',
        records: 1,
        ways: 0,
        code: 'UPSTREAM_UNAVAILABLE',
        message: 'Broken.',
      },
    ]);
  });

  it('leaves out records that are to be avoided, and what only they lead to', async () => {
    const { hops } = await around(someGraph(), { avoidRecords: new Set(['pubmed 21']) });
    expect(hops).not.toHaveProperty('pubmed:21');
    expect(hops).not.toHaveProperty('gene:2');
  });

  it('ends at its most records, and counts what has no room', async () => {
    const reader = new GraphReader();
    for (let uid = 1; uid <= 50; uid += 1) {
      for (let paper = 0; paper < 50; paper += 1) {
        reader.link('gene_pubmed', String(uid), String(uid * 1000 + paper));
      }
    }
    const starts = Array.from({ length: 50 }, (_, index) => ({ db: 'gene', uid: String(index + 1) }));
    const { hops, leftOut, skipped, edges } = await around(reader, { hops: 1 }, starts);
    expect(Object.keys(hops)).toHaveLength(MAX_NEIGHBOURS);
    const counted = Object.values(leftOut).flat();
    expect(edges.length + counted.reduce((sum, { count }) => sum + count, 0)).toBe(2500);
    expect(skipped).toMatchObject([{ reason: 'ENOUGH', linkName: 'gene_pubmed' }]);
  });
});
