import type { SearchAnswer } from '../../eutils/search/esearch.js';
import { PUBMED_WINDOW } from '../../eutils/search/search-page.js';
import type { Spelling } from '../../loading/definitions/single.js';
import type { Builder } from '../core/builder.js';
import type { CursorPosition, Cursors } from '../core/cursor.js';
import type { PageInfo } from '../links/link-connection.js';
import type { RecordRef } from '../links/link-fields.js';
import { EntrezRecord } from '../core/record.js';
import type { SharedTypes } from '../records/record-interface.js';

/** How many hits of a search NCBI lists, in its own order; null where no limit is known. */
export function windowOf(db: string): number | null {
  return db === 'pubmed' ? PUBMED_WINDOW : null;
}

interface Hit {
  readonly node: EntrezRecord;
  readonly cursor: string;
}

/** A page of hits and the search that it is of. */
export interface SearchPage {
  readonly answer: SearchAnswer;
  readonly hits: readonly CursorPosition[];
  readonly totalCount: number;
  readonly hasNextPage: boolean;
}

/** A page as one call gives it, no further than the window. */
export function pageWithin(answer: SearchAnswer, window: number | null): SearchPage {
  const { uids, retstart, count } = answer;
  return {
    answer,
    hits: uids.map((uid, offset) => ({ uid, index: retstart + offset })),
    totalCount: count,
    hasNextPage: retstart + uids.length < Math.min(count, window ?? Infinity),
  };
}

/** What was asked about a search: a page of its hits, the spelling of its term, or both. */
export class SearchConnection {
  readonly spelling: Spelling | Promise<Spelling> | undefined;
  readonly #db: string;
  readonly #cursors: Cursors;
  readonly #page: SearchPage | undefined;

  constructor(
    db: string,
    cursors: Cursors,
    asked: { readonly page?: SearchPage | undefined; readonly spelling?: SearchConnection['spelling'] },
  ) {
    this.#db = db;
    this.#cursors = cursors;
    this.#page = asked.page;
    this.spelling = asked.spelling;
  }

  /** What NCBI says of the search as a whole. Not to be read where only the spelling was asked for. */
  get answer(): SearchAnswer {
    return this.#asked.answer;
  }

  get totalCount(): number {
    return this.#asked.totalCount;
  }

  get edges(): readonly Hit[] {
    return this.#asked.hits.map((hit) => ({ node: this.#recordOf(hit), cursor: this.#cursors.encode(hit) }));
  }

  get nodes(): readonly EntrezRecord[] {
    return this.#asked.hits.map((hit) => this.#recordOf(hit));
  }

  get pageInfo(): PageInfo {
    const { hits, answer, hasNextPage } = this.#asked;
    const [first] = hits;
    const last = hits.at(-1);
    return {
      hasPreviousPage: (first?.index ?? answer.retstart) > 0,
      hasNextPage,
      startCursor: first ? this.#cursors.encode(first) : null,
      endCursor: last ? this.#cursors.encode(last) : null,
      window: windowOf(this.#db),
    };
  }

  #recordOf({ uid }: CursorPosition): EntrezRecord {
    return new EntrezRecord(this.#db, uid);
  }

  get #asked(): SearchPage {
    if (!this.#page) {
      throw new Error('The search itself was not asked for.');
    }
    return this.#page;
  }
}

/** Builds the type of the searches of a database. */
export function searchConnectionType(builder: Builder, { pageInfo }: SharedTypes, name: string, node: RecordRef) {
  const edge = builder.objectRef<Hit>(`${name}SearchEdge`).implement({
    description: `One hit of a search: a link to a record of type ${name}.`,
    fields: (t) => ({
      node: t.expose('node', { type: node, nullable: false, description: 'The record that was found.' }),
      cursor: t.exposeString('cursor', { nullable: false, description: 'Where this hit stands; for after.' }),
    }),
  });
  return builder.objectRef<SearchConnection>(`${name}SearchConnection`).implement({
    description: `One page of ${name} records that a search found.`,
    fields: (t) => {
      const remarks = (member: 'warnings' | 'notFound' | 'ignored' | 'messages', description: string) =>
        t.stringList({ nullable: false, description, resolve: ({ answer }) => answer[member] });
      return {
        edges: t.field({
          type: [edge],
          nullable: false,
          description: 'The hits of this page.',
          resolve: ({ edges }) => edges,
        }),
        nodes: t.field({
          type: [node],
          nullable: false,
          description: 'The records of this page.',
          resolve: ({ nodes }) => nodes,
        }),
        pageInfo: t.expose('pageInfo', { type: pageInfo, nullable: false, description: 'Where this page stands.' }),
        totalCount: t.int({
          nullable: false,
          description: 'How many records match in all.',
          resolve: ({ totalCount }) => totalCount,
        }),
        queryTranslation: t.string({
          description: 'How NCBI understood the term.',
          resolve: ({ answer }) => answer.queryTranslation ?? null,
        }),
        warnings: remarks(
          'warnings',
          'What NCBI remarks about the term, as sentences: the contents of notFound, ignored and messages.',
        ),
        notFound: remarks('notFound', 'Phrases and search fields of the term that the database does not have.'),
        ignored: remarks('ignored', 'Phrases of the term that NCBI left out of the search.'),
        messages: remarks('messages', 'What else NCBI says, such as that there are no hits.'),
        spelling: t.string({
          description: 'The term as NCBI would spell it; null when there is nothing to correct. Asks ESpell.',
          resolve: async ({ spelling }) => (await spelling)?.corrected ?? null,
        }),
      };
    },
  });
}
