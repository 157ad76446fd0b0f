import { describe, expect, it } from 'vitest';

import { parseOrganism } from '../../../src/schema/core/query-arguments.js';
import { plainText } from '../../../src/schema/lookup/plain-text.js';
import { parseGiven, readAny, readAnywhere } from '../../../src/schema/lookup/read-name.js';
import { identifiersOf } from '../../../src/schema/lookup/identifiers.js';
import { keyOfName } from '../../../src/schema/lookup/record-name.js';
import { readReadings } from '../../../src/schema/lookup/resolve.js';

/** The database and the uid, or what is searched. */
function read(value: string, db?: string): string | undefined {
  const given = { argument: 'names', value };
  const name = db === undefined ? readAnywhere(given) : readAny(db, given);
  return name && `${name.db} ${'uid' in name ? name.uid : `${name.kind} ${keyOfName(name)}`}`;
}

describe('a name copied from prose, spreadsheets and pages', () => {
  it.each([
    ['“PMID: 219391”', 'pubmed 219391'],
    ["'PMID 219391'", 'pubmed 219391'],
    ['(PMID: 219391).', 'pubmed 219391'],
    ['PMID：219391;', 'pubmed 219391'],
    ['PMID=219391', 'pubmed 219391'],
    ['PMC 390337', 'pmc 390337'],
    ['<10.1093/nar/gkh340>', 'pubmed doi 10.1093/nar/gkh340'],
    ['DOI 10.1093/nar/gkh340,', 'pubmed doi 10.1093/nar/gkh340'],
    ['10.1093%2Fnar%2Fgkh340', 'pubmed doi 10.1093/nar/gkh340'],
    ['Gene ID: 7157', 'gene 7157'],
    ['entrez gene:7157', 'gene 7157'],
    ['LOC7157', 'gene 7157'],
    ['\uFEFFHGNC:11998\u200B', 'gene hgncId HGNC:11998'],
    ['HGNC 11998', 'gene hgncId HGNC:11998'],
    ['rs 264', 'snp 264'],
    ['NCBI:txid9606', 'taxonomy 9606'],
    ['NCBITaxon_9606', 'taxonomy 9606'],
    ['txid9606[Organism:exp]', 'taxonomy 9606'],
    ['HP_0001250', 'medgen hpoId HP:0001250'],
    ['PDB 1TUP', 'structure pdb 1TUP'],
    ['pdb_00001tup', 'structure pdb 1TUP'],
    ['1TUP_A', 'protein accession 1TUP_A'],
    ['>sp|P04637|P53_HUMAN Cellular tumor antigen p53', 'protein accession P04637'],
    ['ref|NP_000537.3|', 'protein accession NP_000537.3'],
    ['gi|120407068|ref|NM_152783.3| D2HGDH', 'nuccore accession NM_152783.3'],
    ['ISSN 0028-3797', 'nlmcatalog issn 0028-3797'],
    ['bioproject PRJNA53577', 'bioproject accession PRJNA53577'],
    ['hgnc_id:11998', 'gene hgncId HGNC:11998'],
    ['ORPHA558', 'medgen orphanetId Orphanet_558'],
    ['InChIKey=BSYNRYMUTXBXSQ-UHFFFAOYSA-N', 'pccompound inchiKey BSYNRYMUTXBXSQ-UHFFFAOYSA-N'],
    ['NM_000410.3:c.845G&gt;A', 'clinvar hgvs NM_000410.3:c.845G>A'],
    ['NM_000410.3(HFE):c.845G>A (p.Cys282Tyr)', 'clinvar hgvs NM_000410.3:c.845G>A'],
    ['HGNC_11998', 'gene hgncId HGNC:11998'],
    ['UniProtKB/Swiss-Prot:P04637', 'protein accession P04637'],
    ['UniProtKB/TrEMBL: Q9H2A3', 'protein accession Q9H2A3'],
    ['219391[pmid]', 'pubmed 219391'],
    ['NP_000537.3[accn]', 'protein accession NP_000537.3'],
    ['SPAC1002.02', 'gene locusTag SPAC1002.02'],
    ['F54F2.2a', 'gene locusTag F54F2.2a'],
    ['AT1G01010.1', 'gene locusTag AT1G01010'],
    ['GRCh38.p14', 'assembly name GRCh38.p14'],
    ['T2T-CHM13v2.0', 'assembly name T2T-CHM13v2.0'],
    ['ASM584v2', 'assembly name ASM584v2'],
    ['mRatBN7.2', 'assembly name mRatBN7.2'],
  ])('%s is %s', (value, expected) => {
    expect(read(value)).toBe(expected);
  });

  it.each([
    ['https://doi.org/10.1093/nar/gkh340?utm_source=x#abstract', 'pubmed doi 10.1093/nar/gkh340'],
    ['doi.org/10.1093/nar/gkh340', 'pubmed doi 10.1093/nar/gkh340'],
    ['pubmed.ncbi.nlm.nih.gov/219391/?dopt=Abstract', 'pubmed 219391'],
    ['http://www.ncbi.nlm.nih.gov/pubmed/?otool=x&term=219391', 'pubmed 219391'],
    ['https://www.ncbi.nlm.nih.gov/snp/?term=rs264', 'snp 264'],
    ['https://www.ncbi.nlm.nih.gov/sites/entrez?cmd=Retrieve&db=gene&list_uids=7157', 'gene 7157'],
    ['https://www.ncbi.nlm.nih.gov/entrez/query.fcgi?list_uids=219391&cmd=Retrieve&db=PubMed', 'pubmed 219391'],
    ['https://www.ncbi.nlm.nih.gov/projects/SNP/snp_ref.cgi?do_not_redirect&rs=264', 'snp 264'],
    [
      'https://www.ncbi.nlm.nih.gov/projects/gap/cgi-bin/study.cgi?study_id=phs000007.v1.p1',
      'gap accession phs000007.v1.p1',
    ],
    ['https://www.ncbi.nlm.nih.gov/Traces/study/?acc=SRP096558&o=x', 'sra accession SRP096558'],
    ['https://europepmc.org/article/PMC/PMC390337', 'pmc 390337'],
    ['http://www.rcsb.org/pdb/explore/explore.do?structureId=1TUP', 'structure pdb 1TUP'],
    ['https://www.ebi.ac.uk/pdbe/entry/pdb/1tup', 'structure pdb 1TUP'],
    ['https://www.ebi.ac.uk/ena/browser/view/SAMN00116900', 'biosample accession SAMN00116900'],
    ['http://purl.uniprot.org/taxonomy/9606', 'taxonomy 9606'],
    ['https://rest.uniprot.org/uniprotkb/P04637.txt', 'protein accession P04637'],
    [
      'https://grch37.ensembl.org/Homo_sapiens/Gene/Summary?db=core;g=ENSG00000141510;r=17',
      'gene ensemblId ENSG00000141510',
    ],
    ['https://www.genenames.org/data/gene-symbol-report/#!/hgnc_id/HGNC:11998', 'gene hgncId HGNC:11998'],
    ['https://www.informatics.jax.org/marker/MGI:98834', 'gene mgiId MGI:98834'],
    ['https://meshb.nlm.nih.gov/record/ui?ui=D009369', 'mesh meshId D009369'],
    ['http://purl.obolibrary.org/obo/HP_0001250', 'medgen hpoId HP:0001250'],
    ['https://n2t.net/ncbigene:7157', 'gene 7157'],
    ['https://pubmed.ncbi.nlm.nih.gov/?term=15034147', 'pubmed 15034147'],
    ['https://www.ncbi.nlm.nih.gov/pmc/articles/pmid/15034147/', 'pubmed 15034147'],
    ['https://www.ncbi.nlm.nih.gov/m/pubmed/15034147/', 'pubmed 15034147'],
    ['https://www.ncbi.nlm.nih.gov/sra/SRX1234[accn]', 'sra accession SRX1234'],
    ['https://files.rcsb.org/download/1TUP.pdb', 'structure pdb 1TUP'],
    ['https://www.ncbi.nlm.nih.gov/ipg/NP_000537.3', 'ipg accession NP_000537.3'],
    ['https://www.ncbi.nlm.nih.gov/sites/GDSbrowser?acc=GDS5879', 'gds accession GDS5879'],
    ['https://www.ncbi.nlm.nih.gov/variation/view/?q=rs264', 'snp 264'],
    ['https://rest.ensembl.org/lookup/id/ENSG00000141510', 'gene ensemblId ENSG00000141510'],
    ['http://www.orpha.net/ORDO/Orphanet_558', 'medgen orphanetId Orphanet_558'],
    ['https://www.orpha.net/en/disease/detail/558', 'medgen orphanetId Orphanet_558'],
    ['https://www.orpha.net/consor/cgi-bin/OC_Exp.php?lng=en&Expert=558', 'medgen orphanetId Orphanet_558'],
    ['https://hpo.jax.org/browse/term/HP:0001250', 'medgen hpoId HP:0001250'],
    ['https://monarchinitiative.org/disease/MONDO:0007947', 'medgen mondoId MONDO:0007947'],
    ['https://pdbj.org/mine/summary/1tup', 'structure pdb 1TUP'],
    ['https://www.wwpdb.org/pdb?id=pdb_00001tup', 'structure pdb 1TUP'],
    ['https://www.ebi.ac.uk/ena/browser/view/U00096.3', 'nuccore accession U00096.3'],
    ['https://www.ebi.ac.uk/ena/browser/api/fasta/U00096.3', 'nuccore accession U00096.3'],
    ['https://www.ebi.ac.uk/ena/browser/view/GCA_000238955.2', 'assembly accession GCA_000238955.2'],
    ['https://www.ebi.ac.uk/biosamples/samples/SAMN00116900', 'biosample accession SAMN00116900'],
    ['https://www.ebi.ac.uk/interpro/entry/pfam/PF00870/', 'cdd accession PFAM00870'],
    ['https://www.alliancegenome.org/gene/HGNC:11998', 'gene hgncId HGNC:11998'],
  ])('the address %s is %s', (value, expected) => {
    expect(read(value)).toBe(expected);
  });

  it.each(['[Candida] auris', 'Bacillus sp.', "'Nostoc azollae' 0708", 'c-ABL', 'zgc:56666', 'HLA-DRB1', 'sp. 12'])(
    '%s stays as it is',
    (name) => {
      expect(plainText(name)).toBe(name);
    },
  );

  it.each([
    ['pubmed', 'pmid', 'PMID: 219391', '219391'],
    ['pubmed', 'doi', 'doi:10.1093/nar/gkh340', '10.1093/nar/gkh340'],
    ['gds', 'accession', 'GEO:GSE93374', 'GSE93374'],
    ['gene', 'ensemblId', 'https://www.ensembl.org/id/ENSG00000141510', 'ENSG00000141510'],
    ['nuccore', 'accession', 'refseq:NM_152783.3', 'NM_152783.3'],
    ['structure', 'pdb', '“1tup”', '1TUP'],
  ])('%s(%s:) takes %s', (db, argument, value, plain) => {
    const identifier = identifiersOf(db).find((each) => each.argument === argument);
    expect(identifier && parseGiven(db, identifier, value)).toBe(plain);
  });

  it.each([
    ['gi|120407068', 'protein', 'protein 120407068'],
    ['gi|120407068', 'nuccore', 'nuccore 120407068'],
    ['"7157"', 'gene', 'gene 7157'],
  ])('%s is, among records of %s, %s', (value, db, expected) => {
    expect(read(value, db)).toBe(expected);
  });
});

