import { crc32 } from 'node:zlib';

import { TableError } from '../table-error.js';

const CHECKSUM_BYTES = 4;
/** The checksum of a value together with its own behind it: CRC-32 leaves the same for all values and keys. */
const RESIDUE = 0x21_44_df_1c;

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

/** The length of a value without its checksum; undefined where it is damaged. */
export function soundLength(sealed: Uint8Array, key: number): number | undefined {
  const length = sealed.length - CHECKSUM_BYTES;
  return length >= 0 && crc32(sealed, key) === RESIDUE ? length : undefined;
}
