import type { SampleGraph } from '../../src/sandbox/sample-graph.js';

/** A record that breaks every call that names it: one of those that the queries ask for, alone and among others. */
export const POISONED = { db: 'gene', uid: '672' } as const;

/** A record that no graph has. */
const UNKNOWN = 999_999_990_000;

/**
 * Several hundred different questions over the sample graph, so many that what is known of them has grown old before
 * they come again: links of several names, scores, filters, searches, summaries, documents, checks, unions, names other
 * than uids, two and three levels, lists, and unknown records.
 */
export function queryPool(graph: SampleGraph): readonly string[] {
  const genes = [...graph.sources('gene_omim')];
  const citing = [...graph.sources('pubmed_pubmed_refs')];
  const papers = [...graph.sources('pubmed_gene')];
  const symbols = genes.map((uid) => String(graph.record('gene', uid)?.symbol));
  const five = (uids: readonly string[], place: number): string => JSON.stringify(uids.slice(place, place + 5));
  return [
    ...genes.map(
      (uid) => `{ gene(uid: ${uid}) { symbol chromosome
        omim(first: 50) { totalCount nodes { uid title } }
        clinvar(first: 5) { totalCount edges { cursor node { uid title } } } } }`,
    ),
    ...genes.map(
      (uid) => `{ gene(uid: ${uid}) { description
        pubmed(first: 4) { totalCount nodes { title gene(first: 3) { totalCount nodes { symbol } } } } } }`,
    ),
    ...genes.slice(0, 40).map(
      (_, place) => `{ records { gene(uids: ${five(genes, 2 * place)}) { symbol
        snp(first: 3) { totalCount nodes { uid clinvar { nodes { title } } } }
        taxonomy { nodes { scientificName } } } } }`,
    ),
    ...genes.slice(0, 30).map(
      (uid) => `{ gene(uid: ${uid}) { pubmed(first: 3, filter: { minDate: "2000", maxDate: "2015" }) {
        totalCount nodes { uid pubDate } } } }`,
    ),
    ...genes.slice(0, 30).map((uid) => `{ gene(uid: ${uid}) { exists availableLinks { name to } linkOut { url } } }`),
    ...genes.slice(0, 30).map(
      (_, place) => `{ unionLinks(from: gene, uids: ${five(genes, 3 * place)}, name: "gene_pubmed", first: 5) {
        totalCount nodes { uid title } } }`,
    ),
    // A lookup brings the summaries it needs itself. It does not join those under way, so nobody else asks for these.
    ...graph
      .uids('pmc')
      .slice(0, 40)
      .map((uid) => `{ pmc(pmid: "${String(graph.record('pmc', uid)?.pmid)}") { uid title } }`),
    ...symbols.slice(0, 20).map((symbol) => `{ search { gene(term: "${symbol}") { totalCount nodes { symbol } } } }`),
    ...citing.map(
      (uid) => `{ pubmed(uid: ${uid}) { title
        references(first: 5) { totalCount nodes { title citedIn(first: 3) { totalCount nodes { uid } } } } } }`,
    ),
    ...citing
      .slice(0, 20)
      .map(
        (uid) => `{ pubmed(uid: ${uid}) { related(first: 4) { totalCount edges { score node { title journal } } } } }`,
      ),
    ...citing.slice(0, 10).map(
      (uid) => `{ pubmed(uid: ${uid}) {
        related(first: 3, minScore: 1000, filter: { publishedBetween: { from: "2005", to: "2015" } }) {
          totalCount edges { score node { uid } } } } }`,
    ),
    ...papers.slice(0, 60).map(
      (_, place) => `{ records { pubmed(uids: ${five(papers, 4 * place)}) { title abstract
        meshHeadings { descriptor } referenceList { pmid } } } }`,
    ),
    ...papers
      .slice(300, 340)
      .map((uid) => `{ pubmed(uid: ${uid}) { title fullText: linkOut { url } pmc { nodes { uid } } } }`),
    ...Array.from(
      { length: 60 },
      (_, place) => `{ search { pubmed(term: "${1964 + place}[dp]", first: 4) { totalCount
        nodes { title gene(first: 2) { nodes { symbol } } } } } }`,
    ),
    ...graph
      .uids('protein')
      .filter((uid) => graph.record('protein', uid)?.sequence !== undefined)
      .map(
        (uid) => `{ protein(uid: ${uid}) { title fasta(from: 2, to: 40)
        structure { nodes { title pubmed { nodes { title } } } } } }`,
      ),
    ...graph
      .uids('snp')
      .slice(0, 60)
      .map(
        (uid) =>
          `{ snp(uid: ${uid}) { gene { nodes { symbol } } clinvar { totalCount nodes { title omim { totalCount } } } } }`,
      ),
    ...Array.from(
      { length: 10 },
      (_, place) => `{ gene(uid: ${UNKNOWN + place}) { exists } pubmed(uid: ${papers[place] ?? ''}) { title } }`,
    ),
  ];
}
