import { EntrezError } from '../../eutils/errors.js';

/** Uids are whole numbers; the largest that NCBI stores has 20 digits (protocol: EPost, recorded 2026). */
const UID = /^\d{1,20}$/;

/**
 * A uid as the caller gave it, without leading zeros.
 *
 * @throws {@link EntrezError} `BAD_USER_INPUT` naming `argument`.
 */
export function parseUid(value: string, argument: string): string {
  const uid = value.trim().replace(/^0+/, '');
  if (uid === '' || !UID.test(uid)) {
    throw badInput(argument, 'a uid, that is a whole number above 0 of at most 20 digits', value);
  }
  return uid;
}

/** The error for an argument that is not what was expected; it names both. */
export function badInput(argument: string, expected: string, given: string | number | readonly string[]): EntrezError {
  const shown = JSON.stringify(given);
  const short = shown.length > 80 ? `${shown.slice(0, 80)}…` : shown;
  return new EntrezError('BAD_USER_INPUT', `Argument "${argument}" must be ${expected}, not ${short}.`);
}

/**
 * Refuses a list that is empty or too long.
 *
 * @throws EntrezError `BAD_USER_INPUT` naming `argument` and the allowed range.
 */
export function checkListLength(list: readonly unknown[], max: number, argument: string): void {
  if (list.length < 1 || list.length > max) {
    throw badInput(argument, `a list of 1 to ${max} entries`, list.length === 0 ? [] : `${list.length} entries`);
  }
}
