import { describe, expect, it, onTestFinished } from 'vitest';

import { Tables } from '../../src/tables/serving/tables.js';
import { contentsOf, gene2pubmed, importText } from '../support/tables.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

async function folder(): Promise<string> {
  const temporary = await TemporaryFolder.create();
  onTestFinished(() => temporary[Symbol.asyncDispose]());
  return temporary.path;
}

function opened(tablesDir: string): Tables {
  const tables = new Tables({ tablesDir, use: 'prefer', verifiedOnly: false, minAgreement: 0.99 });
  onTestFinished(() => {
    tables.close();
  });
  return tables;
}

/** The links that a table gives, and the rows that give none. */
async function read(name: string, text: string) {
  const tablesDir = await folder();
  const { manifest } = await importText(tablesDir, name, text);
  const { lists, facts } = contentsOf(tablesDir, name);
  const [links] = Object.values(lists);
  const skipped = Object.fromEntries(Object.entries(manifest.skipped).map(([why, { rows }]) => [why, rows]));
  return { links, skipped, ...(Object.keys(facts).length > 0 && { facts: Object.values(facts)[0] }) };
}

describe('the rows of', () => {
  it('gene_info name the taxon of each gene; placeholders for GeneRIFs are no genes', async () => {
    const rows =
      '9606\t7157\tTP53\tMIM:191170|MIM:1|HGNC:HGNC:11998|AllianceGenome:HGNC:11998\n9606\t8\tX\tHGNC:5|RGD:7|WB:WB:WBGene1|none\n';
    expect(
      await read('gene_info', `#tax_id\tGeneID\tSymbol\tdbXrefs\n${rows}7\t5692769\tNEWENTRY\t-\n`),
    ).toEqual({
      links: [
        [8, [9606]],
        [7157, [9606]],
      ],
      facts: [
        [8, [['HGNC', 'HGNC:5'], ['RGD', '7'], ['WB', 'WBGene1']]],
        [7157, [['MIM', '191170'], ['MIM', '1'], ['HGNC', 'HGNC:11998'], ['AllianceGenome', 'HGNC:11998']]],
      ],
      skipped: { 'a placeholder for genes that are not in Gene': 1 },
    }); // prettier-ignore
  });

  it('gene_history name the successor of each discontinued gene, or the gene itself', async () => {
    expect(await read('gene_history', '#tax_id\tGeneID\tDiscontinued_GeneID\n9606\t-\t4\n9606\t4625\t1226\n')).toEqual({
      links: [
        [4, [4]],
        [1226, [4625]],
      ],
      skipped: {},
    });
  });

  it('medgen_pubmed_lnk may have names with the character between fields', async () => {
    expect(await read('medgen_pubmed_lnk', '#UID|CUI|NAME|PMID|\n2|C1|a, b|15|\n2|C1|a|b|16|\n')).toEqual({
      links: [[2, [16, 15]]],
      skipped: {},
    });
  });

  it('PMC-ids may quote commas, and give no link for PMID 0, none, or an article that is not released', async () => {
    const text =
      'Journal Title,DOI,PMCID,PMID,Release Date\n"a, b",x,PMC1,15,LIVE\nc,x,PMC2,0,live\nc,x,PMC3,,live\nc,x,PMC4,16,Sep 1 2008\n';
    expect(await read('PMC-ids', text)).toEqual({
      links: [[1, [15]]],
      skipped: { 'no id': 2, 'not released yet': 1 },
    });
  });
});

describe('the rows of tables with facts', () => {
  it('generifs_basic name articles between commas or bars, and say what they report', async () => {
    const header = '#Tax ID\tGene ID\tPubMed ID (PMID) list\tlast update timestamp\tGeneRIF text\n';
    const rows = [
      '9606\t10\t17675654\t2010-01-21 00:00\tNAT1 "a", b\tc',
      '9606\t10\t15, 16|17\t2011-01-01 00:00:30\tX',
      '9606\t-\t15\t-\t-',
      '9606\t11\t15\t2011-01-01 00:00\t-',
    ];
    expect(await read('generifs_basic', `${header}${rows.join('\n')}\n`)).toEqual({
      links: [[10, [17675654, 17, 16, 15]], [11, [15]]],
      facts: [
        [
          10,
          [
            ['NAT1 "a", b\tc', '2010-01-21 00:00', [17675654]],
            ['X', '2011-01-01 00:00:30', [15, 16, 17]],
          ],
        ],
      ],
      skipped: { 'no id': 1 },
    }); // prettier-ignore
  });

  it('gene2ensembl repeat a gene for each transcript, and keep versions as they are written', async () => {
    const header = [
      '#tax_id\tGeneID\tEnsembl_gene_identifier\tRNA_nucleotide_accession.version\tEnsembl_rna_identifier',
      'protein_accession.version\tEnsembl_protein_identifier\n',
    ].join('\t');
    const rows = '9606\t1\tENSG1\tNM_1.1\tENST1.8\tNP_1.1\tENSP1.2\n9606\t1\tENSG1\tNM_2.1\tENST2.1\t-\t-\n';
    expect((await read('gene2ensembl', header + rows)).facts).toEqual([
      [
        1,
        [
          ['Ensembl', 'ENSG1'],
          ['Ensembl transcript', 'ENST1.8'],
          ['Ensembl protein', 'ENSP1.2'],
          ['Ensembl transcript', 'ENST2.1'],
        ],
      ],
    ]);
  });

  it('MedGenIDMappings name the uids of concepts, and identifiers of the same concept only', async () => {
    const header = '#CUI_or_CN_id|pref_name|source_id|source|\n';
    const rows =
      'C0002395|a|b|1234|MedGen|\nC0002395|a|104300|OMIM included|\nCN169374|n|99|MedGen|\nC0002395|a|MONDO:1|MONDO|\n';
    expect(await read('MedGenIDMappings', header + rows)).toEqual({
      links: [
        [2395, [1234]],
        [2_000_169_374, [99]],
      ],
      facts: [[2395, [['MONDO', 'MONDO:1']]]],
      skipped: { 'a part of another record, not the same concept': 1 },
    });
  });

  it('hgnc_complete_set quote lists between tabs, and may have fractions', async () => {
    const header = 'hgnc_id\tsymbol\tstatus\tentrez_id\tensembl_gene_id\tomim_id\tmgd_id\tlsdb\n';
    const rows =
      'HGNC:5\tA1BG\tApproved\t1.0\tENSG1\t138670\t"MGI:1|MGI:2"\tLRG_1|http://x\nHGNC:6\tX-DT\tApproved\t\tENSG2\t\t\t\n';
    expect(await read('hgnc_complete_set', header + rows)).toEqual({
      links: [[5, [1]]],
      facts: [
        [1, [['HGNC', 'HGNC:5'], ['Ensembl', 'ENSG1'], ['MIM', '138670'], ['MGI', 'MGI:1'], ['MGI', 'MGI:2']]],
      ],
      skipped: { 'no gene of Entrez': 1 },
    }); // prettier-ignore
  });
});

