import { GraphQLDeferDirective, GraphQLStreamDirective } from '@graphql-tools/utils';
import { type GraphQLSchema, lexicographicSortSchema, printSchema, specifiedDirectives } from 'graphql';

import type { Catalog } from '../catalog/catalog.js';
import { createBuilder } from './core/builder.js';
import { addCatalog } from './catalog/catalog-types.js';
import { addHistory } from './history/history.js';
import { addPlan } from './cost/plan-field.js';
import { addRateLimit } from './catalog/rate-limit.js';
import { buildRecordTypes } from './records/record-types.js';
import { addCitationMatch, citationInputType } from './lookup/citations/citation-field.js';
import { addResolve } from './lookup/resolve-field.js';
import { addCommonLinks } from './graph/common-links/common-links-field.js';
import { addLinkSet } from './graph/link-set/link-set-field.js';
import { graphTypes } from './graph/graph-types.js';
import { addNeighbourhood } from './graph/neighbourhood/neighbourhood-field.js';
import { addPaths } from './graph/paths/paths-field.js';
import { addRoots } from './records/roots.js';
import { addRoutes } from './catalog/routes.js';
import { addSearch } from './search/search.js';
import { buildSharedTypes } from './records/record-interface.js';
import { orderQueryByUse } from './order-of-use.js';
import { prefixTypes } from './core/type-prefix.js';

const DESCRIPTION = `The link graph of NCBI's Entrez databases. Records are objects, and each link that NCBI keeps between two databases is a
field of them: \`gene(uid: "7157") { pubmed(first: 5) { totalCount nodes { title } } }\`. Start with \`gene\`, \`pubmed\` or \`search\`;
\`plan\` tells what an operation costs before it runs. A failure is an error of its field with a code, never an empty list.`;

/**
 * The GraphQL schema of a catalog.
 *
 * @param typePrefix - Stands before the names of all types, but for those that every graph has; default none.
 * @throws Error when two fields of a type would have the same name.
 */
export function buildSchema(catalog: Catalog, typePrefix = ''): GraphQLSchema {
  const builder = createBuilder();
  const shared = buildSharedTypes(builder, catalog);
  const recordOf = buildRecordTypes(builder, catalog, shared);
  const citation = citationInputType(builder);
  addRoots(builder, catalog, shared, recordOf, citation);
  addCitationMatch(builder, citation, recordOf('pubmed'));
  addResolve(builder, shared);
  const types = graphTypes(builder, shared);
  addCommonLinks(builder, catalog, shared, types);
  addLinkSet(builder, catalog, shared, types);
  addPaths(builder, catalog, shared, types);
  addNeighbourhood(builder, catalog, shared, types);
  addSearch(builder, catalog, shared, recordOf);
  addHistory(builder, catalog, shared);
  addRoutes(builder, catalog, shared, addCatalog(builder, catalog, shared));
  addPlan(builder);
  addRateLimit(builder);
  const schema = builder.toSchema({
    sortSchema: false,
    // Part of the schema, so that its text and introspection tell clients and editors that answers can be streamed.
    directives: [...specifiedDirectives, GraphQLDeferDirective, GraphQLStreamDirective],
  });
  schema.description = DESCRIPTION;
  orderQueryByUse(schema);
  return typePrefix === '' ? schema : prefixTypes(schema, typePrefix);
}

/** The schema as text, sorted but for the fields of `Query`, so that two versions can be compared line by line. */
export function printSorted(schema: GraphQLSchema): string {
  return `${printSchema(orderQueryByUse(lexicographicSortSchema(schema)))}\n`;
}
