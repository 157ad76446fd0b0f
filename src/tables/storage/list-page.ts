import { CHECKSUM_BYTES } from './checksum.js';
import { type PageView, SLOT_BYTES } from './kept-pages.js';

/**
 * Lists share pages, since most have one or two members: a page holds the lists of consecutive sources as variable-length
 * numbers. For each list: how far its source is from the one before, with its length less one in the two lowest bits (3: it is
 * longer); its first member as the signed distance to the first member of the list before; of a longer list, the bytes
 * that follow, so that those of other sources are passed by at once; then the distances between its ascending members. Behind
 * the last list there may be zeros.
 */

/** Longer pages take longer to look through; shorter ones have a larger index. */
const PAGE_BYTES = SLOT_BYTES - CHECKSUM_BYTES;
/** Bytes that a number may take. */
const MAX_VARINT = 8;
const LONG = 3;
/** Members of lists that say how many bytes they take. */
const SHORTEST_LONG = 4;

/** Writes lists into a page. */
export class ListPageWriter {
  #buffer = Buffer.allocUnsafe(2 * PAGE_BYTES);
  #end = 0;
  #lists = 0;
  #firstSource = 0;
  #source = 0;
  #first = 0;

  /** The source of the first list on the page. */
  get firstSource(): number {
    return this.#firstSource;
  }

  get isEmpty(): boolean {
    return this.#lists === 0;
  }

  /**
   * Adds a list, unless the page is full.
   *
   * @param source - Greater than that of the list before.
   * @param members - The first `count` are the list, ascending.
   */
  add(source: number, members: Uint32Array, count: number): boolean {
    const room = this.#end + (count + 3) * MAX_VARINT;
    if (this.#buffer.length < room) {
      const larger = Buffer.allocUnsafe(2 * room);
      this.#buffer.copy(larger, 0, 0, this.#end);
      this.#buffer = larger;
    }
    const start = this.isEmpty ? source : this.#source;
    const end = this.#encode(source - start, members, count);
    if (end > PAGE_BYTES && !this.isEmpty) {
      return false;
    }
    this.#firstSource = this.isEmpty ? source : this.#firstSource;
    this.#source = source;
    this.#first = members[0] as number;
    this.#end = end;
    this.#lists += 1;
    return true;
  }

  /** The bytes of the page, which then is empty. They change with the next list. */
  take(): Buffer {
    const page = this.#buffer.subarray(0, this.#end);
    this.#end = 0;
    this.#lists = 0;
    this.#first = 0;
    return page;
  }

