import {
  type Attributes,
  type Context,
  context,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type TextMapGetter,
  trace,
} from '@opentelemetry/api';

import type { Milliseconds } from '../../../upstream/clock.js';
import { programOf } from '../../../eutils/wire.js';
import type { PermitRequest, Flow } from '../../../upstream/rate-limit/fair-queue.js';
import type { Observer, OnCallEnd, SentBatch, StartedCall } from '../../../upstream/observer.js';
import type { RequestEnd } from '../request-end.js';
import { callAttributes, callEndAttributes, questionOf, requestAttributes } from './attributes.js';
import { TracedOperation } from './traced-operation.js';

/** The span of a request. */
export interface RequestSpan {
  readonly traceId: string;
  /** What is done for its operation is part of it from now on. */
  readonly follow: (operation: Flow) => void;
  readonly end: (end: RequestEnd) => void;
}

type HeadersOf = Pick<Headers, 'get' | 'keys'>;

const HEADERS: TextMapGetter<HeadersOf> = {
  get: (headers, name) => headers.get(name) ?? undefined,
  keys: (headers) => [...headers.keys()],
};

/**
 * Spans of OpenTelemetry: of an operation, of each question it waits for, of the batches that answer them, and of the
 * calls to NCBI. A batch or a call that several operations share is part of the trace of the first of them, and linked to
 * the spans of the others.
 *
 * Only the API is used: without an SDK, which the operator loads, or where its sampler says no, an operation is asked
 * once whether it records, and that is all. What belongs together is found by the operations and their claims, not by
 * AsyncLocalStorage, which a batch of many operations would confuse.
 */
export class Tracing implements Observer {
  readonly #tracer = trace.getTracer('entrez-graph');
  readonly #baseUrl: string;
  readonly #operations = new WeakMap<Flow, TracedOperation>();
  /** Saves looking for those of each key where nothing is recorded. */
  #hasOperations = false;
  readonly #batches = new WeakMap<PermitRequest, Span>();

  /** @param baseUrl - Of NCBI. */
  constructor(baseUrl: string) {
    this.#baseUrl = baseUrl;
  }

  /**
   * Begins the span of a request. It belongs to the span that instrumentation of the HTTP server has begun, or else to
   * the one that the headers name.
   *
   * @returns Undefined where nothing is recorded.
   */
  begin(headers: HeadersOf): RequestSpan | undefined {
    const active = context.active();
    const parent = trace.getSpan(active) ? active : propagation.extract(active, headers, HEADERS);
    const span = this.#tracer.startSpan('GraphQL Operation', { kind: SpanKind.SERVER }, parent);
    if (!span.isRecording()) {
      return undefined;
    }
    return {
      traceId: span.spanContext().traceId,
      follow: (operation) => {
        this.#hasOperations = true;
        this.#operations.set(operation, new TracedOperation(span));
      },
      end: (end) => {
        endRequestSpan(span, end);
      },
    };
  }

  readonly waitBegins = (who: Flow, question: string): (() => void) | undefined => {
    if (!this.#hasOperations) {
      return undefined;
    }
    const ends = this.#tracedOf(who).map((operation) =>
      operation.wait(question, () =>
        this.#startUnder(operation.span, questionOf(question), { 'entrez.question': questionOf(question) }),
      ),
    );
    return ends.length === 0
      ? undefined
      : () => {
          for (const end of ends) {
            end();
          }
        };
  };

  readonly batchBegins = ({ claim, question, keys, size, since }: SentBatch): (() => void) | undefined => {
    const [first, ...others] = this.#wanting(claim, question);
    if (!first) {
      return undefined;
    }
    const name = `batch ${questionOf(question)}`;
    const span = this.#startUnder(first, name, { 'entrez.batch.keys': keys, 'entrez.batch.size': size }, others, since);
    this.#batches.set(claim, span);
    const linked = new Set([first, ...others]);
    return () => {
      // Others may have joined while it was under way.
      for (const late of this.#wanting(claim, question)) {
        if (!linked.has(late)) {
          span.addLink({ context: late.spanContext() });
        }
      }
      span.end();
    };
  };

  readonly callBegins = ({ request, claim, startedAt }: StartedCall): OnCallEnd | undefined => {
    if (!claim) {
      return undefined;
    }
    const [first, ...others] = this.#wanting(claim);
    const parent = this.#batches.get(claim) ?? first;
    if (!parent) {
      return undefined;
    }
    const attributes = callAttributes(request, this.#baseUrl);
    const span = this.#startUnder(
      parent,
      `POST ${programOf(request.utility)}`,
      attributes,
      others,
      startedAt,
      SpanKind.CLIENT,
    );
    return (call, status) => {
      span.setAttributes(callEndAttributes(call, status));
      if (call.outcome !== 'answered') {
        span.setStatus({ code: SpanStatusCode.ERROR });
      }
      span.end();
    };
  };

  /** The spans of those who want something: of the question that they wait for, or of the whole operation. */
  #wanting({ flows: shares }: PermitRequest, question?: string): Span[] {
    return [...shares].flatMap((share) => this.#tracedOf(share).map((operation) => operation.spanOf(question)));
  }

  #tracedOf(flow: Flow): TracedOperation[] {
    return [...(flow.callers ?? [flow])].flatMap((caller) => this.#operations.get(caller) ?? []);
  }

  #startUnder(
    parent: Span,
    name: string,
    attributes: Attributes,
    linked: readonly Span[] = [],
    startTime?: Milliseconds,
    kind = SpanKind.INTERNAL,
  ): Span {
    const links = linked.map((each) => ({ context: each.spanContext() }));
    const within: Context = trace.setSpan(ROOT_CONTEXT, parent);
    return this.#tracer.startSpan(
      name,
      { kind, attributes, links, ...(startTime !== undefined && { startTime }) },
      within,
    );
  }
}

function endRequestSpan(span: Span, end: RequestEnd): void {
  const { type, codes, outcome } = end;
  if (type) {
    span.updateName(type);
  }
  span.setAttributes(requestAttributes(end));
  // A refusal is a mistake of the client, and this span is the server's.
  if (codes.length > 0 && outcome !== 'refused') {
    span.setStatus({ code: SpanStatusCode.ERROR });
  }
  span.end();
}