describe('a text that Entrez has no record of', () => {
  it.each([
    ['gi|120407068', 'protein or nuccore'],
    ['ENST00000269305.9', 'Use the identifier of the gene'],
    ['P04637-2', 'Isoforms of UniProt'],
    ['NC_000017.10:7577119:C:T', 'GRCh38'],
    ['PMID:12x', 'no identifier of pubmed or pmc'],
    ['RGD:3889', 'Identifiers of RGD are not searched'],
    ['doid:1612', 'Identifiers of doid are not searched'],
    ['arXiv:2101.00001', 'Identifiers of arXiv are not searched'],
    ['NCBI:7157', 'uid of any database'],
    ['7157.0', 'uid of any database'],
    ['1.5e+07', 'uid of any database'],
    ['GI 120407068', 'protein or nuccore'],
    ['1-Sep', 'Spreadsheets make dates of symbols'],
    ['chr17:7661779', 'A place on a chromosome'],
    ['17-7675088-C-T', 'A place on a chromosome'],
    ['p.V600E', 'HGVS'],
    ['p.(Val600Glu)', 'HGVS'],
    ['COSM10660', 'HGVS'],
    ['TP53_HUMAN', 'Entry names of UniProt'],
    ['hg38', 'GRCh38.p14'],
    ['CC(=O)OC1=CC=CC=C1C(=O)O', 'SMILES'],
    ['c1ccccc1O', 'SMILES'],
    ['C[C@@H](C(=O)O)N', 'SMILES'],
    ['N#Cc1ccccc1', 'SMILES'],
    ['[Na+].[Cl-]', 'SMILES'],
    ['SMILES:CCO', 'SMILES'],
    ['InChI=1S/C2H6O/c1-2-3/h3H,2H2,1H3', 'Use the InChIKey'],
    ['LRG_321', 'Use the accession at RefSeq'],
    ['LRG_321t1', 'Use the accession at RefSeq'],
    ['CHEMBL25', 'Give pccompound as "in"'],
    ['DB00945', 'Give pccompound as "in"'],
    ['IPR011615', 'model of CDD'],
    ['TP53, BRCA1', 'several names'],
    ['rs264-T', 'Use the number alone'],
    ['rs7412:C>T', 'Use the number alone'],
    ['rs7412(C;T)', 'Use the number alone'],
    ['113705.0018', 'Allelic variants of OMIM'],
    ['219391[uid]', 'uid of any database'],
    ['ftp://ftp.ncbi.nlm.nih.gov/gene/', 'The address'],
    ['—', 'empty'],
    ['https://www.ncbi.nlm.nih.gov/pubmed/?term=cancer', 'The address'],
  ])('%s is refused without a search, and the note says why', (value, note) => {
    const readings = readReadings({ argument: 'names', value }, undefined);
    expect(readings.names).toEqual([]);
    expect(readings.note).toContain(note);
  });

  it.each([
    ['tp53[', 'The name is "tp53[". Use a uid'],
    ['a'.repeat(501), `The name is "${'a'.repeat(79)}…. Use at most 500 characters.`],
  ])('has a note that speaks of the name, and not of the argument that holds all names: %s', (value, note) => {
    expect(readReadings({ argument: 'names', value }, undefined).note).toContain(note);
    expect(readReadings({ argument: 'names', value }, ['gene']).note).toContain(note);
  });

  it.each(['HER-2/neu', 'BRCA1/BARD1'])(
    '%s is searched as a symbol, and said to be several when no gene has it',
    (value) => {
      const { names, hint } = readReadings({ argument: 'names', value }, undefined);
      expect(names).toMatchObject([{ db: 'gene', kind: 'symbol' }]);
      expect(hint).toContain('several names');
    },
  );

  it('is refused in a database that has no index of such names, not where it may be a name', () => {
    const readIn = (value: string, db: string) => readReadings({ argument: 'names', value }, [db]);
    expect(readIn('CC(=O)OC1=CC=CC=C1C(=O)O', 'pccompound')).toMatchObject({
      names: [],
      note: expect.stringContaining('Entrez has no index of them') as string,
    });
    expect(readIn('CHEMBL25', 'pccompound').names).toMatchObject([{ db: 'pccompound', kind: 'name' }]);
  });
});

