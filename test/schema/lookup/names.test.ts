import { describe, expect, it } from 'vitest';

import { encodeId } from '../../../src/schema/core/global-id.js';
import { readAny, readAnywhere, readUid } from '../../../src/schema/lookup/read-name.js';
import { readReadings } from '../../../src/schema/lookup/resolve.js';
import { given, shown } from './shown-name.js';

describe('names of records', () => {
  it.each([
    ['NCBIGene:7157', 'gene 7157'],
    ['ncbigene:7157', 'gene 7157'],
    ['GeneID:7157', 'gene 7157'],
    ['gene:7157', 'gene 7157'],
    ['PMID:1', 'pubmed 1'],
    ['pmid: 1', 'pubmed 1'],
    ['PMID 1', 'pubmed 1'],
    ['pubmed:1', 'pubmed 1'],
    ['PMC:PMC123', 'pmc 123'],
    ['pmc:PMC123', 'pmc 123'],
    ['PMC123', 'pmc 123'],
    ['PMC123.2', 'pmc 123'],
    ['taxonomy:9606', 'taxonomy 9606'],
    ['NCBITaxon:9606', 'taxonomy 9606'],
    ['txid9606', 'taxonomy 9606'],
    ['txid9606[Organism]', 'taxonomy 9606'],
    ['dbSNP:rs7412', 'snp 7412'],
    ['RS7412', 'snp 7412'],
    ['ClinVar:9', 'clinvar 9'],
    ['VCV000000009.3', 'clinvar 9'],
    ['RCV000000019', 'clinvar accession RCV000000019'],
    ['OMIM:191170', 'omim 191170'],
    ['MIM:191170', 'omim 191170'],
    ['#191170', 'omim 191170'],
    ['UMLS:C0027672', 'medgen conceptId C0027672'],
    ['MESH:D009369', 'mesh meshId D009369'],
    ['mesh:68009369', 'mesh 68009369'],
    ['PUBCHEM.COMPOUND:2244', 'pccompound 2244'],
    ['GEO:GSE93374', 'gds accession GSE93374'],
    ['gse93374', 'gds accession GSE93374'],
    ['PDB:1TUP', 'structure pdb 1TUP'],
    ['pdb_00001tup', 'structure pdb 1TUP'],
    ['refseq:NP_000537.3', 'protein accession NP_000537.3'],
    ['refseq:NM_000546.6', 'nuccore accession NM_000546.6'],
    ['UniProtKB:P04637', 'protein accession P04637'],
    ['P04637', 'protein accession P04637'],
    ['sp|P04637|P53_HUMAN', 'protein accession P04637'],
    ['U00096.3', 'nuccore accession U00096.3'],
    ['doi:10.1093/nar/gkh340', 'pubmed doi 10.1093/nar/gkh340'],
    ['10.1093/nar/gkh340.', 'pubmed doi 10.1093/nar/gkh340'],
    ['https://doi.org/10.1093%2Fnar%2Fgkh340', 'pubmed doi 10.1093/nar/gkh340'],
    ['https://www.ncbi.nlm.nih.gov/gene/7157', 'gene 7157'],
    ['http://www.ncbi.nlm.nih.gov/gene/7157/', 'gene 7157'],
    ['https://www.ncbi.nlm.nih.gov/gene/7157?report=full_report#summary', 'gene 7157'],
    ['https://www.ncbi.nlm.nih.gov/nuccore/NM_000546.6', 'nuccore accession NM_000546.6'],
    ['https://www.ncbi.nlm.nih.gov/nucleotide/NM_000546.6', 'nuccore accession NM_000546.6'],
    ['https://pubmed.ncbi.nlm.nih.gov/219391/', 'pubmed 219391'],
    ['https://pmc.ncbi.nlm.nih.gov/articles/PMC390337/', 'pmc 390337'],
    ['https://www.ncbi.nlm.nih.gov/pmc/articles/PMC390337/', 'pmc 390337'],
    ['https://www.ncbi.nlm.nih.gov/geo/query/acc.cgi?acc=GSE93374', 'gds accession GSE93374'],
    ['https://www.ncbi.nlm.nih.gov/datasets/gene/7157/', 'gene 7157'],
    ['https://www.ncbi.nlm.nih.gov/datasets/genome/GCF_000001405.40/', 'assembly accession GCF_000001405.40'],
    ['https://www.rcsb.org/structure/1TUP', 'structure pdb 1TUP'],
    ['https://identifiers.org/ncbigene:7157', 'gene 7157'],
    ['http://identifiers.org/taxonomy/9606', 'taxonomy 9606'],
    ['https://bioregistry.io/pdb:1tup', 'structure pdb 1TUP'],
    ['http://purl.obolibrary.org/obo/NCBITaxon_9606', 'taxonomy 9606'],
    ['http://id.nlm.nih.gov/mesh/D009369', 'mesh meshId D009369'],
    ['PRJNA53577', 'bioproject accession PRJNA53577'],
    ['SAMN00116900', 'biosample accession SAMN00116900'],
    ['SRR1234567', 'sra accession SRR1234567'],
    ['GSM12345', 'gds accession GSM12345, else biosample accession GSM12345'],
    ['AAA12345.1', 'protein accession AAA12345.1'],
    ['JAAABC010000001', 'nuccore accession JAAABC010000001'],
    ['SRR000001', 'sra accession SRR000001'],
    ['ENSG00000141510.17', 'gene ensemblId ENSG00000141510'],
    ['NBK65951', 'books accession NBK65951'],
    ['pfam00302', 'cdd accession PFAM00302'],
    ['nsv513796', 'dbvar accession NSV513796'],
    ['0028-0836', 'nlmcatalog issn 0028-0836'],
    ['BSYNRYMUTXBXSQ-UHFFFAOYSA-N', 'pccompound inchiKey BSYNRYMUTXBXSQ-UHFFFAOYSA-N'],
    // What could be several things, or none.
    ['7157', 'none'],
    ['TP53', 'none'],
    ['Homo sapiens', 'none'],
    ['nothing:7157', 'none'],
    ['gene:', 'none'],
    ['https://example.org/gene/7157', 'none'],
    ['https://www.ncbi.nlm.nih.gov/gene/?term=TP53', 'none'],
    ['https://', 'none'],
    ['', 'none'],
  ])('%j stands for %s by itself', (value, expected) => {
    expect(shown(() => readAnywhere(given(value)))).toBe(expected);
    expect(shown(() => readAnywhere(given(`  ${value}\n`)))).toBe(expected);
  });

  it.each([
    ['gene', 'HER2', 'gene symbol HER2\t9606'],
    ['gene', ' 007157 ', 'gene 7157'],
    ['gene', 'ENSG00000141510', 'gene ensemblId ENSG00000141510'],
    ['protein', 'sp|P04637|P53_HUMAN', 'protein accession P04637'],
    ['protein', '1tup_a', 'protein accession 1TUP_A'],
    ['structure', 'pdb_00001tup', 'structure pdb 1TUP'],
    ['gene', 'NM_000546.6', 'gene accession NM_000546'],
    ['gene', 'UniProtKB:P04637', 'gene accession P04637'],
    ['gene', 'sp|P04637|P53_HUMAN', 'gene accession P04637'],
    ['gene', 'BC002163', 'gene symbol BC002163\t9606'],
    ['gene', 'P2RY12', 'gene accession P2RY12, else gene symbol P2RY12\t9606'],
    ['gene', 'ECDH10B_0343', 'gene locusTag ECDH10B_0343'],
    ['medgen', 'OMIM:154700', 'medgen mim 154700'],
    ['medgen', 'Marfan syndrome', 'medgen name Marfan syndrome'],
    ['sra', 'SRX1', 'sra accession SRX1'],
    ['gds', 'gse1', 'gds accession GSE1'],
    ['biosample', 'biosample:SAMN1', 'biosample accession SAMN1'],
    ['pcsubstance', 'DB00945', 'pcsubstance sourceId DB00945'],
    ['genome', 'gca_000238955.2', 'genome accession GCA_000238955.2'],
    ['geoprofiles', 'gds3710/1567687_at', 'geoprofiles name GDS3710 / 1567687_at'],
    ['geoprofiles', 'GDS3710 / 1567687_at / CECR9', 'geoprofiles name GDS3710 / 1567687_at'],
    ['snp', 'rs7412', 'snp 7412'],
    ['pubmed', 'PMC390337', 'pubmed pmcid 390337'],
    ['pubmed', 'PMC:PMC390337', 'pubmed pmcid 390337'],
    ['pmc', 'PMID:15034147', 'pmc pmid 15034147'],
    ['taxonomy', 'Homo sapiens', 'taxonomy name Homo sapiens'],
    ['taxonomy', 'txid9606', 'taxonomy 9606'],
  ])('of %s may be %j: %s', (db, value, expected) => {
    expect(shown(() => readAny(db, given(value)))).toBe(expected);
  });

  it.each([
    ['gene', 'PMID:1', 'Argument "id" is "PMID:1", which belongs to pubmed or pmc, not to gene. Use a record of gene.'],
    [
      'pubmed',
      'NCBIGene:7157',
      'Argument "id" is "NCBIGene:7157", which belongs to gene, not to pubmed. Use a record of pubmed.',
    ],
    [
      'gene',
      'NCBIGene:TP53',
      'Argument "id" is "NCBIGene:TP53", which is no identifier of gene. Check the part behind the prefix.',
    ],
    [
      'gene',
      encodeId('pubmed', '7'),
      `Argument "id" is "${encodeId('pubmed', '7')}", which belongs to pubmed, not to gene. Use a record of gene.`,
    ],
    ['gene', 'TP53', 'Argument "id" is "TP53". Use a uid: a whole number above 0 of at most 20 digits.'],
    [
      'bioproject',
      'SRP096558',
      'Argument "id" is "SRP096558", which belongs to sra, not to bioproject. Use a record of bioproject.',
    ],
    [
      'geoprofiles',
      'GDS5879',
      'Argument "id" is "GDS5879", which belongs to gds, not to geoprofiles. Use a record of geoprofiles.',
    ],
    ['gene', '0', 'Argument "id" is "0". Use a uid: a whole number above 0 of at most 20 digits.'],
  ])('of other databases, or of none, are refused where %s wants a uid: %j', (db, value, message) => {
    expect(shown(() => readUid(db, given(value)))).toBe(message);
  });
});

