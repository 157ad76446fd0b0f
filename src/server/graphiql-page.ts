import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';

import { pagePolicy } from './security-headers.js';

/** What a newcomer finds in the editor: the first example of the README. */
export const FIRST_QUERY = readFileSync(new URL('../../examples/first-look.graphql', import.meta.url), 'utf8');

interface Page {
  readonly compressed: Buffer;
  readonly policy: string;
  readonly etag: string;
}

/** GraphiQL without a CDN. The page is 9 MB of inlined scripts: rendered and compressed once, at the first visit. */
export class GraphiqlPage {
  #page: Promise<Page> | undefined;

  /** Whether a request comes from a browser that wants a page rather than an answer. */
  static isWanted({ method, headers }: IncomingMessage): boolean {
    return method === 'GET' && (headers.accept ?? '').includes('text/html');
  }

  /** Sends the page, or 304 to a browser that has it. */
  async send(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#page ??= render();
    const { compressed, policy, etag } = await this.#page;
    response.setHeader('content-security-policy', policy);
    response.setHeader('etag', etag);
    response.setHeader('cache-control', 'no-cache');
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304).end();
      return;
    }
    response
      .writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-encoding': 'gzip',
        'content-length': compressed.byteLength,
      })
      .end(compressed);
  }
}

async function render(): Promise<Page> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const html = renderGraphiQL({ title: 'entrez-graph', defaultQuery: FIRST_QUERY, endpoint: '/graphql' });
  const compressed = await promisify(gzip)(html, { level: constants.Z_BEST_SPEED });
  return {
    compressed,
    policy: pagePolicy(html),
    etag: `"${createHash('sha256').update(compressed).digest('base64url')}"`,
  };
}
