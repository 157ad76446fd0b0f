import { rmSync } from 'node:fs';

import type { TableDescription } from '../description.js';
import { decompressed, SourceBytes } from '../reading/open-source.js';
import { readRows } from '../reading/read-rows.js';
import { GenerationWriter } from '../storage/generation-writer.js';
import { FORMAT, type ListsSummary, type Manifest, readCurrent, readManifest } from '../storage/manifest.js';
import { TableError } from '../table-error.js';
import { createFolder, generationName, removeUnfinished, swapIn } from './generations.js';
import { TableLock } from './import-lock.js';
import { RowCollector } from './row-collector.js';

/** Share of bad rows from which on a table is refused. */
const MAX_BAD = 0.001;
/** A table with fewer rows or bytes than this share of the generation before is refused. */
const MIN_RATIO = 0.5;

/** What an import reads, and where it comes from. */
export interface ImportSource {
  /** How the operator named it. */
  readonly from: string;
  /** A path, or a stream such as standard input. */
  readonly input: string | AsyncIterable<Buffer>;
  /** Bytes that are to be read, where that is known. */
  readonly size?: number | undefined;
  readonly lastModified?: string | undefined;
  readonly etag?: string | undefined;
  readonly asOf: Date;
}

/** How far an import is. */
export interface ImportProgress {
  readonly rows: number;
  readonly readBytes: number;
  readonly size: number | undefined;
}

export interface ImportOptions {
  readonly tablesDir: string;
  readonly acceptShrink?: boolean | undefined;
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly now?: () => Date;
  readonly signal?: AbortSignal | undefined;
}

/** A generation that was written, or the one that holds the same data already. */
export interface Imported {
  readonly manifest: Manifest;
  readonly isNew: boolean;
}

/**
 * Imports a table: reads its rows, checks them, writes a new generation, and makes it the one that is served.
 *
 * @throws TableError when the source is not what its name says; the generation before is then still served.
 */
export async function importTable(
  description: TableDescription,
  source: ImportSource,
  options: ImportOptions,
): Promise<Imported> {
  const lock = new TableLock(options.tablesDir, description.name);
  try {
    removeUnfinished(options.tablesDir, description.name);
    const folder = createFolder(options.tablesDir, description.name);
    const collector = new RowCollector(description, folder);
    try {
      return await new Import(description, source, options, { lock, folder, collector }).run();
    } finally {
      collector.close();
      rmSync(folder, { recursive: true, force: true });
    }
  } finally {
    lock.release();
  }
}

class Import {
  readonly #description: TableDescription;
  readonly #source: ImportSource;
  readonly #options: ImportOptions;
  readonly #lock: TableLock;
  readonly #folder: string;
  readonly #collector: RowCollector;
  readonly #bytes: SourceBytes;
  #rowBytes = 0;

  constructor(
    description: TableDescription,
    source: ImportSource,
    options: ImportOptions,
    { lock, folder, collector }: { lock: TableLock; folder: string; collector: RowCollector },
  ) {
    this.#description = description;
    this.#source = source;
    this.#options = options;
    this.#lock = lock;
    this.#folder = folder;
    this.#collector = collector;
    this.#bytes = new SourceBytes(source.input);
  }

  async run(): Promise<Imported> {
    const { tablesDir } = this.#options;
    const { name } = this.#description;
    await this.#read();
    const current = readCurrent(tablesDir, name);
    const before = current && readManifest(tablesDir, name, current.generation);
    this.#check(before);
    if (before?.format === FORMAT && before.source.sha256 === this.#bytes.sha256()) {
      return { manifest: before, isNew: false };
    }
    const manifest = await this.#write();
    this.#options.signal?.throwIfAborted();
    swapIn(tablesDir, this.#folder, manifest);
    return { manifest, isNew: true };
  }

  async #read(): Promise<void> {
    const collector = this.#collector;
    const { layout, read } = this.#description;
    await readRows(layout, this.#noted(await decompressed(this.#bytes)), (row, fault) => {
      collector.rows += 1;
      collector.line = row.line;
      if (fault === undefined) {
        read(row, collector);
      } else {
        collector.bad(fault);
      }
    });
    if (collector.rows === 0) {
      throw new TableError(`The file ${this.#source.from} has no rows. Download it again.`);
    }
  }

  async *#noted(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of bytes) {
      this.#rowBytes += chunk.length;
      yield chunk;
      this.#options.signal?.throwIfAborted();
      this.#lock.renew();
      this.#options.onProgress?.({
        rows: this.#collector.rows,
        readBytes: this.#bytes.read,
        size: this.#source.size,
      });
    }
  }

  #check(before: Manifest | undefined): void {
    const { rows, badRows, skipped } = this.#collector;
    if (badRows > rows * MAX_BAD) {
      const reasons = Object.entries(skipped).map(
        ([reason, { firstLine }]) => `${reason} (first in line ${firstLine})`,
      );
      throw new TableError(
        `${badRows} of ${rows} rows are not rows of ${this.#description.name}: ${reasons.join('; ')}. Check what the file is.`,
      );
    }
    if (before && this.#options.acceptShrink !== true) {
      refuseShrink('rows', rows, before.rows);
      refuseShrink('bytes', this.#rowBytes, before.bytes);
    }
  }

  async #write(): Promise<Manifest> {
    const { edges } = this.#description;
    const writer = new GenerationWriter(this.#folder);
    const lists: Record<string, ListsSummary> = {};
    try {
      for (const [kind, { forward, backward, from, to }] of edges.entries()) {
        const sorter = this.#collector.edges[kind];
        lists[forward] = { from, to, ...writer.writeLists(forward, (take) => sorter?.forward(take)) };
        this.#lock.renew();
        if (backward !== undefined) {
          lists[backward] = { from: to, to: from, ...writer.writeLists(backward, (take) => sorter?.backward(take)) };
          this.#lock.renew();
        }
      }
    } finally {
      await writer.close();
    }
    return this.#manifest(lists);
  }

  #manifest(lists: Manifest['lists']): Manifest {
    const now = (this.#options.now ?? (() => new Date()))();
    const { from, lastModified, etag, asOf } = this.#source;
    return {
      format: FORMAT,
      name: this.#description.name,
      generation: generationName(now),
      source: { from, lastModified, etag, bytes: this.#bytes.read, sha256: this.#bytes.sha256() },
      asOf: asOf.toISOString(),
      importedAt: now.toISOString(),
      rows: this.#collector.rows,
      bytes: this.#rowBytes,
      skipped: this.#collector.skipped,
      lists,
    };
  }
}

function refuseShrink(what: string, now: number, before: number): void {
  if (now < before * MIN_RATIO) {
    throw new TableError(
      `The table has ${now} ${what}; the generation before has ${before}. Check the file, and import it with --accept-shrink if it is right.`,
    );
  }
}
