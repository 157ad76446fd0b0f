import { printSchemaWithDirectives } from '@graphql-tools/utils';
import {
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  lexicographicSortSchema,
  specifiedDirectives,
} from 'graphql';

import type { Catalog } from '../../catalog/catalog.js';
import { LINK } from '../core/federation-directives.js';
import { orderQueryByUse } from '../order-of-use.js';
import { entitiesField } from './entities.js';

/**
 * A schema as a subgraph of Federation 2: with `_service`, which gives its text, and `_entities`, which gives the records
 * that other subgraphs refer to.
 */
export function asSubgraph(schema: GraphQLSchema, catalog: Catalog): GraphQLSchema {
  const { query, types, ...config } = schema.toConfig();
  if (!query) {
    throw new Error('A schema without a query type cannot be a subgraph.');
  }
  const { fields, ...queryConfig } = query.toConfig();
  return new GraphQLSchema({
    ...config,
    types: types.filter((type) => type !== query),
    query: new GraphQLObjectType({
      ...queryConfig,
      fields: {
        ...fields,
        _entities: entitiesField(schema, catalog),
        _service: {
          type: new GraphQLNonNull(serviceType(schema)),
          description: 'For routers of a federated graph: what this subgraph offers.',
          resolve: () => ({}),
        },
      },
    }),
  });
}

/** The text of a schema as a subgraph: sorted, and with the directives of Federation. */
export function printSubgraph(schema: GraphQLSchema): string {
  const text = printSchemaWithDirectives(
    new GraphQLSchema({
      ...orderQueryByUse(lexicographicSortSchema(schema)).toConfig(),
      // Some routers cannot parse a supergraph whose schema has a description.
      description: undefined,
      // Routers have `@defer` of their own, and remark on directives that only one subgraph defines.
      directives: specifiedDirectives,
      extensions: LINK,
    }),
  );
  return `${text}\n`;
}

function serviceType(schema: GraphQLSchema): GraphQLObjectType {
  let sdl: string | undefined;
  return new GraphQLObjectType({
    name: '_Service',
    description: 'A subgraph of Federation 2.',
    fields: {
      sdl: {
        type: new GraphQLNonNull(GraphQLString),
        description: 'The schema with the directives of Federation.',
        // Not printed before it is asked for, since that takes longer than building it.
        resolve: () => (sdl ??= printSubgraph(schema)),
      },
    },
  });
}
