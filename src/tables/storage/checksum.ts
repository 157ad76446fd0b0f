import { crc32 } from 'node:zlib';

import { TableError } from '../table-error.js';

export const CHECKSUM_BYTES = 4;
/** The checksum of bytes together with their own behind them: CRC-32 leaves the same for all bytes and keys. */
const RESIDUE = 0x21_44_df_1c;

/** What a generation holds is not what was written: nothing of it can be trusted. */
export class DamagedTableError extends TableError {
  readonly table: string;

  constructor(table: string, generation: string) {
    super(`The generation ${generation} of the table ${table} is damaged. Import the table again.`);
    this.table = table;
  }
}

/** Writes the checksum of bytes into the last of them; the key tells them from the same bytes elsewhere. */
export function seal(bytes: Buffer, key: number): void {
  const end = bytes.length - CHECKSUM_BYTES;
  bytes.writeUInt32LE(crc32(bytes.subarray(0, end), key), end);
}

/** Whether bytes are those that were sealed with this key. */
export function isSound(bytes: Uint8Array, key: number): boolean {
  return crc32(bytes, key) === RESIDUE;
}
