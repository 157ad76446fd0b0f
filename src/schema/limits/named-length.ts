/** The extensions of a list field that may hold as many records as the caller named above it. */
export const AS_MANY_AS_NAMED = { asManyAsNamed: true } as const;

/** Entries of a list, and of the lists inside its entries; an entry that has none is one. */
export function entriesIn(value: unknown): number {
  if (Array.isArray(value)) {
    return value.reduce<number>((sum, each) => sum + Math.max(1, entriesIn(each)), 0);
  }
  return typeof value === 'object' && value !== null ? entriesIn(Object.values(value).filter(Array.isArray)) : 0;
}

/** The extensions of a list field that holds no more records than that. */
export function atMost(records: number): { readonly atMost: number } {
  return { atMost: records };
}
