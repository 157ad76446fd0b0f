import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  ByOtherNamesDocument,
  RecordsByNamesDocument,
  ResolveNamesDocument,
  TextAndSequenceDocument,
} from '../../../examples/generated/graphql.js';
import { loadSampleGraph } from '../../../src/sandbox/sample-graph.js';
import { ask, present } from '../../support/ask-example.js';
import { RunningGateway } from '../../support/running-gateway.js';

const sample = loadSampleGraph();

describe('the examples of single records', () => {
  let gateway: RunningGateway;
  beforeEach(async () => {
    gateway = await RunningGateway.start();
  });
  afterEach(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  it('by-other-names finds each record, for one search and one summary call per kind of name', async () => {
    const records = await ask(gateway, ByOtherNamesDocument, {});
    expect(records).toEqual({
      gene: { uid: '7157', title: 'tumor protein p53' },
      mouse: { uid: '22059', title: sample.record('gene', '22059')?.name },
      protein: { uid: '120407068', title: 'cellular tumor antigen p53 isoform a [Homo sapiens]' },
      structure: { title: 'TUMOR SUPPRESSOR P53 COMPLEXED WITH DNA' },
      pubmed: { uid: '31978945', title: 'A Novel Coronavirus from Patients with Pneumonia in China, 2019' },
      snp: { uid: '429358' },
    });
    for (const utility of ['esearch', 'esummary']) {
      const databases = gateway.sandbox.requests
        .filter((request) => request.utility === utility)
        .map(({ params }) => params.find(([name]) => name === 'db')?.[1]);
      expect(databases.toSorted(), utility).toEqual(['gene', 'protein', 'pubmed', 'structure']);
    }
  });

  it('records-by-names finds each record in its place, an alias included', async () => {
    const { records } = await ask(gateway, RecordsByNamesDocument, {});
    expect(records.gene).toEqual([
      { uid: '7157', symbol: 'TP53', curie: 'NCBIGene:7157' },
      { uid: '672', symbol: 'BRCA1', curie: 'NCBIGene:672' },
      { uid: '2064', symbol: 'ERBB2', curie: 'NCBIGene:2064' },
    ]);
    expect(records.pubmed?.map((paper) => paper?.curie)).toEqual([
      'pubmed:15034147',
      'pubmed:15034147',
      'pubmed:219391',
    ]);
  });

  it('resolve-names says what each name is', async () => {
    const { resolve } = await ask(gateway, ResolveNamesDocument, {});
    expect(
      resolve.map(({ status, matches }) => [status, ...(matches ?? []).map(({ record }) => record.curie)]),
    ).toEqual([
      ['FOUND', 'NCBIGene:7157'],
      ['FOUND', 'NCBIGene:2064'],
      ['FOUND', 'pubmed:15034147'],
      ['FOUND', 'pubmed:219391'],
      ['FOUND', 'geo:GSE93374'],
      ['FOUND', 'refseq:NP_000537.3'],
      ['NOT_FOUND'],
    ]);
  });

  it('text-and-sequence gives the reference list of an article and a domain of a protein', async () => {
    const { pubmed, protein } = await ask(gateway, TextAndSequenceDocument, {});
    // The sample holds no subjects of it: none is an answer, and not an error.
    expect(pubmed).toMatchObject({ abstract: expect.stringMatching(/^SAMPLE TEXT: /) as string, meshHeadings: [] });
    const cited = present(pubmed?.referenceList).flatMap(({ pmid }) => pmid ?? []);
    expect(cited.toSorted()).toEqual(sample.links('pubmed_pubmed_refs', '24349601').toSorted());

    const [heading, ...lines] = present(protein?.fasta).trimEnd().split('\n');
    expect(heading).toMatch(/^>NP_000537\.3:94-292 /);
    expect(lines.join('')).toBe(String(sample.record('protein', '120407068')?.sequence).slice(93, 292));
  });
});
