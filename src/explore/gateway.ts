import type { TypedDocumentString } from './generated/graphql.js';
import type { Failure } from './model/knowledge.js';
import type { Variables } from './model/query-text.js';

/** What an operation cost, as the gateway accounts for it. */
export interface Cost {
  readonly calls: { readonly total: number };
  readonly cacheHits: number;
  readonly waitedMs: number;
  /** `sandbox` when the answer is sample data. */
  readonly source: string | null;
}

export interface Answer<Data> {
  readonly data: Data | null;
  readonly errors: readonly AnswerError[];
  /** Undefined when the operation did not get as far. */
  readonly cost: Cost | undefined;
}

export interface AnswerError extends Failure {
  readonly path: readonly (string | number)[];
}

interface Body<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: { readonly code?: string };
  }[];
  readonly extensions?: { readonly entrez?: Cost };
}

/** Beside the page; an address that is put in front of the gateway may end in a folder. */
const ENDPOINT = 'graphql';

/**
 * Asks the gateway a typed operation. A gateway that cannot be reached, or gives no GraphQL, is an error without a path.
 * Rejects only when the signal aborts.
 */
export async function ask<Data, Variables_ extends Variables>(
  document: TypedDocumentString<Data, Variables_>,
  variables: Variables_,
  signal?: AbortSignal,
): Promise<Answer<Data>> {
  return askText<Data>(document.toString(), variables, signal);
}

/** As {@link ask}, of an operation that is written down. */
export async function askText<Data>(query: string, variables: Variables, signal?: AbortSignal): Promise<Answer<Data>> {
  try {
    const response = await fetch(ENDPOINT, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query, variables }),
      signal: signal ?? null,
    });
    return readAnswer((await response.json()) as Body<Data>);
  } catch (error) {
    if (signal?.aborted) {
      throw error;
    }
    const message = 'The gateway could not be reached, or gave no answer that can be read.';
    return { data: null, errors: [{ code: 'GATEWAY_UNREACHABLE', message, path: [] }], cost: undefined };
  }
}

function readAnswer<Data>({ data = null, errors = [], extensions }: Body<Data>): Answer<Data> {
  return {
    data,
    errors: errors.map(({ message, path = [], extensions: details }) => ({
      code: details?.code ?? 'ERROR',
      message,
      path,
    })),
    cost: extensions?.entrez,
  };
}
