import {
  type Context,
  propagation,
  type SpanContext,
  type TextMapGetter,
  type TextMapPropagator,
  trace,
} from '@opentelemetry/api';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  ParentBasedSampler,
  type ReadableSpan,
  AlwaysOnSampler,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';

/** Of W3C Trace Context, as far as a server needs it. */
const traceContext: TextMapPropagator = {
  inject: () => undefined,
  fields: () => ['traceparent'],
  extract: (context: Context, carrier: unknown, getter: TextMapGetter) => {
    const [, traceId, spanId, flags] =
      /^00-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})$/.exec(String(getter.get(carrier, 'traceparent'))) ?? [];
    if (traceId === undefined || spanId === undefined) {
      return context;
    }
    const parent: SpanContext = { traceId, spanId, traceFlags: Number(`0x${flags}`), isRemote: true };
    return trace.setSpanContext(context, parent);
  },
};

/** An SDK of OpenTelemetry that keeps the spans of this process, from its start to its disposal. */
export class RecordedSpans implements AsyncDisposable {
  readonly #exporter = new InMemorySpanExporter();
  readonly #provider = new BasicTracerProvider({
    sampler: new ParentBasedSampler({ root: new AlwaysOnSampler() }),
    spanProcessors: [new SimpleSpanProcessor(this.#exporter)],
  });

  constructor() {
    trace.setGlobalTracerProvider(this.#provider);
    propagation.setGlobalPropagator(traceContext);
  }

  /** The spans that ended since the last look, in the order of their beginnings. */
  take(): ReadableSpan[] {
    const spans = this.#exporter.getFinishedSpans().toSorted((a, b) => startOf(a) - startOf(b));
    this.#exporter.reset();
    return spans;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    trace.disable();
    propagation.disable();
    await this.#provider.shutdown();
  }
}

function startOf({ startTime: [seconds, nanoseconds] }: ReadableSpan): number {
  return seconds * 1e3 + nanoseconds / 1e6;
}
