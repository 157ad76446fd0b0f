import type { ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';

import { type CostReport, NOTHING_SPENT } from '../../loading/operation/cost-report.js';
import type { Operation } from '../../loading/operation/operation.js';
import type { Payload } from '../accept/announce-parts.js';

/**
 * Puts what an operation cost into `extensions.entrez` of its answer, and lets the operation go. The first payload of a
 * streamed answer says what it cost so far, the last what it cost in all.
 */
export function useCostExtension(operations: WeakMap<Request, Operation>): Plugin {
  return {
    onExecutionResult(payload) {
      const { request, result } = payload;
      const operation = operations.get(request);
      if (!result) {
        return;
      }
      if (Symbol.asyncIterator in result) {
        payload.setResult(withCostOfStream(result, operation));
      } else {
        operation?.close();
        payload.setResult(withCost(result, operation));
      }
    },
  };
}

async function* withCostOfStream(
  payloads: AsyncIterable<Payload>,
  operation: Operation | undefined,
): AsyncGenerator<Payload, void> {
  try {
    let isFirst = true;
    for await (const payload of payloads) {
      yield isFirst || payload.hasNext === false ? withCost(payload, operation) : payload;
      isFirst = false;
    }
  } finally {
    // Also when the client goes away in between.
    operation?.close();
  }
}

/** Adds to the result itself: one that is remembered as text would be read to be copied. */
function withCost<Result extends ExecutionResult>(result: Result, operation: Operation | undefined): Result {
  const entrez: CostReport = operation?.report() ?? NOTHING_SPENT;
  result.extensions = { ...result.extensions, entrez };
  return result;
}
