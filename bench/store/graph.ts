import type { RecordFacts, SampleFile } from '../../src/sandbox/sample-graph.js';

/** Papers of each gene that is asked about, and other genes of each paper. */
export const PAPERS = 100;
const GENES = 3;
/** Genes that papers are about, besides the one they are found by. */
const OTHERS = 500;
const FIRST_PAPER = 20_000_000;

/** Genes with a hundred papers each, which no other gene has; each of these papers is about three genes. */
export function genesWithPapers(count: number): { readonly uids: readonly string[]; readonly file: SampleFile } {
  const uids = Array.from({ length: count }, (_, gene) => String(10_000 + gene));
  const others = Array.from({ length: OTHERS }, (_, gene) => String(1000 + gene));
  const papersOf = (gene: number): string[] =>
    Array.from({ length: PAPERS }, (_, paper) => String(FIRST_PAPER + gene * PAPERS + paper));
  const papers = uids.flatMap((_, gene) => papersOf(gene));
  const genesOf = (paper: number): string[] =>
    Array.from({ length: GENES }, (_, place) => others[(paper * 7 + place * 131) % OTHERS] ?? '');
  return {
    uids,
    file: {
      records: {
        gene: Object.fromEntries([...uids, ...others].map((uid) => [uid, { symbol: `GENE${uid}` }])),
        pubmed: Object.fromEntries(papers.map((uid) => [uid, paperOf(uid)])),
      },
      links: {
        gene_pubmed: Object.fromEntries(uids.map((uid, gene) => [uid, papersOf(gene).join(' ')])),
        pubmed_gene: Object.fromEntries(papers.map((uid, paper) => [uid, genesOf(paper).join(' ')])),
      },
      inverses: {},
    },
  };
}

/** As much as is usually known of a paper. */
function paperOf(uid: string): RecordFacts {
  return {
    title: `Paper ${uid} on what a second level of a cache costs, with a title as long as most are`,
    journal: 'J Bench Marks',
    fullJournalName: 'Journal of bench marks',
    year: 2020,
    pubdate: '2020 Jan 15',
    volume: '12',
    issue: '3',
    pages: '475-81',
    issn: '0028-3797',
    lang: 'eng',
    doi: `10.1055/s-${uid}`,
    pubtypes: ['Journal Article'],
    authors: ['Doe J', 'Roe R', 'Miles E', 'Stiles F', 'Noakes G', 'Soames H'],
  };
}
