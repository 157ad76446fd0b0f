import type { GraphQLNamedType, GraphQLSchema } from 'graphql';

import { typeName } from '../../catalog/names.js';
import { EntrezError } from '../../eutils/failures/errors.js';
import { didYouMean } from '../../schema/core/did-you-mean.js';
import { nameIn } from '../../schema/core/type-prefix.js';
import { block } from '../answer/answer.js';
import { optional, text, texts } from '../input/arguments.js';
import { wrong } from '../input/wrong.js';
import { describeType, searchSchema } from './schema-text.js';
import { cursor, type Tool } from './tool.js';

const MAX_TYPES = 10;

const args = {
  search: optional(text({ max: 200, description: 'words' })),
  types: optional(texts(MAX_TYPES, { description: 'such as Query, PubMed, LinkFilter' })),
  cursor,
};

/** Slices of the GraphQL schema. */
export const schemaTool: Tool<typeof args> = {
  name: 'schema',
  title: 'Look into the GraphQL schema',
  description: 'Fields and arguments for query and follow: of types, or those that match words. Free.',
  args,
  maxCalls: () => 1,
  run: ({ search, types }, { gateway }) => {
    if (gateway.config.INTROSPECTION === 'off') {
      throw new EntrezError('BAD_USER_INPUT', 'This server does not show its schema (INTROSPECTION=off).');
    }
    const { schema, catalog } = gateway;
    if ((search === undefined) === (types === undefined)) {
      throw new EntrezError('BAD_USER_INPUT', 'Exactly one of the arguments "search" and "types" is needed.');
    }
    const lines =
      search === undefined
        ? [...new Set(types?.map((name, index) => findType(schema, name, `types[${index}]`)))].flatMap((type) =>
            describeType(type, schema, catalog),
          )
        : searchSchema(search, schema, catalog);
    return {
      head: lines.length === 0 ? [`none: nothing in the schema matches ${JSON.stringify(search)}.`] : [],
      blocks: [block(lines)],
      source: 'schema of entrez-graph',
    };
  },
};

function findType(schema: GraphQLSchema, name: string, argument: string): GraphQLNamedType {
  const wanted = name.trim();
  const types = schema.getTypeMap();
  const names = Object.keys(types).filter((each) => !each.startsWith('__'));
  const found = [wanted, nameIn(schema, wanted), nameIn(schema, typeName(wanted))].find((each) => names.includes(each));
  const type = found === undefined ? undefined : types[found];
  if (!type) {
    const meant = didYouMean(wanted, names);
    throw wrong(
      argument,
      name,
      meant === undefined ? 'Search the schema with "search".' : `Did you mean "${meant}"?`,
      ', which is no type',
    );
  }
  return type;
}
