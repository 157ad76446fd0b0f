import type { LRUCache } from 'lru-cache';

import type { Clock, Milliseconds } from '../../upstream/clock.js';

/** An answer that is used when it has been known for so long is in lasting use; until then a burst may use it again. */
const LASTING: Milliseconds = 60_000;

/** Uses are counted so far, so that what is used now soon outweighs what was used for long. */
const MAX_USES = 15;

interface Uses {
  /** Uses at least {@link LASTING} apart. */
  readonly count: number;
  readonly at: Milliseconds;
}

/**
 * Answers in lasting use. Where there is no room, one that was used more often stays: an operation that runs a second time,
 * minutes later, uses all that it brought, but once.
 */
export class LastingAnswers<Answer extends { readonly storedAt: Milliseconds }> {
  readonly #entries: LRUCache<string, Answer>;
  readonly #now: Clock['now'];
  readonly #uses = new WeakMap<Answer, Uses>();

  /** @param entries - Bounded by bytes; lists what is outdated, too. */
  constructor(entries: LRUCache<string, Answer>, now: Clock['now']) {
    this.#entries = entries;
    this.#now = now;
  }

  /** Notes a use of an answer; keeps it for the rest of its life if it is in lasting use. */
  use(key: string, answer: Answer, ttl: () => Milliseconds): void {
    const now = this.#now();
    if (now - answer.storedAt <= LASTING) {
      return;
    }
    const isKept = this.#entries.get(key) === answer;
    const { count: before, at } = this.#uses.get(answer) ?? { count: 0, at: -Infinity };
    if (now - at > LASTING) {
      const count = Math.min(MAX_USES, before + 1);
      this.#uses.set(answer, { count, at: now });
      const size = this.#entries.sizeCalculation?.(answer, key) ?? 0;
      if (!isKept && this.#makeRoom(size, count)) {
        this.#entries.set(key, answer, { ttl: ttl() });
      }
    }
  }

  /** @returns Whether there is room. */
  #makeRoom(size: number, count: number): boolean {
    const { maxSize } = this.#entries;
    while (size <= maxSize && this.#entries.calculatedSize + size > maxSize) {
      const { value: oldest } = this.#entries.rkeys().next();
      if (oldest === undefined) {
        return false;
      }
      const answer = this.#entries.getRemainingTTL(oldest) > 0 ? this.#entries.peek(oldest) : undefined;
      if (answer && (this.#uses.get(answer)?.count ?? 0) > count) {
        // The next who needs room looks at another one.
        this.#entries.get(oldest);
        return false;
      }
      this.#entries.delete(oldest);
    }
    return size <= maxSize;
  }
}
