import type { EntrezError } from '../../eutils/failures/errors.js';
import { oneLine } from '../answer/table.js';

/** What became of what a caller named. */
export type Status = 'found' | 'none' | 'unknown' | 'failed';

/** Characters of a failure that an answer shows. */
const SHOWN = 160;

/** The status of a record that could not be loaded, and why: NCBI does not have it, or something failed. */
export function failed(error: EntrezError): readonly [Status, string] {
  const why = oneLine(error.message).slice(0, SHOWN);
  return error.code === 'UNKNOWN_ID' || error.code === 'BAD_USER_INPUT'
    ? ['unknown', why]
    : ['failed', `${error.code}: ${why}`];
}
