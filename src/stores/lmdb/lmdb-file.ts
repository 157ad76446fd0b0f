import {
  type BigIntStats,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

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

/**
 * Whoever opens a pipe waits for its other end.
 *
 * @throws Error when a path is a folder, a pipe or a device.
 */
export function requireFile(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === false) {
    throw new Error(`${path} is not a file`);
  }
}

/**
 * A note beside an LMDB file of what it was when it was closed, so that one that nothing has touched since need not be
 * looked through. Where the last process did not close it, there is none.
 */
export class CleanMark {
  readonly path: string;
  readonly #note: string;
  /** The file that was opened: another may have taken its place since. */
  #file: bigint | undefined;

  constructor(path: string) {
    this.path = path;
    this.#note = `${path}-closed`;
  }

  /** Whether the file is as it was closed. The note goes, so that the next start looks at the file if this one does not close it. */
  take(): boolean {
    try {
      const note = readFileSync(this.#note, 'latin1');
      rmSync(this.#note);
      return note === this.#now();
    } catch {
      return false;
    }
  }

  /** To be called once the file is open. */
  opened(): void {
    this.#file = this.#stat()?.ino;
  }

  /** To be called once the file is closed. Another process that still writes to it makes the note untrue. */
  leave(): void {
    try {
      if (this.#stat()?.ino === this.#file) {
        writeFileSync(this.#note, this.#now());
      }
    } catch {
      // The next start looks through the file.
    }
  }

  #now(): string {
    const { size, mtimeNs, ino } = this.#stat() ?? {};
    return `${ino} ${size} ${mtimeNs}`;
  }

  #stat(): BigIntStats | undefined {
    return statSync(this.path, { bigint: true, throwIfNoEntry: false });
  }
}
