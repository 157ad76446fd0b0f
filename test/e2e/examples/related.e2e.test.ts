import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  ClosestArticlesDocument,
  FirstLookDocument,
  RelatedArticlesDocument,
  RelatedInYearsDocument,
} from '../../../examples/generated/graphql.js';
import { loadSampleGraph } from '../../../src/sandbox/sample-graph.js';
import { ask, present } from '../../support/ask-example.js';
import { RunningGateway } from '../../support/running-gateway.js';

const sample = loadSampleGraph();

interface ScoredLink {
  readonly id: string;
  readonly score: number;
}

describe('the examples of related articles', () => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await RunningGateway.start();
  });
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  /** What the line that an example replaces gives, closest first, without the paper itself. */
  async function neighbours(pmid: string): Promise<ScoredLink[]> {
    const query = `dbfrom=pubmed&db=pubmed&linkname=pubmed_pubmed&cmd=neighbor_score&retmode=json&id=${pmid}`;
    const response = await fetch(`${gateway.sandbox.url}elink.fcgi?${query}`);
    const { linksets } = (await response.json()) as { linksets: [{ linksetdbs: [{ links: ScoredLink[] }] }] };
    return linksets[0].linksetdbs[0].links.filter(({ id }) => id !== pmid);
  }

  it('first-look shows TP53 with papers and the articles similar to each, for 5 requests', async () => {
    await using fresh = await RunningGateway.start();
    const { gene } = await ask(fresh, FirstLookDocument, {});
    expect(fresh.sandbox.requests, 'the cost that the README shows').toHaveLength(5);
    expect(gene).toMatchObject({ symbol: 'TP53' });
    expect(gene?.pubmed?.totalCount).toBe(sample.links('gene_pubmed', '7157').length);
    expect(gene?.pubmed?.nodes).toHaveLength(2);
    const newest = sample.links('gene_pubmed', '7157').slice(0, 2);
    for (const [place, { title, related }] of present(gene?.pubmed).nodes.entries()) {
      expect(title).toEqual(sample.record('pubmed', newest[place] ?? '')?.title);
      const [closest] = await neighbours(newest[place] ?? '');
      expect(related?.edges).toEqual([
        { score: closest?.score, node: { title: sample.record('pubmed', closest?.id ?? '')?.title } },
      ]);
    }
  });

  it('related-articles gives the similar articles, closest first, without the paper itself', async () => {
    const { pubmed } = await ask(gateway, RelatedArticlesDocument, {});
    const expected = await neighbours('8023157');
    expect(expected.length).toBeGreaterThan(20);
    expect(pubmed?.related?.totalCount).toBe(expected.length);
    expect(pubmed?.related?.nodes.map(({ uid }) => uid)).toEqual(expected.slice(0, 20).map(({ id }) => id));
    expect(pubmed?.related?.nodes.every(({ title }) => title !== null)).toBe(true);
  });

  it('closest-articles gives the best 20 with their scores, and none below the score asked for', async () => {
    const { pubmed: all } = await ask(gateway, ClosestArticlesDocument, {});
    const expected = (await neighbours('26186194')).slice(0, 20);
    const found = present(all?.related).edges.map(({ node, score }) => ({ id: node.uid, score }));
    expect(found).toEqual(expected.map(({ id, score }) => ({ id, score })));
    expect(found).toHaveLength(20);

    const minScore = present(expected[9]).score;
    const { pubmed: best } = await ask(gateway, ClosestArticlesDocument, { minScore });
    expect(best?.related?.edges.map(({ score }) => score)).toEqual(
      expected.map(({ score }) => score).filter((score) => score >= minScore),
    );
  });

  it('related-in-years keeps the articles of those years, with their scores and order', async () => {
    const { pubmed } = await ask(gateway, RelatedInYearsDocument, {});
    const expected = (await neighbours('8023157')).filter(({ id }) => {
      const year = Number(sample.record('pubmed', id)?.year);
      return year >= 2005 && year <= 2015;
    });
    expect(expected.length).toBeGreaterThan(0);
    expect(pubmed?.related?.totalCount).toBe(expected.length);
    expect(pubmed?.related?.edges.map(({ node, score }) => ({ id: node.uid, score }))).toEqual(
      expected.slice(0, 20).map(({ id, score }) => ({ id, score })),
    );
    const years = present(pubmed?.related).edges.map(({ node }) => Number(node.pubDate?.slice(0, 4)));
    expect(years.every((year) => year >= 2005 && year <= 2015)).toBe(true);
  });
});
