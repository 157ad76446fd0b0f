import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

import { requireFile } from './lmdb-file.js';
import { readSnapshot, readTree, type Snapshot, type Tree, TREE_BYTES } from './lmdb-format.js';

/** A page begins with its number; of an overflow page, the number of pages stands where others have two bounds. */
const PAGE = { number: 0, flags: 18, lower: 20, upper: 22, pages: 20 } as const;
const PAGE_HEAD = 24;
const BRANCH = 1;
const LEAF = 2;
const OVERFLOW = 4;
/** Set while a page is being written; it may stay. */
const TRANSIENT = 0x20_00;
const NODE_HEAD = 8;
const BIG_DATA = 1;
const SUB_TREE = 2;
/** Trees of this project have no duplicates: these flags are for those. */
const DUPLICATES = 0x74;
const INTEGER_KEYS = 8;
const NO_ROOT = 0xff_ff_ff_ff_ff_ff_ff_ffn;
const FIRST_PAGE = 2;
const MAX_DEPTH = 32;
/** How often a file is looked at that another process changes meanwhile. */
const MAX_LOOKS = 5;

/** Leaves this file as soon as something is not as it must be. */
class Damage extends Error {}

interface Node {
  readonly key: Buffer;
  readonly flags: number;
  /** Bytes of the data. */
  readonly size: number;
  /** The data, or where they are. */
  readonly data: Buffer;
}

/**
 * Whether an LMDB file can be opened, read and written. LMDB trusts its file, and the process ends (SIGSEGV) where a
 * page is not as it must be: so each page is looked at before, except those that only hold data. A file that does not
 * exist is sound.
 *
 * @throws Error when it is a folder, a pipe or a device.
 */
export function isSoundLmdbFile(path: string): boolean {
  requireFile(path);
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return true;
  }
  try {
    for (let looks = 1; ; looks += 1) {
      const snapshot = readSnapshot(file);
      const isSound = snapshot !== undefined && new Check(file, snapshot).isSound();
      // Pages of an older snapshot are written anew, and those who write a file have found it sound.
      if (isSound || snapshot?.transaction === readSnapshot(file)?.transaction) {
        return isSound;
      }
      if (looks === MAX_LOOKS) {
        return true;
      }
    }
  } finally {
    closeSync(file);
  }
}

class Check {
  readonly #file: number;
  readonly #snapshot: Snapshot;
  readonly #pageSize: number;
  /** The pages that something refers to, a bit each. */
  #seen = new Uint8Array(0);
  #counts = { branches: 0, leaves: 0, overflow: 0, entries: 0 };

  constructor(file: number, snapshot: Snapshot) {
    this.#file = file;
    this.#snapshot = snapshot;
    this.#pageSize = snapshot.pageSize;
  }

