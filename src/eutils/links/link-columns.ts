import { EntrezError } from '../failures/errors.js';
import { contradiction } from '../failures/malformed.js';
import { mapInSlices, type Sliced } from '../body/slices.js';
import { type Numbers, UidList } from '../body/uid-list.js';
import { exactNumber } from '../body/uid-set.js';

/**
 * Links from which a list is packed into numbers. An answer has up to 200 lists: of 10,000 links each, their uids as
 * texts would take 100 MB and turns of 200 ms to collect.
 */
const PACKED_FROM = 1000;

/** Links that are kept side by side while they are gathered. */
const BLOCK = 65_536;

/** Uids that no number holds; NCBI has none of 16 digits. */
const MAX_TEXTS = 100_000;

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

/**
 * Gathers the links of one list while an answer is read: five million take 40 MB as numbers, where an object for each
 * would take 500. A link that cannot be read is a failure of the list once it is finished, not before.
 */
export class LinkGatherer {
  /** Numbers of {@link BLOCK} links each, and the block at hand; zero where the uid is a text. */
  readonly #blocks: Numbers[] = [];
  #block: Numbers = new Uint32Array(64);
  /** Uids that no number holds, and where they stand. */
  readonly #texts: string[] = [];
  readonly #textPlaces: number[] = [];
  readonly #scores: number[] = [];
  #length = 0;
  #failure: EntrezError | undefined;

  /** Adds what `read` gives; remembers its failure. */
  add(read: () => ScoredUid): void {
    if (this.#failure) {
      return;
    }
    try {
      const { uid, score } = read();
      this.push(uid, score);
    } catch (error) {
      this.#failure = error instanceof EntrezError ? error : contradiction('NCBI sent a link that cannot be read.');
    }
  }

  /** Adds a uid, as a number or as a text. */
  push(uid: string | number, score: number | undefined): void {
    const number = typeof uid === 'number' ? uid : exactNumber(uid);
    if (number === undefined) {
      this.#texts.push(String(uid));
      this.#textPlaces.push(this.#length);
      if (this.#texts.length > MAX_TEXTS) {
        throw contradiction(`NCBI sent more than ${MAX_TEXTS} uids of 16 digits or more.`);
      }
    }
    const index = this.#length % BLOCK;
    if (index === 0 && this.#length > 0) {
      this.#blocks.push(this.#block);
      this.#block = new Uint32Array(BLOCK);
    }
    this.#block = withRoomFor(number ?? 0, index, this.#block);
    this.#block[index] = number ?? 0;
    this.#length += 1;
    if (score !== undefined) {
      this.#scores.push(score);
    }
  }

  get length(): number {
    return this.#length;
  }

  /**
   * The list.
   *
   * @throws EntrezError the failure of the first link that could not be read.
   */
  *columns(): Sliced<LinkColumns> {
    if (this.#failure) {
      throw this.#failure;
    }
    const uids = yield* this.#uids();
    return this.#length > 0 && this.#scores.length === this.#length ? { uids, scores: this.#scores } : { uids };
  }

  *#uids(): Sliced<readonly string[] | UidList> {
    const numbers = yield* this.#joined();
    if (numbers.length >= PACKED_FROM && this.#texts.length === 0) {
      return UidList.fromPacked(numbers);
    }
    const uids = yield* mapInSlices(numbers, String);
    for (const [i, place] of this.#textPlaces.entries()) {
      uids[place] = this.#texts[i] ?? '';
    }
    return uids.length >= PACKED_FROM ? UidList.fromPacked(uids) : uids;
  }

  *#joined(): Sliced<Numbers> {
    const blocks = [...this.#blocks, this.#block.subarray(0, ((this.#length - 1) % BLOCK) + 1)];
    const isWide = blocks.some((block) => block instanceof Float64Array);
    const numbers = isWide ? new Float64Array(this.#length) : new Uint32Array(this.#length);
    for (const [i, block] of blocks.entries()) {
      numbers.set(block, i * BLOCK);
      yield;
    }
    return numbers;
  }
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
