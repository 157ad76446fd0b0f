import { EntrezError } from '../../eutils/failures/errors.js';

/** What one search found for several identifiers together. */
export interface Hits {
  readonly values: readonly string[];
  readonly uids: readonly string[];
  /** Whether these are all. */
  readonly complete: boolean;
  /** Whether NCBI dropped the search field and looked in all: what is found so is no proof by itself. */
  readonly isLoose?: boolean;
}

/** Identifiers in one search: few enough that the summaries of all that it finds fit into one call. */
export const LOOKUP_BATCH = { start: 100, max: 100, isFlat: true };

type Search = (values: readonly string[]) => Promise<ReadonlyMap<string, Hits | EntrezError>>;

/**
 * What is found by each of several identifiers that records do not show. Each is searched for in several groups, which
 * takes 9 searches for 100; one whose records other identifiers lead to as well is searched for alone, and all are where a
 * search of a group fails.
 */
export async function searchApart(values: readonly string[], search: Search): Promise<Map<string, Hits | EntrezError>> {
  const divided = balancedGroups(values);
  const grouped = divided ? await searchGroups(divided, values, search) : new Map<string, Hits>();
  const alone = values
    .filter((value) => !grouped.has(value))
    .map(async (value) => [value, (await search([value])).get(value) ?? lost()] as const);
  return new Map<string, Hits | EntrezError>([...grouped, ...(await Promise.all(alone))]);
}

/** Searches at most for so many values in so many batches: those of the groups, and those for values that they do not tell apart. */
export function mostSearchesApart(values: number, batches: number): number {
  const groups = groupCount(values) < values ? Math.min(values, batches * groupCount(LOOKUP_BATCH.max)) : 0;
  return values > 1 ? values + groups : 0;
}

/** What is found for the identifiers that the groups tell apart. */
async function searchGroups(
  { groups, groupsWith, namesOf }: BalancedGroups,
  values: readonly string[],
  search: Search,
): Promise<ReadonlyMap<string, Hits>> {
  const answers = await Promise.all(groups.map(search));
  const groupsOf = new Map<string, Set<number>>();
  for (const [group, answer] of answers.entries()) {
    for (const hits of answer.values()) {
      if (hits instanceof EntrezError || !hits.complete || hits.isLoose === true) {
        return new Map();
      }
      for (const uid of hits.uids) {
        groupsOf.set(uid, (groupsOf.get(uid) ?? new Set()).add(group));
      }
    }
  }
  const uids = new Map<string, string[]>(values.map((value) => [value, []]));
  const shared = new Set<string>();
  for (const [uid, found] of groupsOf) {
    const possible = namesOf(found);
    if (possible.length === 0) {
      // The searches contradict each other: NCBI's index has changed meanwhile.
      return new Map();
    }
    for (const value of possible) {
      // It leads to the record for certain if without it some group would not.
      const others = new Set(possible.filter((each) => each !== value).flatMap((each) => [...groupsWith(each)]));
      if (others.size < found.size) {
        uids.get(value)?.push(uid);
      } else {
        shared.add(value);
      }
    }
  }
  return new Map(
    values
      .filter((value) => !shared.has(value))
      .map((value) => [value, { values: [value], uids: uids.get(value) ?? [], complete: true }]),
  );
}

/** Never happens: a search answers for all its values. */
export function lost(): EntrezError {
  return new EntrezError('MALFORMED_RESPONSE', 'NCBI left an identifier out of its answer.');
}

/** Names divided into groups, so that the groups that lead to a record tell by which name it is found. */
interface BalancedGroups {
  readonly groups: readonly (readonly string[])[];
  /** The groups that a name is in. */
  readonly groupsWith: (name: string) => readonly number[];
  /** The names that may lead to a record that these groups lead to: a single one, unless several do. */
  readonly namesOf: (groups: ReadonlySet<number>) => readonly string[];
}

/**
 * Divides names into as few groups as possible. Each name is in half of the groups, and no other name is in the same half.
 * Two names together are in more than half, so a record of both is never taken for a record of one. 100 names take 9 groups.
 *
 * @returns Undefined where that takes as many groups as there are names.
 */
function balancedGroups(names: readonly string[]): BalancedGroups | undefined {
  const count = groupCount(names.length);
  if (count >= names.length) {
    return undefined;
  }
  const halves = halvesOf(count, Math.floor(count / 2));
  const members = names.map((name, index) => ({ name, half: halves[index] ?? [] }));
  const halfOf = new Map(members.map(({ name, half }) => [name, half]));
  return {
    groups: Array.from({ length: count }, (_each, group) =>
      members.filter(({ half }) => half.includes(group)).map(({ name }) => name),
    ),
    groupsWith: (name) => halfOf.get(name) ?? [],
    namesOf: (found) => members.filter(({ half }) => half.every((group) => found.has(group))).map(({ name }) => name),
  };
}

/** Groups that so many names take. */
function groupCount(names: number): number {
  let count = 1;
  while (waysToChoose(Math.floor(count / 2), count) < names) {
    count++;
  }
  return count;
}

function waysToChoose(size: number, count: number): number {
  let ways = 1;
  for (let chosen = 1; chosen <= size; chosen++) {
    ways = (ways * (count - size + chosen)) / chosen;
  }
  return ways;
}

/** All ways to choose `size` of the numbers below `count`. */
function halvesOf(count: number, size: number): readonly (readonly number[])[] {
  if (size === 0) {
    return [[]];
  }
  return Array.from({ length: count }, (_each, last) => last).flatMap((last) =>
    halvesOf(last, size - 1).map((others) => [...others, last]),
  );
}
