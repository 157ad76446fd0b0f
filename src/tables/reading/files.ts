import { basename } from 'node:path';
import { Readable } from 'node:stream';

import { extract } from 'tar-stream';
import { openPromise } from 'yauzl';

import { TableError } from '../table-error.js';
import { decompressed, isTar, type SourceBytes } from './open-source.js';

const ZIP = Buffer.from('PK\x03\x04', 'latin1');

/** A file of a source; without a name where it is no archive. */
export interface SourceFile {
  readonly name?: string;
  readonly bytes: AsyncIterable<Buffer>;
}

/**
 * The files of a source: those of a tar or zip archive, or the source itself. Each is to be read before the next.
 *
 * @param path - Where the source can be read from again, which a zip archive needs.
 */
export async function* filesOf(source: SourceBytes, path: string | undefined): AsyncGenerator<SourceFile> {
  const peeked = await decompressed(source);
  if (isTar(peeked)) {
    const archive = Readable.from(peeked.bytes).pipe(extract());
    for await (const entry of archive) {
      yield { name: basename(entry.header.name), bytes: entry as AsyncIterable<Buffer> };
      entry.resume();
    }
  } else if (peeked.first.indexOf(ZIP) === 0) {
    // Only its checksum is wanted: a zip archive is read from its end.
    await Readable.from(peeked.bytes).resume().toArray();
    yield* zipped(path);
  } else {
    yield { bytes: peeked.bytes };
  }
}

async function* zipped(path: string | undefined): AsyncGenerator<SourceFile> {
  if (path === undefined) {
    throw new TableError('A zip archive cannot be read from a stream. Import it from a file or an address.');
  }
  const archive = await openPromise(path);
  try {
    for await (const entry of archive.eachEntry()) {
      yield { name: basename(entry.fileName), bytes: await archive.openReadStreamPromise(entry) };
    }
  } finally {
    archive.close();
  }
}
