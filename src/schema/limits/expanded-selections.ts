import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** The fragments of a document by name; the last of those that share one. */
export function fragmentsOf(document: DocumentNode): Fragments {
  return new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
}

/**
 * Counts the selections of all operations with every fragment spread out. Takes time in proportion to the document: the
 * count of a fragment is computed once. Infinity where fragments contain each other.
 */
export function expandedSelections(document: DocumentNode): number {
  const fragments = fragmentsOf(document);
  const counts = new Map<string, number>();
  const count = ({ selections }: SelectionSetNode): number => {
    let total = selections.length;
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        total += countFragment(selection.name.value);
      } else if (selection.selectionSet) {
        total += count(selection.selectionSet);
      }
    }
    return total;
  };
  const countFragment = (name: string): number => {
    const known = counts.get(name);
    const fragment = fragments.get(name);
    if (known !== undefined || !fragment) {
      return known ?? 0;
    }
    // Holds while the fragment is counted: whoever meets it then is inside it.
    counts.set(name, Infinity);
    const total = count(fragment.selectionSet);
    counts.set(name, total);
    return total;
  };
  let total = 0;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      total += count(definition.selectionSet);
    }
  }
  return total;
}
