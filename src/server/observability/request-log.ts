import type { YogaLogger } from 'graphql-yoga';

import { type OnRequestEnd, type RequestEnd, troubleIn } from './request-end.js';

/**
 * One line for a request: a warning where NCBI or time has failed it, else for debugging only. What nobody expected is an
 * error each, with its stack. All carry the id of the request.
 *
 * @param isDebugged - Whether lines for debugging are wanted.
 */
export function logRequests(logger: YogaLogger, isDebugged: boolean): OnRequestEnd {
  return (end) => {
    for (const error of end.unexpected) {
      logger.error({ requestId: end.id, ...(end.traceId !== undefined && { traceId: end.traceId }) }, error);
    }
    const trouble = troubleIn(end);
    // What nobody expected has been said already.
    if (trouble !== undefined && trouble !== 'INTERNAL_SERVER_ERROR') {
      logger.warn(fieldsOf(end), `operation ${end.outcome}`);
    } else if (isDebugged) {
      logger.debug(fieldsOf(end), `operation ${end.outcome}`);
    }
  };
}

function fieldsOf({ id, client, name, type, outcome, codes, took, operation, traceId }: RequestEnd): object {
  const account = operation?.report();
  return {
    requestId: id,
    traceId,
    client,
    operation: name,
    type,
    outcome,
    codes: codes.length === 0 ? undefined : Object.fromEntries(counts(codes)),
    tookMs: Math.round(took),
    calls: account?.calls.total,
    unfinished: account?.unfinished,
    waitedMs: account?.waitedMs,
    cacheHits: account?.cacheHits,
  };
}

function counts(codes: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const code of codes) {
    found.set(code, (found.get(code) ?? 0) + 1);
  }
  return found;
}
