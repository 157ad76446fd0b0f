import { getDocumentNodeFromSchema } from '@graphql-tools/utils';
import {
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  lexicographicSortSchema,
  print,
  specifiedDirectives,
  getNamedType,
  type GraphQLNamedType,
  isObjectType,
} from 'graphql';

import type { Catalog } from '../../catalog/catalog.js';
import { atOnce, inSlices, type Sliced } from '../../eutils/body/slices.js';
import { FEDERATION_VERSIONS, type FederationVersion, linkOf } from '../core/federation-directives.js';
import { orderQueryByUse } from '../order-of-use.js';
import { addCosts, addTags } from './annotations.js';
import { entitiesField } from './entities.js';
import { withRootField } from './root-field.js';
import { sliceOf } from './slice.js';
import { typeName } from '../../catalog/names.js';
import { nameIn } from '../core/type-prefix.js';

/**
 * A schema as a subgraph of Federation 2: with `_service`, which gives its text, and `_entities`, which gives the records
 * that other subgraphs refer to. A root field stands beside the fields of `Query`, which pages and tools of its own use;
 * routers see it alone.
 *
 * @throws RootFieldTaken when `Query` has a field of the name of the root field.
 */
export function asSubgraph(schema: GraphQLSchema, catalog: Catalog, options: SubgraphOptions = {}): GraphQLSchema {
  const { rootField } = options;
  const { query, types, ...config } = (
    rootField === undefined ? schema : withRootField(schema, rootField, 'beside')
  ).toConfig();
  if (!query) {
    throw new Error('A schema without a query type cannot be a subgraph.');
  }
  const { fields, ...queryConfig } = query.toConfig();
  return new GraphQLSchema({
    ...config,
    // It is generated, and its tests validate it: the first request need not wait for that.
    assumeValid: true,
    types: types.filter((type) => type !== query),
    query: new GraphQLObjectType({
      ...queryConfig,
      fields: {
        ...fields,
        _entities: entitiesField(schema, catalog),
        _service: {
          type: new GraphQLNonNull(serviceType(schema, catalog, options)),
          description: 'For routers of a federated graph: what this subgraph offers.',
          resolve: () => ({}),
        },
      },
    }),
  });
}

/** What a subgraph is printed for. */
export interface SubgraphOptions {
  /** Version of Federation. Default: the newest of {@link FEDERATION_VERSIONS}. */
  readonly federation?: FederationVersion | undefined;
  /** Field of `Query` that has all others below it. Default: they are fields of `Query`. */
  readonly rootField?: string | undefined;
  /** Databases that it is about. Default: all. */
  readonly databases?: ReadonlySet<string> | undefined;
}

/** The text of a schema as a subgraph: sorted, and with the directives of Federation. */
export function printSubgraph(schema: GraphQLSchema, catalog: Catalog, options: SubgraphOptions = {}): string {
  return atOnce(printInSlices(schema, catalog, options));
}

/** Definitions that are printed between two pauses. */
const SLICE = 25;

function* printInSlices(
  schema: GraphQLSchema,
  catalog: Catalog,
  { federation = FEDERATION_VERSIONS[0], rootField, databases }: SubgraphOptions,
): Sliced<string> {
  const owners = typesOfDatabases(schema, catalog);
  const sorted = lexicographicSortSchema(schema);
  yield;
  addTags(sorted, owners);
  if (federation !== '2.3') {
    addCosts(sorted);
  }
  const ordered = orderQueryByUse(sorted);
  yield;
  const document = getDocumentNodeFromSchema(
    new GraphQLSchema({
      ...(rootField === undefined ? ordered : withRootField(ordered, rootField, 'instead')).toConfig(),
      // Some routers cannot parse a supergraph whose schema has a description.
      description: undefined,
      // Routers have `@defer` of their own, and remark on directives that only one subgraph defines.
      directives: specifiedDirectives,
      extensions: linkOf(federation),
    }),
  );
  yield;
  const { definitions } = databases ? sliceOf(document, owners, databases) : document;
  const texts: string[] = [];
  for (const definition of definitions) {
    texts.push(print(definition));
    if (texts.length % SLICE === 0) {
      yield;
    }
  }
  return `${texts.join('\n\n')}\n`;
}

function serviceType(schema: GraphQLSchema, catalog: Catalog, options: SubgraphOptions): GraphQLObjectType {
  let sdl: Promise<string> | undefined;
  return new GraphQLObjectType({
    name: '_Service',
    description: 'A subgraph of Federation 2.',
    fields: {
      sdl: {
        type: new GraphQLNonNull(GraphQLString),
        description: 'The schema with the directives of Federation.',
        // Not printed before it is asked for, since that takes longer than building it.
        resolve: () => (sdl ??= inSlices(printInSlices(schema, catalog, options))),
      },
    },
  });
}

/** Fields of pages and edges that hold records. */
const HOLDERS = ['node', 'nodes'];

/** The types that are about one database alone: its record, and the pages and edges of lists of it. Gives their databases. */
export function typesOfDatabases(schema: GraphQLSchema, catalog: Catalog): ReadonlyMap<string, string> {
  const records = new Map(catalog.records.map(({ name }) => [nameIn(schema, typeName(name)), name]));
  const lists = Object.values(schema.getTypeMap()).flatMap((type): [string, string][] => {
    const db = records.has(type.name) ? undefined : databaseOfList(type, records);
    return db === undefined ? [] : [[type.name, db]];
  });
  return new Map([...records, ...lists]);
}

function databaseOfList(type: GraphQLNamedType, records: ReadonlyMap<string, string>): string | undefined {
  const fields = isObjectType(type) ? type.getFields() : {};
  const [held] = HOLDERS.flatMap((name) => fields[name] ?? []);
  return held && records.get(getNamedType(held.type).name);
}
