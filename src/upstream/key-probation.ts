import { LRUCache } from 'lru-cache';

import { EntrezError } from '../eutils/failures/errors.js';
import { rejectFailure } from '../eutils/body/failure.js';
import type { EutilsRequest, EutilsResponse } from '../eutils/wire.js';
import type { Clock, Milliseconds } from './clock.js';
import type { Pacer } from './rate-limit/pacer.js';
import type { Transport } from './transport/transport.js';

/** Keys of which is known whether NCBI accepts them. */
const MAX_KEYS = 10_000;
/** How long a refused key is not sent again. */
const REFUSED_FOR: Milliseconds = 60_000;

/**
 * Which of the API keys that callers bring NCBI accepts. Anyone can make keys up, and NCBI counts requests with made-up
 * keys by address: until a key is accepted, each request with it takes a permit of the server as well.
 */
export class KeyProbation {
  readonly #accepted = new LRUCache<string, true>({ max: MAX_KEYS });
  readonly #refusedAt: LRUCache<string, Milliseconds>;
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#refusedAt = new LRUCache({ max: MAX_KEYS, ttl: REFUSED_FOR, ttlResolution: 0, perf: clock });
  }

  /** @param name - The hash of a key. */
  isAccepted(name: string): boolean {
    return this.#accepted.has(name);
  }

  /** When NCBI refused a key, as long as it is not sent again. */
  refusedAt(name: string): Milliseconds | undefined {
    return this.#refusedAt.get(name);
  }

  /**
   * A transport for the requests with one key.
   *
   * @param pacer - The permits of the server, which requests take until the key is accepted.
   */
  transportFor(name: string, transport: Transport, pacer: () => Pacer): Transport {
    return {
      send: async (request, options) => {
        if (this.isAccepted(name)) {
          const response = await transport.send(request, options);
          this.#note(name, request, response);
          return response;
        }
        this.#rejectRefused(name);
        const permit = await pacer().acquire(options.signal);
        try {
          // Another request may have found out meanwhile.
          this.#rejectRefused(name);
          const onSent = (): void => {
            permit.markSent();
            options.onSent();
          };
          const onWritten = (): void => {
            permit.markWritten();
            options.onWritten?.();
          };
          const response = await transport.send(request, { ...options, onSent, onWritten });
          this.#note(name, request, response);
          return response;
        } finally {
          permit.release();
        }
      },
      close: () => transport.close(),
    };
  }

  #rejectRefused(name: string): void {
    if (this.refusedAt(name) !== undefined) {
      throw new EntrezError(
        'INVALID_API_KEY',
        'NCBI refused this API key a moment ago. Correct the key, or remove it.',
      );
    }
  }

  #note(name: string, { utility }: EutilsRequest, response: EutilsResponse): void {
    try {
      rejectFailure(response, utility);
      this.#accepted.set(name, true);
    } catch (error) {
      if (error instanceof EntrezError && error.code === 'INVALID_API_KEY') {
        this.#accepted.delete(name);
        this.#refusedAt.set(name, this.#clock.now());
      }
    }
  }
}
