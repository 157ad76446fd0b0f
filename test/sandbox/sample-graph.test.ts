import { statSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { loadCatalog } from '../../src/catalog/catalog.js';
import { loadSampleGraph, SampleGraph } from '../../src/sandbox/sample-graph.js';

describe('SampleGraph', () => {
  const small = new SampleGraph({
    records: {
      gene: { '1': { symbol: 'A' }, '20': {} },
      protein: { '5': { accession: 'NP_1', accessionVersion: 'NP_1.2' } },
    },
    links: { gene_pubmed: { '1': '3 30 7' }, pubmed_pubmed_alsoviewed: { '3': '7 30' } },
    inverses: { gene_pubmed: 'pubmed_gene' },
  });

  it('gives UIDs and links highest first', () => {
    expect(small.uids('gene')).toEqual(['20', '1']);
    expect(small.links('gene_pubmed', '1')).toEqual(['30', '7', '3']);
  });

  it('keeps the order of links that have a ranking of their own', () => {
    expect(small.links('pubmed_pubmed_alsoviewed', '3')).toEqual(['7', '30']);
  });

  it('reads links backwards under their inverse name', () => {
    expect(small.links('pubmed_gene', '30')).toEqual(['1']);
  });

  it('finds sequences by accession with or without version, in any case', () => {
    expect(['NP_1', 'np_1.2', 'NP_2'].map((accession) => small.uidOfAccession('protein', accession))).toEqual([
      '5',
      '5',
      undefined,
    ]);
  });

  it('knows nothing of other databases', () => {
    expect(small.uids('mesh')).toEqual([]);
    expect(small.links('gene_mesh', '1')).toEqual([]);
    expect(small.record('mesh', '1')).toBeUndefined();
  });
});

describe('the published sample', () => {
  const graph = loadSampleGraph();
  const catalog = loadCatalog();

  it('is small enough for the repository', () => {
    expect(statSync(new URL('../../sample/graph.json', import.meta.url)).size).toBeLessThan(1_500_000);
  });

  it('has at least 60 papers of TP53, each with a title', () => {
    const papers = graph.links('gene_pubmed', '7157');
    expect(papers.length).toBeGreaterThanOrEqual(60);
    expect(papers.filter((pmid) => typeof graph.record('pubmed', pmid)?.title !== 'string')).toEqual([]);
  });

  it('has a record at both ends of every link of the catalog', () => {
    const open = catalog.links.flatMap(({ name, from, to }) =>
      [...graph.sources(name)].flatMap((source) =>
        [...graph.links(name, source).map((target) => [to, target] as const), [from, source] as const].filter(
          ([db, uid]) => graph.record(db, uid) === undefined,
        ),
      ),
    );
    expect(open).toEqual([]);
  });
});
