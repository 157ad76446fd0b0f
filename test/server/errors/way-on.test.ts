import { readFileSync } from 'node:fs';

import { buildSchema, isEnumType, isInterfaceType, isObjectType, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';

import { ARGUMENTS, FIELDS } from '../../../src/catalog/synonyms.js';
import { withWayOn } from '../../../src/server/errors/way-on.js';

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

  it.each([
    ['{ gene(uid: 1) { symbo } }', 'Cannot query field "symbo" on type "Gene". Did you mean "symbol"?'],
    ['{ gene(uid: 1) { toString } }', 'Cannot query field "toString" on type "Gene".'],
    ['{ gene(uid: 1) { zzz } }', 'Cannot query field "zzz" on type "Gene".'],
    ['{ gene(uid: 1, toString: 1) { uid } }', 'Unknown argument "toString" on field "Query.gene".'],
  ])('%s: what no synonym explains stays as it is', (query, expected) => {
    expect(errorsOf(query)).toEqual([expected]);
  });
});

describe('the table of synonyms', () => {
  const types = Object.values(schema.getTypeMap());
  const fields = types.flatMap((type) => (isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [])); // prettier-ignore
  const names = new Set(fields.map(({ name }) => name));
  const values = new Set(types.flatMap((type) => (isEnumType(type) ? type.getValues().map(({ name }) => name) : [])));
  const args = new Set(fields.flatMap((field) => field.args.map(({ name }) => name)));

  it.each(Object.entries(FIELDS))('leads from %s to what the schema has', (word, meant) => {
    expect(word).toMatch(/^[a-z]+$/);
    expect(meant.filter((name) => !names.has(name) && !values.has(name))).toEqual([]);
  });

  it.each(Object.entries(ARGUMENTS))('leads from the argument %s to what the schema has', (_word, meant) => {
    expect(meant.filter((name) => !args.has(name))).toEqual([]);
  });
});
