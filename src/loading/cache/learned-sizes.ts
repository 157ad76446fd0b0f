import { BatchSize, type LearnedSize, type SizeBounds } from '../batching/batch-size.js';
import type { BurstDebounce } from '../batching/debounce.js';
import { type Latency, type LearnedLatency, LatencyModel } from '../batching/latency-model.js';
import type { Clock, Milliseconds } from '../../upstream/clock.js';
import type { AnswerStore, StoredAnswer } from './answer-store.js';

/** How long what was learned is worth knowing. */
const LIFE: Milliseconds = 7 * 24 * 3_600_000;
/** What is learned of one name is kept so often at most, unless batches have become larger or smaller. */
const KEPT_EVERY: Milliseconds = 10_000;
/** Memory that one takes, in bytes. */
const SIZE = 200;
/** What is learned of the calls of all names. */
const ALL = 'all calls';

/** As what was learned is written down. */
type StoredSize = readonly [cap: number, w: number, n: number, nn: number, t: number, nt: number];

/** What was last kept. */
interface Kept {
  readonly cap: number;
  readonly at: Milliseconds;
}

interface LearnedSizesOptions {
  readonly clock: Clock;
  readonly debounce: BurstDebounce;
  /** Where it outlives this process; it does not where it is left out. */
  readonly store?: AnswerStore | undefined;
  /** The clock on the wall, in milliseconds since 1970. */
  readonly today?: () => number;
}

/**
 * The sizes of batches, and what was learned of the latency of their calls, by name. A store keeps both for later
 * processes and for those that share it; each goes on from what it finds there when it first needs a name.
 */
export class LearnedSizes {
  readonly #options: Required<LearnedSizesOptions>;
  readonly #common = new LatencyModel();
  /** Keeps what was learned of a name since it was last kept. */
  readonly #unkept = new Map<string, () => void>();
  #isCommonKnown = false;

  constructor({ store, today = Date.now, ...options }: LearnedSizesOptions) {
    this.#options = { ...options, store, today };
  }

  /** @param name - Under which it is kept; it is not where that is left out, since callers choose some names freely. */
  create(bounds: SizeBounds, name?: string): BatchSize {
    if (name === undefined || !this.#options.store) {
      return new BatchSize(bounds, this.#common);
    }
    this.#recallCommon();
    const size: BatchSize = new BatchSize(
      bounds,
      this.#common,
      this.#keeperOf(name, () => size.learned),
    );
    this.#recall(name, (learned) => {
      size.recall(learned);
    });
    return size;
  }

  /** What calls of all names take, as far as it has been learned. */
  get latency(): Latency | undefined {
    return this.#common.hasSeenCalls ? this.#common.latency : undefined;
  }

  /** Keeps what was learned since it was last kept. To be called before the store is closed. */
  keepAll(): void {
    for (const keep of [...this.#unkept.values()]) {
      keep();
    }
  }

  #recallCommon(): void {
    if (!this.#isCommonKnown) {
      this.#isCommonKnown = true;
      this.#recall(ALL, ({ latency }) => {
        if (latency) {
          this.#common.recall(latency);
        }
      });
    }
  }

  /** Called after each call; gives what is to be kept. */
  #keeperOf(name: string, learnedOf: () => LearnedSize | undefined): () => void {
    const { clock } = this.#options;
    let last: Kept = { cap: NaN, at: -Infinity };
    const keep = (): void => {
      this.#unkept.delete(name);
      const learned = learnedOf();
      if (learned) {
        last = { cap: learned.cap, at: clock.now() };
        this.#keep(name, learned);
        this.#keep(ALL, { cap: 1, latency: this.#common.learned });
      }
    };
    return () => {
      if (learnedOf()?.cap !== last.cap || clock.now() - last.at >= KEPT_EVERY) {
        keep();
      } else {
        this.#unkept.set(name, keep);
      }
    };
  }

  #keep(name: string, { cap, latency }: LearnedSize): void {
    const { w = 0, n = 0, nn = 0, t = 0, nt = 0 } = latency ?? {};
    const value = [cap, w, n, nn, t, nt] satisfies StoredSize;
    const { store, today } = this.#options;
    store?.keep(nameOf(name), { value, source: undefined, size: SIZE, ttl: LIFE, obtainedAt: today() });
  }

  #recall(name: string, recall: (learned: LearnedSize) => void): void {
    const { store, debounce, today } = this.#options;
    const found = (answer: StoredAnswer | undefined): void => {
      const learned = answer && today() - answer.obtainedAt <= answer.ttl ? readSize(answer.value) : undefined;
      if (learned) {
        recall(learned);
      }
    };
    if (store && 'get' in store) {
      found(store.get(nameOf(name)));
    } else if (store) {
      // Batches that wait are not sent before.
      debounce.trackLookup(
        store.find([nameOf(name)]).then(([answer]) => {
          found(answer);
        }),
      );
    }
  }
}

/** What was written down; undefined where it is something else. */
function readSize(value: object): LearnedSize | undefined {
  if (!Array.isArray(value) || value.length !== 6 || !value.every((part) => typeof part === 'number')) {
    return undefined;
  }
  const [cap, w, n, nn, t, nt] = value as unknown as StoredSize;
  const latency: LearnedLatency | undefined = w > 0 ? { w, n, nn, t, nt } : undefined;
  return { cap, latency };
}

/** No name of a record's answer begins like this. */
function nameOf(name: string): string {
  return `learned ${name}`;
}
