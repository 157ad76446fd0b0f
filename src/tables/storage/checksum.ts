import { crc32 } from 'node:zlib';

import { TableError } from '../table-error.js';

const CHECKSUM_BYTES = 4;

/** What a generation holds is not what was written: nothing of it can be trusted. */
export class DamagedTableError extends TableError {
  readonly table: string;

  constructor(table: string, generation: string) {
    super(`The generation ${generation} of the table ${table} is damaged. Import the table again.`);
    this.table = table;
  }
}

/** A value with a checksum behind it, which also tells it from the value of another key. */
export function withChecksum(value: Uint8Array, key: number): Buffer {
  const sealed = Buffer.allocUnsafe(value.length + CHECKSUM_BYTES);
  sealed.set(value);
  sealed.writeUInt32LE(crc32(value, key), value.length);
  return sealed;
}

/** The value without its checksum; undefined where it is damaged. */
export function withoutChecksum(sealed: Buffer, key: number): Buffer | undefined {
  const end = sealed.length - CHECKSUM_BYTES;
  const value = sealed.subarray(0, Math.max(0, end));
  return end >= 0 && sealed.readUInt32LE(end) === crc32(value, key) ? value : undefined;
}
