/** One field of one record: what a request costs that asks for next to nothing. */
export const ONE_FIELD = '{ gene(uid: "7157") { symbol } }';

/** A hundred papers of a gene, and of each up to three genes it is about. */
export const NESTED =
  '{ gene(uid: "7157") { symbol pubmed(first: 100) { nodes { uid title journal gene(first: 3) { nodes { uid symbol } } } } } }';

/** {@link NESTED} with pages that change, so that no answer as a whole is of use for the next. */
export const PAGES =
  'query Pages($papers: Int, $genes: Int) { gene(uid: "7157") { symbol pubmed(first: $papers) { nodes { uid title journal gene(first: $genes) { nodes { uid symbol } } } } } }';

/** The pages asked for in turn, many times as many as the gateway remembers whole answers to. */
export const PAGE_SIZES: readonly object[] = Array.from({ length: 81 * 20 }, (_, index) => ({
  papers: 20 + (index % 81),
  genes: 1 + Math.floor(index / 81),
}));

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
