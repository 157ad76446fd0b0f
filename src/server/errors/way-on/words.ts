import {
  getNamedType,
  type GraphQLField,
  type GraphQLFieldMap,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

export type Fields = GraphQLFieldMap<unknown, unknown>;
export type Field = GraphQLField<unknown, unknown>;

/** Lists with more entries than this are not written out. */
const MAX_LISTED = 12;

/** The fields of a type; undefined for one that has none. */
export function fieldsOf(type: GraphQLNamedType | undefined): Fields | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields() : undefined;
}

/** The fields of what a field returns. */
export function fieldsWithin({ type }: Field): Fields | undefined {
  return fieldsOf(getNamedType(type));
}

/** Whether a field returns a record. */
export function isRecord({ type }: Field): boolean {
  const named = getNamedType(type);
  return (isObjectType(named) || isInterfaceType(named)) && named.getInterfaces().some(({ name }) => name === 'Node');
}

/** Whether a field returns a page of a list. */
export function isConnection(field: Field): boolean {
  return fieldsWithin(field)?.pageInfo !== undefined;
}

/** Whether a field groups others, as `search` does: it takes no argument, and each field in it leads to records. */
export function isGroup(field: Field): boolean {
  const members = Object.values(fieldsWithin(field) ?? {});
  return field.args.length === 0 && members.length > 0 && members.every((each) => isRecord(each) || isConnection(each));
}

/** Groups among the root fields of a schema: searches and lists. */
export function groupsOf(schema: GraphQLSchema): readonly Field[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {}).filter((field) => isGroup(field));
}

/** A field as it is selected: one with fields of its own shows that it has them. */
export function selectionOf({ name, type }: Field): string {
  return isLeafType(getNamedType(type)) ? name : `${name} { … }`;
}

/** A field as it is written around a selection, with the arguments that it needs. */
export function around(field: Field, selection: string): string {
  const needed = field.args.filter((argument) => isRequiredArgument(argument));
  const given = needed.length > 0 || !isRecord(field) ? needed : field.args.filter(({ name }) => /^uids?$/.test(name));
  const args = given.map(({ name }) => `${name}: …`).join(', ');
  return `${field.name}${args === '' ? '' : `(${args})`} { ${selection} }`;
}

/** What there is, where that is few. */
export function useOneOf(names: readonly string[]): string | undefined {
  return names.length === 0 || names.length > MAX_LISTED ? undefined : `Use ${alternatives(names.toSorted())}.`;
}

/** @param otherwise - A sentence that follows the names. */
export function didYouMean(names: readonly string[], otherwise?: string): string | undefined {
  const sentence = `Did you mean ${alternatives(names.map((name) => `"${name}"`))}?`;
  return names.length === 0 ? undefined : [sentence, ...(otherwise === undefined ? [] : [otherwise])].join(' ');
}

/** Those of the known names that are meant: the same in other letters or with underscores, else each that a synonym leads to. */
export function meantAmong(known: readonly string[], name: string, synonyms: readonly string[]): readonly string[] {
  const plain = (text: string): string => text.toLowerCase().replaceAll('_', '');
  const same = known.filter((other) => plain(other) === plain(name));
  return same.length > 0 ? same : distinct(synonyms).filter((other) => known.includes(other));
}

export function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

export function alternatives(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}
