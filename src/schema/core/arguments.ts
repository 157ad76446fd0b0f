import { EntrezError } from '../../eutils/failures/errors.js';

/** Uids are whole numbers; the largest that NCBI stores has 20 digits (protocol: EPost, recorded 2026). */
const UID = /^\d{1,20}$/;

/**
 * A uid as the caller gave it, without leading zeros.
 *
 * @param otherwise - Ends the remedy with another one.
 * @throws {@link EntrezError} `BAD_USER_INPUT` naming `argument`.
 */
export function parseUid(value: string, argument: string, otherwise = ''): string {
  const uid = value.trim().replace(/^0+/, '');
  if (uid === '' || !UID.test(uid)) {
    throw badInput(argument, value, `Use a uid: a whole number above 0 of at most 20 digits${otherwise}.`);
  }
  return uid;
}

/** An argument that cannot be used. */
export class ArgumentError extends EntrezError {
  /** What is wrong with its value, for a note about one of many names: `"tp53[". Use a uid.` */
  readonly aboutValue: string;

  constructor(argument: string, aboutValue: string) {
    super('BAD_USER_INPUT', `Argument "${argument}" is ${aboutValue}`);
    this.aboutValue = aboutValue;
  }
}

/**
 * The error for an argument that cannot be used: the fact, which names the argument and its value, and the remedy.
 *
 * @param argument - As the caller wrote it, such as `filter.term`.
 * @param remedy - A sentence.
 * @param why - Goes on with the first sentence: `Argument "last" is 3${why}.`
 */
export function badInput(
  argument: string,
  given: string | number | readonly string[],
  remedy: string,
  why = '',
): ArgumentError {
  const shown = JSON.stringify(given);
  const short = shown.length > 80 ? `${shown.slice(0, 80)}…` : shown;
  return new ArgumentError(argument, `${short}${why}. ${remedy}`);
}

/**
 * Refuses a list that is empty or too long.
 *
 * @throws EntrezError `BAD_USER_INPUT` naming `argument` and the allowed range.
 */
export function checkListLength(list: readonly unknown[], max: number, argument: string): void {
  if (list.length < 1 || list.length > max) {
    const fact = list.length === 0 ? 'is an empty list' : `has ${list.length} entries`;
    throw new EntrezError('BAD_USER_INPUT', `Argument "${argument}" ${fact}. Use 1 to ${max} entries.`);
  }
}
