import { createWriteStream } from 'node:fs';
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

/**
 * A file that a command writes. Its old contents stay until the new ones are complete: these go to a temporary file
 * beside it, which takes its place at the end. Devices and pipes are written directly.
 */
export class OutputFile {
  /** Fails with errors that name the file. */
  readonly stream: Writable;
  readonly #path: string;
  readonly #temporary: string | undefined;

  private constructor(path: string, temporary: string | undefined, handle: FileHandle) {
    this.#path = path;
    this.#temporary = temporary;
    this.stream = createWriteStream(temporary ?? path, { fd: handle });
    this.stream.prependListener('error', (error) => {
      Object.assign(error, { message: cannotWrite(path, error) });
    });
  }

  /** @throws Error naming the file when it cannot be written. */
  static async open(path: string): Promise<OutputFile> {
    try {
      const known = await stat(path).catch(() => undefined);
      if (known?.isDirectory()) {
        throw new Error('it is a folder');
      }
      if (known && !known.isFile()) {
        return new OutputFile(path, undefined, await open(path, 'w'));
      }
      // A link stays one: the file it leads to is replaced.
      const target = known ? await realpath(path) : path;
      const temporary = `${target}.${process.pid}.tmp`;
      return new OutputFile(target, temporary, await open(temporary, 'w', known?.mode));
    } catch (error) {
      throw new Error(cannotWrite(path, error), { cause: error });
    }
  }

  /** Writes a whole file. */
  static async write(path: string, text: string): Promise<void> {
    const file = await OutputFile.open(path);
    try {
      file.stream.end(text);
      await finished(file.stream);
      await file.commit();
    } catch (error) {
      await file.discard();
      throw error;
    }
  }

  /**
   * Replaces the old contents. To be called when the stream has ended.
   *
   * @throws Error naming the file.
   */
  async commit(): Promise<void> {
    if (this.#temporary !== undefined) {
      try {
        await rename(this.#temporary, this.#path);
      } catch (error) {
        throw new Error(cannotWrite(this.#path, error), { cause: error });
      }
    }
  }

  /** Leaves the old contents as they are. */
  async discard(): Promise<void> {
    this.stream.on('error', () => undefined).destroy();
    if (this.#temporary !== undefined) {
      await rm(this.#temporary, { force: true });
    }
  }
}

function cannotWrite(path: string, error: unknown): string {
  return `Cannot write ${path}: ${error instanceof Error ? error.message : String(error)}`;
}
