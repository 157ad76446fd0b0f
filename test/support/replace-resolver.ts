import type { GraphQLSchema } from 'graphql';
import { onTestFinished } from 'vitest';

/** Replaces the resolver of a root field until the end of the test: all gateways of a process share their schema. */
export function replaceResolver(schema: GraphQLSchema, name: string, resolve: () => unknown): void {
  const field = schema.getQueryType()?.getFields()[name];
  if (field === undefined) {
    throw new Error(`The schema has no root field ${name}.`);
  }
  const { resolve: original } = field;
  Object.assign(field, { resolve });
  onTestFinished(() => {
    Object.assign(field, { resolve: original });
  });
}
