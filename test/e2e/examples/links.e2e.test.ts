import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  AnyRecordDocument,
  CatalogDocument,
  CitedInDocument,
  DistinctPapersOfGenesDocument,
  GeneRifGenesDocument,
  GenesOfAPaperDocument,
  GenesOfManyPapersDocument,
  HumanProteinsOfAGeneDocument,
  ManyGenesDocument,
  PapersOfAGeneDocument,
  StructuresOfAProteinDocument,
} from '../../../examples/generated/graphql.js';
import { loadSampleGraph } from '../../../src/sandbox/sample-graph.js';
import { ask, present } from '../../support/ask-example.js';
import { RunningGateway } from '../../support/running-gateway.js';

const sample = loadSampleGraph();
const TP53 = '7157';
const THREE_GENES = [TP53, '672', '675'];
/** A survey of mutations in bladder cancer, the source of a GeneRIF of one of its five genes. */
const PAPER = '22417847';

describe('the examples of links', () => {
  let gateway: RunningGateway;
  beforeEach(async () => {
    gateway = await RunningGateway.start();
  });
  afterEach(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  /** The values of `id` in each call about a link name. */
  const idsAsked = (linkName: string): string[][] =>
    gateway.sandbox.requests
      .filter(({ params }) => params.some(([name, value]) => name === 'linkname' && value === linkName))
      .map(({ params }) => params.filter(([name]) => name === 'id').map(([, value]) => value));

  it('genes-of-a-paper names the genes that the paper is about', async () => {
    const { pubmed } = await ask(gateway, GenesOfAPaperDocument, {});
    const genes = sample.links('pubmed_gene', PAPER);
    expect(genes).toHaveLength(5);
    expect(pubmed?.title).toMatch(/^Mutations in FGFR3 and PIK3CA/);
    expect(pubmed?.gene?.totalCount).toBe(5);
    expect(pubmed?.gene?.nodes).toEqual(
      genes.map((uid) => {
        const facts = sample.record('gene', uid);
        return { uid, symbol: facts?.symbol, description: facts?.name };
      }),
    );
  });

  it('papers-of-a-gene walks through all papers of a gene, each once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof papers>> = await papers(after);
      seen.push(...page.nodes.map(({ uid }) => uid));
      expect(page.totalCount).toBe(sample.links('gene_pubmed', TP53).length);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(sample.links('gene_pubmed', TP53));
  });

  async function papers(after: string | null) {
    return present((await ask(gateway, PapersOfAGeneDocument, { after })).gene?.pubmed);
  }

  it('structures-of-a-protein finds the structures by the accession of the protein', async () => {
    const { protein } = await ask(gateway, StructuresOfAProteinDocument, {});
    expect(protein?.accession).toBe('P04637');
    expect(protein?.structure?.totalCount).toBe(4);
    expect(protein?.structure?.nodes.map(({ pdbAccession }) => pdbAccession).toSorted()).toEqual([
      '1AIE',
      '1TSR',
      '1TUP',
      '2OCJ',
    ]);
    expect(protein?.structure?.nodes).toContainEqual({
      pdbAccession: '1TUP',
      title: 'TUMOR SUPPRESSOR P53 COMPLEXED WITH DNA',
      method: 'X-ray Diffraction',
      resolution: 2.2,
    });
  });

  it('distinct-papers-of-genes gives every paper once, for one call with a comma list', async () => {
    const { unionLinks } = await ask(gateway, DistinctPapersOfGenesDocument, { first: 1000 });
    const distinct = new Set(THREE_GENES.flatMap((uid) => sample.links('gene_pubmed', uid)));
    expect(unionLinks?.totalCount).toBe(distinct.size);
    expect(unionLinks?.nodes).toHaveLength(distinct.size);
    expect(new Set(unionLinks?.nodes.map(({ uid }) => uid))).toEqual(distinct);
    expect(idsAsked('gene_pubmed').map((ids) => ids.map((list) => list.split(',').toSorted()))).toEqual([
      [THREE_GENES.toSorted()],
    ]);
  });

  it('many-genes gives each gene its own conditions, for one call with a link set each', async () => {
    const { records } = await ask(gateway, ManyGenesDocument, {});
    expect(records.gene?.map((gene) => gene?.symbol)).toEqual(['TP53', 'BRCA1', 'BRCA2']);
    for (const gene of records.gene ?? []) {
      const { uid, omim, clinvar } = present(gene);
      expect(omim?.nodes).toHaveLength(Math.min(3, sample.links('gene_omim', uid).length));
      expect(omim?.nodes.length).toBeGreaterThan(0);
      expect(clinvar?.totalCount).toBe(sample.links('gene_clinvar', uid).length);
    }
    expect(idsAsked('gene_omim').map((ids) => ids.toSorted())).toEqual([THREE_GENES.toSorted()]);
  });

  it('genes-of-many-papers gives each of many papers its own genes, for a call per batch', async () => {
    const linked = sample.uids('pubmed').filter((uid) => sample.links('pubmed_gene', uid).length > 0);
    const unlinked = sample.uids('pubmed').filter((uid) => sample.links('pubmed_gene', uid).length === 0);
    const pmids = [...linked.slice(0, 220), ...unlinked.slice(0, 30)];
    const { records } = await ask(gateway, GenesOfManyPapersDocument, { pmids });
    expect(
      records.pubmed?.map((paper) => ({ uid: paper?.uid, genes: paper?.gene?.nodes.map(({ uid }) => uid) })),
    ).toEqual(pmids.map((uid) => ({ uid, genes: sample.links('pubmed_gene', uid) })));
    const batches = idsAsked('pubmed_gene');
    expect(batches).toHaveLength(Math.ceil(pmids.length / 200));
    expect(batches.flat().toSorted()).toEqual(pmids.toSorted());
  });

  it('generif-genes gives only the gene of the GeneRIF', async () => {
    const { pubmed } = await ask(gateway, GeneRifGenesDocument, {});
    expect(pubmed).toEqual({ geneRif: { nodes: [{ uid: '3265', symbol: 'HRAS' }] }, gene: { totalCount: 5 } });
  });

  it('cited-in gives the citing articles, newest first, and their years', async () => {
    const { pubmed } = await ask(gateway, CitedInDocument, {});
    const { totalCount, nodes, countsByYear } = present(pubmed?.citedIn);
    const citing = sample.links('pubmed_pubmed_citedin', '31978945');
    expect(totalCount).toBe(citing.length);
    expect(nodes.map(({ uid }) => uid).toSorted()).toEqual(citing.toSorted());
    const years = nodes.map(({ pubDate }) => Number(pubDate?.slice(0, 4)));
    expect(years).toEqual(years.toSorted((a, b) => b - a));
    expect(countsByYear).toEqual(
      [...new Set(years)].map((year) => ({ year, count: years.filter((each) => each === year).length })),
    );
  });

  it.each([
    [TP53, '9606'],
    ['22059', '10090'],
  ])('human-proteins-of-a-gene leaves of the proteins of gene %s those of taxon 9606', async (uid, taxon) => {
    const { gene } = await ask(gateway, HumanProteinsOfAGeneDocument, { gene: uid });
    const all = sample.links('gene_protein', uid);
    const human = all.filter((protein) => sample.links('protein_taxonomy', protein).includes('9606'));
    expect(human).toEqual(taxon === '9606' ? all : []);
    expect(all.length).toBeGreaterThan(0);
    expect(gene?.all?.totalCount).toBe(all.length);
    expect(gene?.human?.totalCount).toBe(human.length);
    expect(gene?.human?.nodes.map((protein) => protein.uid)).toEqual(human);
    expect(gene?.human?.nodes.every(({ organism }) => organism === 'Homo sapiens')).toBe(true);
  });

  it('any-record reaches a link by its name', async () => {
    const { nodes } = await ask(gateway, AnyRecordDocument, {});
    const [first, second, third] = sample.links('gene_omim', TP53);
    expect(nodes).toMatchObject([
      {
        db: 'gene',
        uid: TP53,
        links: {
          totalCount: sample.links('gene_omim', TP53).length,
          edges: [first, second, third].map((uid) => ({ linkName: 'gene_omim', node: { db: 'omim', uid } })),
        },
      },
    ]);
  });

  it('catalog lists the links of a database with their fields, without a call', async () => {
    const { linkNames } = await ask(gateway, CatalogDocument, {});
    expect(linkNames).toContainEqual({ name: 'clinvar_gene', field: 'gene', to: 'gene', label: 'Gene', scored: false });
    expect(linkNames.every(({ name }) => name.startsWith('clinvar_'))).toBe(true);
    expect(gateway.sandbox.requests).toEqual([]);
  });
});
