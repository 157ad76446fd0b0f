import { describe, expect, it } from 'vitest';

import { droppedFields } from '../../../src/eutils/search/dropped-fields.js';

describe('a search field that NCBI dropped', () => {
  it.each([
    ['aging[BOGUS] AND gse[ETYP]', '("aging"[MeSH Terms] OR aging[All Fields]) AND gse[ETYP]', ['aging[BOGUS]']],
    ['"heart attack"[BOGUS]', '"heart attack"[All Fields]', ['heart attack[BOGUS]']],
    ['breast cancer[nosuch]', '"breast"[All Fields] AND "cancer"[All Fields]', ['breast cancer[nosuch]']],
    ['IL-6[gen]', '"il"[All Fields] AND "6"[All Fields]', ['IL-6[gen]']],
    ['(canc*[xyz]) NOT mouse[orgn]', 'canc*[All Fields] NOT "Mus musculus"[Organism]', ['canc*[xyz]']],
    ['β-catenin[zz]', 'β-catenin[All Fields]', ['β-catenin[zz]']],
    ['a[x1] or b[x2]', 'a[All Fields] OR b[All Fields]', ['a[x1]', 'b[x2]']],
    ['human[nosuch]', 'human[Organism] OR human[All Fields]', ['human[nosuch]']],
    ['tp53[ GENE NAMES ]', 'tp53[All Fields]', ['tp53[ GENE NAMES ]']],
  ])('is seen in the translation: %s', (term, translation, dropped) => {
    expect(droppedFields(term, undefined, translation)).toEqual(dropped);
  });

  it.each([
    ['aging[TITL] AND gse[ETYP]', 'aging[Title] AND gse[ETYP]'],
    ['cancer smith j[au]', 'cancer[All Fields] AND smith j[Author]'],
    ['aging', '"aging"[MeSH Terms] OR aging[All Fields]'],
    ['aging[ALL] AND mouse[All Fields] AND x[*]', 'aging[All Fields] AND mouse[All Fields] AND x[All Fields]'],
    ['p53 AND p53[ti]', 'p53[All Fields] AND p53[Title]'],
    ['(p53) AND (1[UID] OR 2[UID])', 'p53[All Fields] AND (1[UID] OR 2[UID])'],
    ['P53 AND p53[ti]', 'P53[All Fields] AND p53[Title]'],
    ['cancer smith j[au] AND cancer[ti]', 'cancer[All Fields] AND smith j[Author] AND cancer[Title]'],
    // Words that NCBI adds to those without a field.
    [
      'heart attack AND infarction[ti]',
      '("myocardial infarction"[MeSH Terms] OR ("heart"[All Fields] AND "attack"[All Fields]) OR "infarction"[All Fields]) AND "infarction"[Title]',
    ],
    [
      'murine AND mice[mh]',
      '("mice"[MeSH Terms] OR "mice"[All Fields] OR "murine"[All Fields]) AND "mice"[MeSH Terms]',
    ],
    ['aging[BOGUS] OR aging[TITL]', '"aging"[MeSH Terms] OR aging[All Fields] OR aging[Title]'],
    ['murine AND mouse[orgn]', '(murine[All Fields] OR mouse[All Fields]) AND mouse[Organism]'],
    ['#1 AND p53', '(#1) AND p53[All Fields]'],
    ['aging[BOGUS]', undefined],
    ['[BOGUS]', 'x[All Fields]'],
  ])('is none where the field was used, or was all fields: %s', (term, translation) => {
    expect(droppedFields(term, undefined, translation)).toEqual([]);
  });

  it('may be that of a whole search', () => {
    expect(droppedFields('aging AND gse[ETYP]', 'bogus', 'aging[All Fields] AND gse[ETYP]')).toEqual(['aging[bogus]']);
    expect(droppedFields('aging', 'titl', 'aging[Title]')).toEqual([]);
  });

  it('is found in long terms at once', () => {
    const term = Array.from({ length: 20_000 }, (_, index) => `${index}[UID]`).join(' OR ');
    expect(droppedFields(`x[BOGUS] AND (${term})`, undefined, `x[All Fields] AND (${term})`)).toEqual(['x[BOGUS]']);
    const [long, mixed] = ['a'.repeat(200_000), `${'a'.repeat(100_000)}!a`];
    for (const odd of ['['.repeat(200_000), '"'.repeat(200_000), '[a'.repeat(100_000), long, mixed, `${long}[BOGUS]`]) {
      droppedFields(`${odd} x[BOGUS]`, undefined, `${odd} x[All Fields] ${odd}`);
    }
  });
});
