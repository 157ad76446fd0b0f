import { Failure } from './failure.js';
import type { RowsPath } from './rows-path.js';
import type { Shape } from './shape.js';

export type Cell = string | number | boolean | null;

/** A member of an answer and the columns that it fills. */
interface Part {
  readonly name: string;
  readonly isList: boolean;
  readonly parts: readonly Part[] | undefined;
  /** First column, and the one behind the last. */
  readonly from: number;
  readonly to: number;
}

/** What lies in a list, each of which makes rows of its own. */
interface Branch {
  readonly part: Part;
  readonly items: readonly unknown[];
}

/**
 * Answers as rows. Objects are laid out flat, and each item of a list makes a row, beside the values that stand above it;
 * lists side by side follow each other. So there is a row for each way from the root to an item that has no lists.
 */
export class Table {
  /** Names of the members on the way to each column, with dots between them. */
  readonly columns: readonly string[];
  readonly #root: Part;

  /** @param rows - Only this list makes rows, with those inside it; those beside it are left out. */
  constructor(shape: readonly Shape[], rows?: RowsPath) {
    const columns: string[] = [];
    this.#root = {
      name: '',
      isList: false,
      parts: layOut(rows ? alongPath(shape, rows) : shape, '', columns),
      from: 0,
      to: columns.length,
    };
    this.columns = columns;
  }

  /** The rows of an answer. A failure fills all columns of what failed. */
  *rowsOf(data: unknown): Generator<readonly Cell[], void> {
    const empty = Array.from<Cell>({ length: this.columns.length }).fill(null);
    yield* rowsOf(this.#root, data, empty);
  }
}

function layOut(shape: readonly Shape[], above: string, columns: string[]): readonly Part[] {
  return shape.map(({ name, isList, fields }) => {
    const from = columns.length;
    const here = `${above}${name}`;
    if (!fields) {
      columns.push(here);
    }
    const parts = fields && layOut(fields, `${here}.`, columns);
    return { name, isList, parts, from, to: columns.length };
  });
}

/** What stands above a list on its path, and the list with all that is in it. */
function alongPath(shape: readonly Shape[], [name, ...rest]: RowsPath): readonly Shape[] {
  return shape.flatMap((field) => {
    if (field.name === name) {
      return rest.length === 0 || !field.fields ? field : { ...field, fields: alongPath(field.fields, rest) };
    }
    return withoutLists(field);
  });
}

function withoutLists(field: Shape): readonly Shape[] {
  if (!field.fields) {
    return [field];
  }
  return field.isList ? [] : [{ ...field, fields: field.fields.flatMap(withoutLists) }];
}

function* rowsOf(part: Part, value: unknown, above: readonly Cell[]): Generator<readonly Cell[], void> {
  const row = [...above];
  const branches: Branch[] = [];
  fill(part, value, row, branches);
  if (branches.length === 0) {
    yield row;
  }
  for (const { part: list, items } of branches) {
    for (const item of items) {
      yield* rowsOf({ ...list, isList: false }, item, row);
    }
  }
}

/** Fills the columns of a value, but for those of its lists, which are left as branches. */
function fill(part: Part, value: unknown, row: Cell[], branches: Branch[]): void {
  if (value instanceof Failure) {
    row.fill(value.cell, part.from, part.to);
  } else if (!part.parts) {
    row[part.from] = cellOf(value);
  } else if (Array.isArray(value) && part.isList) {
    if (value.length > 0) {
      branches.push({ part, items: value });
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const below of part.parts) {
      fill(below, (value as Readonly<Record<string, unknown>>)[below.name], row, branches);
    }
  }
}

/** Values of a list share a cell; what has a structure of its own is JSON. */
function cellOf(value: unknown): Cell {
  if (Array.isArray(value)) {
    return value.map((item) => String(item instanceof Failure ? item.cell : (cellOf(item) ?? ''))).join('; ');
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  return value == null ? null : JSON.stringify(value);
}
