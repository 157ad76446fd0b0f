/** One field of one record: what a request costs that asks for next to nothing. */
export const ONE_FIELD = '{ gene(uid: "7157") { symbol } }';

/** A hundred papers of a gene, and of each up to three genes it is about. */
export const NESTED =
  '{ gene(uid: "7157") { symbol pubmed(first: 100) { nodes { uid title journal gene(first: 3) { nodes { uid symbol } } } } } }';

/** The answer to {@link NESTED}. */
export interface NestedAnswer {
  readonly gene: { readonly symbol: string; readonly pubmed: { readonly nodes: readonly PaperAnswer[] } };
}

export interface PaperAnswer {
  readonly uid: string;
  readonly title: string;
  readonly journal: string;
  readonly gene: { readonly nodes: readonly { readonly uid: string; readonly symbol: string }[] };
}
