import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { neighborsOf } from '../../../scripts/sample-neighbors.js';
import { relatedArticles } from '../../../src/sandbox/links/related.js';
import { loadSampleGraph } from '../../../src/sandbox/sample-graph.js';

describe('related articles', () => {
  const graph = loadSampleGraph();
  const [tp53Paper = ''] = graph.links('gene_pubmed', '7157');
  const list = (name: string, pmid = tp53Paper) => relatedArticles(name, pmid, graph);

  it('puts the article itself first with the highest score', () => {
    expect(list('pubmed_pubmed')[0]).toEqual({ id: tp53Paper, score: 2_147_483_647 });
  });

  it('orders by score, repeats nothing and ends', () => {
    const links = list('pubmed_pubmed');
    expect(links.length).toBeGreaterThan(50);
    expect(links.length).toBeLessThanOrEqual(200);
    expect(links.map(({ score }) => score)).toEqual(links.map(({ score }) => score).toSorted((a, b) => b - a));
    expect(new Set(links.map(({ id }) => id)).size).toBe(links.length);
    expect(links.slice(1).every(({ score }) => Number.isInteger(score) && score > 0 && score < 100_000_000)).toBe(true);
  });

  it('is what the builder of the sample computes', () => {
    const written = readFileSync(new URL('../../../sample/neighbors.json', import.meta.url), 'utf8');
    expect(written === neighborsOf(graph)).toBe(true);
  });

  it('is mutual', () => {
    const [, neighbour] = list('pubmed_pubmed');
    const back = list('pubmed_pubmed', neighbour?.id).find(({ id }) => id === tp53Paper);
    expect(back === undefined || back.score === neighbour?.score).toBe(true);
  });

  it('relates an article to those it cites', () => {
    const [citing = ''] = graph.sources('pubmed_pubmed_refs');
    const [cited = ''] = graph.links('pubmed_pubmed_refs', citing);
    expect(list('pubmed_pubmed', citing).map(({ id }) => id)).toContain(cited);
  });

  it('takes the five from the head of the list', () => {
    expect(list('pubmed_pubmed_five')).toEqual(list('pubmed_pubmed').slice(0, 5));
  });

  it('combines the best four with the best review beyond them', () => {
    const pmid = graph.uids('pubmed').find((each) => list('pubmed_pubmed_reviews', each).length > 1) ?? '';
    const reviews = list('pubmed_pubmed_reviews', pmid);
    const combined = list('pubmed_pubmed_combined', pmid);
    const best = list('pubmed_pubmed', pmid).slice(0, 4);
    expect(reviews[0]?.id).toBe(pmid);
    expect(reviews.slice(1).every(({ id }) => [graph.record('pubmed', id)?.pubtypes].flat().includes('Review'))).toBe(
      true,
    );
    expect(combined.slice(0, 4)).toEqual(best);
    expect(combined.slice(4)).toEqual(reviews.filter(({ id }) => !best.some((each) => each.id === id)).slice(0, 1));
  });

  it('has no lists for an unknown article', () => {
    expect(list('pubmed_pubmed', '999999999')).toEqual([]);
  });
});
