import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';

import { type Pairs, sortPairs } from './sort-pairs.js';

/** Pairs that are sorted in memory at once: 64 MB with the room to sort them. */
const MAX_IN_MEMORY = 4_194_304;
const FIRST_ROOM = 65_536;
/** Share of the pairs of each run that are in memory while runs are merged. */
const MERGE_SHARE = 1 / 64;
const BYTES = 4;

/** A sorted part of the pairs, in memory or in a file: first all firsts, then all seconds. */
interface Run {
  readonly length: number;
  readonly pairs?: Pairs;
  readonly file?: number;
}

/** Takes sorted pairs, a block at a time. */
export type TakePairs = (pairs: Pairs, length: number) => void;

/**
 * Sorts pairs of any number in both directions with bounded memory: parts are sorted in memory, written to files, and
 * merged. Pairs that occur several times come several times.
 */
export class PairSorter {
  readonly #folder: string;
  readonly #name: string;
  readonly #maxInMemory: number;
  #pairs: Pairs;
  #scratch = room(0);
  #length = 0;
  readonly #runs: Record<'forward' | 'backward', Run[]> = { forward: [], backward: [] };

  /**
   * @param folder - Where the files go, which are deleted with it.
   * @param name - Tells the files from those of other sorters.
   */
  constructor(folder: string, name: string, maxInMemory = MAX_IN_MEMORY) {
    this.#folder = folder;
    this.#name = name;
    this.#maxInMemory = maxInMemory;
    this.#pairs = room(Math.min(FIRST_ROOM, maxInMemory));
  }

  get isEmpty(): boolean {
    return this.#length === 0 && this.#runs.forward.length === 0;
  }

  add(first: number, second: number): void {
    const length = this.#length;
    if (length === this.#pairs.firsts.length) {
      if (length >= this.#maxInMemory) {
        this.#spill();
        this.add(first, second);
        return;
      }
      this.#pairs = grown(this.#pairs, Math.min(2 * length, this.#maxInMemory));
    }
    this.#pairs.firsts[length] = first;
    this.#pairs.seconds[length] = second;
    this.#length = length + 1;
  }

  /** Gives all pairs by their first member, then by their second. */
  forward(take: TakePairs): void {
    this.#give('forward', this.#pairs, take);
  }

  /** Gives all pairs as (second, first), by the second member, then by the first. */
  backward(take: TakePairs): void {
    this.#give('backward', { firsts: this.#pairs.seconds, seconds: this.#pairs.firsts }, take);
  }

