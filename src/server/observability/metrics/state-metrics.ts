import { Gauge, type Registry } from 'prom-client';

import { BACKENDS, type BackendBreakers } from '../../../upstream/circuit-breaker/backends.js';
import type { Sharing } from '../../../upstream/rate-limit/budget.js';
import type { BytesInFlight } from '../../../upstream/transport/bytes-in-flight.js';
import type { Pacer } from '../../../upstream/rate-limit/pacer.js';

export type WatchedPacer = Pick<Pacer, 'queued' | 'inFlight' | 'state'>;

const SHARINGS: readonly Sharing['by'][] = ['shared', 'own share', 'closed'];

/** Shows how things stand at the moment somebody looks: the budget, the queue, and the health of NCBI. */
export function stateMetrics(
  registry: Registry,
  pacer: WatchedPacer,
  breakers: BackendBreakers,
  bytes: Pick<BytesInFlight, 'count'>,
): void {
  const gauge = (name: string, help: string, value: () => number): void => {
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(value());
      },
    });
  };
  gauge(
    'entrez_graph_queue_depth',
    'Requests that wait for a permit of the server itself, not of a caller with a key.',
    () => pacer.queued,
  );
  gauge(
    'entrez_graph_upstream_in_flight',
    'Requests of the server itself that NCBI has not answered.',
    () => pacer.inFlight,
  );
  gauge(
    'entrez_graph_upstream_in_flight_bytes',
    'Bytes of responses of NCBI that are received or decoded.',
    () => bytes.count,
  );
  gauge('entrez_graph_budget_limit', 'Requests a second that may be sent.', () => pacer.state.limit);
  gauge('entrez_graph_budget_remaining', 'Requests that could be sent at once.', () => pacer.state.remaining);
  gauge(
    'entrez_graph_budget_expected_wait_seconds',
    'How long a request that came now would wait for its permit.',
    () => pacer.state.expectedWait / 1000,
  );
  gauge(
    'entrez_graph_budget_cooling_seconds',
    'Time until requests are sent again after NCBI refused one for its rate.',
    () => pacer.state.coolingFor / 1000,
  );
  gauge(
    'entrez_graph_budget_slowed_ratio',
    'By how much requests are sent more slowly after such a refusal; 1 when they are not.',
    () => pacer.state.slowedBy,
  );
  if (pacer.state.sharing) {
    gauge(
      'entrez_graph_budget_members',
      'Processes that share the budget, this one included, as far as it is known.',
      () => pacer.state.sharing?.members ?? 0,
    );
    new Gauge({
      name: 'entrez_graph_budget_sharing',
      help: 'How permits are had from the shared budget: 1 for "shared", "own share" or "closed", as it is at present.',
      labelNames: ['by'],
      registers: [registry],
      collect() {
        for (const by of SHARINGS) {
          this.set({ by }, Number(pacer.state.sharing?.by === by));
        }
      },
    });
  }
  new Gauge({
    name: 'entrez_graph_back_end_down',
    help: 'Whether a service of NCBI is left alone because it failed, or, as "blocked", all of NCBI.',
    labelNames: ['back_end'],
    registers: [registry],
    collect() {
      const down = new Set<string>(breakers.open.map(({ what }) => what));
      for (const what of [...BACKENDS, 'blocked']) {
        this.set({ back_end: what }, Number(down.has(what)));
      }
    },
  });
}
