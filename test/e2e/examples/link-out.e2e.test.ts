import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  AvailableLinksDocument,
  LibraryLinksDocument,
  LinkOutOfAGeneDocument,
  LinkOutOfAPaperDocument,
  PublisherPageDocument,
} from '../../../examples/generated/graphql.js';
import { loadSampleGraph } from '../../../src/sandbox/sample-graph.js';
import { ask, present } from '../../support/ask-example.js';
import { RunningGateway } from '../../support/running-gateway.js';

const sample = loadSampleGraph();
const PAPER = { uid: '31978945', title: 'A Novel Coronavirus from Patients with Pneumonia in China, 2019' };
const PUBLISHER = `https://doi.org/${String(sample.record('pubmed', PAPER.uid)?.doi)}`;
const PMC = `https://pmc.ncbi.nlm.nih.gov/articles/${String(sample.record('pubmed', PAPER.uid)?.pmcid)}/`;

describe('the examples of checks and LinkOut', () => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await RunningGateway.start();
  });
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  it('available-links tells what a gene is linked to, by which field, and how often', async () => {
    const { gene } = await ask(gateway, AvailableLinksDocument, {});
    expect(gene?.symbol).toBe('TP53');
    const links = present(gene?.availableLinks);
    expect(links).toContainEqual(expect.objectContaining({ name: 'gene_pubmed', to: 'pubmed', field: 'pubmed' }));
    expect(links).toContainEqual(expect.objectContaining({ name: 'gene_clinvar', to: 'clinvar', field: 'clinvar' }));
    expect(links).toContainEqual(expect.objectContaining({ name: 'ExternalLink', to: 'LinkOut', field: null }));
    for (const { name } of links.filter(({ field }) => field !== null)) {
      expect(sample.links(name, '7157').length, name).toBeGreaterThan(0);
    }
    expect(gene?.linkCounts).toEqual(
      ['gene_pubmed', 'gene_clinvar'].map((name) => ({ name, count: sample.links(name, '7157').length })),
    );
  });

  it('linkout-of-a-paper gives the pages about a paper, and those with its full text', async () => {
    const { pubmed } = await ask(gateway, LinkOutOfAPaperDocument, {});
    expect(pubmed).toMatchObject({
      title: PAPER.title,
      linkOut: [
        { url: PUBLISHER, categories: ['Full Text Sources'], provider: { name: 'DOI resolver' } },
        { url: PMC, iconUrl: expect.stringMatching(/^https:\/\//) as string, provider: { name: 'PubMed Central' } },
      ],
      fullText: [{ url: PUBLISHER }, { url: PMC }],
    });
    expect(pubmed?.linkOut?.[1]?.attributes).toContain('free resource');
  });

  it('linkout-of-a-gene gives the pages of a gene in other databases', async () => {
    const { gene } = await ask(gateway, LinkOutOfAGeneDocument, {});
    expect(gene).toMatchObject({ symbol: 'TP53', hasLinkOut: true });
    expect(gene?.linkOut?.map(({ url, linkName, provider }) => [provider?.name, linkName, url])).toEqual([
      ['Ensembl', 'ENSG00000141510', 'https://www.ensembl.org/id/ENSG00000141510'],
      ['UniProt', 'P04637', 'https://www.uniprot.org/uniprotkb/P04637'],
      ['UniProt', 'Q53GA5', 'https://www.uniprot.org/uniprotkb/Q53GA5'],
    ]);
  });

  it('library-links says that NCBI withdrew them, and leaves what stands beside them alone', async () => {
    const answer = await gateway.query(LibraryLinksDocument.toString());
    expect(answer.data).toEqual({ pubmed: { title: PAPER.title, libraryLinks: null } });
    expect(answer.errors).toMatchObject([
      { path: ['pubmed', 'libraryLinks'], extensions: { code: 'UNSUPPORTED_COMMAND', uids: [PAPER.uid] } },
    ]);
  });

  it('library-links gives the pages of libraries, or of one, where the upstream still answers', async () => {
    await using older = await RunningGateway.start({ sandbox: { rps: 0, libraryLinks: true } });
    const { pubmed: all } = await ask(older, LibraryLinksDocument, {});
    expect(all?.title).toBe(PAPER.title);
    const names = present(all?.libraryLinks).map(({ provider }) => present(provider?.abbreviation));
    expect(names).toHaveLength(2);
    const { pubmed: one } = await ask(older, LibraryLinksDocument, { holding: names[1] ?? '' });
    expect(one?.libraryLinks).toEqual(all?.libraryLinks?.slice(1));
  });

  it("publisher-page gives the page of the paper's publisher", async () => {
    const { pubmed } = await ask(gateway, PublisherPageDocument, {});
    expect(pubmed).toEqual({
      title: PAPER.title,
      primaryLinkOut: { url: PUBLISHER, provider: { name: 'DOI resolver' } },
    });
  });
});
