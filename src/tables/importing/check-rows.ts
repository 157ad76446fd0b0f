import type { Manifest } from '../storage/manifest.js';
import { ShrunkTableError, TableError } from '../table-error.js';
import type { RowCollector } from './row-collector.js';

/** Share of bad rows from which on a table is refused. */
const MAX_BAD = 0.001;
/** A table with fewer rows or bytes than this share of the generation before is refused. */
const MIN_RATIO = 0.5;

/** Refuses a table with too many rows that are none of it. @throws TableError that names why they are not. */
export function refuseBadRows(name: string, { rows, badRows, skipped }: RowCollector): void {
  if (badRows > 0 && badRows >= rows * MAX_BAD) {
    throw new TableError(
      `${badRows} of ${rows} rows are not rows of ${name}: ${reasonsOf(skipped)}. Check what the file is.`,
    );
  }
}

/** Refuses a table of which no row gives anything. @throws TableError that names why. */
export function refuseNothing({ isEmpty, rows, skipped }: RowCollector): void {
  if (isEmpty) {
    throw new TableError(`None of the ${rows} rows gives a link: ${reasonsOf(skipped)}. Check what the file is.`);
  }
}

/** Refuses a table that is much smaller than the one before. @throws ShrunkTableError */
export function refuseShrink(now: Pick<Manifest, 'rows' | 'bytes'>, before: Manifest): void {
  for (const what of ['rows', 'bytes'] as const) {
    if (now[what] < before[what] * MIN_RATIO) {
      throw new ShrunkTableError(
        `The table has ${now[what]} ${what}; the generation before has ${before[what]}. Check the file, and import it with --accept-shrink if it is right.`,
      );
    }
  }
}

function reasonsOf(skipped: Manifest['skipped']): string {
  return Object.entries(skipped)
    .map(([reason, { firstLine }]) => `${reason} (first in line ${firstLine})`)
    .join('; ');
}
