import type { IncomingMessage } from 'node:http';

/** Far above the 10,000 ids of the largest request NCBI takes. */
const LARGEST_BODY = 4 * 1024 * 1024;

/** A request body that is larger than anything a client of E-utilities sends. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
}

/**
 * Reads a request body as text.
 *
 * @throws TooLargeError above {@link LARGEST_BODY} bytes; the rest is then not read.
 */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  // The request must outlive an early end of the loop, since it is still to be answered.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) {
      throw new TooLargeError(`The body is larger than ${LARGEST_BODY} bytes.`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
