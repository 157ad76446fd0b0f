import type { RowSink, TableDescription, TablePart } from '../description.js';
import { BAD, NULL, type Row } from '../reading/row.js';
import { PairSorter } from '../sorting/pair-sorter.js';
import { INCOMPLETE, type SkippedRows } from '../storage/manifest.js';
import { FactSpool } from './fact-spool.js';

interface Unattributed {
  forward: number;
  backward: number;
}

/** What is looked up in other tables while rows are read. */
export type Look = RowSink['look'];

/** Collects what the rows of a table give, and counts those that give nothing. */
export class RowCollector implements RowSink {
  readonly edges: readonly PairSorter[];
  readonly facts: readonly FactSpool[];
  readonly look: Look;
  /** For each kind, the links of rows that do not say of which source, or of which target. */
  readonly unattributed: readonly Unattributed[];
  rows = 0;
  badRows = 0;
  /** The line of the row that is read. */
  #line = 0;
  readonly #skipped = new Map<string, { rows: number; readonly firstLine: number }>();

  constructor({ edges, facts = [] }: TableDescription, folder: string, look: Look) {
    this.edges = edges.map((_edge, kind) => new PairSorter(folder, `edges-${kind}`));
    this.unattributed = edges.map(() => ({ forward: 0, backward: 0 }));
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

  lost(kind: number, source: number, target: number): void {
    if (source > NULL) {
      this.edge(kind, source, INCOMPLETE);
    }
    if (target > NULL) {
      this.edge(kind, INCOMPLETE, target);
    }
    const lost = this.unattributed[kind] as Unattributed;
    lost.forward += source === BAD ? 1 : 0;
    lost.backward += target === BAD ? 1 : 0;
  }

  /**
   * Notes a row that cannot be divided into its columns. It may be cut off, or shifted: any list may lack a link of it, and those
   * of the ids that it seems to have surely do.
   */
  fault(row: Row, read: TablePart['read'], reason: string): void {
    this.bad(reason);
    for (const kind of this.edges.keys()) {
      this.lost(kind, BAD, BAD);
    }
    const lost: RowSink['lost'] = (kind, source, target) => {
      this.lost(kind, Math.max(source, NULL), Math.max(target, NULL));
    };
    const nothing = (): void => undefined;
    read(row, { edge: lost, lost, fact: nothing, skip: nothing, bad: nothing, look: this.look });
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