describe('a record that is not in the table', () => {
  it('has no links only if it is in the list of all records, and a discontinued gene is left to ELink', async () => {
    const tablesDir = await folder();
    await importText(
      tablesDir,
      'gene2pubmed',
      gene2pubmed([
        [1, 15],
        [2, 15],
      ]),
    );
    await importText(tablesDir, 'gene_info', '#tax_id\tGeneID\tSymbol\n9606\t1\tA\n9606\t3\tB\n');
    await importText(tablesDir, 'gene_history', '#tax_id\tGeneID\tDiscontinued_GeneID\n9606\t1\t2\n');
    const tables = opened(tablesDir);
    const linked = (uid: string) => {
      const found = tables.links({ name: 'gene_pubmed', from: 'gene', to: 'pubmed' }, uid);
      return found && [...found.links.uids];
    };

    expect(['1', '2', '3', '4'].map(linked)).toEqual([['15'], undefined, [], undefined]);
  });

  it('is left to ELink where rows name some sources or targets only', async () => {
    const tablesDir = await folder();
    await importText(tablesDir, 'gene_info', '#tax_id\tGeneID\tSymbol\n9606\t3\tA\n');
    const header = '#AlleleID\tGeneID\tRS# (dbSNP)\tPhenotypeIDS\tVariationID\n';
    const gene3 = { name: 'gene_clinvar_specific', from: 'gene', to: 'clinvar' };
    await importText(tablesDir, 'variant_summary', `${header}1\t7\t-1\t-\t1\n`);
    expect(opened(tablesDir).links(gene3, '3')?.links.uids.length).toBe(0);

    // Variation 2 has several genes, of which gene 3 may be one.
    await importText(tablesDir, 'variant_summary', `${header}1\t7\t-1\t-\t1\n1\t-1\t-1\t-\t2\n`);
    expect(opened(tablesDir).links(gene3, '3')).toBeUndefined();
    // Nor is it known that gene 7 has no other.
    expect(opened(tablesDir).links(gene3, '7')).toBeUndefined();
  });

  it('is left to ELink where a row of it could not be read, in both directions', async () => {
    const tablesDir = await folder();
    const rows = Array.from({ length: 3000 }, (_, i) => [i + 10, 5] as const);
    await importText(tablesDir, 'gene2pubmed', gene2pubmed([...rows, [1, 6], [1, 'x'], ['TP53', 6], [2, 7]]));
    const tables = opened(tablesDir);
    const linked = (name: string, from: string, to: string, uid: string) => tables.links({ name, from, to }, uid);
    expect(linked('gene_pubmed', 'gene', 'pubmed', '1')).toBeUndefined();
    expect(linked('pubmed_gene', 'pubmed', 'gene', '6')).toBeUndefined();
    expect(linked('gene_pubmed', 'gene', 'pubmed', '2')?.links.uids.length).toBe(1);
    // The article of gene 1 that could not be read may be each of three.
    expect(linked('pubmed_gene', 'pubmed', 'gene', '5')).toBeUndefined();
    // Of what only the table knows, the rest is better than none.
    const citations = [...rows.map(([citing]) => `${citing},5\n`), '1,6\n', '1,x\n'].join('');
    await importText(tablesDir, 'open_citation_collection', `citing,referenced\n${citations}`);
    expect([...(tables.ownLinks('pubmed_open_references', '1')?.links.uids ?? [])]).toEqual(['6']);
  });

  it('are not known to be none by a list of genes that is younger than the table', async () => {
    const tablesDir = await folder();
    await importText(tablesDir, 'gene2pubmed', gene2pubmed([[1, 15]]));
    const genes = '#tax_id\tGeneID\tSymbol\n9606\t1\tA\n9606\t3\tB\n';
    await importText(tablesDir, 'gene_info', genes, { asOf: new Date('2026-11-21T00:00:00.000Z') });
    const tables = opened(tablesDir);
    const link = { name: 'gene_pubmed', from: 'gene', to: 'pubmed' };

    expect(tables.links(link, '1')?.links.uids.length).toBe(1);
    expect(tables.links(link, '3')).toBeUndefined();
  });
});
