import { compress, type Encoding } from '../accept/content-encoding.js';

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
    const compressed = this.#compressed.get(encoding) ?? compress(this.#plain, encoding, true);
    this.#compressed.set(encoding, compressed);
    return compressed;
  }
}
