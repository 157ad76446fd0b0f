import { readFileSync } from 'node:fs';

import {
  buildSchema,
  getNamedType,
  type GraphQLField,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
  validate,
} from 'graphql';
import { describe, expect, it } from 'vitest';

import { ARGUMENTS, FIELDS } from '../../../src/catalog/synonyms.js';
import { withWayOn } from '../../../src/server/errors/way-on/way-on.js';

const schema = buildSchema(readFileSync(new URL('../../../schema/schema.graphql', import.meta.url), 'utf8'));

const errorsOf = (query: string): readonly string[] =>
  validate(schema, parse(query)).map(({ message }) => withWayOn(message, schema));

describe('a mistake is answered with the way on', () => {
  it.each([
    [
      '{ gene(uid: 1) { papers { totalCount } } }',
      'Cannot query field "papers" on type "Gene". Did you mean "pubmed"?',
    ],
    ['{ gene(uid: 1) { Articles { totalCount } } }', 'Did you mean "pubmed"?'],
    [
      '{ gene(uid: 1) { variants { totalCount } } }',
      'Cannot query field "variants" on type "Gene". Did you mean "clinvar" or "snp"?',
    ],
    ['{ gene(uid: 1) { diseases { totalCount } } }', 'Did you mean "omim"?'],
    ['{ papers(uid: 1) { title } }', 'Did you mean "pubmed"?'],
    ['{ search { papers(term: "x") { totalCount } } }', 'Did you mean "pubmed"?'],
    ['{ pubmed(uid: 1) { cited_by { totalCount } } }', 'Did you mean "citedIn"?'],
    [
      '{ gene(uid: 1) { pubmed { title } } }',
      'Cannot query field "title" on type "PubMedConnection". Write "nodes { title }".',
    ],
    ['{ gene(uid: 1) { pubmed { edges { title } } } }', 'Write "node { title }".'],
    ['{ gene(uid: 1) { pubmed { genes { uid } } } }', 'Write "nodes { gene { … } }".'],
    ['{ search { gene(term: "x") { symbol } } }', 'Write "nodes { symbol }".'],
    [
      '{ gene(uid: 1) { pubmed(orderBy: RELEVANCE) { totalCount } } }',
      'Value "RELEVANCE" does not exist in "LinkOrder" enum. Use DATE, SCORE or UID.',
    ],
    ['{ gene(uid: 1) { pubmed(limit: 5) { totalCount } } }', 'Did you mean "first"?'],
    ['{ gene(uid: 1) { pubmed(sort: "date") { totalCount } } }', 'Did you mean "orderBy"?'],
    [
      '{ gene(name: "TP53") { symbol } }',
      'Unknown argument "name" on field "Query.gene". Did you mean "symbol" or "accession"?',
    ],
    [
      '{ search(term: "x") { gene(term: "x") { totalCount } } }',
      'Write it in a field of "search", such as "pubmed(term: …)".',
    ],
    ['{ routes(from: papers, to: gene) { query } }', 'Did you mean "pubmed"?'],
  ])('%s', (query, expected) => {
    expect(errorsOf(query).join('\n')).toContain(expected);
  });

  it('and one of a variable names the values too', () => {
    const message =
      'Variable "$by" got invalid value "RELEVANCE"; Value "RELEVANCE" does not exist in "LinkOrder" enum.';
    expect(withWayOn(message, schema)).toBe(`${message} Use DATE, SCORE or UID.`);
  });

  it('and one of a variable names the members too', () => {
    const message = 'Variable "$filter" got invalid value "x"; Expected type "LinkFilter" to be an object.';
    expect(withWayOn(message, schema)).toContain(`${message} Write "{ … }" with dateType,`);
  });

  it.each([
    // Another place.
    ['{ gene(uid: 1) { pubmed { score } } }', 'Write "edges { score }".'],
    ['{ gene(uid: 1) { pubmed { hasNextPage } } }', 'Write "pageInfo { hasNextPage }".'],
    ['{ snp(uid: 1) { frequency } }', 'Write "alleleFrequencies { frequency }".'],
    ['{ linkCounts { name } }', 'Write "gene(uid: …) { linkCounts { … } }".'],
    ['{ search { totalCount } }', 'Write "gene(term: …) { totalCount }".'],
    ['{ pubmed(term: "x") { title } }', 'Write "search { pubmed(term: …) }".'],
    ['{ gene(symbols: ["TP53"]) { symbol } }', 'Write "records { gene(symbols: …) }".'],
    ['{ gene(uid: 1) { pubmed(year: 2015) { totalCount } } }', 'Write "filter: { publishedBetween: … }".'],
    [
      '{ gene(uid: 1) { pubmed(filter: { minScore: 5 }) { totalCount } } }',
      'Fields such as "related" take it beside the filter: write "minScore: …" there.',
    ],
    ['{ pubmed(uid: 1) { related(filter: { min_score: 5 }) { totalCount } } }', 'write "minScore: …" there.'],
    ['{ pubmed(uid: 1) { related(filter: { threshold: 5 }) { totalCount } } }', 'write "minScore: …" there.'],
    ['{ pubmed(uid: 1) { related(filter: { limit: 5 }) { totalCount } } }', 'write "first: …" there.'],
    ['{ homologene(uid: 1) { title } }', 'Write "gene(uid: …) { orthologs { … } }".'],
    ['{ gene(uid: 1) { pubmed(filter: { from: "2015" }) { totalCount } } }', 'Write "publishedBetween: { from: … }".'],
    ['{ pubmed(uid: 1) { related { nodes { score title } } } }', 'Write "edges { score node { … } }".'],
    ['{ gene(uid: 1) { totalCount } }', 'Write "pubmed { totalCount }".'],
    ['{ gene(uid: 1) { nodes { title } } }', 'Write "pubmed { nodes { … } }".'],
    ['{ search { symbol } }', 'Write "gene(term: …) { nodes { symbol } }".'],
    ['{ node(id: "gene:1") { papers { uid } } }', 'Write "... on Gene { pubmed { … } }".'],
    ['{ node(id: "gene:1") { title } }', 'Write "... on Record { title }".'],
    ['{ node(id: "gene:1") { zzz } }', 'Write "... on Record { … }" for what all of them have.'],
    // Another name.
    [
      '{ genes { symbol } }',
      'Did you mean "gene"? Write "search { gene(term: …) }" or "records { gene(uids: …) }" for several.',
    ],
    ['{ gene(uid: 1) { gene_pubmed { totalCount } } }', 'Did you mean "pubmed"?'],
    ['{ pccompound(uid: 1) { weight } }', 'Did you mean "molecularWeight"?'],
    ['{ gene(uid: 1) { pubmed { results { title } } } }', 'Did you mean "nodes"?'],
    ['{ gene(uid: 1) { pubmed(filter: { species: "human" }) { totalCount } } }', 'Did you mean "organism"?'],
    ['{ gene(UID: 1) { symbol } }', 'Did you mean "uid"?'],
    ['{ gene(uid: 1) { pubmed(filter: { min_date: "2015" }) { totalCount } } }', 'Did you mean "minDate"?'],
    ['{ gene(uid: 1) { homologene { symbol } } }', 'Did you mean "orthologs"?'],
    ['{ gene(uid: 1) { est { totalCount } } }', 'Did you mean "nuccore"?'],
    ['{ routes(from: elephants, to: gene) { query } }', 'Write "{ databases { name } }" for all of them.'],
    ['{ node(id: "gene:1") { ... on Paper { title } } }', 'Unknown type "Paper". Did you mean "PubMed"?'],
    // What is lacking.
    ['{ gene(uid: 1) }', 'Write "gene { symbol }".'],
    ['{ gene(uid: 1) { pubmed } }', 'Write "pubmed { nodes { title } }".'],
    ['{ search }', 'Write "search { gene(term: …) { nodes { symbol } } }".'],
    ['{ records }', 'Write "records { gene(uids: …) { symbol } }".'],
    ['{ gene(uid: 1) { pubmed { edges } } }', 'Write "edges { node { title } }".'],
    // Another form of the value.
    ['{ gene(uid: 1) { pubmed(first: "5") { totalCount } } }', 'value: "5". Write 5, without quotes.'],
    ['{ gene(symbol: TP53) { symbol } }', 'value: TP53. Write "TP53", with quotes.'],
    ['{ gene(uid: TP53) { symbol } }', 'value: TP53. Write "TP53", with quotes.'],
    ['{ gene(uid: 1) { pubmed(filter: { publishedBetween: "2020" }) { totalCount } } }', 'Write "{ from: …, to: … }".'],
    [
      '{ gene(uid: 1) { pubmed(filter: "human") { totalCount } } }',
      'found "human". Write "{ … }" with dateType, maxDate,',
    ],
    ['{ routes(from: "gene", to: pubmed) { query } }', 'Write gene, without quotes.'],
    ['{ routes(from: "papers", to: gene) { query } }', 'Did you mean "pubmed"?'],
    ['query ($uid: String!) { gene(uid: $uid) { symbol } }', 'Declare it as "$uid: ID".'],
  ])('%s: %s', (query, expected) => {
    expect(errorsOf(query).join('\n')).toContain(expected);
  });

  it.each([
    ['{ gene(uid: 1) { symbo } }', 'Cannot query field "symbo" on type "Gene". Did you mean "symbol"?'],
    [
      '{ gene(uid: 1) { toString } }',
      'Cannot query field "toString" on type "Gene". Its field "availableLinks" names its links, "docsum" holds all facts of its summary.',
    ],
    [
      '{ gene(uid: 1) { pubmed { pageInfo { zzz } } } }',
      'Cannot query field "zzz" on type "PageInfo". Use endCursor, hasNextPage, hasPreviousPage, startCursor or window.',
    ],
    [
      '{ structure(uid: 1, toString: 1) { uid } }',
      'Unknown argument "toString" on field "Query.structure". Use id, pdb or uid.',
    ],
    ['{ search(zzz: 1) { __typename } }', 'Unknown argument "zzz" on field "Query.search". It takes no arguments.'],
    ['{ zzz }', 'Cannot query field "zzz" on type "Query".'],
  ])('%s: what nothing explains is told what there is, where that is few', (query, expected) => {
    expect(errorsOf(query)).toEqual([expected]);
  });

  describe('wherever it is made', () => {
    const query = schema.getQueryType()?.getFields() ?? {};
    const isRecord = ({ type }: GraphQLField<unknown, unknown>): boolean => {
      const named = getNamedType(type);
      return isObjectType(named) && named.getInterfaces().some(({ name }) => name === 'Record');
    };
    const roots = Object.values(query).filter((field) => field.args.some(({ name }) => name === 'uid') && isRecord(field)); // prettier-ignore

    it.each(roots.map(({ name, type }) => [name, getNamedType(type)] as const))('%s and its links', (root, type) => {
      expect(errorsOf(`{ ${root}(uids: [1]) { uid } }`)).toEqual([
        `Unknown argument "uids" on field "Query.${root}". Write "records { ${root}(uids: …) }".`,
      ]);
      expect(errorsOf(`{ ${root}(uid: 1) { zzz } }`)[0]).toContain('"availableLinks" names its links');
      const links = isObjectType(type) ? Object.values(type.getFields()).filter((field) => fieldOf(field, 'pageInfo') && field.name !== 'links') : []; // prettier-ignore
      for (const link of links) {
        const [, linkName = ''] = /Link name `(\w+)`/.exec(link.description ?? '') ?? [];
        const isRenamed = linkName !== '' && linkName !== link.name;
        // All mistakes in one document: each is reported at its place, and validation takes as long for one.
        const errors = errorsOf(`{ ${root}(uid: 1) {
          fields: ${link.name} { uid endCursor count }
          selection: ${link.name}
          argument: ${link.name}(limit: 5) { totalCount }
          ${isRenamed ? `${linkName} { totalCount }` : ''}
        } }`);
        expect(errors, link.name).toEqual([
          expect.stringContaining('Write "nodes { uid }".'),
          expect.stringContaining('Write "pageInfo { endCursor }".'),
          expect.stringContaining('Did you mean "totalCount"?'),
          expect.stringMatching(/Write "\w+ \{ nodes \{ \w+ \} \}"\.$/),
          expect.stringContaining('Did you mean "first"?'),
          ...(isRenamed ? [expect.stringContaining(`Did you mean "${link.name}"?`)] : []),
        ]);
      }
    });
  });
});

/** A field of what a field returns. */
function fieldOf(field: GraphQLField<unknown, unknown>, name: string): unknown {
  const type = getNamedType(field.type);
  return isObjectType(type) ? type.getFields()[name] : undefined;
}

describe('the table of synonyms', () => {
  const types = Object.values(schema.getTypeMap());
  const fields = types.flatMap((type) => (isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [])); // prettier-ignore
  const names = new Set(fields.map(({ name }) => name));
  const values = new Set(types.flatMap((type) => (isEnumType(type) ? type.getValues().map(({ name }) => name) : [])));
  const args = new Set([
    ...fields.flatMap((field) => field.args.map(({ name }) => name)),
    ...types.flatMap((type) => (isInputObjectType(type) ? Object.keys(type.getFields()) : [])),
  ]);

  it.each(Object.entries(FIELDS))('leads from %s to what the schema has', (word, meant) => {
    expect(word).toMatch(/^[a-z]+$/);
    expect(meant.filter((name) => !names.has(name) && !values.has(name))).toEqual([]);
  });

  it.each(Object.entries(ARGUMENTS))('leads from the argument %s to what the schema has', (_word, meant) => {
    expect(meant.filter((name) => !args.has(name))).toEqual([]);
  });
});
