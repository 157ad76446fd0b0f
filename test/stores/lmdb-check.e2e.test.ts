import { appendFileSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Database, open, type RootDatabase } from 'lmdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { isSoundLmdbFile } from '../../src/stores/lmdb/lmdb-check.js';
import { CleanMark } from '../../src/stores/lmdb/lmdb-file.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

const PAGE = 4096;
const META_PAGES = 2;
/** Where a page says what it is. */
const AT = { flags: 18, lower: 20, upper: 22, head: 24 } as const;
const BRANCH = 1;
const LEAF = 2;
const OVERFLOW = 4;
const KEYS = 120;

interface Stored {
  readonly file: RootDatabase<Buffer, string>;
  readonly values: Database<Buffer, string>;
  readonly numbers: Database<Buffer, number>;
}

function openFile(path: string): Stored {
  const file = open<Buffer, string>({ path, noSubdir: true, maxDbs: 2, encoding: 'binary' });
  const values = file.openDB<Buffer, string>({ name: 'values', encoding: 'binary' });
  return { file, values, numbers: file.openDB({ name: 'numbers', encoding: 'binary', keyEncoding: 'uint32' }) };
}

/** Values of all sizes, some of which were replaced and removed, so that there are free pages. */
async function write({ file, values, numbers }: Stored, round: number): Promise<void> {
  for (let part = 0; part < 3; part += 1) {
    await file.transaction(() => {
      for (let key = part; key < KEYS; key += part + 1) {
        values.putSync(`name ${key}`, Buffer.alloc((key * (part + 1) * 37 * (round + 1)) % 9000, key));
        numbers.putSync(key, Buffer.alloc(key % 50));
        if (key % 5 === round) {
          values.removeSync(`name ${key}`);
        }
      }
    });
  }
}

