const MAX_UINT32 = 2 ** 32 - 1;
/** What a number gives back as it was: no leading zeros, and no more digits than any number holds exactly. */
const CANONICAL = /^(?:0|[1-9]\d{0,14})$/;

/** Numbers in the narrowest array that holds them exactly. */
export type Numbers = Uint32Array | Float64Array;

/** The narrowest array of numbers that holds all values exactly. */
export function packNumbers(values: readonly number[]): Numbers {
  const narrow = values.every((value) => Number.isInteger(value) && value >= 0 && value <= MAX_UINT32);
  return narrow ? Uint32Array.from(values) : Float64Array.from(values);
}

/**
 * An ordered list of uids, kept as numbers where that loses nothing: 4 bytes for nearly every uid of NCBI, 8 for the
 * rest, text only for what is no canonical number. A million links take 4 MB instead of some 60.
 */
export class UidList {
  /** Not a `#` member, which comparisons of two lists would not see. */
  private constructor(private readonly values: Numbers | readonly string[]) {}

  static from(uids: readonly string[] | UidList): UidList {
    return uids instanceof UidList
      ? uids
      : new UidList(uids.every((uid) => CANONICAL.test(uid)) ? packNumbers(uids.map(Number)) : uids);
  }

  /** The list of what {@link UidList.packed} gave. */
  static fromPacked(values: Numbers | readonly string[]): UidList {
    return new UidList(values);
  }

  /** What it keeps the uids as, to be stored elsewhere. */
  get packed(): Numbers | readonly string[] {
    return this.values;
  }

  get length(): number {
    return this.values.length;
  }

  /** Memory the list takes, in bytes. */
  get bytes(): number {
    return ArrayBuffer.isView(this.values)
      ? this.values.byteLength
      : this.values.reduce((sum, uid) => sum + 16 + uid.length, 0);
  }

  /** The uid at `index`. Throws a RangeError outside the list. */
  at(index: number): string {
    const value = this.values[index];
    if (value === undefined) {
      throw new RangeError(`No uid at ${index} in a list of ${this.length}.`);
    }
    return String(value);
  }

  /** Where `uid` stands, or -1. */
  indexOf(uid: string): number {
    if (ArrayBuffer.isView(this.values)) {
      return CANONICAL.test(uid) ? this.values.indexOf(Number(uid)) : -1;
    }
    return this.values.indexOf(uid);
  }

  /** Whether each uid is less than the one before: the order of links without scores (protocol section 5). */
  get isDescending(): boolean {
    const values = this.values;
    if (!ArrayBuffer.isView(values)) {
      return false;
    }
    let before = Infinity;
    for (const value of values) {
      if (value >= before) {
        return false;
      }
      before = value;
    }
    return true;
  }

  /** The list without the uid at `index`. */
  without(index: number): UidList {
    const rest = this.values.slice(0, -1);
    const values = ArrayBuffer.isView(this.values) && ArrayBuffer.isView(rest) ? rest : undefined;
    if (values === undefined) {
      return UidList.from(this.slice().toSpliced(index, 1));
    }
    values.set(this.values.slice(index + 1) as Numbers, index);
    return new UidList(values);
  }

  *[Symbol.iterator](): Generator<string> {
    for (const value of this.values) {
      yield String(value);
    }
  }

  /** The uids from `start` up to, not including, `end`; all of them without arguments. */
  slice(start = 0, end = this.length): string[] {
    return Array.from(this.values.slice(start, end), String);
  }
}
