import { EntrezError } from '../../src/eutils/failures/errors.js';
import type { EutilsRequest, EutilsResponse } from '../../src/eutils/wire.js';
import type { Clock, Milliseconds } from '../../src/upstream/clock.js';
import { sleep } from '../../src/upstream/clock.js';
import type { SendOptions, Transport } from '../../src/upstream/transport/transport.js';

/** What the far side does with one request. */
export type Reply = (request: EutilsRequest, signal: AbortSignal) => EutilsResponse | Promise<EutilsResponse>;

/** A far side that follows a script: one reply for each request, the last one for all that follow. */
export class ScriptedTransport implements Transport {
  /** All requests, in the order they were sent. */
  readonly requests: EutilsRequest[] = [];
  /** The API keys they were sent with. */
  readonly apiKeys: (string | undefined)[] = [];
  /** Requests that are being answered. */
  busy = 0;
  closed = false;
  readonly #script: readonly Reply[];

  constructor(...script: readonly Reply[]) {
    this.#script = script;
  }

  async send(request: EutilsRequest, { signal, onSent, apiKey }: SendOptions): Promise<EutilsResponse> {
    signal.throwIfAborted();
    onSent();
    this.requests.push(request);
    this.apiKeys.push(apiKey);
    this.busy += 1;
    try {
      const reply = this.#script[Math.min(this.requests.length, this.#script.length) - 1] ?? never;
      return await Promise.race([reply(request, signal), aborted(signal)]);
    } finally {
      this.busy -= 1;
    }
  }

  close(): Promise<void> {
    this.closed = true;
    return Promise.resolve();
  }
}

/** Answers with HTTP 200. */
export function answers(body: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return () => ({ status: 200, headers, body });
}

/** Answers with a failed HTTP status. */
export function refuses(status: number, body = '', headers: Readonly<Record<string, string>> = {}): Reply {
  return () => ({ status, headers, body });
}

/** Breaks the connection. */
export function breaks(): never {
  throw new EntrezError('UPSTREAM_UNAVAILABLE', 'No answer from the script.', { retryable: true });
}

/** Keeps silent until the request is given up. */
export function never(): Promise<EutilsResponse> {
  return new Promise(() => undefined);
}

/** Replies after a while. */
export function late(clock: Clock, delay: Milliseconds, reply: Reply): Reply {
  return async (request, signal) => {
    await sleep(clock, delay, signal);
    return reply(request, signal);
  };
}

/** The ids a request asks about, in order, whether repeated or in a comma list. */
export function idsOf({ params }: EutilsRequest): string[] {
  return params.filter(([name]) => name === 'id').flatMap(([, value]) => value.split(','));
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener(
      'abort',
      () => {
        reject(signal.reason as Error);
      },
      { once: true },
    );
  });
}
