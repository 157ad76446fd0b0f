import type { Answer, Cost, GatewayClient, Variables } from '../gateway/client.js';
import type { Failure } from '../gateway/failure-text.js';
import type { Load } from '../model/loads.js';
import { joinedQuery } from '../model/query-text.js';

type Data = Readonly<Record<string, unknown>>;

/** An operation that runs some loads. */
export interface Operation {
  readonly query: string;
  readonly variables: Variables;
  /** The loads by the member of the answer that is theirs. */
  readonly members: readonly (readonly [member: string, load: Load])[];
}

/** The operation of some loads. A single one stays as it was printed, so that the gateway knows its text. */
export function operationOf(loads: readonly Load[]): Operation {
  const [first] = loads;
  if (first && loads.length === 1) {
    const { document, variables } = first;
    return { query: document, variables, members: [['ids' in variables ? 'nodes' : 'node', first]] };
  }
  return {
    query: joinedQuery('OpenGraph', loads),
    variables: {},
    members: loads.map((load, index) => [`all${index}`, load]),
  };
}

const CANCELLED: Answer<Data> = {
  data: null,
  errors: [{ code: 'CANCELLED', message: 'Cancelled.', path: [] }],
  cost: undefined,
};

/**
 * Runs an operation. One that is aborted fails as a whole.
 *
 * @param onPart - is called with the answer so far, where parts of it come later.
 */
export async function runOperation(
  client: GatewayClient,
  { query, variables, members }: Operation,
  abort: AbortSignal,
  onPart: (answer: Answer<Data>) => void,
): Promise<Answer<Data>> {
  try {
    return await client.runText(query, variables, abort, members.some(([, { grows }]) => grows) ? onPart : undefined);
  } catch {
    // The client rejects only when it is aborted.
    return CANCELLED;
  }
}

/** The cost of operations that ran side by side; undefined when none was executed. */
export function sumOfCosts(costs: readonly (Cost | undefined)[]): Cost | undefined {
  return costs.reduce((sum, cost) => {
    if (!sum || !cost) {
      return sum ?? cost;
    }
    return {
      calls: { total: sum.calls.total + cost.calls.total },
      unfinished: (sum.unfinished ?? 0) + (cost.unfinished ?? 0),
      cacheHits: sum.cacheHits + cost.cacheHits,
      elapsedMs: Math.max(sum.elapsedMs, cost.elapsedMs),
      source: sum.source ?? cost.source,
      tables: [...(sum.tables ?? []), ...(cost.tables ?? [])],
    };
  }, undefined);
}

/** The failure at a path of an answer or below it. One without a path is the failure of all. */
export function failureAt({ errors }: Answer<unknown>, path: readonly (string | number)[]): Failure | undefined {
  return errors.find((error) => error.path.length === 0 || path.every((part, index) => error.path[index] === part));
}
