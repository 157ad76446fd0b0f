import type { GraphQLResolveInfo } from 'graphql';

import { atOnce, inSlices, type Sliced } from '../../../eutils/body/slices.js';
import { EntrezError } from '../../../eutils/failures/errors.js';
import { searchAmong } from '../../../loading/definitions/filtered-links.js';
import { combineLists, type SetOperation } from '../../../loading/graph/combine-lists.js';
import { sourcesOf } from '../../../loading/graph/sources-of.js';
import { type Links, mixedOrigin } from '../../../loading/values/link-list.js';
import type { Context } from '../../core/context.js';
import type { EntrezRecord } from '../../core/record.js';
import { LinkConnection, linkCursors } from '../../links/link-connection.js';
import { listByDate } from '../../links/list-by-date.js';
import type { LinkSetRequest, NamedList } from './link-set-request.js';
import { degradeBy, type MissingList, type SourceLists, trySourceLists } from '../source-lists.js';

/** A record of a set. */
export interface LinkSetEdge {
  readonly node: EntrezRecord;
  readonly cursor: string;
  /** Labels of the lists that hold it. */
  readonly lists: readonly string[];
}

/** A list whose sources were loaded. */
interface Loaded extends SourceLists {
  readonly given: NamedList;
  readonly label: string;
}

/** The same, with the different links of its sources. */
interface United extends Loaded {
  readonly links: Links;
}

/** A page of the records of a set operation over lists, with what is missing. */
export class LinkSet {
  readonly page: LinkConnection;
  readonly missing: readonly MissingList[];
  readonly #lists: readonly { readonly label: string; readonly links: Links }[];
  #edges: Promise<LinkSetEdge[]> | undefined;

  /** @param lists - That were combined. */
  constructor(
    page: LinkConnection,
    lists: readonly { readonly label: string; readonly links: Links }[],
    missing: readonly MissingList[],
  ) {
    this.page = page;
    this.missing = missing;
    this.#lists = lists;
  }

  get complete(): boolean {
    return this.missing.length === 0;
  }

  get edges(): Promise<LinkSetEdge[]> {
    this.#edges ??= this.#loadEdges();
    return this.#edges;
  }

  async #loadEdges(): Promise<LinkSetEdge[]> {
    const { edges } = this.page;
    const lists = this.#lists.map(({ links }) => ({ uids: links.uids }));
    const uids = edges.map(({ node }) => node.uid);
    const holders = await inSlices(sourcesOf(uids, lists));
    return edges.map(({ node, cursor }, index) => ({
      node,
      cursor,
      lists: (holders[index]?.lists ?? []).flatMap((list) => this.#lists[list]?.label ?? []),
    }));
  }
}

/**
 * Loads lists and combines them.
 *
 * @throws EntrezError the failure of a list without which the set could be wrong and not only too short.
 */
export async function loadLinkSet(
  request: LinkSetRequest,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<LinkSet> {
  const { operation, link, owner, args } = request;
  const loaded = await Promise.all(
    request.lists.map(async (given): Promise<Loaded> => {
      const { label, sources, question, minScore } = given;
      const { lists, missing } = await trySourceLists(sources, question, minScore, context, info);
      return { given, label, lists, missing: missing.map((each) => ({ ...each, list: label })) };
    }),
  );
  checkLoaded(loaded, operation);
  const united: United[] = [];
  for (const list of loaded) {
    // One after the other: slices of work that goes on side by side would run without a pause between them.
    united.push({ ...list, links: await inSlices(unionOf(list.lists)) });
  }
  const lists = await Promise.all(united.map((list) => filterList(list, context)));
  checkLoaded(lists, operation);
  const missing = lists.flatMap((list) => list.missing);
  degradeBy(missing, context);
  const all = lists.map(({ links }) => links);
  const combined = await inSlices(combine(all, operation, orderOf(args)));
  const links =
    args.orderBy === 'DATE'
      ? await listByDate({ links: combined, db: link.to }, args, linkCursors(owner, link), context)
      : combined;
  return new LinkSet(new LinkConnection(owner, link, links, args), lists, missing);
}

/** The order in which the records of a set are counted out. */
export function orderOf({ orderBy }: LinkSetRequest['args']): 'sources' | 'uid' {
  return orderBy === 'UID' ? 'uid' : 'sources';
}

/** The links of a set operation over lists; by date they are put into order afterwards. */
export function* combine(
  lists: readonly Links[],
  operation: SetOperation,
  order: 'sources' | 'uid' = 'uid',
): Sliced<Links> {
  const all = lists.map(({ uids }) => uids);
  const uids = yield* combineLists(all, operation, order);
  const [first = { source: 'ELINK', asOf: Date.now() } as const, ...others] = lists;
  return { uids, bytes: uids.bytes, ...mixedOrigin(first, others) };
}

/** The different links of the sources of a list. */
function unionOf(lists: SourceLists['lists']): Sliced<Links> {
  return combine(
    lists.map(({ links }) => links),
    'UNION',
  );
}

/** A list whose filter fails has no known links: with all of them, the set could be too long. */
async function filterList(list: United, context: Context): Promise<United> {
  const { given, label, links, lists, missing } = list;
  const { filter, question } = given;
  if (!filter || links.uids.length === 0) {
    return list;
  }
  try {
    const whole = { links, db: question.link.to };
    return { ...list, links: await searchAmong(context.loaders, whole, filter, context.operation) };
  } catch (error) {
    if (!(error instanceof EntrezError) || error.code === 'BAD_USER_INPUT') {
      throw error;
    }
    const unfiltered = lists.map(({ input, source }) => ({ input, source, list: label, failure: error }));
    return { ...list, lists: [], missing: [...missing, ...unfiltered], links: atOnce(unionOf([])) };
  }
}

/** Refuses a set that would be wrong, and not only too short, for want of links. */
function checkLoaded(lists: readonly Loaded[], operation: SetOperation): void {
  const isEmpty = (list: Loaded): boolean => list.lists.length === 0;
  for (const [index, list] of lists.entries()) {
    const [first] = list.missing;
    if (!first) {
      continue;
    }
    const { failure, input } = first;
    const name = JSON.stringify(list.label);
    if (operation === 'DIFFERENCE' && index > 0) {
      throw told(failure, `Cannot subtract list ${name}: the links of ${JSON.stringify(input)} are missing.`);
    }
    if (isEmpty(list) && (operation !== 'UNION' || lists.every(isEmpty))) {
      throw told(failure, `Cannot load list ${name}.`);
    }
  }
}

function told(failure: EntrezError, fact: string): EntrezError {
  const { code, message, retryable, scope, details } = failure;
  return new EntrezError(code, `${fact} ${message}`, { ...details, retryable, scope, cause: failure });
}
