import type { Cost, GatewayClient } from '../gateway/client.js';
import type { Failure } from '../gateway/failure-text.js';
import { type RecordRowFragment, SuggestDocument, type SuggestQuery } from '../generated/graphql.js';
import { graphRecord, type GraphRecord } from '../model/record.js';
import { kindsOf, type Scope, suggestionsFor } from './query-input.js';

/** Records that a text may mean. */
export interface Suggestions {
  /** Records that bear the text as their identifier or symbol. */
  readonly exact: readonly GraphRecord[];
  /** Records that a search found, without the exact ones. */
  readonly found: readonly GraphRecord[];
  /** How many more a search found. */
  readonly more: number;
  /** What the text was looked up as, in words. */
  readonly kinds: readonly string[];
  readonly failures: readonly Failure[];
  readonly cost: Cost | undefined;
}

/**
 * Looks up what a text may mean; undefined for a text that is too short. An identifier that does not exist is no failure
 * and no suggestion. Rejects only when the signal aborts.
 */
export async function suggest(
  client: GatewayClient,
  typed: string,
  scope: Scope,
  abort: AbortSignal,
): Promise<Suggestions | undefined> {
  const variables = suggestionsFor(typed, scope);
  if (!variables) {
    return undefined;
  }
  const { data, errors, cost } = await client.run(SuggestDocument, variables, abort);
  const missing = new Set(
    errors.filter(({ code, path }) => code === 'UNKNOWN_ID' && path[0] !== 'search').map(({ path }) => path[0]),
  );
  const exact = data ? namedIn(data, missing) : [];
  const hits = Object.values(data?.search ?? {}).flatMap(
    (connection): readonly RecordRowFragment[] => connection?.nodes ?? [],
  );
  const known = new Set(exact.map(({ id }) => id));
  const total = Object.values(data?.search ?? {}).reduce((sum, connection) => sum + (connection?.totalCount ?? 0), 0);
  return {
    exact,
    found: hits.filter(({ id }) => !known.has(id)).map((hit) => graphRecord(hit)),
    more: total - hits.length,
    kinds: kindsOf(variables),
    failures: errors.filter(({ code }) => code !== 'UNKNOWN_ID'),
    cost,
  };
}

function namedIn(data: SuggestQuery, missing: ReadonlySet<string | number | undefined>): readonly GraphRecord[] {
  const { search: _search, ...named } = data;
  return Object.entries(named).flatMap(([member, record]) =>
    record && !missing.has(member) ? [graphRecord(record)] : [],
  );
}
