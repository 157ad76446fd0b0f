import type { ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';

import { isJson } from '../accept/media-ranges.js';
import { acceptanceOf, compress, type Encoding } from '../accept/content-encoding.js';
import { WholeResult } from '../execution/response-cache.js';
import { turns } from '../../turns.js';

/** Shorter bodies are sent as they are, to clients that take them. */
export const MIN_COMPRESSED_BYTES = 1024;

/**
 * Compresses responses with what the client likes best of zstd (where Node has it), Brotli and gzip. Streamed responses
 * go as they are, since a compressor holds back what clients wait for. Of responses that are kept whole, the compressed
 * form is kept too.
 */
export function useCompression(): Plugin {
  const wholes = new WeakMap<Request, WholeResult & ExecutionResult>();

  const compressed = async (request: Request, text: string, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> =>
    (encoding === 'gzip' ? await wholes.get(request)?.gzipped() : undefined) ??
    compress(Buffer.from(text), encoding, false);

  return {
    onResultProcess({ request, result }) {
      if (result instanceof WholeResult) {
        wholes.set(request, result);
      }
    },
    async onResponse(payload) {
      const { request, response, fetchAPI } = payload;
      const { headers } = response;
      if (headers.has('content-encoding') || !isJson(headers)) {
        return;
      }
      const { encoding, isPlainAccepted } = acceptanceOf(request.headers.get('accept-encoding'));
      if (encoding === undefined || request.method === 'HEAD') {
        return;
      }
      const text = await response.text();
      // It was written in this turn.
      const turn = turns.begin();
      if (turn) {
        await turn;
      }
      const isCompressed = text.length >= MIN_COMPRESSED_BYTES || (text.length > 0 && !isPlainAccepted);
      const body = isCompressed ? await compressed(request, text, encoding) : text;
      const rest = new fetchAPI.Headers(headers);
      rest.set('content-length', String(Buffer.byteLength(body)));
      if (isCompressed) {
        rest.set('content-encoding', encoding);
      }
      payload.setResponse(new fetchAPI.Response(body, { status: response.status, headers: rest }));
    },
  };
}
