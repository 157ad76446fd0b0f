import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

import type { Utility } from '../eutils/wire.js';
import type { SandboxContext } from './context.js';
import type { SentAnswer } from './faults/fault.js';
import type { FaultKit } from './faults/fault-kit.js';
import { rateHeaders, refuseKey, refuseRate } from './http/gateway.js';
import { Parameters } from './http/parameters.js';
import { send } from './http/send.js';
import type { RateLimit } from './rate-limit.js';
import type { ArrivedRequest, RequestLog } from './request-log.js';
import { UTILITIES } from './utilities.js';

/** An answer in place of the sandbox's own. */
interface Interception {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Replaces the answer to a request, or leaves it alone by returning `undefined`. A promise holds the answer back. */
export type Interceptor = (request: ArrivedRequest) => Interception | undefined | Promise<Interception | undefined>;

interface Parts {
  readonly context: SandboxContext;
  readonly faults: FaultKit;
  readonly log: RequestLog;
  readonly limit: RateLimit;
  /** Requests in any second; 0 or `Infinity` for no limit. */
  readonly rps: { readonly unkeyed: number; readonly keyed: number };
  /** The latency of an answer in milliseconds. */
  readonly delayOf: (idCount: number) => number;
  /** Aborted when the sandbox closes. */
  readonly closing: AbortSignal;
}

/** A request to a utility. */
interface UtilityRequest {
  readonly utility: Utility;
  readonly query: string;
  readonly body: string;
  /** When its head arrived, on the monotonic clock. */
  readonly at: number;
  /** Where it came from. */
  readonly address: string;
}

/** Answers requests to the utilities: checks key and rate, logs, lets an interceptor or a fault answer, waits and sends. */
export class UtilityServer {
  interceptor: Interceptor | undefined;
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async respond({ utility, query, at, body, address }: UtilityRequest, response: ServerResponse): Promise<void> {
    const { log, limit, rps, delayOf, closing } = this.#parts;
    const params = new Parameters(query, body);
    const key = params.get('api_key');
    const keyed = key !== undefined;
    const caller = key ?? address;
    const seen: ArrivedRequest = {
      utility,
      params: params.pairs.filter(([name]) => name !== 'api_key'),
      at,
      keyed,
      idCount: params.ids.length,
    };
    const verdict = limit.check(caller, keyed ? rps.keyed : rps.unkeyed, at);
    const refusal = refuseKey(key) ?? refuseRate(verdict, caller);
    // Logged before any wait, so that the log keeps the order of arrival.
    const entry = log.add(seen);
    if (refusal !== undefined) {
      entry.status = refusal.status ?? 200;
      entry.refused = entry.status === 429;
      entry.answeredAt = performance.now();
      send(response, refusal, rateHeaders(verdict));
      return;
    }

    const answer = await this.#answer(seen, params, caller);
    entry.status = answer.status ?? 200;
    entry.fault = answer.fault;
    const wait = delayOf(seen.idCount);
    if (wait > 0) {
      await delay(wait, undefined, { signal: closing });
    }
    entry.answeredAt = performance.now();
    send(response, answer, { ...(answer.headers ?? rateHeaders(verdict)), ...answer.moreHeaders });
  }

  async #answer(seen: ArrivedRequest, params: Parameters, caller: string): Promise<SentAnswer> {
    const { context, faults, closing } = this.#parts;
    const utility = seen.utility as Utility;
    const intercepted = this.interceptor?.(seen);
    const replacement = intercepted instanceof Promise ? await untilClosed(intercepted, closing) : intercepted;
    return replacement === undefined
      ? faults.answer({ utility, params, caller }, (asked) => UTILITIES[utility](asked, context))
      : {
          status: replacement.status ?? 200,
          type: params.json ? 'json' : 'xml',
          body: replacement.body,
          ...(replacement.headers && { moreHeaders: replacement.headers }),
        };
  }
}

/** The promise's value, or a rejection as soon as the sandbox closes. */
async function untilClosed<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const settled = new AbortController();
  const closed = new Promise<never>((_resolve, reject) => {
    const onAbort = (): void => {
      reject(new Error('the sandbox was closed'));
    };
    signal.addEventListener('abort', onAbort, { once: true, signal: settled.signal });
  });
  try {
    return await Promise.race([promise, closed]);
  } finally {
    settled.abort();
  }
}
