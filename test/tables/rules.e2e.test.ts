import { gzipSync } from 'node:zlib';

import { describe, expect, it, onTestFinished } from 'vitest';

import type { ImportOptions } from '../../src/tables/importing/import-table.js';
import { INCOMPLETE } from '../../src/tables/storage/manifest.js';
import { contentsOf, importText } from '../support/tables.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

async function folder(): Promise<string> {
  const temporary = await TemporaryFolder.create();
  onTestFinished(() => temporary[Symbol.asyncDispose]());
  return temporary.path;
}

/** The links of each list that a file gives, and its rows that give none, by reason. */
async function read(name: string, content: string | Buffer, options: Partial<ImportOptions> = {}) {
  const tablesDir = options.tablesDir ?? (await folder());
  const { manifest } = await importText(tablesDir, name, content, options);
  const { lists, facts } = contentsOf(tablesDir, name);
  const skipped = Object.fromEntries(Object.entries(manifest.skipped).map(([why, { rows }]) => [why, rows]));
  return { lists, facts, skipped, rows: manifest.rows };
}

const PAIRS = [
  [672, [30, 20]],
  [7157, [15]],
];
const ROWS = '9606\t672\t20\n9606\t7157\t15\n9606\t672\t30\n';

describe('each rule for tables', () => {
  it.each([
    ['of today', `#tax_id\tGeneID\tPubMed_ID\n${ROWS}`],
    ['of 2012', `#Format: tax_id GeneID PubMed_ID (tab is used as a separator, pound sign - start of a comment)\n${ROWS}`],
    ['without its number sign', `tax_id\tGeneID\tPubMed_ID\n${ROWS}`],
    ['with blanks around names', `# tax_id \t GeneID\tPubMed_ID \n${ROWS}`],
    ['with other columns in another order', '#note\tPubMed_ID\ttax_id\tGeneID\nx\t20\t9606\t672\n-\t15\t9606\t7157\n\t30\t9606\t672\n'],
  ])('G1: columns are found by their names under a header %s', async (_when, text) => {
    expect((await read('gene2pubmed', text)).lists).toEqual({ gene_pubmed: PAIRS });
  }); // prettier-ignore

  it('G1: columns that moved, or that later years added, leave the links as they are', async () => {
    const years = [
      '#AlleleID\tType\tGeneID\tRS# (dbSNP)\tPhenotypeIDS\tVariationID\n15041\tIndel\t9907\t397704705\t-\t2\n',
      '#VariationID\tPhenotypeIDs\tAlleleID\tSomaticClinicalImpact\tGeneID\tRS# (dbSNP)\tSCVsForAggregate\n2\tna\t15041\t-\t9907\t397704705\tSCV1\n',
    ];
    for (const text of years) {
      const { lists } = await read('variant_summary', text);
      expect(lists).toMatchObject({ clinvar_gene_specific: [[2, [9907]]], clinvar_snp: [[2, [397_704_705]]] });
    }
  });

  it('G1: names in headers of 2012 may have blanks', async () => {
    const header = '#Format: MIM number  GeneID  type (tab is used as a separator, pound sign - start of a comment)\n';
    const { lists } = await read('mim2gene_medgen', `${header}100640\t216\tgene\n`);
    expect(lists.gene_omim).toEqual([[216, [100_640]]]);
  });

  it('G1: a column that is missing is refused, and both headers are named', async () => {
    await expect(read('gene_orthologs', '#tax_id\tGeneID\tOther_tax_id\tOther_GeneID\n1\t2\t3\t4\n')).rejects.toThrow(
      'The column relationship is missing. Expected the columns tax_id, GeneID, relationship, Other_tax_id, Other_GeneID; the header has tax_id, GeneID, Other_tax_id, Other_GeneID.',
    );
  });

  it('G2: the header is the last line with a number sign before the first row, and may come again in joined files', async () => {
    const comments = '##version 2\n#VariationID:   the variation\n#AlleleID:\tthe allele\n';
    const header = '#VariationID\tType\tAlleleID\tInterpreted\n';
    const { lists, rows } = await read(
      'variation_allele',
      `${comments}${header}2\tVariant\t15041\tyes\n${header}3\tVariant\t15042\tno\n`,
    );
    expect([lists.allele_clinvar, rows]).toEqual([[[15_041, [2]], [15_042, [3]]], 2]); // prettier-ignore
  });

  it('G2: a second header may be of another year, and refuses the file where its columns are in other places', async () => {
    const first = `#tax_id\tGeneID\tPubMed_ID\n${ROWS}`;
    const { lists, skipped } = await read(
      'gene2pubmed',
      `${first}#tax_id\tGeneID\tPubMed_ID\tNote\n9606\t675\t17\tx\n`,
    );
    expect([lists.gene_pubmed, skipped]).toEqual([[PAIRS[0], [675, [17]], PAIRS[1]], {}]);
    await expect(read('gene2pubmed', `${first}#tax_id\tPubMed_ID\tGeneID\n9606\t17\t675\n`)).rejects.toThrow(
      'Line 5 is a header with the columns in other places. Join files with the same columns.',
    );
  });

  it('G2: a second header that lacks a column is of another table, which refuses the file', async () => {
    const other = '#tax_id\tGeneID\tDiscontinued_GeneID\n9606\t675\t17\n';
    await expect(read('gene2pubmed', `#tax_id\tGeneID\tPubMed_ID\n${ROWS}${other}`)).rejects.toThrow(
      'The column PubMed_ID is missing.',
    );
  });

  it('G3: quotes and number signs are data in TSV, and quotes hold commas and line ends in CSV', async () => {
    const rif = '#Tax ID\tGene ID\tPubMed ID (PMID) list\tlast update timestamp\tGeneRIF text\n';
    const { facts } = await read('generifs_basic', `${rif}9606\t7157\t15\t2024-01-01 10:00\t"p53" #1, "open\n`);
    expect(facts.gene_rifs).toEqual([[7157, [['"p53" #1, "open', '2024-01-01 10:00', [15]]]]]);
    const csv = 'Journal Title,DOI,PMCID,PMID,Release Date\r\n';
    const { lists } = await read(
      'PMC-ids',
      `${csv}"Index, vol. ""1""\n2",10.1/a,PMC1,15,live\r\nJ "Q" Biol,10.1/b,PMC2,16,live\r\n`,
    );
    expect(lists.pmc_pubmed).toEqual([[1, [15]], [2, [16]]]); // prettier-ignore
  });

  it.each(['-', '-1', 'na', 'NA', 'null', '', ' ', '0', '-   '])('G4: %j is no id, and no link', async (mark) => {
    const { lists, skipped } = await read('gene2pubmed', `#tax_id\tGeneID\tPubMed_ID\n9606\t7157\t${mark}\n${ROWS}`);
    expect([lists.gene_pubmed, skipped]).toEqual([PAIRS, { 'no id': 1 }]);
  });

  it('G4: nor is it a concept, an entry of OMIM or a number of HGNC', async () => {
    const omim = '#MIM number\tGeneID\ttype\tSource\tMedGenCUI\tComment\n';
    expect(await read('mim2gene_medgen', `${omim}100640\t216\tgene\t-\tna\t-\n-\t217\tgene\t-\t-\t-\n`)).toMatchObject({
      lists: { gene_omim: [[216, [100_640]]] },
      skipped: { 'no id': 1 },
    });
    const hgnc = 'hgnc_id\tsymbol\tstatus\tentrez_id\n';
    expect((await read('hgnc_complete_set', `${hgnc}HGNC:5\tA1BG\tApproved\t1\n-\tX\tApproved\t2\n`)).skipped).toEqual({ 'no id': 1 });
    const conditions = '#GeneID\tAssociatedGenes\tRelatedGenes\tConceptID\n';
    expect((await read('gene_condition_source_id', `${conditions}672\tBRCA1\t\tNA\n`)).skipped).toEqual({ 'no id': 1 });
  }); // prettier-ignore

  it('G5: links are sets: pairs of several sources, types and placements are one', async () => {
    const header = '#MIM number\tGeneID\ttype\tSource\tMedGenCUI\tComment\n';
    const row = (source: string) => `106100\t710\tphenotype\t ${source}\tC0019243\t-\n`;
    const { lists, facts } = await read(
      'mim2gene_medgen',
      `${header}${row('GeneMap')}${row('GeneReviews; GeneTests')}`,
    );
    expect(lists.gene_omim).toEqual([[710, [106_100]]]);
    expect(facts.gene_omim_entries).toEqual([
      [710, [['MIM', '106100', 'phenotype; GeneMap'], ['MIM', '106100', 'phenotype; GeneReviews; GeneTests']]],
    ]); // prettier-ignore
  });

  it('G6: the order of rows means nothing', async () => {
    const shuffled = ROWS.trimEnd().split('\n').toReversed().join('\n');
    expect((await read('gene2pubmed', `#tax_id\tGeneID\tPubMed_ID\n${shuffled}`)).lists.gene_pubmed).toEqual(PAIRS);
  });

  it('G7: a table that shrank by more than half, or of which no row gives a link, leaves the old generation', async () => {
    const tablesDir = await folder();
    const header = '#tax_id\tGeneID\trelationship\tOther_tax_id\tOther_GeneID\n';
    const pairs = Array.from({ length: 10 }, (_, gene) => `9606\t${gene + 1}\tOrtholog\t10090\t${gene + 101}\n`);
    await read('gene_orthologs', header + pairs.join(''), { tablesDir });
    const group = pairs.map((row) => row.replace('Ortholog', 'Related pseudogene'));
    await expect(read('gene_orthologs', header + group.join(''), { tablesDir })).rejects.toThrow(
      'None of the 10 rows gives a link: another relationship than that of orthologs (first in line 2). Check what the file is.',
    );
    await expect(read('gene_orthologs', header + pairs.slice(0, 4).join(''), { tablesDir })).rejects.toThrow('4 rows');
    const { lists } = contentsOf(tablesDir, 'gene_orthologs');
    expect(lists.gene_ortholog_reference).toHaveLength(10);
  });

  it('G7: fewer than one bad row in a thousand is named; from that on, the table is refused', async () => {
    const tablesDir = await folder();
    const table = (rows: number, bad: readonly string[]): string =>
      [
        '#tax_id\tGeneID\tPubMed_ID',
        ...Array.from({ length: rows - bad.length }, (_, i) => `9606\t7157\t${i + 1}`),
        ...bad,
        '',
      ].join('\n');
    const shifted = '9606\t7157\tTP53';
    const cut = '9606\t7157';

    const { lists, skipped } = await read('gene2pubmed', table(2001, [shifted, cut]), { tablesDir });
    // Gene 7157 has at least one article more, which could not be read: ELink is asked.
    const kept = [[7157, [...Array.from({ length: 1999 }, (_, i) => 1999 - i), INCOMPLETE]]];
    expect(lists.gene_pubmed).toEqual(kept);
    expect(skipped).toEqual({ 'no id in a column of ids': 1, 'fewer than 3 fields': 1 });

    await expect(read('gene2pubmed', table(2000, [shifted, cut]), { tablesDir })).rejects.toThrow(
      '2 of 2000 rows are not rows of gene2pubmed: no id in a column of ids (first in line 2000); fewer than 3 fields (first in line 2001). Check what the file is.',
    );
    expect(contentsOf(tablesDir, 'gene2pubmed').lists.gene_pubmed).toEqual(kept);
  });

  it('G8: valid gzip with the right name may be something else', async () => {
    const oracle = "ORA-12514: TNS:listener does not currently know of service requested in connect descriptor\n";
    for (const name of ['gene2pubmed', 'PMC-ids', 'CID-PMID', 'open_citation_collection', 'hgnc_complete_set']) {
      await expect(read(name, gzipSync(oracle)), name).rejects.toThrow(/is missing|not rows of/);
    }
    const others = `#tax_id\tGeneID\tPubMed_ID\n${ROWS}`;
    await expect(read('CID-PMID', others)).rejects.toThrow('The column CID is missing.');
    await expect(read('gene2ensembl', others)).rejects.toThrow('The column Ensembl_gene_identifier is missing.');
    await expect(read('PMC-ids', 'PMCID,PMID,Release Date\nPMC1,"15\nPMC2,16,live\n')).rejects.toThrow(/cut off or damaged/);
  }); // prettier-ignore

  it.each([
    ['gzip in three members', Buffer.concat(['#tax_id\tGeneID\tPubMed_ID\n', ROWS.slice(0, 9), ROWS.slice(9)].map((part) => gzipSync(part)))],
    ['plain text', Buffer.from(`#tax_id\tGeneID\tPubMed_ID\n${ROWS}`)],
    ['CRLF, a byte order mark and no last line end', Buffer.from(`\uFEFF#tax_id\tGeneID\tPubMed_ID\n${ROWS}`.trimEnd().replaceAll('\n', '\r\n'))],
    ['blank lines', Buffer.from(`\n#tax_id\tGeneID\tPubMed_ID\n\n${ROWS}\r\n\n`)],
  ])('G8: %s gives the same links', async (_what, bytes) => {
    expect((await read('gene2pubmed', bytes)).lists.gene_pubmed).toEqual(PAIRS);
  }); // prettier-ignore

  it('G8: a gzip member that is cut off anywhere is refused, whatever was before it', async () => {
    const first = gzipSync(`#tax_id\tGeneID\tPubMed_ID\n${ROWS}`);
    const second = gzipSync('9606\t675\t17\n');
    for (const length of [1, 2, 9, 10, 15, second.length - 9, second.length - 8, second.length - 1]) {
      const cut = Buffer.concat([first, second.subarray(0, length)]);
      await expect(read('gene2pubmed', cut), `${length} bytes`).rejects.toThrow(/cut off|damaged|goes on after/);
    }
  });

  it('G9: the same rows are no new generation, whatever the day', async () => {
    const tablesDir = await folder();
    const text = `#tax_id\tGeneID\tPubMed_ID\n${ROWS}`;
    const first = await importText(tablesDir, 'gene2pubmed', text);
    const again = await importText(tablesDir, 'gene2pubmed', text, { asOf: new Date('2027-01-01T00:00:00.000Z') });
    expect([again.isNew, again.manifest.generation]).toEqual([false, first.manifest.generation]);
  });

  it('G11: ids may exceed 31 bits', async () => {
    const header = '#AlleleID\tGeneID\tRS# (dbSNP)\tPhenotypeIDS\tVariationID\n';
    const { lists } = await read('variant_summary', `${header}1\t7157\t2600000000\t-\t4000000000\n`);
    expect(lists.clinvar_snp).toEqual([[4_000_000_000, [2_600_000_000]]]);
  });

  it('G12: a placeholder is in no list of all genes, and a withdrawn gene is its own successor', async () => {
    const genes = '#tax_id\tGeneID\tSymbol\tdbXrefs\n9606\t1\tA1BG\tHGNC:5|MIM:138670\n9606\t109\tNEWENTRY\t-\n';
    expect((await read('gene_info', genes)).lists.gene_taxonomy).toEqual([[1, [9606]]]);
    const history =
      '#tax_id\tGeneID\tDiscontinued_GeneID\tDiscontinued_Symbol\tDiscontinue_Date\n9606\t-\t5\tA12M2\t20050510\n9606\t43\t100187742\tACEE\t20110915\n';
    expect((await read('gene_history', history)).lists.gene_successor).toEqual([[5, [5]], [100_187_742, [43]]]); // prettier-ignore
  });

  it('G13: lines of 300 kB, and bytes that are no UTF-8, are read', async () => {
    const names = Buffer.from(
      `#UID|CUI|NAME|PMID|\n2|C0000039|${'x|5|'.repeat(75_000)}|15|\n3|C1|M\u0000ni\u0001re|16|\n`,
    );
    names[names.indexOf(0)] = 0xe9;
    names[names.indexOf(1)] = 0xe8;
    expect((await read('medgen_pubmed_lnk', names)).lists.medgen_pubmed).toEqual([[2, [15]], [3, [16]]]); // prettier-ignore
  });

  it('a record has no link to itself where that would be false, and lines that PubChem does not mean are named', async () => {
    const header = '#tax_id\tGeneID\trelationship\tOther_tax_id\tOther_GeneID\n';
    const { lists, skipped } = await read(
      'gene_orthologs',
      `${header}9606\t1\tOrtholog\t9606\t1\n9606\t1\tOrtholog\t10090\t2\n`,
    );
    expect([lists.gene_ortholog_reference, skipped]).toEqual([[[2, [1]]], { 'a gene and itself': 1 }]);
    const compounds = await read('CID-PMID', 'CID\tPMID\ttype\n2244\t15\t1\n2244\t16\t4\n\n7\t17\n');
    expect(compounds).toMatchObject({
      lists: {
        pccompound_pubmed: [
          [7, [INCOMPLETE]],
          [2244, [15]],
        ],
        pccompound_pubmed_any: [[7, [17]]],
      },
      skipped: { 'no number of a compound': 1, 'a link through a BioAssay': 1 },
    });
  });
});

