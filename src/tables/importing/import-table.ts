import { rmSync } from 'node:fs';

import type { TableDescription, TablePart } from '../description.js';
import { filesOf, onlyPart } from '../reading/files.js';
import { SourceBytes } from '../reading/open-source.js';
import { readRows } from '../reading/read-rows.js';
import { TOO_LONG } from '../reading/row.js';
import { GenerationWriter } from '../storage/generation-writer.js';
import {
  type FactsSummary,
  FORMAT,
  type ListsSummary,
  type Manifest,
  readCurrent,
  readManifest,
} from '../storage/manifest.js';
import { isIntact } from '../storage/open-current.js';
import { TableError } from '../table-error.js';
import { refuseBadRows, refuseNothing, refuseShrink } from './check-rows.js';
import { namingFullDisk } from './full-disk.js';
import { createFolder, generationName, removeUnfinished, swapIn } from './generations.js';
import { TableLock } from './import-lock.js';
import { RowCollector } from './row-collector.js';
import { TableLookups } from './table-lookups.js';

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
  /** Whether the rows are those of the sandbox. */
  readonly isSample?: true;
  /** When the data were made. */
  readonly asOf: Date;
  /** Whether the operator has named that day: the same data as of another day are then a new generation. */
  readonly isDateNamed?: boolean | undefined;
}

/** How far an import is. */
export interface ImportProgress {
  readonly rows: number;
  readonly readBytes: number;
  readonly size: number | undefined;
}

export interface ImportOptions {
  readonly tablesDir: string;
  /** Held by the caller, who has changed something of the table before. */
  readonly lock?: TableLock | undefined;
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
 * @throws TableError when the source is not what its name says, and Error when the disk is full; the generation before is then
 * still served.
 */
export async function importTable(
  description: TableDescription,
  source: ImportSource,
  options: ImportOptions,
): Promise<Imported> {
  const lock = options.lock ?? new TableLock(options.tablesDir, description.name);
  try {
    removeUnfinished(options.tablesDir, description.name);
    const folder = createFolder(options.tablesDir, description.name);
    // What is sorted waits in files of its own, which take more room than the generation.
    const scratch = createFolder(options.tablesDir, description.name);
    const lookups = new TableLookups(options.tablesDir, description);
    const collector = new RowCollector(description, scratch, lookups.look);
    try {
      return await new Import(description, source, options, {
        lock,
        folder,
        collector,
        uses: lookups.generations,
      }).run();
    } finally {
      collector.close();
      lookups.close();
      for (const left of [folder, scratch]) {
        rmSync(left, { recursive: true, force: true });
      }
    }
  } catch (error) {
    throw namingFullDisk(error, options.tablesDir);
  } finally {
    if (lock !== options.lock) {
      lock.release();
    }
  }
}

/** What an import holds while it runs. */
interface Workplace {
  readonly lock: TableLock;
  readonly folder: string;
  readonly collector: RowCollector;
  /** The generations of the tables that its rows look into. */
  readonly uses: Manifest['uses'];
}

class Import {
  readonly #description: TableDescription;
  readonly #source: ImportSource;
  readonly #options: ImportOptions;
  readonly #lock: TableLock;
  readonly #folder: string;
  readonly #collector: RowCollector;
  readonly #uses: Manifest['uses'];
  readonly #bytes: SourceBytes;
  #rowBytes = 0;

  constructor(
    description: TableDescription,
    source: ImportSource,
    options: ImportOptions,
    { lock, folder, collector, uses }: Workplace,
  ) {
    this.#description = description;
    this.#source = source;
    this.#options = options;
    this.#lock = lock;
    this.#folder = folder;
    this.#collector = collector;
    this.#uses = uses;
    this.#bytes = new SourceBytes(source.input);
  }