describe('An LMDB file', () => {
  let folder: TemporaryFolder;
  let whole: Buffer;
  const path = (): string => join(folder.path, 'copy.mdb');

  beforeAll(async () => {
    folder = await TemporaryFolder.create();
    const original = join(folder.path, 'original.mdb');
    for (let round = 0; round < 3; round += 1) {
      const stored = openFile(original);
      await write(stored, round);
      expect(isSoundLmdbFile(original), 'while it is open').toBe(true);
      await stored.file.close();
      expect(isSoundLmdbFile(original), 'once it is closed').toBe(true);
    }
    whole = readFileSync(original);
  });
  afterAll(() => folder[Symbol.asyncDispose]());

  /** Pages of a kind, of which some may be of an older transaction, and free. */
  function pages(kind: number): number[] {
    const all = Array.from({ length: whole.length / PAGE }, (_, page) => page).slice(META_PAGES);
    return all.filter(
      (page) =>
        Number(whole.readBigUInt64LE(page * PAGE)) === page && whole.readUInt16LE(page * PAGE + AT.flags) === kind,
    );
  }

  function isFound(page: number, damage: (bytes: Buffer, start: number) => void): boolean {
    const bytes = Buffer.from(whole);
    damage(bytes, page * PAGE);
    writeFileSync(path(), bytes);
    return !isSoundLmdbFile(path());
  }

  /** Three pages of each kind that are in use. */
  const used: Record<number, number[]> = {};
  beforeAll(() => {
    for (const kind of [BRANCH, LEAF, OVERFLOW]) {
      const found = (used[kind] = [] as number[]);
      for (const page of pages(kind).reverse()) {
        if (found.length < 3 && isFound(page, (bytes, start) => bytes.fill(0, start, start + AT.head))) {
          found.push(page);
        }
      }
    }
  });

  /** Pages whose damage is not found. */
  function missed(kind: number, damage: (bytes: Buffer, start: number) => void): number[] {
    return (used[kind] ?? []).filter((page) => !isFound(page, damage));
  }

  it('has pages of each kind', () => {
    for (const kind of [BRANCH, LEAF, OVERFLOW]) {
      expect(used[kind]).not.toEqual([]);
    }
  });

  it.each<[string, (bytes: Buffer, start: number) => void]>([
    ['all zeros', (bytes, start) => bytes.fill(0, start, start + PAGE)],
    ['all ones', (bytes, start) => bytes.fill(0xff, start, start + PAGE)],
    ['text', (bytes, start) => bytes.fill('lorem ipsum', start, start + PAGE)],
    ['another page', (bytes, start) => bytes.copy(bytes, start, (pages(LEAF)[0] ?? 0) * PAGE + PAGE, 4 * PAGE)],
    ['of another kind', (bytes, start) => bytes.writeUInt16LE(8, start + AT.flags)],
    ['with a bound behind the end', (bytes, start) => bytes.writeUInt16LE(0xff_f0, start + AT.upper)],
    ['with more entries than there are', (bytes, start) => bytes.writeUInt16LE(4000, start + AT.lower)],
  ])('is not sound where a page is %s', (_, damage) => {
    expect(missed(BRANCH, damage)).toEqual([]);
    expect(missed(LEAF, damage)).toEqual([]);
  });

  it.each<[string, (bytes: Buffer, node: number) => void]>([
    ['begins behind the end', (bytes, node) => bytes.writeUInt16LE(0xff_ff, node + 6)],
    ['is longer than the file', (bytes, node) => bytes.writeUInt32LE(0x7f_ff_ff_ff, node)],
    ['is of no known kind', (bytes, node) => bytes.writeUInt16LE(4, node + 4)],
  ])('is not sound where an entry %s', (_, damage) => {
    const first = (bytes: Buffer, start: number): void => {
      damage(bytes, start + AT.head + bytes.readUInt16LE(start + AT.head));
    };
    expect(missed(LEAF, first)).toEqual([]);
  });

  it('is not sound where two entries refer to one page, or a page is both free and in use', () => {
    const second = (bytes: Buffer, start: number): void => {
      const [one, other] = [0, 2].map((at) => start + AT.head + bytes.readUInt16LE(start + AT.head + at));
      bytes.copy(bytes, one, other, (other ?? 0) + 6);
    };
    expect(missed(BRANCH, second)).toEqual([]);
  });

  it.each([
    [
      'no file',
      () => {
        rmSync(path(), { force: true });
      },
      true,
    ],
    [
      'an empty file',
      () => {
        writeFileSync(path(), '');
      },
      false,
    ],
    [
      'a file that was cut off',
      () => {
        writeFileSync(path(), whole.subarray(0, -PAGE));
      },
      false,
    ],
    [
      'a file whose end is missing',
      () => {
        writeFileSync(path(), whole.subarray(0, PAGE + 10));
      },
      false,
    ],
    [
      'a file with bytes behind its end',
      () => {
        writeFileSync(path(), whole);
        appendFileSync(path(), 'more');
      },
      true,
    ],
  ])('may be %s', (_, make, isSound) => {
    make();
    expect(isSoundLmdbFile(path())).toBe(isSound);
  });

  it('is not sound where it is a folder, which is an error', () => {
    rmSync(path(), { force: true });
    mkdirSync(path());
    expect(() => isSoundLmdbFile(path())).toThrow('is not a file');
    rmSync(path(), { recursive: true });
  });

  it('has a mark once it is closed, which holds once, and only while nothing touches the file', () => {
    writeFileSync(path(), whole);
    const mark = new CleanMark(path());
    expect(mark.take()).toBe(false);
    mark.opened();
    mark.leave();
    expect([mark.take(), mark.take()]).toEqual([true, false]);
    mark.leave();
    utimesSync(path(), 1, 1);
    expect(mark.take()).toBe(false);
    // Another process began anew meanwhile.
    rmSync(path());
    writeFileSync(`${path()}-other`, '');
    writeFileSync(path(), whole);
    mark.leave();
    expect(mark.take()).toBe(false);
  });
});
