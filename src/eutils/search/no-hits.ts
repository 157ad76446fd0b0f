import { hasOtherMembers } from '../body/answer.js';
import { isObject, type JsonObject } from '../body/shape.js';
import { malformed } from '../failures/malformed.js';

/** What every recorded answer to a search consists of, beside errors (protocol section 9: 2013 to 2026). */
const MEMBERS = [
  ...['count', 'retmax', 'retstart', 'querykey', 'webenv', 'idlist', 'translationset', 'translationstack'],
  ...['querytranslation', 'errorlist', 'warninglist'],
];

/**
 * Believes that a search has no hits where NCBI says so and nothing else: a list under another name, a status, or a
 * failure among the remarks would pass for none.
 *
 * @param answer - The whole answer, which holds `result`.
 * @param remarks - Names of the lists of remarks.
 * @throws EntrezError `MALFORMED_RESPONSE`, retryable, for anything unknown.
 */
export function believeNoHits(answer: JsonObject, result: JsonObject, remarks: readonly string[]): void {
  const lists = [result.errorlist, result.warninglist].filter((list) => list !== undefined);
  if (
    hasOtherMembers(answer, ['header', 'esearchresult']) ||
    hasOtherMembers(result, MEMBERS) ||
    !lists.every((list) => isObject(list) && !hasOtherMembers(list, remarks))
  ) {
    throw malformed('NCBI counts no hits, but sent something that is unknown beside.');
  }
}
