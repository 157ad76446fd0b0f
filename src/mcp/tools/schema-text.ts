import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

import type { Catalog } from '../../catalog/catalog.js';
import { FIELDS } from '../../catalog/synonyms.js';
import { oneLine } from '../answer/table.js';
import { linkFields } from '../link-fields.js';

/** Characters of a description. */
const MAX_DESCRIPTION = 110;

/** Words that say nothing about a field. */
const FILLERS = new Set([
  'a',
  'an',
  'and',
  'are',
  'by',
  'for',
  'from',
  'in',
  'is',
  'of',
  'on',
  'or',
  'the',
  'to',
  'with',
]);

type Field = GraphQLField<unknown, unknown>;

/** Describes a type in lines: its fields, with the links of records in one line each. */
export function describeType(type: GraphQLNamedType, schema: GraphQLSchema, catalog: Catalog): readonly string[] {
  const head = `${type.name}${described(type.description)}`;
  if (isEnumType(type)) {
    return [
      `enum ${head}`,
      type
        .getValues()
        .map(({ name }) => name)
        .join(' '),
    ];
  }
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    return [
      `input ${head}`,
      ...fields.map((field) => ` ${field.name}: ${String(field.type)}${described(field.description)}`),
    ];
  }
  if (!isObjectType(type) && !isInterfaceType(type)) {
    return [head];
  }
  const links = linkFields(schema, catalog);
  const fields = Object.values(type.getFields());
  const isLink = (field: Field): boolean => links.has(`${type.name}.${field.name}`);
  const linked = fields.filter(isLink);
  return [
    `type ${head}`,
    ...fields.filter((field) => !isLink(field)).map((field) => ` ${signature(field)}${described(field.description)}`),
    ...(linked.length === 0
      ? []
      : [
          ' Links, each (first, after, last, before, filter: LinkFilter, orderBy: LinkOrder) { totalCount nodes { … } edges { score node { … } } pageInfo { endCursor } }:',
        ]),
    ...linked.map((field) => {
      const link = links.get(`${type.name}.${field.name}`);
      return ` ${field.name}: ${link?.to} (${link?.name}${link?.scored === true ? ', scored' : ''})`;
    }),
  ];
}

/** The fields that match words best: those first whose names do. */
export function searchSchema(search: string, schema: GraphQLSchema, catalog: Catalog): readonly string[] {
  const words = (search.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).filter((word) => !FILLERS.has(word)).map(meanings);
  const links = linkFields(schema, catalog);
  const hits = Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__') && !/Connection$|Edge$/.test(type.name))
    .flatMap((type) => {
      if (!isObjectType(type) && !isInterfaceType(type)) {
        return [];
      }
      // Fields of an interface are listed once.
      const inherited = new Set(type.getInterfaces().flatMap((each) => Object.keys(each.getFields())));
      return Object.values(type.getFields())
        .filter(({ name }) => !inherited.has(name))
        .map((field) => ({ type, field, rank: rankOf(words, type.name, field) }));
    })
    .filter(({ rank }) => rank > 0);
  const best = Math.max(0, ...hits.map(({ rank }) => Math.floor(rank / 10)));
  return hits
    .filter(({ rank }) => Math.floor(rank / 10) === best)
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ type, field }) => {
      const link = links.get(`${type.name}.${field.name}`);
      return link
        ? `${type.name}.${field.name}: link ${link.name} to ${link.to}`
        : `${type.name}.${signature(field)}${described(field.description)}`;
    });
}

/** A word and what the schema may call it. */
function meanings(word: string): readonly string[] {
  const singular = word.length > 3 ? word.replace(/s$/, '') : word;
  return [singular, ...(FIELDS[singular] ?? []).map((name) => name.toLowerCase())];
}

/** Tens are words that occur, ones are words that occur in the names. */
function rankOf(words: readonly (readonly string[])[], typeName: string, { name, description }: Field): number {
  const names = `${typeName} ${name}`.toLowerCase();
  const text = `${names} ${description ?? ''}`.toLowerCase();
  const found = words.filter((word) => word.some((each) => text.includes(each))).length;
  const inNames = words.filter((word) => word.some((each) => names.includes(each))).length;
  return found === 0 ? 0 : 10 * found + Math.min(8, inNames) + (typeName === 'Query' ? 1 : 0);
}

function signature({ name, args, type }: Field): string {
  const given = args.map((arg) => `${arg.name}: ${String(arg.type)}`).join(', ');
  return `${name}${given === '' ? '' : `(${given})`}: ${String(type)}`;
}

function described(description: string | null | undefined): string {
  const text = oneLine(description ?? '');
  const [sentence = ''] = /^.*?[.](?=\s|$)/.exec(text) ?? [text];
  return sentence === '' ? '' : ` — ${sentence.slice(0, MAX_DESCRIPTION)}`;
}
