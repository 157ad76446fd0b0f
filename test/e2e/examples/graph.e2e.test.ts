import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { CommonPapersOfGenesDocument, ConnectTwoGenesDocument } from '../../../examples/generated/graphql.js';
import { loadSampleGraph } from '../../../src/sandbox/sample-graph.js';
import { ask } from '../../support/ask-example.js';
import { RunningGateway } from '../../support/running-gateway.js';

const sample = loadSampleGraph();
const papersOf = (gene: string): readonly string[] => sample.links('gene_pubmed', gene);

describe('the examples that ask the graph as a graph', () => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await RunningGateway.start();
  });
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  it('common-papers-of-genes counts the papers of two or more genes, and names the genes of each', async () => {
    const genes = ['7157', '672', '675'];
    const { commonLinks } = await ask(gateway, CommonPapersOfGenesDocument, {});
    const papers = new Set(genes.flatMap(papersOf));
    const ownersOf = (paper: string): readonly string[] => genes.filter((gene) => papersOf(gene).includes(paper));
    expect(commonLinks).toMatchObject({ complete: true, missing: [] });
    expect(commonLinks?.totalCount).toBe([...papers].filter((paper) => ownersOf(paper).length >= 2).length);
    expect(commonLinks?.edges).toHaveLength(5);
    for (const { node, sourceCount, sources } of commonLinks?.edges ?? []) {
      expect(sources.map(({ uid }) => uid).toSorted()).toEqual(ownersOf(node.uid).toSorted());
      expect(sourceCount).toBe(sources.length);
    }
  });

  it('connect-two-genes leads from one gene over a paper of both to the other', async () => {
    const { paths } = await ask(gateway, ConnectTwoGenesDocument, {});
    expect(paths?.status).toBe('FOUND');
    expect(paths?.paths).toHaveLength(3);
    for (const { records, edges } of paths?.paths ?? []) {
      const [first, paper, last] = records.map(({ curie }) => curie);
      expect([first, last]).toEqual(['NCBIGene:7157', 'NCBIGene:672']);
      const pmid = paper?.replace('pubmed:', '') ?? '';
      expect(papersOf('7157')).toContain(pmid);
      expect(papersOf('672')).toContain(pmid);
      expect(edges.map(({ linkName }) => linkName)).toEqual(['gene_pubmed', 'gene_pubmed']);
    }
  });
});
