import type { SampleFile } from '../src/sandbox/sample-graph.js';

export const SOURCES = 10_000;
export const LINKS_OF_EACH = 100;

/** A million links: 10,000 genes with 100 papers each. */
export function manyLinks(): SampleFile {
  return genesWithPapers(
    SOURCES,
    LINKS_OF_EACH,
    (gene, paper) => 20_000_000 + ((gene * 7919 + paper * 997) % 19_000_000),
  );
}

/** As many sources as a comparison takes, with 10,000 links each. */
export const COMPARED = { sources: 1000, linksOfEach: 10_000 };

/** Ten million links: 1,000 genes with 10,000 papers each, highest uid first, drawn from 19 million papers. */
export function longLists(): SampleFile {
  const { sources, linksOfEach } = COMPARED;
  return genesWithPapers(
    sources,
    linksOfEach,
    (gene, paper) => 39_000_000 - paper * 1900 - ((Math.imul(gene * 10_007 + paper, 0x9e3779b1) >>> 0) % 1900),
  );
}

function genesWithPapers(genes: number, papers: number, uidOf: (gene: number, paper: number) => number): SampleFile {
  const lists = Array.from({ length: genes }, (_, gene): [string, string] => [
    String(gene + 1),
    Array.from({ length: papers }, (__, paper) => uidOf(gene, paper)).join(' '),
  ]);
  return { records: {}, links: { gene_pubmed: Object.fromEntries(lists) }, inverses: {} };
}
