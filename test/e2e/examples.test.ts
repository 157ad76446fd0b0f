import { readdirSync, readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  AnyRecordDocument,
  CatalogDocument,
  ClosestArticlesDocument,
  FirstLookDocument,
  ManyGenesDocument,
  NextPageDocument,
  SearchToGenesDocument,
  type TypedDocumentString,
} from '../../examples/generated/graphql.js';
import { RunningGateway } from '../support/running-gateway.js';

const EXAMPLES = new URL('../../examples/', import.meta.url);

/** Every example, asked through the typed documents that `npm run codegen` makes of them. */
describe('the examples', () => {
  let gateway: RunningGateway;
  const asked = new Set<string>();
  beforeAll(async () => {
    gateway = await RunningGateway.start();
  });
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  async function ask<Result, Variables extends object>(
    document: TypedDocumentString<Result, Variables>,
    variables: Variables,
  ): Promise<Result> {
    const text = document.toString();
    asked.add(/query (\w+)/.exec(text)?.[1] ?? text);
    const answer = await gateway.query(text, variables);
    expect(answer.errors).toBeUndefined();
    return answer.data as Result;
  }

  it('first-look shows TP53 with papers, and scored articles similar to them', async () => {
    const { gene } = await ask(FirstLookDocument, {});
    expect(gateway.sandbox.requests, 'the cost that the README tells').toHaveLength(5);
    expect(gene).toMatchObject({ symbol: 'TP53', description: 'tumor protein p53' });
    expect(gene?.pubmed?.totalCount).toBeGreaterThanOrEqual(60);
    expect(gene?.pubmed?.nodes.every(({ title, journal }) => title !== null && journal !== null)).toBe(true);
    const scores = gene?.pubmed?.nodes.map(({ related }) => related?.edges.map(({ score }) => score ?? 0) ?? []) ?? [];
    expect(scores.flat().length).toBeGreaterThan(0);
    expect(scores).toEqual(scores.map((list) => list.toSorted((a, b) => b - a)));
  });

  it('next-page walks through all papers of a gene, each once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    let total = 0;
    do {
      const page: Awaited<ReturnType<typeof nextPage>> = await nextPage(after);
      seen.push(...page.nodes.map(({ uid }) => uid));
      total = page.totalCount;
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toHaveLength(total);
    expect(new Set(seen).size).toBe(total);
  });

  async function nextPage(after: string | null) {
    const { gene } = await ask(NextPageDocument, { gene: '7157', after });
    if (!gene?.pubmed) {
      throw new Error('TP53 has no papers.');
    }
    return gene.pubmed;
  }

  it('closest-articles gives the articles above a score, best first, without the paper itself', async () => {
    const { pubmed: all } = await ask(ClosestArticlesDocument, { pmid: '26186194', minScore: null });
    const scores = all?.related?.edges.map(({ score }) => score ?? 0) ?? [];
    const middle = scores[Math.floor(scores.length / 2)];
    const { pubmed: best } = await ask(ClosestArticlesDocument, { pmid: '26186194', minScore: middle ?? 0 });
    expect(best?.related?.edges.map(({ score }) => score)).toEqual(scores.filter((score) => score >= (middle ?? 0)));
    expect(best?.related?.edges.length).toBeGreaterThan(0);
    expect(best?.related?.edges.some(({ node }) => node.uid === '26186194')).toBe(false);
  });

  it('many-genes gives each gene its own conditions', async () => {
    const { records } = await ask(ManyGenesDocument, { uids: ['7157', '672', '675'] });
    expect(records.gene?.map((gene) => gene?.symbol)).toEqual(['TP53', 'BRCA1', 'BRCA2']);
    expect(records.gene?.every((gene) => (gene?.omim?.nodes.length ?? 0) > 0)).toBe(true);
    expect(
      gateway.sandbox.requests.filter(({ params }) => params.some(([, value]) => value === 'gene_omim')),
    ).toHaveLength(1);
  });

  it('search-to-genes finds papers and their genes', async () => {
    const { search } = await ask(SearchToGenesDocument, { term: 'p53[title]' });
    expect(search.pubmed?.totalCount).toBeGreaterThan(0);
    expect(search.pubmed?.nodes.flatMap(({ gene }) => gene?.nodes ?? []).length).toBeGreaterThan(0);
  });

  it('any-record reaches a link by its name', async () => {
    const { gene } = await ask(FirstLookDocument, {});
    expect(gene).not.toBeNull();
    const { nodes } = await ask(AnyRecordDocument, { ids: ['Z2VuZTo3MTU3'], linkName: 'gene_omim' });
    expect(nodes).toMatchObject([{ db: 'gene', uid: '7157', links: { edges: [{ linkName: 'gene_omim' }, {}, {}] } }]);
  });

  it('catalog lists the links of a database with their fields', async () => {
    const { linkNames } = await ask(CatalogDocument, {});
    expect(linkNames).toContainEqual({ name: 'clinvar_gene', field: 'gene', to: 'gene', label: 'Gene', scored: false });
  });

  it('are all asked here', () => {
    const names = readdirSync(EXAMPLES)
      .filter((file) => file.endsWith('.graphql'))
      .map((file) => /query (\w+)/.exec(readFileSync(new URL(file, EXAMPLES), 'utf8'))?.[1]);
    expect([...asked].toSorted()).toEqual(names.toSorted());
  });
});
