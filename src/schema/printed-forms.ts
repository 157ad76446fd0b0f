import { type GraphQLSchema, isAbstractType, parse, print, visit } from 'graphql';

import { printSorted } from './schema.js';

/** The schema as text without what is said of arguments, for people who read it: a field with its arguments is one line. */
export function printShort(schema: GraphQLSchema): string {
  const short = visit(parse(printSorted(schema)), {
    FieldDefinition: (field) => ({
      ...field,
      arguments: field.arguments?.map((argument) => ({ ...argument, description: undefined })) ?? [],
    }),
  });
  return `${print(short)}\n`;
}

/** The types that each interface and union stands for, as JSON: `possibleTypes` of Apollo's cache. */
export function printPossibleTypes(schema: GraphQLSchema): string {
  const possible = Object.values(schema.getTypeMap())
    .filter(isAbstractType)
    .map((type): [string, string[]] => [
      type.name,
      schema
        .getPossibleTypes(type)
        .map(({ name }) => name)
        .toSorted(),
    ]);
  return `${JSON.stringify(Object.fromEntries(possible.toSorted(([a], [b]) => (a < b ? -1 : 1))), undefined, 2)}\n`;
}
