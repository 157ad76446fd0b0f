import type { IncomingMessage, ServerResponse } from 'node:http';

import { type DocumentNode, getOperationAST, type OperationTypeNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';

import type { Config } from '../config.js';
import { CostRecorder } from '../loading/operation/cost-recorder.js';
import type { Clock } from '../upstream/clock.js';
import { REQUEST_HEADERS, TRACE_HEADER } from './access/operation-of-request.js';
import type { ServerContext } from './access/use-client-identity.js';
import { isJson } from './accept/content-type.js';
import { acceptanceOf } from './accept/content-encoding.js';
import { type KeptAnswer, presentState, WholeResult } from './execution/response-cache.js';
import type { Observability } from './observability/observability.js';
import { serverTiming } from './observability/server-timing.js';
import { readBytes } from './access/request-body.js';
import { cachingHeaders } from './plugins/use-http-caching.js';
import { MIN_COMPRESSED_BYTES } from './plugins/use-compression.js';

/** Longer bodies go the long way. */
const MAX_BODY_BYTES = 8192;
const MAX_BYTES = 8 * 1024 * 1024;
const OVERHEAD_BYTES = 1024;

/** Requests with one of these headers go the long way, where it is looked at. */
const LONG_WAY = [
  'content-encoding',
  'transfer-encoding',
  'expect',
  'origin',
  'sec-fetch-site',
  TRACE_HEADER,
  ...Object.values(REQUEST_HEADERS),
];
/** Headers of a response that are made for each. */
const OF_ONE_RESPONSE = new Set([
  'content-length',
  'content-encoding',
  'server-timing',
  'x-request-id',
  'cache-control',
  'age',
]);

/** A request that was answered from a whole answer. */
interface KnownRequest {
  readonly name: string | undefined;
  readonly type: OperationTypeNode | undefined;
  /** Held by the cache of whole answers only. */
  readonly answer: WeakRef<KeptAnswer>;
  readonly headers: Readonly<Record<string, string>>;
}

/** What an operation was called, and the answer to it. */
type Seen = Pick<KnownRequest, 'name' | 'type'> & { answer?: KeptAnswer };

export interface ShortWayOptions {
  readonly clock: Clock;
  readonly observability: Pick<Observability, 'answered'>;
}

/**
 * Answers a request without Yoga, if one with the same body was answered by it from a whole answer that still holds: all
 * that Yoga would check of the body was found good then, and is the same now. What depends on the caller (tokens, quotas,
 * origins, headers with limits and keys) is left to the long way, as is everything else.
 */
export class ShortWay {
  readonly #clock: Clock;
  readonly #observability: Pick<Observability, 'answered'>;
  readonly #known = new LRUCache<string, KnownRequest>({
    maxSize: MAX_BYTES,
    sizeCalculation: (_known, key) => OVERHEAD_BYTES + key.length,
  });

  constructor({ clock, observability }: ShortWayOptions) {
    this.#clock = clock;
    this.#observability = observability;
  }

  /** Undefined where each request has to be judged by who sends it. */
  static of(config: Config, options: ShortWayOptions): ShortWay | undefined {
    const { AUTH_TOKENS_FILE, REQUESTS_PER_MINUTE, CALLS_PER_HOUR, CSRF_HEADER } = config;
    const isJudged = AUTH_TOKENS_FILE ?? REQUESTS_PER_MINUTE ?? CALLS_PER_HOUR;
    return isJudged === undefined && CSRF_HEADER === 'off' ? new ShortWay(options) : undefined;
  }

  /** Reads the body of a request that may be answered; undefined where its head says that it may not. */
  read(request: IncomingMessage): Promise<Buffer> | undefined {
    const { method, url, headers } = request;
    return method === 'POST' &&
      url === '/graphql' &&
      headers['content-type'] === 'application/json' &&
      Number(headers['content-length'] ?? Infinity) <= MAX_BODY_BYTES &&
      LONG_WAY.every((name) => headers[name] === undefined)
      ? readBytes(request)
      : undefined;
  }

  /** @returns Whether the request is answered. */
  async answer(body: Buffer, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const since = this.#clock.now();
    const known = this.#known.get(keyOf(body, request));
    const answer = known?.answer.deref();
    if (!known || !answer || answer.until <= since) {
      return false;
    }
    const account = new CostRecorder(this.#clock);
    account.recall(presentState(answer, since), 'memory');
    const report = account.report();
    const result = new WholeResult(answer);
    result.extensions = { entrez: report };
    const { encoding, isPlainAccepted } = acceptanceOf(request.headers['accept-encoding'] ?? null);
    const isCompressed = encoding !== undefined && (answer.text.length >= MIN_COMPRESSED_BYTES || !isPlainAccepted);
    // Only gzip is kept. Others would be compressed anew, as on the long way.
    const content =
      isCompressed && encoding === 'gzip'
        ? await result.gzipped()
        : isCompressed
          ? undefined
          : result.stringify(result);
    if (content === undefined) {
      return false;
    }
    const { id, took } = this.#observability.answered(request.headers, since, { ...known, operation: account });
    response
      .writeHead(200, {
        ...known.headers,
        ...cachingHeaders(account.freshness, false),
        ...(isCompressed && { 'content-encoding': encoding }),
        'content-length': Buffer.byteLength(content),
        'x-request-id': id,
        'server-timing': serverTiming(report, took),
      })
      .end(content);
    return true;
  }

  /** Learns from what Yoga answers. To be the last plugin. */
  learn(): Plugin<object, ServerContext> {
    const seen = new WeakMap<Request, Seen>();
    const known = this.#known;
    return {
      onExecute({ args, context }) {
        const { request } = context as { readonly request?: Request };
        if (request) {
          const operation = getOperationAST(args.document as DocumentNode, args.operationName as string | undefined);
          seen.set(request, { name: operation?.name?.value, type: operation?.operation });
        }
      },
      onResultProcess({ request, result }) {
        const its = seen.get(request);
        if (its && result instanceof WholeResult) {
          its.answer = result.answer;
        }
      },
      async onResponse({ request, response, serverContext }) {
        const its = seen.get(request);
        const { body, req } = serverContext;
        const isAnswer = isJson(response.headers);
        if (!body || !req || !its?.answer || response.status !== 200 || !isAnswer) {
          return;
        }
        const headers = [...response.headers].filter(([name]) => !OF_ONE_RESPONSE.has(name));
        known.set(keyOf(await body, req), {
          name: its.name,
          type: its.type,
          answer: new WeakRef(its.answer),
          headers: Object.fromEntries(headers),
        });
      },
    };
  }
}

/** Responses differ by media type. */
function keyOf(body: Buffer, { headers: { accept = '' } }: IncomingMessage): string {
  return `${accept}\n${body.toString('latin1')}`;
}
