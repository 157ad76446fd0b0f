import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { Database, RootDatabase } from 'lmdb';

import { isSoundLmdbFile } from '../../stores/lmdb-check.js';
import { loadLmdb } from '../../stores/load-lmdb.js';
import { DamagedTableError, soundLength } from './checksum.js';
import { findOnPage, listsOnPage } from './list-page.js';
import { DATA, FORMAT, INDEX_KEY, type Manifest, readManifest } from './manifest.js';

const MAX_DATABASES = 64;

const NOTHING = Buffer.alloc(0);
/** Pages with one long list may be longer. */
const VIEWED = 1024;

/** The length of a value without its checksum. @throws DamagedTableError when it is not what was written under this key. */
type Check = (sealed: Uint8Array, key: number) => number;

/** The lists of one direction, to be looked up by their source. */
class Lists {
  readonly #pages: Database<Buffer, number>;
  /** The first source of each page. */
  readonly #firstSources: Uint32Array;
  readonly #check: Check;
  /** Views of the memory into which pages are read, by their lengths: to make one takes as long as to look into the page. */
  #views: (Buffer | undefined)[] = [];
  #viewed: ArrayBufferLike | undefined;

  constructor(pages: Database<Buffer, number>, firstSources: Uint32Array, check: Check) {
    this.#pages = pages;
    this.#check = check;
    this.#firstSources = firstSources;
  }

