import { statfsSync } from 'node:fs';
import { stat, statfs } from 'node:fs/promises';

/** Room on the disk that stays free: LMDB copies the pages it changes, and maps a file whose pages must exist. */
const RESERVE_BYTES = 1024 * 1024;

/** @throws Error when the disk of this folder is full but for the reserve. */
export function requireRoom(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  refuseLess(bavail * bsize, 0);
}

/** @throws Error when this file is gone, or could not grow by so much and leave a reserve. */
export async function requireRoomFor(path: string, bytes: number): Promise<void> {
  await stat(path);
  const { bavail, bsize } = await statfs(path);
  refuseLess(bavail * bsize, bytes);
}

function refuseLess(free: number, bytes: number): void {
  if (free < bytes + RESERVE_BYTES) {
    throw new Error(`no space left on the disk (${Math.round(free / 1024)} KB are free)`);
  }
}
