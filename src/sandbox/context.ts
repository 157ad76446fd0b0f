import type { Catalog } from '../catalog/catalog.js';
import type { Answer } from './answer.js';
import type { Parameters } from './parameters.js';
import type { RelatedArticles } from './related-articles.js';
import type { SampleGraph } from './sample-graph.js';
import type { SearchIndex } from './search-index.js';

/** What the utilities answer from. */
export interface SandboxContext {
  readonly catalog: Catalog;
  readonly graph: SampleGraph;
  readonly related: RelatedArticles;
  readonly search: SearchIndex;
  /** The current time, for `reldate`. */
  readonly today: () => Date;
}

/** One `.fcgi` program. */
export type UtilityHandler = (params: Parameters, context: SandboxContext) => Answer;
