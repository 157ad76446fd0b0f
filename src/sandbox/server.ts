import { setMaxListeners } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

import type { Utility } from '../eutils/wire.js';
import { type Answer, CONTENT_TYPES } from './http/answer.js';
import { createContext } from './context.js';
import { controlFaults, FAULTS_PATH } from './faults/control.js';
import { whole } from './faults/delivery.js';
import { FaultKit, type SentAnswer } from './faults/fault-kit.js';
import { GATEWAY_HEADERS, rateHeaders, refuseKey, refuseRate } from './http/gateway.js';
import { htmlPage } from './http/html-page.js';
import { readBody, TooLargeError } from './http/http-body.js';
import { createLatency } from './latency.js';
import { Parameters } from './http/parameters.js';
import { RateLimit } from './rate-limit.js';
import { type ArrivedRequest, type RecordedRequest, RequestLog } from './request-log.js';
import { loadSampleGraph } from './sample-graph.js';
import type { SandboxOptions } from './sandbox-options.js';
import { StallWatch } from './stall-watch.js';
import { isUtility, MISSING_UTILITIES, UTILITIES } from './utilities.js';
import { WorkQueue } from './work-queue.js';

export type { SandboxOptions } from './sandbox-options.js';

/** An answer in place of the sandbox's own. */
interface Interception {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Replaces the answer to a request, or leaves it alone by returning `undefined`. A promise holds the answer back. */
type Interceptor = (request: ArrivedRequest) => Interception | undefined | Promise<Interception | undefined>;

/** A running sandbox. */
export interface Sandbox extends AsyncDisposable {
  /** The folder of the programs, with a slash at its end: `http://127.0.0.1:4100/entrez/eutils/`. */
  readonly url: string;
  /** The latest requests in order of arrival, refused ones included. */
  readonly requests: readonly RecordedRequest[];
  /** Lets a function answer in place of the sandbox, after key and rate were checked; `undefined` ends it. */
  intercept(interceptor: Interceptor | undefined): void;
  /** What goes wrong on purpose; also read and set over HTTP at `/sandbox/faults`. */
  readonly faults: FaultKit;
  /** Stops at once; waiting answers are dropped. */
  close(): Promise<void>;
}

const BASE_PATH = '/entrez/eutils/';
/** NCBI answers 414 to about 2,000 ids in a URL and takes 2,601 characters (recorded); the limit between them is ours. */
const LONGEST_URL = 8_190;
/** Above the longest URL, so that it is we who answer and not node:http. */
const LONGEST_HEAD = 256 * 1024;

/**
 * Starts a local E-utilities server that answers from the sample graph as NCBI would: same paths, parameters, bodies,
 * error texts, headers, key check and rate limit. Every answer carries `x-entrez-sandbox: 1`.
 *
 * @throws Error of node:net when the address is in use or not ours.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { host = '127.0.0.1', port = 0, rps = 3, keyedRps = 10, latency = { kind: 'none' }, seed = 1 } = options;
  const graph = options.graph ?? loadSampleGraph();
  const context = createContext(graph, options.libraryLinks ?? false, options.historyLifeMs);
  const faults = new FaultKit(context, seed);
  faults.set(options.faults ?? []);
  const log = new RequestLog();
  const work = new WorkQueue();
  const stalls = new StallWatch(() => performance.now());
  const limit = new RateLimit(() => performance.now());
  const delayOf = createLatency(latency, seed);
  const closing = new AbortController();
  // Every answer that waits listens to it.
  setMaxListeners(0, closing.signal);
  let interceptor: Interceptor | undefined;

  const server = createServer({ keepAliveTimeout: 4000, maxHeaderSize: LONGEST_HEAD }, (request, response) => {
    respond(request, response).catch((error: unknown) => {
      if (closing.signal.aborted || response.destroyed) {
        response.destroy();
      } else if (error instanceof TooLargeError) {
        // The rest of the body will not be read, so the connection cannot be used again.
        send(response, plain(413, error.message), { Connection: 'close' });
      } else {
        send(response, plain(500, `The sandbox failed: ${String(error)}`));
      }
    });
  });

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const at = performance.now();
    if (request.url === FAULTS_PATH) {
      send(response, controlFaults(request.method, body, faults, context.catalog));
      return;
    }
    const target = readTarget(request);
    if ('body' in target) {
      send(response, target);
      return;
    }

    const { utility } = target;
    const params = new Parameters(target.query, body);
    const key = params.get('api_key');
    const seen: ArrivedRequest = {
      utility,
      params: params.pairs.filter(([name]) => name !== 'api_key'),
      at,
      keyed: key !== undefined,
      idCount: params.ids.length,
    };
    const caller = key ?? request.socket.remoteAddress ?? 'unknown';
    const refusedKey = refuseKey(key);
    const verdict = limit.check(caller, key === undefined ? rps : keyedRps, stalls.earliestArrival(at));
    const refused = refusedKey ?? refuseRate(verdict, caller);
    // Logged before any wait, so that the log keeps the order of arrival.
    const entry = log.add(seen);
    if (refused !== undefined) {
      entry.status = refused.status ?? 200;
      entry.answeredAt = performance.now();
      send(response, refused, rateHeaders(verdict));
      return;
    }

    const intercepted = interceptor?.(seen);
    const replacement = intercepted instanceof Promise ? await untilClosed(intercepted, closing.signal) : intercepted;
    const answer: SentAnswer =
      replacement === undefined
        ? await faults.answer({ utility, params, caller }, (asked) => work.do(() => UTILITIES[utility](asked, context)))
        : {
            status: replacement.status ?? 200,
            type: params.json ? 'json' : 'xml',
            body: replacement.body,
            headers: { ...rateHeaders(verdict), ...replacement.headers },
          };
    entry.status = answer.status ?? 200;
    entry.fault = answer.fault;

    const wait = delayOf(seen.idCount);
    if (wait > 0) {
      await delay(wait, undefined, { signal: closing.signal });
    }
    entry.answeredAt = performance.now();
    send(response, answer, answer.headers ?? rateHeaders(verdict));
  }

  server.maxRequestsPerSocket = 40;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const close = async (): Promise<void> => {
    if (closing.signal.aborted) {
      return;
    }
    closing.abort();
    stalls.close();
    server.closeAllConnections();
    await new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
    });
  };
  const { port: actualPort } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actualPort}${BASE_PATH}`,
    get requests() {
      return log.requests;
    },
    intercept(next) {
      interceptor = next;
    },
    faults,
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** The program and the query a request names, or the answer to a request that names none. */
function readTarget({
  url = '/',
  method,
}: IncomingMessage): { readonly utility: Utility; readonly query: string } | Answer {
  if (url.length > LONGEST_URL) {
    return htmlPage(414, 'Request-URI Too Large');
  }
  const { pathname, search: query } = new URL(url, 'http://sandbox');
  const [, utility = ''] = /^\/entrez\/eutils\/([a-z]+)(?:\.fcgi)?$/.exec(pathname) ?? [];
  if (!isUtility(utility)) {
    return MISSING_UTILITIES.has(utility)
      ? plain(501, `${utility} is not in this sandbox.`)
      : htmlPage(404, 'Not Found');
  }
  return method === 'GET' || method === 'POST' ? { utility, query } : plain(405, 'The sandbox answers GET and POST.');
}

function send(
  response: ServerResponse,
  { status = 200, type, body, deliver = whole }: SentAnswer,
  headers: Readonly<Record<string, string>> = {},
): void {
  const compressed = /\bgzip\b/.test(response.req.headers['accept-encoding'] ?? '');
  response.statusCode = status;
  const all = {
    ...GATEWAY_HEADERS,
    'Content-Type': CONTENT_TYPES[type],
    ...(compressed && { 'Content-Encoding': 'gzip' }),
    ...headers,
  };
  for (const [name, value] of Object.entries(all)) {
    // One by one, so that a later name replaces an earlier one written in another case.
    response.setHeader(name, value);
  }
  deliver(response, compressed ? gzipSync(body) : Buffer.from(body));
}

function plain(status: number, message: string): Answer {
  return { status, type: 'text', body: `${message}\n` };
}

/** The promise's value, or a rejection as soon as the sandbox closes. */
async function untilClosed<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const settled = new AbortController();
  const closed = new Promise<never>((_resolve, reject) => {
    const onAbort = (): void => {
      reject(new Error('the sandbox was closed'));
    };
    signal.addEventListener('abort', onAbort, { once: true, signal: settled.signal });
  });
  try {
    return await Promise.race([promise, closed]);
  } finally {
    settled.abort();
  }
}
