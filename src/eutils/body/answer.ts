import { backendFailure } from '../failures/backend-failure.js';
import { parseJson } from './json.js';
import { jsonInSlices } from './json-slices.js';
import { malformed } from '../failures/malformed.js';
import { isObject, type JsonObject } from './shape.js';
import { atOnce, SLICE, type Sliced } from './slices.js';
import { lengthOf, piecesOf, startOf, type Text, wholeOf } from './text.js';
import type { Utility } from '../wire.js';

/** ELink and ESearch write `ERROR`, ESummary and the gateway `error`, several errors are `ERRORS` (protocol: 2026). */
export const ERROR_KEY = /^errors?$/i;

/**
 * The error sentence an object of an answer carries under any spelling of the key; `undefined` when it has none. A
 * blank sentence is an error too: whoever reports one did not answer.
 */
export function errorIn(object: JsonObject): string | undefined {
  const sentences = Object.keys(object)
    .filter((key) => ERROR_KEY.test(key))
    .flatMap((key) => object[key])
    .filter((value) => value !== undefined && value !== null)
    .slice(0, MAX_SENTENCES)
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

/** Whether an object has other members than these and errors. */
export function hasOtherMembers(object: JsonObject, names: readonly string[]): boolean {
  return Object.keys(object).some((name) => !names.includes(name) && !ERROR_KEY.test(name));
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
export function jsonAnswer(body: Text, utility: Utility): JsonObject {
  return atOnce(jsonAnswerInSlices(body, utility));
}

/** Reads an answer as {@link jsonAnswer} does, with pauses. */
export function* jsonAnswerInSlices(body: Text, utility: Utility): Sliced<JsonObject> {
  if (/^[\ufeff\s]*</.test(startOf(body, SLICE))) {
    throw yield* failureInXml(body);
  }
  const answer = yield* jsonInSlices(boundedJson(body));
  if (!isObject(answer)) {
    throw malformed('NCBI sent JSON without the expected members.');
  }
  rejectErrors(answer);
  const type = isObject(answer.header) ? answer.header.type : undefined;
  if (type !== utility && TYPES.has(type)) {
    throw malformed(`NCBI sent an answer of ${String(type)} where one of ${utility} was expected.`);
  }
  return answer;
}

/** @throws EntrezError as {@link backendFailure} names it for an error at the top, or that of all E-utilities. */
function rejectErrors(answer: JsonObject): void {
  const { eutilsresult: refusal } = answer;
  withoutError(isObject(refusal) ? refusal : { error: refusal });
  withoutError(answer);
}

/**
 * What an answer says in JSON where XML was requested: the gateway and the bound of JSON know no form.
 *
 * @throws EntrezError `MALFORMED_RESPONSE`, retryable, when it reports no error.
 */
export function rejectJson(body: Text): never {
  const answer = lengthOf(body) > MAX_ERRORS ? undefined : parseJson(wholeOf(body));
  if (isObject(answer)) {
    rejectErrors(answer);
  }
  throw malformed('NCBI sent JSON where XML was requested.');
}

/** NCBI writes no JSON from more than 10 MB of XML (protocol section 12); lists of links are read beforehand. */
const MAX_JSON = 24_000_000;

function boundedJson(body: Text): string {
  if (lengthOf(body) > MAX_JSON) {
    throw malformed(`NCBI sent more than ${MAX_JSON} characters of JSON.`);
  }
  return wholeOf(body);
}

/** The start of an `ERROR` element, or of the comment in which ESummary hides that its back end failed. */
const XML_ERROR = /<error>|<!--/gi;

/** Works on the text, not on a parsed document, which such an answer often is not. */
function* failureInXml(body: Text): Sliced<Error> {
  const sentences: string[] = [];
  // Each piece with the one behind it, into which a sentence may go on.
  let piece = '';
  for (const next of chain(piecesOf(body), ['', ''])) {
    sentences.push(...sentencesIn(piece, next, MAX_SENTENCES - sentences.length));
    if (sentences.length === MAX_SENTENCES) {
      break;
    }
    piece = next;
    yield;
  }
  return sentences.length > 0
    ? backendFailure(sentences.join('; '))
    : malformed('NCBI sent XML where JSON was requested.');
}

function* chain<T>(...lists: readonly Iterable<T>[]): Generator<T> {
  for (const list of lists) {
    yield* list;
  }
}

/** The sentences that begin in a piece of the text, and may go on in the next. */
function sentencesIn(piece: string, next: string, room: number): string[] {
  const body = piece + next;
  const sentences: string[] = [];
  for (const { 0: start, index } of body.matchAll(XML_ERROR)) {
    if (index >= piece.length || sentences.length === room) {
      break;
    }
    const isComment = start === '<!--';
    const behind = index + start.length;
    const rest = body.slice(behind, behind + (isComment ? MAX_COMMENT : MAX_SENTENCE));
    const end = rest.search(isComment ? /-->/ : /<\/error>/i);
    const text = end < 0 ? rest : rest.slice(0, end);
    if (!isComment || /Backend failed/i.test(text)) {
      sentences.push(text);
    }
  }
  return sentences;
}

/** What NCBI has to say is a line or a small page, and a refused id has a sentence each. */
const MAX_SENTENCE = 20_000;
const MAX_COMMENT = 1000;
const MAX_SENTENCES = 1000;
const MAX_ERRORS = 100_000;
