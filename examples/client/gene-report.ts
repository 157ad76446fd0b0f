import { pathToFileURL } from 'node:url';

import { GeneReportDocument, type GeneReportQuery } from '../generated/graphql.js';
import { ask, type FieldError, type Server } from './ask.js';

type Gene = NonNullable<GeneReportQuery['gene']>;
type Paper = NonNullable<Gene['pubmed']>['nodes'][number];

/** A gene with its first papers, and the errors of fields that failed. */
export interface GeneReport {
  readonly gene: Gene | null;
  /** The first papers, from as many pages as needed. */
  readonly papers: readonly Paper[];
  readonly errors: readonly FieldError[];
}

/**
 * Loads a gene and its first papers, page by page.
 *
 * @param wanted - Maximum number of papers.
 */
export async function readGene(server: Server, uid: string, wanted: number, pageSize = 50): Promise<GeneReport> {
  const papers: Paper[] = [];
  const errors: FieldError[] = [];
  let after: string | null = null;
  for (;;) {
    const size = Math.min(pageSize, wanted - papers.length);
    const answer: Awaited<ReturnType<typeof askPage>> = await askPage(server, uid, size, after);
    errors.push(...answer.errors);
    const { gene } = answer.data;
    papers.push(...(gene?.pubmed?.nodes ?? []));
    after = gene?.pubmed?.pageInfo.hasNextPage === true ? gene.pubmed.pageInfo.endCursor : null;
    if (after === null || papers.length >= wanted) {
      return { gene, papers, errors };
    }
  }
}

/** Formats the report as text. Distinguishes missing values from failed fields. */
export function printReport({ gene, papers, errors }: GeneReport): string {
  if (!gene) {
    return `No gene. ${errors.map(({ extensions, message }) => `${extensions.code}: ${message}`).join('\n')}\n`;
  }
  const lines = [
    `${gene.symbol ?? '(no symbol)'}: ${gene.description ?? ''} (${gene.organism?.scientificName ?? 'unknown organism'})`,
    `${gene.pubmed?.totalCount ?? 'An unknown number of'} papers, the first ${papers.length}:`,
    ...papers.map(({ uid, pubDate, title }) => `  ${uid} ${pubDate ?? '-'} ${title ?? '(no title)'}`),
    ...errors.map(({ path, extensions }) => `${path?.join('.') ?? 'operation'} failed: ${extensions.code}`),
  ];
  return `${lines.join('\n')}\n`;
}

function askPage(server: Server, uid: string, papers: number, after: string | null) {
  return ask(server, GeneReportDocument, { uid, papers, after });
}

/** `npx tsx examples/client/gene-report.ts 7157` runs it against the demo. */
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , uid = '7157', url = 'http://127.0.0.1:4000/graphql'] = process.argv;
  process.stdout.write(printReport(await readGene({ url }, uid, 10)));
}
