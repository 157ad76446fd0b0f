import { EntrezError } from '../../eutils/failures/errors.js';

/** Characters of a place that an error shows. */
const SHOWN = 80;

/**
 * Describes the first whole number in a value that JavaScript does not hold exactly: it was rounded when it was read, and
 * could be the uid of another record.
 *
 * @param given - A list or an object; every other value has none.
 * @param name - What its caller calls it.
 */
export function describeInexactNumber(given: unknown, name: string): string | undefined {
  const seen = new Set<unknown>([given]);
  const open = [{ list: given, place: name }];
  // A walk that calls itself would run out of stack.
  for (const { list, place } of open) {
    for (const [key, value] of Object.entries(Object(list) as object)) {
      const placeOf = (): string => (Array.isArray(list) ? `${place}[${key}]` : `${place}.${key}`);
      if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
        return `"${placeOf().slice(0, SHOWN)}" is a whole number above ${Number.MAX_SAFE_INTEGER} and not exact. Send uids as strings.`;
      }
      if (typeof value === 'object' && value !== null && !seen.has(value)) {
        seen.add(value);
        open.push({ list: value as object, place: placeOf() });
      }
    }
  }
  return undefined;
}

/** @throws EntrezError `BAD_USER_INPUT` for a value with a number that {@link describeInexactNumber} finds. */
export function refuseInexactNumbers(given: unknown, argument: string): void {
  const mistake = describeInexactNumber(given, argument);
  if (mistake !== undefined) {
    throw new EntrezError('BAD_USER_INPUT', `Argument ${mistake}`);
  }
}
