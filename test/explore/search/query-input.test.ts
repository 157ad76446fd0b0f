import { describe, expect, it } from 'vitest';

import { kindsOf, suggestionsFor, wordsFor } from '../../../src/explore/search/query-input.js';

describe('what a typed text may mean', () => {
  it.each([
    '10.1038/nature12373',
    'doi: 10.1038/nature12373',
    'https://doi.org/10.1038/nature12373',
    'https://www.ncbi.nlm.nih.gov/gene/7157',
    'https://pubmed.ncbi.nlm.nih.gov/22417847/?from=search',
    'rs28934578',
    'PMID: 22417847',
    'PMID 22417847',
    'HGNC:11998',
    'ncbigene:7157',
    'OMIM:191170',
    'ENSG00000141510',
    'P04637',
    'NP_000537.3',
    'NM_000546.6',
    'VCV000012374',
    'GSE93374',
    'GCF_000001405.40',
    'PRJNA257197',
    'SAMN02604091',
    'SRR000001',
    'BSYNRYMUTXBXSQ-UHFFFAOYSA-N',
  ])('%s is a name, and is no words', (text) => {
    expect(suggestionsFor(` ${text} `, '')).toEqual({ text, first: 1, asName: true });
  });

  it('is the name of a full text and of its article for a PMCID', () => {
    const text = 'PMC3531190';
    expect(suggestionsFor(text, '')).toEqual({ text, first: 1, asName: true, asPmcid: true });
  });

  it('is a number of a paper or of a gene', () => {
    const text = '22417847';
    expect(suggestionsFor(text, '')).toEqual({ text, first: 1, asName: true, in: ['pubmed', 'gene'] });
  });

  it('is searched among genes and papers when it has several words', () => {
    const text = 'breast cancer';
    expect(suggestionsFor(text, '')).toEqual({ text, first: 5, inGene: true, inPubmed: true });
  });

  it.each(['TP53', 'BRCA1', 'p53', 'MET', 'HLA-A', '1TUP', 'CD274', 'Homo sapiens'])(
    '%s may be a name and words at once',
    (text) => {
      expect(suggestionsFor(text, '')).toEqual({ text, first: 5, inGene: true, inPubmed: true, asName: true });
    },
  );

  it('is described by the kinds that were tried', () => {
    const kinds = (text: string, ...named: string[]): readonly string[] =>
      kindsOf(suggestionsFor(text, '') ?? wordsFor(text, ''), named);
    expect(kinds('22417847', 'uid')).toEqual(['PMID', 'gene ID']);
    expect(kinds('MET', 'symbol')).toEqual(['gene symbol', 'words about genes', 'words in papers']);
    expect(kinds('ENSG00000141510', 'ensemblId')).toEqual(['Ensembl ID']);
    expect(kinds('X:1', 'newKind')).toEqual(['newKind']);
  });

  it('is searched in one database where that was chosen, whose identifiers it may be', () => {
    const number = '22417847';
    expect(suggestionsFor(number, 'clinvar')).toEqual({
      text: number,
      first: 8,
      inClinvar: true,
      asName: true,
      in: ['clinvar'],
    });
    const text = 'breast cancer';
    expect(suggestionsFor(text, 'pubmed')).toEqual({ text, first: 8, inPubmed: true });
    expect(suggestionsFor('house mouse', 'taxonomy')).toMatchObject({ asName: true, in: ['taxonomy'] });
  });

  it('is nothing yet while it is a letter', () => {
    expect(suggestionsFor(' p ', '')).toBeUndefined();
  });
});
