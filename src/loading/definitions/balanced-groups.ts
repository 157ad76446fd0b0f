/** Names divided into groups, so that the groups that lead to a record tell by which name it is found. */
export interface BalancedGroups {
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
export function balancedGroups(names: readonly string[]): BalancedGroups | undefined {
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
export function groupCount(names: number): number {
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
