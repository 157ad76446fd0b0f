import type { Milliseconds } from '../../upstream/clock.js';

/** What waits or is under way for an operation, as far as it matters to what else it will ask. */
export interface Dependency {
  /** Names the question that its keys are about. */
  readonly question: string;
  /** Whether it is sure to be answered without anything else being answered first. */
  readonly isOnItsWay: boolean;
  /** When it is likely to be answered; `-Infinity` while what its answer leads to is being requested. */
  readonly answerAt: Milliseconds;
  /** Keys it is about. */
  readonly keyCount: number;
}

/** Operations that ask more different questions than this go unobserved. */
const MAX_QUESTIONS = 200;

/**
 * Learns within one operation whose answers make it ask what ("the proteins of genes lead to structures of proteins"),
 * and so knows whether a batch that is not full will get more keys of this operation, or has them all.
 */
export class DependencyTracker {
  #last: string | undefined;
  readonly #sourcesOf = new Map<string, Set<string>>();
  readonly #unsettled = new Set<Dependency>();
  readonly #requests = new Map<string, number>();
  /** The same when a batch was settled last: beside an answer that is still being delivered, too few keys would count as answered. */
  #settledRequests: ReadonlyMap<string, number> = new Map();
  /** Keys that were answered, by question. */
  readonly #answers = new Map<string, number>();

  /**
   * A key is asked for: the answer before led here.
   *
   * @param isNew - Whether nobody waits for it yet: a record that several lead to takes room in a batch once.
   */
  requested(question: string, isNew = true): void {
    if (isNew && this.#requests.size < MAX_QUESTIONS) {
      this.#requests.set(question, (this.#requests.get(question) ?? 0) + 1);
    }
    if (this.#last !== undefined && this.#sourcesOf.size < MAX_QUESTIONS) {
      const sources = this.#sourcesOf.get(question) ?? new Set();
      this.#sourcesOf.set(question, sources.add(this.#last));
    }
  }

  /** The question whose answer made the operation go on last. */
  get last(): string | undefined {
    return this.#last;
  }

  /** Its answer is there and moves the operation on. */
  answered({ question }: Pick<Dependency, 'question'>): void {
    this.#last = question;
  }

  /** It is waited for. */
  started(dependency: Dependency): void {
    this.#unsettled.add(dependency);
  }

  /** It is no longer waited for, or all has been asked that follows from its answer. */
  settled(dependency: Dependency): void {
    const { question, isOnItsWay, keyCount } = dependency;
    if (this.#unsettled.delete(dependency) && isOnItsWay) {
      this.#answers.set(question, (this.#answers.get(question) ?? 0) + keyCount);
      this.#settledRequests = new Map(this.#requests);
    }
  }

  /** About how many keys unanswered keys will add to a batch, by how many the answered ones have led to. */
  expected(batch: Dependency): number {
    const { question } = batch;
    const sources = this.#sourcesOf.get(question) ?? new Set();
    let unanswered = 0;
    for (const { keyCount } of this.#sourcesUnderWay(batch)) {
      unanswered += keyCount;
    }
    let answered = 0;
    for (const source of sources) {
      answered += this.#answers.get(source) ?? 0;
    }
    const fanOut = answered > 0 ? (this.#settledRequests.get(question) ?? 0) / answered : 1;
    return unanswered * fanOut;
  }

  /** When the next answer that adds keys to a batch is likely to come; see {@link Dependency.answerAt}. */
  nextAnswerAt(batch: Dependency): Milliseconds {
    return Math.min(...this.#sourcesUnderWay(batch).map(({ answerAt }) => answerAt));
  }

  /**
   * Whether answers that will come will add keys to a batch. Of questions that feed each other in a circle, one would
   * wait for the other for ever, so that only those on their way count there.
   */
  expectsMore(batch: Dependency): boolean {
    const sources = this.#sourcesOf.get(batch.question);
    if (!sources) {
      return false;
    }
    for (const other of this.#unsettled) {
      if (other !== batch && sources.has(other.question)) {
        if (other.isOnItsWay || !this.#leadsTo(batch.question, other.question)) {
          return true;
        }
      }
    }
    return false;
  }

  #sourcesUnderWay({ question }: Dependency): Dependency[] {
    const sources = this.#sourcesOf.get(question);
    return [...this.#unsettled].filter((other) => other.question !== question && sources?.has(other.question));
  }

  /** Whether answers to one question lead, over others, to another. */
  #leadsTo(from: string, to: string, seen = new Set<string>()): boolean {
    if (from === to) {
      return true;
    }
    seen.add(to);
    return [...(this.#sourcesOf.get(to) ?? [])].some(
      (dependency) => !seen.has(dependency) && this.#leadsTo(from, dependency, seen),
    );
  }
}
