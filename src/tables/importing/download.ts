import { createHash, hash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { Agent, type Dispatcher, interceptors, request } from 'undici';

import type { TableSource } from '../storage/manifest.js';
import { TableError } from '../table-error.js';
import { namingFullDisk } from './full-disk.js';
import { PartialFile, type Version } from './partial-file.js';

const DOWNLOADS = '.downloads';
const OK = 200;
const PARTIAL = 206;
const NOT_MODIFIED = 304;
const NOT_FOUND = 404;
const RANGE_NOT_SATISFIABLE = 416;
const TOO_MANY_REQUESTS = 429;
const SERVER_ERROR = 500;
/** Connections break in the middle of large files; each attempt goes on where the last one ended. */
const ATTEMPTS = 5;
/** Not the global one, which is Node's, of another version than this `request`, where `fetch` was called before. */
const DISPATCHER = new Agent().compose(interceptors.redirect({ maxRedirections: 10 }));

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
  /** Whether a file is refused of which the server does not say when it was made. */
  readonly needsDate?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (bytes: number, size: number | undefined) => void;
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
  if (found && options.needsDate === true && found.lastModified === undefined) {
    throw undated();
  }
  if (!found || options.md5 !== true || (await hasChecksum(url, found.path, options))) {
    return found;
  }
  // The file and its checksum are replaced one after the other.
  partial.discard();
  const again = await downloadWhole(url, partial, options);
  if (again && !(await hasChecksum(url, again.path, options))) {
    partial.discard();
    throw new TableError(`The file does not match the checksum ${checksumOf(url)}. Try again later.`);
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
        throw error instanceof TableError || isAboutDisk(error)
          ? namingFullDisk(error, options.tablesDir)
          : unreachable(url, error);
      }
    }
  }
}

/** Removes what was downloaded. */
export function discard({ path }: Download): void {
  new PartialFile(path).discard();
}

async function resume(url: string, partial: PartialFile, options: DownloadOptions): Promise<Download | undefined> {
  const { signal, before } = options;
  const version = partial.version;
  const validator = version?.etag ?? version?.lastModified;
  const start = validator === undefined ? 0 : partial.size;
  const response = await get(url, {
    signal,
    headers: {
      ...(start > 0 && validator !== undefined ? { range: `bytes=${start}-`, 'if-range': validator } : {}),
      ...(start === 0 && before?.from === url ? conditions(before) : {}),
    },
  });
  switch (response.statusCode) {
    case OK:
      return receive(response, partial, 0, options);
    case NOT_MODIFIED:
      await response.body.dump();
      return undefined;
    case PARTIAL:
    case RANGE_NOT_SATISFIABLE:
      if (start > 0) {
        return goOn(url, response, { partial, start, version }, options);
      }
  }
  await response.body.dump();
  const remedy =
    response.statusCode >= SERVER_ERROR || response.statusCode === TOO_MANY_REQUESTS
      ? 'Try again later.'
      : 'Check the address.';
  throw new TableError(`The server answered ${response.statusCode} to ${url}. ${remedy}`);
}

/** Takes the rest of a file; all of it anew where the server has another version, or another part. */
async function goOn(
  url: string,
  response: Answer,
  { partial, start, version }: { partial: PartialFile; start: number; version: Version | undefined },
  options: DownloadOptions,
): Promise<Download | undefined> {
  // Of a file that is here as a whole, there is no rest.
  const isWhole = response.statusCode === RANGE_NOT_SATISFIABLE;
  const range = headerOf(response, 'content-range');
  const isOfThis = isSame(versionOf(response), version);
  if (isOfThis && isWhole && range === `bytes */${start}`) {
    await response.body.dump();
    return { path: partial.path, size: start, ...version };
  }
  if (isOfThis && !isWhole && (range ?? `bytes ${start}-`).startsWith(`bytes ${start}-`)) {
    return receive(response, partial, start, options);
  }
  response.body.on('error', () => undefined).destroy();
  partial.discard();
  return resume(url, partial, options);
}

