import type { Text } from '../body/text.js';
import { jsonAnswerInSlices, withoutError } from '../body/answer.js';
import { dateParams, type DateRange } from './date-range.js';
import { droppedFields } from './dropped-fields.js';
import { givenParams } from '../given-params.js';
import type { StoredSet } from './history.js';
import { believeNoHits } from './no-hits.js';
import { knownFailure } from '../failures/backend-failure.js';
import { EntrezError } from '../failures/errors.js';
import { redact } from '../failures/redact.js';
import { reconcilePage, reconcileStoredSet, type SearchedPage } from './search-page.js';
import {
  countOf,
  listOf,
  objectOf,
  optionalText,
  textOfScalar,
  uidOf,
  webEnvOf,
  type JsonObject,
} from '../body/shape.js';
import { atOnce, mapInSlices, readAnswer, type Sliced } from '../body/slices.js';
import type { EutilsRequest } from '../wire.js';

export interface SearchQuestion extends DateRange {
  readonly db: string;
  /**
   * In NCBI's query language. With `webEnv`, `#1` stands for the uids of the set stored there under query key 1: the
   * term `#1` alone pages through them.
   */
  readonly term: string;
  /** Number of the first hit wanted, from 0. PubMed refuses more than 9998. */
  readonly retstart: number;
  /** How many hits are wanted. */
  readonly retmax: number;
  /** An order this database offers; NCBI's own when left out. */
  readonly sort?: string | undefined;
  /** The field that words of the term without one are looked up in. */
  readonly field?: string | undefined;
  /** Stored sets the term may name. */
  readonly webEnv?: string | undefined;
  /** Whether NCBI is to store all hits, in `webEnv` where there is one. */
  readonly useHistory?: boolean | undefined;
}

/** One page of the hits of a search. No hits is an answer, not a failure. */
export interface SearchAnswer {
  /** Hits in all, of which this page shows some. */
  readonly count: number;
  /** Number of the first hit shown, from 0. */
  readonly retstart: number;
  readonly uids: readonly string[];
  /** How NCBI understood the term. */
  readonly queryTranslation?: string;
  /** All hits as a stored set, when they were to be stored. */
  readonly stored?: StoredSet;
  /** Phrases, quoted phrases and search fields of the term that the database does not have. */
  readonly notFound: readonly string[];
  /** Phrases left out of the search, and phrases whose search field was. */
  readonly ignored: readonly string[];
  /** What else NCBI remarks, such as that there are no hits. */
  readonly messages: readonly string[];
  /** `notFound`, `ignored` and `messages` as plain sentences. */
  readonly warnings: readonly string[];
}

/** Asks ESearch for one page of uids. */
export function searchRequest(question: SearchQuestion): EutilsRequest {
  const { db, term, retstart, retmax, sort, field, webEnv, useHistory = false } = question;
  return {
    utility: 'esearch',
    retmode: 'json',
    params: [
      ['db', db],
      ['term', term],
      ['retstart', String(retstart)],
      ['retmax', String(retmax)],
      ...givenParams([
        ['sort', sort],
        ['field', field],
      ]),
      ...dateParams(question),
      ...givenParams([
        ['WebEnv', webEnv],
        // Without it NCBI ignores the environment and searches for "#1" as text (manual; protocol-2 section 5).
        ['usehistory', useHistory || webEnv !== undefined ? 'y' : undefined],
      ]),
      ['retmode', 'json'],
    ],
    idCount: 0,
  };
}

/**
 * Reads one page of hits. The `translationstack`, where NCBI counts `-1` for what it did not count, is not looked at.
 *
 * @param question - What was requested: an answer that contradicts it, or itself, is none.
 * @throws EntrezError `BAD_USER_INPUT` for an unknown database, an empty term or a page beyond the limit;
 * `HISTORY_EXPIRED` when the term names a stored set that is gone; `UPSTREAM_UNAVAILABLE`, retryable, when the search
 * back end failed; `MALFORMED_RESPONSE`, retryable, when the answer cannot be read or contradicts the question or itself.
 */
export function decodeSearch(body: Text, question: SearchedPage): SearchAnswer {
  return atOnce(searchIn(body, question));
}

/** Reads one page of hits as {@link decodeSearch} does, a large answer with pauses. */
export function readSearch(body: Text, question: SearchedPage): SearchAnswer | Promise<SearchAnswer> {
  return readAnswer(body, searchIn(body, question));
}

