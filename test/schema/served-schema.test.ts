import { GraphQLSchema, validateSchema } from 'graphql';
import { describe, expect, it } from 'vitest';

import { Catalog, loadCatalog } from '../../src/catalog/catalog.js';
import { servedSchema } from '../../src/schema/served-schema.js';

const whole = loadCatalog();
const withoutLinks = new Catalog({ version: 1, sources: '', databases: whole.databases, links: [] });

describe('the schema that is served', () => {
  it.each([
    ['of all databases', servedSchema(whole)],
    ['with a prefix and a root field', servedSchema(whole, 'Ncbi', { rootField: 'ncbi' })],
    ['of a catalog without links', servedSchema(withoutLinks)],
  ])('is valid %s, so that no request validates it', (_, schema) => {
    const { assumeValid, ...config } = schema.toConfig();
    expect(assumeValid).toBe(true);
    expect(validateSchema(new GraphQLSchema(config))).toEqual([]);
  });
});
