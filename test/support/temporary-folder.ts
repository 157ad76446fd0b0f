import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that is gone when the test is over. */
export class TemporaryFolder implements AsyncDisposable {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  static async create(): Promise<TemporaryFolder> {
    return new TemporaryFolder(await mkdtemp(join(tmpdir(), 'entrez-graph-')));
  }

  /** The text of each file, by name and in its order. */
  async files(): Promise<Map<string, string>> {
    const names = (await readdir(this.path)).toSorted();
    return new Map(
      await Promise.all(names.map(async (name) => [name, await readFile(join(this.path, name), 'utf8')] as const)),
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }
}
