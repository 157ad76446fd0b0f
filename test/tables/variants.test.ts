import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import type { RowSink } from '../../src/tables/description.js';
import { descriptionOf, DESCRIPTIONS } from '../../src/tables/descriptions/descriptions.js';
import { filesOf } from '../../src/tables/reading/files.js';
import { SourceBytes } from '../../src/tables/reading/open-source.js';
import { readRows } from '../../src/tables/reading/read-rows.js';

/** Lines before the header, the header, and rows of a table; in rows, `/` stands for the character between fields. */
type Sample = readonly [
  name: string,
  delimiter: string,
  before: readonly string[],
  header: string,
  rows: readonly string[],
];

const REFSEQ =
  '#tax_id/GeneID/status/RNA_nucleotide_accession.version/RNA_nucleotide_gi/protein_accession.version/protein_gi/genomic_nucleotide_accession.version';
const ENSEMBL =
  '#tax_id/GeneID/Ensembl_gene_identifier/RNA_nucleotide_accession.version/Ensembl_rna_identifier/protein_accession.version/Ensembl_protein_identifier';

/** Each with a row that gives something, one with null marks, and one with quotes or blanks where there may be some. */
const SAMPLES: readonly Sample[] = [
  ['gene2pubmed', '\t', [], '#tax_id/GeneID/PubMed_ID', ['9606/7157/15', '9606/672/-', '9606/7157/16']],
  ['generifs_basic', '\t', [], '#Tax ID/Gene ID/PubMed ID (PMID) list/last update timestamp/GeneRIF text',
    ['9606/10/15,16/2010-01-21 00:00/"NAT1" #2', '9606/10/-/2010-01-21 00:00/x', '9606/11/17/2010-01-21 00:00/y']],
  ['gene_info', '\t', [], '#tax_id/GeneID/Symbol/LocusTag/dbXrefs/chromosome',
    ['9606/7157/TP53/-/MIM:191170|HGNC:HGNC:11998/17', '9606/8/NEWENTRY/-/-/-', '9606/672/BRCA1/-/-/17']],
  ['gene_history', '\t', [], '#tax_id/GeneID/Discontinued_GeneID/Discontinued_Symbol/Discontinue_Date',
    ['9606/-/4/A12M1/20050508', '9606/4625/1226/CMH1/20050508']],
  ['gene2ensembl', '\t', [], ENSEMBL, ['9606/1/ENSG1/NM_1.1/ENST1.8/NP_1.1/ENSP1.2', '7227/2/FBgn1/-/-/-/-']],
  ['gene2refseq', '\t', [], REFSEQ, ['9606/1/REVIEWED/NM_1.1/5/NP_1.1/6/NC_1.1', '9606/2/-/-/-/AAA1.1/7/-', '9606/3/NA/NM_2.1/-/-/-/-']],
  ['gene_orthologs', '\t', [], '#tax_id/GeneID/relationship/Other_tax_id/Other_GeneID',
    ['9606/1/Ortholog/10090/2', '9606/1/Readthrough parent/9606/3']],
  ['MedGenIDMappings', '|', [], '#CUI_or_CN_id/pref_name/source_id/source/',
    ['C0002395/Alzheimer/88399/MedGen/', 'C0002395/a/b, x/MONDO:1/MONDO/', 'CN1/a/104300/OMIM included/']],
  ['mim2gene_medgen', '\t', [], '#MIM number/GeneID/type/Source/MedGenCUI/Comment',
    ['100650/217/gene/-/-/-', '100100/1131/phenotype/ GeneMap; GeneReviews/C0033770/question', '100050/-/phenotype/-/C3149220/-', '1/-/gene/-/-/-']],
  ['medgen_pubmed_lnk', '|', [], '#UID/CUI/NAME/PMID/', ['2/C1/a, b/15/', '2/C1/a/b/16/', '3/C2/"/-/']],
  ['variation_allele', '\t', ['##Mapping of ids', '#VariationID:\tthe id'], '#VariationID/Type/AlleleID/Interpreted',
    ['2/Variant/15041/yes', '561/Haplotype/15600/no']],
  ['variant_summary', '\t', [], '#AlleleID/Type/GeneID/RS# (dbSNP)/PhenotypeIDS/Assembly/VariationID',
    ['15041/Indel/9907/397704705/MONDO:MONDO:1,MedGen:C3150901||MedGen:CN169374/GRCh38/2', '15041/Indel/-1/-1/na/na/3', '5/Indel/-/-/-/na/4']],
  ['var_citations', '\t', [], '#AlleleID/VariationID/rs/nsv/citation_source/citation_id',
    ['15041/2/397704705/-/PubMed/20613862', '15041/2/-1//PubMedCentral/PMC12', '15041/2/-/-/NCBIBookShelf/NBK1']],
  ['gene_condition_source_id', '\t', [], '#GeneID/AssociatedGenes/RelatedGenes/ConceptID/DiseaseName',
    ['672/BRCA1//C0006142/a', '672//BRCA1/C1458155/b', '672/BRCA1///c']],
  ['PMC-ids', ',', [], 'Journal Title/PMCID/PMID/Manuscript Id/Release Date',
    ['J/PMC1/15//live', '"Index, vol. ""1"""/PMC2/16//live', 'J/PMC3/0//live', 'J/PMC4/17//Sep 1 2008']],
  ['open_citation_collection', ',', [], 'citing/referenced', ['20793277/20794789', '0/15', '20793277/20794649']],
  ['CID-PMID', '\t', [], '', ['2244/15/1', '2244/16/4', '5833/17/2', '7/18/']],
  ['hgnc_complete_set', '\t', [], 'hgnc_id/symbol/status/entrez_id/ensembl_gene_id/mgd_id',
    ['HGNC:5/A1BG/Approved/1/ENSG1/"MGI:1|MGI:2"', 'HGNC:6/X-DT/Approved//ENSG2/']],
]; // prettier-ignore

