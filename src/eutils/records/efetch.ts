import { startOf, type Text } from '../body/text.js';
import { knownFailure } from '../failures/backend-failure.js';
import { malformed } from '../failures/malformed.js';
import type { Sliced } from '../body/slices.js';
import { withOnly, xmlAnswerInSlices } from '../body/xml-answer.js';
import type { XmlElement } from '../body/xml.js';

/**
 * Reads an EFetch answer in XML, errors before data. Where none of the ids exists, NCBI sends the root without records
 * (protocol section 8 and protocol-2 section 1: recorded 2019 to 2026); a body without anything stands for that in text only.
 *
 * @param rootName - the element a good answer consists of.
 * @param names - what it holds: a record that is left out does not exist, so that nothing else may stand in its place.
 * @throws EntrezError as {@link backendFailure} names it for an `ERROR`, or a known error sentence as plain text;
 * `MALFORMED_RESPONSE`, retryable, when it is something else or cannot be read.
 */
export function* fetchedDocument(body: Text, rootName: string, names: readonly string[]): Sliced<XmlElement> {
  const start = startOf(body, 2000).trim();
  if (start === '') {
    throw malformed('EFetch sent nothing where XML was requested.');
  }
  if (!/^\ufeff?\s*</.test(start)) {
    // EFetch writes some of its sentences with plus signs for blanks.
    throw knownFailure(start.replaceAll('+', ' ')) ?? malformed('EFetch sent text where XML was requested.');
  }
  return withOnly(yield* xmlAnswerInSlices(body, rootName), names);
}
