import { readFileSync, readSync } from 'node:fs';

/** The data format 2 of LMDB, as the package lmdb writes it: little-endian, and its page numbers have 64 bits. */
const MAGIC = 0xbe_ef_c0_de;
const VERSION = 2;
/** LMDB's pages are as large as those of the system. */
const PAGE_SIZES: readonly number[] = [4096, 8192, 16_384, 65_536];
/** Fields of a meta page. The trees begin with that of the free pages; its flags are those of the file. */
const META = { magic: 24, version: 28, mapSize: 40, free: 48, main: 96, lastPage: 144, transaction: 152, boot: 160 };
const META_END = 168;
/** Fields of a tree. */
const TREE = { pageSize: 0, flags: 4, depth: 6, branches: 8, leaves: 16, overflow: 24, entries: 32, root: 40 };
/** The flag of a file whose last transaction may not have reached the disk. */
const UNSYNCED = 0x10_00;
/** The package maps the file in one piece. */
const MAX_MAP = 2 ** 46;

/** Bytes that describe a tree. */
export const TREE_BYTES = 48;

export interface Tree {
  readonly flags: number;
  readonly depth: number;
  readonly branches: number;
  readonly leaves: number;
  readonly overflow: number;
  readonly entries: number;
  readonly root: bigint;
}

/** What a file was after one of its transactions. */
export interface Snapshot {
  readonly pageSize: number;
  readonly free: Tree;
  readonly main: Tree;
  readonly lastPage: number;
  readonly transaction: bigint;
  readonly boot: bigint;
}

export function readTree(bytes: Buffer, at = 0): Tree {
  return {
    flags: bytes.readUInt16LE(at + TREE.flags),
    depth: bytes.readUInt16LE(at + TREE.depth),
    branches: Number(bytes.readBigUInt64LE(at + TREE.branches)),
    leaves: Number(bytes.readBigUInt64LE(at + TREE.leaves)),
    overflow: Number(bytes.readBigUInt64LE(at + TREE.overflow)),
    entries: Number(bytes.readBigUInt64LE(at + TREE.entries)),
    root: bytes.readBigUInt64LE(at + TREE.root),
  };
}

/**
 * The snapshot that LMDB takes when it opens a file: the latest, or, after a crash of the machine, the last one that is
 * known to be on the disk.
 *
 * @param file - A descriptor.
 * @returns Undefined where the file does not begin as LMDB writes it.
 */
export function readSnapshot(file: number): Snapshot | undefined {
  const first = readMeta(file, 0);
  const second = first && readMeta(file, first.pageSize);
  if (!first || second?.pageSize !== first.pageSize) {
    return undefined;
  }
  // The third one says which transaction was the last to reach the disk. It may be missing.
  const synced = readMeta(file, first.pageSize / 2);
  const boot = bootOfMachine();
  const latest = pick(first, second, boot);
  return synced ? pick(latest, synced, boot) : latest;
}

/** As LMDB chooses. */
function pick(a: Snapshot, b: Snapshot, boot: bigint): Snapshot {
  if (b.transaction === 0n) {
    return a;
  }
  const [older, later] = a.transaction >= b.transaction ? [b, a] : [a, b];
  const isTrusted = (later.boot !== 0n && later.boot === boot) || (later.free.flags & UNSYNCED) === 0;
  return isTrusted ? later : older;
}

function readMeta(file: number, position: number): Snapshot | undefined {
  const page = Buffer.alloc(META_END);
  if (
    readSync(file, page, 0, META_END, position) !== META_END ||
    page.readUInt32LE(META.magic) !== MAGIC ||
    (page.readUInt32LE(META.version) & 0xff_ff) !== VERSION
  ) {
    return undefined;
  }
  const pageSize = page.readUInt32LE(META.free + TREE.pageSize);
  const isOfThisSystem = PAGE_SIZES.includes(pageSize) && page.readBigUInt64LE(META.mapSize) <= MAX_MAP;
  return isOfThisSystem
    ? {
        pageSize,
        free: readTree(page, META.free),
        main: readTree(page, META.main),
        lastPage: Number(page.readBigUInt64LE(META.lastPage)),
        transaction: page.readBigUInt64LE(META.transaction),
        boot: page.readBigInt64LE(META.boot),
      }
    : undefined;
}

/** What LMDB takes of the number of this start of the machine; 0 where it is not known. */
function bootOfMachine(): bigint {
  try {
    const [digits = '0'] = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').split('-');
    return BigInt(`0x${digits}`);
  } catch {
    return 0n;
  }
}
