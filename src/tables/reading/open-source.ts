import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

import { TableError } from '../table-error.js';

const CHUNK = 1024 * 1024;
const GZIP = Buffer.from([0x1f, 0x8b]);
/** Bytes that tell what a file is: those before the name of the format in a tar archive, and that. */
const TAR_NAME = 257;
const PEEK = TAR_NAME + 5;

/** The bytes of a source, and what was noted while they were read. */
export class SourceBytes {
  readonly #input: AsyncIterable<Buffer>;
  readonly #hash = createHash('sha256');
  #read = 0;

  /** @param source - A path, or a stream such as standard input. */
  constructor(source: string | AsyncIterable<Buffer>) {
    this.#input = typeof source === 'string' ? createReadStream(source, { highWaterMark: CHUNK }) : source;
  }

  /** Bytes that were read so far. */
  get read(): number {
    return this.#read;
  }

  /** The SHA-256 of the source, when all of it has been read. */
  sha256(): string {
    return this.#hash.copy().digest('hex');
  }

  [Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    return this.noted(this.#input);
  }

  /** Bytes that are a part of the source. */
  async *noted(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of bytes) {
      this.#read += chunk.length;
      this.#hash.update(chunk);
      yield chunk;
    }
  }
}

/** Bytes whose beginning has been looked at. */
export interface Peeked {
  readonly first: Buffer;
  readonly bytes: AsyncIterable<Buffer>;
}

/**
 * Decompresses a source that is gzip, and leaves others as they are: what it is is seen from its first bytes.
 *
 * @throws TableError, while the bytes are read, when they are cut off or damaged.
 */
export async function decompressed(source: SourceBytes): Promise<Peeked> {
  const peeked = await peek(source);
  return peeked.first.indexOf(GZIP) === 0 ? peek(gunzipped(peeked.bytes, source)) : peeked;
}

/** Whether bytes are the beginning of a tar archive. */
export function isTar({ first }: Peeked): boolean {
  return first.toString('latin1', TAR_NAME, PEEK) === 'ustar';
}

async function* gunzipped(bytes: AsyncIterable<Buffer>, source: SourceBytes): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: CHUNK });
  pipeline(Readable.from(bytes), gunzip, () => undefined);
  try {
    yield* gunzip as AsyncIterable<Buffer>;
  } catch (error) {
    throw gzipError(error as NodeJS.ErrnoException);
  }
  // Node ignores what follows the last gzip member.
  if (gunzip.bytesWritten < source.read) {
    throw new TableError('The file goes on after the end of its gzip data. Download it again.');
  }
}

function gzipError(error: NodeJS.ErrnoException): Error {
  switch (error.code) {
    case 'Z_BUF_ERROR':
      return new TableError('The file is cut off: its gzip data have no end. Download it again.');
    case 'Z_DATA_ERROR':
      return new TableError('The file is damaged: its gzip data are invalid. Download it again.');
    default:
      return error;
  }
}

async function peek(bytes: AsyncIterable<Buffer>): Promise<Peeked> {
  const iterator = bytes[Symbol.asyncIterator]();
  let first: Buffer = Buffer.alloc(0);
  let isDone = false;
  while (!isDone && first.length < PEEK) {
    const next = await iterator.next();
    isDone = next.done === true;
    first = next.done ? first : Buffer.concat([first, next.value]);
  }
  return { first, bytes: resumed(first, isDone ? undefined : iterator) };
}

async function* resumed(first: Buffer, iterator: AsyncIterator<Buffer> | undefined): AsyncGenerator<Buffer> {
  if (first.length > 0) {
    yield first;
  }
  if (iterator) {
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
}
