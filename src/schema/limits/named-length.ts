/** The extensions of a list field that may hold as many records as the caller named above it. */
export const AS_MANY_AS_NAMED = { asManyAsNamed: true } as const;
