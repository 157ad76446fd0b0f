import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';

import { PairSorter } from '../sorting/pair-sorter.js';

/** Facts begin at multiples of this, so that a number of 32 bits names the place of each in a file of 32 GB. */
const ALIGNMENT = 8;
const WRITE_BYTES = 1024 * 1024;
const LENGTH_BYTES = 4;
const READ_BYTES = 256 * 1024;

/** Facts by source, of any number: they wait in a file, in the order in which they came, and are sorted by their places. */
export class FactSpool {
  readonly #file: number;
  readonly #places: PairSorter;
  #waiting: Buffer[] = [];
  #waitingBytes = 0;
  #end = 0;

  constructor(folder: string, name: string) {
    this.#file = openSync(join(folder, name), 'w+');
    this.#places = new PairSorter(folder, name);
  }

  get isEmpty(): boolean {
    return this.#places.isEmpty;
  }

  add(source: number, fact: unknown): void {
    const text = Buffer.from(JSON.stringify(fact));
    const padded = Math.ceil((LENGTH_BYTES + text.length) / ALIGNMENT) * ALIGNMENT;
    const entry = Buffer.alloc(padded);
    entry.writeUInt32LE(text.length);
    text.copy(entry, LENGTH_BYTES);
    this.#places.add(source, (this.#end + this.#waitingBytes) / ALIGNMENT);
    this.#waiting.push(entry);
    this.#waitingBytes += padded;
    if (this.#waitingBytes > WRITE_BYTES) {
      this.#flush();
    }
  }

  /**
   * Gives the facts of each source as a JSON array, without repetitions, in the order in which they came.
   *
   * @param take - Called in ascending order of sources.
   */
  give(take: (source: number, text: string) => void): void {
    this.#flush();
    const reader = new SpoolReader(this.#file, this.#end);
    let source = -1;
    let facts = new Set<string>();
    const end = (): void => {
      if (facts.size > 0) {
        take(source, `[${[...facts].join(',')}]`);
      }
      facts = new Set();
    };
    this.#places.forward(({ firsts, seconds }, length) => {
      for (let i = 0; i < length; i += 1) {
        const next = firsts[i] as number;
        if (next !== source) {
          end();
          source = next;
        }
        facts.add(reader.read((seconds[i] as number) * ALIGNMENT));
      }
    });
    end();
  }

  close(): void {
    closeSync(this.#file);
    this.#places.close();
  }

  #flush(): void {
    const bytes = Buffer.concat(this.#waiting);
    for (let written = 0; written < bytes.length;) {
      written += writeSync(this.#file, bytes, written, bytes.length - written, this.#end + written);
    }
    this.#end += bytes.length;
    this.#waiting = [];
    this.#waitingBytes = 0;
  }
}

/** Reads facts at their places, which mostly follow each other. */
class SpoolReader {
  readonly #file: number;
  readonly #end: number;
  #block: Buffer = Buffer.alloc(0);
  #start = 0;

  constructor(file: number, end: number) {
    this.#file = file;
    this.#end = end;
  }

  read(place: number): string {
    const length = this.#bytes(place, LENGTH_BYTES).readUInt32LE();
    return this.#bytes(place + LENGTH_BYTES, length).toString();
  }

  #bytes(place: number, length: number): Buffer {
    if (place < this.#start || place + length > this.#start + this.#block.length) {
      this.#start = place;
      this.#block = Buffer.alloc(Math.min(Math.max(READ_BYTES, length), this.#end - place));
      for (let read = 0; read < this.#block.length;) {
        const count = readSync(this.#file, this.#block, read, this.#block.length - read, place + read);
        if (count === 0) {
          throw new Error('A temporary file of the import was cut off. Check the disk and import again.');
        }
        read += count;
      }
    }
    return this.#block.subarray(place - this.#start, place - this.#start + length);
  }
}
