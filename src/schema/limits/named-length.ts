/** The extensions of a list field that may hold as many records as the caller named above it. */
export const AS_MANY_AS_NAMED = { asManyAsNamed: true } as const;

/** Entries of lists that were counted: one list of a variable is given to many fields. */
const COUNTED = new WeakMap<readonly unknown[], number>();

/**
 * Entries of the list that an argument is given; one with lists inside counts as theirs. A single entry may be given
 * without the brackets of its list.
 */
export function entriesIn(given: unknown): number {
  const list: readonly unknown[] = Array.isArray(given) ? given : [given];
  const entries = COUNTED.get(list) ?? list.reduce<number>((sum, entry) => sum + Math.max(1, listedIn(entry)), 0);
  COUNTED.set(list, entries);
  return entries;
}

function listedIn(entry: unknown): number {
  const members: readonly unknown[] = typeof entry === 'object' && entry !== null ? Object.values(entry) : [];
  return members.reduce<number>((sum, member) => sum + (Array.isArray(member) ? member.length : 0), 0);
}

/** The extensions of a list field that holds no more records than that. */
export function atMost(records: number): { readonly atMost: number } {
  return { atMost: records };
}
