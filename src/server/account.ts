import type { ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';

import { type Account, NOTHING_SPENT } from '../loading/account.js';
import type { Operation } from '../loading/operation.js';
import type { Payload } from './incremental-delivery.js';

/**
 * Puts what an operation cost into `extensions.entrez` of its answer, and lets the operation go. The first payload of a
 * streamed answer says what it cost so far, the last what it cost in all.
 */
export function useAccount(operations: WeakMap<Request, Operation>): Plugin {
  return {
    onExecutionResult(payload) {
      const { request, result } = payload;
      const operation = operations.get(request);
      if (!result) {
        return;
      }
      if (Symbol.asyncIterator in result) {
        payload.setResult(accountStream(result, operation));
      } else {
        operation?.close();
        payload.setResult(withAccount(result, operation));
      }
    },
  };
}

async function* accountStream(
  payloads: AsyncIterable<Payload>,
  operation: Operation | undefined,
): AsyncGenerator<Payload, void> {
  try {
    let isFirst = true;
    for await (const payload of payloads) {
      yield isFirst || payload.hasNext === false ? withAccount(payload, operation) : payload;
      isFirst = false;
    }
  } finally {
    // Also when the client goes away in between.
    operation?.close();
  }
}

/** Adds to the result itself: one that is remembered as text would be read to be copied. */
function withAccount<Result extends ExecutionResult>(result: Result, operation: Operation | undefined): Result {
  const entrez: Account = operation?.account() ?? NOTHING_SPENT;
  result.extensions = { ...result.extensions, entrez };
  return result;
}
