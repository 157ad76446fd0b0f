import type { GraphQLFormattedError } from 'graphql';

import type { Answer } from './asker.js';

/** Stands in an answer where a null is there for a failure. */
export class Failure {
  readonly errors: readonly GraphQLFormattedError[];

  constructor(errors: readonly GraphQLFormattedError[]) {
    this.errors = errors;
  }

  /** What a cell of a table says, so that it is not taken for an empty one. */
  get cell(): string {
    const [first] = this.errors;
    const uids = first?.extensions?.uids;
    return `ERROR ${codeOf(first)}${Array.isArray(uids) && uids.length === 1 ? ` ${String(uids[0])}` : ''}`;
  }
}

/** The code of an error, as documented. */
export function codeOf(error: GraphQLFormattedError | undefined): string {
  const code = error?.extensions?.code;
  return typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR';
}

/** Puts a {@link Failure} into the data of an answer, at the place of each null that has an error. Gives the data. */
export function placeFailures({ data, errors }: Pick<Answer, 'data' | 'errors'>): unknown {
  const whole = { data: data as unknown };
  for (const error of errors) {
    place(whole, error);
  }
  return whole.data;
}

/** A null where none is allowed makes its parent null, so that paths may lead on below it. */
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
