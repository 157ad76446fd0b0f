import { collectDefaultMetrics, Counter, Registry } from 'prom-client';

import type { Catalog } from '../../../catalog/catalog.js';
import type { BackendBreakers } from '../../../upstream/circuit-breaker/backends.js';
import type { Observer } from '../../../upstream/observer.js';
import type { BytesInFlight } from '../../../upstream/transport/bytes-in-flight.js';
import type { OnRequestEnd } from '../request-end.js';
import { callMetrics } from './call-metrics.js';
import { type RequestMetrics, requestMetrics } from './request-metrics.js';
import { stateMetrics, type WatchedPacer } from './state-metrics.js';

/** The metrics of one gateway, in a registry of their own. */
export class Metrics {
  /** Counts what goes out to NCBI. */
  readonly observer: Observer;
  /** Counts the requests for GraphQL. */
  readonly onRequestEnd: OnRequestEnd;
  readonly #requests: RequestMetrics;
  readonly #registry = new Registry();
  #hasProcess = false;

  constructor(catalog: Catalog) {
    this.observer = callMetrics(this.#registry, catalog);
    this.#requests = requestMetrics(this.#registry);
    this.onRequestEnd = this.#requests.onRequestEnd;
  }

  /** Shows from now on how these stand. */
  watch(pacer: WatchedPacer, breakers: BackendBreakers, bytes: Pick<BytesInFlight, 'count'>): void {
    stateMetrics(this.#registry, pacer, breakers, bytes);
  }

  /** Shows from now on how many log lines were lost. */
  watchLog(log: { readonly dropped?: number }): void {
    new Counter({
      name: 'entrez_graph_log_lines_dropped_total',
      help: 'Log lines that standard error did not take.',
      registers: [this.#registry],
      collect() {
        this.reset();
        this.inc(log.dropped ?? 0);
      },
    });
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  /** All of them as Prometheus reads them, and those of the process. */
  read(): Promise<string> {
    if (!this.#hasProcess) {
      this.#hasProcess = true;
      // Not before somebody looks: its probes of the event loop and the garbage collector run until the process ends.
      collectDefaultMetrics({ register: this.#registry });
    }
    this.#requests.tell();
    return this.#registry.metrics();
  }
}
