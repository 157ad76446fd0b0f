import { randomUUID } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

import { TableError } from '../table-error.js';

/** A lock whose owner did not renew it for so long is nobody's: its process was killed. */
const ABANDONED_MS = 60_000;
const RENEWAL_MS = 10_000;

/** Who holds a lock; the token tells two of one process apart. */
interface Owner {
  readonly token: string;
  readonly host: string;
  readonly pid: number;
}

/**
 * Keeps other processes, also on other machines, from changing a table at the same time.
 *
 * @throws TableError when another process does, or the folder cannot be written.
 */
export class TableLock {
  readonly #path: string;
  readonly #name: string;
  readonly #token = randomUUID();
  #renewedAt = 0;

  constructor(tablesDir: string, name: string) {
    this.#name = name;
    this.#path = join(tablesDir, name, 'lock');
    try {
      mkdirSync(join(tablesDir, name), { recursive: true });
      accessSync(join(tablesDir, name), constants.W_OK);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new TableError(
        `The folder ${tablesDir} cannot be written (${code ?? 'no reason given'}). Set --tables-dir or TABLES_DIR to one that can.`,
      );
    }
    if (!this.#take() && (!this.#isAbandoned() || !this.#retake())) {
      const { host, pid } = this.#owner() ?? { host: 'another host', pid: 0 };
      throw new TableError(
        `The table ${name} is being changed by process ${pid} on ${host}. Wait until it has ended, or remove ${this.#path}.`,
      );
    }
  }

  /**
   * Shows that the process is alive; to be called again and again.
   *
   * @throws TableError when it no longer holds the lock.
   */
  renew(): void {
    const now = Date.now();
    if (now - this.#renewedAt > RENEWAL_MS) {
      this.#renewedAt = now;
      this.assertHeld();
      utimesSync(this.#path, new Date(now), new Date(now));
    }
  }

  /**
   * To be called before what others see is changed.
   *
   * @throws TableError when another process has taken the lock, because this one did not renew it for too long.
   */
  assertHeld(): void {
    if (this.#owner()?.token !== this.#token) {
      throw new TableError(`Another process has begun to change the table ${this.#name}. Wait until it has ended.`);
    }
  }

  release(): void {
    if (this.#owner()?.token === this.#token) {
      rmSync(this.#path, { force: true });
    }
  }

  #take(): boolean {
    try {
      const file = openSync(this.#path, 'wx');
      writeFileSync(file, JSON.stringify({ host: hostname(), pid: process.pid, token: this.#token } satisfies Owner));
      closeSync(file);
      this.#renewedAt = Date.now();
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
        return false;
      }
      throw error;
    }
  }

  #retake(): boolean {
    rmSync(this.#path, { force: true });
    return this.#take();
  }

  #isAbandoned(): boolean {
    try {
      const owner = this.#owner();
      const isOld = Date.now() - statSync(this.#path).mtimeMs > ABANDONED_MS;
      return isOld || (owner?.host === hostname() && !isAlive(owner.pid));
    } catch {
      return true;
    }
  }

  #owner(): Owner | undefined {
    try {
      return JSON.parse(readFileSync(this.#path, 'utf8')) as Owner;
    } catch {
      return undefined;
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
