import { Counter, Histogram, type Registry } from 'prom-client';

import { ERROR_CODES } from '../../eutils/errors.js';
import { REFUSAL_CODES } from '../refusal.js';
import type { OnRequestEnd } from '../request-end.js';
import { labelIn, OperationNames } from './labels.js';

/** Codes that GraphQL Yoga gives. */
const YOGA_CODES = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'INTERNAL_SERVER_ERROR',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_MISMATCH',
];

/** Counts and times the requests for GraphQL, and where their answers were found. */
export function requestMetrics(registry: Registry): OnRequestEnd {
  const registers = [registry];
  const names = new OperationNames();
  const codes = new Set([...Object.keys(ERROR_CODES), ...Object.keys(REFUSAL_CODES), ...YOGA_CODES]);
  const operations = new Counter({
    name: 'entrez_graph_operations_total',
    help: 'GraphQL operations by name and outcome: answered, partial (data beside errors), failed, or refused unexecuted.',
    labelNames: ['operation', 'outcome'],
    registers,
  });
  const durations = new Histogram({
    name: 'entrez_graph_operation_duration_seconds',
    help: 'Time from the arrival of a GraphQL request to the end of its answer.',
    labelNames: ['operation'],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 1, 2, 5, 10, 30, 60],
    registers,
  });
  const errors = new Counter({
    name: 'entrez_graph_errors_total',
    help: 'Errors in GraphQL answers, by code.',
    labelNames: ['code'],
    registers,
  });
  for (const code of codes) {
    // Prometheus does not see the first of them as an increase, unless it has seen the zero before.
    errors.inc({ code }, 0);
  }
  const answers = new Counter({
    name: 'entrez_graph_answers_total',
    help: 'Answers that operations were given, by where they were: memory, stale (outdated), store or upstream.',
    labelNames: ['level'],
    registers,
  });
  return ({ name, outcome, codes: found, took, operation }) => {
    const label = names.labelOf(name);
    operations.inc({ operation: label, outcome });
    durations.observe({ operation: label }, took / 1000);
    for (const code of found) {
      errors.inc({ code: labelIn(codes, code) });
    }
    for (const [level, count] of Object.entries(operation?.answers ?? {})) {
      if (count > 0) {
        answers.inc({ level }, count);
      }
    }
  };
}
