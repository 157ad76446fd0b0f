import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { importText } from '../support/tables.js';
import { RunningGateway } from '../support/running-gateway.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

const HEADER =
  '#tax_id\tGeneID\tEnsembl_gene_identifier\tRNA_nucleotide_accession.version\tEnsembl_rna_identifier\tprotein_accession.version\tEnsembl_protein_identifier\n';
const ROWS = [
  ['7157', 'ENSG00000141510', 'ENST00000269305.9'],
  ['7157', 'ENSG00000141510', 'ENST00000420246.6'],
  ['672', 'ENSG00000012048.23', '-'],
  ['801', 'ENSG00000198668', '-'],
  ['1', 'ENSG00000999999', '-'],
  ['2', 'ENSG00000999999', '-'],
];

describe('a gene by its identifiers of registries, with their tables', () => {
  let folder: TemporaryFolder;
  let gateway: RunningGateway;
  beforeAll(async () => {
    folder = await TemporaryFolder.create();
    const rows = ROWS.map(([gene, ensembl, rna]) => `9606\t${gene}\t${ensembl}\t-\t${rna}\t-\t-\n`);
    await importText(folder.path, 'gene2ensembl', HEADER + rows.join(''));
    await importText(
      folder.path,
      'gene_history',
      '#tax_id\tGeneID\tDiscontinued_GeneID\tDiscontinued_Symbol\tDiscontinue_Date\n9606\t805\t801\tOLD\t20200101\n',
    );
    await importText(
      folder.path,
      'hgnc_complete_set',
      'hgnc_id\tstatus\tentrez_id\nHGNC:11998\tApproved\t7157\nHGNC:1100\tApproved\t672\nHGNC:1442\tApproved\t801\n',
      { gzip: false },
    );
    gateway = await RunningGateway.start({ settings: { TABLES_DIR: folder.path } });
  });
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
    await folder[Symbol.asyncDispose]();
  });

  it.each(['ENSG00000141510', 'ENSG00000141510.18', 'ensg00000141510'])('%s takes no call, as planned', async (id) => {
    const query = `{ gene(ensemblId: "${id}") { uid } }`;
    const { data: plan } = await gateway.query('query ($q: String!) { plan(query: $q) { calls { best worst } } }', {
      q: query,
    });
    expect(plan?.plan.calls).toEqual({ best: 0, worst: 0 });
    const { data, extensions } = await gateway.query(query);
    expect(data?.gene.uid).toBe('7157');
    expect(extensions.entrez.calls.total).toBe(0);
    expect(extensions.entrez.tables).toMatchObject([{ name: 'gene2ensembl', edges: 1 }]);
  });

  it('is found with the others of a list and by its CURIE, also where the table has a version', async () => {
    const { data, extensions } = await gateway.query(
      '{ records { gene(ensemblIds: ["ENSG00000012048", "ENSG00000141510"]) { uid } } record(id: "ensembl:ENSG00000012048") { uid } }',
    );
    expect([data?.records.gene.map(({ uid }: { uid: string }) => uid), data?.record.uid]).toEqual([
      ['672', '7157'],
      '672',
    ]);
    expect(extensions.entrez.calls.total).toBe(0);
  });

  it('and by its HGNC identifier, with hgnc_complete_set; each gene gives both back', async () => {
    const { data, errors, extensions } = await gateway.query(
      '{ gene(hgncId: "HGNC:11998") { uid ensemblId hgncId mgiId } record(id: "hgnc:1100") { uid ... on Gene { ensemblId hgncId } } }',
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      gene: { uid: '7157', ensemblId: 'ENSG00000141510', hgncId: 'HGNC:11998', mgiId: null },
      record: { uid: '672', ensemblId: 'ENSG00000012048', hgncId: 'HGNC:1100' },
    });
    expect(extensions.entrez.calls.total).toBe(0);
  });

  it('is found by other subgraphs’ references, of which a bad one fails alone', async () => {
    const { data, errors, extensions } = await gateway.query(
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Gene { uid } } }',
      {
        r: [
          { __typename: 'Gene', ensemblId: 'ENSG00000012048' },
          { __typename: 'Gene', ensemblId: 'ENST00000269305' },
          { __typename: 'Gene', hgncId: 'HGNC:11998' },
        ],
      },
    );
    expect(data?._entities).toEqual([{ uid: '672' }, null, { uid: '7157' }]);
    expect(errors?.map(({ path }) => path)).toEqual([['_entities', 1]]);
    expect(extensions.entrez.calls.total).toBe(0);
  });

  it('of several genes names them all', async () => {
    const { errors } = await gateway.query('{ gene(ensemblId: "ENSG00000999999") { uid } }');
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', uids: ['2', '1'] });
  });

  it.each([
    ['that the table lacks', 'ENSG00000139618', '675'],
    ['of a gene that is gone', 'ENSG00000198668', undefined],
  ])('%s is searched at NCBI', async (_, id, uid) => {
    const before = gateway.callsOf('esearch');
    const { data } = await gateway.query(`{ gene(ensemblId: "${id}") { uid } }`);
    expect(data?.gene?.uid).toBe(uid);
    expect(gateway.callsOf('esearch')).toBeGreaterThan(before);
  });
});
