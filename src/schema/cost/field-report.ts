import type { EstimateScope } from './dry-run-scope.js';

/** What a selected field costs by itself. */
export type FieldCost = 'FREE' | 'CACHED' | 'PARTLY_CACHED' | 'ASKED' | 'UNFORESEEN';

/** What a selected field asks, for all the objects that have it. */
export class FieldReport {
  readonly path: string;
  /** Whether there can be no fields below it. */
  readonly isLeaf: boolean;
  readonly #asks = new Set<string>();
  readonly #notes = new Set<string>();
  #known = 0;
  #missing = 0;
  #isForeseen = true;

  constructor(path: string, isLeaf: boolean) {
    this.path = path;
    this.isLeaf = isLeaf;
  }

  /** Adds what the field has asked on a stage. */
  add({ questions, known, missing, notes }: EstimateScope): void {
    for (const question of questions) {
      this.#asks.add(question);
    }
    for (const note of notes) {
      this.#notes.add(note);
    }
    this.#known += known;
    this.#missing += missing;
  }

  /** Notes that nothing tells what the field asks. */
  giveUp(): void {
    this.#isForeseen = false;
    this.#notes.add('It cannot be foreseen what this field asks.');
  }

  /** Questions, by utility and subject. */
  get asks(): readonly string[] {
    return [...this.#asks];
  }

  /** What will fail or cannot be foreseen, as sentences. */
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
