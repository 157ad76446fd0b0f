import { dateParams, type DateRange } from '../search/date-range.js';
import { givenParams } from '../given-params.js';
import type { EutilsRequest } from '../wire.js';

/**
 * Which links ELink is to give. It knows `term` only where source and target are one database, and dates only from
 * pubmed (manual; protocol: recorded 2025); elsewhere what it does is not known. A filtered list comes in the order of a
 * search, not of the links.
 */
export interface LinkFilter extends DateRange {
  /** Only records that this query of the target database finds. */
  readonly term?: string | undefined;
}

/** The parameters of a filter; none where nothing is asked. */
export function filterParams(filter: LinkFilter = {}): EutilsRequest['params'] {
  return [...givenParams([['term', filter.term]]), ...dateParams(filter)];
}

/** A text that is equal for equal filters only, and empty for none. */
export function filterKey({ term, dateType, minDate, maxDate, relDate }: LinkFilter = {}): string {
  const members = [term, dateType, minDate, maxDate, relDate];
  return members.every((member) => member === undefined) ? '' : JSON.stringify(members);
}
