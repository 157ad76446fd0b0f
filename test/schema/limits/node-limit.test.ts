import fc from 'fast-check';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';

import { loadCatalog } from '../../../src/catalog/catalog.js';
import { checkNodes, countNodes, countParts, MAX_LISTED } from '../../../src/schema/limits/node-limit.js';
import { buildSchema } from '../../../src/schema/schema.js';

const schema = buildSchema(loadCatalog());

function count(query: string, variableValues?: Record<string, unknown>, operationName?: string): number {
  return countNodes({ schema, document: parse(query), variableValues, operationName });
}

describe('the records that an operation could hold', () => {
  it.each([
    ['one for a record', '{ gene(uid: 1) { uid symbol } }', 1],
    ['20 on a page of no given size', '{ gene(uid: 1) { pubmed { nodes { uid } } } }', 21],
    ['as many as first says', '{ gene(uid: 1) { pubmed(first: 5) { nodes { uid } } } }', 6],
    ['as many as last says', '{ gene(uid: 1) { pubmed(last: 7) { edges { node { uid } } } } }', 8],
    [
      'each record of edges and of nodes',
      '{ gene(uid: 1) { pubmed(first: 5) { edges { node { uid } } nodes { uid } } } }',
      11,
    ],
    ['none where only links are counted', '{ gene(uid: 1) { pubmed(first: 5) { totalCount edges { cursor } } } }', 1],
    [
      'pages inside pages, multiplied',
      '{ gene(uid: 1) { pubmed(first: 5) { nodes { related(first: 3) { nodes { uid } } } } } }',
      21,
    ],
    ['the hits of a search', '{ search { pubmed(term: "x", first: 9) { nodes { uid } } } }', 9],
    [
      'the entries of any list of names',
      '{ records { gene(symbols: ["A", "B"]) { omim(first: 2) { nodes { uid } } } } }',
      6,
    ],
    ['the records of names', '{ resolve(names: ["A", "B", "C"], in: [gene]) { matches { record { uid } } } }', 3],
    ['the entries of a list of uids', '{ records { gene(uids: [1, 2, 3]) { omim(first: 2) { nodes { uid } } } } }', 9],
    ['the entries of a list of ids', '{ nodes(ids: ["a", "b"]) { id } }', 2],
    [
      'the page of a union, however many its sources',
      '{ unionLinks(from: gene, uids: [1, 2], name: "gene_pubmed", first: 5) { nodes { uid } } }',
      5,
    ],
    [
      'the records of a page of common links, each with all sources',
      '{ commonLinks(of: [1, 2, 3], name: "gene_pubmed", first: 5) { nodes { uid } edges { node { uid } sources { uid } } } }',
      5 + 5 + 5 * 3,
    ],
    [
      'the page of a stored set',
      '{ history { records(db: pubmed, webEnv: "w", queryKey: "1", first: 4) { nodes { uid } } } }',
      4,
    ],
    ['every alias', '{ a: gene(uid: 1) { uid } b: gene(uid: 1) { uid } }', 2],
    [
      'two selections of one field once',
      '{ gene(uid: 1) { pubmed(first: 5) { nodes { uid } } pubmed(first: 5) { nodes { title } } } }',
      6,
    ],
    [
      'a fragment that is spread twice once',
      '{ gene(uid: 1) { ...f ...f } } fragment f on Gene { pubmed(first: 5) { nodes { uid } } }',
      6,
    ],
    [
      'the same field in two fragments once',
      '{ gene(uid: 1) { ...f ...g } } fragment f on Gene { pubmed(first: 5) { nodes { uid } } } fragment g on Record { ... on Gene { pubmed(first: 5) { nodes { title } } } }',
      6,
    ],
    [
      'the larger of two types',
      '{ node(id: 1) { ... on Gene { p: pubmed(first: 5) { nodes { uid } } } ... on Protein { p: pubmed(first: 7) { nodes { uid } } } } }',
      8,
    ],
    ['nothing under @skip(if: true)', '{ gene(uid: 1) { pubmed @skip(if: true) { nodes { uid } } } }', 1],
    [
      'nothing in a fragment that is left out',
      '{ gene(uid: 1) { ... @include(if: false) { pubmed { nodes { uid } } } } }',
      1,
    ],
    [
      'what is deferred and streamed',
      '{ gene(uid: 1) { ... @defer { pubmed(first: 5) { nodes @stream { uid } } } } }',
      6,
    ],
    ['none in the catalog', '{ databases { name } linkNames { name } __schema { types { name } } }', 0],
    ['nothing on a page that its field refuses', '{ gene(uid: 1) { pubmed(first: -5) { nodes { uid } } } }', 1],
  ])('are %s', (_what, query, expected) => {
    expect(count(query)).toBe(expected);
  });

  it('follow the variables and their defaults', () => {
    const query =
      'query ($n: Int = 3, $uids: [ID!]!) { records { gene(uids: $uids) { pubmed(first: $n) { nodes { uid } } } } }';
    expect(count(query, { uids: ['1', '2'] })).toBe(2 * (1 + 3));
    expect(count(query, { uids: '1', n: 10 })).toBe(1 + 10);
    expect(count(query, { uids: ['1'], n: null })).toBe(1 + 20);
  });

  it('are those of the operation that is named', () => {
    const query = 'query A { gene(uid: 1) { uid } } query B { gene(uid: 1) { pubmed(first: 5) { nodes { uid } } } }';
    expect([count(query, {}, 'A'), count(query, {}, 'B')]).toEqual([1, 6]);
  });

  it('are none where variables or the name of the operation will be refused', () => {
    expect(count('query ($n: Int!) { gene(uid: 1) { pubmed(first: $n) { nodes { uid } } } }', { n: 'many' })).toBe(0);
    expect(count('query A { gene(uid: 1) { uid } }', {}, 'B')).toBe(0);
  });

  it('multiply at every level', () => {
    const size = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(fc.array(size, { maxLength: 6 }), (sizes) => {
        const query = sizes.reduceRight((below, first) => `uid related(first: ${first}) { nodes { ${below} } }`, 'uid');
        const expected = sizes.reduceRight((below, first) => 1 + first * below, 1);
        expect(count(`{ pubmed(uid: 1) { ${query} } }`)).toBe(expected);
      }),
    );
  });
});

