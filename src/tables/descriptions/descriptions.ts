import type { TableDescription } from '../description.js';
import { TableError } from '../table-error.js';
import { gene2pubmed } from './gene2pubmed.js';
import { geneHistory } from './gene-history.js';
import { geneInfo } from './gene-info.js';
import { medgenPubmed } from './medgen-pubmed.js';
import { pmcIds } from './pmc-ids.js';

/** Every table that can be imported. */
export const DESCRIPTIONS: readonly TableDescription[] = [gene2pubmed, geneInfo, geneHistory, medgenPubmed, pmcIds];

/** @throws TableError when there is no such table. */
export function descriptionOf(name: string): TableDescription {
  const found = DESCRIPTIONS.find((description) => description.name === name);
  if (!found) {
    throw new TableError(
      `Unknown table ${JSON.stringify(name)}. The tables are ${DESCRIPTIONS.map((each) => each.name).join(', ')}.`,
    );
  }
  return found;
}
