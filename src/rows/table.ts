import type { GraphQLFormattedError } from 'graphql';

import { Failure } from './failures.js';
import { type ListStyle, listCell } from './lists.js';
import { ERROR, INPUT, type Piece } from './piece.js';
import { RowsError } from './rows-error.js';
import type { RowsPath } from './rows-path.js';
import type { Shape } from './shape.js';

export type Cell = string | number | boolean | null | Failure;

/** A column between the input and the errors. */
export interface Column {
  /** Dotted path. */
  readonly name: string;
  /** Scalar type of its values; undefined for lists. */
  readonly type: string | undefined;
}

export interface Row {
  readonly cells: readonly Cell[];
  readonly errors: ReadonlySet<GraphQLFormattedError>;
}

/** A member of an answer and its columns. */
interface Part {
  readonly name: string;
  readonly isList: boolean;
  /** Whether it lies beside the rows: its values share cells. */
  readonly isSide: boolean;
  readonly parts: readonly Part[] | undefined;
  /** The member that leads to the list of rows. */
  readonly way: Part | undefined;
  /** First column, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** A row while it is filled. */
interface Filling {
  readonly cells: Cell[];
  readonly errors: Set<GraphQLFormattedError>;
}

export interface TableOptions {
  /** The list whose items become rows, through the lists on the way. */
  readonly rows: RowsPath | undefined;
  readonly lists: ListStyle;
  /** Whether the first column has the inputs. */
  readonly hasInputs: boolean;
  /** Whether the last column has the errors of each row. */
  readonly hasErrors: boolean;
}

/**
 * Flattens answers to rows. Objects become columns. Each item of the list of rows becomes a row, which repeats the values
 * above it; a piece without items is a row as well. Other lists share a cell.
 */
export class Table {
  readonly columns: readonly Column[];
  readonly hasInputs: boolean;
  readonly hasErrors: boolean;
  readonly #lists: ListStyle;
  readonly #root: Part;

  /** @throws RowsError when a member at the root has the name of a column of the table itself. */
  constructor(shape: readonly Shape[], { rows = [], lists, hasInputs, hasErrors }: TableOptions) {
    const columns: Column[] = [];
    const parts = layOut(shape, { above: '', way: rows, isSide: false, columns });
    this.#root = partOf({ name: '', isList: false, isSide: false, parts, from: 0, to: columns.length }, rows[0]);
    const taken = [...(hasInputs ? [INPUT] : []), ...(hasErrors ? [ERROR] : [])].find((own) =>
      columns.some(({ name }) => name === own),
    );
    if (taken !== undefined) {
      throw new RowsError(`the table has a column ${taken} of its own. Use another alias for ${taken}.`);
    }
    this.columns = columns;
    this.hasInputs = hasInputs;
    this.hasErrors = hasErrors;
    this.#lists = lists;
  }

  /** Names of all columns. */
  get header(): readonly string[] {
    return [
      ...(this.hasInputs ? [INPUT] : []),
      ...this.columns.map(({ name }) => name),
      ...(this.hasErrors ? [ERROR] : []),
    ];
  }

  /** The rows of a piece, at least one. A failure fills all columns of what failed. */
  *rowsOf({ data, errors }: Piece): Generator<Row, void> {
    const cells = Array.from<Cell>({ length: this.columns.length }).fill(null);
    const placed = new Set<GraphQLFormattedError>();
    let held: Filling | undefined;
    for (const row of this.#rowsOf(this.#root, data, { cells, errors: new Set() })) {
      for (const error of row.errors) {
        placed.add(error);
      }
      if (held) {
        yield held;
      }
      held = row;
    }
    // Errors that no value stands for are told in the last row, when those of the others are known.
    for (const error of held ? errors : []) {
      if (!placed.has(error)) {
        held?.errors.add(error);
      }
    }
    if (held) {
      yield held;
    }
  }

