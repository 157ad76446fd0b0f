import type { EntrezError } from '../../eutils/failures/errors.js';
import type { Latency } from '../../loading/batching/latency-model.js';
import type { Utility } from '../../eutils/wire.js';

/** What a loader says of its answers without asking. */
interface Known<V> {
  /** Keys in one call at present. */
  readonly batchSize: number;
  /** What a call takes, as far as it has been learned. */
  readonly latency?: Latency | undefined;
  /** Whether answers to some of the keys may be known that only other answers will name. */
  readonly mayKnow?: boolean | undefined;
  /** Whether answers may be known that `peek` does not see. */
  readonly isStored?: boolean | undefined;
  /** The answer, if it is known from calls that were not sent before. */
  peek(key: string, notBefore?: number): { readonly value: V | EntrezError } | undefined;
}

/** A question to NCBI, asked key by key, as the plan sees it. */
export interface PlannedQuery<V extends object = object> extends Known<V> {
  readonly utility: Utility;
  /** What it is about, for people: a link name, a database. */
  readonly about: string;
  /** Tells questions apart that are about the same, such as filters. */
  readonly variant?: string | undefined;
  /** Questions of the same name may be answered by one call. */
  readonly fusedAs?: string | undefined;
  /** Calls at most for so many keys that come at so many moments, where full batches are not the rule. */
  readonly mostCalls?: ((keys: number, moments: number) => number) | undefined;
}

interface QuestionDetails<V> extends Pick<PlannedQuery, 'variant' | 'fusedAs' | 'mostCalls' | 'mayKnow'> {
  /** Answers of which the loader is not asked, such as those of tables. */
  readonly tabled?: (key: string, notBefore: number) => V | undefined;
}

/** The question of a loader. */
export function questionOf<V extends object>(
  utility: PlannedQuery['utility'],
  about: string,
  loader: Known<V>,
  { tabled, mayKnow = false, ...more }: QuestionDetails<V> = {},
): PlannedQuery<V> {
  return {
    utility,
    about,
    batchSize: loader.batchSize,
    latency: loader.latency,
    mayKnow: loader.mayKnow === true || mayKnow,
    isStored: loader.isStored,
    peek: (key, notBefore = -Infinity) => {
      const value = tabled?.(key, notBefore);
      return value ? { value } : loader.peek(key, notBefore);
    },
    ...more,
  };
}

/** A question that is asked anew each time, each key in a call of its own. */
export function neverKnown(utility: Utility, about: string): PlannedQuery {
  return { utility, about, batchSize: 1, peek: () => undefined };
}

/** Calls at most for so many keys that come at so many different moments: each of these may leave one batch half empty. */
export function inBatchesOf(batchSize: number): (keys: number, moments: number) => number {
  return (keys, moments) => (keys <= moments ? keys : moments + Math.floor((keys - moments) / batchSize));
}
