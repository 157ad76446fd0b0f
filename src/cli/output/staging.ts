import { createReadStream } from 'node:fs';
import { chmod, rename, rm, stat } from 'node:fs/promises';

const READ_BYTES = 256 * 1024;

/** Reads a file of JSON lines. */
export async function* jsonLines(path: string): AsyncGenerator<unknown, void> {
  let begun: string[] = [];
  // `readline` would end lines at separators that JSON leaves as they are.
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: READ_BYTES })) {
    const [first = '', ...lines] = String(chunk).split('\n');
    begun.push(first);
    for (const line of lines) {
      yield JSON.parse(begun.join(''));
      begun = [line];
    }
  }
}

/** Writes a file under a temporary name beside it, which takes its place at the end. */
export async function replaceFile(path: string, write: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await write(temporary);
    const mode = await stat(path).then(
      (known) => known.mode & 0o777,
      () => undefined,
    );
    if (mode !== undefined) {
      await chmod(temporary, mode);
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new Error(`Cannot write ${path}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
