import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { descriptionOf, DESCRIPTIONS } from '../../src/tables/descriptions/descriptions.js';
import { importTable } from '../../src/tables/importing/import-table.js';
import { Tables } from '../../src/tables/serving/tables.js';
import { FORMAT, type Manifest } from '../../src/tables/storage/manifest.js';
import { numberOfName } from '../../src/loading/values/number-of-name.js';
import { gene2pubmed, importText } from '../support/tables.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

/** Rows of which one may be bad, and lists of which one may lack a link. */
const MANY = 2000;
const FIRST = 1_000_000;
const MAPPINGS = '#CUI_or_CN_id|pref_name|source_id|source|\nC0000001|a|11|MedGen|\nC0000002|a|12|MedGen|\n';

async function folder(): Promise<string> {
  const temporary = await TemporaryFolder.create();
  onTestFinished(() => temporary[Symbol.asyncDispose]());
  return temporary.path;
}

function opened(tablesDir: string, onTrouble?: (message: string) => void): Tables {
  const tables = new Tables({
    tablesDir,
    use: 'prefer',
    verifiedOnly: false,
    minAgreement: 0.99,
    ...(onTrouble && { onTrouble }),
  });
  onTestFinished(() => {
    tables.close();
  });
  return tables;
}

/** What is served of a list such as `gene_pubmed 7157`; undefined where NCBI is asked for it. */
function listOf(tables: Tables, list: string): string | undefined {
  const [name = '', uid = ''] = list.split(' ');
  for (const { forward, backward, from, to } of DESCRIPTIONS.flatMap(({ edges }) => edges)) {
    if (name === forward || name === backward) {
      const link = name === forward ? { name, from, to } : { name, from: to, to: from };
      const own = tables.ownLinks(name, uid);
      // Genes that are gone are left to NCBI, whatever else of them is known.
      const isKnown = name === 'gene_successor' || tables.links(link, uid) !== undefined;
      const found = isKnown && !own?.isIncomplete ? own : undefined;
      return found && [...found.links.uids].join();
    }
  }
  throw new Error(`No table has ${name}.`);
}

/** A table, its header, its other rows, a row that is damaged, lists that lack a link by that, and one that does not. */
type Case = readonly [
  table: string,
  header: string,
  good: (id: number) => string,
  bad: string,
  lost: readonly string[],
  served: string,
];

const REFSEQ =
  '#tax_id\tGeneID\tRNA_nucleotide_accession.version\tRNA_nucleotide_gi\tprotein_accession.version\tprotein_gi\n';
const refseq = (id: number): string => `9606\t${id}\tNM_1.1\t${id}\tNP_1.1\t${id}`;
const ORTHOLOGS = '#tax_id\tGeneID\trelationship\tOther_tax_id\tOther_GeneID\n';
const ortholog = (id: number): string => `9606\t${id}\tOrtholog\t10090\t${id + MANY}`;
const RIFS = '#Tax ID\tGene ID\tPubMed ID (PMID) list\tlast update timestamp\tGeneRIF text\n';
const rif = (id: number): string => `9606\t${id}\t${id}\t2024-01-01 10:00\tx`;
const MIM = '#MIM number\tGeneID\ttype\tSource\tMedGenCUI\tComment\n';
const mim = (id: number): string => `${id}\t${id}\tphenotype\t-\tC0000001\t-`;
const CONDITIONS = '#GeneID\tAssociatedGenes\tRelatedGenes\tConceptID\n';
const condition = (id: number): string => `${id}\tX\t\tC0000001`;
const VARIANTS = '#AlleleID\tVariationID\tGeneID\tRS# (dbSNP)\tPhenotypeIDS\n';
const variant = (id: number): string => `${id}\t${id}\t${id}\t${id}\tMedGen:C0000001`;
const CITATIONS = '#AlleleID\tVariationID\trs\tnsv\tcitation_source\tcitation_id\n';
const citation = (id: number): string => `1\t${id}\t-\t-\tPubMed\t${id}\n1\t${id}\t-\t-\tPubMedCentral\t${id}`;
const PMC = 'Journal Title,PMCID,PMID,Manuscript Id,Release Date\n';
const pmc = (id: number): string => `J,PMC${id},${id},,live`;
const ENSEMBL = '#tax_id\tGeneID\tEnsembl_gene_identifier\tEnsembl_rna_identifier\tEnsembl_protein_identifier\n';
const ensembl = (id: number): string => `9606\t${id}\tENSG${id}\t-\t-`;

