import { createHash } from 'node:crypto';

import type { ArgBuilder } from '@pothos/core';
import { getNamedType, type GraphQLObjectType, type GraphQLResolveInfo } from 'graphql';

import type { Catalog } from '../../catalog/catalog.js';
import { typeName } from '../../catalog/names.js';
import { SEARCH_ORDERS, searchOrders, type SearchOrder } from '../../catalog/search-orders.js';
import type { SearchQuestion } from '../../eutils/search/esearch.js';
import type { SpellingQuestion } from '../../eutils/search/espell.js';
import { badInput } from '../core/arguments.js';
import type { Builder } from '../core/builder.js';
import type { Context } from '../core/context.js';
import { Cursors } from '../core/cursor.js';
import { type DatesInput, parseDates } from '../core/date-arguments.js';
import type { RecordRef } from '../links/link-fields.js';
import { checkPageSize, DEFAULT_PAGE, MAX_PAGE } from '../core/paging.js';
import { checkTerm } from '../core/query-arguments.js';
import { estimated } from '../cost/dry-run-extension.js';
import { estimatePage, estimateSpelling } from '../cost/estimates/search.js';
import { type DeepRequest, estimateDeepPage, loadDeepPage, readPlace } from './deep-pages.js';
import { pageWithin, SearchConnection, searchConnectionType, type SearchPage, windowOf } from './search-connection.js';
import { ownSelection, selectedBelow } from '../core/selection.js';
import { warnOfOrder, warnOfRemarks } from './search-warnings.js';
import type { SharedTypes } from '../records/record-interface.js';

