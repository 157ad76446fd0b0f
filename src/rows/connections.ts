import type { Shape } from './shape.js';

/** A member of an answer that is a page of a longer list. */
export interface Connection {
  /** Names of the members from the root. */
  readonly path: readonly string[];
  /** The members on the way, itself the last. */
  readonly way: readonly Shape[];
  readonly shape: Shape;
  /** Whether its page is the end of the list. */
  readonly isLast: boolean;
  /** Whether the operation says how long its page is. */
  readonly isSized: boolean;
}

/** Finds the pages of an answer whose items are selected. */
export function* connectionsIn(fields: readonly Shape[], way: readonly Shape[] = []): Generator<Connection, void> {
  for (const shape of fields) {
    const here = [...way, shape];
    if (shape.isConnection && itemLists(shape).length > 0) {
      yield {
        path: here.map(({ name }) => name),
        way: here,
        shape,
        isLast: has(shape, 'last'),
        isSized: has(shape, 'last') || has(shape, 'first'),
      };
    }
    yield* connectionsIn(shape.fields ?? [], here);
  }
}

/** The members of a page that have its items. */
export function itemLists({ fields = [] }: Shape): readonly string[] {
  return fields
    .filter(({ field, isList }) => isList && (field === 'nodes' || field === 'edges'))
    .map(({ name }) => name);
}

function has({ nodes }: Shape, argument: string): boolean {
  return nodes.some(({ arguments: given = [] }) => given.some(({ name }) => name.value === argument));
}
