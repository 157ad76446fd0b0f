import { CsvError, parse } from 'csv-parse';

import type { TablePart } from '../description.js';
import { TableError } from '../table-error.js';
import { fieldsOf, neededOf } from './header.js';
import { idOf, type Row, type TakeRow, textOf, TOO_LONG, UNREADABLE } from './row.js';

/**
 * Reads the rows of a file whose fields may be quoted.
 *
 * @throws TableError when the header is missing or another one, or a quote is not closed.
 */
export async function readCsv(part: TablePart, bytes: AsyncIterable<Buffer>, take: TakeRow): Promise<void> {
  // A quote inside a field without quotes is data.
  const options = {
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_empty_values: true,
    info: true,
  };
  const records = parse(options);
  const feed = (async () => {
    for await (const chunk of bytes) {
      if (!records.write(chunk)) {
        await new Promise((resolve) => records.once('drain', resolve));
      }
    }
    records.end();
  })();
  // Ends the reading below with the failure of the source.
  feed.catch((error: unknown) => {
    records.destroy(error as Error);
  });
  let row: TextRow | undefined;
  let needed = 0;
  let header: readonly string[] = [];
  for await (const { record, info } of readable(records)) {
    if (!row) {
      header = record;
      const fields = fieldsOf(
        part,
        header.map((name) => name.trim()),
      );
      needed = neededOf(part, fields);
      row = new TextRow(fields, needed);
    } else if (record[0] !== header[0] || record.join() !== header.join()) {
      row.fields = record;
      row.line = info.lines;
      take(row, faultOf(record, needed, header.length));
    }
  }
  if (!row) {
    fieldsOf(part, []);
  }
}

function faultOf(record: readonly string[], needed: number, names: number): string | undefined {
  if (record.length < needed) {
    return `fewer than ${needed} fields`;
  }
  return record.slice(names).some((field) => field !== '') ? TOO_LONG : undefined;
}

interface CsvRecord {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/** @throws TableError when quotes are opened, and not closed. */
async function* readable(records: AsyncIterable<unknown>): AsyncGenerator<CsvRecord> {
  try {
    yield* records as AsyncIterable<CsvRecord>;
  } catch (error) {
    throw error instanceof CsvError
      ? new TableError(`The file is cut off or damaged: ${error.message}. Download it again.`)
      : error;
  }
}

/** A row whose fields a library has divided. */
class TextRow implements Row {
  line = 0;
  fields: readonly string[] = [];
  readonly #fieldOf: readonly number[];
  readonly #neededFields: number;

  constructor(fieldOf: readonly number[], neededFields: number) {
    this.#fieldOf = fieldOf;
    this.#neededFields = neededFields;
  }

  id(column: number): number {
    return idOf(this.#field(column));
  }

  text(column: number): string {
    return textOf(this.#field(column));
  }

  rest(column: number): string {
    return this.#field(column).trim();
  }

  textFromEnd(column: number): string {
    return this.text(column);
  }

  #field(column: number): string {
    const field = this.#fieldOf[column] as number;
    return this.fields[field] ?? (field >= 0 && field < this.#neededFields ? UNREADABLE : '');
  }
}
