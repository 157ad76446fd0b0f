import type { StagedColumn, StagedValue } from '../../../rows/staged-rows.js';
import { jsonLines, replaceFile } from '../../output/staging.js';

/** Bounds of a row group, which is in memory as a whole. */
export interface GroupBounds {
  readonly rows: number;
  readonly characters: number;
}

const BOUNDS: GroupBounds = { rows: 50_000, characters: 16 * 1024 * 1024 };

/** What Parquet calls the scalars of the schema. All others are text. */
const TYPES = { Int: 'INT32', Float: 'DOUBLE', Boolean: 'BOOLEAN', DateTime: 'TIMESTAMP' } as const;

type Group = readonly (readonly StagedValue[])[];

/**
 * Makes staged rows into a Parquet file, one row group after the other. Each column has the type that the schema gives to
 * its values; texts, identifiers and lists are strings.
 *
 * @throws Error naming the file when it cannot be written.
 */
export async function writeParquet(staging: string, out: string, bounds: GroupBounds = BOUNDS): Promise<undefined> {
  await replaceFile(out, async (temporary) => {
    // Only this format needs it.
    const { fileWriter, ParquetWriter, schemaFromColumnData } = await import('hyparquet-writer');
    const lines = jsonLines(staging);
    const { value: first } = await lines.next();
    const columns = (first ?? []) as readonly StagedColumn[];
    const typed = columns.map(({ name, type }) => ({ name, type: typeOf(type), nullable: true }));
    const writer = fileWriter(temporary);
    const schema = schemaFromColumnData({ columnData: typed.map((column) => ({ ...column, data: [] })) });
    const parquet = new ParquetWriter({ writer, schema, createdBy: 'entrez-graph' });
    for await (const rows of groupsOf(lines, bounds)) {
      const columnData = typed.map((column, index) => ({
        ...column,
        data: rows.map((row) => stored(row[index] ?? null, column.type)),
      }));
      await parquet.write({ columnData, rowGroupSize: rows.length });
    }
    await parquet.finish();
  });
}

type ParquetType = (typeof TYPES)[keyof typeof TYPES] | 'STRING';

function typeOf(scalar: string | null): ParquetType {
  return scalar !== null && scalar in TYPES ? TYPES[scalar as keyof typeof TYPES] : 'STRING';
}

function stored(value: StagedValue, type: ParquetType): StagedValue | Date {
  if (value === null || (type !== 'STRING' && type !== 'TIMESTAMP')) {
    return value;
  }
  return type === 'TIMESTAMP' ? new Date(String(value)) : String(value);
}

async function* groupsOf(lines: AsyncIterable<unknown>, bounds: GroupBounds): AsyncGenerator<Group, void> {
  let rows: (readonly StagedValue[])[] = [];
  let characters = 0;
  for await (const line of lines) {
    const row = line as readonly StagedValue[];
    rows.push(row);
    characters += row.reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 8), 0);
    if (rows.length >= bounds.rows || characters >= bounds.characters) {
      yield rows;
      rows = [];
      characters = 0;
    }
  }
  if (rows.length > 0) {
    yield rows;
  }
}
