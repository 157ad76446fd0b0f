import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLSchema,
  isInputObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

import { argumentsMeantBy } from '../../../catalog/synonyms.js';
import {
  alternatives,
  didYouMean,
  type Field,
  fieldsOf,
  fieldsWithin,
  groupsOf,
  isGroup,
  meantAmong,
  useOneOf,
} from './words.js';

/** Fields that are preferred where any would do. */
const LIKELY = 'pubmed';

/** The remedy for an argument that a field does not take: another name, another place, or what it takes. */
export function remedyForArgument(
  schema: GraphQLSchema,
  name = '',
  owner = '',
  member = '',
  suggested?: string,
): string | undefined {
  const field = fieldsOf(schema.getType(owner))?.[member];
  if (!field) {
    return undefined;
  }
  const known = field.args.map((argument) => argument.name);
  const isRoot = owner === schema.getQueryType()?.name;
  return (
    (isRoot && known.length > 0 ? inGroup(schema, name, member) : undefined) ??
    didYouMean(meantAmong(known, name, argumentsMeantBy(name))) ??
    inInput(name, field.args) ??
    (isGroup(field) ? inMemberOf(field, name) : undefined) ??
    (suggested === undefined ? (known.length === 0 ? 'It takes no arguments.' : useOneOf(known)) : undefined)
  );
}

/** The remedy for a member that an input object has not. */
export function remedyForMember(schema: GraphQLSchema, name = '', owner = '', suggested?: string): string | undefined {
  const type = schema.getType(owner);
  const members = isInputObjectType(type) ? Object.values(type.getFields()) : [];
  const known = members.map((member) => member.name);
  return (
    didYouMean(meantAmong(known, name, argumentsMeantBy(name))) ??
    inInput(name, members) ??
    besideInput(schema, name, owner) ??
    (suggested === undefined ? useOneOf(known) : undefined)
  );
}

/** The remedy for another value in place of an input object: its required members, or those that there are. */
export function remedyForInput(schema: GraphQLSchema, owner = ''): string | undefined {
  const type = schema.getType(owner);
  const members = isInputObjectType(type) ? Object.values(type.getFields()) : [];
  const required = members.filter((member) => isRequiredInputField(member));
  if (required.length > 0) {
    return `Write "{ ${required.map(({ name }) => `${name}: …`).join(', ')} }".`;
  }
  const names = members.map(({ name }) => name).toSorted();
  return names.length === 0 ? undefined : `Write "{ … }" with ${alternatives(names)}.`;
}

/** A root field reads one record; searches and lists of the same database stand in groups. */
function inGroup(schema: GraphQLSchema, name: string, member: string): string | undefined {
  for (const group of groupsOf(schema)) {
    const field = fieldsWithin(group)?.[member];
    // Only what the caller wrote: a synonym may be an argument of the root field.
    const taken = field && [name, ...exactSearchWords(name)].find((other) => takes(field, other));
    if (field && taken !== undefined) {
      return `Write "${group.name} { ${field.name}(${taken}: …) }".`;
    }
  }
  return undefined;
}

/** Words for a search that no root field takes by another name. */
function exactSearchWords(name: string): readonly string[] {
  return argumentsMeantBy(name).filter((other) => other === 'term');
}

/** What a member of an argument takes, such as a filter. */
function inInput(name: string, places: readonly Pick<GraphQLArgument, 'name' | 'type'>[]): string | undefined {
  for (const place of places) {
    const type = getNamedType(place.type);
    const members = isInputObjectType(type) ? type.getFields() : {};
    const meant = [name, ...argumentsMeantBy(name)].find((other) => Object.hasOwn(members, other));
    if (meant !== undefined) {
      return `Write "${place.name}: { ${meant}: … }".`;
    }
  }
  return undefined;
}

/** What fields that take an input object take beside it, such as a least score beside a filter. */
function besideInput(schema: GraphQLSchema, name: string, input: string): string | undefined {
  const likely = schema.getQueryType()?.getFields()[LIKELY];
  const types = [...(likely ? [getNamedType(likely.type)] : []), ...Object.values(schema.getTypeMap())];
  const fields = types.flatMap((type) => Object.values(fieldsOf(type) ?? {}));
  for (const field of fields.filter(({ args }) => !args.some((argument) => isRequiredArgument(argument)))) {
    const place = field.args.find(({ type }) => getNamedType(type).name === input);
    const [taken] = meantAmong(field.args.map((argument) => argument.name), name, argumentsMeantBy(name)); // prettier-ignore
    if (place && taken !== undefined) {
      return `Fields such as "${field.name}" take it beside the ${place.name}: write "${taken}: …" there.`;
    }
  }
  return undefined;
}

/** A field that groups others, such as search and records, has the arguments of none of them. */
function inMemberOf(group: Field, name: string): string | undefined {
  const names = [name, ...argumentsMeantBy(name)];
  const takers = Object.values(fieldsWithin(group) ?? {}).flatMap((field) => {
    const taken = names.find((each) => takes(field, each));
    return taken === undefined ? [] : [[field.name, taken] as const];
  });
  const [field, taken] = takers.find(([each]) => each === LIKELY) ?? takers[0] ?? [];
  return field === undefined ? undefined : `Write it in a field of "${group.name}", such as "${field}(${taken}: …)".`;
}

function takes(field: Field, name: string): boolean {
  return field.args.some((argument) => argument.name === name);
}
