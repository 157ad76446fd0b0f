import type { Arrival } from './cohort.js';
import { inBatchesOf, type PlannedQuestion } from './planned-question.js';

/** Keys that arrive together. */
interface Lot {
  readonly keys: Set<string>;
  others: number;
}

/** What is asked of one question at one level, and how many calls that takes. */
export class Wave {
  readonly question: PlannedQuestion;
  readonly level: number;
  readonly #lots = new Map<Arrival, Lot>();
  #mostCalls: number | undefined;

  constructor(question: PlannedQuestion, level: number) {
    this.question = question;
    this.level = level;
  }

  add(keys: Iterable<string>, others: number, since: Arrival): void {
    const lot = this.#lots.get(since) ?? { keys: new Set(), others: 0 };
    this.#lots.set(since, lot);
    for (const key of keys) {
      lot.keys.add(key);
    }
    lot.others += others;
  }

  /** Takes out a key that turned out to be asked about earlier. */
  delete(key: string): void {
    for (const { keys } of this.#lots.values()) {
      keys.delete(key);
    }
  }

  /** The keys that are known, each once. */
  get keys(): ReadonlySet<string> {
    return new Set([...this.#lots.values()].flatMap(({ keys }) => [...keys]));
  }

  /** Keys at most, those included that only answers will name. */
  get mostKeys(): number {
    return this.keys.size + sum([...this.#lots.values()].map(({ others }) => others));
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
    const moments = momentsOf([...this.#lots.keys()]);
    if (mostCalls) {
      return mostCalls(this.mostKeys, moments);
    }
    const inBatches = inBatchesOf(batchSize);
    const apart = [...this.#lots].map(([arrival, { keys, others }]) =>
      inBatches(keys.size + others, momentsOf([arrival])),
    );
    return Math.min(sum(apart), inBatches(this.mostKeys, moments));
  }
}

/** Different moments at most: those of the answers that are waited for, and one for what waits for none. */
function momentsOf(arrivals: readonly Arrival[]): number {
  const answers = sum([...new Set(arrivals.flatMap(({ waves }) => waves))].map(({ mostCalls }) => mostCalls));
  const atOnce = arrivals.some(({ waves }) => waves.length === 0) ? 1 : 0;
  return Math.max(1, Math.min(atOnce + answers, sum(arrivals.map(({ mostMoments }) => mostMoments))));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
