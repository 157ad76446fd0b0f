import type { Citation } from '../../../eutils/search/ecitmatch.js';
import { linksBeside, looksAtSummary } from '../../links/prefetch.js';
import { estimateCitations } from '../../lookup/citations/match-citation.js';
import type { RecordName, SearchedName, SecondSearch } from '../../lookup/record-name.js';
import { type Arrival, RecordSet, START } from '../record-set.js';
import { linksQuestion, lookupQuestions, summaryQuestion } from '../record-queries.js';
import type { EstimateScope } from '../dry-run-scope.js';

/** Acts out how the records that names are of are found. A name that cannot be read finds none. */
export function estimateNames(names: readonly RecordName[], scope: EstimateScope): RecordSet[] {
  const uids = new Map<string, string[]>();
  const searched: SearchedName[] = [];
  const cited: Citation[] = [];
  for (const name of names) {
    if ('uid' in name) {
      const own = uids.get(name.db) ?? [];
      own.push(name.uid);
      uids.set(name.db, own);
    } else if ('citation' in name) {
      cited.push(name.citation);
    } else {
      searched.push(name);
    }
  }
  const known = [...uids].map(([db, named]) => RecordSet.known(db, named, START));
  return [
    ...known,
    ...(cited.length > 0 ? estimateCitations(cited, scope) : []),
    ...groupsOf(searched).flatMap((sought) => estimateSearch(sought, scope)),
  ];
}

/** Acts out the beginning of the records that names are of, wherever a field gives them. */
export function estimateNamed(names: readonly RecordName[], scope: EstimateScope): RecordSet[] {
  return estimateNames(names, scope).flatMap((records) => estimatePrefetch(records, scope));
}

/** Acts out the searches for names of one kind. */
function estimateSearch(names: readonly [SearchedName, ...SearchedName[]], scope: EstimateScope): RecordSet[] {
  const [{ db, lookup }] = names;
  const keys = new Map(names.map((name) => [name.key, name]));
  const { search, summaries, again } = lookupQuestions(scope.loaders, lookup);
  const { known, missing } = scope.ask(search, RecordSet.known(db, keys.keys(), START));
  const found = [...known.values()].flatMap(({ uids }) => (uids.length === 1 ? uids : []));
  const held = [RecordSet.known(db, found, START)];
  let since = START;
  if (missing) {
    // What a search finds may be known by its summary, so the next calls are not certain.
    const others = RecordSet.unknown(db, missing.size, missing.since);
    const { missing: seen = others } = scope.ask(summaries, others);
    const { missing: certain = seen } = again ? scope.ask(again, seen) : {};
    scope.know(summaryQuestion(scope.loaders, db), certain);
    held.push(certain);
    since = seen.since;
  }
  // None of the names may be found as it is.
  const unknown = new Set(missing?.keys);
  const left = [...keys].flatMap(([key, name]) =>
    unknown.has(key) || known.get(key)?.uids.length === 0 ? [name] : [],
  );
  const answered = estimateSecondSearch(
    left.flatMap(({ otherwise }) => otherwise ?? []),
    since,
    scope,
  );
  return [
    ...held,
    ...estimateElsewhere(
      left.flatMap((name) => name.elsewhere ?? []),
      answered,
      scope,
    ),
  ];
}

/** Acts out what names are tried as that no record has as they are. */
function estimateElsewhere(names: readonly SearchedName[], since: Arrival, scope: EstimateScope): RecordSet[] {
  return groupsOf(names).flatMap((group) => {
    const [{ db }] = group;
    const found = estimateSecondSearch(group, since, scope);
    const answered = estimateSecondSearch(
      group.flatMap(({ otherwise }) => otherwise ?? []),
      found,
      scope,
    );
    const others = RecordSet.unknown(db, group.length, answered);
    // The search has loaded their summaries.
    scope.know(summaryQuestion(scope.loaders, db), others);
    return [
      others,
      ...estimateElsewhere(
        group.flatMap(({ elsewhere }) => elsewhere ?? []),
        answered,
        scope,
      ),
    ];
  });
}

/** Names that one search takes together. */
function groupsOf(names: readonly SearchedName[]): readonly (readonly [SearchedName, ...SearchedName[]])[] {
  const groups = new Map<string, [SearchedName, ...SearchedName[]]>();
  for (const name of names) {
    const key = `${name.db} ${name.lookup.identifier} ${name.lookup.within ?? ''}`;
    const group = groups.get(key);
    if (group) {
      group.push(name);
    } else {
      groups.set(key, [name]);
    }
  }
  return [...groups.values()];
}

/** @returns When the last of the names has been looked for. */
function estimateSecondSearch(
  names: readonly Pick<SecondSearch, 'lookup' | 'key'>[],
  since: Arrival,
  scope: EstimateScope,
): Arrival {
  const [first] = names;
  if (!first) {
    return since;
  }
  const { search, summaries, again } = lookupQuestions(scope.loaders, first.lookup);
  const unknown = names.filter(({ key }) => !scope.knows(search, key));
  if (unknown.length === 0) {
    return since;
  }
  const { missing } = scope.ask(
    // What one search left goes out together.
    { ...search, variant: 'otherwise', mostCalls: (keys) => Math.ceil(keys / search.batchSize) },
    RecordSet.unknown(first.lookup.db, unknown.length, since),
  );
  const { missing: seen } = missing ? scope.ask({ ...summaries, variant: 'found otherwise' }, missing) : {};
  if (again && seen) {
    scope.ask({ ...again, variant: 'otherwise, one by one' }, seen);
  }
  return seen?.since ?? since;
}

/**
 * Acts out the beginning of records that a caller named: where the operation looks at their summaries, their fields wait
 * for these, while their links are asked for.
 */
function estimatePrefetch(records: RecordSet, scope: EstimateScope): RecordSet[] {
  const { info, loaders } = scope;
  if (!looksAtSummary(records.db, info)) {
    return [records];
  }
  for (const question of linksBeside(records.db, info)) {
    scope.ask(linksQuestion(loaders, question), records);
  }
  const { known, missing } = scope.ask(summaryQuestion(loaders, records.db), records);
  return [RecordSet.known(records.db, known.keys(), records.since), ...(missing ? [missing] : [])];
}
