import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';

/** How a server names the version of a file. */
export interface Version {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

/** A file that is downloaded in several attempts, with the version of which its bytes are. */
export class PartialFile {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  get size(): number {
    return statSync(this.path, { throwIfNoEntry: false })?.size ?? 0;
  }

  get version(): Version | undefined {
    try {
      return JSON.parse(readFileSync(this.#versionPath, 'utf8')) as Version;
    } catch {
      return undefined;
    }
  }

  begin(version: Version): void {
    writeFileSync(this.#versionPath, JSON.stringify(version));
  }

  discard(): void {
    rmSync(this.path, { force: true });
    rmSync(this.#versionPath, { force: true });
  }

  get #versionPath(): string {
    return `${this.path}.json`;
  }
}
