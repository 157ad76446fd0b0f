import { describe, expect, it } from 'vitest';

import { factsOf } from '../../../src/explore/model/record.js';
import { labelOf, nameOf } from '../../../src/explore/model/record-name.js';
import { gene, paper } from '../graphs.js';

describe('a record in words', () => {
  it('has the shortest name that people use, else its title, else its uid', () => {
    expect(nameOf(gene('7157', { symbol: 'TP53' }))).toBe('TP53');
    expect(nameOf(paper('1'))).toBe('Paper 1');
    expect(nameOf({ ...paper('1'), title: null })).toBe('pubmed 1');
  });

  it('has a label short enough for a picture', () => {
    expect(labelOf(paper('1', { title: 'A title that goes on and on and on' }))).toBe('A title that goes on and on…');
  });

  it.each([
    [paper('1', { authors: [{ name: 'Koo N' }, { name: 'Sharma AK' }], pubDate: '2022 May 3' }), 'Koo 2022'],
    [paper('1', { authors: [{ name: 'van der Berg AB Jr' }], pubDate: '1999' }), 'van der Berg 1999'],
    [paper('1', { authors: [{ name: 'ENCODE Project Consortium' }], pubDate: null }), 'ENCODE Project Consortium'],
    [gene('7157', { symbol: 'TP53', title: 'tumor protein p53' }), 'TP53'],
    [{ ...gene('1', { title: 'NM_000546.6(TP53):c.524G>A (p.Arg175His)' }), db: 'clinvar' }, 'R175H'],
    [{ ...gene('1', { title: 'NM_000546.6(TP53):c.743G>A' }), db: 'clinvar' }, 'c.743G>A'],
    [
      { ...gene('1', { title: 'Deletion of 17p13', accession: 'VCV000001', proteinChanges: ['R72P'] }), db: 'clinvar' },
      'R72P',
    ],
    [{ ...gene('1', { title: 'NM_000546.5:c.524G>A', proteinChanges: ['R175H'] }), db: 'clinvar' }, 'R175H'],
    [{ ...gene('1', { title: 'NM_000551.3:c.548C>A', proteinChanges: ['S183* (c.548C>A)'] }), db: 'clinvar' }, 'S183*'],
    [{ ...gene('1', { title: 'NM_1.2:c.790+1G>A', proteinChanges: ['c.790+1G>A'] }), db: 'clinvar' }, 'c.790+1G>A'],
    [{ ...gene('1', { title: 'NM_1.2:c.1C>A', proteinChanges: ['R16H', 'R175H'] }), db: 'clinvar' }, 'c.1C>A'],
  ])('%o has the label that readers use', (record, label) => {
    expect(labelOf(record)).toBe(label);
  });

  it('has facts named after their fields, long ones last, and none for what is not known', () => {
    const record = paper('1', {
      scopeNote: 'long '.repeat(40),
      pmcCitationCount: 1234,
      language: 'eng',
      pubDate: null,
      publicationTypes: ['Review', 'Journal Article'],
      species: { scientificName: 'Homo sapiens', commonName: null },
    });
    expect(factsOf(record).map(({ name, value }) => [name, value.slice(0, 30)])).toEqual([
      ['PMC citation count', '1,234'],
      ['Language', 'eng'],
      ['Publication types', 'Review, Journal Article'],
      ['Species', 'Homo sapiens'],
      ['Scope note', 'long long long long long long '],
    ]);
  });
});
