import type { GraphQLFormattedError } from 'graphql';

import type { CostReport } from '../../loading/operation/cost-recorder.js';

/** The result of one operation. */
export interface Answer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly GraphQLFormattedError[];
  readonly account: CostReport;
}