const CASES: readonly Case[] = [
  ['gene2pubmed', '#tax_id\tGeneID\tPubMed_ID\n', (id) => `9606\t${id}\t${id}`, '9606\t7', ['gene_pubmed 7'], `gene_pubmed ${FIRST}`],
  ['gene2pubmed', '#tax_id\tGeneID\tPubMed_ID\n', (id) => `9606\t${id}\t${id}`, '9606\t7\t1x5', ['gene_pubmed 7'], `pubmed_gene ${FIRST}`],
  ['gene2pubmed', '#tax_id\tGeneID\tPubMed_ID\n', (id) => `9606\t${id}\t${id}`, '9606\tTP53\t15', ['pubmed_gene 15'], `gene_pubmed ${FIRST}`],
  ['gene2pubmed', '#tax_id\tGeneID\tPubMed_ID\n', (id) => `9606\t${id}\t${id}`, '9606\t7\t15\tx', ['gene_pubmed 7', 'pubmed_gene 15'], `gene_pubmed ${FIRST}`],
  ['gene_orthologs', ORTHOLOGS, ortholog, '9606\t7\tOrtholog\t10090', ['gene_orthologs 7'], `gene_orthologs ${FIRST}`],
  ['gene_orthologs', ORTHOLOGS, ortholog, '9606\t7\tOrtholog\t10090\t?', ['gene_orthologs 7', 'gene_ortholog_taxon 7'], `gene_orthologs ${FIRST}`],
  ['gene_orthologs', ORTHOLOGS, ortholog, '9606\t?\tOrtholog\t10090\t8', ['gene_orthologs 8', 'gene_ortholog_reference 8'], `gene_orthologs ${FIRST}`],
  ['gene_orthologs', ORTHOLOGS, ortholog, '9606\t7\tOrtholog\tmouse\t8', ['gene_orthologs 7', 'gene_orthologs 8', 'gene_ortholog_taxon 8'], `gene_ortholog_reference ${FIRST + MANY}`],
  ['generifs_basic', RIFS, rif, '9606\t7', ['gene_pubmed_rif 7'], `gene_pubmed_rif ${FIRST}`],
  ['generifs_basic', RIFS, rif, '9606\t7\t15,x\t-\ty', ['gene_pubmed_rif 7', 'pubmed_gene_rif 15'], `pubmed_gene_rif ${FIRST}`],
  ['generifs_basic', RIFS, rif, '9606\tx\t15,16\t-\ty', ['pubmed_gene_rif 15', 'pubmed_gene_rif 16'], `gene_pubmed_rif ${FIRST}`],
  ['gene_info', '#tax_id\tGeneID\tSymbol\n', (id) => `9606\t${id}\tA`, 'x\t7\tA', ['gene_taxonomy 7'], `gene_taxonomy ${FIRST}`],
  ['gene2refseq', REFSEQ, refseq, '9606\t7\tNM_1.1\tx\tNP_1.1\t5', ['gene_nuccore_refseqrna 7', 'gene_protein_refseq 7'], `gene_protein_refseq ${FIRST}`],
  ['gene2refseq', REFSEQ, refseq, '9606\t7\tNM_1.1\t5', ['gene_protein_refseq 7'], `gene_protein_refseq ${FIRST}`],
  ['gene_history', '#tax_id\tGeneID\tDiscontinued_GeneID\n', (id) => `9606\t-\t${id}`, '9606\tx\t7', ['gene_successor 7'], `gene_successor ${FIRST}`],
  ['medgen_pubmed_lnk', '#UID|CUI|NAME|PMID|\n', (id) => `${id}|C1|a|${id}|`, '7|C1|a|1', ['medgen_pubmed 7'], `pubmed_medgen ${FIRST}`],
  ['medgen_pubmed_lnk', '#UID|CUI|NAME|PMID|\n', (id) => `${id}|C1|a|${id}|`, '7|C1|15|', ['medgen_pubmed 7'], `medgen_pubmed ${FIRST}`],
  ['medgen_pubmed_lnk', '#UID|CUI|NAME|PMID|\n', (id) => `${id}|C1|a|${id}|`, 'x|C1|a|15|', ['pubmed_medgen 15'], `medgen_pubmed ${FIRST}`],
  ['mim2gene_medgen', MIM, mim, 'x\t7\tphenotype\t-\tC0000002\t-', ['gene_omim 7', 'gene_medgen_diseases 7', 'medgen_omim 12', 'medgen_gene_diseases 12'], `gene_omim ${FIRST}`],
  ['mim2gene_medgen', MIM, mim, '9\tx\tphenotype\t-\tC0000002\t-', ['omim_gene 9', 'omim_medgen 9', 'medgen_gene_diseases 12'], `omim_gene ${FIRST}`],
  ['mim2gene_medgen', MIM, mim, '9\t7\tphenotype\t-\tXYZ\t-', ['gene_medgen_diseases 7', 'omim_medgen 9'], `gene_medgen_diseases ${FIRST}`],
  ['gene_condition_source_id', CONDITIONS, condition, 'x\tX\t\tC0000002', ['medgen_gene_diseases 12'], `gene_medgen_diseases ${FIRST}`],
  ['gene_condition_source_id', CONDITIONS, condition, '7\tX\t\tXYZ', ['gene_medgen_diseases 7'], `gene_medgen_diseases ${FIRST}`],
  ['variant_summary', VARIANTS, variant, '7\tx\t8\t9\tMedGen:C0000002', ['gene_clinvar_specific 8', 'snp_clinvar 9', 'medgen_clinvar 12'], `clinvar_snp ${FIRST}`],
  ['variant_summary', VARIANTS, variant, '7\t7\tx\t9\tMedGen:C0000002', ['clinvar_gene_specific 7', 'clinvar_snp 7', 'clinvar_medgen 7'], `clinvar_medgen ${FIRST}`],
  ['variant_summary', VARIANTS, variant, '7\t7\t8\t9\tMedGen:XYZ', ['clinvar_medgen 7'], `clinvar_medgen ${FIRST}`],
  ['variant_summary', VARIANTS, variant, '7\t7\t8\t9', ['clinvar_gene_specific 7', 'clinvar_snp 7', 'clinvar_medgen 7', 'gene_clinvar_specific 8'], `clinvar_medgen ${FIRST}`],
  ['var_citations', CITATIONS, citation, '1\t7\t-\t-\tPubMed\tx', ['clinvar_pubmed 7'], `clinvar_pubmed ${FIRST}`],
  ['var_citations', CITATIONS, citation, '1\t7\t-\t-', ['clinvar_pubmed 7', 'clinvar_pmc 7'], `clinvar_pubmed ${FIRST}`],
  ['var_citations', CITATIONS, citation, '1\t7\t-\t-\tPubMud\t15', ['clinvar_pubmed 7', 'pubmed_clinvar 15'], `clinvar_pubmed ${FIRST}`],
  ['PMC-ids', PMC, pmc, 'J,PMC7,x,,live', ['pmc_pubmed 7'], `pubmed_pmc ${FIRST}`],
  ['PMC-ids', PMC, pmc, 'J,x,15,,live', ['pubmed_pmc 15'], `pmc_pubmed ${FIRST}`],
  ['PMC-ids', PMC, pmc, 'J,PMC7,15', ['pmc_pubmed 7', 'pubmed_pmc 15'], `pmc_pubmed ${FIRST}`],
  ['PMC-ids', PMC, pmc, 'J,PMC7,15,,liv', ['pmc_pubmed 7', 'pubmed_pmc 15'], `pmc_pubmed ${FIRST}`],
  ['CID-PMID', '', (id) => `${id}\t${id}\t1`, '7\tx\t1', ['pccompound_pubmed 7'], `pccompound_pubmed ${FIRST}`],
  ['CID-PMID', '', (id) => `${id}\t${id}\t1`, 'x\t15\t1', ['pubmed_pccompound 15'], `pubmed_pccompound ${FIRST}`],
  ['CID-PMID', '', (id) => `${id}\t${id}\t1`, '7\t15', ['pccompound_pubmed 7', 'pccompound_pubmed_mesh 7'], `pccompound_pubmed ${FIRST}`],
  ['open_citation_collection', 'citing,referenced\n', (id) => `${id},${id}`, '7,x', ['pubmed_open_references 7'], `pubmed_open_references ${FIRST}`],
  ['hgnc_complete_set', 'hgnc_id\tsymbol\tentrez_id\n', (id) => `HGNC:${id}\tA\t${id}`, 'HGNC:7\tA\tx', ['hgnc_gene 7'], `hgnc_gene ${FIRST}`],
  ['gene2ensembl', ENSEMBL, ensembl, '9606\tx\tENSG7\t-\t-', [`ensembl_gene ${numberOfName('ENSG7')}`], `ensembl_gene ${numberOfName(`ENSG${FIRST}`)}`],
  ['variation_allele', '#VariationID\tType\tAlleleID\n', (id) => `${id}\tVariant\t${id}`, 'x\tVariant\t7', ['allele_clinvar 7'], `allele_clinvar ${FIRST}`],
  ['MedGenIDMappings', '#CUI_or_CN_id|pref_name|source_id|source|\n', (id) => `C${id}|a|${id}|MedGen|`, 'C0000007|a|x|MedGen|', ['concept_medgen 7'], `concept_medgen ${FIRST}`],
]; // prettier-ignore

