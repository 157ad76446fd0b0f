import type { GraphQLFormattedError } from 'graphql';

import { Failure } from './failures.js';
import { ERRORS, INPUT, type Piece, type RowsWriter } from './piece.js';
import { RowsError } from './rows-error.js';
import type { RowsPath } from './rows-path.js';
import type { Shape } from './shape.js';

/**
 * NDJSON: one line per item of a list. An item with failures has their errors as `__errors`; errors beside the items get
 * a line of their own, so that none is lost. Where there are inputs, each line has its input, and each input a line.
 *
 * @throws RowsError when a member of the items has the name of the input.
 */
export function ndjsonWriter(shape: readonly Shape[], path: RowsPath = [], hasInputs = false): RowsWriter {
  const items = path.reduce((fields, name) => fields.find((each) => each.name === name)?.fields ?? [], shape);
  // A field of this name repeats what was given.
  if (hasInputs && items.some(({ name, field }) => name === INPUT && field !== INPUT)) {
    throw new RowsError(`each line has a member ${INPUT} of its own. Use another alias for ${INPUT}.`);
  }
  return { begin: () => '', add: (piece) => linesOf(piece, path, hasInputs) };
}

function* linesOf({ input, data, errors }: Piece, path: RowsPath, hasInputs: boolean): Generator<string, void> {
  const written = new Set<GraphQLFormattedError>();
  const beginning = hasInputs ? { [INPUT]: input ?? null } : undefined;
  let lines = 0;
  for (const item of itemsAt(data, path)) {
    const { text, errors: own } = lineOf(item, beginning);
    yield text;
    lines += 1;
    for (const error of own) {
      written.add(error);
    }
  }
  const others = errors.filter((error) => !written.has(error));
  if (others.length > 0 || (beginning && lines === 0)) {
    yield `${JSON.stringify({ ...beginning, ...(others.length > 0 && { [ERRORS]: others }) })}\n`;
  }
}

/** Everything at the end of a path, through the lists on the way. A failure on the way is an item of its own. */
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

function lineOf(
  item: unknown,
  beginning: object | undefined,
): { readonly text: string; readonly errors: readonly GraphQLFormattedError[] } {
  const found = new Set<GraphQLFormattedError>();
  const text = JSON.stringify(item, (_key, value: unknown) => {
    if (value instanceof Failure) {
      value.errors.forEach((error) => found.add(error));
      return null;
    }
    return value;
  });
  const errors = [...found];
  if (errors.length === 0 && !beginning) {
    return { text: `${text}\n`, errors };
  }
  const members = JSON.parse(text) as object | null;
  const line = { ...beginning, ...members, ...(errors.length > 0 && { [ERRORS]: errors }) };
  return { text: `${JSON.stringify(line)}\n`, errors };
}
