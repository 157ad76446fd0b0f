import { errorIn } from './answer.js';
import { knownFailure } from '../failures/backend-failure.js';
import { EntrezError } from '../failures/errors.js';
import { parseJson } from './json.js';
import { malformed } from '../failures/malformed.js';
import { redact } from '../failures/redact.js';
import { isObject } from './shape.js';
import { startOf } from './text.js';
import type { EutilsResponse, Utility } from '../wire.js';

/** Error bodies are a line or a small page; nothing beyond this is looked at. */
const LOOK_AT = 20_000;

/** Perhaps an XML declaration and comments, then what only a web page starts with. */
const HTML =
  /^[\ufeff\s]*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|title|body|center|h[1-6]|p|pre|div|table|script|style|meta|i?frame|font|b|br|hr)\b(?!-)/is;

/** The statuses of an answer, also by way of a proxy; that of a part or of nothing would pass for "no such record". */
const WHOLE: ReadonlySet<number> = new Set([200, 203]);

/** The words of the pages NCBI shows to addresses it keeps out. */
const BLOCK_PAGE = /\bmisuse\b|\babuse\b|\bblocked\b|access denied|access to .{0,80}denied/i;

/**
 * Throws the failure an HTTP answer stands for before anything in it is decoded, by status and body together: NCBI
 * sends errors with status 200 and transient trouble with status 400 (protocol: recorded 2013 to 2026). Error sentences
 * inside a well-formed 200 answer are left to the decoder of the utility.
 *
 * An empty body is a failure for every utility but EFetch, whose answers in text are empty where no id exists, and ECitMatch,
 * which may stop before the first citation. The sentences of both, whose answers may be any text, are left to their decoders.
 *
 * @throws EntrezError one of
 * - `UPSTREAM_RATE_LIMITED`, retryable: status 429, or the gateway's rate limit sentence under any status;
 *   `details.retryAfterMs` (milliseconds) where the answer has a `Retry-After`;
 * - `INVALID_API_KEY`: the gateway's sentence about the key, under any status;
 * - `UPSTREAM_UNAVAILABLE`, retryable: every 5xx but 501, a 2xx without a whole answer, the gateway's "error forwarding request", a 4xx that names a
 *   failed back end, a web page with status 200; not retryable: 501, redirections, other 4xx, requests that are too
 *   large, and the page that says NCBI blocks this address;
 * - `UNKNOWN_ID` or `BAD_USER_INPUT`: a 4xx that says so;
 * - `MALFORMED_RESPONSE`, retryable: an empty body with status 200.
 */
export function rejectFailure(response: EutilsResponse, utility: Utility): void {
  const start = startOf(response.body, LOOK_AT);
  const page = HTML.test(start);
  const gateway = gatewayFailure(start);
  if (gateway !== undefined) {
    throw gateway.with({ retryAfterMs: retryAfter(response) });
  }
  if (response.status === 429) {
    throw new EntrezError('UPSTREAM_RATE_LIMITED', `NCBI refused this ${utility} request because of its rate limit.`, {
      retryable: true,
      retryAfterMs: retryAfter(response),
    });
  }
  if ((page || response.status === 403) && BLOCK_PAGE.test(start)) {
    throw new EntrezError(
      'UPSTREAM_UNAVAILABLE',
      `NCBI appears to block this address: ${utility} answered "${redact(textIn(start))}"`,
      { scope: 'address' },
    );
  }
  if (Math.floor(response.status / 100) !== 2) {
    throw failureOfStatus(response, utility, textIn(start));
  }
  if (!WHOLE.has(response.status)) {
    throw unavailable(`NCBI's ${utility} answered HTTP ${response.status}, which is no whole answer.`, true);
  }
  if (page) {
    throw unavailable(`NCBI's ${utility} answered with a web page: "${redact(textIn(start))}"`, true);
  }
  const isText = utility === 'efetch' || utility === 'ecitmatch';
  if (!isText && start.trim() === '') {
    throw malformed(`NCBI's ${utility} sent an empty answer.`);
  }
  if (!isText && !/^[\ufeff\s]*[<{["]/.test(start)) {
    rejectSentence(start);
  }
}

function unavailable(message: string, retryable: boolean, retryAfterMs?: number): EntrezError {
  return new EntrezError('UPSTREAM_UNAVAILABLE', message, { retryable, retryAfterMs });
}

/**
 * The gateway before all utilities answers with one line of JSON whatever form was asked, such as
 * `{"error":"API rate limit exceeded","api-key":"…","count":"4","limit":"3"}`.
 */
function gatewayFailure(start: string): EntrezError | undefined {
  const sentence = start.includes('"error"') ? sentenceInJson(start) : undefined;
  return sentence === undefined ? undefined : knownFailure(sentence);
}

function failureOfStatus(response: EutilsResponse, utility: Utility, text: string): EntrezError {
  const { status } = response;
  const saying = redact(text);
  const quoted = saying === '' ? '.' : `: "${saying}"`;
  const known = knownFailure(text);
  if (known?.code === 'UPSTREAM_RATE_LIMITED' || known?.code === 'INVALID_API_KEY') {
    return known.with({ retryAfterMs: retryAfter(response) });
  }
  if (status >= 500) {
    return unavailable(`NCBI's ${utility} answered HTTP ${status}${quoted}`, status !== 501, retryAfter(response));
  }
  if (status === 413 || status === 414) {
    // A smaller one may pass.
    return new EntrezError(
      'UPSTREAM_UNAVAILABLE',
      `The ${utility} request is too large for NCBI (HTTP ${status})${quoted}`,
      {
        scope: 'id',
      },
    );
  }
  if (status < 400) {
    return unavailable(`NCBI's ${utility} answered HTTP ${status}: is the base URL right, with https?`, false);
  }
  return (
    known ??
    new EntrezError('UPSTREAM_UNAVAILABLE', `NCBI's ${utility} refused the request with HTTP ${status}${quoted}`, {
      retryable: status === 408,
      // One id may have spoiled it, as ids that EFetch and ESummary refuse do (protocol section 8).
      scope: status === 400 || status === 422 ? 'id' : 'service',
    })
  );
}

/** A known error sentence as plain text with status 200; other plain text is for the decoder to refuse. */
function rejectSentence(text: string): void {
  const failure = knownFailure(text);
  if (failure !== undefined) {
    throw failure;
  }
}

/** What an error body says: the sentence in its JSON, the words between its tags, or itself. */
function textIn(start: string): string {
  return sentenceInJson(start) ?? start.replace(/<(script|style)\b.*?<\/\1>/gis, ' ').replace(/<[^>]*>/g, ' ');
}

function sentenceInJson(text: string): string | undefined {
  try {
    const answer = parseJson(text);
    return isObject(answer) ? errorIn(answer) : undefined;
  } catch {
    // An error body that is not JSON speaks for itself.
    return undefined;
  }
}

/** A year. Whoever waits has a bound of its own. */
const MAX_WAIT = 365 * 24 * 60 * 60 * 1000;

/** `Retry-After` in milliseconds; its date form counts from the date of the answer, so that no clock is needed. */
function retryAfter({ headers }: EutilsResponse): number | undefined {
  const after = headers['retry-after']?.trim() ?? '';
  const wait = /^\d{1,15}(?:\.\d{1,9})?$/.test(after)
    ? Math.ceil(Number(after) * 1000)
    : Date.parse(after.endsWith('GMT') ? after : '') - Date.parse(headers.date ?? '');
  return wait >= 0 ? Math.min(wait, MAX_WAIT) : undefined;
}
