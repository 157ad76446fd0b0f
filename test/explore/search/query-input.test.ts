import { describe, expect, it } from 'vitest';

import { kindsOf, suggestionsFor } from '../../../src/explore/search/query-input.js';

describe('what a typed text may mean', () => {
  it.each([
    ['10.1038/nature12373', { text: '10.1038/nature12373', asDoi: true }],
    ['https://doi.org/10.1038/nature12373', { text: '10.1038/nature12373', asDoi: true }],
    ['rs28934578', { number: '28934578', asRs: true }],
    ['PMC3531190', { number: '3531190', asPmcid: true }],
    ['22417847', { number: '22417847', asNumber: true }],
    ['PMID: 22417847', { number: '22417847', asNumber: true }],
    ['P04637', { asProtein: true }],
    ['NP_000537.3', { asProtein: true }],
    ['NM_000546.6', { asNuccore: true }],
    ['VCV000012374', { asClinvar: true }],
    ['GSE93374', { asGds: true }],
    ['GCF_000001405.40', { asAssembly: true }],
    ['PRJNA257197', { asBioproject: true }],
    ['SAMN02604091', { asBiosample: true }],
    ['SRR000001', { asSra: true }],
    ['BSYNRYMUTXBXSQ-UHFFFAOYSA-N', { asCompound: true }],
  ])('%s is a name that tells its database, and is looked up', (text, expected) => {
    const asked = suggestionsFor(` ${text} `, '');
    expect(asked).toMatchObject(expected);
    expect(asked).not.toHaveProperty('inGene');
  });

  it('is searched among genes and papers when it has several words', () => {
    const text = 'breast cancer';
    expect(suggestionsFor(text, '')).toEqual({ text, first: 5, inGene: true, inPubmed: true });
  });

  it.each(['TP53', 'BRCA1', 'p53', 'MET', 'HLA-A'])('%s is also looked up as the symbol of a gene', (text) => {
    expect(suggestionsFor(text, '')).toEqual({ text, first: 5, inGene: true, inPubmed: true, asSymbol: true });
    expect(suggestionsFor(text, 'pubmed')).not.toHaveProperty('asSymbol');
  });

  it('is described by the kinds that were tried', () => {
    const kinds = (text: string): readonly string[] => kindsOf(suggestionsFor(text, '') ?? { text, first: 1 });
    expect(kinds('22417847')).toEqual(['PMID and gene ID']);
    expect(kinds('MET')).toEqual(['gene symbol', 'words about genes', 'words in papers']);
  });

  it('may be a PDB code and a word at once', () => {
    expect(suggestionsFor('1TUP', '')).toMatchObject({ inGene: true, inPubmed: true, asStructure: true });
    expect(suggestionsFor('1988', '')).toMatchObject({ asNumber: true });
  });

  it('is searched in one database where that was chosen', () => {
    expect(suggestionsFor('22417847', 'clinvar')).toEqual({ text: '22417847', first: 8, inClinvar: true });
  });

  it('is nothing yet while it is a letter', () => {
    expect(suggestionsFor(' p ', '')).toBeUndefined();
  });
});
