import {
  getNamedType,
  type GraphQLField,
  type GraphQLFieldMap,
  type GraphQLSchema,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isObjectType,
} from 'graphql';

import { argumentsMeantBy, fieldsMeantBy } from '../../catalog/synonyms.js';

type Fields = GraphQLFieldMap<unknown, unknown>;
type Field = GraphQLField<unknown, unknown>;

/** Enums with more values than this are not listed. */
const MAX_LISTED = 12;

/**
 * The message of a refused operation with the way on: the field, argument or value that was probably meant. Messages of other
 * kinds stay as they are.
 */
export function withWayOn(message: string, schema: GraphQLSchema): string {
  const [fact = ''] = message.split(' Did you mean ', 1);
  const remedy = remedyFor(fact, schema);
  return remedy === undefined ? message : `${fact} ${remedy}`;
}

function remedyFor(fact: string, schema: GraphQLSchema): string | undefined {
  const [, field, type] = /^Cannot query field "(\w+)" on type "(\w+)"\.$/.exec(fact) ?? [];
  if (field !== undefined && type !== undefined) {
    return remedyForField(field, fieldsOf(schema, type));
  }
  const [, argument, owner, member] = /^Unknown argument "(\w+)" on field "(\w+)\.(\w+)"\.$/.exec(fact) ?? [];
  if (argument !== undefined && owner !== undefined && member !== undefined) {
    return remedyForArgument(argument, fieldsOf(schema, owner)?.[member]);
  }
  const [, value, name] = /Value "(\w+)" does not exist in "(\w+)" enum\.$/.exec(fact) ?? [];
  return value === undefined || name === undefined ? undefined : remedyForValue(value, name, schema);
}

function remedyForField(name: string, fields: Fields | undefined): string | undefined {
  if (!fields) {
    return undefined;
  }
  for (const wrapper of ['nodes', 'node']) {
    const within = fields[wrapper] && getNamedType(fields[wrapper].type);
    const members = isObjectType(within) || isInterfaceType(within) ? within.getFields() : undefined;
    const meant = members && (members[name] ?? fieldsMeantBy(name).flatMap((other) => members[other] ?? [])[0]);
    if (meant) {
      return `Write "${wrapper} { ${selectionOf(meant)} }".`;
    }
  }
  const meant = distinct(fieldsMeantBy(name)).filter((other) => Object.hasOwn(fields, other));
  return meant.length === 0 ? undefined : `Did you mean ${quoted(meant)}?`;
}

function remedyForArgument(name: string, field: Field | undefined): string | undefined {
  const known = field?.args.map((argument) => argument.name) ?? [];
  const meant = distinct(argumentsMeantBy(name)).filter((other) => known.includes(other));
  if (meant.length > 0) {
    return `Did you mean ${quoted(meant)}?`;
  }
  const within = field && getNamedType(field.type);
  // A field that groups others, such as search and records, has the arguments of none of them.
  const member = known.length === 0 && isObjectType(within) ? takerOf(name, within.getFields()) : undefined;
  return member === undefined ? undefined : `Write it in a field of "${field?.name ?? ''}", such as "${member}".`;
}

/** A field that takes an argument, PubMed's if it does. */
function takerOf(argument: string, fields: Fields): string | undefined {
  const names = [argument, ...argumentsMeantBy(argument)];
  const takers = Object.values(fields).flatMap((field) => {
    const taken = names.find((name) => field.args.some((each) => each.name === name));
    return taken === undefined ? [] : [[field.name, taken] as const];
  });
  const [field, taken] = takers.find(([name]) => name === 'pubmed') ?? takers[0] ?? [];
  return field === undefined ? undefined : `${field}(${taken}: …)`;
}

function remedyForValue(value: string, name: string, schema: GraphQLSchema): string | undefined {
  const type = schema.getType(name);
  const values = isEnumType(type) ? type.getValues().map((each) => each.name) : [];
  const meant = distinct([...fieldsMeantBy(value), value.toUpperCase()]).filter((other) => values.includes(other));
  if (meant.length > 0) {
    return `Did you mean ${quoted(meant)}?`;
  }
  return values.length === 0 || values.length > MAX_LISTED ? undefined : `Use ${alternatives(values.toSorted())}.`;
}

function fieldsOf(schema: GraphQLSchema, name: string): Fields | undefined {
  const type = schema.getType(name);
  return isObjectType(type) || isInterfaceType(type) ? type.getFields() : undefined;
}

/** A field as it is selected: one with fields of its own shows that it has them. */
function selectionOf({ name, type }: Field): string {
  return isLeafType(getNamedType(type)) ? name : `${name} { … }`;
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

function quoted(names: readonly string[]): string {
  return alternatives(names.map((name) => `"${name}"`));
}

function alternatives(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}
