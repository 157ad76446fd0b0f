import { describe, expect, it } from 'vitest';

import { factsOf, nameOf, shortNameOf } from '../../../src/explore/model/record.js';
import { gene, paper } from '../graphs.js';

describe('a record in words', () => {
  it('has the shortest name that people use, else its title, else its uid', () => {
    expect(nameOf(gene('7157', { symbol: 'TP53' }))).toBe('TP53');
    expect(nameOf(paper('1'))).toBe('Paper 1');
    expect(nameOf({ ...paper('1'), title: null })).toBe('pubmed 1');
  });

  it('has a name short enough for a picture', () => {
    expect(shortNameOf(paper('1', { title: 'A title that goes on and on and on' }))).toBe(
      'A title that goes on and on…',
    );
  });

  it('has facts named after their fields, long ones last, and none for what is not known', () => {
    const record = paper('1', {
      scopeNote: 'long '.repeat(40),
      pmcCitationCount: 1234,
      doi: '10.1/x',
      pubDate: null,
      publicationTypes: ['Review', 'Journal Article'],
      species: { scientificName: 'Homo sapiens', commonName: null },
    });
    expect(factsOf(record).map(({ name, value }) => [name, value.slice(0, 30)])).toEqual([
      ['PMC citation count', '1,234'],
      ['DOI', '10.1/x'],
      ['Publication types', 'Review, Journal Article'],
      ['Species', 'Homo sapiens'],
      ['Scope note', 'long long long long long long '],
    ]);
  });
});
