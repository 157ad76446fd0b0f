import { Counter, Histogram, type Registry } from 'prom-client';

import type { Catalog } from '../../../catalog/catalog.js';
import type { EutilsRequest } from '../../../eutils/wire.js';
import type { Observer } from '../../../upstream/observer.js';
import { labelIn } from './labels.js';

const SECONDS = [0.05, 0.1, 0.2, 0.4, 0.8, 1.5, 3, 6, 12, 30, 60];
const IDS = [1, 2, 5, 10, 20, 50, 100, 200, 500];

/** Counts and times what goes out to NCBI. Labels are values of closed sets: utilities, databases of the catalog, codes. */
export function callMetrics(registry: Registry, catalog: Catalog): Observer {
  const registers = [registry];
  const databases = new Set(catalog.databases.map(({ name }) => name));
  const calls = new Counter({
    name: 'entrez_graph_upstream_calls_total',
    help: 'Requests sent to NCBI, by the database they were about (the source, for links) and how they ended.',
    labelNames: ['utility', 'db', 'outcome'],
    registers,
  });
  const ids = new Counter({
    name: 'entrez_graph_upstream_ids_total',
    help: 'Ids that requests to NCBI asked about.',
    labelNames: ['utility'],
    registers,
  });
  const durations = new Histogram({
    name: 'entrez_graph_upstream_call_duration_seconds',
    help: 'Time from the permit of a request to NCBI to the end of its answer.',
    labelNames: ['utility'],
    buckets: SECONDS,
    registers,
  });
  const waits = new Histogram({
    name: 'entrez_graph_queue_wait_seconds',
    help: 'Time that requests to NCBI waited for their permits, by whose key they went out with: caller, server or none.',
    labelNames: ['key'],
    buckets: SECONDS,
    registers,
  });
  const batchKeys = new Histogram({
    name: 'entrez_graph_batch_keys',
    help: 'Keys in a batch, by the command that its question is about.',
    labelNames: ['question'],
    buckets: IDS,
    registers,
  });
  const batchFill = new Histogram({
    name: 'entrez_graph_batch_fill_ratio',
    help: 'Keys in a batch over those it could have had.',
    buckets: [0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 0.75, 0.99],
    registers,
  });
  return {
    batchBegins: ({ question, keys, size }) => {
      // The first word of a question is a name of ours; the others may be a caller's.
      batchKeys.observe({ question: question.split(' ', 1)[0] ?? '' }, keys);
      batchFill.observe(keys / size);
      return undefined;
    },
    callBegins:
      ({ request, keyOwner }) =>
      (call) => {
        const { utility, outcome } = call;
        calls.inc({ utility, outcome, db: labelIn(databases, databaseOf(request)) });
        ids.inc({ utility }, call.ids);
        durations.observe({ utility }, call.took / 1000);
        waits.observe({ key: keyOwner }, call.waited / 1000);
      },
  };
}

/** The database that the ids of a request are of, or that it searches. */
function databaseOf({ params }: EutilsRequest): string | undefined {
  const valueOf = (wanted: string): string | undefined => params.find(([name]) => name === wanted)?.[1];
  return valueOf('dbfrom') ?? valueOf('db');
}