describe('an operation', () => {
  const document = parse(
    '{ gene(uid: 1) { pubmed(first: 1000) { nodes { related(first: 1000) { nodes { uid } } } } } }',
  );

  it('is refused when it could hold more records than allowed, and says how many', () => {
    expect(() => {
      checkNodes({ schema, document }, 1_001_001);
    }).not.toThrow();
    expect(() => {
      checkNodes({ schema, document }, 1_001_000);
    }).toThrow(
      expect.objectContaining({
        code: 'OPERATION_TOO_LARGE',
        message: expect.stringMatching(/could hold 1,001,001 records.* 1,001,000 allowed/),
      }),
    );
  });

  it('is refused when its fragments unfold to more than can be counted', () => {
    const links = ['pubmed', 'omim', 'snp', 'clinvar', 'protein', 'nuccore'].map(
      (db) => `${db}(first: 1) { nodes { gene(first: 1) { nodes { ...`,
    );
    const fragments = Array.from(
      { length: 7 },
      (_, i) => `fragment f${i} on Gene { uid ${links.map((link) => `${link}f${i + 1} } } } }`).join(' ')} }`,
    );
    const query = `{ gene(uid: 1) { ...f0 } } ${fragments.join(' ')} fragment f7 on Gene { uid }`;
    expect(() => count(query)).toThrow(
      expect.objectContaining({ code: 'OPERATION_TOO_LARGE', message: expect.stringContaining('25,000 fields') }),
    );
  });
});

describe('the lists that an operation gives to its fields', () => {
  const names = Array.from({ length: 1000 }, (_, index) => `N${index}`);
  const aliased = (count: number, field: string): string =>
    Array.from({ length: count }, (_, index) => `a${index}: ${field}`).join(' ');

  it.each([
    ['resolve', 'query ($l: [String!]!) { FIELDS }', 'resolve(names: $l) { status }'],
    ['commonLinks', 'query ($l: [ID!]!) { FIELDS }', 'commonLinks(of: $l, name: "gene_pubmed") { totalCount }'],
    [
      'linkSet',
      'query ($l: [ID!]!) { FIELDS }',
      'linkSet(lists: { label: "a", of: $l, name: "gene_pubmed" }, operation: UNION) { totalCount }',
    ],
    [
      'unionLinks',
      'query ($l: [ID!]!) { FIELDS }',
      'unionLinks(ids: $l, from: gene, name: "gene_pubmed") { totalCount }',
    ],
    ['records', 'query ($l: [ID!]!) { records { FIELDS } }', 'gene(uids: $l) { uid }'],
    ['nodes', 'query ($l: [ID!]!) { FIELDS }', 'nodes(ids: $l) { id }'],
    ['history', 'query ($l: [ID!]!) { history { FIELDS } }', 'post(db: gene, uids: $l) { count }'],
  ])('have so many entries at most, however often %s is given one', (_name, query, field) => {
    const most = MAX_LISTED / names.length;
    const counted = (fields: number) => () => count(query.replace('FIELDS', aliased(fields, field)), { l: names });
    expect(counted(most)).not.toThrow();
    expect(counted(most + 1)).toThrow('lists in the arguments');
  });

  it('count once where fields are one member of the response, and not where they are skipped', () => {
    const query = `query ($l: [String!]!) { ${'resolve(names: $l) { status } '.repeat(50)} ${aliased(50, 'resolve(names: $l) @skip(if: true) { status }')} }`;
    expect(() => count(query, { l: names })).not.toThrow();
  });
});

describe('the parts that a response is streamed in', () => {
  const deferred = (count: number): string =>
    Array.from({ length: count }, (_, index) => `... @defer(label: "l${index}") { a${index}: uid }`).join(' ');

  it.each([
    ['no part without directives', '{ gene(uid: 1) { uid } }', 0],
    ['a part for each fragment that is deferred', `{ gene(uid: 1) { ${deferred(3)} } }`, 3],
    ['those of each record of a list', `{ records { gene(uids: [1, 2, 3, 4]) { ${deferred(3)} } } }`, 12],
    [
      'those of each record of each page',
      `{ gene(uid: 1) { pubmed(first: 5) { nodes { gene(first: 7) { nodes { ${deferred(2)} } } } } } }`,
      70,
    ],
    ['a part for each member of a streamed list', '{ records { gene(uids: [1, 2]) @stream { uid } } }', 2],
    ['those of fragments that are spread', `{ gene(uid: 1) { ...f @defer } } fragment f on Gene { ${deferred(2)} }`, 3],
    ['no part that is skipped', '{ gene(uid: 1) { ... @defer @skip(if: true) { uid } } }', 0],
  ])('count %s', (_what, query, parts) => {
    expect(countParts({ schema, document: parse(query) })).toBe(parts);
  });
});
