import { readFileSync } from 'node:fs';

import { loadCatalog } from '../../src/catalog/catalog.js';
import type { SampleFile } from '../../src/sandbox/sample-graph.js';

/** A question about records that links lead to. A caller knows it, and not the answer. */
export interface Question {
  /** Symbol of a human gene, or a PMID. */
  readonly start: string;
  /** Link names, the first of which starts in the database of `start`. */
  readonly path: readonly string[];
}

const SYMBOLS_BY_PATH: readonly (readonly [path: readonly string[], starts: readonly string[]])[] = [
  // Which dbSNP records are behind the ClinVar variants of a gene?
  [
    ['gene_clinvar', 'clinvar_snp'],
    ['ABL1', 'ALK', 'BRCA1', 'BRAF', 'EGFR', 'ERBB2', 'KIT', 'KRAS', 'MLH1', 'NRAS', 'PDGFRA', 'PIK3CA'],
  ],
  // Which genes share a condition with a gene?
  [
    ['gene_omim', 'omim_gene'],
    ['BRAF', 'BRCA2', 'CTNNB1', 'HBB', 'KRAS', 'NRAS', 'PIK3CA', 'TP53'],
  ],
  // Which ClinVar variants are at the dbSNP records of a gene?
  [
    ['gene_snp', 'snp_clinvar'],
    ['ABL1', 'BRCA1', 'KIT', 'MLH1', 'TP53'],
  ],
  // Which dbSNP records are behind the ClinVar variants of the genes of a paper?
  [
    ['pubmed_gene', 'gene_clinvar', 'clinvar_snp'],
    ['11877377', '14636569', '29656893', '25609649', '22773810'],
  ],
];

/** Thirty questions of two and three hops over the sample graph. */
export const QUESTIONS: readonly Question[] = SYMBOLS_BY_PATH.flatMap(([path, starts]) =>
  starts.map((start) => ({ start, path })),
);

/** The database of each step of a question: where it starts, and where each link leads. */
export function databasesOf({ path }: Question): readonly string[] {
  const catalog = loadCatalog();
  return path.flatMap((name, index) => {
    const link = catalog.link(name);
    return link === undefined ? [] : index === 0 ? [link.from, link.to] : [link.to];
  });
}

/** The uids that answer a question, read off the files of the sample graph. */
export class SampleAnswers {
  readonly #links = new Map<string, Map<string, Set<string>>>();
  readonly #genes: ReadonlyMap<string, string>;

  constructor() {
    const { records, links, inverses } = JSON.parse(
      readFileSync(new URL('../../sample/graph.json', import.meta.url), 'utf8'),
    ) as SampleFile;
    this.#genes = new Map(
      Object.entries(records.gene ?? {}).flatMap(([uid, facts]) =>
        facts.organism === 'Homo sapiens' ? [[String(facts.symbol), uid] as const] : [],
      ),
    );
    for (const [name, lists] of Object.entries(links)) {
      const inverse = inverses[name];
      for (const [from, list] of Object.entries(lists)) {
        for (const to of list.split(' ')) {
          this.#add(name, from, to);
          if (inverse !== undefined) {
            this.#add(inverse, to, from);
          }
        }
      }
    }
  }

  of({ start, path }: Question): ReadonlySet<string> {
    let reached = new Set([this.#genes.get(start) ?? start]);
    for (const name of path) {
      reached = new Set([...reached].flatMap((uid) => [...(this.#links.get(name)?.get(uid) ?? [])]));
    }
    return reached;
  }

  #add(name: string, from: string, to: string): void {
    const lists = this.#links.get(name) ?? new Map<string, Set<string>>();
    this.#links.set(name, lists);
    lists.set(from, (lists.get(from) ?? new Set()).add(to));
  }
}
