import type { IncomingHttpHeaders } from 'node:http';

import type { Plugin, YogaLogger } from 'graphql-yoga';

import type { Catalog } from '../../catalog/catalog.js';
import type { Config } from '../../config.js';
import type { Operation } from '../../loading/operation/operation.js';
import { type Milliseconds, systemClock } from '../../upstream/clock.js';
import { type Observer, observers } from '../../upstream/observer.js';
import type { Callers } from '../access/use-client-identity.js';
import { useRequestLifecycle } from './use-request-lifecycle.js';
import { MaskedErrors } from '../errors/masked-errors.js';
import { Metrics } from './metrics/metrics.js';
import type { OnRequestEnd, RequestEnd } from './request-end.js';
import { requestIdOf } from './answer-headers.js';
import { logRequests } from './request-log.js';
import { type RequestSpan, Tracing } from './tracing/tracing.js';

/** A request that does not go through Yoga. */
interface FollowedRequest {
  /** What is done for this operation is part of the trace of the request. */
  readonly follow: (operation: Operation) => void;
  /** Tells of its end. */
  readonly end: (
    seen: Pick<RequestEnd, 'name' | 'type' | 'operation' | 'outcome' | 'codes' | 'unexpected'> &
      Partial<Pick<RequestEnd, 'client'>>,
  ) => RequestEnd;
}

/** All that tells how one gateway fares: its metrics, traces and log. */
export class Observability {
  /** Undefined where METRICS is off. */
  readonly metrics: Metrics | undefined;
  /** To be told what goes out to NCBI. */
  readonly observer: Observer;
  readonly hidden = new MaskedErrors();
  /** For GraphQL Yoga. */
  readonly loggerOfYoga: YogaLogger;
  readonly #tracing: Tracing;
  readonly #onEnd: readonly OnRequestEnd[];
  readonly #namesCallers: boolean;

  constructor(config: Config, catalog: Catalog, logger: YogaLogger) {
    this.metrics = config.METRICS === 'on' ? new Metrics(catalog) : undefined;
    this.#tracing = new Tracing(config.NCBI_BASE_URL);
    this.observer = observers(this.metrics?.observer, this.#tracing);
    this.loggerOfYoga = this.hidden.loggerOfYoga(logger);
    const log = logRequests(logger, config.LOG_LEVEL === 'debug');
    this.#onEnd = this.metrics ? [this.metrics.onRequestEnd, log] : [log];
    // Without tokens a client is an address, which is nobody's business.
    this.#namesCallers = config.AUTH_TOKENS_FILE !== undefined;
  }

  /**
   * Tells of a request that was answered without Yoga.
   *
   * @returns Its id, and the time it took.
   */
  answered(
    headers: IncomingHttpHeaders,
    since: Milliseconds,
    { name, type, operation }: Pick<RequestEnd, 'name' | 'type' | 'operation'>,
  ): Pick<RequestEnd, 'id' | 'took'> {
    const read = {
      get: (name: string) => headers[name]?.toString() ?? null,
      keys: () => Object.keys(headers)[Symbol.iterator](),
    };
    const span = this.#tracing.begin(read);
    const end: RequestEnd = {
      id: requestIdOf(read),
      client: undefined,
      name,
      type,
      outcome: 'answered',
      codes: [],
      unexpected: [],
      took: systemClock.now() - since,
      operation,
      traceId: span?.traceId,
    };
    this.#tell(end, span);
    return end;
  }

  /** Follows a request that does not go through Yoga. */
  began(headers: Pick<Headers, 'get' | 'keys'>, since = systemClock.now()): FollowedRequest {
    const span = this.#tracing.begin(headers);
    return {
      follow: (operation) => {
        span?.follow(operation);
      },
      end: ({ client, ...seen }) => {
        const end: RequestEnd = {
          ...seen,
          id: requestIdOf(headers),
          client: this.#namesCallers ? client : undefined,
          took: systemClock.now() - since,
          traceId: span?.traceId,
        };
        this.#tell(end, span);
        return end;
      },
    };
  }

  #tell(end: RequestEnd, span: RequestSpan | undefined): void {
    for (const told of this.#onEnd) {
      told(end);
    }
    span?.end(end);
  }

  /** Follows the requests of a server. */
  follow(operations: WeakMap<Request, Operation>, callers: Callers): Plugin {
    return useRequestLifecycle({
      clock: systemClock,
      operations,
      callerOf: (request) => (this.#namesCallers ? callers.get(request) : undefined),
      hidden: this.hidden,
      tracing: this.#tracing,
      onEnd: this.#onEnd,
    });
  }
}
