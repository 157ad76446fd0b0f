import { describe, expect, it } from 'vitest';

import { loadCatalog } from '../../../src/catalog/catalog.js';
import { identifiersOf } from '../../../src/schema/lookup/identifiers.js';

function identifier(db: string, argument: string) {
  const found = identifiersOf(db).find((each) => each.argument === argument);
  if (!found) {
    throw new Error(`${db} has no identifier ${argument}.`);
  }
  return found;
}

function namesIn(db: string, argument: string, summary: object): readonly string[] {
  return identifier(db, argument).search?.namesIn({ uid: '1', ...summary }) ?? [];
}

const catalog = loadCatalog();

describe('identifiers', () => {
  it('all belong to databases of the catalog, and have names that uid does not take', () => {
    const named = catalog.records.filter(({ name }) => identifiersOf(name).length > 0);
    expect(named).toHaveLength(32);
    for (const { name } of named) {
      const taken = [
        'uid',
        ...identifiersOf(name).flatMap(({ argument, scope }) => [argument, scope?.argument ?? []].flat()),
      ];
      expect(new Set(taken).size).toBe(taken.length);
    }
  });

  it.each([
    ['pubmed', 'doi', '10.1055/s-0028-1085314', '10.1055/s-0028-1085314'],
    [
      'pubmed',
      'doi',
      ' https://doi.org/10.1002/(SICI)1097(15)17:<1::AID>3.0.CO;2-2 ',
      '10.1002/(SICI)1097(15)17:<1::AID>3.0.CO;2-2',
    ],
    ['pubmed', 'doi', 'doi:10.1/x', undefined],
    ['pubmed', 'doi', '10.1038/a"b', undefined],
    ['pubmed', 'pmcid', 'PMC0390337', '390337'],
    ['pmc', 'pmcid', '390337', '390337'],
    ['pmc', 'pmcid', 'PMCx', undefined],
    ['pmc', 'pmid', '0015034147', '15034147'],
    ['gene', 'symbol', ' TP53 ', 'TP53'],
    ['gene', 'symbol', 'su(Hw)', 'su(Hw)'],
    ['gene', 'symbol', '', undefined],
    ['gene', 'symbol', 'TP53[sym]', undefined],
    ['protein', 'accession', 'np_000537.3', 'NP_000537.3'],
    ['protein', 'accession', '1tup_a', '1TUP_A'],
    ['nuccore', 'accession', '120407068', undefined],
    ['nuccore', 'accession', 'NM 000546', undefined],
    ['structure', 'pdb', '1tup', '1TUP'],
    ['structure', 'pdb', 'TUP1', undefined],
    ['snp', 'rs', 'rs268', '268'],
    ['snp', 'rs', '268', '268'],
    ['snp', 'rs', 'rs0', undefined],
    ['omim', 'mim', '#191170', '191170'],
    ['omim', 'mim', 'OMIM: 191170', '191170'],
    ['omim', 'mim', '19117', undefined],
    ['clinvar', 'accession', 'VCV000012374.81', 'VCV000012374'],
    ['clinvar', 'accession', 'rcv12374', 'RCV000012374'],
    ['clinvar', 'accession', 'CV000012374', undefined],
    ['taxonomy', 'name', '[Candida]  auris', 'Candida auris'],
    ['taxonomy', 'name', '""', undefined],
    ['assembly', 'accession', 'gcf_000315625.1', 'GCF_000315625.1'],
    ['bioproject', 'accession', 'PRJNA53577', 'PRJNA53577'],
    ['biosample', 'accession', 'SAMEA103885262', 'SAMEA103885262'],
    ['sra', 'accession', 'SRR000001', 'SRR000001'],
    ['sra', 'accession', 'srp000001', 'SRP000001'],
    ['sra', 'accession', 'SRZ000001', undefined],
    ['biosample', 'accession', 'ers000001', 'ERS000001'],
    ['biosample', 'accession', 'SRX000001', undefined],
    ['gene', 'hgncId', 'hgnc:11998', 'HGNC:11998'],
    ['gene', 'hgncId', '11998', 'HGNC:11998'],
    ['gene', 'hgncId', 'MGI:98834', undefined],
    ['gene', 'mgiId', 'MGI:98834', 'MGI:98834'],
    ['medgen', 'hpoId', 'HP_0001250', 'HP:0001250'],
    ['medgen', 'hpoId', 'HP:1250', undefined],
    ['medgen', 'mondoId', 'mondo:0007947', 'MONDO:0007947'],
    ['medgen', 'orphanetId', 'ORPHA:558', 'Orphanet_558'],
    ['medgen', 'orphanetId', 'Orphanet:558', 'Orphanet_558'],
    ['clinvar', 'alleleId', '15048', '15048'],
    ['clinvar', 'hgvs', 'NM_000410.3(HFE):c.845G>A (p.Cys282Tyr)', 'NM_000410.3:c.845G>A'],
    ['clinvar', 'hgvs', 'NC_000006.12:g.26092913G>A', 'NC_000006.12:g.26092913G>A'],
    ['clinvar', 'hgvs', 'HFE:c.845G>A', undefined],
    ['clinvar', 'hgvs', 'NM_000410.3:c.845G>A" OR "x', undefined],
    ['clinvar', 'rs', 'rs1800562', '1800562'],
    ['snp', 'ss', 'ss4921649', '4921649'],
    ['pccompound', 'cas', 'CAS 50-78-2', '50-78-2'],
    ['pccompound', 'cas', '50-78-3', undefined],
    ['pccompound', 'name', 'acetylsalicylic acid', 'acetylsalicylic acid'],
    ['mesh', 'term', 'Neoplasms', 'Neoplasms'],
    ['mesh', 'term', 'Neoplasms*', undefined],
    ['assembly', 'name', 'GRCh38.p14', 'GRCh38.p14'],
    ['nlmcatalog', 'abbreviation', 'Nat Med', 'Nat Med'],
    ['proteinclusters', 'accession', 'prk14674', 'PRK14674'],
    ['gap', 'accession', 'PHS000007.v1.p1', 'phs000007.v1.p1'],
    ['gap', 'accession', 'phs7', undefined],
    ['ipg', 'accession', 'wp_003131952.1', 'WP_003131952.1'],
    ['protfam', 'accession', 'NF000535.1', 'NF000535.1'],
    ['gds', 'accession', 'gse93374', 'GSE93374'],
    ['medgen', 'conceptId', 'CN517202', 'CN517202'],
    ['mesh', 'meshId', 'D000086382', 'D000086382'],
    ['nlmcatalog', 'nlmUniqueId', '2985038R', '2985038R'],
    ['pccompound', 'inchiKey', 'BSYNRYMUTXBXSQ-UHFFFAOYSA-N', 'BSYNRYMUTXBXSQ-UHFFFAOYSA-N'],
    ['gtr', 'accession', 'GTR000500010.5', 'GTR000500010.5'],
  ])('of %s: %s %j is %j', (db, argument, value, plain) => {
    expect(identifier(db, argument).parse(value)).toBe(plain);
  });

  it('that are uids in other clothes need no search', () => {
    const free = catalog.records.flatMap(({ name }) =>
      identifiersOf(name).flatMap(({ argument, search }) => (search ? [] : `${name}.${argument}`)),
    );
    expect(free.toSorted()).toEqual(['omim.mim', 'pmc.pmcid', 'pubmed.pmid', 'snp.rs']);
    expect(identifier('clinvar', 'accession').uidOf?.('VCV000012374')).toBe('12374');
  });

  it.each([
    ['pubmed', 'doi', '10.1/a b', '"10.1/a b"[doi]'],
    ['pubmed', 'pmcid', '390337', 'PMC390337[pmcid]'],
    ['gene', 'symbol', 'TP53\t9606', '("TP53"[PREF] AND txid9606[ORGN])'],
    ['gene', 'symbol', 'Trp53\thouse mouse', '("Trp53"[PREF] AND "house mouse"[ORGN])'],
    ['protein', 'accession', 'NP_000537.3', 'NP_000537[ACCN]'],
    ['gds', 'accession', 'GPL570', '(GPL570[ACCN] AND GPL[ETYP])'],
    ['taxonomy', 'name', 'Homo sapiens', '"Homo sapiens"[ALLN]'],
    ['medgen', 'hpoId', 'HP:0001250', '"HP:0001250"'],
    ['clinvar', 'hgvs', 'NM_000410.3:c.845G>A', '"NM_000410.3:c.845G>A"'],
    ['biosample', 'accession', 'SAMN1', 'SAMN1[ACCN]'],
    ['biosample', 'accession', 'SRS1', '"SRS1"'],
    ['pccompound', 'cas', '50-78-2', '"50-78-2"[CompleteSynonym]'],
  ])('of %s are searched: %s %j as %s', (db, argument, value, term) => {
    expect(identifier(db, argument).search?.term(value)).toBe(term);
  });

  it('are read from document summaries', () => {
    const ids = [
      { idtype: 'pubmed', value: '15034147' },
      { idtype: 'doi', value: '10.1093/nar/gkh340' },
      { idtype: 'pmc', value: 'PMC390337' },
    ];
    expect(namesIn('pubmed', 'doi', { articleids: ids })).toEqual(['10.1093/nar/gkh340']);
    expect(namesIn('pubmed', 'pmcid', { articleids: ids })).toEqual(['390337']);
    expect(namesIn('pubmed', 'doi', {})).toEqual([]);
    const allele = {
      ...{ measure_id: '15048', variation_name: 'NM_000410.4(HFE):c.845G>A (p.Cys282Tyr)' },
      variation_xrefs: [
        { db_source: 'dbSNP', db_id: '1800562' },
        { db_source: 'OMIM', db_id: '613609.0001' },
      ],
    };
    const variant = { title: 'NM_000410.3(HFE):c.845G>A (p.Cys282Tyr)', variation_set: [allele] };
    expect(namesIn('clinvar', 'alleleId', variant)).toEqual(['15048']);
    expect(namesIn('clinvar', 'hgvs', variant)).toEqual(['NM_000410.3:c.845G>A', 'NM_000410.4:c.845G>A']);
    expect(namesIn('clinvar', 'rs', variant)).toEqual(['1800562']);
    expect(namesIn('snp', 'ss', { ss: '2057,994458752' })).toEqual(['2057', '994458752']);
    const names =
      '<Names><Name SDUI="HP:0001250" SAB="HPO">Seizure</Name><Name SDUI="D012640" SAB="MSH">Seizures</Name></Names>';
    expect(namesIn('medgen', 'hpoId', { conceptmeta: names })).toEqual(['HP:0001250', 'D012640']);
    expect(namesIn('pccompound', 'cas', { synonymlist: ['aspirin', '50-78-2'] })).toEqual(['aspirin', '50-78-2']);
    const study = '<Study acc="SRP1"/><Sample acc="SRS1"/><Submitter acc="SRA1"/><Experiment acc="SRX1"/>';
    expect(namesIn('sra', 'accession', { expxml: study, runs: '' })).toEqual(['SRX1', 'SRP1', 'SRS1', 'SRA1']);
    const sample = '<BioSample><Ids><Id db="SRA">SRS1</Id><Id db="GEO">GSM1</Id></Ids></BioSample>';
    expect(namesIn('biosample', 'accession', { accession: 'SAMN1', sampledata: sample })).toEqual(['SAMN1', 'SRS1', 'GSM1']); // prettier-ignore
    const organism = { scientificname: 'Homo sapiens', commonname: 'human', taxid: 9606 };
    expect(namesIn('gene', 'symbol', { name: 'TP53', organism })).toEqual([
      'TP53\t9606',
      'TP53\tHomo sapiens',
      'TP53\thuman',
    ]);
    expect(namesIn('protein', 'accession', { caption: 'P04637', accessionversion: 'P04637.4' })).toEqual([
      'P04637',
      'P04637.4',
    ]);
    expect(namesIn('structure', 'pdb', { pdbacc: '1TUP', pdbaccsynlist: ['9ZZZ'] })).toEqual(['1TUP', '9ZZZ']);
    expect(
      namesIn('assembly', 'accession', {
        assemblyaccession: 'GCF_000000001.2',
        synonym: { genbank: 'GCA_000000001.2' },
      }),
    ).toEqual(['GCF_000000001.2', 'GCF_000000001', 'GCA_000000001.2', 'GCA_000000001']);
    expect(
      namesIn('sra', 'accession', { expxml: '<Experiment acc="SRX1"/>', runs: '<Run acc="SRR1"/><Run acc="SRR2"/>' }),
    ).toEqual(['SRX1', 'SRR1', 'SRR2']);
    expect(namesIn('taxonomy', 'name', { scientificname: '[Candida] auris', commonname: '' })).toEqual([
      'Candida auris',
    ]);
  });
});
