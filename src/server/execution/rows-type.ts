/** Media types of rows. */
export const ROWS_TYPES = ['text/csv', 'text/tab-separated-values', 'application/x-ndjson'] as const;

export type RowsType = (typeof ROWS_TYPES)[number];

const JSON_TYPES = ['application/graphql-response+json', 'application/json'];

/** A media range of a header `Accept`. */
interface Range {
  readonly type: string;
  readonly weight: number;
}

/**
 * The type of rows that a header `Accept` (RFC 9110, section 12.5.1) prefers to JSON; undefined if it does not. Rows have to
 * be named: a wildcard stands for JSON. Of types with the same weight the first one counts.
 */
export function rowsTypeOf(header: string | null): RowsType | undefined {
  const ranges = (header ?? '').toLowerCase().split(',').flatMap(readRange);
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
}

function readRange(written: string): readonly Range[] {
  const [type = '', ...parameters] = written.split(';').map((part) => part.trim());
  const valueOf = (name: string): string | undefined =>
    parameters
      .find((each) => each.startsWith(`${name}=`))
      ?.slice(name.length + 1)
      .replaceAll('"', '');
  const weight = valueOf('q') ?? '1';
  const isUtf8 = ['utf-8', 'utf8'].includes(valueOf('charset') ?? 'utf-8');
  return isUtf8 && /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(weight) ? [{ type, weight: Number(weight) }] : [];
}
