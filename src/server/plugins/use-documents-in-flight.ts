import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

import type { ErrorCode } from '../../eutils/failures/errors.js';
import type { ServerContext } from '../access/use-client-identity.js';
import { documentBytes } from '../execution/document-cache.js';

/** Memory of the documents of all requests that are not answered. Room for 1,000 of everyday size and more. */
export const MAX_IN_FLIGHT_BYTES = 96 * 1024 * 1024;
const RETRY_AFTER_S = 1;

/**
 * Bounds the memory of documents under way: each of them stays until its answer is complete, which takes as long as NCBI
 * does. Requests beyond that are refused with `OVERLOADED` and status 503; a single document never is.
 */
export function useDocumentsInFlight(maxBytes = MAX_IN_FLIGHT_BYTES): Plugin<object, ServerContext> {
  let inFlight = 0;
  /** Requests of the Fetch API, which do not tell when their answer was read: they count until it begins. */
  const fetched = new WeakMap<Request, number>();
  return {
    onParams({ params: { query }, context, request }) {
      if (typeof query !== 'string') {
        return;
      }
      const bytes = documentBytes(query);
      if (inFlight > 0 && inFlight + bytes > maxBytes) {
        throw overloaded();
      }
      inFlight += bytes;
      const { res: response } = context;
      if (response) {
        response.once('close', () => {
          inFlight -= bytes;
        });
      } else {
        fetched.set(request, bytes);
      }
    },
    onResponse({ request }) {
      inFlight -= fetched.get(request) ?? 0;
      fetched.delete(request);
    },
  };
}

function overloaded(): GraphQLError {
  return new GraphQLError('Too many large operations are running. Retry in a second.', {
    extensions: {
      code: 'OVERLOADED' satisfies ErrorCode,
      retryAfterMs: RETRY_AFTER_S * 1000,
      http: { status: 503, headers: { 'retry-after': String(RETRY_AFTER_S) } },
    },
  });
}
