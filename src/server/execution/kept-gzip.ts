import { promisify } from 'node:util';
import { constants, crc32, deflateRaw } from 'node:zlib';

const deflate = promisify(deflateRaw);

/** A gzip member that says nothing of a file (RFC 1952, section 2.3). */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
/** Bytes of a block that is stored as it is (RFC 1951, section 3.2.4). */
const MAX_BLOCK = 65_535;

/** The beginning of many bodies, compressed once. */
export class KeptGzip {
  readonly #blocks: Buffer;
  readonly #crc: number;
  readonly #length: number;

  private constructor(blocks: Buffer, crc: number, length: number) {
    this.#blocks = blocks;
    this.#crc = crc;
    this.#length = length;
  }

  static async of(text: string): Promise<KeptGzip> {
    const bytes = Buffer.from(text);
    // Flushed, so that it ends with a whole byte, and another block can follow.
    const blocks = await deflate(bytes, { level: 6, finishFlush: constants.Z_FULL_FLUSH });
    return new KeptGzip(blocks, crc32(bytes), bytes.byteLength);
  }

  /** A whole body in gzip: the beginning, and its end as it is. Undefined where the end is too long. */
  endingWith(text: string): Buffer<ArrayBuffer> | undefined {
    const end = Buffer.from(text);
    if (end.byteLength > MAX_BLOCK) {
      return undefined;
    }
    const blockHead = Buffer.alloc(5);
    blockHead.writeUInt8(1, 0);
    blockHead.writeUInt16LE(end.byteLength, 1);
    blockHead.writeUInt16LE(MAX_BLOCK - end.byteLength, 3);
    const trailer = Buffer.alloc(8);
    trailer.writeUInt32LE(crc32(end, this.#crc), 0);
    trailer.writeUInt32LE((this.#length + end.byteLength) % 2 ** 32, 4);
    return Buffer.concat([HEADER, this.#blocks, blockHead, end, trailer]);
  }
}
