import type { Plugin } from 'graphql-yoga';

import { type Account, NOTHING_SPENT, type Operation } from '../loading/operation.js';

/** Puts what an operation cost into `extensions.entrez` of its answer, and lets the operation go. */
export function useAccount(operations: WeakMap<Request, Operation>): Plugin {
  return {
    onExecutionResult(payload) {
      const { request, result } = payload;
      const operation = operations.get(request);
      if (!result || Symbol.asyncIterator in result) {
        return;
      }
      operation?.close();
      const entrez: Account = operation?.account() ?? NOTHING_SPENT;
      payload.setResult({ ...result, extensions: { ...result.extensions, entrez } });
    },
  };
}
