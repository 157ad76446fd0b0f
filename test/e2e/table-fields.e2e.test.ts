import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { descriptionOf } from '../../src/tables/descriptions/descriptions.js';
import { importTable } from '../../src/tables/importing/import-table.js';
import { RunningGateway } from '../support/running-gateway.js';
import { importText } from '../support/tables.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

async function folder(): Promise<string> {
  const temporary = await TemporaryFolder.create();
  onTestFinished(() => temporary[Symbol.asyncDispose]());
  return temporary.path;
}

const RIFS =
  '#Tax ID\tGene ID\tPubMed ID (PMID) list\tlast update timestamp\tGeneRIF text\n' +
  '9606\t7157\t15,16\t2010-01-21 00:00\tp53 does it.\n9606\t7157\t15\t-\tAgain.\n';
const GENES = '#tax_id\tGeneID\tSymbol\tdbXrefs\n9606\t7157\tTP53\tMIM:191170|HGNC:HGNC:11998|IMGT/GENE-DB:TRBV1\n';
const HGNC = 'hgnc_id\tstatus\tentrez_id\tensembl_gene_id\nHGNC:11998\tApproved\t7157\tENSG00000141510\n';
const CITATIONS = 'citing,referenced\n20,10\n30,10\n30,20\n';

const QUERY = `{
  gene(uid: "7157") {
    geneRifs { text updated pubmed { uid } }
    crossReferences { database id prefix curie url tables }
  }
  pubmed(uid: "10") {
    openCitedIn(first: 1) { totalCount source asOf nodes { uid } pageInfo { hasNextPage } }
    openReferences { totalCount }
  }
}`;

/** A cross-reference as it is printed. */
function referenceTo(database: string, id: string, curie: string | null, tables: readonly string[]) {
  const prefix = curie?.split(':')[0] ?? null;
  const url = curie && prefix && curie.replace(`${prefix}:`, `https://bioregistry.io/${prefix.toLowerCase()}:`);
  return { database, id, prefix, curie, url, tables };
}

async function importTaxa(tablesDir: string): Promise<void> {
  const dump = join(tablesDir, 'dump');
  const taxa = [
    ['1', '1', 'no rank', 'root'],
    ['131567', '1', 'cellular root', 'cellular organisms'],
    ['2759', '131567', 'domain', 'Eukaryota'],
    ['9606', '2759', 'species', 'Homo sapiens'],
  ];
  mkdirSync(dump, { recursive: true });
  const row = (...fields: (string | undefined)[]): string => `${fields.join('\t|\t')}\t|\n`;
  writeFileSync(join(dump, 'nodes.dmp'), taxa.map(([uid, parent, rank]) => row(uid, parent, rank)).join(''));
  writeFileSync(join(dump, 'names.dmp'), taxa.map(([uid, , , name]) => row(uid, name, '', 'scientific name')).join(''));
  writeFileSync(join(dump, 'merged.dmp'), row('12', '9606'));
  const source = { from: dump, input: dump, asOf: new Date('2026-11-20T00:00:00.000Z') };
  await importTable(descriptionOf('taxdump'), source, { tablesDir });
}

describe('fields that only tables can answer', () => {
  it('take no call, and say which tables answered', async () => {
    const TABLES_DIR = await folder();
    await importText(TABLES_DIR, 'generifs_basic', RIFS);
    await importText(TABLES_DIR, 'gene_info', GENES);
    await importText(TABLES_DIR, 'hgnc_complete_set', HGNC);
    await importText(TABLES_DIR, 'open_citation_collection', CITATIONS);
    await using gateway = await RunningGateway.start({ settings: { TABLES_DIR } });

    const { data, errors, extensions } = await gateway.query(QUERY);

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      gene: {
        geneRifs: [
          { text: 'p53 does it.', updated: '2010-01-21 00:00', pubmed: [{ uid: '15' }, { uid: '16' }] },
          { text: 'Again.', updated: null, pubmed: [{ uid: '15' }] },
        ],
        crossReferences: [
          referenceTo('MIM', '191170', 'OMIM:191170', ['gene_info']),
          referenceTo('HGNC', 'HGNC:11998', 'HGNC:11998', ['gene_info', 'hgnc_complete_set']),
          referenceTo('IMGT/GENE-DB', 'TRBV1', null, ['gene_info']),
          referenceTo('Ensembl', 'ENSG00000141510', 'ensembl:ENSG00000141510', ['hgnc_complete_set']),
        ],
      },
      pubmed: {
        openCitedIn: {
          totalCount: 2,
          source: 'TABLE',
          asOf: '2026-11-20T00:00:00.000Z',
          nodes: [{ uid: '30' }],
          pageInfo: { hasNextPage: true },
        },
        openReferences: { totalCount: 0 },
      },
    });
    expect(extensions.entrez.calls.total).toBe(0);
    expect(extensions.entrez.tables).toContainEqual(expect.objectContaining({ name: 'generifs_basic', edges: 2 }));
    const plan = await gateway.query('query ($query: String!) { plan(query: $query) { complete calls { worst } } }', {
      query: QUERY,
    });
    expect(plan.data?.plan).toEqual({ complete: true, calls: { worst: 0 } });
  });

  it('fail with a code of their own without their tables, and say what to import', async () => {
    await using gateway = await RunningGateway.start();

    const { data, errors } = await gateway.query(QUERY);

    expect(data).toEqual({
      gene: { geneRifs: null, crossReferences: [] },
      pubmed: { openCitedIn: null, openReferences: null },
    });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(Array(3).fill('TABLE_NOT_IMPORTED'));
    expect(errors?.[0]?.message).toBe(
      'The table of this field is not imported. Import generifs_basic with "entrez-graph tables import", and set TABLES_DIR.',
    );
  });
});

