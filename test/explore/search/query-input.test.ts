import { readFileSync } from 'node:fs';

import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';

import { isSearchable, kindsOf, suggestionsFor, wordsFor } from '../../../src/explore/search/query-input.js';
import { readReadings } from '../../../src/schema/lookup/resolve.js';
import { ROWS } from '../../support/identifier-rows.js';

/** Names with blanks in them, as people copy them. */
const SPACED = [
  'HGNC 11998',
  'Gene ID: 7157',
  'ORPHA 558',
  '“PMID: 219391”',
  "'Nostoc azollae' 0708",
  '>sp|P04637|P53_HUMAN Cellular tumor antigen p53',
  'NM_000410.3(HFE):c.845G>A (p.Cys282Tyr)',
  'Lancet 2019;394:121-30',
  'J Mol Biol. 1990 Oct 5;215(3):403-10.',
  'Watson JD, Crick FH. Nature 171, 737-738 (1953)',
  'Watson, J. (1953). Nature, 171, 737-738.',
  'Basic local alignment search tools for large collections',
];

/** The arguments of all fields that read one record. */
const ARGUMENTS = Object.values(
  buildSchema(readFileSync(new URL('../../../schema/schema.graphql', import.meta.url), 'utf8'))
    .getQueryType()
    ?.getFields() ?? {},
)
  .filter(({ args }) => args.some(({ name }) => name === 'uid'))
  .flatMap(({ args }) => args.map(({ name }) => name));

describe('the box', () => {
  it('says in words what a name was taken for, whatever argument took it', () => {
    const words = kindsOf({ text: 'x', first: 1 }, ARGUMENTS);
    expect(words).toEqual(expect.arrayContaining(['MeSH ID', 'gene symbol', 'accession']));
    expect(words.filter((word) => /^[a-z]+[A-Z]/.test(word))).toEqual([]);
  });

  const recognized = ROWS.filter(({ right }) => readReadings({ argument: 'names', value: right }, undefined).names.some(({ db }) => db !== 'taxonomy')); // prettier-ignore

  it('has the gateway read every name that its rules recognize, whatever the database', () => {
    expect(recognized.length).toBeGreaterThan(60);
    const names = [...recognized.map(({ right }) => right), ...SPACED].filter((name) => !/^\d+$/.test(name));
    expect(names.filter((name) => suggestionsFor(name, '')?.asName !== true)).toEqual([]);
  });

  it('has it read names of the chosen database as such', () => {
    const own = ROWS.flatMap(({ db, right }) => (isSearchable(db) ? [{ db, right }] : []));
    expect(own.length).toBeGreaterThan(25);
    const missed = own.filter(({ db, right }) => {
      const { asName, in: databases } = suggestionsFor(right, db) ?? {};
      return asName !== true || String(databases) !== db;
    });
    expect(missed).toEqual([]);
  });
});

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
