import type { EutilsCall } from '../upstream/call.js';
import { budgetExceeded, Waiters } from './batching/waiters.js';
import { BatchCost } from './operation/batch-cost.js';
import type { Operation } from './operation/operation.js';

/**
 * Sends what must not be remembered, because the request itself has an effect: it makes NCBI store a set.
 *
 * @throws EntrezError the failure of the call, or `DEADLINE_EXCEEDED` or `BUDGET_EXCEEDED` of the operation.
 */
export async function sendOnce<T>(question: EutilsCall<T>, operation: Operation): Promise<T> {
  if (operation.spentUp) {
    throw budgetExceeded(operation);
  }
  operation.noStore();
  const cost = new BatchCost();
  const waiters = new Waiters();
  try {
    const ask = (): Promise<T> =>
      operation.client.send(question, { signal: waiters.signal, claim: waiters, onCall: cost.onCall });
    return await operation.wait(ask, (giveUp) => {
      const wait = { operation, giveUp };
      waiters.add(wait);
      return () => {
        waiters.remove(wait);
      };
    });
  } finally {
    operation.bill(cost);
  }
}
