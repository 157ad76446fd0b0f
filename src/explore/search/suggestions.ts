import type { Cost, GatewayClient } from '../gateway/client.js';
import type { Failure } from '../gateway/failure-text.js';
import {
  type MatchKind,
  type RecordRowFragment,
  SuggestDocument,
  type SuggestQueryVariables,
} from '../generated/graphql.js';
import { graphRecord, type GraphRecord } from '../model/record.js';
import { sumOfCosts } from '../state/operations.js';
import {
  isSearchable,
  kindsOf,
  type Scope,
  type SearchableDatabase,
  searchesWords,
  suggestionsFor,
  wordsFor,
} from './query-input.js';

/** A record that bears a text as its name. */
export interface NamedRecord {
  readonly record: GraphRecord;
  readonly how: MatchKind;
}

/** How many records a search finds in a database. */
export interface FoundIn {
  readonly db: SearchableDatabase;
  readonly total: number;
}

/** Records that a text may mean. */
export interface Suggestions {
  readonly text: string;
  readonly named: readonly NamedRecord[];
  /** Records that a search found, without the named ones. */
  readonly found: readonly GraphRecord[];
  /** Where a search found them; empty when it found nothing. */
  readonly foundIn: readonly FoundIn[];
  /** What the text was looked up as, in words. */
  readonly kinds: readonly string[];
  /** What the gateway says of a name that nothing bears, or of the record that does. */
  readonly notes: readonly string[];
  readonly failures: readonly Failure[];
  readonly cost: Cost | undefined;
}

/**
 * Looks up what a text may mean; undefined for a text that is too short. What looks like a name and is none is searched as
 * words. Rejects only when the signal aborts.
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
  const suggestions = await run(client, variables, abort);
  const { named, failures } = suggestions;
  if (named.length > 0 || failures.length > 0 || searchesWords(variables)) {
    return suggestions;
  }
  const words = await run(client, wordsFor(variables.text, scope), abort);
  return {
    ...words,
    kinds: [...suggestions.kinds, ...words.kinds],
    notes: suggestions.notes,
    cost: sumOfCosts([suggestions.cost, words.cost]),
  };
}

async function run(client: GatewayClient, variables: SuggestQueryVariables, abort: AbortSignal): Promise<Suggestions> {
  const { data, errors, cost } = await client.run(SuggestDocument, variables, abort);
  const resolutions = [...(data?.resolve ?? []), ...(data?.articles ?? [])];
  const named = new Map(
    resolutions.flatMap(({ matches }) =>
      (matches ?? []).map(({ record, how }) => [record.id, { record: graphRecord(record), how }] as const),
    ),
  );
  const hits = Object.values(data?.search ?? {}).flatMap(
    (connection): readonly RecordRowFragment[] => connection?.nodes ?? [],
  );
  return {
    text: variables.text,
    named: [...named.values()],
    found: hits.filter(({ id }) => !named.has(id)).map((hit) => graphRecord(hit)),
    foundIn: Object.entries(data?.search ?? {}).flatMap(([db, connection]) =>
      connection && connection.totalCount > 0 && isSearchable(db) ? [{ db, total: connection.totalCount }] : [],
    ),
    kinds: kindsOf(
      variables,
      resolutions.flatMap(({ kind }) => kind ?? []),
    ),
    notes: [...new Set(resolutions.flatMap(({ note }) => note ?? []))],
    failures: onceEach(errors.filter(({ code }) => code !== 'UNKNOWN_ID')),
    cost,
  };
}

/** The first failure of each code: searches side by side mostly fail for one reason, which is said once. */
function onceEach(failures: readonly Failure[]): readonly Failure[] {
  return failures.filter(({ code }, index) => failures.findIndex((other) => other.code === code) === index);
}

/** The record that a visitor means who does not choose: the only one of the name, other names such as aliases aside. */
export function plainChoice({ named }: Pick<Suggestions, 'named'>): GraphRecord | undefined {
  const proper = named.filter(({ how }) => PROPER.has(how));
  const candidates = proper.length > 0 ? proper : named;
  return candidates.length === 1 ? candidates[0]?.record : undefined;
}

const PROPER: ReadonlySet<MatchKind> = new Set(['UID', 'OFFICIAL_SYMBOL', 'ACCESSION', 'NAME', 'TITLE', 'CITATION']);