describe('a row that cannot be read leaves the lists that it may be of to NCBI, and no others', () => {
  it.each(CASES)('%s: %s', async (table, header, good, bad, lost, served) => {
    const tablesDir = await folder();
    await importText(tablesDir, 'MedGenIDMappings', MAPPINGS);
    const rows = Array.from({ length: MANY }, (_, i) => `${good(FIRST + i)}\n`);
    // In the middle, and beside a whole row of the same lists where there is one.
    rows.splice(MANY / 2, 0, `${good(7)}\n`, `${bad}\n`);

    await importText(tablesDir, table, header + rows.join(''));

    const tables = opened(tablesDir);
    expect(lost.map((list) => [list, listOf(tables, list)])).toEqual(lost.map((list) => [list, undefined]));
    expect(listOf(tables, served)).toBeDefined();
  });

  it('taxdump: rows that are cut off', async () => {
    const tablesDir = await folder();
    const dump = join(tablesDir, 'dump');
    mkdirSync(dump);
    const taxa = Array.from({ length: MANY }, (_, i) => FIRST + i);
    const nodes = taxa.map((taxon) => `${taxon}\t|\t1\t|\tspecies\t|\n`);
    // The parent of taxon 7 may be 5 or 56, and so may the successor of taxon 8.
    writeFileSync(join(dump, 'nodes.dmp'), [...nodes, '5\t|\t1\t|\tgenus\t|\n', '7\t|\t5\n'].join(''));
    writeFileSync(
      join(dump, 'names.dmp'),
      taxa.map((taxon) => `${taxon}\t|\tx\t|\t\t|\tscientific name\t|\n`).join(''),
    );
    writeFileSync(join(dump, 'merged.dmp'), '9\t|\t5\t|\n8\t|\t5\n');

    await importTable(descriptionOf('taxdump'), { from: dump, input: dump, asOf: new Date() }, { tablesDir });

    const tables = opened(tablesDir);
    const known = (name: string, uid: string): unknown => {
      const found = tables.ownLinks(name, uid);
      return found?.isIncomplete ? undefined : found && [...found.links.uids].join();
    };
    expect(known('taxonomy_parent', '7')).toBeUndefined();
    expect(known('taxonomy_children', '5')).toBeUndefined();
    expect(known('taxonomy_successor', '8')).toBeUndefined();
    expect(known('taxonomy_parent', String(FIRST))).toBe('1');
  });

  it('each table is among the cases', () => {
    expect(new Set([...CASES.map(([table]) => table), 'taxdump'])).toEqual(
      new Set(DESCRIPTIONS.map(({ name }) => name)),
    );
  });
});

