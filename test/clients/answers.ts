/** An answer of another client or of the gateway, whose shape is known to the test that asked for it only. */
export type Data = any; // oxlint-disable-line typescript/no-explicit-any

/** The uids of a connection, in its order. */
export function uidsOf({ nodes, edges }: Data): string[] {
  const records = nodes ?? edges.map(({ node }: Data) => node);
  return records.map(({ uid }: Data) => uid);
}

/** The ids that Biopython read under a link name, in the order of ELink; none where the name is missing. */
export function linksOf({ LinkSetDb }: Data, name: string): string[] {
  const list = LinkSetDb.find(({ LinkName }: Data) => LinkName === name);
  return (list?.Link ?? []).map(({ Id }: Data) => Id);
}

/** Each value once, in an order of their own: for answers that are sets. */
export function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].toSorted();
}
