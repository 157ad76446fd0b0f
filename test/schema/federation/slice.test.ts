import fc from 'fast-check';
import {
  buildASTSchema,
  type DocumentNode,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  parse,
} from 'graphql';
import { describe, expect, it } from 'vitest';

import { loadCatalog } from '../../../src/catalog/catalog.js';
import { sliceOf } from '../../../src/schema/federation/slice.js';
import { printSubgraph, typesOfDatabases } from '../../../src/schema/federation/subgraph.js';
import { buildSchema } from '../../../src/schema/schema.js';

const catalog = loadCatalog();
const schema = buildSchema(catalog);
const owners = typesOfDatabases(schema, catalog);
const whole = parse(printSubgraph(schema, catalog));
const names = catalog.records.map(({ name }) => name);

/** Fields of a document whose values may be objects of types that it does not have. */
function waysOut(document: DocumentNode): string[] {
  const slice = buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
  return Object.values(slice.getTypeMap()).flatMap((type) =>
    isObjectType(type) || isInterfaceType(type)
      ? Object.values(type.getFields()).flatMap((field) => {
          const given = schema.getType(getNamedType(field.type).name);
          const possible = given && isAbstractType(given) ? schema.getPossibleTypes(given) : [];
          return possible.some(({ name }) => slice.getType(name) === undefined) ? [`${type.name}.${field.name}`] : [];
        })
      : [],
  );
}

describe('a slice of the subgraph', () => {
  it('has no field that may give a record of a database outside it, whatever the databases', () => {
    fc.assert(
      fc.property(fc.subarray(names, { minLength: 1, maxLength: 4 }), (databases) => {
        expect(waysOut(sliceOf(whole, owners, new Set(databases)))).toEqual([]);
      }),
      { numRuns: 4 },
    );
  });

  it('keeps the links between its databases, and what names no record', () => {
    const slice = buildASTSchema(sliceOf(whole, owners, new Set(['gene', 'pubmed'])), { assumeValidSDL: true });
    expect(Object.keys(slice.getQueryType()?.getFields() ?? {})).toEqual(
      expect.arrayContaining(['gene', 'pubmed', 'search', 'records', 'routes', 'plan', 'databases']),
    );
    const gene = slice.getType('Gene');
    const fields = isObjectType(gene) ? Object.keys(gene.getFields()) : [];
    expect(fields).toEqual(expect.arrayContaining(['pubmed', 'orthologs', 'linkCounts', 'symbol']));
    expect(fields).not.toEqual(expect.arrayContaining(['links']));
    expect(fields).not.toEqual(expect.arrayContaining(['omim']));
  });

  it('of all databases is the whole subgraph', () => {
    expect(sliceOf(whole, owners, new Set(names)).definitions).toHaveLength(whole.definitions.length);
  });
});