function* searchIn(body: Text, question: SearchedPage): Sliced<SearchAnswer> {
  const answer = yield* jsonAnswerInSlices(body, 'esearch');
  const result = withoutError(objectOf(answer.esearchresult, 'esearchresult'));
  const translation = result.querytranslation ?? '';
  const queryTranslation = translation === '' ? undefined : textOfScalar(translation, 'querytranslation');
  const remarks = [
    ...remarksIn(result.errorlist),
    ...remarksIn(result.warninglist),
    ...droppedFields(question.term, question.field, queryTranslation).map((text): Remark => ({
      kind: 'ignored',
      text,
      sentence: `NCBI dropped the search field and searched them all: ${text}`,
    })),
  ];
  const textsOf = (kind: Remark['kind']): string[] =>
    remarks.filter((each) => each.kind === kind).map(({ text }) => text);
  const messages = textsOf('messages');
  checkOrder(question, messages);
  rejectFailures(messages);
  const count = countOf(result.count, 'count');
  const retstart = countOf(result.retstart, 'retstart');
  const uids = yield* mapInSlices(listOf(result.idlist, 'idlist'), (uid) => uidOf(uid, 'idlist'));
  reconcilePage(question, {
    count,
    retstart,
    retmax: optionalText(result.retmax) === undefined ? undefined : countOf(result.retmax, 'retmax'),
    uids,
    messages,
  });
  if (count === 0) {
    believeNoHits(
      answer,
      result,
      REMARKS.map(([list]) => list),
    );
  }
  const stored = storedSetIn(result);
  reconcileStoredSet(question, stored, count);
  return {
    count,
    retstart,
    uids,
    ...(queryTranslation !== undefined && { queryTranslation }),
    ...(stored && { stored }),
    notFound: textsOf('notFound'),
    ignored: textsOf('ignored'),
    messages,
    warnings: remarks.map(({ sentence }) => sentence),
  };
}

/** What NCBI remarks of an order that it does not know, before it lists the hits in another one (observed 2026). */
const ORDER_IGNORED = /^Unknown sort schema '.*' ignored$/i;

/** Hits in another order than the requested one would be taken for the first of that order. */
function checkOrder({ db, sort }: SearchedPage, messages: readonly string[]): void {
  if (sort !== undefined && messages.some((message) => ORDER_IGNORED.test(message))) {
    throw new EntrezError('UNSUPPORTED_COMMAND', `NCBI does not sort ${db} by "${sort}". Leave the order out.`, { db });
  }
}

/** A back end that failed under some of the hits leaves a count that is too small. */
function rejectFailures(messages: readonly string[]): void {
  const failure = messages.map(knownFailure).find((each) => each?.retryable === true);
  if (failure) {
    throw failure;
  }
}

function storedSetIn(result: JsonObject): StoredSet | undefined {
  const webEnv = optionalText(result.webenv);
  const queryKey = optionalText(result.querykey);
  return webEnv === undefined || queryKey === undefined
    ? undefined
    : { webEnv: webEnvOf(webEnv), queryKey: uidOf(queryKey, 'querykey') };
}

/** One thing NCBI remarks about a search. */
interface Remark {
  readonly kind: 'notFound' | 'ignored' | 'messages';
  readonly text: string;
  readonly sentence: string;
}

/** What stands in `errorlist` and `warninglist`; both are absent when there is nothing to say. */
const REMARKS: readonly (readonly [list: string, kind: Remark['kind'], before: string])[] = [
  ['phrasesnotfound', 'notFound', 'Nothing was found for: '],
  ['fieldsnotfound', 'notFound', 'The database has no search field: '],
  ['phrasesignored', 'ignored', 'Left out of the search: '],
  ['quotedphrasesnotfound', 'notFound', 'Nothing was found for the quoted phrase: '],
  ['outputmessages', 'messages', ''],
];

/** @throws EntrezError `MALFORMED_RESPONSE`, retryable, for remarks that nobody can read: they may be a failure. */
function remarksIn(given: unknown): Remark[] {
  const lists = given === undefined || given === null ? {} : withoutError(objectOf(given, 'warninglist'));
  return Object.entries(lists).flatMap(([list, remarks]) => {
    // What a later version of ESearch remarks is told in its words.
    const [, kind, before] = REMARKS.find(([name]) => name === list) ?? [
      list,
      'messages' as const,
      `${redact(list)}: `,
    ];
    return [remarks ?? []]
      .flat()
      .filter((remark) => remark !== '')
      .map((remark) => redact(textOfScalar(remark, list)))
      .map((text) => ({ kind, text, sentence: `${before}${text}` }));
  });
}