describe('a variant by its SPDI expression', () => {
  const spdi = identifiersOf('snp').find(({ argument }) => argument === 'spdi');

  it.each([
    ['NC_000008.11:19956017:A:G', 'NC_000008.11:19956017:A:G', '(8[CHR] AND 19956018[CPOS])'],
    ['nc_000023.11:0::a', 'NC_000023.11:0::A', '(X[CHR] AND 1[CPOS])'],
    ['NC_000008.11:g.19956018A>G', 'NC_000008.11:19956017:A:G', '(8[CHR] AND 19956018[CPOS])'],
  ])('%s is searched by its place', (value, plain, term) => {
    expect(spdi?.parse(value)).toBe(plain);
    expect(spdi?.search?.term(plain)).toBe(term);
  });

  it.each([
    'NC_000008.10:19956017:A:G',
    'NC_000025.1:1:A:G',
    'NC_000008.11:g.0A>G',
    'NM_000546.6:1:A:G',
    'NC_000008.11:1:4:G',
  ])('%s is none that can be searched', (value) => {
    expect(spdi?.parse(value)).toBeUndefined();
  });

  it('is that of the record whose summary shows it', () => {
    expect(spdi?.search?.namesIn({ uid: '268', spdi: 'NC_000008.11:19956017:A:G,NC_000008.11:19956017:A:T' })).toEqual([
      'NC_000008.11:19956017:A:G',
      'NC_000008.11:19956017:A:T',
    ]);
  });
});

