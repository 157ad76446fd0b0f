import type { IncomingHttpHeaders } from 'node:http';
import { createGunzip, type Gunzip } from 'node:zlib';

import type { Dispatcher } from 'undici';

import { EntrezError } from '../../eutils/failures/errors.js';
import { malformed } from '../../eutils/failures/malformed.js';
import { redact } from '../../eutils/failures/redact.js';

/** When to give up, and whom to tell how far a response has come. */
export interface ResponseOptions {
  readonly signal: AbortSignal;
  /** Called when the request goes on the wire, once its connection is open. */
  readonly onSent: () => void;
  /** Called when the system has the request. Between the two the process may have waited for a core. */
  readonly onWritten?: () => void;
  /** Called with the number of bytes as they arrive, unpacked. What it throws cuts the response off. */
  readonly onBytes?: (count: number) => void;
}

/** A response as bytes, unpacked. */
export interface RawResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly chunks: readonly Buffer[];
}

/** Bytes that are unpacked between two looks at the bounds. */
const UNPACKED_AT_ONCE = 64 * 1024;

/**
 * Follows one request through its connection: tells when it departs, collects its answer, and cuts it off when the
 * signal aborts. undici's `fetch` and `request` do not tell the departure, and the pacer must know it.
 */
export class ResponseHandler implements Dispatcher.DispatchHandler {
  /** The answer. Rejects with the abort reason, or as the connection fails. */
  readonly response: Promise<RawResponse>;
  readonly #maxBytes: number;
  readonly #signal: AbortSignal;
  readonly #options: ResponseOptions;
  readonly #chunks: Buffer[] = [];
  #resolve!: (response: RawResponse) => void;
  #reject!: (reason: unknown) => void;
  #controller: Dispatcher.DispatchController | undefined;
  #status = 0;
  #headers: IncomingHttpHeaders = {};
  #size = 0;
  #gunzip: Gunzip | undefined;

  /** @param maxBytes - A response that is longer, unpacked, is cut off and rejects with `MALFORMED_RESPONSE`. */
  constructor(maxBytes: number, options: ResponseOptions) {
    this.#maxBytes = maxBytes;
    this.#options = options;
    const { signal } = options;
    this.#signal = signal;
    this.response = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    signal.addEventListener('abort', this.#onAbort, { once: true });
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#signal.aborted) {
      this.#onAbort();
    } else {
      // undici writes the request before anything else runs, and this goes before what `onSent` leads to.
      queueMicrotask(() => {
        this.#options.onWritten?.();
      });
      this.#options.onSent();
    }
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    this.#status = status;
    this.#headers = headers;
    const packing = packingOf(headers);
    if (packing !== undefined && !GZIP.has(packing) && Math.floor(status / 100) === 2) {
      this.#cutOff(malformed(`NCBI packed an answer as ${redact(packing)}, which was not accepted.`));
    }
    if (packing !== undefined && GZIP.has(packing)) {
      this.#gunzip = createGunzip({ chunkSize: UNPACKED_AT_ONCE })
        .on('data', this.#onBytes)
        .on('end', this.#onEnd)
        .on('error', (error) => {
          // A header where one answer has ended: something follows it.
          const isBehindEnd = this.#size > 0 && error.message === 'incorrect header check';
          this.#cutOff(isBehindEnd ? malformed('The answer goes on behind its end.') : error);
        });
    }
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#gunzip) {
      this.#gunzip.write(chunk);
    } else {
      this.#onBytes(chunk);
    }
  }

  onResponseEnd(): void {
    if (this.#gunzip) {
      this.#gunzip.end();
    } else {
      this.#onEnd();
    }
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#fail(error);
  }

  readonly #onBytes = (chunk: Buffer): void => {
    try {
      this.#size += chunk.byteLength;
      if (this.#size > this.#maxBytes) {
        throw tooLarge(this.#maxBytes);
      }
      this.#options.onBytes?.(chunk.byteLength);
      this.#chunks.push(chunk);
    } catch (error) {
      this.#cutOff(error as Error);
    }
  };

  /** Fails, and reads no more of the response. */
  #cutOff(error: Error): void {
    this.#fail(error);
    this.#controller?.abort(error);
  }

  readonly #onEnd = (): void => {
    this.#settle();
    this.#resolve({ status: this.#status, headers: this.#headers, chunks: this.#chunks });
  };

  #fail(error: Error): void {
    this.#settle();
    this.#reject(error);
    this.#gunzip?.destroy();
  }

  readonly #onAbort = (): void => {
    const reason = this.#signal.reason as Error;
    this.#reject(reason);
    this.#gunzip?.destroy();
    this.#controller?.abort(reason);
  };

  #settle(): void {
    this.#signal.removeEventListener('abort', this.#onAbort);
  }
}

const GZIP: ReadonlySet<string> = new Set(['gzip', 'x-gzip']);

/** How an answer is packed; undefined where it is not. */
function packingOf({ 'content-encoding': encoding }: IncomingHttpHeaders): string | undefined {
  // A header that comes twice is a list.
  const packings = [encoding ?? '']
    .flat()
    .join(',')
    .toLowerCase()
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '' && each !== 'identity');
  return packings.length === 0 ? undefined : packings.join(', ');
}

/** The failure of an answer that is too long to be data. */
function tooLarge(maxBytes: number): EntrezError {
  return new EntrezError('MALFORMED_RESPONSE', `The answer is larger than ${maxBytes} bytes.`);
}