  isSound(): boolean {
    const { lastPage, main, free } = this.#snapshot;
    if (!((lastPage + 1) * this.#pageSize <= fstatSync(this.#file).size)) {
      return false;
    }
    this.#seen = new Uint8Array((lastPage >>> 3) + 1);
    try {
      const trees: Tree[] = [];
      this.#walk(main, ({ flags, size, data }) => {
        require(flags !== SUB_TREE || size === TREE_BYTES);
        if (flags === SUB_TREE) {
          trees.push(readTree(data));
        }
      });
      for (const tree of trees) {
        this.#walk(tree, ({ flags }) => {
          require(flags !== SUB_TREE);
        });
      }
      this.#walk(free, (node) => {
        require(node.flags !== SUB_TREE);
        this.#claimFree(node);
      });
      return true;
    } catch (error) {
      if (error instanceof Damage) {
        return false;
      }
      throw error;
    }
  }

  #walk(tree: Tree, visit: (node: Node) => void): void {
    require(
      (tree.flags & DUPLICATES) === 0 && tree.depth <= MAX_DEPTH && (tree.root === NO_ROOT) === (tree.depth === 0),
    );
    this.#counts = { branches: 0, leaves: 0, overflow: 0, entries: 0 };
    if (tree.root !== NO_ROOT) {
      this.#visit(Number(tree.root), tree.depth, (node) => {
        const { length } = node.key;
        require((tree.flags & INTEGER_KEYS) === 0 || length === 4 || length === 8);
        this.#counts.entries += 1;
        if (node.flags === BIG_DATA) {
          this.#claimOverflow(node);
        }
        visit(node);
      });
    }
    for (const name of ['branches', 'leaves', 'overflow', 'entries'] as const) {
      require(this.#counts[name] === tree[name]);
    }
  }

  #visit(number: number, height: number, visit: (node: Node) => void): void {
    this.#claim(number, 1);
    const page = this.#read(number, 0, this.#pageSize);
    const isLeaf = height === 1;
    const [lower, upper] = [page.readUInt16LE(PAGE.lower), page.readUInt16LE(PAGE.upper)];
    require(Number(page.readBigUInt64LE(PAGE.number)) === number);
    require((page.readUInt16LE(PAGE.flags) & ~TRANSIENT) === (isLeaf ? LEAF : BRANCH));
    require(lower % 2 === 0 && lower > 0 && lower <= upper && PAGE_HEAD + upper <= this.#pageSize);
    this.#counts[isLeaf ? 'leaves' : 'branches'] += 1;
    for (let index = 0; index < lower / 2; index += 1) {
      const at = PAGE_HEAD + page.readUInt16LE(PAGE_HEAD + 2 * index);
      require(at >= PAGE_HEAD + upper && at + NODE_HEAD <= this.#pageSize);
      if (isLeaf) {
        visit(this.#nodeAt(page, at));
      } else {
        require(at + NODE_HEAD + page.readUInt16LE(at + 6) <= this.#pageSize);
        this.#visit(page.readUIntLE(at, 6), height - 1, visit);
      }
    }
  }

  #nodeAt(page: Buffer, at: number): Node {
    const size = page.readUInt32LE(at);
    const flags = page.readUInt16LE(at + 4);
    const start = at + NODE_HEAD + page.readUInt16LE(at + 6);
    const end = start + (flags === BIG_DATA ? 8 : size);
    require((flags === 0 || flags === BIG_DATA || flags === SUB_TREE) && start > at + NODE_HEAD && end <= page.length);
    return { key: page.subarray(at + NODE_HEAD, start), flags, size, data: page.subarray(start, end) };
  }

  #claimOverflow({ size, data }: Node): void {
    const number = Number(data.readBigUInt64LE());
    const head = this.#read(number, 0, PAGE_HEAD);
    // A value that became shorter leaves pages behind it.
    const pages = head.readUInt32LE(PAGE.pages);
    require(Number(head.readBigUInt64LE(PAGE.number)) === number);
    require((head.readUInt16LE(PAGE.flags) & ~TRANSIENT) === OVERFLOW && PAGE_HEAD + size <= pages * this.#pageSize);
    this.#claim(number, pages);
    this.#counts.overflow += pages;
  }

  /** Pages that are free: their number, then each, or less than none for the length of a row that begins at the next. */
  #claimFree({ flags, size, data }: Node): void {
    const list = flags === BIG_DATA ? this.#read(Number(data.readBigUInt64LE()), PAGE_HEAD, size) : data;
    require(size >= 8 && size % 8 === 0);
    const count = list.readBigUInt64LE();
    require(count < size / 8);
    for (let index = 1; index <= Number(count); index += 1) {
      const entry = list.readBigInt64LE(8 * index);
      if (entry > 0n) {
        this.#claim(Number(entry), 1);
      } else if (entry < 0n) {
        index += 1;
        require(index <= Number(count));
        this.#claim(Number(list.readBigUInt64LE(8 * index)), Number(-entry));
      }
    }
  }

  /** Nothing may refer to a page that something else refers to. */
  #claim(number: number, count: number): void {
    require(number >= FIRST_PAGE && number + count - 1 <= this.#snapshot.lastPage);
    for (let page = number; page < number + count; page += 1) {
      const [byte, bit] = [page >>> 3, 1 << (page & 7)];
      require(((this.#seen[byte] ?? 0) & bit) === 0);
      this.#seen[byte] = (this.#seen[byte] ?? 0) | bit;
    }
  }

  #read(page: number, offset: number, length: number): Buffer {
    require(page <= this.#snapshot.lastPage);
    const bytes = Buffer.allocUnsafe(length);
    require(readSync(this.#file, bytes, 0, length, page * this.#pageSize + offset) === length);
    return bytes;
  }
}

function require(isTrue: boolean): void {
  if (!isTrue) {
    throw new Damage();
  }
}
