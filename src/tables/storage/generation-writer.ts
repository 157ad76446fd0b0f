import { closeSync, fsyncSync, openSync } from 'node:fs';
import { join } from 'node:path';

import type { Database, RootDatabase } from 'lmdb';

import { requireRoom } from '../../stores/disk-room.js';
import { loadLmdb } from '../../stores/load-lmdb.js';
import type { TakePairs } from '../sorting/pair-sorter.js';
import { withChecksum } from './checksum.js';
import { PageWriter } from './list-page.js';
import { DATA, INCOMPLETE, INDEX_KEY } from './manifest.js';

/** Pages in one transaction: 8 MB. */
const PAGES_AT_ONCE = 4096;
const MAX_DATABASES = 64;
const FIRST_ROOM = 1024;

/** Gives pairs that are sorted by their first member, then by their second. */
export type SortedPairs = (take: TakePairs) => void;

/** Gives a text for each source, in ascending order of sources. */
export type GiveFacts = (take: (source: number, text: string) => void) => void;

/** Writes the data of one generation: an environment of LMDB that never changes afterwards. */
export class GenerationWriter {
  readonly #folder: string;
  readonly #file: RootDatabase;

  /** @throws Error when the package lmdb is not installed, or the disk is full. */
  constructor(folder: string) {
    requireRoom(folder);
    this.#folder = folder;
    this.#file = loadLmdb('entrez-graph tables').open({
      path: join(folder, DATA),
      noSubdir: true,
      maxDbs: MAX_DATABASES,
      noSync: true,
      eventTurnBatching: false,
    });
  }

  /** Writes the lists of one direction: the members of each source, without repetitions. */
  writeLists(name: string, pairs: SortedPairs): { readonly sources: number; readonly edges: number } {
    const pages = this.#file.openDB<Buffer, number>({ name, encoding: 'binary', keyEncoding: 'uint32' });
    const lists = new ListWriter((batch, start) => {
      this.#write(pages, batch, start);
    });
    pairs((block, length) => {
      lists.add(block.firsts, block.seconds, length);
    });
    const { sources, edges, firstSources } = lists.end();
    const index = this.#file.openDB<Buffer, string>({ name: 'index', encoding: 'binary' });
    this.#file.transactionSync(() => {
      const { buffer, byteOffset, byteLength } = firstSources;
      index.putSync(name, withChecksum(new Uint8Array(buffer, byteOffset, byteLength), INDEX_KEY));
    });
    return { sources, edges };
  }

  /** Writes one text for each source. */
  writeFacts(name: string, give: GiveFacts): { readonly sources: number } {
    const database = this.#file.openDB<Buffer, number>({ name, encoding: 'binary', keyEncoding: 'uint32' });
    let sources = 0;
    let batch: (readonly [number, Buffer])[] = [];
    const write = (): void => {
      this.#put(database, batch);
      sources += batch.length;
      batch = [];
    };
    give((source, text) => {
      batch.push([source, Buffer.from(text)]);
      if (batch.length === PAGES_AT_ONCE) {
        write();
      }
    });
    write();
    return { sources };
  }

  /** Ends once all is on the disk. */
  async close(): Promise<void> {
    await this.#file.close();
    const file = openSync(join(this.#folder, DATA), 'r');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }

  #write(database: Database<Buffer, number>, pages: readonly Buffer[], start: number): void {
    this.#put(
      database,
      pages.map((page, offset) => [start + offset, page] as const),
    );
  }

  #put(database: Database<Buffer, number>, entries: readonly (readonly [number, Buffer])[]): void {
    requireRoom(
      this.#folder,
      entries.reduce((sum, [, value]) => sum + value.length, 0),
    );
    this.#file.transactionSync(() => {
      for (const [key, value] of entries) {
        database.putSync(key, withChecksum(value, key), { append: true });
      }
    });
  }
}

/** Makes lists of sorted pairs, and pages of lists. */
class ListWriter {
  readonly #write: (pages: readonly Buffer[], start: number) => void;
  readonly #page = new PageWriter();
  #pages: Buffer[] = [];
  #written = 0;
  #firstSources: Uint32Array = new Uint32Array(FIRST_ROOM);
  #source = -1;
  #members: Uint32Array = new Uint32Array(FIRST_ROOM);
  #count = 0;
  #sources = 0;
  #edges = 0;

  constructor(write: (pages: readonly Buffer[], start: number) => void) {
    this.#write = write;
  }

  add(sources: Uint32Array, members: Uint32Array, length: number): void {
    for (let i = 0; i < length; i += 1) {
      const source = sources[i] as number;
      const member = members[i] as number;
      if (source === INCOMPLETE) {
        // Of the other direction.
        continue;
      }
      if (source !== this.#source) {
        this.#endList();
        this.#source = source;
      } else if (member === this.#members[this.#count - 1]) {
        continue;
      }
      if (this.#count === this.#members.length) {
        this.#members = enlarged(this.#members);
      }
      this.#members[this.#count] = member;
      this.#count += 1;
    }
  }

  end(): { readonly sources: number; readonly edges: number; readonly firstSources: Uint32Array } {
    this.#endList();
    if (!this.#page.isEmpty) {
      this.#endPage();
    }
    this.#flush();
    return { sources: this.#sources, edges: this.#edges, firstSources: this.#firstSources.slice(0, this.#written) };
  }

  #endList(): void {
    if (this.#count === 0) {
      return;
    }
    if (!this.#page.add(this.#source, this.#members, this.#count)) {
      this.#endPage();
      this.#page.add(this.#source, this.#members, this.#count);
    }
    this.#sources += 1;
    this.#edges += this.#members[0] === INCOMPLETE ? this.#count - 1 : this.#count;
    this.#count = 0;
  }

  #endPage(): void {
    const place = this.#written + this.#pages.length;
    if (place === this.#firstSources.length) {
      this.#firstSources = enlarged(this.#firstSources);
    }
    this.#firstSources[place] = this.#page.firstSource;
    this.#pages.push(Buffer.from(this.#page.take()));
    if (this.#pages.length === PAGES_AT_ONCE) {
      this.#flush();
    }
  }

  #flush(): void {
    this.#write(this.#pages, this.#written);
    this.#written += this.#pages.length;
    this.#pages = [];
  }
}

function enlarged(numbers: Uint32Array): Uint32Array {
  const larger = new Uint32Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
}