  async run(): Promise<Imported> {
    const { tablesDir } = this.#options;
    const { name } = this.#description;
    await this.#read();
    const current = readCurrent(tablesDir, name);
    const before = current && readManifest(tablesDir, name, current.generation);
    this.#check(before);
    if (before && this.#isSame(before) && isIntact(tablesDir, before)) {
      return { manifest: before, isNew: false };
    }
    const manifest = this.#write();
    this.#options.signal?.throwIfAborted();
    this.#lock.assertHeld();
    swapIn(tablesDir, this.#folder, manifest);
    return { manifest, isNew: true };
  }

  async #read(): Promise<void> {
    const { parts } = this.#description;
    const missing = new Set(parts);
    const path = typeof this.#source.input === 'string' ? this.#source.input : undefined;
    for await (const file of filesOf(this.#bytes, path)) {
      const { name } = file;
      const part = name === undefined ? onlyPart(parts) : [...missing].find(({ member }) => member?.test(name));
      if (part) {
        missing.delete(part);
        await this.#readPart(part, file.bytes);
      }
    }
    const [absent] = missing;
    if (absent) {
      const { from } = this.#source;
      throw new TableError(
        absent.member
          ? `${from} holds no file ${absent.member.source}. Import the archive that NCBI publishes.`
          : `${from} is a folder or an archive, and the table ${this.#description.name} is one file. Import that file.`,
      );
    }
  }

  async #readPart(part: TablePart, bytes: AsyncIterable<Buffer>): Promise<void> {
    const collector = this.#collector;
    const { read, skipsLongRows } = part;
    const before = collector.rows;
    await readRows(part, this.#noted(bytes), (row, fault) => {
      collector.begin(row.line);
      if (fault === undefined) {
        read(row, collector);
      } else if (fault === TOO_LONG && skipsLongRows) {
        collector.skip(fault);
      } else {
        collector.fault(row, read, fault);
      }
    });
    if (collector.rows === before) {
      throw new TableError(`The file ${part.member?.source ?? this.#source.from} has no rows. Download it again.`);
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
    const { name, uses = [] } = this.#description;
    refuseBadRows(name, this.#collector);
    if (before && this.#options.acceptShrink !== true) {
      refuseShrink({ rows: this.#collector.rows, bytes: this.#rowBytes }, before);
    }
    if (uses.length === Object.keys(this.#uses).length) {
      refuseNothing(this.#collector);
    }
  }

  /** Whether a generation holds what this import would write. */
  #isSame(before: Manifest): boolean {
    const { asOf, isDateNamed } = this.#source;
    return (
      before.format === FORMAT &&
      before.source.sha256 === this.#bytes.sha256() &&
      JSON.stringify(before.uses) === JSON.stringify(this.#uses) &&
      (isDateNamed !== true || before.asOf === asOf.toISOString())
    );
  }

  #write(): Manifest {
    const { edges, facts = [], name } = this.#description;
    const writer = new GenerationWriter(this.#folder);
    const lists: Record<string, ListsSummary> = {};
    const told: Record<string, FactsSummary> = {};
    try {
      for (const [kind, { forward, backward, from, to }] of edges.entries()) {
        const written = (direction: 'forward' | 'backward'): Omit<ListsSummary, 'from' | 'to'> => {
          const sorter = this.#collector.edges[kind];
          const unattributed = this.#collector.unattributed[kind]?.[direction];
          const summary = { unattributed, ...writer.writeLists((take) => sorter?.[direction](take)) };
          this.#lock.renew();
          return summary;
        };
        lists[forward] = { from, to, ...written('forward') };
        if (backward !== undefined) {
          lists[backward] = { from: to, to: from, ...written('backward') };
        }
      }
      for (const [kind, fact] of facts.entries()) {
        told[fact] = writer.writeFacts((take) => this.#collector.facts[kind]?.give(take));
        this.#lock.renew();
      }
    } finally {
      writer.close();
    }
    return this.#manifest(name, lists, told);
  }

  #manifest(name: string, lists: Manifest['lists'], facts: Manifest['facts']): Manifest {
    const now = (this.#options.now ?? (() => new Date()))();
    const { from, lastModified, etag, isSample, asOf } = this.#source;
    return {
      format: FORMAT,
      name,
      generation: generationName(now),
      source: {
        from,
        lastModified,
        etag,
        ...(isSample && { isSample }),
        bytes: this.#bytes.read,
        sha256: this.#bytes.sha256(),
      },
      asOf: asOf.toISOString(),
      importedAt: now.toISOString(),
      rows: this.#collector.rows,
      bytes: this.#rowBytes,
      skipped: this.#collector.skipped,
      lists,
      facts,
      uses: this.#uses,
    };
  }
}
