/** A page, and where it is: other bytes are before and behind it. To be used before the next page is read. */
export interface PageView {
  bytes: Buffer;
  start: number;
  end: number;
}

export const NOTHING = Buffer.alloc(0);

/** Bytes of a page with its checksum; longer ones hold one long list, or facts, and are not kept. */
export const SLOT_BYTES = 256;
/** 64 MB in pairs of slots, of which the system gives what is used. */
const PAIRS = 131_072;
/** Spreads pages with the same numbers, which are of different lists. Prime. */
const STRIDE = 40_503;
const MAX_PAGES = 2 ** 32;
const LONG_BYTES = 65_536;

/**
 * The pages that were read last, of all tables together, so that memory is bounded: the system takes longer to read a page than all
 * else of a look-up takes. Each page has a pair of slots, which it shares with others; of these, the two used last are kept.
 */
let slots = NOTHING;
/** Which page is in each slot. */
let keys = new Float64Array(0);
/** Which slot of each pair was used last, 0 or 1. */
let recent = new Uint8Array(0);
/** A page that has no slot. */
let long = NOTHING;
let lists = 0;

/** The pages of one direction, or of one name of facts, that are in memory. */
export class KeptPages {
  readonly #id: number;

  constructor() {
    lists += 1;
    this.#id = lists;
  }

  /** Finds a page, or where to read it. @returns Whether it is there. */
  find(view: PageView, page: number, size: number): boolean {
    if (size > SLOT_BYTES) {
      long = size > long.length ? Buffer.allocUnsafeSlow(Math.max(size, LONG_BYTES)) : long;
      view.bytes = long;
      view.start = 0;
      return false;
    }
    if (slots.length === 0) {
      slots = Buffer.allocUnsafeSlow(2 * PAIRS * SLOT_BYTES);
      keys = new Float64Array(2 * PAIRS);
      recent = new Uint8Array(PAIRS);
    }
    const pair = (page + this.#id * STRIDE) % PAIRS;
    const key = this.#keyOf(page);
    let slot = 2 * pair + (recent[pair] as number);
    const isRecent = keys[slot] === key;
    if (!isRecent) {
      slot ^= 1;
      recent[pair] = slot & 1;
    }
    view.bytes = slots;
    view.start = slot * SLOT_BYTES;
    const isThere = isRecent || keys[slot] === key;
    if (!isThere) {
      // What is read over it may fail, or not be sound.
      keys[slot] = 0;
    }
    return isThere;
  }

  /** Notes that the page is where {@link find} said. */
  keep({ bytes, start }: PageView, page: number): void {
    if (bytes === slots) {
      keys[start / SLOT_BYTES] = this.#keyOf(page);
    }
  }

  #keyOf(page: number): number {
    return this.#id * MAX_PAGES + page;
  }
}
