import { EntrezError } from '../failures/errors.js';
import { contradiction } from '../failures/malformed.js';
import { type Numbers, UidList } from '../body/uid-list.js';

/** Links from which a list is packed into numbers: shorter ones are small as they are. */
const PACKED_FROM = 50_000;

/** One link as it comes; neighbours of one list all have a score or none has. */
export interface ScoredUid {
  readonly uid: string;
  readonly score: number | undefined;
}

/** Links of one list as columns; a link named twice keeps its first place and score. */
export interface LinkColumns {
  readonly uids: readonly string[] | UidList;
  /** Beside the uids; only when every link carries one. */
  readonly scores?: readonly number[];
}

/** What a number gives back as it was. */
const EXACT = /^[1-9]\d{0,14}$/;

/**
 * Gathers the links of one list while an answer is read: five million take 40 MB as numbers, where an object for each
 * would take 500. A link that cannot be read is a failure of the list once it is finished, not before.
 */
export class LinkGatherer {
  #numbers: Numbers | undefined = new Uint32Array(64);
  #texts: string[] = [];
  readonly #scores: number[] = [];
  #length = 0;
  #failure: EntrezError | undefined;

  /** Adds what `read` gives; remembers its failure. */
  add(read: () => ScoredUid): void {
    try {
      const { uid, score } = read();
      this.#push(uid);
      if (score !== undefined) {
        this.#scores.push(score);
      }
    } catch (error) {
      this.#failure ??= error instanceof EntrezError ? error : contradiction('NCBI sent a link that cannot be read.');
    }
  }

  #push(uid: string): void {
    const index = this.#length;
    this.#length += 1;
    if (this.#numbers && EXACT.test(uid)) {
      const number = Number(uid);
      const numbers = withRoomFor(number, index, this.#numbers);
      numbers[index] = number;
      this.#numbers = numbers;
      return;
    }
    if (this.#numbers) {
      this.#texts = Array.from(this.#numbers.subarray(0, index), String);
      this.#numbers = undefined;
    }
    this.#texts.push(uid);
  }

  /**
   * The list.
   *
   * @throws EntrezError the failure of the first link that could not be read.
   */
  columns(): LinkColumns {
    if (this.#failure) {
      throw this.#failure;
    }
    const uids = this.#numbers === undefined ? this.#texts : listOfNumbers(this.#numbers.subarray(0, this.#length));
    return this.#length > 0 && this.#scores.length === this.#length ? { uids, scores: this.#scores } : { uids };
  }
}

function listOfNumbers(numbers: Numbers): readonly string[] | UidList {
  return numbers.length < PACKED_FROM ? Array.from(numbers, String) : UidList.fromPacked(numbers.slice());
}

/** The same numbers with room for another at `index`, twice as long or twice as wide where it needs to be. */
function withRoomFor(number: number, index: number, numbers: Numbers): Numbers {
  const isWide = numbers instanceof Float64Array || number > MAX_UINT32;
  if (index < numbers.length && isWide === numbers instanceof Float64Array) {
    return numbers;
  }
  const length = index < numbers.length ? numbers.length : 2 * numbers.length;
  const grown = isWide ? new Float64Array(length) : new Uint32Array(length);
  grown.set(numbers);
  return grown;
}

const MAX_UINT32 = 2 ** 32 - 1;
