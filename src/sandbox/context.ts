import { type Catalog, loadCatalog } from '../catalog/catalog.js';
import { StoredSets } from './history/stored-sets.js';
import type { Answer } from './http/answer.js';
import type { Parameters } from './http/parameters.js';
import { loadSampleGraph, type SampleGraph } from './sample-graph.js';
import { SearchIndex } from './search/search-index.js';
import { Spelling } from './search/spelling.js';

/** What the utilities answer from. */
export interface SandboxContext {
  readonly catalog: Catalog;
  readonly graph: SampleGraph;
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

type Indexes = Pick<SandboxContext, 'catalog' | 'search' | 'spelling'>;

const indexes = new WeakMap<SampleGraph, Indexes>();

/** A context over a graph and the published catalog, with an empty history server. */
export function createContext(
  graph: SampleGraph,
  libraryLinks: boolean,
  historyLifeMs: number | undefined,
): SandboxContext {
  return {
    ...indexesOf(graph),
    graph,
    stored: new StoredSets(() => Date.now(), historyLifeMs),
    libraryLinks,
    today: () => new Date(),
  };
}

/**
 * What is computed once for a graph, however many sandboxes answer from it. All of the published sample is indexed at
 * once, so that no request keeps the sandbox busy; another graph may be large and is indexed as requests need it.
 */
function indexesOf(graph: SampleGraph): Indexes {
  const known = indexes.get(graph);
  if (known !== undefined) {
    return known;
  }
  const catalog = loadCatalog();
  const created = { catalog, search: new SearchIndex(graph, catalog), spelling: new Spelling(graph) };
  indexes.set(graph, created);
  if (graph === loadSampleGraph()) {
    for (const db of graph.databases) {
      created.search.prepare(db);
      created.spelling.wordsOf(db);
    }
  }
  return created;
}
