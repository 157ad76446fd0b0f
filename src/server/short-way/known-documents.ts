import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

import { describeInexactNumber } from '../../schema/core/exact-numbers.js';
import { nestTooDeep } from '../plugins/use-json-requests.js';
import type { KnownResponse } from './known-answers.js';

const MAX_BYTES = 8 * 1024 * 1024;
const OVERHEAD_BYTES = 1024;
/** Executions of a document that end on the long way, until it is tried only now and then. */
const FAILURE_THRESHOLD = 8;
const NOW_AND_THEN = 16;

/** What a request asks. */
export interface Parameters {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

/** A document that was answered with nothing asked of NCBI. */
export interface KnownDocument {
  readonly response: KnownResponse;
  /** Held by the document cache only. */
  readonly document: WeakRef<DocumentNode>;
}

/** Documents that are likely to be answered from memory again, whatever their variables. */
export class KnownDocuments {
  readonly #documents = new LRUCache<string, KnownDocument & { failures: number }>({
    maxSize: MAX_BYTES,
    sizeCalculation: (_known, key) => OVERHEAD_BYTES + 2 * key.length,
  });

  add(accept: string, parameters: Parameters, known: KnownDocument): void {
    const key = keyOf(accept, parameters);
    if (this.#documents.get(key)?.document.deref() === undefined) {
      this.#documents.set(key, { ...known, failures: 0 });
    }
  }

  /**
   * What `answer` makes of the document that a request asks for; undefined where that is not known, or was not worth
   * trying lately.
   */
  answer<T>(
    accept: string,
    parameters: Parameters,
    answer: (document: DocumentNode, response: KnownResponse) => T | undefined,
  ): T | undefined {
    const known = this.#documents.get(keyOf(accept, parameters));
    const document = known?.document.deref();
    if (!known || !document) {
      return undefined;
    }
    if (known.failures >= FAILURE_THRESHOLD && known.failures % NOW_AND_THEN !== 0) {
      known.failures += 1;
      return undefined;
    }
    const answered = answer(document, known.response);
    known.failures = answered === undefined ? known.failures + 1 : 0;
    return answered;
  }
}

/** What a body asks; undefined for anything that the long way would refuse, or read in another way than this. */
export function parametersOf(body: Buffer): Parameters | undefined {
  const parsed = parse(body);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    return undefined;
  }
  const { query, operationName = null, variables = null, ...others } = parsed as Readonly<Record<string, unknown>>;
  const isPlain =
    typeof query === 'string' &&
    (operationName === null || (typeof operationName === 'string' && operationName !== '')) &&
    typeof variables === 'object' &&
    !Array.isArray(variables) &&
    Object.keys(others).length === 0;
  if (!isPlain || nestTooDeep(variables) || describeInexactNumber(variables, 'variables') !== undefined) {
    return undefined;
  }
  return {
    query,
    operationName: operationName ?? undefined,
    variables: (variables as Parameters['variables'] | null) ?? undefined,
  };
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(body)) as unknown;
  } catch {
    return undefined;
  }
}

/** Responses differ by media type. */
function keyOf(accept: string, { query, operationName = '' }: Parameters): string {
  return `${accept}\n${operationName}\n${query}`;
}
