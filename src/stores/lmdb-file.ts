import { closeSync, fstatSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const META_PAGES = 2;
/** Where the second meta page begins; LMDB's pages are as large as those of the system, which are 4 to 64 KB. */
const PAGE_SIZES = [4096, 8192, 16_384, 65_536];
/** Fields of a meta page, from the data format 2 of LMDB. */
const AT = { magic: 24, version: 28, pageSize: 48, lastPage: 144, end: 152 } as const;
const MAGIC = 0xbe_ef_c0_de;
const VERSION = 2;

/**
 * Makes a folder and those above it. Node's own way to do so never ends below `/proc`, which says of folders that exist
 * that they do not.
 *
 * @throws Error when the path is no folder, or cannot be one.
 */
export function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) {
    return;
  }
  if (dirname(path) !== path) {
    makeFolder(dirname(path));
  }
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have made it.
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
      throw error;
    }
  }
}

/**
 * Makes the file beside an LMDB file by which processes exclude each other: LMDB ends the process where it cannot.
 *
 * @throws Error when there is something else, or no room for it.
 */
export function requireLockFile(path: string): void {
  const lock = `${path}-lock`;
  requireFile(lock);
  closeSync(openSync(lock, 'a'));
}

/** Whoever opens a pipe waits for its other end. */
function requireFile(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === false) {
    throw new Error(`${path} is not a file`);
  }
}

/**
 * Whether a file begins as LMDB writes it and is as long as it says. LMDB trusts its file and ends the process when it
 * reads where there is nothing, so that a file that was cut off must not be opened. One that does not exist is whole.
 *
 * @throws Error when it is a folder, a pipe or a device.
 */
export function isWholeLmdbFile(path: string): boolean {
  requireFile(path);
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
