/** The extensions of a list field that may hold as many records as the caller named above it. */
export const AS_MANY_AS_NAMED = { asManyAsNamed: true } as const;

/** The extensions of a list field that holds no more records than that. */
export function atMost(records: number): { readonly atMost: number } {
  return { atMost: records };
}
