import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

export type Encoding = 'br' | 'gzip';

/** A body that many clients get: encoded once, and compressed once for those that accept it. */
export class PreparedText {
  readonly #plain: Uint8Array<ArrayBuffer>;
  readonly #compressed = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>();

  constructor(text: string) {
    this.#plain = Buffer.from(text);
  }

  get bytes(): number {
    return this.#plain.byteLength;
  }

  /** The body in an encoding, or as it is. */
  as(encoding: Encoding | undefined): Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>> {
    if (encoding === undefined) {
      return this.#plain;
    }
    const known = this.#compressed.get(encoding);
    if (known) {
      return known;
    }
    const compressed =
      encoding === 'br'
        ? compressBrotli(this.#plain, {
            params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_LGWIN]: 22 },
          })
        : compressGzip(this.#plain, { level: 7 });
    this.#compressed.set(encoding, compressed);
    return compressed;
  }
}

/** The encoding that a client prefers of those at hand; undefined where it accepts none. */
export function acceptedEncoding(header: string | null): Encoding | undefined {
  const accepted = new Set(
    (header ?? '')
      .toLowerCase()
      .split(',')
      .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
      .map((part) => part.split(';', 1)[0]?.trim()),
  );
  return accepted.has('br') ? 'br' : accepted.has('gzip') || accepted.has('*') ? 'gzip' : undefined;
}
