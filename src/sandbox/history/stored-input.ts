import type { SandboxContext } from '../context.js';
import type { Parameters } from '../http/parameters.js';

/** UIDs of the history server, or why there are none. */
type StoredInput = { readonly uids: readonly string[] } | { readonly error: string };

/**
 * The UIDs a request names by `WebEnv` and `query_key` instead of ids, in stored order; `undefined` when it names none.
 *
 * A set of another database cannot be used, and is answered as one that is gone: NCBI's own answer to it is unrecorded.
 */
export function storedInput(params: Parameters, db: string, { stored }: SandboxContext): StoredInput | undefined {
  const queryKey = params.get('query_key');
  if (queryKey === undefined) {
    return undefined;
  }
  const set = stored.read(params.get('webenv') ?? '', queryKey);
  return set?.db === db ? { uids: set.uids } : { error: unableToObtain(queryKey) };
}

/** The part of a stored set that `retstart` and `retmax` name. */
export function pageOf(uids: readonly string[], params: Parameters, most: number): readonly string[] {
  const start = params.count('retstart', 0);
  return uids.slice(start, start + Math.min(params.count('retmax', most), most));
}

/** The sentence about a set that is gone (protocol: recorded 2026 of ESearch). */
export function unableToObtain(queryKey: string): string {
  return `Unable to obtain query #${queryKey}`;
}
