import { GraphQLNonNull, GraphQLObjectType, GraphQLSchema } from 'graphql';

import { nameIn } from '../core/type-prefix.js';

/** `Query` has a field of the name that the root field should have. */
export class RootFieldTaken extends Error {}

/**
 * Puts a field into `Query` that has all other fields of it below, so that they clash with none of a larger graph.
 *
 * @throws RootFieldTaken when `Query` has a field of that name.
 */
export function withRootField(schema: GraphQLSchema, name: string, place: 'beside' | 'instead'): GraphQLSchema {
  const { query, types, ...config } = schema.toConfig();
  const { fields, ...queryConfig } = query?.toConfig() ?? { name: 'Query', fields: {} };
  if (Object.hasOwn(fields, name)) {
    throw new RootFieldTaken(`"${name}" is a field of Query already. Choose another name.`);
  }
  const below = new GraphQLObjectType({
    name: nameIn(schema, 'Entrez'),
    description: 'The link graph of NCBI Entrez: records are nodes, links are fields.',
    fields,
  });
  return new GraphQLSchema({
    ...config,
    types: types.filter((type) => type !== query),
    query: new GraphQLObjectType({
      ...queryConfig,
      fields: {
        ...(place === 'beside' && fields),
        [name]: {
          type: new GraphQLNonNull(below),
          description: 'Everything of NCBI Entrez.',
          resolve: () => ({}),
        },
      },
    }),
  });
}
