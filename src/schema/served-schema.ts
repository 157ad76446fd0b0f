import type { GraphQLSchema } from 'graphql';

import type { Catalog } from '../catalog/catalog.js';
import { asSubgraph, type SubgraphOptions } from './federation/subgraph.js';
import { withValueBudget } from './limits/within-budget.js';
import { buildSchema } from './schema.js';

const built = new WeakMap<Catalog, Map<string, GraphQLSchema>>();

/**
 * The schema that a gateway serves: that of its catalog, as a subgraph. It keeps no state, so all gateways of a process share
 * it; building one takes longer than everything else at the start.
 *
 * @throws RootFieldTaken when `Query` has a field of the name of the root field.
 */
export function servedSchema(catalog: Catalog, typePrefix = '', options: SubgraphOptions = {}): GraphQLSchema {
  const bySettings = built.get(catalog) ?? new Map<string, GraphQLSchema>();
  built.set(catalog, bySettings);
  const settings = [typePrefix, options.rootField, options.federation].join(' ');
  const schema =
    bySettings.get(settings) ?? withValueBudget(asSubgraph(buildSchema(catalog, typePrefix), catalog, options));
  bySettings.set(settings, schema);
  return schema;
}
