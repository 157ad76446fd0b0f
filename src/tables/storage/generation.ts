import { join } from 'node:path';

import type { Database, RootDatabase } from 'lmdb';

import { isSoundLmdbFile } from '../../stores/lmdb-check.js';
import { loadLmdb } from '../../stores/load-lmdb.js';
import { findOnPage, listsOnPage } from './list-page.js';
import { DATA, FORMAT, type Manifest, readManifest } from './manifest.js';

const MAX_DATABASES = 64;

/** The lists of one direction, to be looked up by their source. */
class Lists {
  readonly #pages: Database<Buffer, number>;
  /** The first source of each page. */
  readonly #firstSources: Uint32Array;

  constructor(pages: Database<Buffer, number>, firstSources: Uint32Array) {
    this.#pages = pages;
    this.#firstSources = firstSources;
  }

  get(source: number): Uint32Array | undefined {
    const page = this.#pageOf(source);
    return page < 0 ? undefined : findOnPage(this.#read(page), this.#firstSources[page] as number, source);
  }

  *[Symbol.iterator](): Generator<[source: number, Uint32Array]> {
    for (let page = 0; page < this.#firstSources.length; page += 1) {
      yield* listsOnPage(Buffer.from(this.#read(page)), this.#firstSources[page] as number);
    }
  }

  /** Sources from all over the lists, each at most once; all where there are not more. */
  sample(count: number): number[] {
    const pages = this.#firstSources.length;
    if (pages <= count) {
      return shuffled([...this].map(([source]) => source)).slice(0, count);
    }
    const chosen = new Set<number>();
    while (chosen.size < count) {
      const page = Math.floor(Math.random() * pages);
      const sources = [...listsOnPage(Buffer.from(this.#read(page)), this.#firstSources[page] as number)];
      const [source] = sources[Math.floor(Math.random() * sources.length)] ?? [];
      if (source !== undefined) {
        chosen.add(source);
      }
    }
    return [...chosen];
  }

  /** The bytes of a page, to be read before the next one. */
  #read(page: number): Buffer {
    const bytes = this.#pages.getBinaryFast(page);
    if (!bytes) {
      throw new Error(`Page ${page} is missing.`);
    }
    // Its length is true, but not what newer lines of Node take it for: they see all that lies behind it, too.
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
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

  private constructor(file: RootDatabase, manifest: Manifest) {
    this.#file = file;
    this.manifest = manifest;
    const index = file.openDB<Buffer, string>({ name: 'index', encoding: 'binary' });
    for (const name of Object.keys(manifest.lists)) {
      const firsts = index.get(name);
      if (!firsts) {
        throw new Error(`The lists ${name} are missing.`);
      }
      this.#lists.set(
        name,
        new Lists(this.#open(name), new Uint32Array(new Uint8Array(firsts.subarray(0, firsts.length)).buffer)),
      );
    }
    for (const name of Object.keys(manifest.facts)) {
      this.#facts.set(name, this.#open(name));
    }
  }

  /**
   * Opens a generation.
   *
   * @returns Undefined where it is gone, cut off, or of another format.
   */
  static open(tablesDir: string, name: string, generation: string): Generation | undefined {
    const manifest = readManifest(tablesDir, name, generation);
    const path = join(tablesDir, name, generation, DATA);
    if (manifest?.format !== FORMAT || !isSoundLmdbFile(path)) {
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

  /** Random sources; all where there are not more. */
  sample(lists: string, count: number): number[] {
    return this.#lists.get(lists)?.sample(count) ?? [];
  }

  /** The text that is kept of a source; undefined where there is none. */
  fact(name: string, source: number): string | undefined {
    return this.#facts.get(name)?.getBinary(source)?.toString();
  }

  /** All facts of one name, as JSON arrays, in order of their sources. */
  *allFacts(name: string): Generator<[source: number, text: string]> {
    for (const { key, value } of this.#facts.get(name)?.getRange() ?? []) {
      yield [key, value.toString()];
    }
  }

  async close(): Promise<void> {
    await this.#file.close();
  }

  #open(name: string): Database<Buffer, number> {
    return this.#file.openDB<Buffer, number>({ name, encoding: 'binary', keyEncoding: 'uint32' });
  }
}

function shuffled<T>(values: readonly T[]): T[] {
  return values
    .map((value) => ({ value, rank: Math.random() }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ value }) => value);
}