describe('an organism', () => {
  it.each(['10090', 'txid10090', 'NCBI:txid10090', 'NCBITaxon:10090', 'taxonomy:10090', ' taxid: 10090 '])(
    '%s is given by its uid',
    (organism) => {
      expect(parseOrganism(organism, 'organism')).toBe('10090');
    },
  );
});

describe('a dash in place of a hyphen', () => {
  it.each(['HLA\u2010A', 'HLA\u2011A', 'HLA\u2013A', 'HLA\u2212A', 'HLA\uFF0DA'])('%s is the symbol HLA-A', (value) => {
    expect(read(value, 'gene')).toMatch(/symbol HLA-A/);
  });

  it('stays in what is more than a symbol', () => {
    expect(plainText('10.1000/a\u2013b.c')).toBe('10.1000/a\u2013b.c');
  });
});

describe('a symbol that looks like something else', () => {
  it.each([
    'mt:CoI',
    'zgc:56666',
    'si:ch211-1',
    'E(spl)m8-HLH',
    'H2-K1',
    'RN7SK',
    'MT-CO1',
    'X5L',
    'P2RX7',
    'COX1',
    'ASMT',
    'GRCC10',
    'Su(var)205',
    'l(2)gl',
    'N(1)',
    'Cnn1',
    'NOS1',
    'SNC1',
  ])('%s is searched as a symbol', (value) => {
    const [name] = readReadings({ argument: 'names', value }, undefined).names;
    expect(name && `${name.db} ${name.kind}`).toBe('gene symbol');
  });
});
