import { CsvError, parse } from 'csv-parse';

import type { TablePart } from '../description.js';
import { TableError } from '../table-error.js';
import { delimiterOf, fieldsOf, isOneOf, namesAllColumns, namesIn, neededOf } from './header.js';
import { BufferRow, type Row, TextRow } from './row.js';

const NEWLINE = 10;
const HASH = 35;
const BYTE_ORDER_MARK = Buffer.from('\uFEFF');
/** Longer than the longest line that NCBI writes: of a file without line ends not all must be in memory. */
const MAX_LINE = 64 * 1024 * 1024;

/** Takes a row; `fault` says what is wrong with one that cannot be read. */
export type TakeRow = (row: Row, fault?: string) => void;

/**
 * Reads the rows of a file.
 *
 * @param bytes - The decompressed file.
 * @param take - Called for each row with the same object.
 * @throws TableError when the header is missing or another one.
 */
export async function readRows(part: TablePart, bytes: AsyncIterable<Buffer>, take: TakeRow): Promise<void> {
  if (part.layout.fields === 'csv') {
    await readCsv(part, bytes, take);
    return;
  }
  const reader = new LineReader(part, take);
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes) {
    // Only the line that began in the chunk before is copied.
    const begun = rest.length === 0 ? 0 : chunk.indexOf(NEWLINE) + 1 || chunk.length;
    if (begun > 0) {
      rest = Buffer.concat([rest, chunk.subarray(0, begun)]);
      rest = rest.subarray(reader.read(rest));
    }
    if (begun < chunk.length) {
      const lines = chunk.subarray(begun);
      rest = lines.subarray(reader.read(lines));
    }
    if (rest.length > MAX_LINE) {
      throw new TableError(`A line is longer than ${MAX_LINE} bytes. The file is no table of text.`);
    }
  }
  if (rest.length > 0) {
    // The last line may lack its end.
    reader.read(Buffer.concat([rest, Buffer.from([NEWLINE])]));
  }
  reader.end();
}

/** Reads lines: first those of the header, then rows. */
class LineReader {
  readonly #part: TablePart;
  readonly #take: TakeRow;
  readonly #delimiter: string;
  #header: string | undefined;
  /** The lines before the first row, which files that were joined repeat, and with what the last of them begins. */
  readonly #before = new Set<string>();
  #mark = -1;
  #isFirst = true;
  #row: BufferRow | undefined;
  #fieldOf: readonly number[] = [];
  #line = 0;

  constructor(part: TablePart, take: TakeRow) {
    this.#part = part;
    this.#take = take;
    this.#delimiter = delimiterOf(part);
  }

  /** Reads all whole lines. @returns Where the rest starts. */
  read(buffer: Buffer): number {
    let start = 0;
    if (this.#isFirst && buffer.length >= BYTE_ORDER_MARK.length) {
      this.#isFirst = false;
      start = buffer.indexOf(BYTE_ORDER_MARK) === 0 ? BYTE_ORDER_MARK.length : 0;
    }
    while (!this.#row) {
      const end = buffer.indexOf(NEWLINE, start);
      if (end < 0) {
        return start;
      }
      if (this.#isHeader(buffer, start, end)) {
        this.#note(buffer, start, end);
        start = end + 1;
        this.#line += 1;
      }
    }
    return this.#readRows(this.#row, buffer, start);
  }

  /** To be called at the end: a file without rows may still have the wrong header. */
  end(): void {
    if (!this.#row) {
      this.#begin(this.#header ?? '');
    }
  }

  #readRows(row: BufferRow, buffer: Buffer, begin: number): number {
    const take = this.#take;
    const needed = row.neededFields;
    const mark = this.#mark;
    let start = begin;
    let line = this.#line;
    for (;;) {
      const next = row.read(buffer, start, buffer.length);
      if (next < 0) {
        this.#line = line;
        return start;
      }
      line += 1;
      row.line = line;
      if (buffer[start] === mark && this.#repeatsHeader(lineOf(buffer, start, next), line)) {
        start = next;
        continue;
      }
      if (row.fields >= needed) {
        take(row);
      } else if (!row.isEmpty) {
        take(row, `fewer than ${needed} fields`);
      }
      start = next;
    }
  }

  /** @throws TableError when a file that was joined has other columns: its rows would be misread. */
  #repeatsHeader(text: string, line: number): boolean {
    if (this.#before.has(text) || this.#mark !== HASH) {
      return this.#before.has(text);
    }
    const names = namesIn(text, this.#part);
    const isHeader = namesAllColumns(this.#part, names);
    if (isHeader && fieldsOf(this.#part, names).join() !== this.#fieldOf.join()) {
      throw new TableError(
        `Line ${line} is a header with the columns in other places. Join files with the same columns.`,
      );
    }
    return isHeader;
  }

  /** Reads a line before the first row. @returns Whether it belongs to the header; else reading of rows begins with it. */
  #isHeader(buffer: Buffer, start: number, end: number): boolean {
    const { header } = this.#part.layout;
    if (header === 'none') {
      const step = this.#part.layout.fields === 'dmp' ? 2 : 1;
      this.#takeRows(this.#part.columns.map((_names, column) => step * column));
      return false;
    }
    const text = buffer.toString('utf8', start, end).replace(/\r$/, '');
    if (text.trim() === '') {
      return true;
    }
    if (header === 'first') {
      this.#begin(text);
      return true;
    }
    if (buffer[start] === HASH) {
      this.#header = text;
      return true;
    }
    return this.#begin(this.#header ?? '', text);
  }

  #note(buffer: Buffer, start: number, end: number): void {
    const line = lineOf(buffer, start, end);
    if (line !== '') {
      this.#before.add(line);
      this.#mark = buffer[start] as number;
    }
  }

  /** @returns Whether the first row is a header without its number sign. */
  #begin(header: string, firstRow?: string): boolean {
    const { withoutHeader, columns } = this.#part;
    const fields = firstRow === undefined ? [] : namesIn(firstRow, this.#part);
    const hasNames = columns.some((accepted) => fields.some((name) => isOneOf(accepted, name)));
    const isHeadless = header === '' && !hasNames && fields.length === withoutHeader?.length;
    const names = isHeadless ? withoutHeader : namesIn(header || (firstRow ?? ''), this.#part);
    this.#takeRows(fieldsOf(this.#part, names), names.length);
    return header === '' && !isHeadless;
  }

  #takeRows(fieldOf: readonly number[], names = 0): void {
    this.#fieldOf = fieldOf;
    const neededFields = neededOf(this.#part, fieldOf);
    const isQuoted = this.#part.layout.quoted;
    this.#row = new BufferRow({ delimiter: this.#delimiter, fieldOf, neededFields, isQuoted, names });
  }
}

function lineOf(buffer: Buffer, start: number, end: number): string {
  return buffer.toString('latin1', start, end).trimEnd();
}

async function readCsv(part: TablePart, bytes: AsyncIterable<Buffer>, take: TakeRow): Promise<void> {
  // A quote inside a field without quotes is data.
  const options = { bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, info: true };
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
      row = new TextRow(fields);
    } else if (record[0] !== header[0] || record.join() !== header.join()) {
      row.fields = record;
      row.line = info.lines;
      take(row, record.length < needed ? `fewer than ${needed} fields` : undefined);
    }
  }
  if (!row) {
    fieldsOf(part, []);
  }
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
