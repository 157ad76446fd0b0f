import { GraphQLError } from 'graphql';

import { EntrezError } from '../../eutils/failures/errors.js';

/**
 * Fields of one object that fail for one reason share an error: that of the first, which names all of them in
 * `extensions.fields`. A page of 65 articles whose summaries fail has 65 errors, and not one for each field.
 */
export function shareErrors(errors: readonly GraphQLError[]): readonly GraphQLError[] {
  const groups = new Map<GraphQLError | string, GraphQLError[]>();
  const reasons = new Map<Error, number>();
  // Those that are too many are one and the same.
  for (const error of new Set(errors)) {
    const place = placeOf(error, reasons) ?? error;
    const group = groups.get(place);
    if (group) {
      group.push(error);
    } else {
      groups.set(place, [error]);
    }
  }
  return groups.size === errors.length ? errors : [...groups.values()].map(merged);
}

/** The object and the reason of a failure; undefined for one that is never shared. Root fields have errors of their own. */
function placeOf({ path, originalError }: GraphQLError, reasons: Map<Error, number>): string | undefined {
  if (path === undefined || path.length < 2 || !(originalError instanceof EntrezError)) {
    return undefined;
  }
  const reason = reasons.get(originalError) ?? reasons.size;
  reasons.set(originalError, reason);
  return JSON.stringify([reason, ...path.slice(0, -1)]);
}

function merged(group: readonly GraphQLError[]): GraphQLError {
  const [first] = group as readonly [GraphQLError, ...GraphQLError[]];
  if (group.length === 1) {
    return first;
  }
  return new GraphQLError(first.message, {
    nodes: first.nodes ?? null,
    path: first.path ?? null,
    originalError: first.originalError ?? null,
    extensions: { ...first.extensions, fields: group.flatMap(({ path }) => path?.at(-1) ?? []) },
  });
}
