import { accessHeaders, readAccess } from './access.js';
import { documentId } from './document-ids.js';
import type { TypedDocumentString } from './generated/graphql.js';
import type { Failure } from './model/knowledge.js';
import { inPlainWords } from './model/plain-words.js';
import { prefixTypes } from './model/prefix-types.js';
import type { Variables } from './model/query-text.js';
import { TYPE_PREFIX } from './server-settings.js';

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
    readonly extensions?: { readonly code?: string; readonly retryAfterMs?: number };
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

/** Set when the gateway says so to the first question, whatever that is. */
let isForKnownDocuments = false;

/** Whether the gateway answers only documents that it knows; then every operation must be one of this page's own. */
export function answersKnownDocumentsOnly(): boolean {
  return isForKnownDocuments;
}

/** As {@link ask}, of an operation that is written down. */
export async function askText<Data>(query: string, variables: Variables, signal?: AbortSignal): Promise<Answer<Data>> {
  const id = documentId(query);
  const document =
    isForKnownDocuments && id !== undefined ? { documentId: id } : { query: prefixTypes(query, TYPE_PREFIX) };
  const answer = await send<Data>({ ...document, variables }, signal);
  if (!isForKnownDocuments && id !== undefined && answer.errors.some(({ code }) => code === 'DOCUMENT_ID_REQUIRED')) {
    isForKnownDocuments = true;
    return send({ documentId: id, variables }, signal);
  }
  return answer;
}

async function send<Data>(body: object, signal: AbortSignal | undefined): Promise<Answer<Data>> {
  let response: Response | undefined;
  try {
    response = await fetch(ENDPOINT, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        ...accessHeaders(readAccess()),
      },
      body: JSON.stringify(body),
      signal: signal ?? null,
    });
    return readAnswer((await response.json()) as Body<Data>);
  } catch (error) {
    if (signal?.aborted) {
      throw error;
    }
    return { data: null, errors: [{ ...noAnswer(response), path: [] }], cost: undefined };
  }
}

/** What an answer that is no GraphQL means: somebody between the page and the gateway may have given it. */
function noAnswer(response: Response | undefined): Failure {
  switch (response?.status) {
    case 401:
      return inPlainWords({ code: 'UNAUTHENTICATED', message: '' });
    case 429: {
      const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
      return inPlainWords({
        code: 'QUOTA_EXCEEDED',
        message: '',
        ...(Number.isFinite(seconds) && { retryAfterMs: seconds * 1000 }),
      });
    }
    default:
      return {
        code: 'GATEWAY_UNREACHABLE',
        message: 'The gateway could not be reached, or gave no answer that can be read.',
      };
  }
}

function readAnswer<Data>({ data = null, errors = [], extensions }: Body<Data>): Answer<Data> {
  return {
    data,
    errors: errors.map(({ message, path = [], extensions: { code = 'ERROR', retryAfterMs } = {} }) => ({
      ...inPlainWords({ code, message, ...(retryAfterMs !== undefined && { retryAfterMs }) }),
      path,
    })),
    cost: extensions?.entrez,
  };
}
