import { RowsError } from './rows-error.js';
import type { Shape } from './shape.js';

/** Names of the members from the root of an answer to a list. */
export type RowsPath = readonly string[];

interface Found {
  readonly path: RowsPath;
  readonly list: Shape;
  /** Number of lists around it. */
  readonly within: number;
}

/**
 * Finds the list whose items become lines: the one at a path, else the first list of records or edges from the root, else
 * the first list of other objects. Undefined where there is none: the answer is then one item.
 *
 * @param written - Dotted path, such as `gene.pubmed.nodes`.
 * @throws RowsError when no list of objects has this path.
 */
export function linesPath(shape: readonly Shape[], written?: string): RowsPath | undefined {
  return chosen(shape, written)?.path;
}

/**
 * Finds the list whose items become rows: as for lines, but without a path it goes on into a list inside the items, where
 * there is only one.
 *
 * @throws RowsError when no list of objects has this path.
 */
export function rowsPath(shape: readonly Shape[], written?: string): RowsPath | undefined {
  const start = chosen(shape, written);
  if (!start || written !== undefined) {
    return start?.path;
  }
  let { path, list } = start;
  for (;;) {
    const [inside, ...others] = [...objectLists(list.fields ?? [], path)].filter(({ within }) => within === 0);
    if (!inside || others.length > 0) {
      return path;
    }
    ({ path, list } = inside);
  }
}

function chosen(shape: readonly Shape[], written: string | undefined): Found | undefined {
  const lists = [...objectLists(shape, [])];
  if (written === undefined) {
    return (
      lists.find(({ list, within }) => list.holdsRecords && within === 0) ?? lists.find(({ within }) => within === 0)
    );
  }
  const found = lists.find(({ path }) => path.join('.') === written);
  if (!found) {
    const known = lists.map(({ path }) => path.join('.')).join(', ');
    throw new RowsError(
      `no list of objects at ${written}.${known === '' ? '' : ` Lists of this operation: ${known}.`}`,
    );
  }
  return found;
}

function* objectLists(fields: readonly Shape[], path: RowsPath, within = 0): Generator<Found, void> {
  for (const field of fields) {
    if (field.fields) {
      const here = [...path, field.name];
      if (field.isList) {
        yield { path: here, list: field, within };
      }
      yield* objectLists(field.fields, here, within + (field.isList ? 1 : 0));
    }
  }
}
