import type { GraphQLFormattedError } from 'graphql';

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

/**
 * Puts a {@link Failure} into data in place of each null that has an error. Changes the data.
 *
 * @param shown - The form of an error that the failure holds. Default: the error itself.
 * @returns The data.
 */
export function placeFailures(
  data: unknown,
  errors: readonly GraphQLFormattedError[],
  shown: (error: GraphQLFormattedError) => GraphQLFormattedError = (error) => error,
): unknown {
  const whole = { data };
  for (const error of errors) {
    const failure = shown(error);
    for (const path of pathsOf(error)) {
      place(whole, path, failure);
    }
  }
  return whole.data;
}

/** The places of an error: fields of one object that failed for one reason share it. */
function pathsOf({ path = [], extensions }: GraphQLFormattedError): readonly (readonly (string | number)[])[] {
  const fields = extensions?.fields;
  return Array.isArray(fields) ? fields.map((field: string | number) => [...path.slice(0, -1), field]) : [path];
}

/** Where null is not allowed the parent becomes null, so that the path of an error may lead below it. */
function place(whole: object, path: readonly (string | number)[], error: GraphQLFormattedError): void {
  let holder = whole as Record<string | number, unknown>;
  let key: string | number = 'data';
  for (const step of path) {
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
