// By its file: Bun has something of its own under the name alone, which cannot dispatch.
import { Agent } from 'undici/index.js';

import { textInSlices } from '../../eutils/body/charset.js';
import { readAnswer } from '../../eutils/body/slices.js';
import type { Text } from '../../eutils/body/text.js';
import { EntrezError } from '../../eutils/failures/errors.js';
import { type EutilsRequest, type EutilsResponse, programOf, type Utility } from '../../eutils/wire.js';
import { type RawResponse, ResponseHandler, type ResponseOptions } from './response-handler.js';

export interface SendOptions extends ResponseOptions {
  readonly apiKey?: string | undefined;
}

/** Sends one request and gives the whole answer as text. The only thing in this project that talks to NCBI. */
export interface Transport {
  /**
   * @throws The abort reason of `signal`.
   * @throws {@link EntrezError} `UPSTREAM_UNAVAILABLE` (retryable) when the connection fails or breaks off;
   * `MALFORMED_RESPONSE` when the answer is larger than the limit; `SHUTTING_DOWN` once the transport is closed.
   */
  send(request: EutilsRequest, options: SendOptions): Promise<EutilsResponse>;
  /** Closes all connections. Whoever still waits for an answer is told that there is none. */
  close(): Promise<void>;
}

export interface TransportOptions {
  /** The folder of the programs, ending in `/`. */
  readonly baseUrl: string;
  /** Names this software to NCBI. */
  readonly tool: string;
  /** Where NCBI can reach its operator. */
  readonly email: string | undefined;
  /** Sockets kept at most. */
  readonly connections: number;
}

/** The largest list recorded is below 2 MB; beyond this an answer is a fault, not data. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;

/** Of the programs whose answers have no records and no links; 10,000 uids take 200 kB. They are read at once. */
const MAX_SHORT_BODY_BYTES = 12 * 1024 * 1024;

const LONG_BODIES: ReadonlySet<Utility> = new Set(['elink', 'esummary', 'efetch']);

/**
 * Transport over a keep-alive pool of HTTP/1.1 connections. Everything is POSTed: a long id list in a URL is refused
 * with HTTP 414, and POST and GET are equivalent (protocol: recorded 2024). Redirects are not followed.
 */
export class HttpTransport implements Transport {
  readonly #options: TransportOptions;
  readonly #agent: Agent;
  #isClosed = false;

  constructor(options: TransportOptions) {
    this.#options = options;
    this.#agent = new Agent({ connections: options.connections, allowH2: false });
  }

  async send(request: EutilsRequest, options: SendOptions): Promise<EutilsResponse> {
    const { signal, apiKey } = options;
    signal.throwIfAborted();
    const { origin, host, pathname } = new URL(programOf(request.utility), this.#options.baseUrl);
    const maxBytes = LONG_BODIES.has(request.utility) ? MAX_BODY_BYTES : MAX_SHORT_BODY_BYTES;
    const handler = new ResponseHandler(maxBytes, options);
    this.#agent.dispatch(
      {
        origin,
        path: pathname,
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
          'accept-encoding': 'gzip',
          'user-agent': this.#options.tool,
        },
        body: this.#form(request, apiKey).toString(),
      },
      handler,
    );
    try {
      return await readText(await handler.response);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof EntrezError) {
        throw error;
      }
      if (this.#isClosed) {
        throw new EntrezError('SHUTTING_DOWN', 'The gateway is shutting down. Retry with another instance, or later.');
      }
      throw new EntrezError('UPSTREAM_UNAVAILABLE', `No answer from ${host}: ${reasonOf(error)}.`, {
        retryable: true,
        cause: error,
      });
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#agent.destroy();
  }

  #form(request: EutilsRequest, apiKey: string | undefined): URLSearchParams {
    const form = new URLSearchParams(request.params.map(([name, value]): [string, string] => [name, value]));
    form.set('tool', this.#options.tool);
    if (this.#options.email !== undefined) {
      form.set('email', this.#options.email);
    }
    if (apiKey !== undefined) {
      form.set('api_key', apiKey);
    }
    return form;
  }
}

async function readText({ status, headers, chunks }: RawResponse): Promise<EutilsResponse> {
  const texts = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  return { status, headers: Object.fromEntries(texts), body: await textOf(chunks, status, headers['content-type']) };
}

/** Bytes of an error body that are kept: it is only quoted, and a byte that cannot be decoded does no harm there. */
const MAX_ERROR_BYTES = 1024 * 1024;

async function textOf(chunks: readonly Buffer[], status: number, contentType: string | undefined): Promise<Text> {
  return status >= 200 && status < 300
    ? readAnswer({ length: chunks.reduce((sum, { length }) => sum + length, 0) }, textInSlices(chunks, contentType))
    : Buffer.concat(chunks).subarray(0, MAX_ERROR_BYTES).toString('utf8');
}

/** The system's name of a network failure (`ECONNRESET`), never its text: that may quote addresses and parameters. */
function reasonOf(error: unknown): string {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return code ?? 'the connection failed';
}
