import { BAD, idOf, NULL, type Row, textOf, UNREADABLE } from './row.js';

const TAB = 9;
const NEWLINE = 10;
const RETURN = 13;
const BLANK = 32;
const ZERO = 48;
const NINE = 57;
const MINUS = 45;
const QUOTE = 34;
/** Digits that fit into the integers of processors, whatever they are. */
const FEW_DIGITS = 9;

/** How rows are divided. */
export interface RowShape {
  readonly delimiter: string;
  /** The field of each column, from 0; -1 for one that the file lacks. */
  readonly fieldOf: readonly number[];
  /** Fields that every row must have. */
  readonly neededFields: number;
  readonly isQuoted?: boolean | undefined;
  /** Whether rows may have more fields than the header. */
  readonly hasFreeText?: boolean | undefined;
  /** Fields of the header. */
  readonly names?: number | undefined;
}

/** The row at one place in a buffer; the same object for all rows, so that millions a second can be read. */
export class BufferRow implements Row {
  line = 0;
  /** Fields, as far as they were looked for, behind which the character between fields is. */
  ended = 0;
  #buffer: Buffer = Buffer.alloc(0);
  readonly #delimiter: number;
  /** Fields that every row must have. */
  readonly neededFields: number;
  readonly #isQuoted: boolean;
  #names = 0;
  /** Fields that no row may have more of; 0 where that is not known. */
  #most = 0;
  readonly #hasFreeText: boolean;
  readonly #separator: string;
  /** Where each field starts; behind the last is where one more would. */
  readonly #starts: Int32Array;
  /** The number in each field of up to nine digits; {@link BAD} in others. They are read with the fields: each byte is looked at once. */
  readonly #numbers: Int32Array;
  #fields = 0;
  #end = 0;
  /** The field of each column, or -1. */
  readonly #fieldOf: readonly number[];

  constructor({ delimiter, fieldOf, neededFields, isQuoted = false, hasFreeText = false, names = 0 }: RowShape) {
    this.#separator = delimiter;
    this.#hasFreeText = hasFreeText;
    this.setNames(names);
    this.#delimiter = delimiter.charCodeAt(0);
    this.#fieldOf = fieldOf;
    this.neededFields = neededFields;
    this.#isQuoted = isQuoted;
    this.#starts = new Int32Array(Math.max(...fieldOf) + 2);
    this.#numbers = new Int32Array(this.#starts.length);
  }

  /**
   * Reads the row that starts at a place.
   *
   * @param limit - Where the buffer ends.
   * @returns Where the next one starts; -1 where this one has no end yet.
   */
  read(buffer: Buffer, start: number, limit: number): number {
    const starts = this.#starts;
    const numbers = this.#numbers;
    const last = starts.length - 1;
    const delimiter = this.#delimiter;
    let field = 0;
    let number = 0;
    let hasMore = false;
    let at = start;
    starts[0] = start;
    for (; at < limit; at += 1) {
      const byte = buffer[at] as number;
      if (byte >= ZERO && byte <= NINE) {
        number = number < 0 ? BAD : (Math.imul(number, 10) + byte - ZERO) | 0;
      } else if (byte === delimiter) {
        numbers[field] = number;
        number = 0;
        field += 1;
        starts[field] = at + 1;
        if (field === last) {
          at = buffer.indexOf(NEWLINE, at);
          at = at < 0 || at >= limit ? limit : at;
          hasMore = true;
          break;
        }
      } else if (byte === NEWLINE) {
        break;
      } else {
        number = BAD;
      }
    }
    if (at >= limit) {
      return -1;
    }
    this.#buffer = buffer;
    this.#end = at > start && buffer[at - 1] === RETURN ? at - 1 : at;
    this.ended = field;
    if (field < last) {
      numbers[field] = number;
      field += 1;
      starts[field] = this.#end + 1;
    }
    this.#fields = hasMore && (starts[last] as number) < this.#end ? field + 1 : field;
    return at + 1;
  }

  /** Whether there is nothing in the row, or blanks. */
  get isEmpty(): boolean {
    return this.#fields === 1 && this.#decode(0, this.#end) === '';
  }

  /** Fields of the row, as far as they were looked for; one more where there is text behind those. */
  get fields(): number {
    return this.#fields;
  }

  /** Drops the last field where it lacks the end that so many fields must have. */
  dropUnended(needed: number): void {
    this.#fields = needed > 0 ? Math.min(this.#fields, this.ended) : this.#fields;
  }

  /** Sets the fields of the header, of which a file that was joined may have more. */
  setNames(names: number): void {
    this.#names = names;
    this.#most = this.#hasFreeText ? 0 : names;
  }

  /** Fields that a row may have. Where not all of the header are looked for, further ones are not seen. */
  get mostFields(): number {
    return this.#most === this.#starts.length - 1 ? this.#most : Infinity;
  }

  /** Whether there are more fields than in the header, all of them looked for. */
  isWider(): boolean {
    const fields = this.#buffer.toString('latin1', this.#starts[0], this.#end).split(this.#separator);
    return this.#most > 0 && fields.slice(this.#most).some((field) => field !== '');
  }

  id(column: number): number {
    const field = this.#fieldOf[column] as number;
    if (field < 0 || field >= this.#fields) {
      return this.#lacks(field) ? BAD : NULL;
    }
    const start = this.#starts[field] as number;
    const length = (this.#starts[field + 1] as number) - 1 - start;
    const number = this.#numbers[field] as number;
    if (number >= 0 && length <= FEW_DIGITS) {
      return number;
    }
    return length === 1 && this.#buffer[start] === MINUS ? NULL : idOf(this.text(column));
  }

  text(column: number): string {
    const field = this.#fieldOf[column] as number;
    if (field < 0 || field >= this.#fields) {
      return this.#lacks(field) ? UNREADABLE : '';
    }
    return textOf(this.#decode(field, (this.#starts[field + 1] as number) - 1));
  }

  rest(column: number): string {
    const fields = this.#fieldsFrom(column);
    const behind = this.#behind(column);
    return (behind > 0 ? fields.slice(0, -behind) : fields).join(this.#separator).trim();
  }

  textFromEnd(column: number): string {
    const fields = this.#fieldsFrom(column);
    return fields.length > this.#behind(column) ? textOf(fields.at(-1 - this.#behind(column)) ?? '') : UNREADABLE;
  }

  /** Whether the row is cut off before a field that each row must have. */
  #lacks(field: number): boolean {
    return field >= 0 && field < this.neededFields;
  }

  /** Columns of the header behind one. */
  #behind(column: number): number {
    return this.#names - 1 - (this.#fieldOf[column] as number);
  }

  #fieldsFrom(column: number): string[] {
    const field = this.#fieldOf[column] as number;
    if (field < 0 || field >= this.#fields) {
      return [];
    }
    // Lines with bars between fields end with one.
    return this.#decode(field, this.#end).replace(/\|$/, '').split(this.#separator);
  }

  #decode(field: number, end: number): string {
    let start = this.#starts[field] as number;
    let stop = end;
    while (start < stop && isBlank(this.#buffer[start])) {
      start += 1;
    }
    while (stop > start && isBlank(this.#buffer[stop - 1])) {
      stop -= 1;
    }
    if (this.#isQuoted && stop - start > 1 && this.#buffer[start] === QUOTE && this.#buffer[stop - 1] === QUOTE) {
      return this.#buffer.toString('utf8', start + 1, stop - 1).replaceAll('""', '"');
    }
    return this.#buffer.toString('utf8', start, stop);
  }
}

function isBlank(byte: number | undefined): boolean {
  return byte === BLANK || byte === TAB;
}