type Answer = Dispatcher.ResponseData;

/**
 * Requests a file as it is: some servers say of one that is gzip that its transfer is, and `fetch` would unpack it. What is
 * decoded is then no longer what was published.
 */
async function get(
  url: string,
  { signal, headers = {} }: { signal?: AbortSignal | undefined; headers?: Record<string, string> },
): Promise<Answer> {
  return request(url, {
    dispatcher: DISPATCHER,
    signal: signal ?? null,
    headers: { 'accept-encoding': 'identity', ...headers },
  });
}

function headerOf({ headers }: Answer, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function versionOf(response: Answer): Version {
  const lastModified = headerOf(response, 'last-modified');
  return {
    etag: strongEtag(response),
    lastModified: lastModified === undefined || Number.isNaN(Date.parse(lastModified)) ? undefined : lastModified,
  };
}

/** Whether a part is of the version of which the others are. Servers may name it in their first answer only. */
function isSame(now: Version, before: Version | undefined): boolean {
  return before?.etag !== undefined && now.etag !== undefined
    ? now.etag === before.etag
    : now.lastModified === undefined || now.lastModified === before?.lastModified;
}

async function receive(
  response: Answer,
  partial: PartialFile,
  start: number,
  { onProgress, signal, needsDate }: DownloadOptions,
): Promise<Download> {
  const version = (start > 0 ? partial.version : undefined) ?? versionOf(response);
  if (needsDate === true && version.lastModified === undefined) {
    response.body.on('error', () => undefined).destroy();
    throw undated();
  }
  const length = headerOf(response, 'content-length');
  const size = length === undefined ? undefined : start + Number(length);
  partial.begin(version);
  let received = start;
  const counted = async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      received += chunk.length;
      onProgress?.(received, size);
      yield chunk;
    }
  };
  const target = createWriteStream(partial.path, start > 0 ? { flags: 'r+', start } : {});
  await pipeline(response.body as Readable, counted, target, { signal });
  if (size !== undefined && received !== size) {
    throw new Error(`${received} of ${size} bytes came`);
  }
  return { path: partial.path, size: received, ...version };
}

/** A weak one does not say that the bytes are the same. */
function strongEtag(response: Answer): string | undefined {
  const etag = headerOf(response, 'etag');
  return etag === undefined || etag.startsWith('W/') ? undefined : etag;
}

function conditions({ etag, lastModified }: Version): Record<string, string> {
  return {
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
    ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
  };
}

function checksumOf(url: string): string {
  const address = new URL(url);
  address.pathname += '.md5';
  return address.href;
}

/** Whether a file is what its checksum says. Mirrors may lack the checksum; most tables have none. */
async function hasChecksum(url: string, path: string, { signal }: DownloadOptions): Promise<boolean> {
  const address = checksumOf(url);
  const { statusCode, body } = await get(address, { signal }).catch((error: unknown) => {
    throw unreachable(address, error);
  });
  const text = await body.text();
  if (statusCode === NOT_FOUND) {
    return true;
  }
  const [expected] = /\b[\da-f]{32}\b/i.exec(text) ?? [];
  if (statusCode !== OK || expected === undefined) {
    throw new TableError(`The server gave no checksum at ${address} (status ${statusCode}). Try again later.`);
  }
  const digest = createHash('md5');
  await pipeline(createReadStream(path), digest);
  return digest.digest('hex') === expected.toLowerCase();
}

function undated(): TableError {
  return new TableError(
    'The server does not say when the file was made (Last-Modified). Import it with --as-of and that day, such as 2026-11-20.',
  );
}

function isAboutDisk(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOSPC' || code === 'EACCES' || code === 'EROFS' || code === 'EDQUOT';
}

function unreachable(url: string, error: unknown): Error {
  const { message, code } = error as NodeJS.ErrnoException;
  // Of several addresses of a host, only the code says what failed.
  const reason = message || (code ?? 'unknown');
  return new TableError(`Cannot download ${url}: ${reason}. Run the command again: it goes on where it ended.`);
}
