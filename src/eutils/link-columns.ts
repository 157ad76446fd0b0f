import { EntrezError } from './errors.js';
import { contradiction } from './malformed.js';
import { UidList } from './uid-list.js';

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
  #numbers: number[] | undefined = [];
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
    this.#length += 1;
    if (this.#numbers && EXACT.test(uid)) {
      this.#numbers.push(Number(uid));
      return;
    }
    if (this.#numbers) {
      this.#texts = this.#numbers.map(String);
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
    const numbers = this.#numbers;
    const uids =
      numbers === undefined
        ? this.#texts
        : numbers.length < PACKED_FROM
          ? numbers.map(String)
          : UidList.fromNumbers(numbers);
    return this.#length > 0 && this.#scores.length === this.#length ? { uids, scores: this.#scores } : { uids };
  }
}
