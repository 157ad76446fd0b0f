import type { IncomingMessage } from 'node:http';

import { refusal } from '../access/refusal.js';

export const MAX_BYTES = 256 * 1024;

/**
 * Reads a body as JSON. One that announces too much is refused before any of it is read, one that brings too much as soon
 * as it does; what still comes is thrown away, so that the client can read why.
 *
 * @throws GraphQLError `BODY_TOO_LARGE`, status 413; `BAD_REQUEST`, status 400, for what is no JSON object or list. It
 * quotes nothing of the body.
 */
export async function readBody(request: IncomingMessage): Promise<object> {
  const text = (await readBytes(request)).toString('utf8');
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw refusal('BAD_REQUEST', 'The body is no JSON.', { status: 400 });
  }
  if (typeof body !== 'object' || body === null) {
    throw refusal('BAD_REQUEST', 'The body must be a JSON object.', { status: 400 });
  }
  return body;
}

function readBytes(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    if (Number(request.headers['content-length'] ?? 0) > MAX_BYTES) {
      reject(tooLarge());
      return;
    }
    const take = (chunk: Buffer): void => {
      size += chunk.byteLength;
      if (size > MAX_BYTES) {
        request.off('data', take).resume();
        chunks.length = 0;
        reject(tooLarge());
        return;
      }
      chunks.push(chunk);
    };
    request
      .on('data', take)
      .once('end', () => {
        resolve(Buffer.concat(chunks));
      })
      .once('error', () => {
        reject(refusal('BAD_REQUEST', 'The body broke off.', { status: 400 }));
      });
  });
}

function tooLarge(): Error {
  return refusal('BODY_TOO_LARGE', `The body may have ${MAX_BYTES / 1024} KiB.`, { status: 413 });
}
