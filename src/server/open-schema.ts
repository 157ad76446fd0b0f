import type { GraphQLSchema } from 'graphql';

import type { Catalog } from '../catalog/catalog.js';
import { type Config, ConfigError } from '../config.js';
import { RootFieldTaken } from '../schema/federation/root-field.js';
import { printSubgraph, type SubgraphOptions } from '../schema/federation/subgraph.js';
import { buildSchema } from '../schema/schema.js';
import { servedSchema } from '../schema/served-schema.js';

type SchemaConfig = Pick<Config, 'TYPE_PREFIX' | 'ROOT_FIELD' | 'FEDERATION'>;

/**
 * The schema that a gateway serves.
 *
 * @throws ConfigError when ROOT_FIELD is a field of `Query`.
 */
export function openSchema(config: SchemaConfig, catalog: Catalog): GraphQLSchema {
  return withConfigError(() => servedSchema(catalog, config.TYPE_PREFIX, subgraphOptionsOf(config)));
}

/**
 * The text of the subgraph, of some databases where they are given.
 *
 * @throws ConfigError when ROOT_FIELD is a field of `Query`.
 */
export function subgraphText(config: SchemaConfig, catalog: Catalog, databases?: ReadonlySet<string>): string {
  return withConfigError(() =>
    printSubgraph(buildSchema(catalog, config.TYPE_PREFIX), catalog, { ...subgraphOptionsOf(config), databases }),
  );
}

function subgraphOptionsOf({ ROOT_FIELD, FEDERATION }: SchemaConfig): SubgraphOptions {
  return { rootField: ROOT_FIELD, federation: FEDERATION };
}

function withConfigError<Result>(build: () => Result): Result {
  try {
    return build();
  } catch (error) {
    throw error instanceof RootFieldTaken ? new ConfigError(`ROOT_FIELD (--root-field): ${error.message}`) : error;
  }
}
