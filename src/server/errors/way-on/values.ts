import { type GraphQLSchema, isEnumType } from 'graphql';

import { fieldsMeantBy } from '../../../catalog/synonyms.js';
import { didYouMean, distinct, useOneOf } from './words.js';

/** The remedy for a value that an enum has not. */
export function remedyForValue(schema: GraphQLSchema, value = '', name = '', suggested?: string): string | undefined {
  const values = valuesOf(schema, name);
  const meant = distinct([...fieldsMeantBy(value), value.toUpperCase()]).filter((other) => values.includes(other));
  return didYouMean(meant) ?? (suggested === undefined ? (useOneOf(values) ?? listedBy(schema, name)) : undefined);
}

/** Where there are too many values to name, the field that lists them. */
function listedBy(schema: GraphQLSchema, name: string): string | undefined {
  return name === 'DatabaseName' && schema.getQueryType()?.getFields().databases
    ? 'Write "{ databases { name } }" for all of them.'
    : undefined;
}

/** The remedy for a text in place of a value of an enum. */
export function remedyForEnumText(schema: GraphQLSchema, name = '', text = ''): string | undefined {
  return valuesOf(schema, name).includes(text) ? remedyForNoText(schema, text) : remedyForValue(schema, text, name);
}

/** The remedy for a number or a word in place of a text. */
export function remedyForText(_schema: GraphQLSchema, value = ''): string {
  return `Write "${value}", with quotes.`;
}

/** The remedy for a text in place of another value. */
export function remedyForNoText(_schema: GraphQLSchema, text = ''): string {
  return `Write ${text}, without quotes.`;
}

function valuesOf(schema: GraphQLSchema, name: string): readonly string[] {
  const type = schema.getType(name);
  return isEnumType(type) ? type.getValues().map((each) => each.name) : [];
}
