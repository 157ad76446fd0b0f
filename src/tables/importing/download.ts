import { createHash, hash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { fetch, type Response } from 'undici';

import type { TableSource } from '../storage/manifest.js';
import { TableError } from '../table-error.js';

const DOWNLOADS = '.downloads';
const OK = 200;
const PARTIAL = 206;
const NOT_MODIFIED = 304;
const NOT_FOUND = 404;
const RANGE_NOT_SATISFIABLE = 416;
/** Connections break in the middle of large files; each attempt goes on where the last one ended. */
const ATTEMPTS = 5;

/** A file that was downloaded, and how the server names its version. */
export interface Download {
  readonly path: string;
  readonly size: number;
  readonly lastModified?: string | undefined;
  readonly etag?: string | undefined;
}

export interface DownloadOptions {
  readonly tablesDir: string;
  /** What was imported last; nothing is downloaded if it is the same. */
  readonly before?: Pick<TableSource, 'from' | 'etag' | 'lastModified'> | undefined;
  /** Whether the MD5 checksum of the file is beside it. */
  readonly md5?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (bytes: number, size: number | undefined) => void;
}

/** What is known of a file that was downloaded in part. */
interface Version {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

/**
 * Downloads a file as it is, and goes on where an earlier download ended.
 *
 * @returns Undefined when the server says that it is what was imported last.
 * @throws TableError when the address is none or holds a password, the server refuses, or the file is not what its checksum says.
 */
export async function download(url: string, options: DownloadOptions): Promise<Download | undefined> {
  if (!URL.canParse(url)) {
    throw new TableError(`${JSON.stringify(url)} is no address. Use a path, "-", or an http(s) address.`);
  }
  const { username, password } = new URL(url);
  if (username !== '' || password !== '') {
    throw new TableError(
      'The address of the table holds a user name or password. Download the file yourself, and import it from its path.',
    );
  }
  const folder = join(options.tablesDir, DOWNLOADS);
  mkdirSync(folder, { recursive: true });
  const partial = new PartialFile(join(folder, hash('sha256', url, 'hex').slice(0, 32)));
  const found = await downloadWhole(url, partial, options);
  if (!found || options.md5 !== true || (await hasChecksum(url, found.path, options))) {
    return found;
  }
  // The file and its checksum are replaced one after the other.
  partial.discard();
  const again = await downloadWhole(url, partial, options);
  if (again && !(await hasChecksum(url, again.path, options))) {
    partial.discard();
    throw new TableError(`The file does not match the checksum ${url}.md5. Try again later.`);
  }
  return again;
}

async function downloadWhole(
  url: string,
  partial: PartialFile,
  options: DownloadOptions,
): Promise<Download | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await resume(url, partial, options);
    } catch (error) {
      options.signal?.throwIfAborted();
      if (error instanceof TableError || isAboutDisk(error) || attempt === ATTEMPTS) {
        throw error instanceof TableError || isAboutDisk(error) ? error : unreachable(url, error);
      }
    }
  }
}

/** Removes what was downloaded. */
export function discard({ path }: Download): void {
  new PartialFile(path).discard();
}

async function resume(url: string, partial: PartialFile, options: DownloadOptions): Promise<Download | undefined> {
  const { signal = null, before } = options;
  const version = partial.version;
  const validator = version?.etag ?? version?.lastModified;
  const start = validator === undefined ? 0 : partial.size;
  const response = await fetch(url, {
    signal,
    headers: {
      'accept-encoding': 'identity',
      ...(start > 0 && validator !== undefined ? { range: `bytes=${start}-`, 'if-range': validator } : {}),
      ...(start === 0 && before?.from === url ? conditions(before) : {}),
    },
  });
  if (response.status === NOT_MODIFIED) {
    await response.body?.cancel();
    return undefined;
  }
  if (response.status === RANGE_NOT_SATISFIABLE && start > 0) {
    await response.body?.cancel();
    partial.discard();
    return resume(url, partial, options);
  }
  if (response.status !== OK && response.status !== PARTIAL) {
    await response.body?.cancel();
    throw new TableError(`The server answered ${response.status} to ${url}. Check the address.`);
  }
  return receive(response, partial, response.status === PARTIAL ? start : 0, options);
}

async function receive(
  response: Response,
  partial: PartialFile,
  start: number,
  { onProgress, signal }: DownloadOptions,
): Promise<Download> {
  const version = { etag: strongEtag(response), lastModified: response.headers.get('last-modified') ?? undefined };
  const length = response.headers.get('content-length');
  const size = length === null ? undefined : start + Number(length);
  partial.begin(version);
  let received = start;
  const counted = async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      received += chunk.length;
      onProgress?.(received, size);
      yield chunk;
    }
  };
  const body = response.body ? Readable.fromWeb(response.body) : Readable.from([]);
  const target = createWriteStream(partial.path, start > 0 ? { flags: 'r+', start } : {});
  await pipeline(body, counted, target, { signal });
  if (size !== undefined && received !== size) {
    throw new Error(`${received} of ${size} bytes came`);
  }
  return { path: partial.path, size: received, ...version };
}

/** A weak one does not say that the bytes are the same. */
function strongEtag(response: Response): string | undefined {
  const etag = response.headers.get('etag');
  return etag === null || etag.startsWith('W/') ? undefined : etag;
}

function conditions({ etag, lastModified }: Version): Record<string, string> {
  return {
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
    ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
  };
}

/** Whether a file is what its checksum says. Mirrors may lack the checksum; most tables have none. */
async function hasChecksum(url: string, path: string, { signal }: DownloadOptions): Promise<boolean> {
  const response = await fetch(`${url}.md5`, { signal: signal ?? null }).catch((error: unknown) => {
    throw unreachable(`${url}.md5`, error);
  });
  const text = await response.text();
  if (response.status === NOT_FOUND) {
    return true;
  }
  const [expected] = /\b[\da-f]{32}\b/i.exec(text) ?? [];
  if (!response.ok || expected === undefined) {
    throw new TableError(`The server gave no checksum at ${url}.md5 (status ${response.status}). Try again later.`);
  }
  const digest = createHash('md5');
  await pipeline(createReadStream(path), digest);
  return digest.digest('hex') === expected.toLowerCase();
}

function isAboutDisk(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOSPC' || code === 'EACCES' || code === 'EROFS' || code === 'EDQUOT';
}

function unreachable(url: string, error: unknown): Error {
  const { message, cause } = error as Error;
  const reason = cause instanceof Error ? cause.message : message;
  return new TableError(`Cannot download ${url}: ${reason}. Run the command again: it goes on where it ended.`);
}

/** A file that is downloaded in several attempts, with the version of which its bytes are. */
class PartialFile {
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
