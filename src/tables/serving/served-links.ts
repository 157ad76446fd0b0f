import type { ServedTable } from '../../loading/operation/used-tables.js';
import { isPartial, isServed, type ServingRule } from './is-served.js';
import type { OpenGeneration, ServedGeneration } from './served-generation.js';

/** Lists that may be served under a link name. */
export interface Candidate {
  readonly open: OpenGeneration;
  readonly table: ServedTable;
  /** Whether that a record is not there proves nothing. */
  readonly isPartial: boolean;
}

/** The lists of one link name, which several tables may have. */
export class ServedLinks {
  readonly from: string;
  readonly to: string;
  readonly #name: string;
  readonly #rule: ServingRule;
  readonly #tables: ServedGeneration[] = [];
  /** The generations that were current when it was looked last, by table. */
  readonly #seen: (OpenGeneration | undefined)[] = [];
  #candidates: readonly Candidate[] = [];

  constructor(name: string, { from, to }: { readonly from: string; readonly to: string }, rule: ServingRule) {
    this.#name = name;
    this.from = from;
    this.to = to;
    this.#rule = rule;
  }

  add(table: ServedGeneration): void {
    this.#tables.push(table);
    this.#seen.push(undefined);
  }

  /** The first generation that is open, served or not. */
  get open(): OpenGeneration | undefined {
    return this.#tables.find(({ current }) => current)?.current;
  }

  /** The lists that agree well enough with ELink, those that agree best first. */
  get candidates(): readonly Candidate[] {
    let isSame = true;
    for (let i = 0; i < this.#tables.length; i += 1) {
      const open = this.#tables[i]?.current;
      isSame &&= open === this.#seen[i];
      this.#seen[i] = open;
    }
    if (!isSame) {
      this.#candidates = this.#seen
        .flatMap((open) => (open ? this.#candidateOf(open) : []))
        .toSorted((a, b) => (b.table.agreement ?? 0) - (a.table.agreement ?? 0));
    }
    return this.#candidates;
  }

  #candidateOf(open: OpenGeneration): Candidate[] {
    const lists = open.generation.manifest.lists[this.#name];
    const table = open.servedAs(this.#name);
    return lists && isServed(table.agreement, lists, this.#rule) ? [{ open, table, isPartial: isPartial(lists) }] : [];
  }
}