  #encode(distance: number, members: Uint32Array, count: number): number {
    const buffer = this.#buffer;
    const isLong = count >= SHORTEST_LONG;
    let end = writeNumber(buffer, this.#end, distance * 4 + (isLong ? LONG : count - 1));
    const first = members[0] as number;
    end = writeNumber(buffer, end, first >= this.#first ? 2 * (first - this.#first) : 2 * (this.#first - first) - 1);
    const start = isLong ? end + 1 : end;
    end = start;
    for (let i = 1; i < count; i += 1) {
      end = writeNumber(buffer, end, (members[i] as number) - (members[i - 1] as number));
    }
    return isLong ? prefixLength(buffer, start, end) : end;
  }
}

/** Writes before some bytes, for which there is room for one, how many they are. @returns Where they then end. */
function prefixLength(buffer: Buffer, start: number, end: number): number {
  const length = end - start;
  if (length < 0x80) {
    buffer[start - 1] = length;
    return end;
  }
  const further = Math.ceil((32 - Math.clz32(length)) / 7) - 1;
  buffer.copyWithin(start + further, start, end);
  writeNumber(buffer, start - 1, length);
  return end + further;
}

/** Where the last number that was read ended: a result of two numbers for each would be an object for each. */
let end = 0;

/**
 * The list of a source on a page, descending as ELink orders links; undefined where the page has none.
 *
 * @param firstSource - The source of the first list on the page.
 */
export function findOnPage(
  { bytes: page, start, end: stop }: PageView,
  firstSource: number,
  wanted: number,
): Uint32Array | undefined {
  let source = firstSource;
  let first = 0;
  end = start;
  while (end < stop) {
    const begun = end;
    const short = readHead(page);
    if (distance === 0 && begun > start) {
      return undefined;
    }
    source += distance;
    first = readFirst(page, first);
    if (source >= wanted) {
      return source === wanted ? readMembers(page, first, short) : undefined;
    }
    if (short === LONG) {
      const bytes = readNumber(page);
      end += bytes;
    } else if (short > 0) {
      skipNumbers(page, short);
    }
  }
  return undefined;
}

/** All lists of a page in order, descending each. */
export function* listsOnPage(page: Uint8Array, firstSource: number): Generator<[source: number, Uint32Array]> {
  let source = firstSource;
  let first = 0;
  for (let at = 0; at < page.length;) {
    end = at;
    const short = readHead(page);
    if (distance === 0 && at > 0) {
      return;
    }
    source += distance;
    first = readFirst(page, first);
    const members = readMembers(page, first, short);
    at = end;
    yield [source, members];
  }
}

/** How far the source of the last list that was begun is from the one before. */
let distance = 0;

/** Reads the beginning of a list. @returns Its length less one; {@link LONG} where it is longer. */
function readHead(page: Uint8Array): number {
  const byte = page[end] as number;
  if (byte < 0x80) {
    end += 1;
    distance = byte >>> 2;
    return byte & LONG;
  }
  const head = readNumber(page);
  const short = head % 4;
  distance = (head - short) / 4;
  return short;
}

function readFirst(page: Uint8Array, before: number): number {
  const signed = readNumber(page);
  if (signed < 0x7f_ff_ff_ff) {
    return before + ((signed >>> 1) ^ -(signed & 1));
  }
  return signed % 2 === 0 ? before + signed / 2 : before - (signed + 1) / 2;
}

function readMembers(page: Uint8Array, first: number, short: number): Uint32Array {
  const further = short === LONG ? countNumbers(page, readNumber(page)) : short;
  const members = new Uint32Array(further + 1);
  let member = first;
  members[further] = member;
  // Most distances take up to three bytes, which are read without a call for each.
  let at = end;
  for (let place = further - 1; place >= 0; place -= 1) {
    const one = page[at] as number;
    const two = page[at + 1] as number;
    const three = page[at + 2] as number;
    if (one < 0x80) {
      member += one;
      at += 1;
    } else if (two < 0x80) {
      member += (one & 0x7f) | (two << 7);
      at += 2;
    } else if (three < 0x80) {
      member += (one & 0x7f) | ((two & 0x7f) << 7) | (three << 14);
      at += 3;
    } else {
      end = at;
      member += readNumber(page);
      at = end;
    }
    members[place] = member;
  }
  end = at;
  return members;
}

/** The numbers in the next bytes: each ends with a byte whose highest bit is not set. */
function countNumbers(page: Uint8Array, bytes: number): number {
  const stop = end + bytes;
  let count = 0;
  for (let at = end; at < stop; at += 1) {
    count += ((page[at] as number) >>> 7) ^ 1;
  }
  return count;
}

function skipNumbers(page: Uint8Array, count: number): void {
  let at = end;
  for (let left = count; left > 0; at += 1) {
    if ((page[at] as number) < 0x80) {
      left -= 1;
    }
  }
  end = at;
}

function writeNumber(buffer: Buffer, start: number, value: number): number {
  let at = start;
  let rest = value;
  while (rest > 0x7f_ff_ff_ff) {
    buffer[at] = (rest % 0x80) | 0x80;
    rest = Math.floor(rest / 0x80);
    at += 1;
  }
  while (rest >= 0x80) {
    buffer[at] = (rest & 0x7f) | 0x80;
    rest >>>= 7;
    at += 1;
  }
  buffer[at] = rest;
  return at + 1;
}

function readNumber(page: Uint8Array): number {
  let byte = page[end] as number;
  end += 1;
  if (byte < 0x80) {
    return byte;
  }
  let value = byte & 0x7f;
  for (let shift = 7; shift < 28; shift += 7) {
    byte = page[end] as number;
    end += 1;
    if (byte < 0x80) {
      return value | (byte << shift);
    }
    value |= (byte & 0x7f) << shift;
  }
  for (let unit = 2 ** 28; ; unit *= 0x80) {
    byte = page[end] as number;
    end += 1;
    if (byte < 0x80) {
      return value + byte * unit;
    }
    value += (byte & 0x7f) * unit;
  }
}
