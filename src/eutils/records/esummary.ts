import type { Text } from '../body/text.js';
import { errorIn, jsonAnswerInSlices, withoutError } from '../body/answer.js';
import { backendFailure } from '../failures/backend-failure.js';
import { EntrezError } from '../failures/errors.js';
import { summariesInXml, type WrittenSummary } from './esummary-xml.js';
import { contradiction, malformed } from '../failures/malformed.js';
import { answersByUidInSlices } from '../body/record-answers.js';
import { isObject, listOf, objectOf, optionalText, textOfScalar, type JsonObject } from '../body/shape.js';
import { atOnce, mapInSlices, readAnswer, type Sliced } from '../body/slices.js';
import type { EutilsRequest, Retmode } from '../wire.js';

/** Above this ESummary refuses the whole request in JSON form (protocol: recorded 2026). */
export const MAX_SUMMARY_UIDS = 500;

/**
 * A document summary as NCBI wrote it. Its members differ by database and their types from record to record, hence
 * `unknown`: numbers come as strings, a zero as `""`.
 */
export type DocSum = Readonly<Record<string, unknown>> & { readonly uid: string };

export interface SummariesQuestion {
  readonly db: string;
  /** At most {@link MAX_SUMMARY_UIDS}. */
  readonly uids: readonly string[];
}

/**
 * Requests document summaries: a comma list, since the answer has an entry for each uid.
 *
 * @param retmode - JSON, unless NCBI has refused it: it does not write JSON where the XML behind it is above 10 MB, but
 * gives the XML itself at any size (protocol section 12: 2026).
 */
export function summaryRequest({ db, uids }: SummariesQuestion, retmode: Retmode = 'json'): EutilsRequest {
  return {
    utility: 'esummary',
    retmode,
    params: [
      ['db', db],
      ['id', uids.join(',')],
      ['version', '2.0'],
      ['retmode', retmode],
    ],
    idCount: uids.length,
  };
}

/**
 * Reads the document summaries of an ESummary answer by uid, in NCBI's order. The value of a uid is an EntrezError when
 * this record alone failed: `UNKNOWN_ID` when it does not exist, `MALFORMED_RESPONSE`, retryable, when it is announced
 * but missing, says that it is another one, or says nothing. A uid that was asked but not answered is absent.
 *
 * @param retmode - The form that was requested; summaries in XML have the members and types of those in JSON.
 * @param db - Their database, by which numbers in XML are told from texts.
 * @throws EntrezError for the whole answer: `UNKNOWN_ID` with `details.uids` when malformed ids spoiled the request,
 * `RESPONSE_TOO_LARGE` with `details.answerBytes` when NCBI does not write so much JSON, `UPSTREAM_UNAVAILABLE` (not retryable when there were too many uids), `BAD_USER_INPUT` for an unknown database;
 * `MALFORMED_RESPONSE`, retryable, when the answer cannot be read.
 */
export function decodeSummaries(body: Text, retmode: Retmode = 'json', db = ''): Map<string, DocSum | EntrezError> {
  return atOnce(summariesIn(body, retmode, db));
}

/** Reads summaries as {@link decodeSummaries} does, a large answer with pauses. */
export function readSummaries(
  body: Text,
  retmode: Retmode,
  db: string,
): Map<string, DocSum | EntrezError> | Promise<Map<string, DocSum | EntrezError>> {
  return readAnswer(body, summariesIn(body, retmode, db));
}

function* summariesIn(body: Text, retmode: Retmode, db: string): Sliced<Map<string, DocSum | EntrezError>> {
  return retmode === 'json' ? yield* summariesInJson(body) : docSumsOf(yield* summariesInXml(body, db));
}

function docSumsOf(summaries: readonly WrittenSummary[]): Map<string, DocSum | EntrezError> {
  const answers = summaries.map(([uid, document]) => ({
    uid,
    answer: document instanceof EntrezError ? document : checked(document, uid),
  }));
  return atOnce(
    answersByUidInSlices(
      answers,
      answers.map(({ uid }) => uid),
    ),
  );
}

function* summariesInJson(body: Text): Sliced<Map<string, DocSum | EntrezError>> {
  const answer = yield* jsonAnswerInSlices(body, 'esummary');
  rejectSentences(answer.esummaryresult);
  const result = withoutError(objectOf(answer.result, 'result'));
  // By the list of uids: the members of a JavaScript object would come in numerical order.
  return new Map(
    yield* mapInSlices(listOf(result.uids, 'uids'), (each): [string, DocSum | EntrezError] => {
      const uid = textOfScalar(each, 'uids');
      return [uid, readDocSum(result, uid)];
    }),
  );
}

/** `{"esummaryresult":["Empty id list - nothing todo"]}`: sentences in place of a result are errors. */
function rejectSentences(sentences: unknown): void {
  if (sentences !== undefined) {
    throw backendFailure(listOf(sentences, 'esummaryresult').map(String).join('; '));
  }
}

function readDocSum(result: JsonObject, uid: string): DocSum | EntrezError {
  const document = Object.hasOwn(result, uid) ? result[uid] : undefined;
  if (!isObject(document)) {
    return malformed('NCBI announced a document summary but did not send it.').with({ uids: [uid] });
  }
  const { error, ERROR, ERRORS } = document;
  const sentence = errorIn({ ERROR, ERRORS, ...(error !== '' && { error }) });
  return sentence === undefined ? checked(document, uid) : backendFailure(sentence).with({ uids: [uid] });
}

/** Members that say nothing about a record. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['uid', 'error']);

function checked(document: JsonObject, uid: string): DocSum | EntrezError {
  if ('uid' in document && optionalText(document.uid) !== uid) {
    return contradiction('NCBI sent the document summary of another record.').with({ uids: [uid] });
  }
  return Object.entries(document).some(([name, value]) => !SAYS_NOTHING.has(name) && value !== null)
    ? { ...document, uid }
    : malformed('NCBI sent a document summary without anything about the record.').with({ uids: [uid] });
}
