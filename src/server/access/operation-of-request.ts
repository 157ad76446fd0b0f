import { GraphQLError } from 'graphql';

import type { Config } from '../../config.js';
import { EntrezError } from '../../eutils/failures/errors.js';
import { type Allowance, Operation } from '../../loading/operation/operation.js';
import { type Milliseconds, systemClock } from '../../upstream/clock.js';
import type { NcbiClient } from '../../upstream/ncbi-client.js';
import type { NcbiClients } from '../../upstream/client-pool.js';
import { type CacheDirectives, cacheDirectivesOf } from './cache-directives.js';
import type { CallerKeys } from './caller-keys.js';

/** What a caller's HTTP headers may say about an operation. */
export const REQUEST_HEADERS = {
  /** The caller's own NCBI API key, whose rate is then used instead of the server's. */
  apiKey: 'x-ncbi-api-key',
  /** Fewer upstream calls than MAX_CALLS allows. */
  maxCalls: 'x-entrez-max-calls',
  /** Fewer milliseconds than DEADLINE_MS allows. */
  deadline: 'x-entrez-deadline-ms',
  /** How old an answer may be, and where it comes from: see {@link cacheDirectivesOf}. */
  freshness: 'cache-control',
  /** Adds to the report where the time went. */
  explain: 'x-entrez-explain',
} as const;

/** By this header a gateway of Apollo's Federation requests a trace; the only format is `ftv1`. */
export const TRACE_HEADER = 'apollo-federation-include-trace';

/** Longest API key of a caller, in characters. */
export const MAX_KEY_LENGTH = 128;

/** Whether a text has the form of an API key; NCBI alone knows whether it is one. */
export function isApiKey(text: string): boolean {
  return text.length <= MAX_KEY_LENGTH && /^[\x21-\x7e]+$/.test(text);
}

/** Who sends a request, and what that client may do. */
interface RequestAccess {
  /** The name of the client, or its network. */
  readonly caller: string;
  readonly ncbiClients: NcbiClients;
  /** Undefined where keys of callers are refused. */
  readonly callerKeys: CallerKeys | undefined;
  /** The upstream calls that the client may make, where there is a quota. */
  readonly allowance: Allowance | undefined;
  /** Operations under way. */
  readonly running: Set<Operation>;
}

/**
 * The operation that an HTTP request asks for, with its NCBI client, its budget and its deadline.
 *
 * @throws GraphQLError with the code `BAD_USER_INPUT` and HTTP status 400 for a header that cannot be used; it never
 * shows a key.
 */
export function operationOfRequest(
  request: Pick<Request, 'headers' | 'signal'>,
  config: Pick<Config, 'DEADLINE_MS' | 'MAX_CALLS'>,
  access: RequestAccess,
): Operation {
  const { headers, signal } = request;
  const directives = cacheDirectivesOf(headers.get(REQUEST_HEADERS.freshness));
  const maxCalls = lowered(headers, REQUEST_HEADERS.maxCalls, config.MAX_CALLS);
  return new Operation({
    clock: systemClock,
    client: clientOf(headers, access),
    deadline: lowered(headers, REQUEST_HEADERS.deadline, config.DEADLINE_MS),
    maxCalls: directives.isFromCache ? 0 : maxCalls,
    allowance: access.allowance,
    signal,
    maxAge: maxAgeOf(directives),
    isExplained: isExplained(headers),
    running: access.running,
  });
}

function clientOf(headers: Headers, { ncbiClients, callerKeys, caller }: RequestAccess): NcbiClient {
  const apiKey = headers.get(REQUEST_HEADERS.apiKey);
  if (apiKey === null || apiKey === '') {
    return ncbiClients.default;
  }
  if (!isApiKey(apiKey)) {
    throw refused(REQUEST_HEADERS.apiKey, `an API key of at most ${MAX_KEY_LENGTH} characters without blanks`);
  }
  if (!callerKeys) {
    throw invalidHeader('This server accepts no API keys of callers. Remove the header x-ncbi-api-key.');
  }
  return callerKeys.clientFor(apiKey, caller);
}

function lowered(headers: Headers, name: string, most: number): number {
  const text = headers.get(name);
  if (text === null || text === '') {
    return most;
  }
  if (!/^[1-9]\d{0,8}$/.test(text)) {
    throw refused(name, 'a whole number of at least 1');
  }
  return Math.min(most, Number(text));
}

function isExplained(headers: Headers): boolean {
  const text = headers.get(REQUEST_HEADERS.explain) ?? '';
  if (!['', '0', '1'].includes(text)) {
    throw refused(REQUEST_HEADERS.explain, '1, or left out');
  }
  return text === '1';
}

function maxAgeOf({ maxAge }: CacheDirectives): Milliseconds | undefined {
  if (Number.isNaN(maxAge)) {
    throw refused(REQUEST_HEADERS.freshness, '"no-cache" or "max-age=" with a whole number of seconds');
  }
  return maxAge;
}

function refused(header: string, expected: string): GraphQLError {
  return invalidHeader(`The header ${header} must be ${expected}.`);
}

function invalidHeader(message: string): GraphQLError {
  const originalError = new EntrezError('BAD_USER_INPUT', message);
  return new GraphQLError(originalError.message, {
    originalError,
    extensions: { ...originalError.extensions, http: { status: 400 } },
  });
}
