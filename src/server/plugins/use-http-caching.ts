import { hash } from 'node:crypto';

import type { ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';

import type { CostRecorder, Freshness } from '../../loading/operation/cost-recorder.js';
import type { Milliseconds } from '../../upstream/clock.js';
import { matchesEtag } from '../accept/etag.js';
import { cacheDirectivesOf } from '../access/cache-directives.js';
import { REQUEST_HEADERS, TRACE_HEADER } from '../access/operation-of-request.js';
import { PreparedResult } from '../execution/prepared-text.js';
import { type KeptAnswer, WholeResult } from '../execution/response-cache.js';
import { ROWS_HEADER } from './use-rows.js';

/** How long others may keep what only another version of the gateway changes, such as the catalog, in seconds. */
const MAX_AGE_S = 300;

/** The request headers that change an answer. Caches know themselves what `cache-control` means for them. */
const VARY = [
  'Accept',
  'Accept-Encoding',
  'Origin',
  'Authorization',
  ...Object.values(REQUEST_HEADERS).filter((name) => name !== REQUEST_HEADERS.freshness),
  ROWS_HEADER,
  TRACE_HEADER,
].join(', ');

/**
 * Tells HTTP caches how long they may keep an answer (RFC 9111): until the first of its parts is outdated. Errors, outdated
 * parts, sets stored at NCBI and what is of this moment are not kept; answers to callers with a key or a token are kept by
 * the caller only. Answers to GET have a weak ETag of their data, since the cost beside it differs each time; a client
 * that has the same is answered with 304.
 *
 * @param isPrivate - Whether all callers have to be known.
 */
export function useHttpCaching(operations: WeakMap<Request, CostRecorder>, isPrivate: boolean): Plugin {
  const results = new WeakMap<Request, ExecutionResult>();
  return {
    onResultProcess({ request, result }) {
      if (!Array.isArray(result) && !(Symbol.asyncIterator in result)) {
        results.set(request, result as ExecutionResult);
      }
    },
    onResponse(payload) {
      const { request, response, fetchAPI } = payload;
      const { headers } = response;
      // Not `set`, which may keep capitals in names of headers where others look for small letters.
      headers.delete('vary');
      headers.append('vary', VARY);
      const type = headers.get('content-type');
      if (type === null) {
        return;
      }
      const isStream = /^(?:multipart\/mixed|text\/event-stream)\b/.test(type);
      const result = results.get(request);
      const isGood = response.status === 200 && result?.errors === undefined && result?.data != null;
      const freshness = isGood && !isStream && !isOfOneRun(request) ? operations.get(request)?.freshness : undefined;
      const isOwn = isPrivate || ['authorization', REQUEST_HEADERS.apiKey].some((name) => request.headers.has(name));
      for (const [name, value] of Object.entries(cachingHeaders(freshness, isOwn))) {
        headers.set(name, value);
      }
      if (!type.includes('json')) {
        // Proxies hold streams back otherwise.
        headers.set('x-accel-buffering', 'no');
      }
      if (result && freshness && request.method === 'GET') {
        const etag = `W/"${hash('sha256', [type, request.headers.get(ROWS_HEADER), digestOf(result)].join(' '), 'base64url')}"`;
        headers.set('etag', etag);
        if (matchesEtag(request.headers.get('if-none-match'), etag)) {
          const kept = new fetchAPI.Headers(headers);
          kept.delete('content-type');
          kept.delete('content-length');
          payload.setResponse(new fetchAPI.Response(null, { status: 304, headers: kept }));
        }
      }
    },
  };
}

/** Whether an answer is explained or traced, which tells of one run, or not to be kept by wish of the client. */
function isOfOneRun({ headers }: Request): boolean {
  return (
    headers.has(REQUEST_HEADERS.explain) ||
    headers.has(TRACE_HEADER) ||
    cacheDirectivesOf(headers.get(REQUEST_HEADERS.freshness)).isNotKept
  );
}

/** The headers that say how long an answer may be kept, and by whom; it must not be where its freshness is unknown. */
export function cachingHeaders(freshness: Freshness | undefined, isPrivate: boolean): Readonly<Record<string, string>> {
  // In whole seconds, rounded so that nothing is kept too long.
  const left = freshness?.maxAge === Infinity ? MAX_AGE_S : inSeconds(freshness?.maxAge ?? 0);
  if (!freshness || left < 1) {
    return { 'cache-control': 'no-store' };
  }
  const age = inSeconds(freshness.age);
  const lifetime = age + left;
  return { 'cache-control': `${isPrivate ? 'private' : 'public'}, max-age=${lifetime}`, age: String(age) };
}

/** Digests of the data of answers that are kept. */
const digests = new WeakMap<KeptAnswer, string>();

function digestOf(result: ExecutionResult): string {
  if (result instanceof PreparedResult) {
    return result.text.digest;
  }
  if (!(result instanceof WholeResult)) {
    return hash('sha256', JSON.stringify(result.data), 'base64url');
  }
  const digest = digests.get(result.answer) ?? hash('sha256', result.text, 'base64url');
  digests.set(result.answer, digest);
  return digest;
}

function inSeconds(span: Milliseconds): number {
  return Math.floor(span / 1000);
}
