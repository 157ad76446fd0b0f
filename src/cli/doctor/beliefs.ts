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

/** Everything that is checked, each belief behind those it needs. */
export function beliefsOf(catalog: Catalog): readonly Belief[] {
  return [
    ...transportBeliefs,
    ...linkBeliefs,
    ...linkCommandBeliefs,
    ...summaryBeliefs,
    ...jsonBoundBeliefs,
    ...searchBeliefs,
    ...historyBeliefs,
    ...documentBeliefs,
    ...catalogBeliefs(catalog),
    ...summaryFieldBeliefs,
  ];
}
