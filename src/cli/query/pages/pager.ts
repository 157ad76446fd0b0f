import type { GraphQLFormattedError } from 'graphql';

import { type Connection, connectionsIn, itemLists } from '../../../rows/connections.js';
import type { PagedOperation } from '../../../rows/paged-operation.js';
import type { RowsPath } from '../../../rows/rows-path.js';
import type { Answer } from '../answer.js';
import { inOrder } from '../in-order.js';
import type { Variables } from '../input.js';
import type { InputList } from '../inputs.js';
import { AFTER, type Continuation, RECORD_ID } from './continuation.js';

/** Lists that are paged at a time: their calls are shared. */
const LISTS_AT_ONCE = 50;

type Path = readonly (string | number)[];
type Members = Record<string, unknown>;

/** Never seen: a record that has gone has an error. */
const NOT_LOADED: GraphQLFormattedError = {
  message: 'The rest of the list was not loaded. Run the command again.',
  extensions: { code: 'INTERNAL_SERVER_ERROR' },
};

/** A list in an answer. */
export interface PagedList {
  readonly continuation: Continuation;
  readonly value: Members;
  /** Where it is in the answer. */
  readonly path: Path;
  /** Id of the record that its further pages are loaded from. */
  readonly id: string | undefined;
}

/** The last known place in a list. */
export interface Bookmark {
  readonly cursor: string;
  /** Items before it. */
  readonly seen: number;
}

/** A further page of a list; null if it failed. */
export interface Page {
  readonly value: Members | null;
  /** With paths in the answer that holds the list, where the page takes the place of the first one. */
  readonly errors: readonly GraphQLFormattedError[];
}

export interface PagerOptions {
  readonly paged: Pick<PagedOperation, 'shape'>;
  /** Undefined where a list cannot be paged on. */
  readonly continuationOf: (connection: Connection) => Continuation | undefined;
  readonly execute: (continuation: Continuation, variables: Variables) => Promise<Pick<Answer, 'data' | 'errors'>>;
  /** Lists that are paged at a time. Default: as many as share calls well. */
  readonly atOnce?: number | undefined;
}

/** Loads what lies behind the pages of an answer. */
export class Pager {
  readonly continuations: readonly Continuation[];
  /** Lists that are paged at a time. */
  readonly atOnce: number;
  readonly #options: PagerOptions;

  constructor(options: PagerOptions) {
    this.#options = options;
    this.atOnce = options.atOnce ?? LISTS_AT_ONCE;
    this.continuations = [...connectionsIn(options.paged.shape)].flatMap((each) => options.continuationOf(each) ?? []);
  }

  /** Dotted paths of the lists that it can page. */
  get paths(): ReadonlySet<string> {
    return new Set(this.continuations.map(({ connection }) => connection.path.join('.')));
  }

  /** The list on the way to the rows that each input has at most one of; undefined where there is none. */
  streamed(rows: RowsPath, inputLists: readonly InputList[]): Continuation | undefined {
    const isGiven = (names: readonly string[]): boolean =>
      inputLists.some((list) => list.join('.') === names.join('.'));
    const onWay = this.continuations.find(({ connection: { path } }) =>
      path.every((name, index) => rows[index] === name),
    );
    const { way = [], path = [] } = onWay?.connection ?? {};
    return way.every(({ isList }, index) => !isList || isGiven(path.slice(0, index + 1))) ? onWay : undefined;
  }

  /**
   * Appends the rest of all lists but those of one connection. Changes the data.
   *
   * @param below - Only lists inside this connection.
   * @returns The errors of further pages.
   */
  async complete(
    data: unknown,
    variables: Variables,
    { except, below }: { readonly except?: Connection | undefined; readonly below?: Connection | undefined },
  ): Promise<readonly GraphQLFormattedError[]> {
    const errors: GraphQLFormattedError[] = [];
    // Outer lists come first, so that inner ones of their further items are found.
    for (const continuation of this.continuations) {
      const { connection } = continuation;
      if (connection !== except && (!below || (connection !== below && isInside(connection, below)))) {
        const work = (list: PagedList) => this.#toTheEnd(list, variables);
        const lists = [...listsIn(data, continuation)].filter(({ value }) => bookmarkOf(value, continuation));
        for await (const more of inOrder(lists, this.atOnce, work)) {
          errors.push(...more);
        }
      }
    }
    return errors;
  }

