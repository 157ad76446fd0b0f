import { byHeader, JSON_TYPES, mediaRanges } from './media-ranges.js';

/** Media types of rows. */
export const ROWS_TYPES = ['text/csv', 'text/tab-separated-values', 'application/x-ndjson'] as const;

export type RowsType = (typeof ROWS_TYPES)[number];

/**
 * The type of rows that a header `Accept` (RFC 9110, section 12.5.1) prefers to JSON; undefined if it does not. Rows have to
 * be named: a wildcard stands for JSON. Of types with the same weight the first one counts.
 */
export const rowsTypeOf = byHeader((header): RowsType | undefined => {
  const ranges = mediaRanges(header);
  const weightOf = (type: string): number => ranges.find((range) => range.type === type)?.weight ?? -1;
  let best: RowsType | undefined;
  let most = 0;
  for (const { type, weight } of ranges) {
    const rows = ROWS_TYPES.find((each) => each === type);
    if (rows && weight > most) {
      [best, most] = [rows, weight];
    }
  }
  const named = ranges.filter(({ type }) => JSON_TYPES.includes(type));
  const json = named.length > 0 ? Math.max(...named.map(({ weight }) => weight)) : undefined;
  if (json !== undefined) {
    const isFirst =
      ranges.findIndex(({ type }) => type === best) < ranges.findIndex(({ type }) => JSON_TYPES.includes(type));
    return most > json || (most === json && isFirst) ? best : undefined;
  }
  return most >= Math.max(weightOf('application/*'), weightOf('*/*')) ? best : undefined;
});
