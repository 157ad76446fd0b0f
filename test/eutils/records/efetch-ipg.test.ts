import { describe, expect, it } from 'vitest';

import { decodeIdenticalProteins, identicalProteinsRequest } from '../../../src/eutils/records/efetch-ipg.js';
import { failureOf } from '../entrez-errors.js';

const CDS = '<CDS accver="NZ_1.1" start="10" stop="99" strand="-" org="A strain" strain="S" assembly="GCF_1.1"/>';
const PROTEIN = `<Protein accver="WP_1.1" source="RefSeq" name="enzyme" taxid="5" org="A"><CDSList>${CDS}</CDSList></Protein>`;

function report(product: string, { uid = '7', proteins = PROTEIN, count = 1 } = {}): string {
  return `<IPGReport ipg="${uid}" product_acc="${product}"><Product accver="WP_1.1"/><ProteinList>${proteins}</ProteinList><Statistics prot_count="${count}"/></IPGReport>`;
}

const decode = (content: string, accessions: readonly string[]) =>
  decodeIdenticalProteins(`<?xml version="1.0"?><IPGReportSet>${content}</IPGReportSet>`, accessions);

it('requests reports as a comma list of accessions, in XML', () => {
  expect(identicalProteinsRequest(['WP_1.1', 'KJ_1'])).toEqual({
    utility: 'efetch',
    retmode: 'xml',
    params: [
      ['db', 'protein'],
      ['rettype', 'ipg'],
      ['retmode', 'xml'],
      ['id', 'WP_1.1,KJ_1'],
    ],
    idCount: 2,
  });
});

describe('decodeIdenticalProteins', () => {
  it('reads attributes without the blanks around them, a single base, and no organism where it is not known', () => {
    const protein = `<Protein accver=" WP_1.1 " name=" " taxid="0"><CDSList>${CDS.replace('"99"', '"1"').replace('"10"', '"1"')}</CDSList></Protein>`;
    expect(decode(report('WP_1.1', { proteins: protein }), ['WP_1.1']).get('WP_1.1')?.proteins).toEqual([
      {
        accession: 'WP_1.1',
        organism: 'A strain',
        place: { nuccore: 'NZ_1.1', start: 1, stop: 1, strand: '-', strain: 'S', assembly: 'GCF_1.1' },
      },
    ]);
  });

  it('reads a report that does not count, or counts fewer', () => {
    const without = report('WP_1.1').replace(/<Statistics[^>]*>/, '');
    expect(decode(without, ['WP_1.1']).size).toBe(1);
    expect(decode(report('WP_1.1', { count: 0 }), ['WP_1.1']).size).toBe(1);
  });

  it('gives a row for each coding region, by the accession that was requested', () => {
    expect(decode(report('KJ_1.1', { proteins: `${PROTEIN}<Protein accver="P1.2"/>`, count: 2 }), ['KJ_1.1'])).toEqual(
      new Map([
        [
          'KJ_1.1',
          {
            uid: '7',
            proteins: [
              {
                accession: 'WP_1.1',
                source: 'RefSeq',
                name: 'enzyme',
                taxid: '5',
                organism: 'A strain',
                place: { nuccore: 'NZ_1.1', start: 10, stop: 99, strand: '-', strain: 'S', assembly: 'GCF_1.1' },
              },
              { accession: 'P1.2' },
            ],
          },
        ],
      ]),
    );
  });

  it('finds a report that was requested without a version, and nothing for what was left out', () => {
    expect([...decode(report('WP_1.1'), ['WP_1', 'WP_2.1']).keys()]).toEqual(['WP_1']);
    expect(decode('', ['WP_1.1']).size).toBe(0);
  });

  it.each([
    ['a protein that was not requested', report('WP_2.1')],
    ['another version', report('WP_1.2')],
    ['another version than the one requested, beside it', report('WP_1.1') + report('WP_1.3')],
    ['no protein', report('WP_1.1', { proteins: '', count: 0 })],
    ['no list of proteins', '<IPGReport ipg="7" product_acc="WP_1.1"/>'],
    ['a region that starts before the first base', report('WP_1.1', { proteins: PROTEIN.replace('"10"', '"0"') })],
    ['two groups', report('WP_1.1') + report('WP_1.1', { uid: '8' })],
    ['fewer proteins than it counts', report('WP_1.1', { count: 2 })],
    ['a region without a strand', report('WP_1.1', { proteins: PROTEIN.replace('strand="-"', '') })],
    ['a region that ends before it starts', report('WP_1.1', { proteins: PROTEIN.replace('"99"', '"9"') })],
    ['a protein without an accession', report('WP_1.1', { proteins: '<Protein/>' })],
  ])('believes no answer with %s', (_what, content) => {
    expect(failureOf(() => decode(content, ['WP_1.1']))).toMatchObject({ code: 'MALFORMED_RESPONSE', retryable: true });
  });

  it('refuses another report, which NCBI sent for weeks in 2022', () => {
    expect(failureOf(() => decodeIdenticalProteins('<GBSet></GBSet>', ['WP_1.1'])).code).toBe('MALFORMED_RESPONSE');
  });
});