  /** Loads the page behind a place in a list. */
  async next({ continuation, path, id }: PagedList, { cursor }: Bookmark, variables: Variables): Promise<Page> {
    const given = { ...variables, [AFTER]: cursor, ...(id !== undefined && { [RECORD_ID]: id }) };
    const { data, errors } = await this.#options.execute(continuation, given);
    const value = continuation.path.reduce<unknown>(memberOf, data);
    const page = typeof value === 'object' ? (value as Members | null) : null;
    const all = page || errors.length > 0 ? errors : [NOT_LOADED];
    const placed = all.map((error) => ({
      ...error,
      path: [...path, ...(error.path ?? []).slice(continuation.path.length)],
    }));
    return { value: page, errors: placed };
  }

  async #toTheEnd(list: PagedList, variables: Variables): Promise<readonly GraphQLFormattedError[]> {
    const { value, continuation } = list;
    const errors: GraphQLFormattedError[] = [];
    let mark = bookmarkOf(value, continuation);
    while (mark) {
      const page = await this.next(list, mark, variables);
      const { seen } = mark;
      errors.push(...page.errors.map((error) => shiftedError(error, list, seen)));
      if (!page.value) {
        break;
      }
      for (const name of itemLists(continuation.connection.shape)) {
        value[name] = [...(value[name] as readonly unknown[]), ...((page.value[name] ?? []) as readonly unknown[])];
      }
      value.pageInfo = page.value.pageInfo;
      mark = bookmarkOf(page.value, continuation, mark.seen);
    }
    return errors;
  }
}

/** The place behind a page; undefined if the list ends there. */
export function bookmarkOf(page: Members, { connection }: Continuation, before = 0): Bookmark | undefined {
  const info = page.pageInfo as Readonly<Members> | null | undefined;
  const cursor = info?.hasNextPage === true ? info.endCursor : undefined;
  const [name = ''] = itemLists(connection.shape);
  const items = page[name];
  return typeof cursor === 'string' ? { cursor, seen: before + (Array.isArray(items) ? items.length : 0) } : undefined;
}

/** The lists of a connection in an answer. */
export function* listsIn(data: unknown, continuation: Continuation): Generator<PagedList, void> {
  const { connection, anchor } = continuation;
  const walk = function* (value: unknown, depth: number, path: Path, id?: string): Generator<PagedList, void> {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) {
        yield* walk(item, depth, [...path, index], id);
      }
    } else if (typeof value === 'object' && value !== null) {
      const members = value as Members;
      const anchored = depth - 1 === anchor && typeof members.id === 'string' ? members.id : id;
      const next = connection.way[depth];
      if (next) {
        yield* walk(members[next.name], depth + 1, [...path, next.name], anchored);
      } else if (anchor === undefined || anchored !== undefined) {
        yield { continuation, value: members, path, id: anchored };
      }
    }
  };
  yield* walk(data, 0, []);
}

function isInside({ path }: Connection, { path: outer }: Connection): boolean {
  return outer.every((name, index) => path[index] === name);
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Members>)[name] : undefined;
}

/** An error of a page with the place of its item in the whole list. */
export function shiftedError(
  error: GraphQLFormattedError,
  { path: above, continuation }: Pick<PagedList, 'path' | 'continuation'>,
  seen: number,
): GraphQLFormattedError {
  const { path = [] } = error;
  const [list, index] = path.slice(above.length);
  const lists = itemLists(continuation.connection.shape);
  return typeof index === 'number' && typeof list === 'string' && lists.includes(list)
    ? { ...error, path: path.with(above.length + 1, index + seen) }
    : error;
}
