import type { IncomingHttpHeaders } from 'node:http';

import type { Dispatcher } from 'undici';

import { EntrezError } from '../../eutils/failures/errors.js';

/** An answer as it came over the wire, still compressed if it was. */
export interface RawResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/**
 * Follows one request through its connection: tells when it departs, collects its answer, and cuts it off when the
 * signal aborts. undici's `fetch` and `request` do not tell the departure, and the pacer must know it.
 */
export class ResponseHandler implements Dispatcher.DispatchHandler {
  /** The answer. Rejects with the abort reason, or as the connection fails. */
  readonly response: Promise<RawResponse>;
  readonly #maxBytes: number;
  readonly #signal: AbortSignal;
  readonly #onSent: () => void;
  readonly #chunks: Buffer[] = [];
  #resolve!: (response: RawResponse) => void;
  #reject!: (reason: unknown) => void;
  #controller: Dispatcher.DispatchController | undefined;
  #status = 0;
  #headers: IncomingHttpHeaders = {};
  #size = 0;

  /** @param maxBytes - An answer that is longer is cut off and rejects with `MALFORMED_RESPONSE`. */
  constructor(maxBytes: number, signal: AbortSignal, onSent: () => void) {
    this.#maxBytes = maxBytes;
    this.#signal = signal;
    this.#onSent = onSent;
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
      this.#onSent();
    }
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    this.#status = status;
    this.#headers = headers;
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.byteLength;
    if (this.#size > this.#maxBytes) {
      controller.abort(tooLarge(this.#maxBytes));
      return;
    }
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.#settle();
    this.#resolve({ status: this.#status, headers: this.#headers, body: Buffer.concat(this.#chunks) });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#settle();
    this.#reject(error);
  }

  readonly #onAbort = (): void => {
    const reason = this.#signal.reason as Error;
    this.#reject(reason);
    this.#controller?.abort(reason);
  };

  #settle(): void {
    this.#signal.removeEventListener('abort', this.#onAbort);
  }
}

/** The failure of an answer that is too long to be data. */
export function tooLarge(maxBytes: number): EntrezError {
  return new EntrezError('MALFORMED_RESPONSE', `The answer is larger than ${maxBytes} bytes.`);
}
