import { createHash } from 'node:crypto';
import {
  chmod,
  type FileHandle,
  open,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';

import { ConfigError } from '../../../config.js';
import { type Milliseconds, systemClock } from '../../../upstream/clock.js';
import type { Reached, Sink } from './sink.js';

/** What a command is made of: another run can resume it only if all this is the same. */
export type Fingerprint = Readonly<Record<string, string>>;

/** How far a file has been written. */
interface Journal {
  readonly fingerprint: Fingerprint;
  /** Length of what is written up to there; more is of a step that was broken off. */
  readonly bytes: number;
  readonly reached: Reached;
}

/** Makes what is written into a file of another format, and leaves it. @returns What to say of it. */
export type Convert = (written: string, out: string) => Promise<string | undefined>;

export interface ResumableOptions {
  /** Whether to leave aside what an earlier run has left. */
  readonly isNew?: boolean;
  /** Default: what is written is the file. */
  readonly convert?: Convert | undefined;
}

const BUFFER_BYTES = 64 * 1024;
const JOURNAL_EVERY: Milliseconds = 200;

/** The digest of each thing that a command is made of. */
export function fingerprintOf(parts: Readonly<Record<string, unknown>>): Fingerprint {
  const digest = (value: unknown): string =>
    createHash('sha256')
      .update(JSON.stringify([value]))
      .digest('hex');
  return Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, digest(value)]));
}

/**
 * A file of rows that is written in several runs if need be. Until it is complete it is called `.part`, and a journal beside
 * it, replaced as a whole, has the place up to which it is written.
 */
export class ResumableFile implements Sink {
  readonly gone = new AbortController().signal;
  /** How far an earlier run has come. */
  readonly from: Reached | undefined;
  readonly #path: string;
  readonly #handle: FileHandle;
  readonly #fingerprint: Fingerprint;
  #pending: string[] = [];
  #pendingBytes = 0;
  #bytes: number;
  #journal: Journal | undefined;
  #journaledAt: Milliseconds = -Infinity;

  readonly #convert: Convert | undefined;

  private constructor(
    path: string,
    handle: FileHandle,
    { fingerprint, journal, convert }: { fingerprint: Fingerprint; journal?: Journal | undefined } & ResumableOptions,
  ) {
    this.#path = path;
    this.#convert = convert;
    this.#handle = handle;
    this.#fingerprint = fingerprint;
    this.#bytes = journal?.bytes ?? 0;
    this.from = journal?.reached;
  }

  /**
   * Opens a file, or what an earlier run has left of it.
   *
   * @throws ConfigError if the earlier run was of another command.
   */
  static async open(
    out: string,
    fingerprint: Fingerprint,
    { isNew = false, convert }: ResumableOptions = {},
  ): Promise<ResumableFile> {
    const path = await realpath(out).catch(() => out);
    const journal = isNew ? undefined : await readJournal(path);
    const changed = journal && Object.keys(fingerprint).find((name) => journal.fingerprint[name] !== fingerprint[name]);
    if (changed !== undefined) {
      throw new ConfigError(
        `Cannot resume ${partOf(path)}: ${changed} changed since it was begun. Run the earlier command again, or begin anew with --restart.`,
      );
    }
    try {
      if (journal) {
        await truncate(partOf(path), journal.bytes);
      }
      const handle = await open(partOf(path), journal ? 'a' : 'w');
      return new ResumableFile(path, handle, { fingerprint, journal, convert });
    } catch (error) {
      throw new Error(cannotWrite(path, error), { cause: error });
    }
  }

  async write(text: string): Promise<void> {
    this.#pending.push(text);
    this.#pendingBytes += Buffer.byteLength(text);
    if (this.#pendingBytes >= BUFFER_BYTES) {
      await this.#flush();
    }
  }

  async reached(reached: Reached): Promise<void> {
    this.#journal = { fingerprint: this.#fingerprint, bytes: this.#bytes + this.#pendingBytes, reached };
    if (systemClock.now() - this.#journaledAt >= JOURNAL_EVERY) {
      await this.#writeJournal();
    }
  }

  /** Ends the file: it takes its name. @returns What to say of it. */
  async commit(): Promise<string | undefined> {
    await this.#flush();
    if (this.#convert) {
      // If this fails, another run begins here.
      await this.#writeJournal();
    }
    await this.#handle.close();
    if (this.#convert) {
      const line = await this.#convert(partOf(this.#path), this.#path);
      await rm(partOf(this.#path), { force: true });
      await rm(journalOf(this.#path), { force: true });
      return line;
    }
    try {
      const mode = await stat(this.#path).then(
        (known) => known.mode & 0o777,
        () => undefined,
      );
      if (mode !== undefined) {
        await chmod(partOf(this.#path), mode);
      }
      await rename(partOf(this.#path), this.#path);
      await rm(journalOf(this.#path), { force: true });
    } catch (error) {
      throw new Error(cannotWrite(this.#path, error), { cause: error });
    }
    return undefined;
  }

  /** Leaves what is written to a run that resumes. @returns What to say of it. */
  async keep(): Promise<string | undefined> {
    if (!this.#journal && !this.from) {
      await this.discard();
      return undefined;
    }
    try {
      await this.#writeJournal();
    } finally {
      await this.#handle.close();
    }
    const { inputs = 0, page } = (this.#journal?.reached ?? this.from)?.place ?? {};
    const done = `${inputs.toLocaleString('en')} inputs${page ? ` and ${page.seen.toLocaleString('en')} items of the next` : ''}`;
    return `${partOf(this.#path)} has the rows of ${done}. Run the same command again to resume.`;
  }

  /** Removes what is written. */
  async discard(): Promise<void> {
    await this.#handle.close();
    await rm(partOf(this.#path), { force: true });
    await rm(journalOf(this.#path), { force: true });
  }

  async #flush(): Promise<void> {
    const text = this.#pending.join('');
    try {
      await this.#handle.appendFile(text);
    } catch (error) {
      throw new Error(cannotWrite(this.#path, error), { cause: error });
    }
    this.#bytes += this.#pendingBytes;
    this.#pending = [];
    this.#pendingBytes = 0;
  }

  async #writeJournal(): Promise<void> {
    if (this.#journal) {
      await this.#flush();
      const temporary = `${journalOf(this.#path)}.tmp`;
      try {
        await writeFile(temporary, JSON.stringify(this.#journal));
        await rename(temporary, journalOf(this.#path));
      } catch (error) {
        throw new Error(cannotWrite(this.#path, error), { cause: error });
      }
      this.#journaledAt = systemClock.now();
    }
  }
}

async function readJournal(path: string): Promise<Journal | undefined> {
  const text = await readFile(journalOf(path), 'utf8').catch(() => undefined);
  const size = await stat(partOf(path)).then(
    (known) => known.size,
    () => -1,
  );
  if (text === undefined || size < 0) {
    return undefined;
  }
  const journal = JSON.parse(text) as Journal;
  if (size < journal.bytes) {
    throw new ConfigError(
      `Cannot resume ${partOf(path)}: it is shorter than ${journalOf(path)} says. Begin anew with --restart.`,
    );
  }
  return journal;
}

function partOf(path: string): string {
  return `${path}.part`;
}

function journalOf(path: string): string {
  return `${path}.journal`;
}

function cannotWrite(path: string, error: unknown): string {
  return `Cannot write ${path}: ${error instanceof Error ? error.message : String(error)}`;
}
