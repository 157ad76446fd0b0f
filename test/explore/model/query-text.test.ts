import { readFileSync } from 'node:fs';

import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';

import {
  ExpandLinkDocument,
  OpenRecordsDocument,
  ShowRecordDocument,
  SuggestDocument,
} from '../../../src/explore/generated/graphql.js';
import { joinedQuery, readableQuery } from '../../../src/explore/model/query-text.js';

const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));
const valid = (text: string): readonly string[] => validate(schema, parse(text)).map(({ message }) => message);

describe('a query to be copied', () => {
  const expand = readableQuery(
    ExpandLinkDocument.toString(),
    {
      source: 'some-id',
      link: 'pubmed_pubmed',
      first: 25,
      minScore: 0.5,
      orderBy: 'SCORE',
      filter: { publishedBetween: { from: '2010', to: '2020' }, organism: 'say "x"' },
    },
    ['PubMed'],
  );

  it('has its values in place of variables, and nothing that was not asked', () => {
    expect(expand.slice(0, expand.indexOf('fragment')).replaceAll(/\s+/g, ' ')).toBe(
      'query ExpandLink { node(id: "some-id") { ... on Record { links( name: "pubmed_pubmed" first: 25 ' +
        'filter: {publishedBetween: {from: "2010", to: "2020"}, organism: "say \\"x\\""} ' +
        'minScore: 0.5 orderBy: SCORE ) { ...LinkPage } } } } ',
    );
  });

  it('asks about records of the types it may meet only', () => {
    expect(expand).toContain('... on PubMed');
    expect(expand).not.toContain('... on Gene');
  });

  it('leaves out the lookups that were not meant', () => {
    const text = readableQuery(SuggestDocument.toString(), { text: 'rs7412', number: '7412', first: 1, asRs: true });
    expect(text.slice(0, text.indexOf('fragment')).replaceAll(/\s+/g, ' ')).toBe(
      'query Suggest { snp(rs: "7412") { ...Suggestion } } ',
    );
  });

  it.each([
    ['a record', readableQuery(ShowRecordDocument.toString(), { id: 'x' }, ['Gene'])],
    ['links', expand],
    ['a search', readableQuery(SuggestDocument.toString(), { text: 'TP53', first: 5, inGene: true, inPubmed: true })],
    [
      'a shared address',
      joinedQuery('OpenGraph', [
        { document: OpenRecordsDocument.toString(), variables: { ids: ['a', 'b'] } },
        { document: ExpandLinkDocument.toString(), variables: { source: 'a', link: 'gene_pubmed', first: 25 } },
        { document: ExpandLinkDocument.toString(), variables: { source: 'b', link: 'gene_snp', first: 50 } },
      ]),
    ],
  ])('of %s is valid', (_what, text) => {
    expect(valid(text)).toEqual([]);
  });
});
