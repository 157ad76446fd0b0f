import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';

import { pack } from 'tar-stream';
import { describe, expect, it, onTestFinished } from 'vitest';

import { descriptionOf } from '../../src/tables/descriptions/descriptions.js';
import { importTable } from '../../src/tables/importing/import-table.js';
import { Tables } from '../../src/tables/serving/tables.js';
import { contentsOf, importText } from '../support/tables.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

async function folder(): Promise<string> {
  const temporary = await TemporaryFolder.create();
  onTestFinished(() => temporary[Symbol.asyncDispose]());
  return temporary.path;
}

/** A zip archive of one file. */
function zipOf(name: string, text: string): Buffer {
  const packed = deflateRawSync(text);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(crc32(text), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(text.length, 18);
  common.writeUInt16LE(name.length, 22);
  const file = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed]);
  const entry = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, Buffer.alloc(14), Buffer.from(name)]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(entry.length, 8);
  end.writeUInt32LE(file.length, 12);
  return Buffer.concat([file, entry, Buffer.from('PK\x05\x06'), end]);
}

describe('the rows of tables of several link names', () => {
  const MAPPINGS = '#CUI_or_CN_id|pref_name|source_id|source|\nC0000001|a|11|MedGen|\nCN000002|b|12|MedGen|\n';

  async function lists(name: string, text: string, before: readonly (readonly [string, string])[] = []) {
    const tablesDir = await folder();
    for (const [table, content] of before) {
      await importText(tablesDir, table, content);
    }
    const { manifest } = await importText(tablesDir, name, text);
    const skipped = Object.fromEntries(Object.entries(manifest.skipped).map(([why, { rows }]) => [why, rows]));
    return { ...contentsOf(tablesDir, name).lists, skipped };
  }

  it('gene2refseq link by gi; a sequence without one leaves the list to ELink', async () => {
    const header =
      '#tax_id\tGeneID\tstatus\tRNA_nucleotide_accession.version\tRNA_nucleotide_gi\tprotein_accession.version\tprotein_gi\torientation\n';
    const rows = [
      '9606\t1\tREVIEWED\tNM_1.1\t2600000000\tNP_1.1\t31\t-',
      '9606\t1\tREVIEWED\tNM_1.1\t2600000000\tNP_2.1\t-\t+',
      '9606\t2\t-\t-\t-\tAAD12597.1\t3282737\t?',
      '9606\t-\tNA\tNM_3.1\t5\tNP_3.1\t6\t+',
    ];
    expect(await lists('gene2refseq', `${header}${rows.join('\n')}\n`)).toEqual({
      gene_nuccore_refseqrna: [[1, [2_600_000_000]]],
      gene_protein_refseq: [[1, [31, 0]]],
      skipped: { 'neither a transcript nor a protein of RefSeq': 1, 'no id': 1 },
    });
  });

  it('gene_orthologs hold both directions, and no other relationship', async () => {
    const header = '#tax_id\tGeneID\trelationship\tOther_tax_id\tOther_GeneID\n';
    const rows = '9606\t7157\tOrtholog\t10090\t22059\n9606\t7157\tReadthrough\t9606\t5\n';
    expect(await lists('gene_orthologs', header + rows)).toEqual({
      gene_orthologs: [
        [7157, [22_059]],
        [22_059, [7157]],
      ],
      gene_ortholog_taxon: [
        [7157, [9606]],
        [22_059, [10_090]],
      ],
      gene_ortholog_reference: [[22_059, [7157]]],
      skipped: { 'another relationship than that of orthologs': 1 },
    });
  });

  const MIM = [
    '100100\t1131\tphenotype\t GeneMap\tC0000001\tquestion',
    '100100\t1131\tphenotype\t NCBI curation\tC0000001\t-',
    '100640\t216\tgene\t-\t-\t-',
    '100200\t-\tphenotype\t-\tCN000002\t-',
    '100300\t57514\tphenotype\t GeneMap\tC9999999\t-',
    '100400\t-\tphenotype\t-\t-\t-',
  ];

  it('mim2gene_medgen tell genes from conditions, and leave lists with unknown concepts to ELink', async () => {
    const header = '#MIM number\tGeneID\ttype\tSource\tMedGenCUI\tComment\n';
    expect(await lists('mim2gene_medgen', `${header}${MIM.join('\n')}\n`, [['MedGenIDMappings', MAPPINGS]])).toEqual({
      gene_omim: [
        [216, [100_640]],
        [1131, [100_100]],
        [57_514, [100_300]],
      ],
      gene_medgen_diseases: [
        [1131, [11]],
        [57_514, [0]],
      ],
      omim_medgen: [
        [100_100, [11]],
        [100_200, [12]],
        [100_300, [0]],
      ],
      skipped: { 'neither a gene nor a concept': 1 },
    });
  });

  it('a concept of several MedGen uids leaves lists to ELink, and is named', async () => {
    const before = [['MedGenIDMappings', `${MAPPINGS}C0000001|a|13|MedGen|\n`]] as const;
    const mim = '#MIM number\tGeneID\ttype\tSource\tMedGenCUI\tComment\n100200\t-\tphenotype\t-\tC0000001\t-\n';
    const skipped = { 'a concept of which several MedGen uids are known': 1 };
    expect(await lists('mim2gene_medgen', mim, before)).toMatchObject({ omim_medgen: [[100_200, [0]]], skipped });
    const condition = '#GeneID\tConceptID\tRelatedGenes\n672\tC0000001\t\n';
    expect(await lists('gene_condition_source_id', condition, before)).toMatchObject({
      gene_medgen_diseases: [[672, [0]]],
      skipped,
    });
    const summary = '#AlleleID\tGeneID\tRS# (dbSNP)\tPhenotypeIDS\tVariationID\n1\t5\t-\tMedGen:C0000001\t2\n';
    expect(await lists('variant_summary', summary, before)).toMatchObject({ clinvar_medgen: [[2, [0]]] });
  });

  it('mim2gene_medgen may have three columns, and no table of concepts', async () => {
    expect(await lists('mim2gene_medgen', '#MIM number\tGeneID\ttype\n100640\t216\tgene\n')).toMatchObject({
      gene_omim: [[216, [100_640]]],
    });
  });

  it('gene_condition_source_id may lack the header, and tell related genes from associated ones', async () => {
    const rows =
      '672\tBRCA1\t\tC0000001\tX\tOMIM\t1\t\t16 Feb 2016\n672\t\tBRCA1\tCN000002\tY\tHPO\tHP:1\t\t18 Jul 2017\n';
    const header = `#${['GeneID', 'AssociatedGenes', 'RelatedGenes', 'ConceptID', 'DiseaseName', 'SourceName', 'SourceID', 'DiseaseMIM', 'LastUpdated'].join('\t')}\n`;
    const expected = { gene_medgen_diseases: [[672, [11]]], gene_medgen_related: [[672, [12]]], skipped: {} };
    const before = [['MedGenIDMappings', MAPPINGS]] as const;
    expect(await lists('gene_condition_source_id', rows, before)).toEqual(expected);
    expect(await lists('gene_condition_source_id', header + rows, before)).toEqual(expected);
  });

  it('variant_summary repeat a variation for each assembly; -1 means several genes, and old files name alleles', async () => {
    const header = '#AlleleID\tGeneID\tRS# (dbSNP)\tPhenotypeIDS\tAssembly\tVariationID\n';
    const rows = [
      '15041\t9907\t397704705\tMONDO:MONDO:1,MedGen:C0000001||MedGen:CN000002\tGRCh37\t2',
      '15041\t9907\t397704705\tMONDO:MONDO:1,MedGen:C0000001||MedGen:CN000002\tGRCh38\t2',
      '15042\t-1\t-1\t-\tna\t3',
    ];
    const before = [['MedGenIDMappings', MAPPINGS]] as const;
    expect(await lists('variant_summary', `${header}${rows.join('\n')}\n`, before)).toEqual({
      clinvar_gene_specific: [
        [2, [9907]],
        [3, [0]],
      ],
      clinvar_snp: [[2, [397_704_705]]],
      clinvar_medgen: [[2, [12, 11]]],
      skipped: { 'no id': 1 },
    });
    const alleles =
      '##about\n#VariationID: text\n#VariationID\tType\tAlleleID\tInterpreted\n9\tVariant\t15041\tyes\n5\tHaplotype\t15041\tyes\n';
    const old = '#AlleleID\tGeneID\tRS# (dbSNP)\tPhenotypeIDS\n15041\t9907\t-1\t-   \n15043\t9907\t-1\t-\n';
    expect(await lists('variant_summary', old, [...before, ['variation_allele', alleles]])).toMatchObject({
      // The variation of the other allele is another one, which may be any.
      clinvar_gene_specific: [[9, [9907]]],
      skipped: { 'an allele whose variation is not known': 1 },
    });
  });

  it('var_citations link articles of PubMed and PMC, and name books', async () => {
    const header = '#AlleleID\tVariationID\trs\tnsv\tcitation_source\tcitation_id\n';
    const rows =
      '1\t2\t-1\t-\tPubMed\t25741868\n1\t2\t\t\tPubMedCentral\tPMC123\n1\t2\t\t\tPubMedCentral\t124\n1\t2\t\t\tNCBIBookShelf\tNBK1\n';
    expect(await lists('var_citations', header + rows)).toEqual({
      clinvar_pubmed: [[2, [25_741_868]]],
      clinvar_pmc: [[2, [124, 123]]],
      skipped: { 'a book': 1 },
    });
  });

  it('CID-PMID have no header; each type is a link name, and older files have no type', async () => {
    expect(await lists('CID-PMID', '1\t15\t1\n1\t16\t2\n2\t17\t3\n2\t18\t4\n3\t19\n')).toEqual({
      // A link without a type is of one of these.
      pccompound_pubmed: [
        [1, [15]],
        [3, [0]],
      ],
      pccompound_pubmed_mesh: [
        [1, [16]],
        [3, [0]],
      ],
      pccompound_pubmed_publisher: [
        [2, [17]],
        [3, [0]],
      ],
      pccompound_pubmed_any: [[3, [19]]],
      skipped: { 'a link through a BioAssay': 1 },
    });
  });

  it('open_citation_collection run from citing to cited articles; those with a third field give nothing', async () => {
    const rows = '20,10\n"20","11"\n0,5\n20,12,13\n';
    expect(await lists('open_citation_collection', `citing,referenced\n${rows}`)).toEqual({
      pubmed_open_references: [[20, [11, 10]]],
      skipped: { 'no id': 1, 'more fields than the header': 1 },
    });
  });

  it('open_citation_collection come as a zip archive', async () => {
    const tablesDir = await folder();
    const archive = zipOf('open_citation_collection.csv', 'citing,referenced\n20,10\n');
    await importText(tablesDir, 'open_citation_collection', archive);
    expect(contentsOf(tablesDir, 'open_citation_collection').lists).toEqual({
      pubmed_open_references: [[20, [10]]],
    });
    const cut = importText(tablesDir, 'open_citation_collection', archive.subarray(0, archive.length / 2));
    await expect(cut).rejects.toThrow('The zip archive is cut off or damaged');
    const damaged = Buffer.from(archive);
    damaged.writeUInt32LE(7, archive.indexOf('PK\x01\x02') + 16);
    await expect(importText(tablesDir, 'open_citation_collection', damaged)).rejects.toThrow(
      'its checksum is another one',
    );
  });

  it('taxdump are read from its three files, in a folder or an archive', async () => {
    const tablesDir = await folder();
    const dump = join(tablesDir, 'dump');
    mkdirSync(dump);
    writeFileSync(join(dump, 'nodes.dmp'), '1\t|\t1\t|\tno rank\t|\n2\t|\t1\t|\tdomain\t|\t\t|\n');
    const name = '2\t|\tBacteria "x"\t|\tBacteria <x>\t|\tscientific name\t|\n2\t|\teubacteria\t|\t\t|\tsynonym\t|\n';
    writeFileSync(join(dump, 'names.dmp'), name);
    writeFileSync(join(dump, 'merged.dmp'), '12\t|\t2\t|\n');
    writeFileSync(join(dump, 'readme.txt'), 'not read');
    const expected = {
      lists: {
        taxonomy_parent: [
          [1, [1]],
          [2, [1]],
        ],
        taxonomy_successor: [[12, [2]]],
      },
      facts: {
        taxonomy_rank: [
          [1, ['no rank']],
          [2, ['domain']],
        ],
        taxonomy_name: [[2, ['Bacteria "x"']]],
      },
    };
    const source = { from: dump, input: dump, asOf: new Date() };
    await importTable(descriptionOf('taxdump'), source, { tablesDir });
    expect(contentsOf(tablesDir, 'taxdump')).toEqual(expected);

    const other = await folder();
    const archive = pack();
    for (const file of ['readme.txt', 'nodes.dmp', 'merged.dmp', 'names.dmp']) {
      archive.entry({ name: file }, readFileSync(join(dump, file)));
    }
    archive.finalize();
    const bytes = gzipSync(await buffer(archive));
    await importText(other, 'taxdump', bytes);
    expect(contentsOf(other, 'taxdump')).toEqual(expected);
    await expect(importText(other, 'taxdump', bytes.subarray(0, bytes.length / 2))).rejects.toThrow('is cut off');
    await expect(importText(other, 'taxdump', '1\t|\t1\t|\tno rank\t|\n')).rejects.toThrow('is no archive');
  });
});

describe('a table whose concepts another one maps', () => {
  it('is imported anew from the same file when that is', async () => {
    const tablesDir = await folder();
    const table = '#GeneID\tConceptID\tRelatedGenes\n672\tC0000001\t\n';
    const link = { name: 'gene_medgen_diseases', from: 'gene', to: 'medgen' };
    const linked = (): unknown => {
      const tables = new Tables({ tablesDir, use: 'prefer', verifiedOnly: false, minAgreement: 0.99 });
      onTestFinished(() => {
        tables.close();
      });
      const found = tables.links(link, '672');
      return found && [...found.links.uids];
    };
    await importText(tablesDir, 'gene_condition_source_id', table);
    expect(linked()).toBeUndefined();

    await importText(
      tablesDir,
      'MedGenIDMappings',
      '#CUI_or_CN_id|pref_name|source_id|source|\nC0000001|a|11|MedGen|\n',
    );
    expect((await importText(tablesDir, 'gene_condition_source_id', table)).isNew).toBe(true);
    expect(linked()).toEqual(['11']);
    expect((await importText(tablesDir, 'gene_condition_source_id', table)).isNew).toBe(false);
  });
});
