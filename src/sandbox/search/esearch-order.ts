import { searchOrders, type SearchOrder } from '../../catalog/search-orders.js';
import type { Query } from './esearch-query.js';
import { newestFirst, type RecordFacts } from '../sample-graph.js';
import { sortableDate } from './search-dates.js';

/** The fact that an order sorts by, ascending; what has none of it comes first. */
const SORTED_BY: Partial<Record<SearchOrder, string>> = {
  AUTHOR: 'authors',
  JOURNAL_NAME: 'journal',
  NAME: 'symbol',
  CHROMOSOME: 'chromosome',
  ACCESSION: 'accession',
  ORGANISM: 'organism',
  TAXONOMY_ID: 'taxid',
  SEQUENCE_LENGTH: 'length',
};

/** The order that a `sort` parameter names: null without one, undefined for a name that NCBI does not know. */
export function readOrder(db: string, sort: string | undefined): SearchOrder | null | undefined {
  if (sort === undefined || plain(sort) === 'default order') {
    return null;
  }
  return [...searchOrders(db)].find(([, name]) => plain(name) === plain(sort))?.[0];
}

/** Clients write `pub+date` as well as `pub_date`. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_]+/g, ' ');
}

/** What NCBI remarks when it leaves out an order that it does not know, in lower case (observed 2026). */
export function unknownOrder(sort: string): string {
  return `Unknown sort schema '${sort.toLowerCase()}' ignored`;
}

/**
 * Puts hits in an order. Newest first is the order without one, for those that the sample has no facts of, and among
 * equals.
 *
 * Relevance is the sandbox's own: how many words of the query the title or name of a record has.
 */
export function inOrder(
  hits: ReadonlySet<string>,
  order: SearchOrder | null | undefined,
  query: Query,
  facts: (uid: string) => RecordFacts,
): readonly string[] {
  const newest = newestFirst(hits);
  const falling = (key: (uid: string) => string | number): readonly string[] => {
    const keyed = newest.map((uid) => ({ uid, key: key(uid) }));
    return keyed.toSorted((a, b) => compare(b.key, a.key)).map(({ uid }) => uid);
  };
  if (order === 'PUB_DATE') {
    return falling((uid) => dateOf(facts(uid)));
  }
  if (order === 'RELEVANCE') {
    const words = new Set(wordsOf(query));
    return falling((uid) => wordsIn(facts(uid)).filter((word) => words.has(word)).length);
  }
  const member = order && SORTED_BY[order];
  if (!member) {
    return newest;
  }
  const keys = new Map(newest.map((uid) => [uid, textOf(facts(uid)[member])]));
  return newest.toSorted((a, b) => (keys.get(a) ?? '').localeCompare(keys.get(b) ?? '', 'en', { numeric: true }));
}

/** A list of 250,000 articles is sorted again for each part of it that is requested. */
const dates = new WeakMap<RecordFacts, string>();

function dateOf(facts: RecordFacts): string {
  let date = dates.get(facts);
  if (date === undefined) {
    date = sortableDate(textOf(facts.pubdate)) ?? sortableDate(textOf(facts.year)) ?? '';
    dates.set(facts, date);
  }
  return date;
}

/** The words that are looked for; not those behind NOT. */
function wordsOf(query: Query): readonly string[] {
  switch (query.kind) {
    case 'term':
      return split(query.text);
    case 'range':
      return [];
    case 'group':
      return wordsOf(query.inner);
    case 'operation':
      return [...wordsOf(query.left), ...(query.operator === 'NOT' ? [] : wordsOf(query.right))];
    default:
      throw new Error(`unknown part of a query ${JSON.stringify(query satisfies never)}`);
  }
}

/** Without repeats. */
function wordsIn({ title, symbol, name, scientificName }: RecordFacts): readonly string[] {
  return [...new Set(split([title, symbol, name, scientificName].map(textOf).join(' ')))];
}

function split(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function textOf(value: RecordFacts[string] | undefined): string {
  return value === undefined ? '' : String(value);
}

function compare(a: string | number, b: string | number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
