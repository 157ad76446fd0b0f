import { LRUCache } from 'lru-cache';

import { EntrezError } from '../eutils/failures/errors.js';
import type { Clock, Milliseconds } from '../upstream/clock.js';
import type { NcbiClient } from '../upstream/ncbi-client.js';
import { AnswerCache, isSince } from './cache/answer-cache.js';
import type { BatchSize, SizeBounds } from './batching/batch-size.js';
import type { BurstDebounce } from './batching/debounce.js';
import type { BatchFunction } from './batching/batch-function.js';
import type { PendingBatches } from './batching/merging.js';
import { PermitBatcher } from './batching/permit-batcher.js';
import type { Fleet } from './fleet/fleet.js';
import type { Operation } from './operation/operation.js';
import { cacheKey, type Weigh } from './cache/answer-keeper.js';
import { CachedLoader } from './cached-loader.js';
import type { LearnedSizes } from './cache/learned-sizes.js';
import type { SecondLevelCache } from './cache/second-level.js';

/** How long answers are good. */
export interface CacheTtls {
  readonly links: Milliseconds;
  readonly summaries: Milliseconds;
  /** Searches, and lists without a single link. */
  readonly searches: Milliseconds;
  /** How long beyond its life an answer is still given, labelled, while it is renewed. */
  readonly staleWhileRevalidate: Milliseconds;
}

/** What all loaders of a process share. */
export interface Engine {
  readonly clock: Clock;
  readonly debounce: BurstDebounce;
  /** The sizes of batches, and what calls take, learned from all of them. */
  readonly sizes: LearnedSizes;
  readonly ttls: CacheTtls;
  /** On whose behalf outdated answers are renewed: by client, so that a renewal goes out with the key of its cause. */
  readonly revalidatorOf: (client: NcbiClient) => Operation;
  /** Where answers outlive the process, if they do. */
  readonly store?: SecondLevelCache | undefined;
  /** The processes that batch their keys together, if there are several. */
  readonly fleet?: Fleet | undefined;
}

/** A kind of question, such as "what is linked under a link name", with its variants, such as the link names. */
export interface LoaderDefinition<Variant, V extends object> {
  /** Distinguishes kinds of questions: the processes of a fleet know them by it. Variants then are what JSON can say. */
  readonly kind: string;
  /** Distinguishes variants; equal ones share a loader and their cached answers. */
  readonly nameOf: (variant: Variant) => string;
  /** Keys that one call can be about. */
  readonly batchSize: (variant: Variant) => SizeBounds;
  /**
   * What the size of a batch is learned and kept for. Where it is left out, that is the variant, and what is learned ends
   * with the process.
   */
  readonly sizeNameOf?: (variant: Variant) => string;
  /** Batches of one group may be answered by one call; undefined for those that may not. */
  readonly groupOf?: (variant: Variant) => string | undefined;
  /** Variants that are answered by the answers to this one as well. */
  readonly alsoAnswers?: (variant: Variant) => readonly Variant[];
  readonly run: (variant: Variant) => BatchFunction<Variant, V>;
  readonly weigh: Weigh<V>;
}

/** Callers choose some variants freely, such as filters, so loaders are bounded as answers are. */
const MAX_LOADERS = 2000;
/** More than there are link names, so that what was learned of those is never forgotten. */
const MAX_SIZES = 5000;

/** The loaders of one kind of question, made when they are first needed, over one cache. */
export class LoaderRegistry<Variant, V extends object> {
  readonly #engine: Engine;
  readonly #kind: LoaderDefinition<Variant, V>;
  readonly #cache: AnswerCache<V>;
  readonly #loaders = atMost<CachedLoader<V>>(MAX_LOADERS);
  readonly #sizes = atMost<BatchSize>(MAX_SIZES);
  /** What stands for the names of variants in the cache. Answers under a mark that was forgotten are found no more. */
  readonly #marks = atMost<string>(MAX_SIZES);
  #made = 0;
  /** Where batches of one group wait, by client and group. */
  readonly #pendingBatches = new WeakMap<NcbiClient, Map<string, PendingBatches<Variant, V>>>();

