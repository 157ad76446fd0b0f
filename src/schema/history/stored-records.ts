import { createHash } from 'node:crypto';

import type { GraphQLResolveInfo } from 'graphql';

import type { SearchQuestion } from '../../eutils/search/esearch.js';
import type { StoredSet } from '../../eutils/search/history.js';
import { badInput } from '../core/arguments.js';
import type { Builder } from '../core/builder.js';
import type { Context } from '../core/context.js';
import { Cursors } from '../core/cursor.js';
import { checkPageSize, DEFAULT_PAGE, type PageArgs } from '../core/paging.js';
import type { RecordSet } from '../cost/record-set.js';
import { estimatePage } from '../cost/estimates/search.js';
import type { EstimateScope } from '../cost/dry-run-scope.js';
import { pageWithin, SearchConnection, windowOf } from '../search/search-connection.js';
import { warnOfWindow } from '../search/search-warnings.js';
import { ownSelection, selects } from '../core/selection.js';
import type { SharedTypes } from '../records/record-interface.js';

/** A stored set and the database of its records, which NCBI does not tell. */
export interface StoredRecords extends StoredSet {
  readonly db: string;
}

export type StoredPageArgs = Pick<PageArgs, 'first' | 'after'>;

/** A page of a stored set as its arguments and the selection below it ask for it. */
interface StoredPage {
  readonly cursors: Cursors;
  readonly question: SearchQuestion;
}

/**
 * One page of a stored set, which ESearch gives. A set never changes, so pages are remembered like those of a search.
 *
 * @throws EntrezError `BAD_USER_INPUT` naming the argument; `HISTORY_EXPIRED`; the failure of ESearch.
 */
export async function pageOfSet(
  set: StoredRecords,
  page: StoredPageArgs,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<SearchConnection> {
  const { cursors, question } = readPage(set, page, info);
  const answer = await context.loaders.search(question, context.operation);
  warnOfWindow(answer.count, windowOf(set.db), context, info);
  return new SearchConnection(set.db, cursors, { page: pageWithin(answer, windowOf(set.db)) });
}

/** Acts out the same. */
export function estimatePageOfSet(set: StoredRecords, page: StoredPageArgs, scope: EstimateScope): RecordSet[] {
  return estimatePage(readPage(set, page, scope.info).question, scope);
}

function readPage(set: StoredRecords, { first, after }: StoredPageArgs, info: GraphQLResolveInfo): StoredPage {
  checkPageSize({ first });
  const cursors = new Cursors(`history:${set.db}:${digest(set)}`);
  const retstart = after == null ? 0 : cursors.decode(after, 'after').index + 1;
  const window = windowOf(set.db) ?? Infinity;
  if (after != null && retstart >= window) {
    throw badInput('after', after, `Use a cursor of the first ${window} records, which are all that NCBI lists.`);
  }
  const selected = ownSelection(info);
  const wantsRecords = ['edges', 'nodes', 'pageInfo'].some((field) => selects(info, selected, field));
  const retmax = wantsRecords ? Math.min(first ?? DEFAULT_PAGE, window - retstart) : 0;
  return { cursors, question: searchOf(set, retstart, retmax) };
}

/**
 * How many records a stored set has.
 *
 * @throws EntrezError `HISTORY_EXPIRED`; the failure of ESearch.
 */
export async function countOfSet(set: StoredRecords, { loaders, operation }: Context): Promise<number> {
  return (await loaders.search(searchOf(set, 0, 0), operation)).count;
}

/** Builds the connection type of stored records. */
export function storedRecordConnectionType(builder: Builder, { record, pageInfo }: SharedTypes) {
  const edge = builder.objectRef<SearchConnection['edges'][number]>('StoredRecordEdge').implement({
    description: 'A record of a stored set.',
    fields: (t) => ({
      node: t.expose('node', { type: record, nullable: false, description: 'The record.' }),
      cursor: t.exposeString('cursor', { nullable: false, description: 'Where this record stands; for after.' }),
    }),
  });
  return builder.objectRef<SearchConnection>('StoredRecordConnection').implement({
    description: 'One page of the records of a stored set.',
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        nullable: false,
        description: 'The records of this page, with their cursors.',
        resolve: ({ edges }) => edges,
      }),
      nodes: t.field({
        type: [record],
        nullable: false,
        description: 'The records of this page.',
        resolve: ({ nodes }) => nodes,
      }),
      pageInfo: t.expose('pageInfo', { type: pageInfo, nullable: false, description: 'Where this page stands.' }),
      totalCount: t.int({
        nullable: false,
        description: 'How many records the set has.',
        resolve: ({ totalCount }) => totalCount,
      }),
    }),
  });
}

function searchOf({ db, webEnv, queryKey }: StoredRecords, retstart: number, retmax: number): SearchQuestion {
  return { db, term: `#${queryKey}`, webEnv, retstart, retmax };
}

/** Stands for the set in cursors, which may be logged and passed on where its `webEnv` should not be. */
function digest({ webEnv, queryKey }: StoredSet): string {
  return createHash('sha256').update(`${webEnv} ${queryKey}`).digest('base64url').slice(0, 16);
}
