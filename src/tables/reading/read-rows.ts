import type { TablePart } from '../description.js';
import { TableError } from '../table-error.js';
import { delimiterOf, fieldsOf, namesAColumn, namesAllColumns, namesIn, neededOf } from './header.js';
import { readCsv } from './read-csv.js';
import { BufferRow } from './buffer-row.js';
import { type TakeRow, TOO_LONG } from './row.js';

const NEWLINE = 10;
const HASH = 35;
const ZERO = 48;
const NINE = 57;
const BYTE_ORDER_MARK = Buffer.from('\uFEFF');
/** Longer than the longest line that NCBI writes: of a file without line ends not all must be in memory. */
const MAX_LINE = 64 * 1024 * 1024;

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
  /** With what comments begin, which may be between rows; -1 where there are none. */
  readonly #comment: number;
  #hasRows = false;
  /** Fields that must have an end in each row, where rows end with one: of one that is cut off, the last is another id. */
  #neededEnds: number;
  #row: BufferRow | undefined;
  #fieldOf: readonly number[] = [];
  #line = 0;

  constructor(part: TablePart, take: TakeRow) {
    this.#part = part;
    this.#take = take;
    this.#delimiter = delimiterOf(part);
    this.#comment = part.layout.header === 'first' ? -1 : HASH;
    this.#neededEnds = part.layout.fields === 'dmp' || part.layout.fields === 'pipe' ? 1 : 0;
  }

  /** Reads all whole lines. @returns Where the rest starts. */
  read(buffer: Buffer): number {
    let start = 0;
    while (!this.#row) {
      start = behindMark(buffer, start);
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
    let most = row.mostFields;
    let start = begin;
    let line = this.#line;
    let hasRows = this.#hasRows;
    for (;;) {
      const first = buffer[start] as number;
      const isNumber = first >= ZERO && first <= NINE;
      start = isNumber ? start : behindMark(buffer, start);
      const next = row.read(buffer, start, buffer.length);
      if (next < 0) {
        this.#line = line;
        this.#hasRows = hasRows;
        return start;
      }
      line += 1;
      row.line = line;
      if (!isNumber && this.#isNoRow(row, buffer, start, next)) {
        most = row.mostFields;
        start = next;
        continue;
      }
      const { fields } = row;
      if (!hasRows && fields >= needed) {
        hasRows = true;
        refuseWider(row, line);
        this.#neededEnds = this.#neededEnds > 0 && row.ended >= needed ? needed : 0;
      }
      if (fields >= needed && row.ended >= this.#neededEnds) {
        take(row, fields > most ? TOO_LONG : undefined);
      } else if (!row.isEmpty) {
        row.dropUnended(this.#neededEnds);
        take(row, `fewer than ${needed} fields`);
      }
      start = next;
    }
  }

  /**
   * Whether a line is a comment, or the header of a file that was joined.
   *
   * @throws TableError when that has other columns: its rows would be misread.
   */
  #isNoRow(row: BufferRow, buffer: Buffer, start: number, end: number): boolean {
    const isComment = buffer[start] === this.#comment;
    if (!isComment && buffer[start] !== this.#mark) {
      return false;
    }
    const text = lineOf(buffer, start, end);
    const names = namesIn(text, this.#part);
    const isHeader = namesAllColumns(this.#part, names);
    if (!isHeader && (this.#before.has(text) || !isComment || !this.#isAboutColumns(names))) {
      return isComment;
    }
    if (fieldsOf(this.#part, names).join() !== this.#fieldOf.join()) {
      throw new TableError(
        `Line ${row.line} is a header with the columns in other places. Join files with the same columns.`,
      );
    }
    row.setNames(names.length);
    return true;
  }

  /** Whether a comment is a header; one of a file that has none is that of another table. */
  #isAboutColumns(names: readonly string[]): boolean {
    const { columns, layout } = this.#part;
    return namesAColumn(this.#part, names) || (layout.header === 'none' && names.length >= columns.length);
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
      // A comment may follow the header.
      if (!this.#namesAColumn(this.#header ?? '') || this.#namesAColumn(text)) {
        this.#header = text;
      }
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
  #begin(header: string, firstRow = ''): boolean {
    const { withoutHeader } = this.#part;
    const isFirstRow = !this.#namesAColumn(header) && this.#namesAColumn(firstRow);
    const fields = namesIn(firstRow, this.#part);
    const isHeadless = header === '' && !isFirstRow && fields.length === withoutHeader?.length;
    const names = isHeadless ? withoutHeader : namesIn(isFirstRow ? firstRow : header || firstRow, this.#part);
    this.#takeRows(fieldsOf(this.#part, names), names.length);
    return isFirstRow;
  }

  #namesAColumn(line: string): boolean {
    return namesAColumn(this.#part, namesIn(line, this.#part));
  }

  #takeRows(fieldOf: readonly number[], names = 0): void {
    this.#fieldOf = fieldOf;
    const neededFields = neededOf(this.#part, fieldOf);
    const { quoted, freeText } = this.#part.layout;
    this.#row = new BufferRow({
      delimiter: this.#delimiter,
      fieldOf,
      neededFields,
      isQuoted: quoted,
      hasFreeText: freeText,
      names,
    });
  }
}

/** Refuses files with a column that the header lacks, such as names of rows: all others would be misread. */
function refuseWider(row: BufferRow, line: number): void {
  if (row.isWider()) {
    throw new TableError(`Line ${line} has more fields than the header. The columns of the file are shifted.`);
  }
}

/** Where a line begins behind a byte order mark: files that are joined have one each. */
function behindMark(buffer: Buffer, start: number): number {
  const isMark = BYTE_ORDER_MARK.every((byte, i) => buffer[start + i] === byte);
  return isMark ? start + BYTE_ORDER_MARK.length : start;
}

function lineOf(buffer: Buffer, start: number, end: number): string {
  return buffer.toString('latin1', start, end).trimEnd();
}
