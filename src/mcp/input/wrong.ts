import { EntrezError } from '../../eutils/failures/errors.js';
import { wellFormed } from '../answer/table.js';

/** Characters of a value that an error shows. */
const SHOWN = 60;

/**
 * The error for an argument that cannot be used.
 *
 * @param argument - As the caller wrote it, such as `ids[2]`.
 * @param remedy - A sentence.
 * @param why - Continues the first sentence.
 */
export function wrong(argument: string, given: unknown, remedy: string, why = ''): EntrezError {
  const text = given === undefined ? 'missing' : JSON.stringify(given);
  const short = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  return new EntrezError('BAD_USER_INPUT', `Argument "${argument}" is ${wellFormed(short)}${why}. ${remedy}`);
}
