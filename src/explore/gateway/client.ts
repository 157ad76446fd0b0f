import { type ReadonlySignal, signal } from '@preact/signals';

import type { TypedDocumentString } from '../generated/graphql.js';
import { accessHeaders, readAccess } from './access.js';
import { documentId } from './document-ids.js';
import { type Failure, inPlainWords } from './failure-text.js';
import { growingBody, STREAMED } from './growing-body.js';
import { prefixTypes } from './prefix-types.js';
import { TYPE_PREFIX } from './server-settings.js';
import type { UsedTable } from './used-tables.js';

/** Values of the variables of an operation. */
export type Variables = Readonly<Record<string, unknown>>;

/** The cost of an operation, as the gateway reports it. */
export interface Cost {
  readonly calls: { readonly total: number };
  /** Further calls that had no result when the operation ended. */
  readonly unfinished?: number;
  readonly cacheHits: number;
  /** Time the visitor waited for the answer. */
  readonly elapsedMs: number;
  /** `sandbox` when the answer is sample data. */
  readonly source: string | null;
  readonly tables?: readonly UsedTable[];
}

export interface Answer<Data> {
  readonly data: Data | null;
  readonly errors: readonly AnswerError[];
  /** Undefined when the operation was not executed. */
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
    readonly extensions?: {
      readonly code?: string;
      readonly retryAfterMs?: number;
      readonly problem?: string;
      readonly phrase?: string;
      readonly fields?: readonly (string | number)[];
    };
  }[];
  readonly extensions?: { readonly entrez?: Omit<Cost, 'elapsedMs'> };
}

/** Relative to the page: a proxy may serve the gateway below a folder. */
const ENDPOINT = 'graphql';

/** Runs operations at the gateway that serves this page. */
export class GatewayClient {
  readonly #trustedOnly = signal(false);
  readonly #isSandbox = signal(false);

  /** Whether the gateway accepts only documents that it knows, which each operation of this page is by itself. */
  get trustedOnly(): ReadonlySignal<boolean> {
    return this.#trustedOnly;
  }

  /** Whether answers are sample data. */
  get isSandbox(): ReadonlySignal<boolean> {
    return this.#isSandbox;
  }

  /**
   * Runs a typed operation. An unreachable gateway, or an answer that is no GraphQL, is an error without a path. Rejects
   * only when the signal aborts.
   *
   * @param onPart - is called with the answer so far, each time a part of it has come that is not the last.
   */
  async run<Data, V extends Variables>(
    document: TypedDocumentString<Data, V>,
    variables: V,
    abort?: AbortSignal,
    onPart?: (answer: Answer<Data>) => void,
  ): Promise<Answer<Data>> {
    return this.runText<Data>(document.toString(), variables, abort, onPart);
  }

  /** As {@link run}, for an operation given as text. */
  async runText<Data>(
    query: string,
    variables: Variables,
    abort?: AbortSignal,
    onPart?: (answer: Answer<Data>) => void,
  ): Promise<Answer<Data>> {
    const id = documentId(query);
    const document =
      this.#trustedOnly.value && id !== undefined ? { documentId: id } : { query: prefixTypes(query, TYPE_PREFIX) };
    let answer = await send<Data>({ ...document, variables }, abort, onPart);
    if (!this.#trustedOnly.value && id !== undefined && answer.errors.some(({ code }) => code === REFUSED_TEXT)) {
      this.#trustedOnly.value = true;
      answer = await send({ documentId: id, variables }, abort, onPart);
    }
    if (answer.cost?.source != null) {
      this.#isSandbox.value = answer.cost.source === 'sandbox';
    }
    return answer;
  }
}

const REFUSED_TEXT = 'DOCUMENT_ID_REQUIRED';

async function send<Data>(
  body: object,
  abort: AbortSignal | undefined,
  onPart: ((answer: Answer<Data>) => void) | undefined,
): Promise<Answer<Data>> {
  const headers = {
    'content-type': 'application/json',
    accept: `${onPart ? `${STREAMED}, ` : ''}application/graphql-response+json`,
    ...accessHeaders(readAccess()),
  };
  const start = performance.now();
  let response: Response | undefined;
  let answer: Answer<Data> = { data: null, errors: [], cost: undefined };
  try {
    response = await fetch(ENDPOINT, { method: 'POST', headers, body: JSON.stringify(body), signal: abort ?? null });
    for await (const part of growingBody(response)) {
      answer = readAnswer(part as Body<Data>, performance.now() - start);
      if (part.hasNext !== true) {
        return answer;
      }
      onPart?.(answer);
    }
  } catch (error) {
    if (abort?.aborted) {
      throw error;
    }
  }
  // It was cut, or is no GraphQL.
  return { ...answer, errors: [...answer.errors, { ...failureOf(response), path: [] }] };
}

/** The failure behind an answer that is no GraphQL: a proxy between the page and the gateway may have sent it. */
function failureOf(response: Response | undefined): Failure {
  switch (response?.status) {
    case 401:
      return inPlainWords({ code: 'UNAUTHENTICATED', message: '' });
    case 429: {
      const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
      return inPlainWords({
        code: 'QUOTA_EXCEEDED',
        message: '',
        retryAfterMs: Number.isFinite(seconds) ? seconds * 1000 : undefined,
      });
    }
    default:
      return { code: 'GATEWAY_UNREACHABLE', message: 'The gateway is unreachable, or its answer cannot be read.' };
  }
}

function readAnswer<Data>({ data = null, errors = [], extensions }: Body<Data>, elapsedMs: number): Answer<Data> {
  return {
    data,
    errors: errors.flatMap(({ message, path = [], extensions: { code = 'ERROR', fields, ...more } = {} }) => {
      const failure = inPlainWords({ code, message, ...more });
      // Fields of one record that failed for one reason share an error.
      const paths = fields?.map((field) => [...path.slice(0, -1), field]) ?? [path];
      return paths.map((each) => ({ ...failure, path: each }));
    }),
    cost: extensions?.entrez && { ...extensions.entrez, elapsedMs },
  };
}
