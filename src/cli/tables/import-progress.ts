import type { ImportProgress } from '../../tables/importing/import-table.js';

/** How often a line is redrawn on a terminal, and how often one is written elsewhere. */
const REDRAW_MS = 500;
const LINE_MS = 10_000;
const CLEAR_LINE = '\r\u001b[K';

type Notes = NodeJS.WritableStream & { readonly isTTY?: boolean };

/** Shows how far an import is: rows, rate and time left. */
export class ImportProgressLine {
  readonly #notes: Notes;
  readonly #name: string;
  readonly #startedAt = Date.now();
  #shownAt = Date.now();
  #isDrawn = false;

  constructor(name: string, notes: Notes = process.stderr) {
    this.#name = name;
    this.#notes = notes;
  }

  readonly download = (bytes: number, size: number | undefined): void => {
    this.#show(() => `${megabytes(bytes)} downloaded${this.#left(bytes, size)}`);
  };

  readonly rows = ({ rows, readBytes, size }: ImportProgress): void => {
    this.#show(() => `${rows} rows, ${this.#perSecond(rows)} rows/s${this.#left(readBytes, size)}`);
  };

  /** Writes a last line. */
  end(text: string): void {
    this.#notes.write(`${this.#isDrawn ? CLEAR_LINE : ''}${this.#name}: ${text}\n`);
  }

  #show(text: () => string): void {
    const now = Date.now();
    if (now - this.#shownAt < (this.#notes.isTTY ? REDRAW_MS : LINE_MS)) {
      return;
    }
    this.#shownAt = now;
    const line = `${this.#name}: ${text()}`;
    this.#isDrawn = this.#notes.isTTY === true;
    this.#notes.write(this.#isDrawn ? `${CLEAR_LINE}${line}` : `${line}\n`);
  }

  #perSecond(count: number): number {
    return Math.round((count / Math.max(1, Date.now() - this.#startedAt)) * 1000);
  }

  #left(bytes: number, size: number | undefined): string {
    if (size === undefined || size === 0) {
      return '';
    }
    const seconds = Math.round((((Date.now() - this.#startedAt) / Math.max(1, bytes)) * (size - bytes)) / 1000);
    return `, ${Math.floor((100 * bytes) / size)} %, ${Math.max(0, seconds)} s left`;
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