describe('cross-references of genes', () => {
  const OTHERS = [
    ['MGI:MGI:98834', 'MGI', 'MGI:98834', 'MGI:98834'],
    ['FLYBASE:FBgn0039044', 'FLYBASE', 'FBgn0039044', 'FlyBase:FBgn0039044'],
    ['ZFIN:ZDB-GENE-990415-270', 'ZFIN', 'ZDB-GENE-990415-270', 'ZFIN:ZDB-GENE-990415-270'],
    ['WormBase:WBGene00000467', 'WormBase', 'WBGene00000467', 'WormBase:WBGene00000467'],
    ['RGD:3889', 'RGD', '3889', 'RGD:3889'],
    ['SGD:S000002592', 'SGD', 'S000002592', 'SGD:S000002592'],
    ['miRBase:MI0000651', 'miRBase', 'MI0000651', 'mirbase:MI0000651'],
    ['VGNC:VGNC:36233', 'VGNC', 'VGNC:36233', 'VGNC:36233'],
    ['AllianceGenome:HGNC:11998', 'AllianceGenome', 'HGNC:11998', null],
  ] as const;

  it('have the prefixes of their registries, and those of genes lead back to the gene', async () => {
    const TABLES_DIR = await folder();
    const header = '#tax_id\tGeneID\tSymbol\tdbXrefs\n';
    await importText(TABLES_DIR, 'gene_info', `${header}9606\t7157\tTP53\t${OTHERS.map(([text]) => text).join('|')}\n`);
    await importText(TABLES_DIR, 'hgnc_complete_set', HGNC);
    await using gateway = await RunningGateway.start({ settings: { TABLES_DIR } });
    const { data, errors, extensions } = await gateway.query(
      '{ gene(uid: "7157") { crossReferences { database id prefix curie url tables } } }',
    );
    expect(errors).toBeUndefined();
    expect(data?.gene.crossReferences).toEqual([
      ...OTHERS.map(([, database, id, curie]) => referenceTo(database, id, curie, ['gene_info'])),
      referenceTo('HGNC', 'HGNC:11998', 'HGNC:11998', ['hgnc_complete_set']),
      referenceTo('Ensembl', 'ENSG00000141510', 'ensembl:ENSG00000141510', ['hgnc_complete_set']),
    ]);
    expect(extensions.entrez.calls.total).toBe(0);
    const back = await gateway.query(
      '{ a: gene(id: "HGNC:11998") { uid } b: gene(id: "ensembl:ENSG00000141510") { uid } c: record(id: "https://bioregistry.io/hgnc:11998") { uid } }',
    );
    expect(back.data).toEqual({ a: { uid: '7157' }, b: { uid: '7157' }, c: { uid: '7157' } });
  });

  it('are without tables what the summary prints, which a warning says and the plan foresees', async () => {
    await using gateway = await RunningGateway.start();
    gateway.sandbox.intercept(({ utility }) => {
      const genes = { '7157': { uid: '7157', mim: ['191170'] }, '672': { uid: '672', mim: ['113705'] } };
      return utility === 'esummary'
        ? { body: JSON.stringify({ result: { uids: ['7157', '672'], ...genes } }) }
        : undefined;
    });
    const query = '{ genes: records { gene(uids: ["7157", "672"]) { crossReferences { curie } } } }';
    const { data: planned } = await gateway.query('query ($query: String!) { plan(query: $query) { calls { best worst } } }', { query }); // prettier-ignore
    const { data, extensions } = await gateway.query(query);
    expect(data?.genes.gene).toEqual([
      { crossReferences: [{ curie: 'OMIM:191170' }] },
      { crossReferences: [{ curie: 'OMIM:113705' }] },
    ]);
    expect(extensions.entrez.warnings.map(({ code }) => code)).toEqual(Array(2).fill('REFERENCES_OF_SUMMARY'));
    expect(extensions.entrez.calls.total).toBe(1);
    expect(planned?.plan.calls).toEqual({ best: 1, worst: 1 });
  });
});

