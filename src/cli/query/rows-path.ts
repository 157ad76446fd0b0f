import { Mistakes } from './document.js';
import type { Shape } from './shape.js';

/** Names of members from the root of an answer to a list. */
export type RowsPath = readonly string[];

/**
 * The list that an operation is about: the one that is named, else the first list of records or of edges from the root,
 * else the first list of other objects. Undefined where there is none, so that the answer is one item itself.
 *
 * @param written - Names with dots between them, such as `gene.pubmed.nodes`.
 * @throws Mistakes when no list of objects has this path.
 */
export function rowsPath(shape: readonly Shape[], written?: string): RowsPath | undefined {
  const lists = [...objectLists(shape, [])];
  if (written === undefined) {
    return (
      lists.find(({ list, within }) => list.holdsRecords && within === 0) ?? lists.find(({ within }) => within === 0)
    )?.path;
  }
  const found = lists.find(({ path }) => path.join('.') === written);
  if (!found) {
    const known = lists.map(({ path }) => path.join('.')).join(', ');
    throw new Mistakes(
      `--rows: the answer has no list of objects ${written}${known === '' ? '' : `; it has ${known}`}.`,
    );
  }
  return found.path;
}

interface Found {
  readonly path: RowsPath;
  readonly list: Shape;
  /** In how many other lists it lies. */
  readonly within: number;
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
