import { contradiction } from '../../eutils/failures/malformed.js';
import type { Links } from '../values/link-list.js';

/** The members of a list by their uids: which have been found, and where they stand. Takes 9 bytes a member. */
export class Members {
  /** Positions in the order of rising uids. */
  readonly #byUid: Uint32Array;
  readonly #values: ArrayLike<number>;
  readonly #found: Uint8Array;
  #count = 0;

  constructor({ uids }: Links) {
    const values = Float64Array.from(uids.packed, Number);
    this.#values = values;
    this.#byUid = Uint32Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
    this.#found = new Uint8Array(values.length);
  }

  /** How many have been found. */
  get count(): number {
    return this.#count;
  }

  /**
   * Notes that NCBI lists a member, and gives its position.
   *
   * @throws EntrezError `MALFORMED_RESPONSE`, retryable, for a uid that is no member.
   */
  find(uid: string): number {
    const position = this.#positionOf(Number(uid));
    if (position === undefined) {
      throw contradiction('NCBI found records that were not searched among.');
    }
    if (this.#found[position] === 0) {
      this.#found[position] = 1;
      this.#count += 1;
    }
    return position;
  }

  /** Whether the member at a position has been found. */
  has(position: number): boolean {
    return this.#found[position] === 1;
  }

  /** The positions of the members that have been found, or of the others, in the order of the list. */
  positions(found: boolean): number[] {
    return Array.from(this.#found.keys()).filter((position) => this.has(position) === found);
  }

  /** Ranges of uids, both ends included, that hold all members: in each as many, at most `size`. */
  ranges(size: number): { readonly from: number; readonly to: number; readonly members: number }[] {
    const { length } = this.#byUid;
    const pieces = Math.ceil(length / size);
    return Array.from({ length: pieces }, (_, piece) => {
      const start = Math.floor((piece * length) / pieces);
      const end = Math.floor(((piece + 1) * length) / pieces);
      return { from: this.#at(start), to: this.#at(end - 1), members: end - start };
    });
  }

  #at(index: number): number {
    return this.#values[this.#byUid[index] ?? 0] ?? 0;
  }

  #positionOf(value: number): number | undefined {
    let low = 0;
    let high = this.#byUid.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#at(middle) < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return this.#byUid.length > 0 && this.#at(low) === value ? this.#byUid[low] : undefined;
  }
}
