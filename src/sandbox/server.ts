import { setMaxListeners } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { checkOptions } from './check-options.js';
import { createContext } from './context.js';
import { control } from './control.js';
import { FaultKit } from './faults/fault-kit.js';
import { readBody, TooLargeError } from './http/http-body.js';
import { plain, send } from './http/send.js';
import { readTarget } from './http/target.js';
import { createLatency } from './latency.js';
import { RateLimit } from './rate-limit.js';
import { type RecordedRequest, RequestLog } from './request-log.js';
import { loadSampleGraph } from './sample-graph.js';
import type { SandboxOptions } from './sandbox-options.js';
import { type Interceptor, UtilityServer } from './utility-server.js';

export type { SandboxOptions } from './sandbox-options.js';

/** A running sandbox. */
export interface Sandbox extends AsyncDisposable {
  /** The folder of the programs, with a slash at its end: `http://127.0.0.1:4100/entrez/eutils/`. */
  readonly url: string;
  /** The latest requests in order of arrival, refused ones included; also read over HTTP at `/sandbox/requests`. */
  readonly requests: readonly RecordedRequest[];
  /** Lets a function answer in place of the sandbox, after key and rate were checked; `undefined` ends it. */
  intercept(interceptor: Interceptor | undefined): void;
  /** The faults to inject; also read and set over HTTP at `/sandbox/faults`. */
  readonly faults: FaultKit;
  /** Stops at once and drops waiting answers. */
  close(): Promise<void>;
}

const BASE_PATH = '/entrez/eutils/';
/** Above the longest URL that the sandbox refuses itself, so that node:http does not. */
const LONGEST_HEAD = 256 * 1024;

/**
 * Starts a local E-utilities server that answers from the sample graph as NCBI would: same paths, parameters, bodies,
 * error texts, headers, key check and rate limit. Every answer carries `x-entrez-sandbox: 1`.
 *
 * @throws RangeError naming an option that cannot be used; Error of node:net if the address is in use or not ours.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  checkOptions(options);
  const { host = '127.0.0.1', port = 0, rps = 3, keyedRps = 10, latency = { kind: 'none' }, seed = 1 } = options;
  const context = createContext(
    options.graph ?? loadSampleGraph(),
    options.libraryLinks ?? false,
    options.historyLifeMs,
  );
  const faults = new FaultKit(context, seed);
  faults.set(options.faults ?? []);
  const log = new RequestLog();
  const closing = new AbortController();
  // Every answer that waits listens to it.
  setMaxListeners(0, closing.signal);
  const utilities = new UtilityServer({
    context,
    faults,
    log,
    limit: new RateLimit(() => performance.now()),
    rps: { unkeyed: rps, keyed: keyedRps },
    delayOf: createLatency(latency, seed),
    closing: closing.signal,
  });

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = performance.now();
    const body = await readBody(request);
    const controlled = control(
      { method: request.method, url: request.url, body },
      { faults, log, catalog: context.catalog },
    );
    const target = controlled ?? readTarget(request, BASE_PATH);
    if ('utility' in target) {
      await utilities.respond({ ...target, at, body, address: request.socket.remoteAddress ?? 'unknown' }, response);
    } else {
      send(response, target);
    }
  }

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
      utilities.interceptor = next;
    },
    faults,
    close,
    [Symbol.asyncDispose]: close,
  };
}
