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
    expect(named).toHaveLength(23);
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
    ['sra', 'accession', 'SRP000001', undefined],
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
