import type { SandboxContext } from '../context.js';
import { type Evaluation, evaluateQuery } from './esearch-evaluate.js';
import { inOrder, readOrder, unknownOrder } from './esearch-order.js';
import { parseQuery, type Query } from './esearch-query.js';
import type { Parameters } from '../http/parameters.js';
import { dayOf } from './search-dates.js';
import { unableToObtain } from '../history/stored-input.js';

/** A finished search: all hits in order, and what was understood. */
export interface SearchResult extends Evaluation {
  readonly uids: readonly string[];
  readonly phrasesIgnored: readonly string[];
  /** What else is to be said, such as that an order is not known. */
  readonly remarks: readonly string[];
  /** Why the search could not be made: a stored set it names is gone. */
  readonly error?: string;
}

/** Searches with a term and the field, date and sort parameters of a request; ELink filters with it too. */
export function search(term: string, db: string, params: Parameters, context: SandboxContext): SearchResult {
  const { search: index, graph, stored, today } = context;
  const { query, ignored } = parseQuery(term);
  const sort = params.get('sort');
  const order = readOrder(db, sort);
  const remarks = sort !== undefined && order === undefined ? [unknownOrder(sort)] : [];
  const right = dateRange(params, today());
  const dated =
    query === undefined || right === undefined
      ? query
      : ({ kind: 'operation', operator: 'AND', left: query, right } as const);
  if (query === undefined || dated === undefined) {
    return { ...NOTHING, uids: [], phrasesIgnored: ignored, remarks };
  }

  const evaluation = evaluateQuery(dated, db, index, {
    field: params.get('field'),
    stored: (queryKey) => {
      const set = stored.read(params.get('webenv') ?? '', queryKey);
      return set?.db === db ? set.uids : undefined;
    },
  });
  const [missing] = evaluation.missingSets;
  return {
    ...evaluation,
    uids: inOrder(evaluation.hits, order, query, (uid) => graph.record(db, uid) ?? {}),
    phrasesIgnored: ignored,
    remarks,
    ...(missing !== undefined && { error: unableToObtain(missing) }),
  };
}

const NOTHING: Evaluation = {
  hits: new Set(),
  translation: '',
  stack: [],
  translations: [],
  phrasesNotFound: [],
  quotedPhrasesNotFound: [],
  missingSets: [],
  droppedTags: [],
};

/** Days back to a time before every record, and no further than a `Date` can go. */
const LONGEST_SPAN_DAYS = 300_000;

/** `reldate` or `mindate` and `maxdate` as part of the query; `undefined` when the request names no date. */
function dateRange(params: Parameters, today: Date): Query | undefined {
  const field = params.get('datetype') ?? 'pdat';
  const days = params.count('reldate', 0);
  if (days > 0) {
    const from = days > LONGEST_SPAN_DAYS ? '1000' : dayOf(new Date(today.getTime() - days * 86_400_000));
    return { kind: 'range', from, to: dayOf(today), field };
  }
  const [from, to] = [params.get('mindate'), params.get('maxdate')];
  return from === undefined && to === undefined
    ? undefined
    : { kind: 'range', from: from ?? '1000', to: to ?? '3000', field };
}
