import { EntrezError } from '../../eutils/failures/errors.js';
import type { SearchQuestion } from '../../eutils/search/esearch.js';

/**
 * For fields that are lists as a whole: a part would be taken for all.
 *
 * @param what - What was searched, in words.
 * @throws EntrezError `LIST_TOO_LONG` when NCBI finds more records than it lists.
 */
export function checkWhole(
  { count, uids }: { readonly count: number; readonly uids: readonly string[] },
  what: string,
  { db, term }: Pick<SearchQuestion, 'db' | 'term'>,
): void {
  if (count > uids.length) {
    throw new EntrezError(
      'LIST_TOO_LONG',
      `NCBI finds ${count} ${what} and lists ${uids.length}. Use search { ${db}(term: ${JSON.stringify(term)}) }, which has pages.`,
      { db },
    );
  }
}
