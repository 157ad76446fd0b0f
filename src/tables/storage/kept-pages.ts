/** A page, and where it is: other bytes are before and behind it. To be used before the next page is read. */
export interface PageView {
  bytes: Buffer;
  start: number;
  end: number;
}

export const NOTHING = Buffer.alloc(0);

/** Bytes of a page with its checksum; longer ones hold one long list, or facts, and are not kept. */
export const SLOT_BYTES = 256;
/** 64 MB, of which the system gives what is used. */
const SLOTS = 262_144;
/** Spreads pages with the same numbers, which are of different lists. Prime. */
const STRIDE = 40_503;
const MAX_PAGES = 2 ** 32;
const LONG_BYTES = 65_536;

/**
 * The pages that were read last, of all tables together, so that memory is bounded: the system takes longer to read a page than all
 * else of a look-up takes. Each page has one slot, which it shares with others.
 */
let slots = NOTHING;
/** Which page is in each slot. */
let keys = new Float64Array(0);
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
      slots = Buffer.allocUnsafeSlow(SLOTS * SLOT_BYTES);
      keys = new Float64Array(SLOTS);
    }
    const slot = this.#slotOf(page);
    view.bytes = slots;
    view.start = slot * SLOT_BYTES;
    const isThere = keys[slot] === this.#keyOf(page);
    if (!isThere) {
      // What is read over it may fail, or not be sound.
      keys[slot] = 0;
    }
    return isThere;
  }

  /** Notes that the page is where {@link find} said. */
  keep({ bytes }: PageView, page: number): void {
    if (bytes === slots) {
      keys[this.#slotOf(page)] = this.#keyOf(page);
    }
  }

  #slotOf(page: number): number {
    return (page + this.#id * STRIDE) % SLOTS;
  }

  #keyOf(page: number): number {
    return this.#id * MAX_PAGES + page;
  }
}
