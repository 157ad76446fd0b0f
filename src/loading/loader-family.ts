import { LRUCache } from 'lru-cache';

import type { Clock, Milliseconds } from '../upstream/clock.js';
import type { Door } from '../upstream/door.js';
import { AnswerCache } from './answer-cache.js';
import type { Gathering } from './gathering.js';
import { type BatchFunction, LateBatcher } from './late-batcher.js';
import { type Appraise, QuestionLoader } from './question-loader.js';

/** How long answers are good. */
export interface Lives {
  readonly links: Milliseconds;
  readonly summaries: Milliseconds;
  /** Searches, and lists without a single link. */
  readonly volatile: Milliseconds;
}

/** What all loaders of a process share. */
export interface Engine {
  readonly door: Door;
  readonly clock: Clock;
  readonly gathering: Gathering;
  readonly lives: Lives;
}

/** A kind of question, such as "what is linked under a link name", with its variants, such as the link names. */
export interface Kind<Variant, V extends object> {
  /** Distinguishes variants; equal ones share a loader and their cached answers. */
  readonly nameOf: (variant: Variant) => string;
  /** Keys that one call can be about. */
  readonly maxBatchSize: (variant: Variant) => number;
  readonly run: (variant: Variant) => BatchFunction<V>;
  readonly appraise: Appraise<V>;
}

/** Callers choose some variants freely, such as filters, so loaders are bounded as answers are. */
const MAX_LOADERS = 2000;

/** The loaders of one kind of question, made when they are first needed, over one cache. */
export class LoaderFamily<Variant, V extends object> {
  readonly #engine: Engine;
  readonly #kind: Kind<Variant, V>;
  readonly #cache: AnswerCache<V>;
  readonly #loaders = new LRUCache<string, QuestionLoader<V>>({ max: MAX_LOADERS });

  constructor(engine: Engine, kind: Kind<Variant, V>, maxBytes: number) {
    this.#engine = engine;
    this.#kind = kind;
    this.#cache = new AnswerCache({ clock: engine.clock, maxBytes });
  }

  /** The loader of a variant: one for the whole process, since only then can the keys of all callers share a batch. */
  of(variant: Variant): QuestionLoader<V> {
    const name = this.#kind.nameOf(variant);
    const known = this.#loaders.get(name);
    if (known) {
      return known;
    }
    const { door, gathering } = this.#engine;
    const batcher = new LateBatcher<V>({
      pacer: door.pacer,
      gathering,
      maxBatchSize: this.#kind.maxBatchSize(variant),
      run: this.#kind.run(variant),
    });
    const loader = new QuestionLoader<V>({ name, cache: this.#cache, batcher, appraise: this.#kind.appraise });
    this.#loaders.set(name, loader);
    return loader;
  }
}
