import { type GraphQLFormattedError, Kind } from 'graphql';

import { Failure, placeFailures } from '../../rows/failures.js';
import { joined } from '../../rows/lists.js';
import type { Piece } from '../../rows/piece.js';
import type { Shape } from '../../rows/shape.js';
import type { Answer } from './answer.js';

/** Names of the members from the root to a list that has an item for each input. */
export type InputList = readonly string[];

/** The inputs of one operation. */
export interface InputsOfPart {
  /** As they are in the file; empty where there are none. */
  readonly inputs: readonly string[];
  /** Place of the first one among all. */
  readonly start: number;
}

/** Finds the lists of an answer that have an item for each entry of a variable: `records { gene(uids: $uids) }`. */
export function inputLists(shape: readonly Shape[], variable: string): readonly InputList[] {
  return shape.flatMap((field) => {
    const inside = field.isList || !field.fields ? [] : field.fields.map((each) => [field, each]);
    return [[field], ...inside].flatMap((way) => {
      const last = way.at(-1);
      return last?.isList && takes(last, variable) ? [way.map(({ name }) => name)] : [];
    });
  });
}

function takes({ nodes }: Shape, variable: string): boolean {
  return nodes.every(({ arguments: given = [] }) =>
    given.some(({ value }) => value.kind === Kind.VARIABLE && value.name.value === variable),
  );
}

/**
 * Divides an answer into one piece for each input. What the answer has beside the lists of inputs belongs to each of them.
 * Changes the data of the answer.
 */
export function* piecesOf(
  { data, errors }: Pick<Answer, 'data' | 'errors'>,
  { inputs, start }: InputsOfPart,
  lists: readonly InputList[],
): Generator<Piece, void> {
  const found = lists.map((list) => ({ list, items: valueAt(data, list) }));
  const fits = found.some(({ items }) => Array.isArray(items));
  if (inputs.length < 2 && !fits) {
    yield { input: inputs[0], data: placeFailures(data, errors), errors };
    return;
  }
  const byInput = new Map<number, GraphQLFormattedError[]>();
  const ofAll: GraphQLFormattedError[] = [];
  const shown = new Map<GraphQLFormattedError, GraphQLFormattedError>();
  for (const error of errors) {
    const index = indexIn(error, lists);
    const placed = globalError(error, lists, start);
    shown.set(error, placed);
    const own = index === undefined ? ofAll : (byInput.get(index.value) ?? []);
    own.push(placed);
    if (index !== undefined) {
      byInput.set(index.value, own);
    }
  }
  const placed = placeFailures(data, errors, (error) => shown.get(error) ?? error);
  if (lists.length === 0) {
    // The operation merges its inputs, as a union does.
    yield { input: joined(inputs), data: placed, errors };
    return;
  }
  for (const [index, input] of inputs.entries()) {
    const narrowed = lists.reduce((whole, list) => withItem(whole, list, index), placed);
    yield { input, data: narrowed, errors: [...(byInput.get(index) ?? []), ...ofAll] };
  }
}

interface Index {
  readonly value: number;
  /** Its place in the path of the error. */
  readonly at: number;
}

function indexIn({ path = [] }: GraphQLFormattedError, lists: readonly InputList[]): Index | undefined {
  const list = lists.find((names) => names.every((name, at) => path[at] === name));
  const value = list && path[list.length];
  return list && typeof value === 'number' ? { value, at: list.length } : undefined;
}

/** The error with the place of its input among all, not in its chunk. */
export function globalError(
  error: GraphQLFormattedError,
  lists: readonly InputList[],
  start: number,
): GraphQLFormattedError {
  const index = indexIn(error, lists);
  return index && start > 0 ? { ...error, path: (error.path ?? []).with(index.at, start + index.value) } : error;
}

function valueAt(data: unknown, list: InputList): unknown {
  return list.reduce(
    (value, name) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined,
    data,
  );
}

/** The same data, with one item in a list. */
function withItem(data: unknown, [name, ...rest]: InputList, index: number): unknown {
  if (name === undefined) {
    return Array.isArray(data) ? [data[index] ?? null] : data;
  }
  if (typeof data !== 'object' || data === null || data instanceof Failure) {
    return data;
  }
  const members = data as Readonly<Record<string, unknown>>;
  return { ...members, [name]: withItem(members[name], rest, index) };
}
