import type { Arrival } from './record-set.js';
import { inBatchesOf, type PlannedQuery } from './planned-query.js';

/** Keys that arrive together. */
interface KeyGroup {
  readonly keys: Set<string>;
  others: number;
}

/** What is asked of one question at one level, and how many calls that takes. */
export class CallGroup {
  readonly question: PlannedQuery;
  readonly level: number;
  readonly #keyGroups = new Map<Arrival, KeyGroup>();
  #mostCalls: number | undefined;

  constructor(question: PlannedQuery, level: number) {
    this.question = question;
    this.level = level;
  }

  add(keys: Iterable<string>, others: number, since: Arrival): void {
    const keyGroup = this.#keyGroups.get(since) ?? { keys: new Set(), others: 0 };
    this.#keyGroups.set(since, keyGroup);
    for (const key of keys) {
      keyGroup.keys.add(key);
    }
    keyGroup.others += others;
  }

  /** Takes out a key that turned out to be asked about earlier. */
  delete(key: string): void {
    for (const { keys } of this.#keyGroups.values()) {
      keys.delete(key);
    }
  }

  /** The keys that are known, each once. */
  get keys(): ReadonlySet<string> {
    return new Set([...this.#keyGroups.values()].flatMap(({ keys }) => [...keys]));
  }

  /** Keys at most, those included that only answers will name. */
  get mostKeys(): number {
    return this.keys.size + sum([...this.#keyGroups.values()].map(({ others }) => others));
  }

  /**
   * Calls at most. A batch is sent when it is full or when its permit comes, so each answer that brings keys may cost a
   * call of its own. To be read when everything has been asked.
   */
  get mostCalls(): number {
    this.#mostCalls ??= this.#countCalls();
    return this.#mostCalls;
  }

  #countCalls(): number {
    const { mostCalls, batchSize } = this.question;
    const moments = momentsOf([...this.#keyGroups.keys()]);
    if (mostCalls) {
      return mostCalls(this.mostKeys, moments);
    }
    const inBatches = inBatchesOf(batchSize);
    const apart = [...this.#keyGroups].map(([arrival, { keys, others }]) =>
      inBatches(keys.size + others, momentsOf([arrival])),
    );
    return Math.min(sum(apart), inBatches(this.mostKeys, moments));
  }
}

/** Different moments at most: those of the answers that are waited for, and one for what waits for none. */
function momentsOf(arrivals: readonly Arrival[]): number {
  const answers = sum([...new Set(arrivals.flatMap(({ callGroups }) => callGroups))].map(({ mostCalls }) => mostCalls));
  const atOnce = arrivals.some(({ callGroups }) => callGroups.length === 0) ? 1 : 0;
  return Math.max(1, Math.min(atOnce + answers, sum(arrivals.map(({ mostMoments }) => mostMoments))));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
