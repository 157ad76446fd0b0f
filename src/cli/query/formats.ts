import type { GraphQLFormattedError } from 'graphql';

import type { CostReport } from '../../loading/operation/cost-recorder.js';
import type { RowsPath } from './shape.js';

/** The result of one operation. */
export interface Answer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly GraphQLFormattedError[];
  readonly account: CostReport;
}

/** Turns answers into text. */
export interface AnswerWriter {
  /** Text before the first answer. */
  readonly begin: () => string;
  /** The text of an answer, in pieces. */
  readonly add: (answer: Answer) => Iterable<string>;
  /** Text after the last answer, also after an interruption, so that the whole is valid. */
  readonly end: () => string;
}

/** Member of an NDJSON line that holds errors. GraphQL reserves names that start so, hence no alias can equal it. */
const ERRORS = '__errors';

/** Replaces a null of an answer that is due to errors. */
export class Failure {
  readonly errors: readonly GraphQLFormattedError[];

  constructor(errors: readonly GraphQLFormattedError[]) {
    this.errors = errors;
  }

  /** Text of a table cell, so that a failure is not mistaken for an empty value. */
  get cell(): string {
    const [first] = this.errors;
    const uids = first?.extensions?.uids;
    return `ERROR ${codeOf(first)}${Array.isArray(uids) && uids.length === 1 ? ` ${String(uids[0])}` : ''}`;
  }
}

/** The documented code of an error. */
export function codeOf(error: GraphQLFormattedError | undefined): string {
  const code = error?.extensions?.code;
  return typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR';
}

/** Puts a {@link Failure} into the data of an answer in place of each null that has an error. Returns the data. */
export function placeFailures({ data, errors }: Pick<Answer, 'data' | 'errors'>): unknown {
  const whole = { data: data as unknown };
  for (const error of errors) {
    place(whole, error);
  }
  return whole.data;
}

/** Where null is not allowed the parent becomes null, so that the path of an error may lead below it. */
function place(whole: object, error: GraphQLFormattedError): void {
  let holder = whole as Record<string | number, unknown>;
  let key: string | number = 'data';
  for (const step of error.path ?? []) {
    const value = holder[key];
    if (typeof value !== 'object' || value === null || value instanceof Failure) {
      break;
    }
    holder = value as Record<string | number, unknown>;
    key = step;
  }
  const value = holder[key];
  if (value instanceof Failure) {
    holder[key] = new Failure([...value.errors, error]);
  } else {
    holder[key] = value ?? new Failure([error]);
  }
}

/** JSON: one answer as GraphQL over HTTP has it, or a list of answers, one per line. */
export function jsonWriter(isList: boolean): AnswerWriter {
  let count = 0;
  return {
    begin: () => (isList ? '[' : ''),
    add: (answer) => {
      count += 1;
      return isList
        ? [`${count === 1 ? '' : ','}\n${JSON.stringify(membersOf(answer))}`]
        : [`${JSON.stringify(membersOf(answer), undefined, 2)}\n`];
    },
    end: () => (isList ? '\n]\n' : ''),
  };
}

function membersOf({ data, errors, account }: Answer): object {
  return { ...(errors.length > 0 && { errors }), data, extensions: { entrez: account } };
}

/**
 * NDJSON: one line per item of a list. An item with failures has their errors as `__errors`; errors beside the items get
 * lines of their own, so that none is lost.
 */
export function ndjsonWriter(path: RowsPath | undefined): AnswerWriter {
  return { begin: () => '', add: (answer) => linesOf(answer, path ?? []), end: () => '' };
}

function* linesOf(answer: Answer, path: RowsPath): Generator<string, void> {
  const written = new Set<GraphQLFormattedError>();
  for (const item of itemsAt(placeFailures(answer), path)) {
    const { text, errors } = lineOf(item);
    yield text;
    for (const error of errors) {
      written.add(error);
    }
  }
  const others = answer.errors.filter((error) => !written.has(error));
  if (others.length > 0) {
    yield `${JSON.stringify({ [ERRORS]: others })}\n`;
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

function lineOf(item: unknown): { readonly text: string; readonly errors: readonly GraphQLFormattedError[] } {
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
