/** One measured figure beside what it is compared with, from the same run. */
export interface Figure {
  readonly what: string;
  readonly measured: string;
  /** A peer that does the same, or a floor that was computed. */
  readonly comparedWith: string;
  /** `measured` over `comparedWith`. */
  readonly ratio: number;
  readonly goal: string;
  /** Whether the goal was reached; left out where the figure is only shown. */
  readonly met?: boolean;
}

/** A cell of a table: a text, or one that says whether a goal was reached. */
export type Cell = string | { readonly text: string; readonly met: boolean };

/** Figures that are better read side by side. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Bench {
  readonly name: string;
  /** @throws Error when the thing measured gives a wrong answer: a wrong answer has no speed. */
  measure(): Promise<readonly Figure[] | Table>;
  /** The part that is the same on every machine and takes seconds; left out where there is none. */
  check?(): Promise<readonly Figure[] | Table>;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) {
    throw new Error('No values, no median.');
  }
  return middle;
}
