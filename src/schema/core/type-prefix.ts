import { mapSchema, MapperKind } from '@graphql-tools/utils';
import {
  GraphQLEnumType,
  GraphQLInputObjectType,
  GraphQLInterfaceType,
  type GraphQLNamedType,
  GraphQLObjectType,
  GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type NamedTypeNode,
  parse,
  visit,
} from 'graphql';

import { typeName } from '../../catalog/names.js';

/** Types that mean the same in every graph: clients and other services count on these very names. */
const COMMON_TYPES: ReadonlySet<string> = new Set(['Query', 'Node', 'PageInfo']);

/**
 * Puts a prefix before the names of types, so that they clash with none of a larger graph. Scalars, `Node` and `PageInfo`
 * keep their names.
 */
export function prefixTypes(schema: GraphQLSchema, prefix: string): GraphQLSchema {
  const renamed = mapSchema(schema, {
    [MapperKind.TYPE]: (type) => (COMMON_TYPES.has(type.name) ? type : rename(type, `${prefix}${type.name}`)),
  });
  return new GraphQLSchema({ ...renamed.toConfig(), extensions: { ...renamed.extensions, typePrefix: prefix } });
}

/** The name that a type has in a schema whose names may have a prefix. */
export function nameIn({ extensions }: GraphQLSchema, name: string): string {
  const { typePrefix } = extensions;
  return typeof typePrefix === 'string' ? `${typePrefix}${name}` : name;
}

/** A document without a prefix, as a schema wants it whose names may have one. Nothing else of its text changes. */
export function documentIn(schema: GraphQLSchema, document: string): string {
  const places: number[] = [];
  visit(parse(document), {
    NamedType: ({ name, loc }: NamedTypeNode) => {
      if (loc && !schema.getType(name.value)) {
        places.push(loc.start);
      }
    },
  });
  return places.reduceRight((text, place) => text.slice(0, place) + nameIn(schema, '') + text.slice(place), document);
}

/** The object type that a schema has for the records of a database. */
export function recordType(schema: GraphQLSchema, db: string): GraphQLObjectType {
  const name = nameIn(schema, typeName(db));
  const type = schema.getType(name);
  if (!isObjectType(type)) {
    throw new Error(`The schema has no type ${name} for the records of ${db}.`);
  }
  return type;
}

function rename(type: GraphQLNamedType, name: string): GraphQLNamedType {
  if (isObjectType(type)) {
    return new GraphQLObjectType({ ...type.toConfig(), name });
  }
  if (isInterfaceType(type)) {
    return new GraphQLInterfaceType({ ...type.toConfig(), name });
  }
  if (isEnumType(type)) {
    return new GraphQLEnumType({ ...type.toConfig(), name });
  }
  if (isInputObjectType(type)) {
    return new GraphQLInputObjectType({ ...type.toConfig(), name });
  }
  return type;
}
