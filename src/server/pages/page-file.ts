import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

import { matchesEtag } from '../accept/etag.js';

/** A file of a page, as it is sent. */
export interface PageFile {
  readonly content: Buffer;
  readonly etag: string;
}

interface PageFileHeaders {
  /** Its `content-type`. */
  readonly type: string;
  /** Its `content-encoding`, where it is compressed. */
  readonly encoding: string | undefined;
  /** Its `content-security-policy`. */
  readonly policy: string;
}

export function pageFile(content: Buffer): PageFile {
  return { content, etag: `"${createHash('sha256').update(content).digest('base64url')}"` };
}

/** Sends a file, or 304 to a browser that has it. Browsers ask each time, so that all files of a page are of one version. */
export function sendPageFile(
  request: IncomingMessage,
  response: ServerResponse,
  { content, etag }: PageFile,
  { type, encoding, policy }: PageFileHeaders,
): void {
  response.setHeader('content-security-policy', policy);
  response.setHeader('cache-control', 'no-cache');
  // The address of GraphiQL is that of GraphQL.
  response.setHeader('vary', 'Accept, Accept-Encoding');
  response.setHeader('etag', etag);
  if (matchesEtag(request.headers['if-none-match'] ?? null, etag)) {
    response.writeHead(304).end();
    return;
  }
  response
    .writeHead(200, {
      'content-type': type,
      'content-length': content.byteLength,
      ...(encoding !== undefined && { 'content-encoding': encoding }),
    })
    .end(content);
}