  close(): void {
    for (const { file } of [...this.#runs.forward, ...this.#runs.backward]) {
      if (file !== undefined) {
        closeSync(file);
      }
    }
  }

  #give(direction: 'forward' | 'backward', rest: Pairs, take: TakePairs): void {
    this.#sort(rest);
    const runs = [...this.#runs[direction], { length: this.#length, pairs: rest }];
    if (runs.length === 1) {
      take(rest, this.#length);
    } else {
      merge(runs, Math.ceil(this.#maxInMemory * MERGE_SHARE), take);
    }
  }

  #spill(): void {
    this.#sort(this.#pairs);
    this.#runs.forward.push(this.#write('forward', this.#pairs));
    const turned = { firsts: this.#pairs.seconds, seconds: this.#pairs.firsts };
    this.#sort(turned);
    this.#runs.backward.push(this.#write('backward', turned));
    this.#length = 0;
  }

  #sort(pairs: Pairs): void {
    if (this.#scratch.firsts.length < this.#length) {
      this.#scratch = room(pairs.firsts.length);
    }
    sortPairs(pairs, this.#length, this.#scratch);
  }

  #write(direction: 'forward' | 'backward', { firsts, seconds }: Pairs): Run {
    const file = openSync(join(this.#folder, `${this.#name}-${direction}-${this.#runs[direction].length}`), 'w+');
    const length = this.#length;
    writeWhole(file, firsts.subarray(0, length));
    writeWhole(file, seconds.subarray(0, length));
    return { length, file };
  }
}

/**
 * Merges by blocks: all pairs up to the least last pair of a block are certain to come before all that were not read,
 * so they are sorted together, which costs less than a comparison for each pair and run.
 */
function merge(runs: readonly Run[], block: number, take: TakePairs): void {
  const readers = runs.map((run) => new RunReader(run, block));
  const buffer = room(runs.length * block);
  const scratch = room(runs.length * block);
  for (;;) {
    const open = readers.filter((reader) => reader.fill());
    const [shortest, ...others] = open;
    if (!shortest) {
      return;
    }
    let last = shortest.last;
    for (const other of others) {
      last = isBefore(other.last, last) ? other.last : last;
    }
    let length = 0;
    for (const reader of open) {
      length = reader.moveUpTo(last, buffer, length);
    }
    sortPairs(buffer, length, scratch);
    take(buffer, length);
  }
}

type Pair = readonly [first: number, second: number];

function isBefore(a: Pair, b: Pair): boolean {
  return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
}

/** Reads one run, a block at a time. */
class RunReader {
  readonly #run: Run;
  readonly #size: number;
  #block: Pairs;
  #read = 0;
  #start = 0;
  #end = 0;

  /** @param size - Pairs of a block. */
  constructor(run: Run, size: number) {
    this.#run = run;
    this.#size = size;
    this.#block = run.pairs ?? room(size);
  }

  /** Reads the next block, if the last one has been used up. @returns Whether there are pairs. */
  fill(): boolean {
    if (this.#start < this.#end) {
      return true;
    }
    const { length, file, pairs } = this.#run;
    const count = Math.min(this.#size, length - this.#read);
    if (pairs) {
      this.#block = {
        firsts: pairs.firsts.subarray(this.#read, this.#read + count),
        seconds: pairs.seconds.subarray(this.#read, this.#read + count),
      };
    } else if (file !== undefined && count > 0) {
      readWhole(file, this.#block.firsts.subarray(0, count), BYTES * this.#read);
      readWhole(file, this.#block.seconds.subarray(0, count), BYTES * (length + this.#read));
    }
    this.#read += count;
    this.#start = 0;
    this.#end = count;
    return count > 0;
  }

  /** The last pair of the block. */
  get last(): Pair {
    return this.#at(this.#end - 1);
  }

  /** Moves all pairs that do not come after `last`. @returns The end of what the buffer then holds. */
  moveUpTo(last: Pair, buffer: Pairs, at: number): number {
    const start = this.#start;
    let low = start;
    let high = this.#end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isBefore(last, this.#at(middle))) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    buffer.firsts.set(this.#block.firsts.subarray(start, low), at);
    buffer.seconds.set(this.#block.seconds.subarray(start, low), at);
    this.#start = low;
    return at + low - start;
  }

  #at(place: number): Pair {
    return [this.#block.firsts[place] as number, this.#block.seconds[place] as number];
  }
}

function room(length: number): Pairs {
  return { firsts: new Uint32Array(length), seconds: new Uint32Array(length) };
}

function grown({ firsts, seconds }: Pairs, length: number): Pairs {
  const larger = room(length);
  larger.firsts.set(firsts);
  larger.seconds.set(seconds);
  return larger;
}

function writeWhole(file: number, numbers: Uint32Array): void {
  const bytes = Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  for (let written = 0; written < bytes.length;) {
    written += writeSync(file, bytes, written);
  }
}

function readWhole(file: number, numbers: Uint32Array, position: number): void {
  const bytes = Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  for (let read = 0; read < bytes.length;) {
    const count = readSync(file, bytes, read, bytes.length - read, position + read);
    if (count === 0) {
      throw new Error('A temporary file of the import was cut off. Check the disk and import again.');
    }
    read += count;
  }
}
