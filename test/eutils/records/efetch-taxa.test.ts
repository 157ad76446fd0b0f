import { describe, expect, it } from 'vitest';

import { decodeTaxa, taxaRequest } from '../../../src/eutils/records/efetch-taxa.js';
import { failureOf } from '../entrez-errors.js';

const named = (uid: string) => `<TaxId>${uid}</TaxId><ScientificName>Taxon ${uid}</ScientificName>`;

function taxon(uid: string, parent: string, lineage: readonly string[] = [], former: readonly string[] = []): string {
  const above = lineage.map((each) => `<Taxon>${named(each)}<Rank>clade</Rank></Taxon>`).join('');
  const aka = former.map((each) => `<TaxId>${each}</TaxId>`).join('');
  return `<Taxon>${named(uid)}<ParentTaxId>${parent}</ParentTaxId><Rank>species</Rank>${
    above === '' ? '' : `<LineageEx>${above}</LineageEx>`
  }${aka === '' ? '' : `<AkaTaxIds>${aka}</AkaTaxIds>`}</Taxon>`;
}

const decode = (content: string, uids: readonly string[]) =>
  decodeTaxa(`<?xml version="1.0" ?><TaxaSet>${content}</TaxaSet>`, uids);

describe('taxaRequest', () => {
  it('sends a comma list', () => {
    expect(taxaRequest(['9606', '2'])).toMatchObject({ utility: 'efetch', retmode: 'xml', idCount: 2 });
    expect(taxaRequest(['9606', '2']).params).toEqual([
      ['db', 'taxonomy'],
      ['retmode', 'xml'],
      ['id', '9606,2'],
    ]);
  });
});

describe('decodeTaxa', () => {
  it('gives each taxon by its uid, with all that contain it and their ranks', () => {
    expect(decode(taxon('5', '4', ['3', '4']) + taxon('3', '1'), ['3', '5'])).toEqual(
      new Map([
        [
          '5',
          {
            uid: '5',
            scientificName: 'Taxon 5',
            rank: 'species',
            parentUid: '4',
            lineage: [
              { uid: '3', scientificName: 'Taxon 3', rank: 'clade' },
              { uid: '4', scientificName: 'Taxon 4', rank: 'clade' },
            ],
          },
        ],
        ['3', { uid: '3', scientificName: 'Taxon 3', rank: 'species', parentUid: '1', lineage: [] }],
      ]),
    );
  });

  it('gives a merged taxon by the uid that was requested, and by both where both were', () => {
    expect(decode(taxon('5', '1', [], ['8', '9']), ['8']).get('8')?.uid).toBe('5');
    expect([...decode(taxon('5', '1', [], ['8']).repeat(2), ['8', '5']).keys()].toSorted()).toEqual(['5', '8']);
  });

  it('gives no taxon by a uid that was not requested', () => {
    expect([...decode(taxon('5', '1', [], ['8', '9']), ['8']).keys()]).toEqual(['8']);
  });

  it('has no rank where NCBI gives none, and no lineage of the root', () => {
    const bare = `<Taxon>${named('5')}<ParentTaxId>1</ParentTaxId></Taxon>`;
    expect(decode(bare, ['5']).get('5')).not.toHaveProperty('rank');
    expect(decode(taxon('1', '1'), ['1']).get('1')?.lineage).toEqual([]);
  });

  it('believes in lineages of up to 1,000 taxa', () => {
    const lineage = Array.from({ length: 1001 }, (_, index) => String(index + 10));
    expect(decode(taxon('5', '1009', lineage.slice(0, 1000)), ['5']).get('5')?.lineage).toHaveLength(1000);
    expect(failureOf(() => decode(taxon('5', '1010', lineage), ['5'])).code).toBe('MALFORMED_RESPONSE');
  });

  it.each([
    ['Search Backend failed: timeout', 'UPSTREAM_UNAVAILABLE'],
    ['Id+list+is+empty', 'UNKNOWN_ID'],
    ['\n  Error: F a i l e d  t o  u n d e r s t a n d  i d :  X', 'UNKNOWN_ID'],
    ['words that nobody knows', 'MALFORMED_RESPONSE'],
    ['', 'MALFORMED_RESPONSE'],
    [' \r\n', 'MALFORMED_RESPONSE'],
  ])('reads plain text in place of XML: %j is %s', (body, code) => {
    const failure = failureOf(() => decodeTaxa(body, ['5']));
    expect(failure.code).toBe(code);
    // What an XML parser says of it would help nobody.
    expect(failure.message).not.toContain('XML that cannot be read');
    expect(failure.message).not.toContain('an empty answer');
  });

  it('has no parent of the root, and nothing of taxa that do not exist', () => {
    expect(decode(taxon('1', '1'), ['1']).get('1')).not.toHaveProperty('parentUid');
    expect(decode('\n', ['999']).size).toBe(0);
  });

  it.each([
    ['a taxon that was not requested', taxon('6', '1')],
    ['a parent that is not the last of the lineage', taxon('5', '3', ['3', '4'])],
    ['a lineage without its parent', taxon('5', '4')],
    ['a lineage that holds the taxon itself', taxon('5', '5', ['3', '5'])],
    ['a lineage with a taxon twice', taxon('5', '3', ['3', '4', '3'])],
    ['two taxa that one was merged into', taxon('6', '1', [], ['5']) + taxon('7', '1', [], ['5'])],
    ['a taxon without a name', '<Taxon><TaxId>5</TaxId><ParentTaxId>1</ParentTaxId></Taxon>'],
    ['a taxon without a parent', `<Taxon>${named('5')}</Taxon>`],
  ])('believes no answer with %s', (_what, content) => {
    expect(failureOf(() => decode(content, ['5']))).toMatchObject({ code: 'MALFORMED_RESPONSE', retryable: true });
  });

  it('reads NCBI\u2019s error for ids that are none', () => {
    const body =
      '<?xml version="1.0" ?><eFetchResult>\n\t<ERROR>ID list is empty! Possibly it has no correct IDs.</ERROR>\n</eFetchResult>';
    expect(failureOf(() => decodeTaxa(body, ['5'])).code).not.toBe('MALFORMED_RESPONSE');
  });
});
