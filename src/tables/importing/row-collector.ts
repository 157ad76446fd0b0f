import type { RowSink, TableDescription } from '../description.js';
import { PairSorter } from '../sorting/pair-sorter.js';
import type { SkippedRows } from '../storage/manifest.js';

/** Collects what the rows of a table give, and counts those that give nothing. */
export class RowCollector implements RowSink {
  readonly edges: readonly PairSorter[];
  rows = 0;
  badRows = 0;
  /** The line of the row that is read. */
  line = 0;
  readonly #skipped = new Map<string, { rows: number; readonly firstLine: number }>();

  constructor({ edges }: TableDescription, folder: string) {
    this.edges = edges.map((_edge, kind) => new PairSorter(folder, `edges-${kind}`));
  }

  edge(kind: number, source: number, target: number): void {
    (this.edges[kind] as PairSorter).add(source, target);
  }

  skip(reason: string): void {
    const known = this.#skipped.get(reason);
    if (known) {
      known.rows += 1;
    } else {
      this.#skipped.set(reason, { rows: 1, firstLine: this.line });
    }
  }

  bad(reason: string): void {
    this.badRows += 1;
    this.skip(reason);
  }

  get skipped(): SkippedRows {
    return Object.fromEntries(this.#skipped);
  }

  close(): void {
    for (const sorter of this.edges) {
      sorter.close();
    }
  }
}
