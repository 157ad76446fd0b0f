import { describe, expect, it } from 'vitest';

import { tsv } from '../../../src/explore/exports/delimited.js';
import { type ExportedList, LIST_FORMATS } from '../../../src/explore/exports/list.js';
import { gene, paper } from '../graphs.js';

const ARTICLE = paper('35563397', {
  title: 'Therapeutics & {p53}, 100%',
  authors: [{ name: 'Koo N' }, { name: 'p53 Consortium' }],
  journal: 'Int J Mol Sci',
  fullJournalName: 'International journal of molecular sciences',
  pubDate: '2022 May 3',
  volume: '23',
  issue: '9',
  pages: '5005-17',
  doi: '10.3390/ijms23095005',
});
const LIST: ExportedList = {
  db: 'pubmed',
  rows: [{ record: ARTICLE, score: 12201585 }],
  source: { record: gene('7157', { symbol: 'TP53' }), link: 'gene_pubmed' },
};
const write = (name: string, list = LIST): string => LIST_FORMATS.find((each) => each.name === name)?.write(list) ?? '';

describe('a list of articles', () => {
  it('is CSV with a row for each record, its score and the columns of its database', () => {
    expect(write('CSV').split('\r\n')).toEqual([
      'uid,title,first_author,year,journal,doi,score,url',
      '35563397,"Therapeutics & {p53}, 100%",Koo N,2022,Int J Mol Sci,10.3390/ijms23095005,12201585,/pubmed/35563397',
      '',
    ]);
  });

  it('is a list of uids, one a line', () => {
    expect(write('UIDs')).toBe('35563397\n');
  });

  it('is RIS with authors in order and the first and last page apart', () => {
    const lines = write('RIS').split('\r\n');
    expect(lines).toContain('AU  - Koo, N');
    expect(lines).toContain('AU  - p53 Consortium');
    expect(lines).toContain('T2  - International journal of molecular sciences');
    expect(lines).toContain('SP  - 5005');
    expect(lines).toContain('EP  - 17');
    expect(lines.at(0)).toBe('TY  - JOUR');
    expect(lines).toContain('ER  - ');
  });

  it('is BibTeX with a key that stays the same, and nothing that TeX would run', () => {
    const text = write('BibTeX');
    expect(text).toContain('@article{pubmed35563397,');
    expect(text).toContain('author = {Koo, N and p53 Consortium}');
    expect(text).toContain('title = {Therapeutics \\& p53, 100\\%}');
    expect(text).toContain('pages = {5005--17}');
  });

  it('is GraphML with the record whose links they are', () => {
    const text = write('GraphML');
    expect(text.match(/<node /g)).toHaveLength(2);
    expect(text).toContain('<data key="score">12201585</data>');
  });
});

describe('a list of variants', () => {
  it('has the change, the significance and the condition', () => {
    const record = {
      ...gene('1', {
        title: 'NM_000546.6(TP53):c.524G>A (p.Arg175His)',
        germlineClassification: { description: 'Pathogenic', traits: [{ name: 'Li-Fraumeni syndrome 1' }] },
      }),
      db: 'clinvar',
    };
    const [head = '', row = ''] = write('CSV', { db: 'clinvar', rows: [{ record, score: null }], source: undefined }).split('\r\n'); // prettier-ignore
    expect(head).toMatch(/^uid,change,significance,condition,/);
    expect(row).toMatch(/^1,R175H,Pathogenic,Li-Fraumeni syndrome 1,/);
  });
});

describe('rows to paste into a spreadsheet', () => {
  it('have no tab or line break within a cell, and no formula', () => {
    expect(tsv([['a\tb', '=1+1', 2, null]])).toBe("a b\t'=1+1\t2\t\n");
  });
});
