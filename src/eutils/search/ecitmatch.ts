import { countOf, isUid } from '../body/shape.js';
import { backendFailure, knownFailure } from '../failures/backend-failure.js';
import { contradiction, malformed } from '../failures/malformed.js';
import { redact } from '../failures/redact.js';
import type { EutilsRequest } from '../wire.js';

/** What is known of a printed article. NCBI decides by journal, volume and page, and passes over a wrong author or year. */
export interface Citation {
  readonly journal?: string | undefined;
  readonly year?: string | undefined;
  readonly volume?: string | undefined;
  readonly firstPage?: string | undefined;
  /** Last name and initials. */
  readonly author?: string | undefined;
}

/** What NCBI says of a citation. */
export type CitationAnswer =
  | { readonly status: 'FOUND'; readonly uid: string }
  /** Several articles, which are named where they are few. */
  | { readonly status: 'AMBIGUOUS'; readonly count: number; readonly uids: readonly string[] }
  | { readonly status: 'NOT_FOUND'; readonly reason?: string | undefined };

/** Characters of a page in place of an answer that are looked at for the reason: a tag without end is searched to the end. */
const MAX_PAGE = 2000;

/** Citations under keys, which are unique in a call and have letters and digits only. */
export type KeyedCitations = ReadonlyMap<string, Citation>;

/** Asks ECitMatch for the PMIDs of citations. Lines end with CR, fields with a bar (manual, protocol-2 section 3). */
export function citationRequest(citations: KeyedCitations): EutilsRequest {
  const lines = [...citations].map(([key, citation]) =>
    [...fieldsOf(citation), key].map((field) => `${field}|`).join(''),
  );
  return {
    utility: 'ecitmatch',
    retmode: 'xml',
    params: [
      ['db', 'pubmed'],
      ['retmode', 'xml'],
      ['bdata', lines.join('\r')],
    ],
    idCount: citations.size,
  };
}

/** A field as it can stand in a line: bars, line ends and other characters that are not printed become blanks. */
export function citationField(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\p{C}\p{Z}|]+/gu, ' ')
    .trim();
}

/** What an answer says of citations. */
export interface CitationAnswers {
  readonly answers: ReadonlyMap<string, CitationAnswer>;
  /** Keys of citations behind the one at which NCBI stopped: these are to be sent again. */
  readonly behind: ReadonlySet<string>;
  /** The last key where its line has no end, or an empty body stands for its answer: that may be a failure. */
  readonly open?: string | undefined;
}

/**
 * Reads the answers by key. The answer is plain text whatever was requested: the fields of each citation, its key and what
 * was found. NCBI answers in order and stops at the first citation without a journal that it finds nothing for (protocol-2
 * section 3); that one is not found, and those behind it have no answer yet. What else is left out is missing here.
 *
 * @throws EntrezError `MALFORMED_RESPONSE`, retryable, for a line that is none, a key that was not sent or comes twice, and
 * a citation that is not the one sent; `UPSTREAM_UNAVAILABLE`, retryable, when NCBI reports an error instead.
 */
export function decodeCitations(body: string, citations: KeyedCitations): CitationAnswers {
  if (isPage(body)) {
    throw backendFailure(
      body
        .slice(0, MAX_PAGE)
        .replaceAll(/<[^>]*>/g, ' ')
        .trim(),
    );
  }
  const answers = new Map<string, CitationAnswer>();
  let last: string | undefined;
  for (const line of body.split(/\r\n|\r|\n/).filter((each) => each.trim() !== '')) {
    const [key, answer] = answerIn(line, citations);
    if (answers.has(key)) {
      throw contradiction('NCBI answered twice for one citation.');
    }
    answers.set(key, answer);
    last = key;
  }
  const keys = [...citations.keys()];
  const stop = keys.findIndex((key) => !answers.has(key));
  const isStopped =
    stop >= 0 && !isNamed(citations.get(keys[stop] ?? '')) && keys.length - stop === keys.length - answers.size;
  if (!isStopped) {
    return { answers, behind: new Set(), open: /[\r\n]$/.test(body) ? undefined : last };
  }
  const stopped = keys[stop] ?? '';
  // An empty body may as well be a failure.
  const open = answers.size === 0 ? stopped : undefined;
  answers.set(stopped, { status: 'NOT_FOUND' });
  return { answers, behind: new Set(keys.slice(stop + 1)), open };
}

