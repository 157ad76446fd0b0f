import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { loadCatalog } from '../../../src/catalog/catalog.js';
import { EntrezError } from '../../../src/eutils/failures/errors.js';
import { encodeId } from '../../../src/schema/core/global-id.js';
import { recordUrl } from '../../../src/schema/core/record-url.js';
import { curieNeedsSummary, curieOfRecord, iriOfRecord } from '../../../src/schema/lookup/curie.js';
import { identifiersOf } from '../../../src/schema/lookup/identifiers.js';
import { readAny, readAnywhere, readUid } from '../../../src/schema/lookup/read-name.js';
import { isSearched, keyOfName, nameOf, type RecordName } from '../../../src/schema/lookup/record-name.js';
import { readReadings } from '../../../src/schema/lookup/resolve.js';

const DATABASES = loadCatalog().records.map(({ name }) => name);

function given(value: string) {
  return { argument: 'id', value };
}

/** A name as `db uid`, or as `db kind key` when it is to be searched, else as others; the message of what cannot be read. */
function shown(read: () => RecordName | undefined): string {
  try {
    const name = read();
    if (!name || 'uid' in name) {
      return name ? `${name.db} ${name.uid}` : 'none';
    }
    const elsewhere = isSearched(name) ? name.elsewhere : undefined;
    return [`${name.db} ${name.kind} ${keyOfName(name)}`, ...(elsewhere ? [shown(() => elsewhere)] : [])].join(
      ', else ',
    );
  } catch (error) {
    expect(error).toBeInstanceOf(EntrezError);
    return (error as EntrezError).message;
  }
}

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

describe('what the API prints of a record', () => {
  const uid = fc.bigInt({ min: 1n, max: 10n ** 19n }).map(String);

  it.each(DATABASES)('it takes for the same record of %s: uid, id, curie, iri and url', (db) => {
    fc.assert(
      fc.property(uid, (number) => {
        const record = { db, uid: number };
        // Where it is an accession, it is printed from the summary only, and fc does not know the accessions of NCBI.
        const printed = curieNeedsSummary(db)
          ? [encodeId(db, number), recordUrl(db, number), `${db}:${number}`]
          : [encodeId(db, number), recordUrl(db, number), curieOfRecord(record), iriOfRecord(record)];
        for (const text of printed.filter((each) => isOfLength(db, each, number))) {
          expect([text, shown(() => readAnywhere(given(text)))]).toEqual([text, `${db} ${number}`]);
          expect([text, shown(() => readUid(db, given(text)))]).toEqual([text, `${db} ${number}`]);
        }
        expect(shown(() => readAny(db, given(number)))).toBe(`${db} ${number}`);
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ['protein', { accessionversion: 'NP_000537.3' }, 'refseq:NP_000537.3', 'protein accession NP_000537.3'],
    ['protein', { accessionversion: 'P04637.4' }, 'ncbiprotein:P04637.4', 'protein accession P04637.4'],
    ['nuccore', { accessionversion: 'S42443.1' }, 'insdc:S42443.1', 'nuccore accession S42443.1'],
    ['nuccore', { accessionversion: 'NM_000546.6' }, 'refseq:NM_000546.6', 'nuccore accession NM_000546.6'],
    ['structure', { pdbacc: '1TUP' }, 'pdb:1TUP', 'structure pdb 1TUP'],
    ['mesh', { ds_meshui: 'D009369' }, 'mesh:D009369', 'mesh meshId D009369'],
    ['gds', { accession: 'GSE93374' }, 'geo:GSE93374', 'gds accession GSE93374'],
    ['bioproject', { project_acc: 'PRJNA53577' }, 'bioproject:PRJNA53577', 'bioproject accession PRJNA53577'],
    ['biosample', { accession: 'SAMN00116900' }, 'biosample:SAMN00116900', 'biosample accession SAMN00116900'],
    [
      'assembly',
      { assemblyaccession: 'GCF_000315625.1' },
      'ncbi.assembly:GCF_000315625.1',
      'assembly accession GCF_000315625.1',
    ],
    ['nlmcatalog', { nlmuniqueid: '101573253' }, 'nlm:101573253', 'nlmcatalog nlmUniqueId 101573253'],
    ['cdd', { accession: 'pfam00302' }, 'cdd:pfam00302', 'cdd accession PFAM00302'],
    ['sra', { expxml: '<Experiment acc="SRX1"/>', runs: '' }, 'insdc.sra:SRX1', 'sra accession SRX1'],
  ])('it takes for the same record of %s where its summary has an accession: %j', (db, summary, curie, expected) => {
    const record = { db, uid: '5', summary: { uid: '5', ...summary } };
    expect(curieOfRecord(record)).toBe(curie);
    expect(shown(() => readAnywhere(given(curie)))).toBe(expected);
    expect(shown(() => readUid(db, given(curie)))).toBe(expected);
    expect(shown(() => readAnywhere(given(iriOfRecord(record))))).toBe(expected);
    expect(curieOfRecord({ db, uid: '5' })).toBe(`${db}:5`);
  });

  it('is taken in its plain form again, whatever identifier it is', () => {
    for (const db of DATABASES) {
      for (const identifier of identifiersOf(db)) {
        const example = / such as (.*?)(?:, whose.*| or .*)?$/.exec(identifier.expected)?.[1] ?? 'TP53';
        const plain = identifier.parse(example);
        expect([db, identifier.argument, plain]).toEqual([db, identifier.argument, expect.any(String)]);
        expect(identifier.parse(plain ?? '')).toBe(plain);
        expect(identifier.parse(` ${example.toLowerCase()} `)?.toLowerCase()).toBe(plain?.toLowerCase());
        expect(nameOf(db, identifier, plain ?? '', given(example)).db).toBe(db);
      }
    }
  });
});

describe('hostile names', () => {
  it('never reach a query unquoted, and are read at once however long they are', () => {
    const sign = fc.constantFrom(
      '"',
      '[',
      ']',
      '(',
      ')',
      '*',
      ':',
      '|',
      '\\',
      '\n',
      '\t',
      'é',
      '￿',
      ' AND ',
      ' OR ',
      '[PREF]',
      'a',
    );
    const hostile = fc.oneof(
      fc.string(),
      fc.array(sign, { maxLength: 40 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(hostile, fc.constantFrom(...DATABASES), (value, db) => {
        for (const identifier of identifiersOf(db)) {
          const plain = identifier.parse(value);
          const name = plain === undefined ? undefined : nameOf(db, identifier, plain, given(value));
          if (name && isSearched(name)) {
            const term = name.lookup.term(name.key);
            const outside = term.replaceAll(/"[^"]*"/g, '');
            expect(outside).not.toContain('"');
            expect(outside).toMatch(/^[\w().[\] ]*$/);
          }
        }
        shown(() => readAnywhere(given(value)));
        shown(() => readAny(db, given(value)));
        shown(() => readUid(db, given(value)));
      }),
    );
    const long = ['a', '1', 'PMC1', ' ', '"', 'a:', 'https://', '10.1234/a.', '('].map((part) => part.repeat(5000));
    for (const value of long) {
      for (const db of DATABASES) {
        shown(() => readAny(db, given(value)));
        for (const identifier of identifiersOf(db)) {
          expect(identifier.parse(value)).toBeUndefined();
        }
      }
    }
  });
});

/** Uids of these databases are no longer than their registries allow. */
function isOfLength(db: string, text: string, number: string): boolean {
  const longest: Readonly<Record<string, number>> = { pmc: 10, snp: 15, omim: 20 };
  return number.length <= (longest[db] ?? 20) || !text.includes(number);
}