  *#rowsOf(part: Part, value: unknown, above: Filling): Generator<Filling, void> {
    if (part.isList && Array.isArray(value) && value.length > 0) {
      for (const item of value as readonly unknown[]) {
        yield* this.#rowsOf(part, item ?? undefined, above);
      }
      return;
    }
    const row = { cells: [...above.cells], errors: new Set(above.errors) };
    if (
      value instanceof Failure ||
      typeof value !== 'object' ||
      value === null ||
      Array.isArray(value) ||
      !part.parts
    ) {
      this.#fill(part, Array.isArray(value) ? null : value, row);
      yield row;
      return;
    }
    const members = value as Readonly<Record<string, unknown>>;
    for (const below of part.parts) {
      if (below !== part.way) {
        this.#fill(below, members[below.name], row);
      }
    }
    if (part.way) {
      yield* this.#rowsOf(part.way, members[part.way.name], row);
    } else {
      yield row;
    }
  }

  /** Fills the columns of a value. */
  #fill(part: Part, value: unknown, row: Filling): void {
    if (value instanceof Failure) {
      row.cells.fill(value, part.from, part.to);
      note(value, row);
    } else if (part.isSide && Array.isArray(value)) {
      this.#fillSide(part, value as readonly unknown[], row);
    } else if (!part.parts) {
      row.cells[part.from] = cellOf(value);
    } else if (typeof value === 'object' && value !== null) {
      for (const below of part.parts) {
        this.#fill(below, (value as Readonly<Record<string, unknown>>)[below.name], row);
      }
    }
  }

  /** Fills the columns of a list whose values share cells: one list for each column. */
  #fillSide(part: Part, items: readonly unknown[], row: Filling): void {
    for (const item of items) {
      noteAll(item, row);
    }
    const below = (each: Part, values: readonly unknown[]): void => {
      if (!each.parts) {
        row.cells[each.from] = listCell(values, this.#lists);
        return;
      }
      for (const next of each.parts) {
        below(
          next,
          values.map((value) => memberOf(value, next.name)),
        );
      }
    };
    below(part, items);
  }
}

/** A member of an object, or of each object of a list. */
function memberOf(value: unknown, name: string): unknown {
  if (value instanceof Failure) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map((item) => memberOf(item, name));
  }
  return typeof value === 'object' && value !== null
    ? ((value as Readonly<Record<string, unknown>>)[name] ?? null)
    : null;
}

function note({ errors }: Failure, row: Filling): void {
  for (const error of errors) {
    row.errors.add(error);
  }
}

function noteAll(value: unknown, row: Filling): void {
  if (value instanceof Failure) {
    note(value, row);
  } else if (typeof value === 'object' && value !== null) {
    for (const below of Object.values(value)) {
      noteAll(below, row);
    }
  }
}

interface Layout {
  readonly above: string;
  readonly way: RowsPath;
  readonly isSide: boolean;
  readonly columns: Column[];
}

function layOut(shape: readonly Shape[], { above, way, isSide, columns }: Layout): readonly Part[] {
  return shape.map(({ name, isList, fields, type }) => {
    const from = columns.length;
    const here = `${above}${name}`;
    const isOnWay = name === way[0];
    const isBeside = isSide || (isList && !isOnWay);
    if (!fields) {
      columns.push({ name: here, type: isBeside ? undefined : type });
    }
    const rest = isOnWay ? way.slice(1) : [];
    const parts = fields && layOut(fields, { above: `${here}.`, way: rest, isSide: isBeside, columns });
    return partOf({ name, isList, isSide: isBeside, parts, from, to: columns.length }, rest[0]);
  });
}

function partOf(part: Omit<Part, 'way'>, next: string | undefined): Part {
  return { ...part, way: next === undefined ? undefined : part.parts?.find(({ name }) => name === next) };
}

/** Structured values are JSON. */
function cellOf(value: unknown): Cell {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  return value == null ? null : JSON.stringify(value);
}
