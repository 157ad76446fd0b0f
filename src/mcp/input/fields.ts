import {
  getNamedType,
  type GraphQLField,
  type GraphQLFieldMap,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

import { didYouMean } from '../../schema/core/did-you-mean.js';
import { recordType } from '../../schema/core/type-prefix.js';
import { wrong } from './wrong.js';

/** Fields inside each other. */
const MAX_DEPTH = 3;

/**
 * Reads fields of the records of a database, such as `title` or `authors.name`.
 *
 * @returns The paths of their names.
 * @throws EntrezError `BAD_USER_INPUT` naming the field, and the nearest name.
 */
export function readFields(
  schema: GraphQLSchema,
  db: string,
  fields: readonly string[],
  argument: string,
): readonly (readonly string[])[] {
  const type = recordType(schema, db);
  return [...new Set(fields.map((field) => field.trim()))].map((field, index) =>
    readField(type, field, `${argument}[${index}]`),
  );
}

function readField(type: GraphQLObjectType, field: string, argument: string): readonly string[] {
  const path = field.split('.');
  let at: GraphQLNamedType = type;
  for (const name of path) {
    const fields: GraphQLFieldMap<unknown, unknown> = fieldsOf(at);
    const found: GraphQLField<unknown, unknown> | undefined = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!found || found.args.some(isRequiredArgument)) {
      const meant = didYouMean(name, Object.keys(fields));
      const remedy = meant === undefined ? `Fields: ${scalars(at).join(', ')}.` : `Did you mean "${meant}"?`;
      throw wrong(argument, field, remedy, `, which is no field of ${at.name}`);
    }
    at = getNamedType(found.type);
  }
  if (path.length > MAX_DEPTH) {
    throw wrong(argument, field, `Use at most ${MAX_DEPTH} names with dots between them.`);
  }
  if (isCompositeType(at)) {
    throw wrong(argument, field, `Name a field of it: ${scalars(at).slice(0, 20).join(', ')}.`, `, an object`);
  }
  return path;
}

function scalars(type: GraphQLNamedType): readonly string[] {
  return Object.values(fieldsOf(type))
    .filter((field) => !isCompositeType(getNamedType(field.type)))
    .map(({ name }) => name);
}

function fieldsOf(type: GraphQLNamedType): GraphQLFieldMap<unknown, unknown> {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
}
