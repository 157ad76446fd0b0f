import { join } from 'node:path';

import type { TakePairs } from '../sorting/pair-sorter.js';
import { enlarged } from './enlarged.js';
import { FactPageWriter } from './fact-page.js';
import { ListPageWriter } from './list-page-writer.js';
import { DATA, INCOMPLETE, type ListsSummary } from './manifest.js';
import { PageFileWriter, type PageIndex, PagesWriter } from './page-file.js';

const FIRST_ROOM = 1024;

/** The lists of one direction, as the manifest names them. */
type WrittenLists = Omit<ListsSummary, 'from' | 'to' | 'unattributed'>;

/** Gives pairs that are sorted by their first member, then by their second. */
export type SortedPairs = (take: TakePairs) => void;

/** Gives a text for each source, in ascending order of sources. */
export type GiveFacts = (take: (source: number, text: string) => void) => void;

/** Writes the data of one generation: a file that never changes afterwards. */
export class GenerationWriter {
  readonly #file: PageFileWriter;

  constructor(folder: string) {
    this.#file = new PageFileWriter(join(folder, DATA));
  }

  /** Writes the lists of one direction: the members of each source, without repetitions. */
  writeLists(pairs: SortedPairs): WrittenLists {
    const lists = new ListWriter(new PagesWriter(this.#file));
    pairs((block, length) => {
      lists.add(block.firsts, block.seconds, length);
    });
    return lists.end();
  }

  /** Writes one text for each source. */
  writeFacts(give: GiveFacts): { readonly sources: number; readonly index: PageIndex } {
    const pages = new PagesWriter(this.#file);
    const page = new FactPageWriter();
    let sources = 0;
    give((source, text) => {
      const bytes = Buffer.from(text);
      if (!page.add(source, bytes)) {
        pages.add(page.firstSource, page.take());
        page.add(source, bytes);
      }
      sources += 1;
    });
    if (!page.isEmpty) {
      pages.add(page.firstSource, page.take());
    }
    return { sources, index: pages.end() };
  }

  /** Ends once all is on the disk. */
  close(): void {
    this.#file.close();
  }
}

/** Makes lists of sorted pairs, and pages of lists. */
class ListWriter {
  readonly #pages: PagesWriter;
  readonly #page = new ListPageWriter();
  #source = -1;
  #members: Uint32Array = new Uint32Array(FIRST_ROOM);
  #count = 0;
  #sources = 0;
  #edges = 0;
  #isPartial: true | undefined;

  constructor(pages: PagesWriter) {
    this.#pages = pages;
  }

  add(sources: Uint32Array, members: Uint32Array, length: number): void {
    for (let i = 0; i < length; i += 1) {
      const source = sources[i] as number;
      const member = members[i] as number;
      if (source === INCOMPLETE) {
        // The other direction has a list that lacks links, and which ones is not known.
        this.#isPartial = true;
        continue;
      }
      if (source !== this.#source) {
        this.#endList();
        this.#source = source;
      } else if (member === this.#members[this.#count - 1]) {
        continue;
      }
      if (this.#count === this.#members.length) {
        this.#members = enlarged(this.#members);
      }
      this.#members[this.#count] = member;
      this.#count += 1;
    }
  }

  end(): WrittenLists {
    this.#endList();
    if (!this.#page.isEmpty) {
      this.#endPage();
    }
    return {
      sources: this.#sources,
      edges: this.#edges,
      isPartial: this.#isPartial,
      index: this.#pages.end(),
    };
  }

  #endList(): void {
    if (this.#count === 0) {
      return;
    }
    if (!this.#page.add(this.#source, this.#members, this.#count)) {
      this.#endPage();
      this.#page.add(this.#source, this.#members, this.#count);
    }
    this.#sources += 1;
    this.#edges += this.#members[0] === INCOMPLETE ? this.#count - 1 : this.#count;
    this.#count = 0;
  }

  #endPage(): void {
    this.#pages.add(this.#page.firstSource, this.#page.take());
  }
}
