import type { GraphQLSchema } from 'graphql';

import type { Catalog } from '../catalog/catalog.js';
import { asSubgraph } from './federation/subgraph.js';
import { withValueBudget } from './limits/value-budget.js';
import { buildSchema } from './schema.js';

const built = new WeakMap<Catalog, Map<string, GraphQLSchema>>();

/**
 * The schema that a gateway serves: that of its catalog, as a subgraph. It keeps no state, so all gateways of a process share
 * it; building one takes longer than everything else at the start.
 */
export function servedSchema(catalog: Catalog, typePrefix = ''): GraphQLSchema {
  const byPrefix = built.get(catalog) ?? new Map<string, GraphQLSchema>();
  built.set(catalog, byPrefix);
  const schema = byPrefix.get(typePrefix) ?? withValueBudget(asSubgraph(buildSchema(catalog, typePrefix), catalog));
  byPrefix.set(typePrefix, schema);
  return schema;
}
