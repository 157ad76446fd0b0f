import { type Catalog, loadCatalog } from '../catalog/catalog.js';
import type { Answer } from './http/answer.js';
import type { Parameters } from './http/parameters.js';
import { RelatedArticles } from './links/related-articles.js';
import type { SampleGraph } from './sample-graph.js';
import { SearchIndex } from './search/search-index.js';
import { Spelling } from './search/spelling.js';
import { StoredSets } from './history/stored-sets.js';

/** What the utilities answer from. */
export interface SandboxContext {
  readonly catalog: Catalog;
  readonly graph: SampleGraph;
  readonly related: RelatedArticles;
  readonly search: SearchIndex;
  readonly spelling: Spelling;
  readonly stored: StoredSets;
  /** Whether `llinkslib` is answered, as NCBI did before 2026-09, or refused. */
  readonly libraryLinks: boolean;
  /** The current time, for `reldate`. */
  readonly today: () => Date;
}

/** One `.fcgi` program. */
export type UtilityHandler = (params: Parameters, context: SandboxContext) => Answer;

/** A context over a graph and the published catalog, with an empty history server. */
export function createContext(
  graph: SampleGraph,
  libraryLinks: boolean,
  historyLifeMs: number | undefined,
): SandboxContext {
  const catalog = loadCatalog();
  return {
    catalog,
    graph,
    related: new RelatedArticles(graph),
    search: new SearchIndex(graph, catalog),
    spelling: new Spelling(graph),
    stored: new StoredSets(() => Date.now(), historyLifeMs),
    libraryLinks,
    today: () => new Date(),
  };
}
