import { randomUUID } from 'node:crypto';
import { readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';

/** Who writes a file; the token tells two of one process apart. */
interface Owner {
  readonly token: string;
  readonly host: string;
  readonly pid: number;
}

/** Files that this process writes. */
const OWN = new Set<string>();

/** Keeps a second command from writing the same file. A lock of a process that is gone does not count. */
export class OutputLock {
  readonly #path: string;
  readonly #token: string;

  private constructor(path: string, token: string) {
    this.#path = path;
    this.#token = token;
    OWN.add(path);
  }

  /** @throws Error naming the file when another command writes it, or when it cannot be written. */
  static async take(out: string): Promise<OutputLock> {
    const file = await realpath(out).catch(() => out);
    const path = `${file}.lock`;
    const token = randomUUID();
    const owner: Owner = { token, host: hostname(), pid: process.pid };
    try {
      if (await created(path, owner)) {
        return new OutputLock(path, token);
      }
      const other = await ownerOf(path);
      if (other && isGone(other, path)) {
        await rm(path, { force: true });
        // Two may have found the lock abandoned at the same time.
        if ((await created(path, owner)) && (await ownerOf(path))?.token === token) {
          return new OutputLock(path, token);
        }
      }
    } catch (error) {
      throw new Error(`Cannot write ${out}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
    const holder = await ownerOf(path);
    const by = holder ? `process ${holder.pid} on ${holder.host}` : 'another process';
    throw new Error(`Cannot write ${out}: ${by} is writing it. Wait until that has ended, or remove ${path}.`);
  }

  async release(): Promise<void> {
    OWN.delete(this.#path);
    if ((await ownerOf(this.#path))?.token === this.#token) {
      await rm(this.#path, { force: true });
    }
  }
}

async function created(path: string, owner: Owner): Promise<boolean> {
  try {
    await writeFile(path, JSON.stringify(owner), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
      return false;
    }
    throw error;
  }
}

async function ownerOf(path: string): Promise<Owner | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Owner;
  } catch {
    return undefined;
  }
}

function isGone({ host, pid }: Owner, path: string): boolean {
  if (host !== hostname()) {
    return false;
  }
  if (pid === process.pid) {
    return !OWN.has(path);
  }
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'EPERM';
  }
}
