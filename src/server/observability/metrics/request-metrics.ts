import { Counter, Histogram, type Registry } from 'prom-client';

import { ERROR_CODES } from '../../../eutils/failures/errors.js';
import type { AnswerLevel } from '../../../loading/operation/cost-recorder.js';
import { REFUSAL_CODES } from '../../access/refusal.js';
import { type Outcome, type RequestEnd, TROUBLE_CODES, troubleIn } from '../request-end.js';
import { labelIn, OperationNames } from './labels.js';

/** Codes that GraphQL Yoga gives. */
const YOGA_CODES = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'INTERNAL_SERVER_ERROR',
  'PERSISTED_QUERY_MISMATCH',
];

/** Requests that are remembered at most until the registry is told of them. */
const MAX_UNTOLD = 1000;

/** What the registry is to be told of a request. */
interface Untold {
  readonly operation: string;
  readonly outcome: Outcome;
  readonly codes: readonly string[];
  /** The code that an operator should know of. */
  readonly trouble: string | undefined;
  readonly seconds: number;
  readonly answers: Readonly<Record<AnswerLevel, number>> | undefined;
}

export interface RequestMetrics {
  readonly onRequestEnd: (end: RequestEnd) => void;
  /** Tells the registry what it has not been told. To be called before anybody reads it. */
  readonly tell: () => void;
}

/**
 * Counts and times the requests for GraphQL, and where their answers were found. The registry is told of many at a time,
 * which takes it a quarter of the time.
 */
export function requestMetrics(registry: Registry): RequestMetrics {
  const registers = [registry];
  const names = new OperationNames();
  const codes = new Set([...Object.keys(ERROR_CODES), ...Object.keys(REFUSAL_CODES), ...YOGA_CODES]);
  const operations = new Counter({
    name: 'entrez_graph_operations_total',
    help: 'GraphQL operations by name and outcome: answered, partial (data beside errors), failed, refused unexecuted, or aborted by the client.',
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
  const troubles = new Counter({
    name: 'entrez_graph_operation_troubles_total',
    help: "GraphQL operations with an error that is not the caller's, by its code.",
    labelNames: ['code'],
    registers,
  });
  for (const code of TROUBLE_CODES) {
    troubles.inc({ code }, 0);
  }
  const answers = new Counter({
    name: 'entrez_graph_answers_total',
    help: 'Answers that operations were given, by where they were: memory, stale (outdated), store or upstream.',
    labelNames: ['level'],
    registers,
  });
  let untold: Untold[] = [];
  const tell = (): void => {
    const told = untold;
    untold = [];
    for (const { operation, outcome, codes: found, trouble, seconds, answers: levels } of told) {
      operations.inc({ operation, outcome });
      durations.observe({ operation }, seconds);
      for (const code of found) {
        errors.inc({ code: labelIn(codes, code) });
      }
      if (trouble !== undefined) {
        troubles.inc({ code: trouble });
      }
      for (const [level, count] of Object.entries(levels ?? {})) {
        if (count > 0) {
          answers.inc({ level }, count);
        }
      }
    }
  };
  return {
    onRequestEnd: ({ name, outcome, codes: found, took, operation }) => {
      untold.push({
        operation: names.labelOf(name),
        outcome,
        codes: found,
        trouble: troubleIn({ codes: found, operation }),
        seconds: took / 1000,
        answers: operation?.answers,
      });
      if (untold.length >= MAX_UNTOLD) {
        tell();
      }
    },
    tell,
  };
}
