import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { DamagedTableError } from './checksum.js';
import { factsOnPage, findFact } from './fact-page.js';
import { findOnPage, listsOnPage } from './list-page.js';
import { DATA, FORMAT, type Manifest, readManifest } from './manifest.js';
import { PageFile, type Pages } from './page-file.js';

/** The lists of one direction, to be looked up by their source. */
class Lists {
  readonly pages: Pages;

  constructor(pages: Pages) {
    this.pages = pages;
  }

  get(source: number): Uint32Array | undefined {
    const page = this.pages.pageOf(source);
    return page < 0 ? undefined : findOnPage(this.pages.read(page), this.pages.firstSource(page), source);
  }

  *[Symbol.iterator](): Generator<[source: number, Uint32Array]> {
    for (let page = 0; page < this.pages.count; page += 1) {
      yield* this.#listsOn(page);
    }
  }

  /** Sources from all over the lists, each at most once; all where there are not more. */
  sample(count: number, random: () => number): number[] {
    const pages = this.pages.count;
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

  #listsOn(page: number): Generator<[source: number, Uint32Array]> {
    return listsOnPage(this.pages.copy(page), this.pages.firstSource(page));
  }
}

/**
 * An immutable generation of a table. Several processes may open it; look-ups are synchronous.
 *
 * @throws DamagedTableError, from all look-ups, where what is read is not what was written.
 */
export class Generation {
  readonly manifest: Manifest;
  readonly #file: PageFile;
  readonly #lists = new Map<string, Lists>();
  readonly #facts = new Map<string, Pages>();

  private constructor(file: PageFile, manifest: Manifest) {
    this.#file = file;
    this.manifest = manifest;
    for (const [name, { index }] of Object.entries(manifest.lists)) {
      this.#lists.set(name, new Lists(file.pages(index)));
    }
    for (const [name, { index }] of Object.entries(manifest.facts)) {
      this.#facts.set(name, file.pages(index));
    }
  }

  /**
   * Opens a generation.
   *
   * @returns Undefined where it is gone, or of another format.
   * @throws DamagedTableError where it is damaged or cut off.
   */
  static open(tablesDir: string, name: string, generation: string): Generation | undefined {
    const manifest = readManifest(tablesDir, name, generation);
    const path = join(tablesDir, name, generation, DATA);
    if (manifest?.format !== FORMAT || !existsSync(path)) {
      return undefined;
    }
    const file = new PageFile(path, () => new DamagedTableError(name, generation));
    try {
      return new Generation(file, manifest);
    } catch (error) {
      file.close();
      throw error;
    }
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
    const pages = this.#facts.get(name);
    const page = pages?.pageOf(source) ?? -1;
    return pages && page >= 0 ? findFact(pages.copy(page), source) : undefined;
  }

  /** All facts of one name, as JSON arrays, in order of their sources. */
  *allFacts(name: string): Generator<[source: number, text: string]> {
    const pages = this.#facts.get(name);
    for (let page = 0; page < (pages?.count ?? 0); page += 1) {
      yield* factsOnPage((pages as Pages).copy(page));
    }
  }

  /** Reads all that it holds. @throws DamagedTableError where that is not what was written. */
  check(): void {
    for (const pages of [...[...this.#lists.values()].map((lists) => lists.pages), ...this.#facts.values()]) {
      pages.check();
    }
  }

  close(): void {
    this.#file.close();
  }
}

function shuffled<T>(values: readonly T[], random: () => number): T[] {
  return values
    .map((value) => ({ value, rank: random() }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ value }) => value);
}
