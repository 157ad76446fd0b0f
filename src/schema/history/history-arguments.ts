import { EntrezError } from '../../eutils/failures/errors.js';
import type { StoredSet } from '../../eutils/search/history.js';
import { badInput } from '../core/arguments.js';
import { type NamedRecords, readRecords } from '../lookup/named-records.js';
import type { RecordName } from '../lookup/record-name.js';

/** EPost takes so many PMIDs at once (manual); how many others, is not known. */
export const MAX_POSTED = 10_000;
/** ELink failed to store the links of more (protocol: reported 2018). */
export const MAX_LINKED = 1_000;

/**
 * The name of an environment at NCBI. It opens whatever is stored there, so messages do not repeat it.
 *
 * @throws EntrezError `BAD_USER_INPUT` naming `webEnv`.
 */
export function parseWebEnv(value: string): string {
  const webEnv = value.trim();
  if (!/^[!-~]{1,500}$/.test(webEnv)) {
    throw new EntrezError(
      'BAD_USER_INPUT',
      'Argument "webEnv" is not a WebEnv. Use one that this API or NCBI returned.',
    );
  }
  return webEnv;
}

/**
 * The address of a stored set.
 *
 * @throws EntrezError `BAD_USER_INPUT` naming the argument.
 */
export function parseStoredSet({ webEnv, queryKey }: StoredSet): StoredSet {
  const key = queryKey.trim();
  if (!/^[1-9]\d{0,8}$/.test(key)) {
    throw badInput('queryKey', queryKey, 'Use the queryKey of a stored set: a whole number from 1.');
  }
  return { webEnv: parseWebEnv(webEnv), queryKey: key };
}

/**
 * The records whose links are to be stored, by their names or as a stored set.
 *
 * @throws EntrezError `BAD_USER_INPUT` naming the arguments.
 */
export function parseLinkSources(
  db: string,
  given: NamedRecords & { readonly webEnv?: string | null | undefined; readonly queryKey?: string | null | undefined },
): { readonly names: readonly RecordName[] } | StoredSet {
  const { uids, ids, webEnv, queryKey } = given;
  const isNamed = uids != null || ids != null;
  if (isNamed && webEnv == null && queryKey == null) {
    return { names: readRecords(db, { uids, ids }, MAX_LINKED) };
  }
  if (!isNamed && webEnv != null && queryKey != null) {
    return parseStoredSet({ webEnv, queryKey });
  }
  throw new EntrezError(
    'BAD_USER_INPUT',
    'The sources are missing or given twice. Give the argument "uids" or "ids", or "webEnv" and "queryKey" together.',
  );
}
