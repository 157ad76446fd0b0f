import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const META_PAGES = 2;
/** Where the second meta page begins; LMDB's pages are as large as those of the system, which are 4 to 64 KB. */
const PAGE_SIZES = [4096, 8192, 16_384, 65_536];
/** Fields of a meta page, from the data format 2 of LMDB. */
const AT = { magic: 24, version: 28, pageSize: 48, lastPage: 144, end: 152 } as const;
const MAGIC = 0xbe_ef_c0_de;
const VERSION = 2;

/**
 * Whether a file begins as LMDB writes it and is as long as it says. LMDB trusts its file and ends the process when it
 * reads where there is nothing, so that a file that was cut off must not be opened. One that does not exist is whole.
 */
export function isWholeLmdbFile(path: string): boolean {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return true;
  }
  try {
    const { size } = fstatSync(file);
    const first = readMeta(file, 0);
    if (!first || !PAGE_SIZES.includes(first.pageSize)) {
      return false;
    }
    const second = readMeta(file, first.pageSize);
    const pages = Math.max(META_PAGES, first.lastPage + 1, (second?.lastPage ?? Infinity) + 1);
    return pages * first.pageSize <= size;
  } finally {
    closeSync(file);
  }
}

function readMeta(file: number, position: number): { pageSize: number; lastPage: number } | undefined {
  const page = Buffer.alloc(AT.end);
  const isMeta =
    readSync(file, page, 0, AT.end, position) === AT.end &&
    page.readUInt32LE(AT.magic) === MAGIC &&
    page.readUInt32LE(AT.version) === VERSION;
  return isMeta
    ? { pageSize: page.readUInt32LE(AT.pageSize), lastPage: Number(page.readBigUInt64LE(AT.lastPage)) }
    : undefined;
}
