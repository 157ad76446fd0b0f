import type { PlannedQuery } from './planned-query.js';

/** What a selected field costs by itself. */
export type FieldCost = 'FREE' | 'CACHED' | 'PARTLY_CACHED' | 'ASKED' | 'UNFORESEEN';

/** What a selected field asks, for all the objects that have it. */
export class FieldReport {
  readonly path: string;
  /** Whether there can be no fields below it. */
  readonly isLeaf: boolean;
  /** Questions, by utility and subject. */
  readonly #asks = new Set<string>();
  readonly #notes = new Set<string>();
  #known = 0;
  #missing = 0;
  #isForeseen = true;

  constructor(path: string, isLeaf: boolean) {
    this.path = path;
    this.isLeaf = isLeaf;
  }

  /** Adds a question about records, of which so many answers are known, and at most so many are not. */
  asked({ utility, about }: PlannedQuery, known: number, missing: number): void {
    if (known + missing > 0) {
      this.#asks.add(`${utility} ${about}`);
    }
    this.#known += known;
    this.#missing += missing;
  }

  /** Notes what will fail or cannot be foreseen. */
  note(sentence: string): void {
    this.#notes.add(sentence);
  }

  /** Notes that nothing tells what the field asks. */
  giveUp(): void {
    this.#isForeseen = false;
    this.note('It cannot be foreseen what this field asks.');
  }

  get asks(): readonly string[] {
    return [...this.#asks];
  }

  /** What was noted, as sentences. */
  get notes(): readonly string[] {
    return [...this.#notes].map((note) => `${this.path}: ${note}`);
  }

  get cost(): FieldCost {
    if (!this.#isForeseen) {
      return 'UNFORESEEN';
    }
    if (this.#missing === 0) {
      return this.#known === 0 ? 'FREE' : 'CACHED';
    }
    return this.#known === 0 ? 'ASKED' : 'PARTLY_CACHED';
  }
}