describe('rows that do not say of which record they are', () => {
  it('leave all lists to NCBI where they are too many for the agreement that is wanted', async () => {
    const tablesDir = await folder();
    const genes = Array.from({ length: MANY }, (_, i) => [(i % 150) + 1, i + 1] as const);
    await importText(tablesDir, 'gene2pubmed', gene2pubmed([...genes, ['TP53', 9999]]));
    // One link of one of 150 genes: at least 99.3 % of the lists are whole.
    expect(listOf(opened(tablesDir), 'gene_pubmed 7')).toBeDefined();

    const fewer = genes.map(([gene, pubmed]) => [(gene % 50) + 1, pubmed] as const);
    await importText(tablesDir, 'gene2pubmed', gene2pubmed([...fewer, ['TP53', 9999]]));
    expect(listOf(opened(tablesDir), 'gene_pubmed 7')).toBeUndefined();
    expect(listOf(opened(tablesDir), 'pubmed_gene 7')).toBe('8');
  });
});

it('a generation of another format is named and not served, and imported anew from the same file', async () => {
  const tablesDir = await folder();
  const rows = gene2pubmed([[7, 15]]);
  const { manifest } = await importText(tablesDir, 'gene2pubmed', rows);
  const path = join(tablesDir, 'gene2pubmed', manifest.generation, 'manifest.json');
  // Format 5 had no notes of lists that lack links.
  const older = { ...(JSON.parse(readFileSync(path, 'utf8')) as Manifest), format: 5 };
  expect(FORMAT).toBeGreaterThan(older.format);
  writeFileSync(path, JSON.stringify(older));
  const troubles: string[] = [];
  expect(
    listOf(
      opened(tablesDir, (trouble) => troubles.push(trouble)),
      'gene_pubmed 7',
    ),
  ).toBeUndefined();
  expect(troubles).toEqual([
    `The table gene2pubmed cannot be served anew: the generation ${manifest.generation} is missing, or of another version. Import it again.`,
  ]);

  expect((await importText(tablesDir, 'gene2pubmed', rows)).isNew).toBe(true);
  expect(listOf(opened(tablesDir), 'gene_pubmed 7')).toBe('15');
});
