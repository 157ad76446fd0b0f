import type { Sliced } from '../../eutils/body/slices.js';
import type { Numbers } from '../../eutils/body/uid-list.js';
import { hashOf } from './partition.js';

/** Numbers that several lists hold, how many of them, and the sums of their scores. */
export interface Counted {
  readonly uids: Numbers;
  readonly counts: Uint16Array;
  readonly sums: Float64Array | undefined;
}

/** Places that are looked at between two pauses. */
const PER_SLICE = 65_536;

/** Counts how many lists hold a number. Lists come one after the other; each counts once. */
export class CountTable {
  readonly #mask: number;
  readonly #uids: Float64Array;
  /** 0 where a place is free. */
  readonly #counts: Uint16Array;
  /** The last list that a number was met in. */
  readonly #lists: Uint16Array;
  readonly #sums: Float64Array | undefined;

  /** @param most - Numbers at most. */
  constructor(most: number, scored: boolean) {
    const places = 2 ** Math.ceil(Math.log2(Math.max(8, 1.5 * most)));
    this.#mask = places - 1;
    this.#uids = new Float64Array(places);
    this.#counts = new Uint16Array(places);
    this.#lists = new Uint16Array(places);
    this.#sums = scored ? new Float64Array(places) : undefined;
  }

  add(uid: number, list: number, score: number): void {
    let place = hashOf(uid) & this.#mask;
    while (this.#counts[place] !== 0 && this.#uids[place] !== uid) {
      place = (place + 1) & this.#mask;
    }
    const count = this.#counts[place] ?? 0;
    if (count > 0 && this.#lists[place] === list) {
      return;
    }
    this.#uids[place] = uid;
    this.#counts[place] = count + 1;
    this.#lists[place] = list;
    if (this.#sums) {
      this.#sums[place] = (count === 0 ? 0 : (this.#sums[place] ?? 0)) + score;
    }
  }

  /**
   * The numbers that at least so many lists hold. The table is empty then.
   *
   * @param atLeast - From 1 on.
   * @param narrow - Whether all numbers fit into 32 bits.
   */
  *take(atLeast: number, narrow: boolean): Sliced<Counted> {
    let kept = 0;
    for (let place = 0; place < this.#counts.length; place += 1) {
      kept += Number((this.#counts[place] ?? 0) >= atLeast);
      if ((place + 1) % PER_SLICE === 0) {
        yield;
      }
    }
    const uids = narrow ? new Uint32Array(kept) : new Float64Array(kept);
    const counts = new Uint16Array(kept);
    const held = this.#sums;
    const sums = held && new Float64Array(kept);
    let at = 0;
    for (let place = 0; at < kept; place += 1) {
      const count = this.#counts[place] ?? 0;
      if (count >= atLeast) {
        uids[at] = this.#uids[place] ?? 0;
        counts[at] = count;
        if (sums) {
          sums[at] = held[place] ?? 0;
        }
        at += 1;
      }
      if ((place + 1) % PER_SLICE === 0) {
        yield;
      }
    }
    this.#counts.fill(0);
    return { uids, counts, sums };
  }
}
