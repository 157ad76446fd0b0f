import { type DocumentNode, getOperationAST, type OperationTypeNode, type GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

import { NOTHING_SPENT } from '../../loading/operation/cost-report.js';
import type { Operation } from '../../loading/operation/operation.js';
import type { Clock, Milliseconds } from '../../upstream/clock.js';
import type { MaskedErrors } from '../errors/masked-errors.js';
import type { Payload } from '../accept/announce-parts.js';
import { BROKEN_OFF } from '../access/request-body.js';
import type { OnRequestEnd, Outcome } from './request-end.js';
import { REQUEST_ID, requestIdOf, serverTiming } from './answer-headers.js';
import type { RequestSpan, Tracing } from './tracing/tracing.js';

/** A request that has not been answered to the end. */
interface TrackedRequest {
  readonly id: string;
  readonly since: Milliseconds;
  readonly span: RequestSpan | undefined;
  name: string | undefined;
  type: OperationTypeNode | undefined;
  /** Whether its answer is under way or told of already. */
  isTold: boolean;
}

interface RequestLifecycleOptions {
  readonly clock: Clock;
  readonly operations: WeakMap<Request, Operation>;
  /** The name of the client that sends a request, where clients have names. */
  readonly callerOf: (request: Request) => string | undefined;
  readonly hidden: MaskedErrors;
  readonly tracing: Tracing;
  /** Told of each request, when its answer is complete or its client has gone. */
  readonly onEnd: readonly OnRequestEnd[];
}

/**
 * Follows each request from its arrival to the end of its answer, for the logs, metrics and traces that tell of it. The
 * answer says its id (`x-request-id`), and one that is not streamed, where its time went (`Server-Timing`).
 */
export function useRequestLifecycle({
  clock,
  operations,
  callerOf,
  hidden,
  tracing,
  onEnd,
}: RequestLifecycleOptions): Plugin {
  const tracked = new WeakMap<Request, TrackedRequest>();

  const tell = (request: Request, its: TrackedRequest, findings: ResultSummary): void => {
    const { id, name, type, since, span } = its;
    // A client may have left before there was a request to abort.
    const isAborted = request.signal.aborted || findings.errors.some(({ message }) => message === BROKEN_OFF);
    const end = {
      id,
      name,
      type,
      client: callerOf(request),
      outcome: isAborted ? ('aborted' as const) : findings.outcome,
      codes: isAborted ? [] : findings.codes,
      unexpected: hidden.behind(findings.errors),
      took: clock.now() - since,
      operation: operations.get(request),
      traceId: span?.traceId,
    };
    for (const told of onEnd) {
      told(end);
    }
    span?.end(end);
  };

  async function* tellAfter(
    payloads: AsyncIterable<Payload>,
    request: Request,
    its: TrackedRequest,
  ): AsyncGenerator<Payload, void> {
    const findings = new ResultSummary(true);
    try {
      for await (const payload of payloads) {
        findings.add(payload);
        yield payload;
      }
    } finally {
      // Also when the client goes away in between.
      tell(request, its, findings);
    }
  }

  return {
    onRequest({ request }) {
      tracked.set(request, {
        id: requestIdOf(request.headers),
        since: clock.now(),
        span: tracing.begin(request.headers),
        name: undefined,
        type: undefined,
        isTold: request.method === 'OPTIONS',
      });
    },
    onExecute({ args, context: { request } }) {
      const its = tracked.get(request);
      const asked = getOperationAST(args.document as DocumentNode, args.operationName as string | undefined);
      const operation = operations.get(request);
      if (its && asked) {
        its.name = asked.name?.value;
        its.type = asked.operation;
        if (operation) {
          its.span?.follow(operation);
        }
      }
    },
    onResultProcess(payload) {
      const { request, result } = payload;
      const its = tracked.get(request);
      if (!its || its.isTold || Array.isArray(result)) {
        return;
      }
      its.isTold = true;
      if (Symbol.asyncIterator in result) {
        payload.setResult(tellAfter(result as AsyncIterable<Payload>, request, its));
      } else {
        const findings = new ResultSummary(its.type !== undefined);
        findings.add(result as Payload);
        tell(request, its, findings);
      }
    },
    onResponse({ request, response }) {
      const its = tracked.get(request);
      if (!its) {
        return;
      }
      response.headers.set(REQUEST_ID, its.id);
      if (/json|csv|tab-separated/.test(response.headers.get('content-type') ?? '')) {
        const account = operations.get(request)?.report() ?? NOTHING_SPENT;
        response.headers.set('server-timing', serverTiming(account, clock.now() - its.since));
      }
      if (!its.isTold) {
        // Turned away without a result, such as one in a form that nobody reads.
        its.isTold = true;
        tell(request, its, new ResultSummary(false));
      }
    },
  };
}

/** What is seen of an answer, payload by payload. */
class ResultSummary {
  readonly errors: GraphQLError[] = [];
  readonly #isExecuted: boolean;
  /** The only payload that may have data. */
  #first: Payload | undefined;

  /** @param isExecuted - Whether the operation was executed at all. */
  constructor(isExecuted: boolean) {
    this.#isExecuted = isExecuted;
  }

  add(payload: Payload): void {
    const { errors = [], incremental = [] } = payload;
    this.#first ??= payload;
    this.errors.push(...errors);
    for (const part of incremental) {
      this.errors.push(...(part.errors ?? []));
    }
  }

  get outcome(): Outcome {
    if (!this.#isExecuted) {
      return 'refused';
    }
    if (this.errors.length === 0) {
      return 'answered';
    }
    return this.#first?.data ? 'partial' : 'failed';
  }

  /** The codes of all errors. */
  get codes(): string[] {
    return this.errors.map(({ extensions: { code } }) => (typeof code === 'string' ? code : ''));
  }
}
