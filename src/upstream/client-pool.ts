import { createHash } from 'node:crypto';

import { EntrezError } from '../eutils/failures/errors.js';
import { BackendBreakers, type OnCircuitOpen } from './circuit-breaker/backends.js';
import type { Budget } from './rate-limit/budget.js';
import type { BudgetStore } from './shared-rate-limit/budget-store.js';
import type { Clock, Milliseconds } from './clock.js';
import type { KeyOwner } from './call.js';
import { KeyProbation } from './key-probation.js';
import { NcbiClient } from './ncbi-client.js';
import type { Observer } from './observer.js';
import { LocalBudget, WINDOW } from './rate-limit/local-budget.js';
import { Membership } from './shared-rate-limit/membership.js';
import { Pacer } from './rate-limit/pacer.js';
import { SharedBudget } from './shared-rate-limit/shared-budget.js';
import { BytesInFlight } from './transport/bytes-in-flight.js';
import type { Transport } from './transport/transport.js';

/** Protocol: `X-RateLimit-Limit` of a request with a key, recorded 2024. */
const CALLERS_RPS = 10;
/** Gaps of 350 ms at 3 requests a second were still refused by NCBI; this makes the window 1.1 s. */
const MARGIN: Milliseconds = 100;
/** How long a departure takes up its place, as long as nothing was refused. */
export const SPAN = WINDOW + MARGIN;
export const MAX_QUEUED_BATCHES = 1000;
const ATTEMPTS = 3;
/** Clients of callers' keys beside the server's own. */
const MAX_CALLER_CLIENTS = 1000;

export interface NcbiClientsOptions {
  readonly transport: Transport;
  readonly clock: Clock;
  /** Requests a second of the server's own key, or of its address where it has none. */
  readonly rps: number;
  readonly apiKey: string | undefined;
  /** Requests under way at once, for each key. */
  readonly maxInFlight: number;
  /** Time one call may take. */
  readonly timeout: Milliseconds;
  /** Time an operation may take, in which it may use the client it was given. */
  readonly deadline: Milliseconds;
  readonly onOpen?: OnCircuitOpen | undefined;
  /** Where budgets are shared with other processes, if they are. */
  readonly store?: BudgetStore | undefined;
  /** Bytes of responses that may be read at once, of all keys together. */
  readonly maxBytesInFlight?: number;
  /** Told of everything that goes out. */
  readonly observer?: Observer | undefined;
}

interface CallerClient {
  readonly client: NcbiClient;
  lastGivenAt: Milliseconds;
}

/**
 * A client for each API key: NCBI counts requests by key, so each has a pacer of its own. Clients are known by the hash of
 * their key, and dropped when they are idle and no operation can hold them any more: a key never has two.
 */
export class NcbiClients {
  /** The client of the server's own key, for all callers without one. */
  readonly default: NcbiClient;
  /** NCBI's health. */
  readonly breakers: BackendBreakers;
  /** The responses that are being read. */
  readonly bytes: BytesInFlight;
  readonly #options: NcbiClientsOptions;
  readonly #membership: Membership | undefined;
  readonly #callers = new Map<string, CallerClient>();
  readonly #probation: KeyProbation;

  constructor(options: NcbiClientsOptions) {
    this.#options = options;
    this.#probation = new KeyProbation(options.clock);
    this.breakers = new BackendBreakers(options.clock, options.onOpen);
    this.bytes = new BytesInFlight(options.maxBytesInFlight ?? Infinity);
    const { store, clock } = options;
    this.#membership = store && new Membership({ store, clock, window: SPAN });
    this.default = this.#open(options.rps, options.apiKey, options.apiKey === undefined ? 'none' : 'server');
  }

  /** Clients that are kept. */
  get count(): number {
    return 1 + this.#callers.size;
  }

  /**
   * The client of a caller's API key.
   *
   * @throws {@link EntrezError} `OVERLOADED` when too many different keys are in use.
   */
  forKey(apiKey: string): NcbiClient {
    if (apiKey === this.#options.apiKey) {
      return this.default;
    }
    const name = nameOfKey(apiKey);
    const lastGivenAt = this.#options.clock.now();
    const known = this.#callers.get(name);
    if (known) {
      known.lastGivenAt = lastGivenAt;
      return known.client;
    }
    this.#dropIdle();
    if (this.#callers.size >= MAX_CALLER_CLIENTS) {
      throw new EntrezError('OVERLOADED', 'Too many different API keys are in use. Retry in a second.', {
        retryAfterMs: 1000,
      });
    }
    const client = this.#open(CALLERS_RPS, apiKey, 'caller');
    this.#callers.set(name, { client, lastGivenAt });
    return client;
  }

  /**
   * Whether NCBI has accepted a key.
   *
   * @param name - See {@link nameOfKey}.
   */
  isAccepted(name: string): boolean {
    return this.#options.apiKey !== undefined && name === nameOfKey(this.#options.apiKey)
      ? true
      : this.#probation.isAccepted(name);
  }

  /** When NCBI refused a key, if that was a moment ago. */
  refusedAt(name: string): Milliseconds | undefined {
    return this.#probation.refusedAt(name);
  }

  /** Closes all connections. Whoever still waits for an answer is told that there is none. */
  async close(): Promise<void> {
    await this.#options.transport.close();
    const ncbiClients = [this.default, ...Array.from(this.#callers.values(), ({ client }) => client)];
    await Promise.all(ncbiClients.map(({ pacer }) => pacer.close()));
    await this.#membership?.close();
  }

  #open(rps: number, apiKey: string | undefined, keyOwner: KeyOwner): NcbiClient {
    const { clock, timeout, maxInFlight, observer } = this.#options;
    const transport =
      keyOwner === 'caller'
        ? this.#probation.transportFor(nameOfKey(apiKey), this.#options.transport, () => this.default.pacer)
        : this.#options.transport;
    const budget = this.#budgetOf(rps, apiKey);
    const pacer = new Pacer({ budget, clock, maxInFlight, maxQueued: MAX_QUEUED_BATCHES });
    return new NcbiClient({
      pacer,
      transport,
      apiKey,
      keyOwner,
      clock,
      breakers: this.breakers,
      timeout,
      attempts: ATTEMPTS,
      bytes: this.bytes,
      observer,
    });
  }

  #budgetOf(rps: number, apiKey: string | undefined): Budget {
    const { clock } = this.#options;
    const membership = this.#membership;
    return membership
      ? new SharedBudget({ membership, bucket: nameOfKey(apiKey), rps, margin: MARGIN, clock })
      : new LocalBudget({ rps, margin: MARGIN, clock });
  }

  #dropIdle(): void {
    const { clock, deadline } = this.#options;
    for (const [name, { client, lastGivenAt }] of this.#callers) {
      if (client.pacer.idle && clock.now() - lastGivenAt > deadline) {
        this.#callers.delete(name);
        void client.pacer.close();
      }
    }
  }
}

/** A name for a key that does not tell it. All who have none are counted together, by their address. */
export function nameOfKey(apiKey: string | undefined): string {
  return apiKey === undefined ? 'none' : createHash('sha256').update(apiKey).digest('base64url');
}
