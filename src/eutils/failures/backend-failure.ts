import { EntrezError, type ErrorCode } from './errors.js';
import { redact } from './redact.js';

/** What a sentence of NCBI means for us. */
interface Meaning {
  readonly code: ErrorCode;
  readonly retryable: boolean;
  /** In our words. */
  readonly says: string;
}

const REFUSED: Meaning = {
  code: 'UPSTREAM_RATE_LIMITED',
  retryable: true,
  says: 'NCBI refused the request because of its rate limit',
};
const BAD_KEY: Meaning = { code: 'INVALID_API_KEY', retryable: false, says: 'NCBI refused the API key' };
const DOWN: Meaning = { code: 'UPSTREAM_UNAVAILABLE', retryable: true, says: 'A back end of NCBI failed' };
const WITHDRAWN: Meaning = {
  code: 'UNSUPPORTED_COMMAND',
  retryable: false,
  says: 'NCBI no longer offers this command',
};
const TOO_LARGE: Meaning = {
  code: 'UPSTREAM_UNAVAILABLE',
  retryable: false,
  says: 'The request is too large for NCBI',
};
const NOT_IN_JSON: Meaning = {
  code: 'RESPONSE_TOO_LARGE',
  retryable: false,
  says: 'The answer is too large for NCBI to give it in JSON',
};
const NO_RECORD: Meaning = { code: 'UNKNOWN_ID', retryable: false, says: 'NCBI has no record with this identifier' };
const NO_DATABASE: Meaning = { code: 'BAD_USER_INPUT', retryable: false, says: 'NCBI does not know this database' };
const NO_TERM: Meaning = { code: 'BAD_USER_INPUT', retryable: false, says: 'NCBI cannot search for this' };
const EXPIRED: Meaning = {
  code: 'HISTORY_EXPIRED',
  retryable: false,
  says: 'NCBI does not keep this stored set, or no longer',
};
const TOO_FAR: Meaning = {
  code: 'BAD_USER_INPUT',
  retryable: false,
  says: 'NCBI does not page that far into a search result',
};

/**
 * Sentences by their invariable parts, first match wins (protocol: error catalogue, recorded 2013 to 2026).
 * Lasting causes come first, since they arrive wrapped in the words of a back end failure: a `retstart` beyond the
 * limit reads `Search Backend failed: Exception: 'retstart' cannot be larger than 9998`.
 */
const SENTENCES: readonly (readonly [pattern: RegExp, meaning: Meaning])[] = [
  [/API rate limit exceeded/i, REFUSED],
  [/API key (?:is )?(?:invalid|not valid)|invalid API key/i, BAD_KEY],
  [/cannot be transformed to JSON/i, NOT_IN_JSON],
  [/command (?:is )?not supported/i, WITHDRAWN],
  [/'?retstart'? cannot be larger/i, TOO_FAR],
  [/too many uids/i, TOO_LARGE],
  [/(?:invalid|wrong) db name|can ?not retrieve dbinfo/i, NO_DATABASE],
  [/invalid uid|failed to understand id|cannot get document summary/i, NO_RECORD],
  [/(?:empty id list|id[ +]list[ +]is[ +]empty|id parameter is empty)/i, NO_RECORD],
  [/empty term/i, NO_TERM],
  [/unable to obtain query|empty history id list/i, EXPIRED],
  [/C\+\+ Exception|TXCLIENT|(?:Search|DocSum|Link|Fetch) Backend failed|External viewer error/i, DOWN],
  [/unable to route request|ratecontrol|proxy_stream|failed to connect to|empty response/i, DOWN],
  [/resolve #|address table is empty|unable to open connection|error forwarding request/i, DOWN],
  [/read failed|unexpectedly closed|connection (?:refused|reset|closed)/i, DOWN],
  [/\btime(?:d)?[ -]?out\b|temporar(?:y|ily)|try again|overload/i, DOWN],
  [/bad gateway|service unavailable|(?:http|status|error|code)\W{0,3}50[0234]\b/i, DOWN],
];

/** Characters in which a sentence says what it means. */
const MEANING = 20_000;

/** A list of 10,000 refused uids, a sentence each, is shorter. */
const MAX_LENGTH = 500_000;

function meaningOf(text: string): Meaning | undefined {
  return SENTENCES.find(([pattern]) => pattern.test(text))?.[1];
}

/** EFetch of sequences spaces some sentences out: `F a i l e d  t o  u n d e r s t a n d  i d :  X` (protocol-2: 2026). */
const SPACED = /(?<!\S)\S(?: \S){5,}(?: {2}\S(?: \S)*)*/g;

function withoutSpacing(text: string): string {
  return text.replace(SPACED, (spaced) => spaced.replace(/ ( ?)/g, '$1'));
}

/**
 * The failure a known error sentence of NCBI stands for; `undefined` for a sentence nobody has recorded.
 * The message is ours, with NCBI's words quoted after {@link redact}.
 */
export function knownFailure(text: string): EntrezError | undefined {
  const sentence = withoutSpacing(text.slice(0, MEANING));
  const meaning = meaningOf(sentence);
  if (meaning === undefined) {
    return undefined;
  }
  const uids = refusedUids(sentence + text.slice(MEANING, MAX_LENGTH));
  const size = /input XML size is (\d{1,15}) bytes/i.exec(sentence)?.[1];
  return new EntrezError(meaning.code, `${meaning.says}: "${redact(sentence)}"`, {
    retryable: meaning.retryable,
    ...(meaning.code === 'UPSTREAM_UNAVAILABLE' && { scope: 'id' }),
    ...(uids.length > 0 && { uids }),
    ...(size !== undefined && { answerBytes: Number(size) }),
  });
}

/** Every uid that NCBI refuses, each in a sentence of its own: `Invalid uid A at position= 0; Invalid uid B ...`. */
function refusedUids(text: string): string[] {
  const named = [...text.matchAll(/invalid uid (.{1,200}?) at position|failed to understand id: *([^\s;"<]+)/gi)];
  return [...new Set(named.map(([, refused, unread]) => redact(refused ?? unread ?? '')))];
}

/**
 * The failure an error sentence of any E-utility stands for, wherever in the answer it stood. One of
 * `UPSTREAM_UNAVAILABLE` (retryable, also for sentences nobody has recorded), `UNSUPPORTED_COMMAND`, `UNKNOWN_ID` (with
 * the uids that NCBI names), `RESPONSE_TOO_LARGE` (with the size that NCBI states), `BAD_USER_INPUT`, `HISTORY_EXPIRED`,
 * `UPSTREAM_RATE_LIMITED` (retryable) and `INVALID_API_KEY`.
 */
export function backendFailure(text: string): EntrezError {
  const said = redact(text);
  return (
    knownFailure(text) ??
    new EntrezError(
      'UPSTREAM_UNAVAILABLE',
      said === '' ? 'NCBI reported an error without saying which.' : `NCBI reported an error: "${said}"`,
      { retryable: true, scope: 'id' },
    )
  );
}
