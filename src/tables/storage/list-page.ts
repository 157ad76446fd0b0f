import type { PageView } from './kept-pages.js';

/**
 * Lists share pages, since most have one or two members: a page holds the lists of consecutive sources as variable-length
 * numbers. For each list: how far its source is from the one before, with its length less one in the two lowest bits (3: it is
 * longer); its first member as the signed distance to the first member of the list before; of a longer list, the bytes
 * that follow, so that those of other sources are passed by at once; then the distances between its ascending members. Behind
 * the last list there may be zeros.
 */

/** What the head of a list says that has more members than it names. */
export const LONG = 3;

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

/** Room for the members of one list, of which it is not known how many they are. */
let room = new Uint32Array(2048);

function readMembers(page: Uint8Array, first: number, short: number): Uint32Array {
  if (short !== LONG) {
    const members = new Uint32Array(short + 1);
    members[short] = first;
    readBefore(page, members, short, page.length);
    return members;
  }
  const bytes = readNumber(page);
  if (bytes >= room.length) {
    room = new Uint32Array(2 * bytes);
  }
  // No number takes less than a byte. The room is used from its end, since lists are descending.
  const last = room.length - 1;
  room[last] = first;
  return room.slice(readBefore(page, room, last, end + bytes));
}

/**
 * Reads members into the places before one, each greater than the one behind it, until there is no place left or the page's
 * bytes end at `stop`.
 *
 * @returns The place of the last one.
 */
function readBefore(page: Uint8Array, members: Uint32Array, start: number, stop: number): number {
  let member = members[start] as number;
  let place = start;
  let at = end;
  // Most distances take up to three bytes, which are read without a call for each.
  while (place > 0 && at < stop) {
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
    place -= 1;
    members[place] = member;
  }
  end = at;
  return place;
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
