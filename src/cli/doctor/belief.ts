import type { Probe } from './probe.js';

/** One thing that the code takes for granted about NCBI, and how to check it. */
export interface Belief {
  readonly name: string;
  /** The belief as a sentence. */
  readonly says: string;
  /** Beliefs without which this one cannot be checked. */
  readonly needs?: readonly string[];
  /** Whether it is left out unless everything is to be checked: few depend on it. */
  readonly onlyInFull?: true;
  /**
   * Resolves with what was seen, if the belief holds.
   *
   * @throws {@link Difference} if it does not; {@link Undecided} or an EntrezError if NCBI did not show it.
   */
  readonly check: (probe: Probe) => Promise<string>;
}
