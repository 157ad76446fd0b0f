/** Texts of consecutive sources share pages: for each, its source, its length in bytes, and these. */
const HEAD_BYTES = 8;
const LENGTH_AT = 4;
/** Two pages of the memory of most systems; a longer text has a page to itself. */
const PAGE_BYTES = 8188;

/** Writes texts into a page. */
export class FactPageWriter {
  #parts: Buffer[] = [];
  #length = 0;
  #firstSource = 0;

  /** The source of the first text on the page. */
  get firstSource(): number {
    return this.#firstSource;
  }

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  /** Adds a text, unless the page is full. */
  add(source: number, text: Buffer): boolean {
    const length = HEAD_BYTES + text.length;
    if (!this.isEmpty && this.#length + length > PAGE_BYTES) {
      return false;
    }
    const head = Buffer.allocUnsafe(HEAD_BYTES);
    head.writeUInt32LE(source);
    head.writeUInt32LE(text.length, LENGTH_AT);
    this.#firstSource = this.isEmpty ? source : this.#firstSource;
    this.#parts.push(head, text);
    this.#length += length;
    return true;
  }

  /** The bytes of the page, which then is empty. */
  take(): Buffer {
    const page = Buffer.concat(this.#parts);
    this.#parts = [];
    this.#length = 0;
    return page;
  }
}

/** The text of a source on a page; undefined where the page has none. */
export function findFact(page: Buffer, wanted: number): string | undefined {
  for (const [source, start, end] of placesOn(page)) {
    if (source >= wanted) {
      return source === wanted ? page.toString('utf8', start, end) : undefined;
    }
  }
  return undefined;
}

/** All texts of a page in order. */
export function* factsOnPage(page: Buffer): Generator<[source: number, text: string]> {
  for (const [source, start, end] of placesOn(page)) {
    yield [source, page.toString('utf8', start, end)];
  }
}

/** Where the texts of a page are. Behind the last one there may be a few zeros, fewer than before a text. */
function* placesOn(page: Buffer): Generator<[source: number, start: number, end: number]> {
  for (let at = 0; at + HEAD_BYTES <= page.length;) {
    const start = at + HEAD_BYTES;
    const end = start + page.readUInt32LE(at + LENGTH_AT);
    yield [page.readUInt32LE(at), start, end];
    at = end;
  }
}
