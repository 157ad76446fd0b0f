/** The extensions of a list field that may hold as many records as the caller named above it. */
export const AS_MANY_AS_NAMED = { asManyAsNamed: true } as const;

/** Entries of a list; one with lists inside counts as theirs. */
export function entriesIn(list: readonly unknown[]): number {
  return list.reduce<number>((sum, entry) => sum + Math.max(1, listedIn(entry)), 0);
}

function listedIn(entry: unknown): number {
  const members: readonly unknown[] = typeof entry === 'object' && entry !== null ? Object.values(entry) : [];
  return members.reduce<number>((sum, member) => sum + (Array.isArray(member) ? member.length : 0), 0);
}

/** The extensions of a list field that holds no more records than that. */
export function atMost(records: number): { readonly atMost: number } {
  return { atMost: records };
}
