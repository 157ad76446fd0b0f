import { hash } from 'node:crypto';

import {
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  GraphQLError,
  type OperationDefinitionNode,
  OperationTypeNode,
  print,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';

import { NOTHING_SPENT } from '../../loading/operation/cost-report.js';
import { tooLarge } from '../../schema/limits/document-limits.js';
import { responseTooLarge } from './response-too-large.js';
import { acceptanceOf } from '../accept/content-encoding.js';
import { Introspection, TooLong } from './introspection.js';
import { PreparedResult, PreparedText } from './prepared-text.js';
import { variableValuesOf } from '../../schema/limits/variable-values.js';

/** Length of an answer about the schema beside data. */
const MAX_BESIDE_DATA = 64 * 1024;
/** Length of an answer about the schema alone; the standard query takes 1.5 MB. */
export const MAX_LENGTH = 4 * 1024 * 1024;
const MAX_BYTES = 24 * 1024 * 1024;
/** Answers that wait to be written; one is written at a time. */
const MAX_WAITING = 20;

type Outcome = PreparedText | GraphQLError;

/**
 * Answers queries about the schema from prepared text. It is written once for a document, in small steps, so that other
 * requests do not wait, and only up to a limit. Beside data, only little of the schema can be queried.
 *
 * @param maxResponseBytes - What no response may exceed.
 */
export function useIntrospection(maxResponseBytes: number): Plugin {
  const maxLength = Math.min(MAX_LENGTH, maxResponseBytes);
  const prepared = new LRUCache<string, PreparedText>({ maxSize: MAX_BYTES, sizeCalculation: ({ bytes }) => bytes });
  const underWay = new Map<string, Promise<Outcome>>();
  const bodies = new WeakMap<Request, PreparedText>();
  let last: Promise<unknown> = Promise.resolve();

  const write = async (key: string, introspection: Introspection): Promise<Outcome> => {
    try {
      const data = await introspection.write(maxLength);
      const text = new PreparedText(`{"data":${data},"extensions":${JSON.stringify({ entrez: NOTHING_SPENT })}}`);
      prepared.set(key, text);
      return text;
    } catch (error) {
      return error instanceof TooLong ? responseTooLarge(maxLength) : asGraphqlError(error);
    } finally {
      underWay.delete(key);
    }
  };

  const outcomeOf = (key: string, introspection: Introspection): Outcome | Promise<Outcome> => {
    const known = prepared.get(key) ?? underWay.get(key);
    if (known) {
      return known;
    }
    if (underWay.size >= MAX_WAITING) {
      return overloaded();
    }
    const written = last.then(() => write(key, introspection));
    last = written;
    underWay.set(key, written);
    return written;
  };

  return {
    onExecute({ args, context, setResultAndStopExecution, setExecuteFn }) {
      // Operations of this process itself have no request; they are limited where their response is.
      const { request, values } = context as { readonly request?: Request; readonly values?: unknown };
      if (!request && !values) {
        return;
      }
      const asked = args as ExecutionArgs;
      const operation = getOperationAST(asked.document, asked.operationName);
      const introspection = operation && introspectionOf(asked, operation);
      if (!introspection) {
        return;
      }
      if (!introspection.isWhole) {
        if (!isShort(introspection)) {
          const error = tooLarge('Introspection beside data is too large. Send it as an operation of its own.');
          error.extensions.http = { status: 400, spec: true };
          setResultAndStopExecution({ errors: [error] });
        }
        return;
      }
      const key = keyOf(asked);
      setExecuteFn(async () => {
        if (!request) {
          return parsed(introspection, maxLength);
        }
        const outcome = await outcomeOf(key, introspection);
        if (outcome instanceof GraphQLError) {
          return { errors: [outcome] };
        }
        bodies.set(request, outcome);
        return new PreparedResult(outcome);
      });
    },
    async onResponse(payload) {
      const { request, response, fetchAPI } = payload;
      const text = bodies.get(request);
      bodies.delete(request);
      // A client that has it is sent nothing.
      if (text && response.status === 200) {
        const { encoding } = acceptanceOf(request.headers.get('accept-encoding'));
        const body = await text.as(encoding);
        const headers = new fetchAPI.Headers(response.headers);
        headers.set('content-length', String(body.byteLength));
        if (encoding) {
          headers.set('content-encoding', encoding);
        }
        payload.setResponse(new fetchAPI.Response(body, { status: response.status, headers }));
      }
    },
  };
}

/** The response as a value, for callers that are sent no text of it. */
async function parsed(introspection: Introspection, maxLength: number): Promise<ExecutionResult> {
  try {
    return { data: JSON.parse(await introspection.write(maxLength)) as Record<string, unknown> };
  } catch (error) {
    return { errors: [error instanceof TooLong ? responseTooLarge(maxLength) : asGraphqlError(error)] };
  }
}

function introspectionOf(asked: ExecutionArgs, operation: OperationDefinitionNode): Introspection | undefined {
  if (operation.operation !== OperationTypeNode.QUERY || asked.document.loc?.source.body.includes('__') === false) {
    return undefined;
  }
  const { coerced } = variableValuesOf(asked.schema, operation, asked.variableValues);
  return coerced && Introspection.of(asked, operation, coerced);
}

function isShort(introspection: Introspection): boolean {
  try {
    introspection.writeNow(MAX_BESIDE_DATA);
    return true;
  } catch (error) {
    return !(error instanceof TooLong);
  }
}

function keyOf({ document, operationName, variableValues }: ExecutionArgs): string {
  const text = document.loc?.source.body ?? print(document);
  return hash('sha256', JSON.stringify([text, operationName ?? null, variableValues ?? {}]), 'base64url');
}

function asGraphqlError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) {
    return error;
  }
  throw error;
}

function overloaded(): GraphQLError {
  return new GraphQLError('Too many different introspection queries are running. Retry in a second.', {
    extensions: { code: 'OVERLOADED', retryAfterMs: 1000, http: { status: 503, headers: { 'retry-after': '1' } } },
  });
}
