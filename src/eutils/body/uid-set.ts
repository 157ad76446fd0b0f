/** Uids that a number holds exactly: no leading zero, and no more digits than any number has. */
const EXACT = /^[1-9]\d{0,14}$/;

/** The uid as a number where that loses nothing. */
export function exactNumber(uid: string): number | undefined {
  return EXACT.test(uid) ? Number(uid) : undefined;
}

/**
 * The uids of a list that have been seen. A `Set` of millions stops everything for a second whenever it grows; this one
 * has its room from the start, and none of it in the heap of JavaScript.
 */
export class UidSet {
  /** A number stands in the place that its hash gives, or in the next free one; zero is free. */
  readonly #numbers: Float64Array;
  /** Places less one: a power of two less one. */
  readonly #mask: number;
  /** Texts that no number holds, in parts by their last digits, so that none grows large. */
  readonly #texts = new Map<string, Set<string>>();

  /** @param size - Uids that are added at most. */
  constructor(size: number) {
    const places = 2 ** Math.ceil(Math.log2(1.5 * size + 2));
    this.#numbers = new Float64Array(places);
    this.#mask = places - 1;
  }

  /** Adds a uid, as a number where it has the form of one; returns whether it is new. */
  add(uid: string | number): boolean {
    const number = typeof uid === 'number' ? uid : exactNumber(uid);
    return number === undefined ? this.#addText(String(uid)) : this.#addNumber(number);
  }

  #addNumber(number: number): boolean {
    const numbers = this.#numbers;
    let place = hashOf(number) & this.#mask;
    while (numbers[place] !== 0) {
      if (numbers[place] === number) {
        return false;
      }
      place = (place + 1) & this.#mask;
    }
    numbers[place] = number;
    return true;
  }

  #addText(text: string): boolean {
    const end = text.slice(-2);
    const known = this.#texts.get(end) ?? new Set();
    this.#texts.set(end, known);
    const { size } = known;
    return known.add(text).size > size;
  }
}

/**
 * Scatters numbers, by the last steps of MurmurHash3. Uids are counted up, so that lists have long runs of them: by the
 * number itself, two runs could share their places, and each look-up would walk over a whole run.
 */
function hashOf(number: number): number {
  let hash = (number | 0) ^ Math.imul((number / 2 ** 32) | 0, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
