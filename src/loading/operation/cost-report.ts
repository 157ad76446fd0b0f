import type { EntrezError } from '../../eutils/failures/errors.js';
import type { Utility } from '../../eutils/wire.js';
import type { Source } from '../../upstream/call.js';
import type { Explanation } from './explanation.js';
import type { UsedTable } from './used-tables.js';
import type { Warning } from './warnings.js';

/** A part of an answer that is older or less than it should be, and why. */
export interface DegradedPart {
  /** `STALE` for what is only being renewed; else what failed. */
  readonly code: EntrezError['code'] | 'STALE';
  readonly message: string;
  /** How old the data are, in seconds. */
  readonly ageS?: number;
}

/** What an operation cost: the content of `extensions.entrez`. */
export interface CostReport {
  /** Upstream calls that this operation took part in; one shared with other operations counts for each of them. */
  readonly calls: Readonly<Record<Utility, number>> & { readonly total: number };
  /** Further calls that had no result yet when the operation ended; left out where there were none. */
  readonly unfinished?: number;
  /** Ids that these calls asked about. */
  readonly ids: number;
  /** Answers that were known already. */
  readonly cacheHits: number;
  /** Time from the start of the operation to this report, in milliseconds. */
  readonly tookMs: number;
  /** Part of it in which at least one call waited for the rate limit, in milliseconds. */
  readonly waitedMs: number;
  /** Sums over the calls, in milliseconds: side by side, they exceed the time that passed. */
  readonly sums: {
    /** Waiting for the rate limit. */
    readonly waitedMs: number;
    /** From sending a request to the end of its answer. */
    readonly upstreamMs: number;
  };
  /** Where the data come from; null when nothing was needed. */
  readonly source: Source | null;
  readonly degraded: readonly DegradedPart[];
  readonly warnings: readonly Warning[];
  /** Tables that gave links, and how many; left out where none did. */
  readonly tables?: readonly UsedTable[];
  /** Where the time went; left out unless it was requested. */
  readonly explain?: Explanation;
}

/** The account of an operation that was refused before it asked anything. */
export const NOTHING_SPENT: CostReport = {
  calls: { elink: 0, esummary: 0, esearch: 0, efetch: 0, epost: 0, einfo: 0, espell: 0, ecitmatch: 0, total: 0 },
  ids: 0,
  cacheHits: 0,
  tookMs: 0,
  waitedMs: 0,
  sums: { waitedMs: 0, upstreamMs: 0 },
  source: null,
  degraded: [],
  warnings: [],
};
