import type { IncomingMessage, ServerResponse } from 'node:http';

import { type DocumentNode, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';

import type { Config } from '../../config.js';
import type { Operation } from '../../loading/operation/operation.js';
import type { Context } from '../../schema/core/context.js';
import { isRewritten } from '../../schema/core/original-nodes.js';
import { KNOWN_VALUES_PER_TURN, ValueBudget, VALUES_PER_MB } from '../../schema/limits/value-budget.js';
import type { Clock } from '../../upstream/clock.js';
import { REQUEST_HEADERS, TRACE_HEADER } from '../access/operation-of-request.js';
import { readBytes } from '../access/request-body.js';
import type { ServerContext } from '../access/use-client-identity.js';
import { acceptanceOf } from '../accept/content-encoding.js';
import { isJson } from '../accept/media-ranges.js';
import type { Executor } from '../execution/execute-operation.js';
import { PreparedResult, PreparedText } from '../execution/prepared-text.js';
import { type KeptAnswer, WholeResult } from '../execution/response-cache.js';
import type { Observability } from '../observability/observability.js';
import { serverTiming } from '../observability/answer-headers.js';
import { MIN_COMPRESSED_BYTES } from '../plugins/use-compression.js';
import { cachingHeaders } from '../plugins/use-http-caching.js';
import { excessOf } from '../plugins/use-response-limit.js';
import { KnownAnswers, type KnownResponse, type Reply } from './known-answers.js';
import { KnownDocuments, parametersOf } from './known-documents.js';

/** Longer bodies go the long way. */
const MAX_BODY_BYTES = 8192;
const MB = 1024 * 1024;

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

/** What is learned of a request on the long way. */
interface Seen {
  readonly document: DocumentNode;
  readonly operation: Operation;
  readonly response: Pick<KnownResponse, 'name' | 'type'>;
  answer?: KeptAnswer;
  /** Whether it had no errors, and is no prepared text. */
  isPlain?: boolean;
}

interface ShortWayOptions {
  readonly clock: Clock;
  readonly observability: Pick<Observability, 'answered'>;
  readonly recall: Executor['recall'];
  /** Of a response. */
  readonly maxBytes: number;
}

/**
 * Answers a request without Yoga, if all that Yoga would check of it was found good before and all that it asks for is
 * known: one with the same body from the whole answer, where that still holds; one with the same document and other
 * variables by executing it. What depends on the caller (tokens, quotas, origins, headers with limits and keys) is left
 * to the long way, as is everything else.
 */
export class ShortWay {
  readonly #options: ShortWayOptions;
  readonly #answers = new KnownAnswers();
  readonly #documents = new KnownDocuments();

  constructor(options: ShortWayOptions) {
    this.#options = options;
  }

  /** Undefined where each request has to be judged by who sends it. */
  static of(config: Config, options: Omit<ShortWayOptions, 'maxBytes'>): ShortWay | undefined {
    const { AUTH_TOKENS_FILE, REQUESTS_PER_MINUTE, CALLS_PER_HOUR, CSRF_HEADER, MAX_RESPONSE_MB } = config;
    const isJudged = AUTH_TOKENS_FILE ?? REQUESTS_PER_MINUTE ?? CALLS_PER_HOUR;
    return isJudged === undefined && CSRF_HEADER === 'off'
      ? new ShortWay({ ...options, maxBytes: MAX_RESPONSE_MB * MB })
      : undefined;
  }

  /** Reads the body of a request that may be answered; undefined where its head says that it may not. */
  read(request: IncomingMessage): Promise<Buffer> | undefined {
    return mayBeKnown(request) ? readBytes(request) : undefined;
  }

  /**
   * Answers a request with this body.
   *
   * @param headers - Of each answer of this server: names and values in turn.
   * @returns Whether it is answered; a promise where the answer has to be compressed first.
   */
  answer(
    body: Buffer,
    request: IncomingMessage,
    response: ServerResponse,
    headers: readonly string[],
  ): boolean | Promise<boolean> {
    const { clock, observability } = this.#options;
    const since = clock.now();
    const reply = this.#answers.replyTo(keyOf(body, request), since) ?? this.#execute(body, request);
    if (!reply) {
      return false;
    }
    const { encoding, isPlainAccepted } = acceptanceOf(request.headers['accept-encoding'] ?? null);
    const isCompressed = encoding !== undefined && (reply.body.bytes >= MIN_COMPRESSED_BYTES || !isPlainAccepted);
    const send = (content: Uint8Array): true => {
      const { name, type, headers: ofDocument } = reply.known;
      const { id, took } = observability.answered(request.headers, since, { name, type, operation: reply.account });
      const own = ['content-length', String(content.byteLength), 'x-request-id', id];
      own.push('server-timing', serverTiming(reply.report, took));
      if (isCompressed) {
        own.push('content-encoding', encoding);
      }
      for (const [field, value] of Object.entries(cachingHeaders(reply.freshness, false))) {
        own.push(field, value);
      }
      response.writeHead(200, [...headers, ...ofDocument, ...own]).end(content);
      return true;
    };
    const content = reply.body.as(isCompressed ? encoding : undefined);
    return content instanceof Promise ? content.then(send) : send(content);
  }

  /** The reply to a known document, if all that it asks for is known. */
  #execute(body: Buffer, request: IncomingMessage): Reply | undefined {
    const { recall, maxBytes } = this.#options;
    const parameters = parametersOf(body);
    return (
      parameters &&
      this.#documents.answer(acceptOf(request), parameters, (document, known) => {
        const values = new ValueBudget((maxBytes / MB) * VALUES_PER_MB, KNOWN_VALUES_PER_TURN);
        const recalled = recall({ ...parameters, document, values });
        if (!recalled || recalled.result instanceof PreparedResult || excessOf(recalled.result, maxBytes)) {
          return undefined;
        }
        const { result, operation: account } = recalled;
        const report = account.report();
        const extensions = { entrez: report };
        if (result instanceof WholeResult) {
          this.#answers.add(keyOf(body, request), known, result.answer);
        }
        const text =
          result instanceof WholeResult
            ? result.stringify({ extensions })
            : JSON.stringify({ data: result.data, extensions });
        return { known, account, report, freshness: account.freshness, body: new PreparedText(text, false) };
      })
    );
  }

  /** Learns from what Yoga answers. To be the last plugin. */
  learn(): Plugin<object, ServerContext> {
    const seen = new WeakMap<Request, Seen>();
    return {
      onExecute({ args, context }) {
        const { request, operation } = context as unknown as Context & { readonly request?: Request };
        const document = args.document as DocumentNode;
        // A document that was rewritten for a client gives what is still to be written back.
        if (request && !isRewritten(document)) {
          const ast = getOperationAST(document, args.operationName as string | undefined);
          seen.set(request, { document, operation, response: { name: ast?.name?.value, type: ast?.operation } });
        }
      },
      onResultProcess({ request, result }) {
        const its = seen.get(request);
        if (!its || Array.isArray(result) || Symbol.asyncIterator in result) {
          return;
        }
        its.isPlain = !result.errors && !(result instanceof PreparedResult);
        if (result instanceof WholeResult) {
          its.answer = result.answer;
        }
      },
      onResponse: async ({ request, response, serverContext: { body, req } }) => {
        const its = seen.get(request);
        if (!body || !req || !its?.isPlain || response.status !== 200 || !isJson(response.headers)) {
          return;
        }
        const headers = [...response.headers].filter(([name]) => !OF_ONE_RESPONSE.has(name)).flat();
        const known = { ...its.response, headers };
        const bytes = await body;
        if (its.answer) {
          this.#answers.add(keyOf(bytes, req), known, its.answer);
        }
        const parameters = its.operation.cacheableResponse && parametersOf(bytes);
        if (parameters && parameters.query === its.document.loc?.source.body) {
          this.#documents.add(acceptOf(req), parameters, { response: known, document: new WeakRef(its.document) });
        }
      },
    };
  }
}

/** Whether the head of a request says nothing that has to be looked at. */
function mayBeKnown({ method, url, headers }: IncomingMessage): boolean {
  return (
    method === 'POST' &&
    url === '/graphql' &&
    headers['content-type'] === 'application/json' &&
    Number(headers['content-length'] ?? Infinity) <= MAX_BODY_BYTES &&
    LONG_WAY.every((name) => headers[name] === undefined)
  );
}

/** Responses differ by media type. */
function keyOf(body: Buffer, request: IncomingMessage): string {
  return `${acceptOf(request)}\n${body.toString('latin1')}`;
}

function acceptOf({ headers: { accept = '' } }: IncomingMessage): string {
  return accept;
}
