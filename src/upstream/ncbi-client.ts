import { EntrezError } from '../eutils/failures/errors.js';
import { rejectFailure } from '../eutils/body/failure.js';
import { lengthOf, type Text } from '../eutils/body/text.js';
import { rateHeaders } from '../eutils/failures/rate-headers.js';
import type { EutilsRequest, EutilsResponse, Retmode } from '../eutils/wire.js';
import type { CallOptions, CallRecord, CallSender, EutilsCall, KeyOwner, Source } from './call.js';
import type { BackendBreakers } from './circuit-breaker/backends.js';
import type { Ticket } from './circuit-breaker/circuit-breaker.js';
import type { Clock, Milliseconds } from './clock.js';
import { sleep } from './clock.js';
import type { PermitRequest } from './rate-limit/fair-queue.js';
import type { Observer } from './observer.js';
import type { Pacer, Permit } from './rate-limit/pacer.js';
import { BytesInFlight, type HeldBytes } from './transport/bytes-in-flight.js';
import type { Transport } from './transport/transport.js';

export interface NcbiClientOptions {
  readonly pacer: Pacer;
  readonly transport: Transport;
  /** The API key of this client's requests, whose rate the pacer holds. */
  readonly apiKey?: string | undefined;
  readonly keyOwner?: KeyOwner;
  readonly clock: Clock;
  /** Their health, known to all clients. */
  readonly breakers: BackendBreakers;
  /** Time one call may take, from its start to the last byte. */
  readonly timeout: Milliseconds;
  /** Tries in all, the first included. */
  readonly attempts: number;
  /** Gives the jitter of retries, from 0 to 1. */
  readonly random?: () => number;
  /** Bounds the responses that are read at once, of all clients together; without it there is no bound. */
  readonly bytes?: BytesInFlight;
  /** Told of all calls, and by those who ask of what they ask. */
  readonly observer?: Observer | undefined;
}

const BACKOFF_BASE: Milliseconds = 400;

/**
 * The HTTP client of NCBI for one API key. Every request leaves through {@link NcbiClient.send}: with a permit, within a time
 * limit, and read before it is believed. Transient failures are tried again; each try goes back through the pacer and costs a permit.
 */
export class NcbiClient {
  readonly pacer: Pacer;
  readonly keyOwner: KeyOwner;
  readonly observer: Observer | undefined;
  readonly #options: NcbiClientOptions & Required<Pick<NcbiClientOptions, 'random' | 'bytes'>>;

  constructor(options: NcbiClientOptions) {
    this.pacer = options.pacer;
    this.keyOwner = options.keyOwner ?? 'none';
    this.observer = options.observer;
    this.#options = { random: Math.random, bytes: new BytesInFlight(Infinity), ...options };
  }

  /** Time until anything is sent again after NCBI blocked this address; else 0. */
  get blockedFor(): Milliseconds {
    return this.#options.breakers.blockedFor;
  }

  /**
   * Asks until there is an answer or no hope of one.
   *
   * @throws {@link EntrezError} with the code of the last failure, and the words of the one that made it ask for the fallback;
   * without a request where a circuit breaker is open.
   * @throws The abort reason of `signal`, as soon as nothing is on the wire.
   */
  send<T>(question: EutilsCall<T>, options: CallOptions): Promise<T> {
    return this.#sendWith(undefined, question, options);
  }

  /** Sends the calls of a batch that has waited for a permit: the first try of the first call uses it, and returns it. */
  holding(permit: Permit): CallSender {
    let held: Permit | undefined = permit;
    return {
      send: (question, options) => {
        const given = held;
        held = undefined;
        return this.#sendWith(given, question, options);
      },
    };
  }

