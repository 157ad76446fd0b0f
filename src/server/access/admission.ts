import type { Config } from '../../config.js';
import type { Operation } from '../../loading/operation/operation.js';
import { systemClock } from '../../upstream/clock.js';
import type { NcbiClients } from '../../upstream/client-pool.js';
import { CallerKeys } from './caller-keys.js';
import { operationOfRequest } from './operation-of-request.js';
import type { Tokens } from './tokens.js';
import { callerOf } from './use-client-identity.js';
import { openQuotas, type Quotas, type QuotaStores, rateLimitHeaders, takeFromQuotas } from './use-rate-quota.js';

interface AdmissionOptions {
  readonly config: Config;
  readonly tokens: Tokens | undefined;
  readonly ncbiClients: NcbiClients;
  /** Where processes count together, if they do. */
  readonly quotaStores?: QuotaStores | undefined;
  /** Operations under way. */
  readonly running: Set<Operation>;
}

/** Who may send requests to a gateway and what each may take, whatever protocol it speaks. */
export class Admission {
  readonly tokens: Tokens | undefined;
  readonly quotas: Quotas;
  readonly #options: AdmissionOptions;
  readonly #callerKeys: CallerKeys | undefined;

  constructor(options: AdmissionOptions) {
    const { config, tokens, ncbiClients, quotaStores } = options;
    this.tokens = tokens;
    this.quotas = openQuotas(config, systemClock, quotaStores);
    this.#options = options;
    this.#callerKeys = config.CALLER_KEYS === 'on' ? new CallerKeys(ncbiClients, systemClock) : undefined;
  }

  /**
   * Identifies who sends a request.
   *
   * @throws GraphQLError `UNAUTHENTICATED` with its HTTP status.
   */
  callerOf(headers: Headers, address: string): string {
    return callerOf(headers, address, this.tokens);
  }

  /**
   * Takes requests from the quota of a caller.
   *
   * @throws GraphQLError `QUOTA_EXCEEDED` with its HTTP status.
   */
  admit(caller: string, requests: number): Promise<void> {
    return takeFromQuotas(caller, this.quotas, requests);
  }

  /** The headers that tell a caller what it has left; none where there are no quotas. */
  quotaHeaders(caller: string): Readonly<Record<string, string>> {
    return rateLimitHeaders(caller, this.quotas);
  }

  /**
   * Creates the operation of a request, with the API key and the limits of its headers.
   *
   * @param maxCalls - Lowers MAX_CALLS.
   * @throws GraphQLError for a header that cannot be used; it never shows a key.
   */
  operationOf(request: Pick<Request, 'headers' | 'signal'>, caller: string, maxCalls = Infinity): Operation {
    const { config, ncbiClients, running } = this.#options;
    const limits = { DEADLINE_MS: config.DEADLINE_MS, MAX_CALLS: Math.min(config.MAX_CALLS, maxCalls) };
    const allowance = this.quotas.calls?.of(caller);
    return operationOfRequest(request, limits, {
      caller,
      ncbiClients,
      callerKeys: this.#callerKeys,
      allowance,
      running,
    });
  }
}
