import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { loadCatalog } from '../../../src/catalog/catalog.js';
import { encodeId } from '../../../src/schema/core/global-id.js';
import { recordUrl } from '../../../src/schema/core/record-url.js';
import { curieNeedsSummary, curieOfRecord, iriOfRecord } from '../../../src/schema/lookup/curie.js';
import { identifiersOf } from '../../../src/schema/lookup/identifiers.js';
import { readAny, readAnywhere, readUid } from '../../../src/schema/lookup/read-name.js';
import { nameOf } from '../../../src/schema/lookup/record-name.js';
import { given, shown } from './shown-name.js';

const DATABASES = loadCatalog().records.map(({ name }) => name);

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

/** Uids of these databases are no longer than their registries allow. */
function isOfLength(db: string, text: string, number: string): boolean {
  const longest: Readonly<Record<string, number>> = { pmc: 10, snp: 15, omim: 20 };
  return number.length <= (longest[db] ?? 20) || !text.includes(number);
}
