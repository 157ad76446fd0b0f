import { backendFailure } from './backend-failure.js';
import { parseJson } from './json.js';
import { malformed } from './malformed.js';
import { isObject, type JsonObject } from './shape.js';

/** ELink and ESearch write `ERROR`, ESummary and the gateway `error`, several errors are `ERRORS` (protocol: 2026). */
const ERROR_KEY = /^errors?$/i;

/**
 * The error sentence an object of an answer carries under any spelling of the key; `undefined` when it has none. A
 * blank sentence is an error too: whoever reports one did not answer.
 */
export function errorIn(object: JsonObject): string | undefined {
  const sentences = Object.keys(object)
    .filter((key) => ERROR_KEY.test(key))
    .flatMap((key) => object[key])
    .filter((value) => value !== undefined && value !== null)
    .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
  return sentences.length === 0 ? undefined : sentences.join('; ');
}

/**
 * Gives the object back when it reports no error.
 *
 * @throws EntrezError as {@link backendFailure} names it.
 */
export function withoutError(object: JsonObject): JsonObject {
  const sentence = errorIn(object);
  if (sentence !== undefined) {
    throw backendFailure(sentence);
  }
  return object;
}

/**
 * Reads an answer that was asked in JSON, errors before data. An answer in XML is searched for its error sentence,
 * since failing back ends fall back to XML whatever was asked.
 *
 * @throws EntrezError as {@link backendFailure} names it when the answer reports an error at its top; otherwise
 * `MALFORMED_RESPONSE`, retryable, when it is no JSON object.
 */
export function jsonAnswer(body: string): JsonObject {
  if (/^[\ufeff\s]*</.test(body)) {
    throw failureInXml(body);
  }
  const answer = parseJson(body);
  if (!isObject(answer)) {
    throw malformed('NCBI sent JSON without the expected members.');
  }
  return withoutError(answer);
}

/** The `ERROR` elements, or the comment in which ESummary hides that its back end failed. */
const XML_ERRORS = /<(error)>(?<element>.*?)(?:<\/\1>|$)|<!--(?<comment>(?:(?!--).)*?Backend failed.*?)(?:-->|$)/gis;

/** Works on the text, not on a parsed document, which such an answer often is not. */
function failureInXml(body: string): Error {
  const sentences = [...body.matchAll(XML_ERRORS)].map(({ groups }) => groups?.element ?? groups?.comment ?? '');
  return sentences.length > 0 ? backendFailure(sentences.join('; ')) : malformed('NCBI sent XML where JSON was asked.');
}
