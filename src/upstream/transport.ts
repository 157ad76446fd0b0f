import { Agent, fetch } from 'undici';

import { EntrezError } from '../eutils/errors.js';
import type { EutilsRequest, EutilsResponse } from '../eutils/wire.js';

/** Sends one request and gives the whole answer as text. The only thing in this project that talks to NCBI. */
export interface Transport {
  /**
   * @throws The abort reason of `signal`.
   * @throws {@link EntrezError} `UPSTREAM_UNAVAILABLE` (retryable) when the connection fails or breaks off;
   * `MALFORMED_RESPONSE` when the answer is larger than the limit.
   */
  send(request: EutilsRequest, signal: AbortSignal): Promise<EutilsResponse>;
  /** Closes idle connections and waits for busy ones. */
  close(): Promise<void>;
}

export interface TransportOptions {
  /** The folder of the `.fcgi` programs, ending in `/`. */
  readonly baseUrl: string;
  /** Names this software to NCBI. */
  readonly tool: string;
  /** Where NCBI can reach its operator. */
  readonly email: string | undefined;
  readonly apiKey: string | undefined;
  /** Sockets kept at most. */
  readonly connections: number;
}

/** The largest list recorded is below 2 MB; beyond this an answer is a fault, not data. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;

/**
 * Transport over a keep-alive pool of HTTP/1.1 connections. Everything is POSTed: a long id list in a URL is refused
 * with HTTP 414, and POST and GET are equivalent (protocol: recorded 2024).
 */
export class HttpTransport implements Transport {
  readonly #options: TransportOptions;
  readonly #agent: Agent;

  constructor(options: TransportOptions) {
    this.#options = options;
    this.#agent = new Agent({ connections: options.connections, allowH2: false });
  }

  async send(request: EutilsRequest, signal: AbortSignal): Promise<EutilsResponse> {
    const url = new URL(`${request.utility}.fcgi`, this.#options.baseUrl);
    try {
      const response = await fetch(url, {
        method: 'POST',
        body: this.#form(request),
        dispatcher: this.#agent,
        redirect: 'manual',
        signal,
      });
      const body = await readText(response.body as AsyncIterable<Uint8Array> | null);
      return { status: response.status, headers: Object.fromEntries(response.headers), body };
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof EntrezError) {
        throw error;
      }
      throw new EntrezError('UPSTREAM_UNAVAILABLE', `No answer from ${url.host}: ${reasonOf(error)}.`, {
        retryable: true,
        cause: error,
      });
    }
  }

  async close(): Promise<void> {
    await this.#agent.close();
  }

  #form(request: EutilsRequest): URLSearchParams {
    const form = new URLSearchParams(request.params.map(([name, value]): [string, string] => [name, value]));
    form.set('tool', this.#options.tool);
    if (this.#options.email !== undefined) {
      form.set('email', this.#options.email);
    }
    if (this.#options.apiKey !== undefined) {
      form.set('api_key', this.#options.apiKey);
    }
    return form;
  }
}

async function readText(stream: AsyncIterable<Uint8Array> | null): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream ?? []) {
    size += chunk.byteLength;
    if (size > MAX_BODY_BYTES) {
      throw new EntrezError('MALFORMED_RESPONSE', `The answer is larger than ${MAX_BODY_BYTES} bytes.`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The system's name of a network failure (`ECONNRESET`), never its text: that may quote addresses and parameters. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = (cause as { code?: unknown }).code;
  return typeof code === 'string' ? code : 'the connection failed';
}
