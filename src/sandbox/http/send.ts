import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

import { whole } from '../faults/delivery.js';
import type { SentAnswer } from '../faults/fault.js';
import { type Answer, CONTENT_TYPES } from './answer.js';
import { GATEWAY_HEADERS } from './gateway.js';

/** Sends an answer with NCBI's headers, compressed if the caller takes it. */
export function send(
  response: ServerResponse,
  { status = 200, type, body, encoding, deliver = whole }: SentAnswer,
  headers: Readonly<Record<string, string>> = {},
): void {
  const compressed = /\bgzip\b/.test(response.req.headers['accept-encoding'] ?? '');
  response.statusCode = status;
  const all = {
    ...GATEWAY_HEADERS,
    'Content-Type': CONTENT_TYPES[type],
    ...(compressed && { 'Content-Encoding': 'gzip' }),
    ...headers,
  };
  for (const [name, value] of Object.entries(all)) {
    // One by one, so that a later name replaces an earlier one written in another case.
    response.setHeader(name, value);
  }
  const bytes = Buffer.from(body, encoding ?? 'utf8');
  deliver(response, compressed ? gzipSync(bytes) : bytes);
}

export function plain(status: number, message: string): Answer {
  return { status, type: 'text', body: `${message}\n` };
}