describe('names by themselves that more than one kind may look like', () => {
  const read = (value: string) => shown(() => readReadings(given(value), undefined).names[0]);

  it.each(['SRP54', 'SRA1', 'ERP44', 'DRP2', 'SAMD9', 'GSE1', 'SS18', 'RS1', 'TP53', 'H3C1'])(
    '%s is a symbol: accessions have more digits',
    (symbol) => {
      expect(read(symbol)).toBe(`gene symbol ${symbol}\t9606`);
    },
  );

  it.each(['P2RY12', 'P2RY10', 'B3GNT2', 'B4GAT1', 'R3HDM1', 'N6AMT1', 'H2AC11', 'MIR12136'])(
    '%s has the form of a protein, and is a symbol where no protein is called so',
    (symbol) => {
      expect(read(symbol)).toBe(`protein accession ${symbol}, else gene symbol ${symbol}\t9606`);
    },
  );

  it.each([
    ['P04637', 'protein accession P04637'],
    ['Q9H2A3', 'protein accession Q9H2A3, else gene symbol Q9H2A3\t9606'],
    ['GSM2453023', 'gds accession GSM2453023, else biosample accession GSM2453023'],
    ['SRS000001', 'sra accession SRS000001, else biosample accession SRS000001'],
    ['PRK14674', 'cdd accession PRK14674, else proteinclusters accession PRK14674'],
    ['NF033103', 'cdd accession NF033103, else protfam accession NF033103'],
    ['1TUP_A', 'protein accession 1TUP_A, else structure pdb 1TUP'],
    ['NC_000006.12:g.26092913G>A', 'clinvar hgvs NC_000006.12:g.26092913G>A, else snp spdi NC_000006.12:26092912:G:A'],
    ['rs1', 'snp 1'],
    ['ss18', 'snp ss 18, else gene symbol ss18\t9606'],
    ['Rv0001', 'gene locusTag Rv0001'],
    ['AT1G01010', 'gene locusTag AT1G01010'],
    ['ORPHA_558', 'medgen orphanetId Orphanet_558'],
    ['GCF_000001405', 'assembly accession GCF_000001405'],
    ['NM_000546', 'nuccore accession NM_000546'],
    ['LOC12345', 'gene 12345'],
    ['constructor', 'gene symbol constructor\t9606, else taxonomy name constructor'],
    ['ＰＭＩＤ：１５０３４１４７', 'pubmed 15034147'],
  ])('%s is read as %s', (value, expected) => {
    expect(read(value)).toBe(expected);
  });
});
