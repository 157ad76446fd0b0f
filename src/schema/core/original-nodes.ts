import type { DocumentNode, FieldNode, FragmentDefinitionNode } from 'graphql';

type Node = DocumentNode | FieldNode | FragmentDefinitionNode;
type FragmentMap = Record<string, FragmentDefinitionNode>;

/**
 * Nodes of documents as clients sent them, by those that are executed in their place. Look-ahead goes by the original, so
 * that a response does not depend on whether it is streamed.
 */
const originals = new WeakMap<Node, Node>();
const fieldLists = new WeakMap<readonly FieldNode[], FieldNode[]>();
const fragmentMaps = new WeakMap<FragmentMap, FragmentMap>();

/** Remembers what a node stands for. */
export function standsFor<N extends Node>(executed: N, original: N): N {
  originals.set(executed, original);
  return executed;
}

/** Whether a document is executed in place of another. */
export function isRewritten(document: DocumentNode): boolean {
  return originals.has(document);
}

/** The fields that a client sent; always the same list for the same fields, since results are remembered by it. */
export function originalFields(executed: FieldNode[]): FieldNode[] {
  const [first] = executed;
  if (!first || !originals.has(first)) {
    return executed;
  }
  const known =
    fieldLists.get(executed) ?? executed.map((node) => (originals.get(node) as FieldNode | undefined) ?? node);
  fieldLists.set(executed, known);
  return known;
}

/** The fragments that a client sent. */
export function originalFragments(executed: FragmentMap): FragmentMap {
  const known = fragmentMaps.get(executed);
  if (known) {
    return known;
  }
  const names = Object.keys(executed);
  const isAsSent = !names.some((name) => executed[name] && originals.has(executed[name]));
  const found = isAsSent
    ? executed
    : Object.fromEntries(
        names.flatMap((name) => {
          const fragment = executed[name];
          return fragment ? [[name, (originals.get(fragment) as FragmentDefinitionNode | undefined) ?? fragment]] : [];
        }),
      );
  fragmentMaps.set(executed, found);
  return found;
}
