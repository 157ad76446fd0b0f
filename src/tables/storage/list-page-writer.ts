import { CHECKSUM_BYTES } from './checksum.js';
import { SLOT_BYTES } from './kept-pages.js';
import { LONG } from './list-page.js';

/** Longer pages take longer to look through; shorter ones have a larger index. */
const PAGE_BYTES = SLOT_BYTES - CHECKSUM_BYTES;
/** Bytes that a number may take. */
const MAX_VARINT = 8;
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
