import type { Operator } from './esearch-query.js';

export type Uids = ReadonlySet<string>;

/** What a query was understood as, an element of `translationstack`. */
export type StackEntry = StackTerm | Operator | 'RANGE' | 'GROUP';

export interface StackTerm {
  readonly term: string;
  readonly field: string;
  readonly count: string;
  readonly explode: 'Y' | 'N';
}

/** What became of a part of a query. */
export interface Part {
  readonly hits: Uids;
  /** How it is written in the translation. */
  readonly written: string;
  /** The same without the parts that found nothing; missing when none found anything. */
  readonly found: string | undefined;
  readonly stack: readonly StackEntry[];
}

/** A part in parentheses. */
export function grouped(part: Part): Part {
  return {
    ...part,
    written: `(${part.written})`,
    found: part.found && `(${part.found})`,
    stack: [...part.stack, 'GROUP'],
  };
}

/** Two parts with an operator between them. */
export function combine(operator: Operator, left: Part, right: Part): Part {
  const written = `${left.written} ${operator} ${right.written}`;
  const bothFound = left.found !== undefined && right.found !== undefined;
  return {
    hits: merge(operator, left.hits, right.hits),
    written,
    found: bothFound ? `${left.found} ${operator} ${right.found}` : (left.found ?? right.found),
    stack: [...left.stack, ...right.stack, ...(left.stack.length > 0 && right.stack.length > 0 ? [operator] : [])],
  };
}

function merge(operator: Operator, left: Uids, right: Uids): Uids {
  switch (operator) {
    case 'AND':
      return new Set([...left].filter((uid) => right.has(uid)));
    case 'OR':
      return new Set([...left, ...right]);
    case 'NOT':
      return new Set([...left].filter((uid) => !right.has(uid)));
    default:
      throw new Error(`unknown operator ${String(operator satisfies never)}`);
  }
}
