import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';

import type { Catalog } from '../catalog/catalog.js';
import { createBuilder } from './builder.js';
import { addCatalog } from './catalog-types.js';
import { addHistory } from './history.js';
import { buildRecordTypes } from './record-types.js';
import { addRoots } from './roots.js';
import { addSearch } from './search.js';
import { buildSharedTypes } from './shared-types.js';

/**
 * The GraphQL schema of a catalog.
 *
 * @throws Error when two fields of a type would have the same name.
 */
export function buildSchema(catalog: Catalog): GraphQLSchema {
  const builder = createBuilder();
  const shared = buildSharedTypes(builder, catalog);
  const recordOf = buildRecordTypes(builder, catalog, shared);
  addRoots(builder, catalog, shared, recordOf);
  addSearch(builder, catalog, shared, recordOf);
  addHistory(builder, catalog, shared);
  addCatalog(builder, catalog, shared);
  return builder.toSchema({ sortSchema: false });
}

/** The schema as text, sorted, so that two versions can be compared line by line. */
export function printSorted(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