interface SearchArgs extends DatesInput {
  readonly term: string;
  readonly sort?: SearchOrder | null | undefined;
  readonly field?: string | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** Adds `search { pubmed(term:) ... }` with a connection for each database. */
export function addSearch(
  builder: Builder,
  catalog: Catalog,
  shared: SharedTypes,
  recordOf: (db: string) => RecordRef,
): void {
  const searches = builder
    .objectRef<object>('Search')
    .implement({ description: 'Searches, one field for each database.' });
  const order = buildSearchOrder(builder);
  const connections = new Map(
    catalog.records.map(({ name }) => [name, searchConnectionType(builder, shared, typeName(name), recordOf(name))]),
  );
  for (const { name, label, aliasOf: db = name } of catalog.databases) {
    const type = connections.get(db);
    if (!type) {
      continue;
    }
    const window = windowOf(db);
    const reach =
      window === null
        ? ''
        : ` The first ${window} hits are in the order of "sort"; those behind, which NCBI does not list, follow by falling uids.`;
    builder.objectField(searches, name, (t) =>
      t.field({
        type,
        description: `Searches ${label} as its search box does.${reach}`,
        args: searchArguments(t, order, shared.dates),
        extensions: estimated((_searches, args: SearchArgs, scope) => {
          const { page, spelling } = readSearch(db, args, scope.info);
          const spelt = spelling ? estimateSpelling(spelling, scope) : [];
          if (!page) {
            return spelt;
          }
          return [...spelt, ...('place' in page ? estimateDeepPage(page, scope) : estimatePage(page, scope))];
        }),
        resolve: (_searches, args, context, info) => search(db, args, context, info),
      }),
    );
  }
  builder.queryField('search', (t) =>
    t.field({
      type: searches,
      nullable: false,
      description: 'Searches, one field for each database.',
      resolve: () => ({}),
    }),
  );
}

/** What a search field asks for, as its arguments and the selection below it decide. */
interface SearchRequest {
  readonly cursors: Cursors;
  /** The page of hits, as one call gives it or cut from whole windows; undefined where nobody looks at the search itself. */
  readonly page: SearchQuestion | DeepRequest | undefined;
  readonly spelling: SpellingQuestion | undefined;
}

/** @throws EntrezError `BAD_USER_INPUT` naming the argument. */
function readSearch(db: string, args: SearchArgs, info: GraphQLResolveInfo): SearchRequest {
  const { first, after } = args;
  checkPageSize({ first });
  const term = checkTerm(args.term, 'term');
  const query = {
    db,
    term,
    sort: readOrder(db, args.sort),
    field: notBlank(args.field, 'field'),
    ...parseDates(args, db),
  };
  const cursors = new Cursors(`search:${db}:${digest(query)}`);
  const isWindowed = windowOf(db) !== null;
  const place = isWindowed ? readPlace(cursors, after) : undefined;
  const retstart = after == null || isWindowed ? 0 : cursors.decode(after, 'after').index + 1;

  const type = getNamedType(info.returnType) as GraphQLObjectType;
  const selected = new Set(selectedBelow(info, ownSelection(info), type).map(({ field }) => field.name));
  // Only what the query selects is asked for.
  const spelling = selected.delete('spelling') ? { db, term } : undefined;
  const wantsHits = ['edges', 'nodes', 'pageInfo'].some((name) => selected.has(name));
  const size = first ?? DEFAULT_PAGE;
  // Who pages on, or wants as much as possible, gets further pages from the same call.
  const isDeep = wantsHits && (after != null || size >= MAX_PAGE);
  const page =
    place && isDeep
      ? { search: query, place, size, wantsTranslation: selected.has('queryTranslation') }
      : { ...query, retstart, retmax: wantsHits ? size : 0 };
  return {
    cursors,
    spelling,
    page: selected.size > 0 ? page : undefined,
  };
}

async function search(
  db: string,
  args: SearchArgs,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<SearchConnection> {
  const { loaders, operation } = context;
  const { cursors, page: request, ...asked } = readSearch(db, args, info);
  const spelling = asked.spelling && loaders.spelling(asked.spelling, operation);
  if (spelling instanceof Promise) {
    spelling.catch(leaveToField);
  }
  const page = request && (await loadPage(request, context, info));
  if (page) {
    warnOfRemarks(page.answer, context, info);
    warnOfOrder(page.totalCount, windowOf(db), context, info);
  }
  return new SearchConnection(db, cursors, { page, spelling });
}

async function loadPage(
  request: SearchQuestion | DeepRequest,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<SearchPage> {
  if ('place' in request) {
    return loadDeepPage(request, context, info);
  }
  return pageWithin(await context.loaders.search(request, context.operation), null);
}

/** The field `spelling` meets the same failure when it is resolved, and reports it at its own path. */
function leaveToField(_error: unknown): void {
  // Nothing to do before that.
}

/** NCBI's name for an order. */
function readOrder(db: string, order: SearchOrder | null | undefined): string | undefined {
  if (order == null) {
    return undefined;
  }
  const orders = searchOrders(db);
  const name = orders.get(order);
  if (name === undefined) {
    const use = `Use ${[...orders.keys()].join(' or ')}, or leave it out.`;
    throw badInput('sort', order, use, `, but ${db} has no such order`);
  }
  return name;
}

function notBlank(value: string | null | undefined, argument: string): string | undefined {
  if (value?.trim() === '') {
    throw badInput(argument, value, 'Enter a value, or leave it out.');
  }
  return value?.trim();
}

/** Stands for a query in cursors: a term may be long, and each edge has a cursor. */
function digest(query: object): string {
  return createHash('sha256').update(JSON.stringify(query)).digest('base64url').slice(0, 16);
}

function buildSearchOrder(builder: Builder) {
  return builder.enumType('SearchOrder', {
    description: 'Order of hits by what NCBI sorts a database by.',
    values: Object.fromEntries(
      Object.entries(SEARCH_ORDERS).map(([name, description]) => [name, { description }]),
    ) as Record<SearchOrder, { readonly description: string }>,
  });
}

function searchArguments(
  t: { readonly arg: ArgBuilder<Builder['$inferSchemaTypes']> },
  order: ReturnType<typeof buildSearchOrder>,
  dates: SharedTypes['dates'],
) {
  return {
    term: t.arg.string({
      required: true,
      description: 'Query in the language of Entrez, such as TP53[gene] AND human[orgn].',
    }),
    field: t.arg.string({ description: 'Search field for words of the term without one, such as title.' }),
    sort: t.arg({ type: order, description: "Order of the hits. Default: NCBI's own." }),
    dateType: t.arg(dates.dateType),
    minDate: t.arg(dates.minDate),
    maxDate: t.arg(dates.maxDate),
    relDate: t.arg(dates.relDate),
    publishedBetween: t.arg(dates.publishedBetween),
    first: t.arg.int({ description: `How many hits, 0 to ${MAX_PAGE}. Default: ${DEFAULT_PAGE}.` }),
    after: t.arg.string({ description: 'Cursor behind which the page starts.' }),
  };
}
