/** NCBI does something else than the code believes. The message states what. */
export class Difference extends Error {
  override readonly name = 'Difference';
}

/** NCBI answered, but the answer decides nothing. The message states why. */
export class Undecided extends Error {
  override readonly name = 'Undecided';
}

/** Throws a {@link Difference} with `seen` unless the condition holds. */
export function must(condition: boolean, seen: string): asserts condition {
  if (!condition) {
    throw new Difference(seen);
  }
}
