import type { GraphQLFormattedError } from 'graphql';

import type { Answer } from './asker.js';
import type { AnswerWriter } from './answer-writer.js';
import { Failure, placeFailures } from './failure.js';
import type { RowsPath } from './rows-path.js';

/** Where a line says what failed. No alias can be called so: GraphQL keeps such names for itself. */
const ERRORS = '__errors';

/**
 * One line for each item of a list. An item of which something failed has the errors as `__errors`; failures beside the
 * items have lines of their own, so that none is lost.
 */
export function ndjsonWriter(path: RowsPath | undefined): AnswerWriter {
  return { begin: () => '', add: (answer) => linesOf(answer, path ?? []), end: () => '' };
}

function* linesOf(answer: Answer, path: RowsPath): Generator<string, void> {
  const told = new Set<GraphQLFormattedError>();
  for (const item of itemsAt(placeFailures(answer), path)) {
    const { text, errors } = write(item);
    yield text;
    for (const error of errors) {
      told.add(error);
    }
  }
  const untold = answer.errors.filter((error) => !told.has(error));
  if (untold.length > 0) {
    yield `${JSON.stringify({ [ERRORS]: untold })}\n`;
  }
}

/** Everything at the end of a path; lists on the way are gone through. A failure on the way is an item of its own. */
function* itemsAt(value: unknown, path: RowsPath): Generator<unknown, void> {
  const [name, ...rest] = path;
  if (Array.isArray(value)) {
    for (const item of value) {
      yield* itemsAt(item, path);
    }
  } else if (name === undefined || value instanceof Failure) {
    yield value;
  } else if (typeof value === 'object' && value !== null) {
    yield* itemsAt((value as Readonly<Record<string, unknown>>)[name] ?? [], rest);
  }
}

function write(item: unknown): { readonly text: string; readonly errors: readonly GraphQLFormattedError[] } {
  const errors: GraphQLFormattedError[] = [];
  const text = JSON.stringify(item, (_key, value: unknown) => {
    if (value instanceof Failure) {
      errors.push(...value.errors);
      return null;
    }
    return value;
  });
  if (errors.length === 0) {
    return { text: `${text}\n`, errors };
  }
  const members = JSON.parse(text) as object | null;
  return { text: `${JSON.stringify({ ...members, [ERRORS]: errors })}\n`, errors };
}
