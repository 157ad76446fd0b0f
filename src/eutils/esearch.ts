import { jsonAnswer, withoutError } from './answer.js';
import { redact } from './redact.js';
import { countOf, isObject, listOf, objectOf, optionalText, uidOf, type JsonObject } from './shape.js';
import type { EutilsRequest } from './wire.js';

export interface SearchQuestion {
  readonly db: string;
  /** In NCBI's query language. */
  readonly term: string;
  /** Number of the first hit wanted, from 0. PubMed refuses more than 9998. */
  readonly retstart: number;
  /** How many hits are wanted. */
  readonly retmax: number;
  /** An order this database offers; NCBI's own when left out. */
  readonly sort?: string | undefined;
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
  /** What NCBI could not find or left out of the term, as sentences. */
  readonly warnings: readonly string[];
}

/** Asks ESearch for one page of uids. */
export function searchRequest({ db, term, retstart, retmax, sort }: SearchQuestion): EutilsRequest {
  return {
    utility: 'esearch',
    retmode: 'json',
    params: [
      ['db', db],
      ['term', term],
      ['retstart', String(retstart)],
      ['retmax', String(retmax)],
      ...(sort === undefined ? [] : [['sort', sort] as const]),
      ['retmode', 'json'],
    ],
    idCount: 0,
  };
}

/**
 * Reads one page of hits. The `translationstack`, where NCBI counts `-1` for what it did not count, is not looked at.
 *
 * @throws EntrezError `BAD_USER_INPUT` for an unknown database, an empty term or a page beyond the limit;
 * `UPSTREAM_UNAVAILABLE`, retryable, when the search back end failed; `MALFORMED_RESPONSE`, retryable, when the answer
 * cannot be read.
 */
export function decodeSearch(body: string): SearchAnswer {
  const result = withoutError(objectOf(jsonAnswer(body).esearchresult, 'esearchresult'));
  const queryTranslation = optionalText(result.querytranslation);
  return {
    count: countOf(result.count, 'count'),
    retstart: countOf(result.retstart, 'retstart'),
    uids: listOf(result.idlist, 'idlist').map((uid) => uidOf(uid, 'idlist')),
    ...(queryTranslation !== undefined && { queryTranslation }),
    warnings: [...warningsOf(result.errorlist), ...warningsOf(result.warninglist)],
  };
}

/** What stands in `errorlist` and `warninglist`; both are absent when there is nothing to say. */
const WARNINGS: Readonly<Record<string, (text: string) => string>> = {
  phrasesnotfound: (phrase) => `Nothing was found for: ${phrase}`,
  fieldsnotfound: (field) => `The database has no search field: ${field}`,
  phrasesignored: (phrase) => `Left out of the search: ${phrase}`,
  quotedphrasesnotfound: (phrase) => `Nothing was found for the quoted phrase: ${phrase}`,
  outputmessages: (message) => message,
};

function warningsOf(lists: unknown): string[] {
  const known: JsonObject = isObject(lists) ? lists : {};
  return Object.entries(WARNINGS).flatMap(([name, sentence]) =>
    [known[name]]
      .flat()
      .map(optionalText)
      .filter((text) => text !== undefined)
      .map((text) => sentence(redact(text))),
  );
}
