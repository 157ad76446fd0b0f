import { givenParams } from '../given-params.js';
import type { EutilsRequest } from '../wire.js';

/** A range of dates as ESearch and ELink take it. */
export interface DateRange {
  /** Which date is meant, such as `pdat` (published), `edat` (added to Entrez) or `mdat` (modified). */
  readonly dateType?: string | undefined;
  /** First day, as `2020`, `2020/05` or `2020/05/17`. */
  readonly minDate?: string | undefined;
  /** Last day, inclusive. ESearch wants both ends or none (manual); ELink takes one alone (protocol: recorded 2025). */
  readonly maxDate?: string | undefined;
  /** The last so many days instead. */
  readonly relDate?: number | undefined;
}

/** The parameters of a range of dates; none where nothing is asked. */
export function dateParams({ dateType, minDate, maxDate, relDate }: DateRange): EutilsRequest['params'] {
  return givenParams([
    ['datetype', dateType],
    ['mindate', minDate],
    ['maxdate', maxDate],
    ['reldate', relDate],
  ]);
}
