import { type RecordFactsFragment, SuggestDocument, type SuggestQuery } from './generated/graphql.js';
import { ask, type Cost } from './gateway.js';
import type { Failure } from './model/knowledge.js';
import { type Scope, suggestionsFor } from './model/query-input.js';
import { graphRecord, type GraphRecord } from './model/record.js';

/** Records that a text may mean. */
export interface Suggestions {
  readonly records: readonly GraphRecord[];
  /** How many more a search found. */
  readonly more: number;
  /** What could not be asked. */
  readonly failures: readonly Failure[];
  readonly cost: Cost | undefined;
}

/**
 * Asks what a text may mean; undefined for a text that is too short. A record that does not exist is no failure, but no
 * suggestion either. Rejects only when the signal aborts.
 */
export async function suggest(typed: string, scope: Scope, signal: AbortSignal): Promise<Suggestions | undefined> {
  const variables = suggestionsFor(typed, scope);
  if (!variables) {
    return undefined;
  }
  const { data, errors, cost } = await ask(SuggestDocument, variables, signal);
  const found = data ? recordsOf(data) : [];
  const missing = new Set(
    errors.filter(({ code, path }) => code === 'UNKNOWN_ID' && path[0] !== 'search').map(({ path }) => path[0]),
  );
  return {
    records: found.filter(({ member }) => !missing.has(member)).map(({ record }) => record),
    more: Object.values(data?.search ?? {}).reduce((sum, hits) => sum + (hits?.totalCount ?? 0), 0) - inSearch(found),
    failures: errors.filter(({ code }) => code !== 'UNKNOWN_ID'),
    cost,
  };
}

interface Found {
  readonly member: string;
  readonly record: GraphRecord;
}

function recordsOf({ search, ...named }: SuggestQuery): readonly Found[] {
  const byName = Object.entries(named).flatMap(([member, record]) => (record ? [{ member, record }] : []));
  const bySearch = Object.values(search).flatMap((hits) =>
    (hits?.nodes ?? []).map((record) => ({ member: 'search', record })),
  );
  return [...byName, ...bySearch].map(({ member, record }) => ({
    member,
    record: graphRecord(record as RecordFactsFragment),
  }));
}

function inSearch(found: readonly Found[]): number {
  return found.filter(({ member }) => member === 'search').length;
}
