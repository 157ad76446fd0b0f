import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { promisify } from 'node:util';
import * as zlib from 'node:zlib';

import { turns } from '../../turns.js';
import { refusal } from './refusal.js';

export const MAX_BYTES = 256 * 1024;
/** Routers send all references of a page at once: a body that requests `_entities` may be larger. */
export const MAX_ENTITIES_BYTES = 2 * 1024 * 1024;
/** What is said of a body whose client left before its end. */
export const BROKEN_OFF = 'The body broke off.';
const ENTITIES = '_entities';
/** Where in a larger body `_entities` has to be named: what comes without it is not read any further. */
const HEAD_BYTES = 16 * 1024;

type Decode = (bytes: Uint8Array, options: zlib.ZlibOptions) => Promise<Buffer>;

const utf8 = new TextDecoder('utf-8', { fatal: true });
const gunzip: Decode = promisify(zlib.gunzip);
/** Node has it from 22.15 on. */
const { zstdDecompress } = zlib as { readonly zstdDecompress?: typeof zlib.gunzip };
/** How to decode a body, by its `Content-Encoding`. */
const DECODERS: ReadonlyMap<string, Decode> = new Map([
  ['gzip', gunzip],
  ['x-gzip', gunzip],
  ['deflate', promisify(zlib.inflate)],
  ['br', promisify(zlib.brotliDecompress)],
  ...(zstdDecompress ? [['zstd', promisify(zstdDecompress) as Decode] as const] : []),
]);

/** A body with the headers that announce it: a request of `node:http`, or {@link bodyOf} one of the Fetch API. */
type RequestBody = Readable & {
  readonly headers: Pick<IncomingHttpHeaders, 'content-length' | 'content-encoding'>;
  readonly body?: unknown;
};

/** The body of a request of the Fetch API. */
export function bodyOf({ body, headers }: Request): RequestBody {
  const stream = body === null ? Readable.from([]) : Readable.fromWeb(body as ReadableStream);
  return Object.assign(stream, { headers: Object.fromEntries(headers) });
}

/**
 * Reads a body as JSON. One that announces too much is refused once it is clear which bound applies, one that brings too
 * much as soon as it does; what still comes is thrown away, so that the client can read why. A compressed body is bounded before and
 * after it is decoded.
 *
 * @throws GraphQLError `BODY_TOO_LARGE`, status 413; `BAD_REQUEST`, status 400, for what is no JSON object or list;
 * `UNSUPPORTED_MEDIA_TYPE`, status 415, for an unknown encoding. It quotes nothing of the body.
 */
export async function readBody(request: RequestBody, known?: Promise<Buffer>): Promise<object> {
  // A server around this one may have read and parsed it.
  const { body = await readJson(request, known) } = request;
  if (typeof body !== 'object' || body === null) {
    throw refusal('BAD_REQUEST', 'The body must be a JSON object.', { status: 400 });
  }
  return body;
}

async function readJson(request: RequestBody, known?: Promise<Buffer>): Promise<unknown> {
  const decode = decoderOf(request.headers['content-encoding']);
  const sent = await (known ?? readBytes(request));
  const bytes = decode ? await decoded(sent, decode) : sent;
  const isLarge = bytes.byteLength > MAX_BYTES;
  if (isLarge && !namesEntities(bytes)) {
    throw tooLarge();
  }
  const body = parse(textOf(bytes));
  const { query } = Object(body) as { readonly query?: unknown };
  if (isLarge) {
    if (!(typeof query === 'string' && query.includes(ENTITIES))) {
      throw tooLarge();
    }
    // To read it took as long as to look through its variables will.
    await turns.next();
  }
  return body;
}

function namesEntities(bytes: Buffer): boolean {
  return bytes.subarray(0, HEAD_BYTES).includes(ENTITIES);
}

function decoderOf(encoding = 'identity'): Decode | undefined {
  const name = encoding.trim().toLowerCase();
  if (name === 'identity' || name === '') {
    return undefined;
  }
  const decode = DECODERS.get(name);
  if (!decode) {
    const known = [...DECODERS.keys()].filter((each) => each !== 'x-gzip').join(', ');
    throw refusal(
      'UNSUPPORTED_MEDIA_TYPE',
      `Invalid Content-Encoding. Send the body as it is, or in one of ${known}.`,
      {
        status: 415,
        headers: { 'accept-encoding': known },
      },
    );
  }
  return decode;
}

async function decoded(bytes: Buffer, decode: Decode): Promise<Buffer> {
  try {
    return await decode(bytes, { maxOutputLength: MAX_ENTITIES_BYTES });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      ? tooLarge()
      : refusal('BAD_REQUEST', 'The body does not have the encoding that its Content-Encoding names.', { status: 400 });
  }
}

/** Leaves out a byte order mark. What is in another encoding would be another text, such as that of a search. */
function textOf(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw refusal('BAD_REQUEST', 'The body is not in UTF-8.', { status: 400 });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw refusal('BAD_REQUEST', 'The body is no JSON.', { status: 400 });
  }
}

/** Reads the bytes of a body, no more than it may have. Resolves in a turn in which they may be worked on. */
export function readBytes(request: Readable & Pick<RequestBody, 'headers'>): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const announced = Number(request.headers['content-length'] ?? 0);
    if (announced > MAX_ENTITIES_BYTES) {
      reject(tooLarge());
      return;
    }
    let max: number | undefined;
    const take = (chunk: Buffer): void => {
      size += chunk.byteLength;
      chunks.push(chunk);
      if (max === undefined && size >= HEAD_BYTES) {
        max = namesEntities(Buffer.concat(chunks)) ? MAX_ENTITIES_BYTES : MAX_BYTES;
      }
      if (Math.max(size, announced) > (max ?? Infinity)) {
        request.off('data', take).resume();
        chunks.length = 0;
        reject(tooLarge());
      }
    };
    request
      .on('data', take)
      .once('end', () => {
        const bytes = Buffer.concat(chunks);
        const turn = turns.begin();
        resolve(turn ? turn.then(() => bytes) : bytes);
      })
      .once('error', () => {
        reject(refusal('BAD_REQUEST', BROKEN_OFF, { status: 400 }));
      });
  });
}

function tooLarge(): Error {
  const text = `The body may have ${MAX_BYTES / 1024} KiB, and ${MAX_ENTITIES_BYTES / 1024} KiB where its query names ${ENTITIES} at its start.`;
  return refusal('BODY_TOO_LARGE', text, { status: 413 });
}