interface Lines {
  readonly before: readonly string[];
  readonly header: string;
  readonly rows: readonly string[];
  readonly delimiter: string;
}

function linesOf([, delimiter, before, header, rows]: Sample): Lines {
  const own = (line: string): string => line.replaceAll('/', delimiter);
  return { before, header: own(header), rows: rows.map(own), delimiter };
}

function joined({ before, header, rows }: Lines): string {
  return [...before, ...(header === '' ? [] : [header]), ...rows, ''].join('\n');
}

/** The same rows, written in another way. */
const VARIANTS: readonly (readonly [how: string, write: (lines: Lines) => string | Buffer])[] = [
  ['with CRLF, a byte order mark and no last line end', (lines) => `\uFEFF${joined(lines).trimEnd().replaceAll('\n', '\r\n')}`],
  ['with blank lines', (lines) => `\n${joined(lines).replaceAll('\n', '\n\n')}`],
  ['in gzip members that end anywhere', (lines) => {
    const bytes = Buffer.from(joined(lines));
    const [first, second] = [Math.floor(bytes.length / 3), Math.floor(bytes.length / 2)];
    return Buffer.concat(
      [bytes.subarray(0, first), Buffer.alloc(0), bytes.subarray(first, second), bytes.subarray(second)].map((part) => gzipSync(part)),
    );
  }],
  ['as two joined files, each with its header', (lines) => Buffer.concat(
    [{ ...lines, rows: lines.rows.slice(0, 1) }, { ...lines, rows: lines.rows.slice(1) }].map((part) => gzipSync(joined(part))),
  )],
  ['in another order', (lines) => joined({ ...lines, rows: lines.rows.toReversed() })],
  ['with a new column at the end', ({ delimiter, header, ...lines }) => {
    const end = header.endsWith(delimiter) ? delimiter : '';
    const longer = (line: string, field: string): string => `${end ? line : line + delimiter}${field}${end}`;
    return joined({ ...lines, delimiter, header: header && longer(header, 'NewColumn'), rows: lines.rows.map((row) => longer(row, 'x')) });
  }],
  ['with an empty field at the end', ({ delimiter, rows, ...lines }) =>
    joined({ ...lines, delimiter, rows: rows.map((row) => (row.endsWith('|') ? row : row + delimiter)) })],
  ['with a new column in front', ({ delimiter, header, ...lines }) => header === '' ? joined({ ...lines, delimiter, header }) :
    joined({ ...lines, delimiter, header: header.replace(/^(#?)/, `$1NewColumn${delimiter}`), rows: lines.rows.map((row) => `x${delimiter}${row}`) })],
  ['under names in another style', (lines) => joined({ ...lines, header: lines.header.replaceAll(/[ID]+\b|_/g, (text) => (text === '_' ? ' ' : text.toLowerCase())) })],
  ['with blanks behind null marks', ({ delimiter, rows, ...lines }) =>
    joined({ ...lines, delimiter, rows: rows.map((row) => row.split(delimiter).map((field) => (field === '-' ? '-   ' : field)).join(delimiter)) })],
]; // prettier-ignore

/** What a table gives of a file, and why of its rows some give nothing. */
async function read(name: string, content: string | Buffer): Promise<string[]> {
  const [part] = descriptionOf(name).parts;
  if (!part) {
    throw new Error('A table has parts.');
  }
  const given: string[] = [];
  const sink: RowSink = {
    edge: (...edge) => given.push(`edge ${edge.join(' ')}`),
    lost: (...link) => given.push(`lost ${link.join(' ')}`),
    fact: (kind, source, fact) => given.push(`fact ${kind} ${source} ${JSON.stringify(fact)}`),
    skip: (reason) => given.push(`none: ${reason}`),
    bad: (reason) => given.push(`bad: ${reason}`),
    look: (_edges, source) => [source],
  };
  const bytes = Readable.from([Buffer.from(content)]) as AsyncIterable<Buffer>;
  for await (const file of filesOf(new SourceBytes(bytes), undefined)) {
    await readRows(part, file.bytes, (row, fault) => {
      if (fault === undefined) {
        part.read(row, sink);
      } else {
        sink.bad(fault);
      }
    });
  }
  return given.toSorted();
}

it('each table of one file is among the samples', () => {
  const files = DESCRIPTIONS.filter(({ parts }) => parts.length === 1).map(({ name }) => name);
  expect(SAMPLES.map(([name]) => name).toSorted()).toEqual(files.toSorted());
});

describe.each(SAMPLES)('%s', (...sample) => {
  const [name] = sample;
  const lines = linesOf(sample);

  it('gives something, and nothing that is bad', async () => {
    const given = await read(name, joined(lines));
    expect(given).toContainEqual(expect.stringMatching(/^edge 0 \d+ \d+$/));
    expect(given).not.toContainEqual(expect.stringMatching(/^bad/));
  });

  it.each(VARIANTS)('gives the same %s', async (_how, write) => {
    expect(await read(name, write(lines))).toEqual(await read(name, joined(lines)));
  });
});