  get(source: number): Uint32Array | undefined {
    const page = this.#pageOf(source);
    if (page < 0) {
      return undefined;
    }
    const sealed = this.#read(page);
    return findOnPage(sealed, this.#firstSources[page] as number, source, this.#check(sealed, page));
  }

  *[Symbol.iterator](): Generator<[source: number, Uint32Array]> {
    for (let page = 0; page < this.#firstSources.length; page += 1) {
      yield* this.#listsOn(page);
    }
  }

  /** Sources from all over the lists, each at most once; all where there are not more. */
  sample(count: number, random: () => number): number[] {
    const pages = this.#firstSources.length;
    if (pages <= count) {
      return shuffled(
        [...this].map(([source]) => source),
        random,
      ).slice(0, count);
    }
    const chosen = new Set<number>();
    while (chosen.size < count) {
      const page = Math.floor(random() * pages);
      const sources = [...this.#listsOn(page)];
      const [source] = sources[Math.floor(random() * sources.length)] ?? [];
      if (source !== undefined) {
        chosen.add(source);
      }
    }
    return [...chosen];
  }

  check(): void {
    for (let page = 0; page < this.#firstSources.length; page += 1) {
      this.#check(this.#read(page), page);
    }
  }

  #listsOn(page: number): Generator<[source: number, Uint32Array]> {
    const sealed = Buffer.from(this.#read(page));
    return listsOnPage(sealed.subarray(0, this.#check(sealed, page)), this.#firstSources[page] as number);
  }

  /** The bytes of a page with their checksum, to be read before the next one. */
  #read(page: number): Buffer {
    const bytes = ifSound(() => this.#pages.getBinaryFast(page)) ?? NOTHING;
    if (bytes.buffer !== this.#viewed) {
      this.#views = [];
      this.#viewed = bytes.buffer;
    }
    // The length is true, but not what newer lines of Node take it for: they see all that lies behind it, too.
    const { length } = bytes;
    const known = this.#views[length];
    if (known?.byteOffset === bytes.byteOffset) {
      return known;
    }
    const view = Buffer.from(bytes.buffer, bytes.byteOffset, length);
    if (length < VIEWED) {
      this.#views[length] = view;
    }
    return view;
  }

  /** The last page whose first source is not greater, or -1. */
  #pageOf(source: number): number {
    const firsts = this.#firstSources;
    let low = 0;
    let high = firsts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((firsts[middle] as number) <= source) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }
}

/** An immutable generation of a table. Several processes may open it; look-ups are synchronous, in mapped memory. */
export class Generation {
  readonly manifest: Manifest;
  readonly #file: RootDatabase;
  readonly #lists = new Map<string, Lists>();
  readonly #facts = new Map<string, Database<Buffer, number>>();
  readonly #check: Check;

  private constructor(file: RootDatabase, manifest: Manifest) {
    this.#file = file;
    this.manifest = manifest;
    this.#check = (sealed, key) => {
      const length = soundLength(sealed, key);
      if (length === undefined) {
        throw new DamagedTableError(manifest.name, manifest.generation);
      }
      return length;
    };
    const index = file.openDB<Buffer, string>({ name: 'index', encoding: 'binary' });
    for (const name of Object.keys(manifest.lists)) {
      const firsts = this.#value(index.getBinary(name), INDEX_KEY);
      this.#lists.set(name, new Lists(this.#open(name), new Uint32Array(new Uint8Array(firsts).buffer), this.#check));
    }
    for (const name of Object.keys(manifest.facts)) {
      this.#facts.set(name, this.#open(name));
    }
  }

  /**
   * Opens a generation.
   *
   * @returns Undefined where it is gone, damaged, cut off, or of another format.
   * @throws DamagedTableError, as all look-ups do, where what is read is not what was written.
   */
  static open(tablesDir: string, name: string, generation: string): Generation | undefined {
    const manifest = readManifest(tablesDir, name, generation);
    const path = join(tablesDir, name, generation, DATA);
    if (manifest?.format !== FORMAT || !existsSync(path) || !isSoundLmdbFile(path)) {
      return undefined;
    }
    const file = loadLmdb('TABLES_DIR').open({
      path,
      noSubdir: true,
      readOnly: true,
      maxDbs: MAX_DATABASES,
      eventTurnBatching: false,
    });
    return new Generation(file, manifest);
  }

  has(lists: string): boolean {
    return this.#lists.has(lists);
  }

  /** The list of a source, descending; undefined where it is not in the table. */
  get(lists: string, source: number): Uint32Array | undefined {
    return this.#lists.get(lists)?.get(source);
  }

  /** All lists of one direction, in order of their sources. */
  all(lists: string): Iterable<[source: number, Uint32Array]> {
    return this.#lists.get(lists) ?? [];
  }

  /** Random sources; all where there are not more. `random` gives numbers from 0 to 1. */
  sample(lists: string, count: number, random: () => number = Math.random): number[] {
    return this.#lists.get(lists)?.sample(count, random) ?? [];
  }

  /** The text that is kept of a source; undefined where there is none. */
  fact(name: string, source: number): string | undefined {
    const sealed = ifSound(() => this.#facts.get(name)?.getBinary(source) ?? null);
    return sealed === null ? undefined : this.#value(sealed, source).toString();
  }

  /** All facts of one name, as JSON arrays, in order of their sources. */
  *allFacts(name: string): Generator<[source: number, text: string]> {
    for (const { key, value } of this.#facts.get(name)?.getRange() ?? []) {
      yield [key, this.#value(value, key).toString()];
    }
  }

  /** Reads all that it holds. @throws DamagedTableError where that is not what was written. */
  check(): void {
    for (const lists of this.#lists.values()) {
      lists.check();
    }
    for (const facts of this.#facts.values()) {
      for (const { key, value } of facts.getRange()) {
        this.#check(value, key);
      }
    }
  }

  async close(): Promise<void> {
    await this.#file.close();
  }

  #value(sealed: Buffer | undefined, key: number): Buffer {
    const value = sealed ?? NOTHING;
    return value.subarray(0, this.#check(value, key));
  }

  #open(name: string): Database<Buffer, number> {
    return this.#file.openDB<Buffer, number>({ name, encoding: 'binary', keyEncoding: 'uint32' });
  }
}

/** What LMDB reads; undefined, which no checksum is right for, where its own pages are damaged. */
function ifSound<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function shuffled<T>(values: readonly T[], random: () => number): T[] {
  return values
    .map((value) => ({ value, rank: random() }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ value }) => value);
}
