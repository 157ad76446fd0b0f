import { useAPQ } from '@graphql-yoga/plugin-apq';
import type { Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';

import { refusal } from '../access/refusal.js';
import { namedDocument } from './use-trusted-documents.js';

/** Memory for texts, in bytes. */
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * Automatic persisted queries: a client sends the SHA-256 of a text instead of the text, and both once when the server
 * does not know it (`PERSISTED_QUERY_NOT_FOUND`, with the status 200 that clients of Apollo's protocol expect). The texts
 * longest unused are forgotten.
 */
export function usePersistedQueries(): Plugin[] {
  const store = new LRUCache<string, string>({
    maxSize: MAX_BYTES,
    sizeCalculation: (text, hash) => 2 * (text.length + hash.length),
  });
  const automatic: Plugin = useAPQ({
    store: {
      get(hash) {
        const text = store.get(hash);
        if (text === undefined) {
          throw refusal('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound', { status: 200 });
        }
        return text;
      },
      set: (hash, text) => store.set(hash, text),
    },
  });
  return [automatic, requireText()];
}

/** Says what a request lacks that has no text: an id alone names nothing here. */
function requireText(): Plugin {
  return {
    onParams({ params, request }) {
      const { query }: { readonly query?: unknown } = params;
      if (query === undefined || query === null) {
        const named = namedDocument(params, request);
        throw named
          ? refusal(
              'DOCUMENT_NOT_TRUSTED',
              `This server has no trusted documents, so "${named.parameter}" names none. Send the text as "query", or let the operator set TRUSTED_DOCUMENTS to your manifest.`,
              { status: 404, spec: true },
            )
          : refusal('BAD_REQUEST', 'The request has no document. Send its text as "query".', {
              status: 400,
              spec: true,
            });
      }
    },
  };
}