it('orthologs come from the table gene_orthologs, also those through the reference of the group, and the answer says so', async () => {
  const TABLES_DIR = await folder();
  const rows = '9606\t7157\tOrtholog\t10090\t22059\n9606\t7157\tOrtholog\t10116\t24842\n';
  const header = '#tax_id\tGeneID\trelationship\tOther_tax_id\tOther_GeneID\n';
  await importText(TABLES_DIR, 'gene_orthologs', header + rows);
  await using gateway = await RunningGateway.start({ settings: { TABLES_DIR } });
  const query =
    '{ human: gene(uid: "7157") { orthologs { uid } } mouse: gene(uid: "22059") { orthologs { uid } rat: orthologs(organism: "10116") { uid } } }';

  const { data, extensions } = await gateway.query(query);

  expect(data).toEqual({
    human: { orthologs: [{ uid: '24842' }, { uid: '22059' }] },
    mouse: { orthologs: [{ uid: '24842' }, { uid: '7157' }], rat: [{ uid: '24842' }] },
  });
  expect(extensions.entrez.calls.total).toBe(0);
  expect(extensions.entrez.warnings[0]).toMatchObject({
    code: 'GROUP_OF_ANOTHER_GENE',
    message:
      'Gene 22059 is in the group that is named after gene 7157; the others are its orthologs through that gene.',
  });
  const plan = await gateway.query('query ($query: String!) { plan(query: $query) { calls { worst } } }', { query });
  expect(plan.data?.plan.calls.worst).toBe(0);
});

it('open citations that the table may lack some of have a warning', async () => {
  const TABLES_DIR = await folder();
  const others = Array.from({ length: 2000 }, (_, id) => `${id + 1e6},${id + 2e6}\n`).join('');
  await importText(TABLES_DIR, 'open_citation_collection', `citing,referenced\n20,10\n?,10\n${others}`);
  await using gateway = await RunningGateway.start({ settings: { TABLES_DIR } });
  const { data, extensions } = await gateway.query(
    '{ records { pubmed(uids: [10, 1000000]) { openCitedIn { totalCount } openReferences { totalCount } } } }',
  );
  expect(data?.records.pubmed[0].openCitedIn).toEqual({ totalCount: 1 });
  // The row that is lost may be one of the article that has no other, too.
  expect(extensions.entrez.warnings).toEqual(
    ['openCitedIn', 'openReferences'].map((field) => ({
      code: 'LIST_INCOMPLETE',
      message: 'A row of the table open_citation_collection could not be read: links may be missing.',
      path: ['records', 'pubmed', 0, field],
    })),
  );
});

it('orthologs come from NCBI where the table lacks a row of the gene that leads to them', async () => {
  const TABLES_DIR = await folder();
  const others = Array.from({ length: 2000 }, (_, id) => `9606\t${id + 1e6}\tOrtholog\t10090\t${id + 2e6}\n`);
  const rows = ['9606\t7157\tOrtholog\t10090\t22059\n', '9606\t7157\tOrtholog\t10116\t?\n', ...others];
  const header = '#tax_id\tGeneID\trelationship\tOther_tax_id\tOther_GeneID\n';
  await importText(TABLES_DIR, 'gene_orthologs', header + rows.join(''));
  await using gateway = await RunningGateway.start({ settings: { TABLES_DIR } });
  const { extensions } = await gateway.query('{ gene(uid: "22059") { orthologs { uid } } }');
  expect(extensions.entrez.calls.esearch).toBeGreaterThan(0);
  expect(extensions.entrez.tables).toBeUndefined();
});

describe('the lineage of a taxon', () => {
  const LINEAGE =
    '{ taxonomy(uid: "9606") { parent { uid } children { uid } lineage { uid scientificName rank } } root: taxonomy(uid: "1") { parent { uid } children { uid } lineage { uid } } }';

  it('comes from the table taxdump where that is imported, as EFetch gives it', async () => {
    const TABLES_DIR = await folder();
    await importTaxa(TABLES_DIR);
    await using gateway = await RunningGateway.start({ settings: { TABLES_DIR } });

    const { data, extensions } = await gateway.query(LINEAGE);

    expect(data).toEqual({
      taxonomy: {
        parent: { uid: '2759' },
        children: [],
        lineage: [
          { uid: '131567', scientificName: 'cellular organisms', rank: 'cellular root' },
          { uid: '2759', scientificName: 'Eukaryota', rank: 'domain' },
        ],
      },
      root: { parent: null, children: [{ uid: '131567' }], lineage: [] },
    });
    expect(extensions.entrez.calls.total).toBe(0);
    const plan = await gateway.query('query ($query: String!) { plan(query: $query) { calls { worst } } }', {
      query: LINEAGE,
    });
    expect(plan.data?.plan.calls.worst).toBe(0);
  });

  it('comes from EFetch for a taxon that the table lacks', async () => {
    const TABLES_DIR = await folder();
    await importTaxa(TABLES_DIR);
    await using gateway = await RunningGateway.start({ settings: { TABLES_DIR } });

    const { data, extensions } = await gateway.query('{ taxonomy(uid: "10090") { parent { uid } } }');

    expect(data?.taxonomy.parent).not.toBeNull();
    expect(extensions.entrez.calls.total).toBe(1);
  });
});
