import type { SampleFile } from '../src/sandbox/sample-graph.js';

export const SOURCES = 10_000;
export const LINKS_OF_EACH = 100;

/** A million links: 10,000 genes with 100 papers each. */
export function manyLinks(): SampleFile {
  const lists = Array.from({ length: SOURCES }, (_, gene): [string, string] => [
    String(gene + 1),
    Array.from({ length: LINKS_OF_EACH }, (__, paper) => 20_000_000 + ((gene * 7919 + paper * 997) % 19_000_000)).join(
      ' ',
    ),
  ]);
  return { records: {}, links: { gene_pubmed: Object.fromEntries(lists) }, inverses: {} };
}
