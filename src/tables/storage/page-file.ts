import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';

import { TableError } from '../table-error.js';
import { CHECKSUM_BYTES, isSound, seal } from './checksum.js';
import { enlarged } from './enlarged.js';
import { KeptPages, NOTHING, type PageView } from './kept-pages.js';

/** Pages begin at multiples of this, so that a number of 32 bits names the place of each in a file of 32 GB. */
const ALIGNMENT = 8;
const MAX_PLACE = 0xff_ff_ff_ff;
const WRITE_BYTES = 1024 * 1024;
const FIRST_ROOM = 1024;
const NUMBER_BYTES = 4;
const STEP = 128;

/** Where the index of some pages is: the first source of each, then the place of each, then where the last one ends. */
export interface PageIndex {
  readonly pages: number;
  readonly place: number;
}

/** Writes pages one behind the other. Behind each are zeros, so that its end is aligned, and its checksum. */
export class PageFileWriter {
  readonly #file: number;
  #buffer = Buffer.allocUnsafe(WRITE_BYTES);
  #waiting = 0;
  #written = 0;

  constructor(path: string) {
    this.#file = openSync(path, 'wx');
  }

  /** Where the next page will be. @throws TableError when the file is too large. */
  get place(): number {
    const place = (this.#written + this.#waiting) / ALIGNMENT;
    if (place > MAX_PLACE) {
      throw new TableError('The table takes more than 32 GB. This version cannot import it.');
    }
    return place;
  }

  add(page: Uint8Array): void {
    const { place } = this;
    const size = sealedSize(page.length);
    if (this.#waiting + size > this.#buffer.length) {
      this.#flush();
      this.#buffer = size > this.#buffer.length ? Buffer.allocUnsafe(size) : this.#buffer;
    }
    const sealed = this.#buffer.subarray(this.#waiting, this.#waiting + size);
    sealed.set(page);
    sealed.fill(0, page.length);
    seal(sealed, place);
    this.#waiting += size;
  }

  /** Ends once all is on the disk. */
  close(): void {
    try {
      this.#flush();
      fsyncSync(this.#file);
    } finally {
      closeSync(this.#file);
    }
  }

  #flush(): void {
    for (let written = 0; written < this.#waiting;) {
      written += writeSync(this.#file, this.#buffer, written, this.#waiting - written);
    }
    this.#written += this.#waiting;
    this.#waiting = 0;
  }
}

/** Writes the pages of one direction, or of one name of facts, and then their index. */
export class PagesWriter {
  readonly #file: PageFileWriter;
  #firstSources: Uint32Array = new Uint32Array(FIRST_ROOM);
  #places: Uint32Array = new Uint32Array(FIRST_ROOM);
  #pages = 0;

  constructor(file: PageFileWriter) {
    this.#file = file;
  }

  /** @param firstSource - Greater than all sources of the pages before. */
  add(firstSource: number, page: Uint8Array): void {
    if (this.#pages === this.#places.length - 1) {
      this.#firstSources = enlarged(this.#firstSources);
      this.#places = enlarged(this.#places);
    }
    this.#firstSources[this.#pages] = firstSource;
    this.#places[this.#pages] = this.#file.place;
    this.#file.add(page);
    this.#pages += 1;
  }

  end(): PageIndex {
    const { place } = this.#file;
    const pages = this.#pages;
    this.#places[pages] = place;
    const index = new Uint32Array(2 * pages + 1);
    index.set(this.#firstSources.subarray(0, pages));
    index.set(this.#places.subarray(0, pages + 1), pages);
    this.#file.add(new Uint8Array(index.buffer));
    return { pages, place };
  }
}

/** A file of pages that never changes. Nothing of it is mapped: a file that is cut off is an error, not the end of the process. */
export class PageFile {
  readonly #damaged: () => Error;
  #file: number;

  /** @param damaged - Makes what is thrown where a page cannot be read, or is not what was written. */
  constructor(path: string, damaged: () => Error) {
    this.#damaged = damaged;
    this.#file = openSync(path, 'r');
  }

  /** Opens the pages of an index. */
  pages(index: PageIndex): Pages {
    const numbers = 2 * index.pages + 1;
    const bytes = Buffer.alloc(sealedSize(NUMBER_BYTES * numbers));
    this.read(bytes, 0, bytes.length, index.place);
    if (!isSound(bytes, index.place)) {
      throw this.#damaged();
    }
    return new Pages(this, new Uint32Array(bytes.buffer, bytes.byteOffset, numbers), this.#damaged);
  }

  /** Reads bytes at a place into a buffer. */
  read(buffer: Buffer, start: number, length: number, place: number): void {
    let read: number;
    try {
      read = readSync(this.#file, buffer, start, length, place * ALIGNMENT);
    } catch (error) {
      throw Object.assign(this.#damaged(), { cause: error });
    }
    if (read !== length) {
      throw this.#damaged();
    }
  }

  close(): void {
    const file = this.#file;
    this.#file = -1;
    if (file >= 0) {
      closeSync(file);
    }
  }
}

/** Pages in order of their sources. */
export class Pages {
  readonly #file: PageFile;
  readonly #damaged: () => Error;
  readonly #firstSources: Uint32Array;
  /** Every 128th of these: to search them all takes long where they are not in the cache of the processor. */
  readonly #steps: Uint32Array;
  readonly #places: Uint32Array;
  readonly #kept = new KeptPages();
  readonly #view: PageView = { bytes: NOTHING, start: 0, end: 0 };
  readonly count: number;

  constructor(file: PageFile, index: Uint32Array, damaged: () => Error) {
    this.#file = file;
    this.#damaged = damaged;
    this.count = (index.length - 1) / 2;
    this.#firstSources = index.subarray(0, this.count);
    this.#steps = Uint32Array.from({ length: Math.ceil(this.count / STEP) }, (_, i) => index[i * STEP] as number);
    this.#places = index.subarray(this.count);
  }

  firstSource(page: number): number {
    return this.#firstSources[page] as number;
  }

  /** The last page whose first source is not greater, or -1. */
  pageOf(source: number): number {
    const start = Math.max(0, (countUpTo(this.#steps, source, 0, this.#steps.length) - 1) * STEP);
    return countUpTo(this.#firstSources, source, start, Math.min(start + STEP, this.count)) - 1;
  }

  /** Reads a page. @returns The same object for each page. */
  read(page: number): PageView {
    const place = this.#places[page] as number;
    const size = ALIGNMENT * ((this.#places[page + 1] as number) - place);
    const view = this.#view;
    if (!this.#kept.find(view, page, size)) {
      this.#file.read(view.bytes, view.start, size, place);
      if (!isSound(view.bytes.subarray(view.start, view.start + size), place)) {
        throw this.#damaged();
      }
      this.#kept.keep(view, page);
    }
    view.end = view.start + size - CHECKSUM_BYTES;
    return view;
  }

  /** A page that may be used after others are read. */
  copy(page: number): Buffer {
    const { bytes, start, end } = this.read(page);
    return Buffer.from(bytes.subarray(start, end));
  }

  /** @throws What the file throws where a page is not what was written. */
  check(): void {
    for (let page = 0; page < this.count; page += 1) {
      this.read(page);
    }
  }
}

/** How many ascending numbers are not greater than one, if those before `start` are not, and those from `stop` on are. */
function countUpTo(numbers: Uint32Array, limit: number, start: number, stop: number): number {
  let low = start;
  let high = stop;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] as number) <= limit) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

function sealedSize(length: number): number {
  return Math.ceil((length + CHECKSUM_BYTES) / ALIGNMENT) * ALIGNMENT;
}