/** Whether a body is XML, HTML or JSON. The fields of a citation may begin as these do: `[Hokkaido igaku zasshi]`. */
function isPage(body: string): boolean {
  const [, firstLine = ''] = /^[\ufeff\s]*([<{[][^\r\n]*)/.exec(body) ?? [];
  return firstLine !== '' && firstLine.split('|').length < FIELDS + 2;
}

function isNamed(citation: Citation | undefined): boolean {
  return citationField(citation?.journal ?? '') !== '';
}

function answerIn(line: string, citations: KeyedCitations): [key: string, answer: CitationAnswer] {
  const fields = line.split('|');
  const [key = '', found = ''] = fields.slice(FIELDS, FIELDS + 2).map((field) => field.trim());
  if (fields.length < FIELDS + 2 || fields.slice(FIELDS + 2).some((rest) => rest.trim() !== '')) {
    throw noLine(line);
  }
  const citation = citations.get(key);
  if (!citation) {
    throw contradiction('NCBI answered for a citation that was not sent.');
  }
  if (!isSame(citation, fields)) {
    throw contradiction('NCBI answered for another citation than the one sent under its key.');
  }
  return [key, meaningOf(found)];
}

/** Journal, year, volume, first page and author. */
const FIELDS = 5;

function fieldsOf({ journal, year, volume, firstPage, author }: Citation): string[] {
  return [journal, year, volume, firstPage, author].map((field) => citationField(field ?? ''));
}

/** NCBI repeats the fields but for the author, which is left out where nothing was found (protocol-2 section 3: 2026). */
function isSame(citation: Citation, given: readonly string[]): boolean {
  const sent = fieldsOf(citation).slice(0, FIELDS - 1);
  return sent.every((field, index) => !isPlain(field) || lettersOf(field) === lettersOf(given[index] ?? ''));
}

/** How other letters come back is not known. */
function isPlain(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

function lettersOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/** A reason that is none of the citation: `NOT_FOUND;INVALID_JOURNAL` is one that is (protocol-2 section 3). */
const FAILURE = /error|exception|fail|unavailable/i;

function meaningOf(found: string): CitationAnswer {
  if (isUid(found)) {
    return { status: 'FOUND', uid: found };
  }
  if (/^(?:NOT_FOUND(?:;.*)?)?$/.test(found)) {
    const reason = redact(found.slice('NOT_FOUND;'.length).trim());
    if (knownFailure(reason)?.retryable === true || FAILURE.test(reason)) {
      throw backendFailure(reason);
    }
    return { status: 'NOT_FOUND', ...(reason !== '' && { reason }) };
  }
  const [, counted] = /^AMBIGUOUS \((\d+) citations?\)$/.exec(found) ?? [];
  if (counted !== undefined) {
    return ambiguous(countOf(counted, 'citations'), []);
  }
  const [, listed = ''] = /^AMBIGUOUS ([1-9]\d*(?:, ?[1-9]\d*)*)$/.exec(found) ?? [];
  const uids = [...new Set(listed.split(/, ?/).filter((uid) => uid !== ''))];
  if (!uids.every(isUid) || uids.length === 0) {
    throw malformed('NCBI answered for a citation with something that is neither PMIDs nor a reason.');
  }
  return ambiguous(uids.length, uids);
}

function ambiguous(count: number, uids: readonly string[]): CitationAnswer {
  if (count < 2) {
    throw contradiction('NCBI called a citation ambiguous that fewer than two articles fit.');
  }
  return { status: 'AMBIGUOUS', count, uids };
}

/** What is no line of an answer may be the sentence of a program that failed. */
function noLine(line: string): Error {
  return line.includes('|') ? malformed('NCBI sent a citation with too few or too many fields.') : backendFailure(line);
}