  async #sendWith<T>(granted: Permit | undefined, question: EutilsCall<T>, options: CallOptions): Promise<T> {
    let request = question.request;
    let given = granted;
    let inFirstForm: EntrezError | undefined;
    for (let attempt = 1; ; attempt += 1) {
      const permit = given ?? (await this.pacer.acquire(options.signal, options.claim));
      const ticket = this.#acquireTicket(request, permit, options.claim);
      given = undefined;
      try {
        const answer = await this.#call(request, question.decode, permit, options);
        ticket.settle(undefined);
        return answer;
      } catch (failure) {
        ticket.settle(failure, attempt > 1);
        const error = inFirstForm && failure instanceof EntrezError ? inBothForms(failure, inFirstForm) : failure;
        if (error instanceof EntrezError && error.code === 'RESPONSE_TOO_LARGE' && request !== question.fallback) {
          if (!question.fallback) {
            throw error;
          }
          // NCBI returns as XML what it refuses to turn into JSON (protocol section 12).
          inFirstForm = error;
          request = question.fallback;
          continue;
        }
        if (!(error instanceof EntrezError) || !error.retryable || attempt >= this.#options.attempts) {
          throw error;
        }
        if (request.idCount > 1 && error.isDivisible && attempt >= triesOf(error, options)) {
          throw error;
        }
        if (error.scope === 'batch' && request === question.fallback) {
          // Mixed in both forms: asking for the same ids together once more would spend a permit in vain.
          throw error;
        }
        if (error.code === 'MALFORMED_RESPONSE' && question.fallback) {
          inFirstForm ??= error;
          request = question.fallback;
        }
        if (error.code !== 'UPSTREAM_RATE_LIMITED') {
          await this.#backOff(attempt, options.signal);
        }
      }
    }
  }

  /** Returns the permit where a circuit breaker is open, so that another request can use it. */
  #acquireTicket(request: EutilsRequest, permit: Permit, claim: PermitRequest | undefined): Ticket {
    try {
      return this.#options.breakers.acquire(request);
    } catch (error) {
      permit.cancel();
      claim?.refund?.();
      throw error;
    }
  }

  async #call<T>(
    request: EutilsRequest,
    decode: (body: Text, retmode: Retmode) => T | Promise<T>,
    permit: Permit,
    { signal, claim, onCall }: CallOptions,
  ): Promise<T> {
    const { clock, bytes } = this.#options;
    let response: EutilsResponse | undefined;
    let outcome: CallRecord['outcome'] = 'abandoned';
    if (signal.aborted) {
      permit.cancel();
      throw signal.reason;
    }
    const { startedAt } = permit;
    const held = bytes.hold();
    let answeredAt: Milliseconds | undefined;
    const onEnd = this.observer?.callBegins?.({ request, claim, keyOwner: this.keyOwner, startedAt });
    try {
      response = await this.#send(request, permit, held);
      // What follows is the work of this process, from which nothing is learned about NCBI.
      answeredAt = clock.now();
      const said = rateHeaders(response);
      if (said) {
        permit.applyRateHeaders(said);
      }
      rejectFailure(response, request.utility);
      const answer = await decode(response.body, request.retmode);
      outcome = 'answered';
      return answer;
    } catch (error) {
      outcome = error instanceof EntrezError ? error.code : 'abandoned';
      if (error instanceof EntrezError && error.code === 'UPSTREAM_RATE_LIMITED') {
        const pause = this.pacer.coolDown(startedAt, error.details.retryAfterMs);
        throw error.with({ retryAfterMs: Math.ceil(pause) });
      }
      throw error;
    } finally {
      permit.release();
      held.release();
      const endedAt = answeredAt ?? clock.now();
      const call: CallRecord = {
        utility: request.utility,
        ids: request.idCount,
        waited: permit.waited,
        took: endedAt - startedAt,
        endedAt,
        size: response ? lengthOf(response.body) : 0,
        source: response && sourceOf(response),
        outcome,
      };
      onCall?.(call);
      onEnd?.(call, response?.status);
    }
  }

  async #send(request: EutilsRequest, permit: Permit, held: HeldBytes): Promise<EutilsResponse> {
    const { clock, timeout, transport, apiKey } = this.#options;
    const limit = new AbortController();
    const cancelTimer = clock.after(timeout, () => {
      limit.abort(
        new EntrezError('UPSTREAM_TIMEOUT', `NCBI did not answer ${request.utility} within ${timeout} ms.`, {
          retryable: true,
        }),
      );
    });
    try {
      return await transport.send(request, {
        signal: limit.signal,
        onSent: permit.markSent,
        onWritten: permit.markWritten,
        onBytes: held.add,
        apiKey,
      });
    } finally {
      cancelTimer();
    }
  }

  /** Grows with each try and is jittered, so that callers who failed together do not come back together. */
  async #backOff(attempt: number, signal: AbortSignal): Promise<void> {
    const { clock, random } = this.#options;
    await sleep(clock, BACKOFF_BASE * 2 ** (attempt - 1) * (0.5 + random()), signal);
  }
}

/** The failure of the fallback, which alone would hide what is wrong with the form that is usually requested. */
function inBothForms(failure: EntrezError, inFirstForm: EntrezError): EntrezError {
  const { code, message, details, retryable, scope } = failure;
  return message === inFirstForm.message
    ? failure
    : new EntrezError(code, `${message} JSON failed before: ${inFirstForm.message}`, {
        ...details,
        retryable,
        scope,
        cause: inFirstForm,
      });
}

function triesOf({ code }: EntrezError, { splitAfter = Infinity }: CallOptions): number {
  return code === 'UPSTREAM_TIMEOUT' && splitAfter < Infinity ? 1 : splitAfter;
}

/** Protocol of the sandbox: `x-entrez-sandbox: 1` on every answer. */
function sourceOf(response: EutilsResponse): Source {
  return response.headers['x-entrez-sandbox'] === undefined ? 'ncbi' : 'sandbox';
}
