import type { ExecutionResult, GraphQLError, GraphQLFormattedError } from 'graphql';

import { type CostReport, NOTHING_SPENT } from '../../loading/operation/cost-report.js';

/** The result of one operation. */
export interface Answer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly GraphQLFormattedError[];
  readonly account: CostReport;
}

/** The result as clients see it; `http` in the extensions of errors is for a server. */
export function answerOf({ data, errors = [], extensions }: ExecutionResult): Answer {
  const formatted = (error: GraphQLError): GraphQLFormattedError => {
    const { http: _http, ...others } = error.extensions;
    return { ...error.toJSON(), extensions: others };
  };
  const account = (extensions?.entrez ?? NOTHING_SPENT) as CostReport;
  return { data: data ?? null, errors: errors.map(formatted), account };
}
