import { createHash } from 'node:crypto';

import type { Exchange } from '../failures/exchange.js';
import { rejectFailure } from './failure.js';
import { wholeOf } from './text.js';
import { withoutSecrets } from '../failures/redact.js';
import type { EutilsRequest, EutilsResponse } from '../wire.js';

/** The headers that tell something about the answer. All others stay out: cookies and session ids are among them. */
const KEPT_HEADERS: readonly string[] = [
  'content-type',
  'date',
  'retry-after',
  'server',
  'x-entrez-sandbox',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
];

/** Parameters that name the caller. */
const CALLER = new Set(['api_key', 'email', 'tool']);

/** Where answers name an environment of stored sets, in XML and in JSON. */
const WEB_ENV = /(<WebEnv>\s*|"webenv"\s*:\s*")([^<"\s]+)/gi;

/** The sentences of errors in an otherwise good answer. */
const ERROR_SENTENCES = /<ERROR>[^]*?<\/ERROR>|"errors?"\s*:\s*"(?:[^"\\]|\\[^])*"/gi;

/**
 * An exchange fit to be shown to others.
 *
 * - `secrets` are removed wherever they stand, also percent-encoded; so are keys, addresses and stored sets in answers
 *   that are failures and in error sentences. Good answers are left alone otherwise: what looks like an address there
 *   may be the number of an enzyme.
 * - An environment of stored sets gets another name, the same wherever it stands, so that the requests that use it still
 *   fit to the answer that made it. The real name cannot be found out from it.
 *
 * @param secrets - the operator's key and address.
 */
export function exchangeWithoutSecrets(
  { utility, params }: EutilsRequest,
  response: EutilsResponse,
  secrets: readonly string[],
): Exchange {
  const clean = (text: string): string => without(secrets, text);
  const named = (text: string): string =>
    text.replace(WEB_ENV, (_match, before: string, webEnv: string) => `${before}${otherName(webEnv)}`);
  const kept: Record<string, string[]> = {};
  for (const [name, value] of params.filter(([each]) => !CALLER.has(each.toLowerCase()))) {
    (kept[name] ??= []).push(clean(/^webenv$/i.test(name) ? otherName(value) : value));
  }
  const { status, headers } = response;
  const body = clean(wholeOf(response.body));
  return {
    utility,
    params: Object.fromEntries(Object.entries(kept).map(([name, values]) => [name, oneOrMore(values)])),
    status,
    headers: Object.fromEntries(
      KEPT_HEADERS.flatMap((name) => (headers[name] === undefined ? [] : [[name, clean(headers[name])]])),
    ),
    body: isFailure(response, utility) ? withoutSecrets(body) : named(body.replace(ERROR_SENTENCES, withoutSecrets)),
  };
}

function without(secrets: readonly string[], text: string): string {
  return secrets
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .reduce((rest, secret) => rest.replaceAll(secret, '[removed]'), text);
}

/** Of the form of today's names (protocol: recorded 2025), so that clients that look at it are content. */
function otherName(webEnv: string): string {
  return `MCID_${createHash('sha256').update(webEnv).digest('hex').slice(0, 24)}`;
}

function isFailure(response: EutilsResponse, utility: EutilsRequest['utility']): boolean {
  try {
    rejectFailure(response, utility);
    return false;
  } catch {
    return true;
  }
}

function oneOrMore(values: readonly string[]): string | string[] {
  const [only = ''] = values;
  return values.length === 1 ? only : [...values];
}
