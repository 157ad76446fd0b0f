import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

import type { Payload } from '../accept/announce-parts.js';
import { EntrezError } from '../../eutils/failures/errors.js';

/** Gives an object whose fields fail for one reason one error, in whole responses and in each part of a stream. */
export function useSharedErrors(): Plugin {
  return {
    onExecute: () => ({
      onExecuteDone({ result, setResult }) {
        if (Symbol.asyncIterator in result) {
          return {
            onNext({ result: payload, setResult: setPayload }) {
              setPayload(withSharedErrors(payload as Payload));
            },
          };
        }
        setResult(withSharedErrors(result as ExecutionResult));
        return undefined;
      },
    }),
  };
}

function withSharedErrors<Result extends Payload>(result: Result): Result {
  const { errors, incremental } = result;
  // A result that is remembered as text has no errors, and must not be copied.
  if (!errors && incremental?.some((part) => part.errors) !== true) {
    return result;
  }
  return {
    ...result,
    ...(errors && { errors: shareErrors(errors) }),
    ...(incremental && {
      incremental: incremental.map((part) => (part.errors ? { ...part, errors: shareErrors(part.errors) } : part)),
    }),
  };
}

/**
 * Fields of one object that fail for one reason share an error: that of the first, which names all of them in
 * `extensions.fields`. A page of 65 articles whose summaries fail has 65 errors, and not one for each field.
 */
export function shareErrors(errors: readonly GraphQLError[]): readonly GraphQLError[] {
  // Those that are too many are one and the same.
  const distinct = new Set(errors);
  const reasons = repeatedReasons(distinct);
  if (reasons.size === 0) {
    return distinct.size === errors.length ? errors : [...distinct];
  }
  const groups = new Map<GraphQLError | string, GraphQLError[]>();
  for (const error of distinct) {
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

/** The failures that several errors are of, numbered: of the thousands that a list may have, usually none. */
function repeatedReasons(errors: Iterable<GraphQLError>): ReadonlyMap<Error, number> {
  const seen = new Set<Error>();
  const repeated = new Map<Error, number>();
  for (const { originalError } of errors) {
    if (!(originalError instanceof EntrezError)) {
      continue;
    }
    if (!seen.has(originalError)) {
      seen.add(originalError);
    } else if (!repeated.has(originalError)) {
      repeated.set(originalError, repeated.size);
    }
  }
  return repeated;
}

/** The object and the reason of a failure; undefined for one that is not shared. Root fields have errors of their own. */
function placeOf({ path, originalError }: GraphQLError, reasons: ReadonlyMap<Error, number>): string | undefined {
  const reason = originalError && reasons.get(originalError);
  return path === undefined || path.length < 2 || reason === undefined
    ? undefined
    : JSON.stringify([reason, ...path.slice(0, -1)]);
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
