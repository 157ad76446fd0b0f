import { execFileSync } from 'node:child_process';

import { TemporaryFolder } from './temporary-folder.js';

/** A disk in memory of a few hundred KB; only root may mount one. */
export class TinyDisk implements AsyncDisposable {
  readonly path: string;
  readonly #folder: TemporaryFolder;

  private constructor(folder: TemporaryFolder) {
    this.#folder = folder;
    this.path = folder.path;
  }

  /** @param options - As of mount(8), such as `size=256k,ro`. */
  static async mount(options: string): Promise<TinyDisk> {
    const folder = await TemporaryFolder.create();
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder.path], { stdio: 'pipe' });
    } catch (error) {
      await folder[Symbol.asyncDispose]();
      throw error;
    }
    return new TinyDisk(folder);
  }

  /** Whether this machine lets us mount one. */
  static async isPossible(): Promise<boolean> {
    try {
      await using disk = await TinyDisk.mount('size=64k');
      return disk.path !== '';
    } catch {
      return false;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    execFileSync('umount', ['--lazy', this.path], { stdio: 'pipe' });
    await this.#folder[Symbol.asyncDispose]();
  }
}
