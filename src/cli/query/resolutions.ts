import { Failure } from '../../rows/failures.js';
import { errorCell } from '../../rows/lists.js';
import type { Piece } from '../../rows/piece.js';
import { rowsText } from '../output/rows-text.js';
import type { PiecesWriter } from './writers.js';

/** The operation that resolves names. */
export const RESOLVE = `query Resolve($names: [String!]!, $in: [DatabaseName!], $organism: ID) {
  resolve(names: $names, in: $in, organism: $organism) { kind status note matches { how record { curie title } } }
}`;

export const RESOLUTION_FORMATS = ['tsv', 'csv', 'ndjson'] as const;

export type ResolutionFormat = (typeof RESOLUTION_FORMATS)[number];

const COLUMNS = ['input', 'kind', 'status', 'curie', 'title', 'note'] as const;

type Row = Readonly<Record<(typeof COLUMNS)[number], string | null>>;

type Members = Readonly<Record<string, unknown>>;

/** Writes a row for each record of a name, and one for a name without records. */
export function resolutionWriter(format: ResolutionFormat): PiecesWriter {
  const path = ['resolve', 'matches'];
  if (format === 'ndjson') {
    const lines = (piece: Piece): readonly string[] => rowsOf(piece).map((row) => `${JSON.stringify(row)}\n`);
    return { format, path, begin: () => '', add: lines };
  }
  return {
    format,
    path,
    begin: () => rowsText([COLUMNS], format),
    add: (piece) => [
      rowsText(
        rowsOf(piece).map((row) => COLUMNS.map((name) => row[name])),
        format,
      ),
    ],
  };
}

function rowsOf({ input = '', data, errors }: Piece): readonly Row[] {
  const [resolution] = listOf(membersOf(data).resolve);
  const { kind, status, note, matches } = membersOf(resolution);
  const [failed] = [data, membersOf(data).resolve, resolution, status].filter((value) => value instanceof Failure);
  const row = {
    input,
    kind: textOf(kind),
    status: failed?.cell ?? textOf(status),
    curie: null,
    title: null,
    note: errors.length > 0 ? errorCell(errors) : textOf(note),
  };
  const records = listOf(matches).map((match) => membersOf(membersOf(match).record));
  return records.length === 0
    ? [row]
    : records.map(({ curie, title }) => ({ ...row, curie: textOf(curie), title: textOf(title) }));
}

function membersOf(value: unknown): Members {
  return typeof value === 'object' && value !== null && !(value instanceof Failure) ? (value as Members) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string | null {
  return value instanceof Failure ? value.cell : typeof value === 'string' ? value : null;
}
