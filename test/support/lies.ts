import { ERROR_CODES } from '../../src/eutils/failures/errors.js';
import type { GraphqlAnswer } from './running-gateway.js';

type Path = readonly (string | number)[];

/**
 * The paths at which an answer is neither true nor honest: it differs from the truth, and it is not null with an error
 * that says why at this path, or below it where the null came from there. An empty list in place of links is one.
 */
export function liesIn(answer: GraphqlAnswer, truth: GraphqlAnswer['data']): readonly string[] {
  const failed = (answer.errors ?? [])
    .filter(({ extensions }) => Object.hasOwn(ERROR_CODES, extensions.code))
    // Fields of one object that failed for one reason share an error.
    .flatMap(({ path = [], extensions }) =>
      Array.isArray(extensions.fields)
        ? extensions.fields.map((field: string) => [...path.slice(0, -1), field])
        : [path],
    );

  function compare(given: unknown, expected: unknown, path: Path): readonly string[] {
    if (given === null && expected !== null) {
      return failed.some((each) => path.every((step, depth) => each[depth] === step)) ? [] : [path.join('.')];
    }
    if (Array.isArray(given) && Array.isArray(expected) && given.length === expected.length) {
      return expected.flatMap((each, place) => compare(given[place], each, [...path, place]));
    }
    if (isRecord(given) && isRecord(expected)) {
      const names = new Set([...Object.keys(given), ...Object.keys(expected)]);
      return [...names].flatMap((name) => compare(given[name], expected[name], [...path, name]));
    }
    return Object.is(given, expected) ? [] : [path.join('.')];
  }

  return compare(answer.data, truth, []);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