  constructor(engine: Engine, kind: LoaderDefinition<Variant, V>, maxBytes: number) {
    this.#engine = engine;
    this.#kind = kind;
    const { clock, ttls, store } = engine;
    this.#cache = new AnswerCache({ clock, maxBytes, grace: ttls.staleWhileRevalidate, today: store?.today });
    engine.fleet?.register(kind.kind, (variant) => this.of(variant as Variant));
  }

  /** The loader of a variant: one for the whole process, since only then can the keys of all callers share a batch. */
  of(variant: Variant): CachedLoader<V> {
    const name = this.#kind.nameOf(variant);
    const known = this.#loaders.get(name);
    if (known) {
      return known;
    }
    const { kind, batchSize, sizeNameOf, run, weigh, alsoAnswers, nameOf } = this.#kind;
    const sizeName = sizeNameOf?.(variant);
    const size = remember(this.#sizes, sizeName ?? name, () => this.#engine.sizes.create(batchSize(variant), sizeName));
    const { debounce, revalidatorOf, store, fleet } = this.#engine;
    const hasPredecessor = this.#marks.has(name);
    const mark = this.#markOf(name);
    const before = (its: Variant, key: string): V | undefined => {
      const answer = this.#cache.peek(cacheKey(this.#markOf(nameOf(its)), key));
      return answer && !(answer.value instanceof EntrezError) ? answer.value : undefined;
    };
    const loader = new CachedLoader<V>({
      name: mark,
      hasPredecessor,
      stored: store?.of(name, alsoAnswers?.(variant).map(nameOf) ?? []),
      size,
      weigh,
      cache: this.#cache,
      revalidatorOf,
      createBatcher: (client, { keep, share, adopt }) =>
        new PermitBatcher({
          variant,
          question: name,
          client,
          debounce,
          size,
          settle: keep,
          onDelivered: share,
          run: run(variant),
          before,
          isKnown: (key, notBefore) => {
            const known = this.#cache.get(cacheKey(mark, key));
            return known !== undefined && isSince(known, notBefore);
          },
          group: this.#pendingBatchesOf(variant, client),
          // Callers with an API key of their own neither wait for others nor make others wait: their permits are their own.
          elsewhere:
            client.keyOwner === 'caller' ? undefined : fleet?.question({ kind, variant, question: name }, adopt),
        }),
    });
    this.#loaders.set(name, loader);
    return loader;
  }

  #markOf(name: string): string {
    return remember(this.#marks, name, () => {
      this.#made += 1;
      return `~${this.#made.toString(36)}`;
    });
  }

  #pendingBatchesOf(variant: Variant, client: NcbiClient): PendingBatches<Variant, V> | undefined {
    const group = this.#kind.groupOf?.(variant);
    if (group === undefined) {
      return undefined;
    }
    const ofClient = remember(this.#pendingBatches, client, () => new Map<string, PendingBatches<Variant, V>>());
    return remember(ofClient, group, () => new Set());
  }
}

/** Callers write filters and link names; a long one takes the room of several. In characters. */
const NAME_LENGTH = 512;

/**
 * Room for so many with names of usual length, which is taken as it is filled: with `max`, lru-cache would take all of it
 * at once, in milliseconds.
 */
function atMost<W extends object | string>(count: number): LRUCache<string, W> {
  return new LRUCache({
    maxSize: count,
    sizeCalculation: (_value, name) => Math.ceil((name.length + 1) / NAME_LENGTH),
  });
}

/** The value under a key, made when it is first needed. */
function remember<K, W>(
  memory: { get: (key: K) => W | undefined; set: (key: K, value: W) => unknown },
  key: K,
  create: () => W,
): W {
  const known = memory.get(key);
  if (known !== undefined) {
    return known;
  }
  const value = create();
  memory.set(key, value);
  return value;
}
