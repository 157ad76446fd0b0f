import { readFileSync } from 'node:fs';

import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';

import {
  FindPathsDocument,
  FindSharedDocument,
  ListLinksDocument,
  OpenRecordsDocument,
  ShowRecordDocument,
  SuggestDocument,
} from '../../../src/explore/generated/graphql.js';
import { learnableQuery } from '../../../src/explore/model/learnable-query.js';
import { recordId } from '../../../src/explore/model/record-id.js';
import { CATALOG } from '../graphs.js';

const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));
const write = (...operations: Parameters<typeof learnableQuery>[0]): string => learnableQuery(operations, CATALOG);
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

const related = {
  document: ListLinksDocument.toString(),
  variables: {
    source: recordId('pubmed', '32203420'),
    link: 'pubmed_pubmed',
    first: 25,
    minScore: 0.5,
    orderBy: 'SCORE',
    filter: { publishedBetween: { from: '2010', to: '2020' } },
  },
};
const papers = {
  document: ListLinksDocument.toString(),
  variables: { source: recordId('gene', '7157'), link: 'gene_pubmed', first: 25 },
};

const shared = {
  document: FindSharedDocument.toString(),
  variables: { of: ['gene:25', 'gene:5925'], link: 'gene_pubmed', atLeast: 2, first: 25 },
};
const paths = { document: FindPathsDocument.toString(), variables: { from: 'gene:25', to: 'gene:5925', first: 5 } };

describe('the query to learn from', () => {
  it('names the record by database and uid and the links by their field, without fragments', () => {
    const text = flat(write(related));
    expect(text).toContain('pubmed(uid: "32203420") { related( first: 25');
    expect(text).toContain('edges { score node {');
    expect(text).not.toMatch(/node\(|links\(|fragment|\.\.\.|__typename/);
  });

  it('selects no score of links that have none', () => {
    expect(write(papers)).not.toContain('score');
  });

  it('selects what records of the linked database have, and nothing of others', () => {
    expect(write(papers)).toContain('journal');
    expect(write(papers)).not.toContain('symbol');
  });

  it('of a comparison names records as a person would, and selects what shared records have', () => {
    expect(flat(write(shared))).toContain('commonLinks( of: ["gene:25", "gene:5925"] name: "gene_pubmed"');
    expect(flat(write(paths))).toContain('edges { linkName from { uid } to { uid } }');
    expect(flat(write(shared))).toContain('node { uid title ... on PubMed {');
    expect(write(shared) + write(paths)).not.toContain('symbol');
  });

  it('leaves out the lookups that were switched off', () => {
    const text = write({ document: SuggestDocument.toString(), variables: { text: 'rs7412', first: 1, asName: true } }); // prettier-ignore
    expect(flat(text)).toContain('query Suggest { resolve(names: ["rs7412"]) {');
    expect(text).not.toContain('search');
  });

  it('joins what is loaded of one record, and tells records of one database apart by aliases', () => {
    const show = { document: ShowRecordDocument.toString(), variables: { id: recordId('gene', '7157') } };
    expect(write(show, papers).match(/gene\(/g)).toHaveLength(1);
    const open = { document: OpenRecordsDocument.toString(), variables: { ids: [recordId('gene', '1'), recordId('gene', '2')] } }; // prettier-ignore
    expect(flat(write(open))).toMatch(/gene1: gene\(uid: "1"\) .* gene2: gene\(uid: "2"\)/);
  });

  it.each([
    ['a record', write({ document: ShowRecordDocument.toString(), variables: { id: recordId('gene', '7157') } })],
    ['links', write(related)],
    ['links under a name that the gateway does not list', write({ ...papers, variables: { ...papers.variables, link: 'gene_new', to: 'pubmed' } })], // prettier-ignore
    ['a search', write({ document: SuggestDocument.toString(), variables: { text: 'TP53', first: 5, inGene: true, inPubmed: true, asSymbol: true } })], // prettier-ignore
    ['a shared address', write(related, papers)],
    ['shared records', write(shared)],
    ['paths', write(paths)],
  ])('of %s is valid', (_what, text) => {
    expect(validate(schema, parse(text)).map(({ message }) => message)).toEqual([]);
  });
});
