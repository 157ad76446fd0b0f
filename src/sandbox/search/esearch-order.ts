import type { Query } from './esearch-query.js';
import { newestFirst, type RecordFacts } from '../sample-graph.js';
import { sortableDate } from './search-dates.js';

/**
 * Puts hits in the order of a `sort` parameter: by publication date, author, title or journal, or by relevance. Newest
 * first is the order without one, for unknown ones, and among equals.
 *
 * Relevance is the sandbox's own: how many words of the query the title or name of a record has.
 */
export function inOrder(
  hits: ReadonlySet<string>,
  sort: string | undefined,
  query: Query,
  facts: (uid: string) => RecordFacts,
): readonly string[] {
  const newest = newestFirst(hits);
  const rising = (member: string): readonly string[] => {
    const keys = new Map(newest.map((uid) => [uid, textOf(facts(uid)[member])]));
    return newest.toSorted((a, b) => (keys.get(a) ?? '').localeCompare(keys.get(b) ?? '', 'en'));
  };
  const falling = (key: (uid: string) => string | number): readonly string[] => {
    const keyed = newest.map((uid) => ({ uid, key: key(uid) }));
    return keyed.toSorted((a, b) => compare(b.key, a.key)).map(({ uid }) => uid);
  };
  switch (sort?.toLowerCase().replaceAll(/[\s_+]/g, '')) {
    case 'pubdate':
    case 'pubmed':
      return falling((uid) => dateOf(facts(uid)));
    case 'relevance': {
      const words = new Set(wordsOf(query));
      return falling((uid) => wordsIn(facts(uid)).filter((word) => words.has(word)).length);
    }
    case 'author':
    case 'firstauthor':
      return rising('authors');
    case 'title':
      return rising('title');
    case 'journal':
    case 'journalname':
      return rising('journal');
    default:
      return newest;
  }
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
