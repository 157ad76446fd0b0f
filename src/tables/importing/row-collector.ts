import type { RowSink, TableDescription } from '../description.js';
import { PairSorter } from '../sorting/pair-sorter.js';
import { INCOMPLETE, type SkippedRows } from '../storage/manifest.js';
import { FactSpool } from './fact-spool.js';

/** What is looked up in other tables while rows are read. */
export type Look = RowSink['look'];

/** Collects what the rows of a table give, and counts those that give nothing. */
export class RowCollector implements RowSink {
  readonly edges: readonly PairSorter[];
  readonly facts: readonly FactSpool[];
  readonly look: Look;
  rows = 0;
  badRows = 0;
  /** The line of the row that is read. */
  #line = 0;
  readonly #skipped = new Map<string, { rows: number; readonly firstLine: number }>();

  constructor({ edges, facts = [] }: TableDescription, folder: string, look: Look) {
    this.edges = edges.map((_edge, kind) => new PairSorter(folder, `edges-${kind}`));
    this.facts = facts.map((_fact, kind) => new FactSpool(folder, `facts-${kind}`));
    this.look = look;
  }

  /** Begins a row. */
  begin(line: number): void {
    this.rows += 1;
    this.#line = line;
  }

  edge(kind: number, source: number, target: number): void {
    (this.edges[kind] as PairSorter).add(source, target);
  }

  incomplete(kind: number, source: number): void {
    this.edge(kind, source, INCOMPLETE);
  }

  incompleteBackward(kind: number, target: number): void {
    this.edge(kind, INCOMPLETE, target);
  }

  fact(kind: number, source: number, fact: unknown): void {
    (this.facts[kind] as FactSpool).add(source, fact);
  }

  skip(reason: string): void {
    const known = this.#skipped.get(reason);
    if (known) {
      known.rows += 1;
    } else {
      this.#skipped.set(reason, { rows: 1, firstLine: this.#line });
    }
  }

  bad(reason: string): void {
    this.badRows += 1;
    this.skip(reason);
  }

  /** Whether no row gave anything. */
  get isEmpty(): boolean {
    return [...this.edges, ...this.facts].every((part) => part.isEmpty);
  }

  get skipped(): SkippedRows {
    return Object.fromEntries(this.#skipped);
  }

  close(): void {
    for (const part of [...this.edges, ...this.facts]) {
      part.close();
    }
  }
}
