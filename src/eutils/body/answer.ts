import { backendFailure } from '../failures/backend-failure.js';
import { parseJson } from './json.js';
import { malformed } from '../failures/malformed.js';
import { isObject, type JsonObject } from './shape.js';
import type { Utility } from '../wire.js';

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

/** The programs whose answers say in their header whose they are. */
const TYPES: ReadonlySet<unknown> = new Set(['einfo', 'esearch', 'esummary', 'elink', 'epost', 'egquery', 'espell']);

/**
 * Reads an answer that was requested in JSON, errors before data. An answer in XML is searched for its error sentence,
 * since failing back ends fall back to XML whatever the request says. NCBI's refusal to turn a large answer into JSON
 * stands in an object of its own, `eutilsresult` (protocol section 12: 2026).
 *
 * @param utility - The program whose answer it must be; an answer that names another is none.
 * @throws EntrezError as {@link backendFailure} names it when the answer reports an error at its top; otherwise
 * `MALFORMED_RESPONSE`, retryable, when it is no JSON object or the answer of another program.
 */
export function jsonAnswer(body: string, utility: Utility): JsonObject {
  if (/^[\ufeff\s]*</.test(body)) {
    throw failureInXml(body);
  }
  const answer = parseJson(body);
  if (!isObject(answer)) {
    throw malformed('NCBI sent JSON without the expected members.');
  }
  if (isObject(answer.eutilsresult)) {
    withoutError(answer.eutilsresult);
  }
  withoutError(answer);
  const type = isObject(answer.header) ? answer.header.type : undefined;
  if (type !== utility && TYPES.has(type)) {
    throw malformed(`NCBI sent an answer of ${String(type)} where one of ${utility} was expected.`);
  }
  return answer;
}

/** The start of an `ERROR` element, or of the comment in which ESummary hides that its back end failed. */
const XML_ERROR = /<error>|<!--/gi;

/** Works on the text, not on a parsed document, which such an answer often is not. */
function failureInXml(body: string): Error {
  const sentences: string[] = [];
  for (const { 0: start, index } of body.matchAll(XML_ERROR)) {
    const isComment = start === '<!--';
    const rest = body.slice(index + start.length, index + start.length + MAX_SENTENCE);
    const end = rest.search(isComment ? /-->/ : /<\/error>/i);
    const text = end < 0 ? rest : rest.slice(0, end);
    if (!isComment || /Backend failed/i.test(text)) {
      sentences.push(text);
    }
    if (sentences.length === MAX_SENTENCES) {
      break;
    }
  }
  return sentences.length > 0
    ? backendFailure(sentences.join('; '))
    : malformed('NCBI sent XML where JSON was requested.');
}

/** What NCBI has to say is a line or a small page, and a refused id has a sentence each. */
const MAX_SENTENCE = 20_000;
const MAX_SENTENCES = 1000;
