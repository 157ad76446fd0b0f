import type { GraphQLSchema } from 'graphql';

import { MAX_RECORDS } from '../../schema/records/roots.js';
import type { Variables } from './asker.js';
import { checkVariables, Mistakes, type Written } from './document.js';
import { idsVariable } from './ids.js';

/** Ids for a command, and what is known of how they are to be asked about. */
export interface GivenIds {
  readonly ids: readonly string[];
  /** The variable that takes them. */
  readonly variable?: string | undefined;
  /** How many of them one operation takes; default {@link MAX_RECORDS}, the most that list arguments take. */
  readonly chunk?: number | undefined;
}

/** One operation of a command: its variables, and how many of the ids it takes. */
export interface Part {
  readonly variables: Variables;
  readonly ids: number;
}

/** The operations of a command. They are made one by one, so that many ids take no more room than their list. */
export interface Parts extends Iterable<Part> {
  readonly count: number;
  /** Ids of all of them. */
  readonly ids: number;
  /** The most ids of one of them; 0 where there are none. */
  readonly idsEach: number;
}

/**
 * The operations of a command: one, or as many as it takes to ask about all ids.
 *
 * @throws Mistakes when the variables do not fit, or when there are no ids.
 */
export function partsOf(schema: GraphQLSchema, written: Written, variables: Variables, given?: GivenIds): Parts {
  const parts = given ? partsByIds(schema, written, variables, given) : onePart(variables);
  const [first] = parts;
  checkVariables(schema, written, first?.variables ?? {});
  return parts;
}

function onePart(variables: Variables): Parts {
  return { count: 1, ids: 0, idsEach: 0, [Symbol.iterator]: () => [{ variables, ids: 0 }].values() };
}

function partsByIds(
  schema: GraphQLSchema,
  written: Written,
  variables: Variables,
  { ids, variable, chunk }: GivenIds,
): Parts {
  const { name, isList } = idsVariable(schema, written, variables, variable);
  if (!isList && chunk !== undefined) {
    throw new Mistakes(`$${name} takes one id at a time; --chunk is for lists.`);
  }
  if (ids.length === 0) {
    throw new Mistakes('There are no ids to ask about.');
  }
  const idsEach = isList ? (chunk ?? MAX_RECORDS) : 1;
  return {
    count: Math.ceil(ids.length / idsEach),
    ids: ids.length,
    idsEach,
    *[Symbol.iterator]() {
      for (let start = 0; start < ids.length; start += idsEach) {
        const taken = ids.slice(start, start + idsEach);
        yield { variables: { ...variables, [name]: isList ? taken : taken[0] }, ids: taken.length };
      }
    },
  };
}
