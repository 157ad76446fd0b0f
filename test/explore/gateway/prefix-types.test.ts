import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';

import { loadCatalog } from '../../../src/catalog/catalog.js';
import * as generated from '../../../src/explore/generated/graphql.js';
import { prefixTypes } from '../../../src/explore/gateway/prefix-types.js';
import { buildSchema } from '../../../src/schema/schema.js';

const OPERATIONS = Object.values(generated)
  .filter((document) => document instanceof generated.TypedDocumentString)
  .map((document) => document.toString())
  .filter((text) => text.includes('query '));

describe('operations of the page for a gateway with TYPE_PREFIX', () => {
  it('name its types, and differ in nothing else', () => {
    const text = 'query ($a: [ID!]! = ["Gene"], $db: DatabaseName) { a: nodes(ids: $a) { ... on Gene { ...F } } }\n\nfragment F on Record { uid }'; // prettier-ignore
    expect(prefixTypes(text, 'Ncbi')).toBe(
      'query ($a: [ID!]! = ["Gene"], $db: NcbiDatabaseName) { a: nodes(ids: $a) { ... on NcbiGene { ...F } } }\n\nfragment F on NcbiRecord { uid }',
    );
    expect(prefixTypes(text, '')).toBe(text);
  });

  it('are all answered by it', () => {
    const schema = buildSchema(loadCatalog(), 'Ncbi');
    expect(OPERATIONS.length).toBeGreaterThan(5);
    expect(OPERATIONS.flatMap((text) => validate(schema, parse(prefixTypes(text, 'Ncbi'))))).toEqual([]);
  });
});