it.each(['gene2pubmed', 'CID-PMID', 'open_citation_collection'])('an export is not imported as %s', async (name) => {
  const links = '#link_name\tsource\ttarget\npccompound_pubmed\t1\t2\n';
  await expect(read(name, links)).rejects.toThrow('The file is what "tables export" writes');
});

describe('the condition file of ClinVar', () => {
  const row = '7157\tTP53\t\tC0085390\tLi-Fraumeni syndrome\tOMIM\t151623\t151623\t16 Feb 2016\n';

  it.each([
    ['with nine columns and a header', `#GeneID\tAssociatedGenes\tRelatedGenes\tConceptID\tDiseaseName\tSourceName\tSourceID\tDiseaseMIM\tLastUpdated\n${row}`],
    ['with its header’s number sign lost', `GeneID\tAssociatedGenes\tRelatedGenes\tConceptID\tDiseaseName\tSourceName\tSourceID\tDiseaseMIM\tLastUpdated\n${row}`],
    ['without a header', row],
    ['of 2014, with eight columns', `#GeneID\tGeneSymbol\tConceptID\tDiseaseName\tSourceName\tSourceID\tDiseaseMIM\tLastUpdated\n${row.replace('\t\t', '\t')}`],
  ])('is read %s', async (_when, text) => {
    const tablesDir = await folder();
    await importText(tablesDir, 'MedGenIDMappings', '#CUI_or_CN_id|pref_name|source_id|source|\nC0085390|a|88399|MedGen|\n');
    const { lists, skipped } = await read('gene_condition_source_id', text, { tablesDir });
    expect([lists.gene_medgen_diseases, skipped]).toEqual([[[7157, [88_399]]], {}]);
  }); // prettier-ignore
});
