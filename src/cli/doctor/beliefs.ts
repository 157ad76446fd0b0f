import type { Catalog } from '../../catalog/catalog.js';
import type { Belief } from './belief.js';
import { catalogBeliefs } from './beliefs/catalog.js';
import { documentBeliefs } from './beliefs/documents.js';
import { historyBeliefs } from './beliefs/history.js';
import { jsonBoundBeliefs } from './beliefs/json-bound.js';
import { linkCommandBeliefs } from './beliefs/link-commands.js';
import { linkBeliefs } from './beliefs/links.js';
import { searchBeliefs } from './beliefs/searches.js';
import { summaryBeliefs } from './beliefs/summaries.js';
import { summaryFieldBeliefs } from './beliefs/summary-fields.js';
import { transportBeliefs } from './beliefs/transport.js';

/**
 * What is checked, each belief behind those it needs. A belief reads the answers that others asked for, where it can:
 * calls are what this costs.
 *
 * @param full - Also checks what few depend on, and every database where some stand for all otherwise.
 */
export function beliefsOf(catalog: Catalog, full: boolean): readonly Belief[] {
  const beliefs: readonly Belief[] = [
    ...transportBeliefs,
    ...linkBeliefs,
    ...linkCommandBeliefs,
    ...summaryBeliefs,
    ...jsonBoundBeliefs,
    ...searchBeliefs,
    ...historyBeliefs,
    ...documentBeliefs,
    ...catalogBeliefs(catalog, full),
    ...summaryFieldBeliefs(full),
  ];
  return full ? beliefs : beliefs.filter(({ onlyInFull }) => onlyInFull !== true);
}
