import { createReadStream, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { crc32 } from 'node:zlib';

import { extract } from 'tar-stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';

import type { TablePart } from '../description.js';
import { TableError } from '../table-error.js';
import { EXPORT_HEADER } from './header.js';
import { decompressed, isTar, type SourceBytes } from './open-source.js';

const ZIP = Buffer.from('PK\x03\x04', 'latin1');

/** A file of a source; without a name where it is no archive and no folder. */
export interface SourceFile {
  readonly name?: string;
  readonly bytes: AsyncIterable<Buffer>;
}

/**
 * The files of a source: those of a folder, of a tar or zip archive, or the source itself. Each is to be read before the
 * next.
 *
 * @param path - Where the source is, if it is no stream. A zip archive and a folder need it.
 */
export async function* filesOf(source: SourceBytes, path: string | undefined): AsyncGenerator<SourceFile> {
  if (path !== undefined && statSync(path).isDirectory()) {
    for (const name of readdirSync(path).toSorted()) {
      yield { name, bytes: source.noted(createReadStream(join(path, name))) };
    }
    return;
  }
  const peeked = await decompressed(source);
  if (isTar(peeked)) {
    yield* tarred(peeked.bytes);
  } else if (peeked.first.indexOf(ZIP) === 0) {
    // Only its checksum is wanted: a zip archive is read from its end.
    await finished(Readable.from(peeked.bytes).resume());
    yield* zipped(path);
  } else if (peeked.first.indexOf(EXPORT_HEADER) === 0) {
    throw new TableError(
      'The file is what "tables export" writes: it has links, and not the columns of a table. Import the file that was imported before.',
    );
  } else {
    yield { bytes: peeked.bytes };
  }
}

async function* tarred(bytes: AsyncIterable<Buffer>): AsyncGenerator<SourceFile> {
  const archive = extract();
  // What breaks the reading of the bytes ends the archive below.
  pipeline(Readable.from(bytes), archive, () => undefined);
  try {
    for await (const entry of archive) {
      yield { name: basename(entry.header.name), bytes: entry as AsyncIterable<Buffer> };
      entry.resume();
    }
  } catch (error) {
    throw error instanceof Error && error.message === 'Unexpected end of data'
      ? new TableError('The archive is cut off. Download it again.')
      : error;
  }
}

async function* zipped(path: string | undefined): AsyncGenerator<SourceFile> {
  if (path === undefined) {
    throw new TableError('A zip archive cannot be read from a stream. Import it from a file or an address.');
  }
  let archive: ZipFile;
  try {
    archive = await openPromise(path);
  } catch (error) {
    throw damaged(error);
  }
  try {
    for await (const entry of archive.eachEntry()) {
      yield { name: basename(entry.fileName), bytes: unzipped(archive, entry) };
    }
  } finally {
    archive.close();
  }
}

/** The bytes of a file in an archive. @throws TableError when they are not those that were packed. */
async function* unzipped(archive: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  let checksum = 0;
  try {
    for await (const chunk of await archive.openReadStreamPromise(entry)) {
      checksum = crc32(chunk as Buffer, checksum);
      yield chunk as Buffer;
    }
  } catch (error) {
    throw error instanceof TableError ? error : damaged(error);
  }
  if (checksum !== entry.crc32) {
    throw damaged(new Error('its checksum is another one'));
  }
}

function damaged(error: unknown): TableError {
  const reason = error instanceof Error ? error.message : String(error);
  return new TableError(`The zip archive is cut off or damaged: ${reason}. Download it again.`);
}

/** The part that a source without named files holds. @throws TableError when the table is made of several files. */
export function onlyPart(parts: readonly TablePart[]): TablePart {
  const [part, ...others] = parts;
  if (!part || others.length > 0) {
    throw new TableError(
      `The source is no archive, but the table is made of ${parts.map(({ member }) => member?.source ?? '').join(', ')}. Import the archive that NCBI publishes.`,
    );
  }
  return part;
}
