import { LONGEST_PAGE, PUBMED_WINDOW } from '../../eutils/search/search-page.js';

/** Calls at least and at most, as long as NCBI contradicts nothing. */
export interface ListCost {
  /** Calls that store the list: EPost, or ELink for all links of one record. */
  readonly storing: { readonly utility: 'elink' | 'epost'; readonly calls: number };
  readonly searches: { readonly best: number; readonly worst: number };
  /** EPost calls between the searches. */
  readonly posts: number;
  /** Summaries that tell the dates of some members, in calls. */
  readonly summaries: { readonly best: number; readonly worst: number };
}

const NONE = { best: 0, worst: 0 };

/** What it costs to store a list of so many links: parts of it are posted, unless ELink stores it whole for less. */
function storingCost(length: number, isOfOneRecord: boolean): ListCost['storing'] {
  const parts = Math.ceil(length / PUBMED_WINDOW);
  return isOfOneRecord && parts > 1 ? { utility: 'elink', calls: 1 } : { utility: 'epost', calls: parts };
}

/** What it costs to filter a stored list: it is counted, and searched in as many ranges as the hits need. */
export function filterCost(length: number, isOfOneRecord: boolean, db: string): ListCost {
  const more = Math.ceil(length / (db === 'pubmed' ? PUBMED_WINDOW : LONGEST_PAGE));
  return {
    storing: storingCost(length, isOfOneRecord),
    searches: { best: 2, worst: 2 + (more > 1 ? more : 0) },
    posts: 0,
    summaries: NONE,
  };
}

/** What it costs to sort so many windows of a stored list by date: what has been listed is posted, and left out. */
export function dateOrderCost(length: number, isOfOneRecord: boolean, windows: number): ListCost {
  return {
    storing: storingCost(length, isOfOneRecord),
    searches: { best: 1 + windows, worst: 1 + windows },
    posts: windows - 1,
    summaries: NONE,
  };
}

/** Calls for summaries that find the borders of all years; they may be known. */
const ROUNDS = { best: 0, worst: 6 };

/** What it costs to count the members of a stored list by year. */
export function yearsCost(length: number, isOfOneRecord: boolean): ListCost {
  return { ...dateOrderCost(length, isOfOneRecord, windowsOf(length)), summaries: ROUNDS };
}

/** Windows of a PubMed list of this length. */
export function windowsOf(length: number): number {
  return Math.ceil(length / PUBMED_WINDOW);
}

/** All calls at least. */
export function leastCalls({ storing, searches, posts, summaries }: ListCost): number {
  return storing.calls + searches.best + posts + summaries.best;
}
