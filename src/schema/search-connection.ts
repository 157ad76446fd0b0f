import type { SearchAnswer } from '../eutils/esearch.js';
import type { Cursors } from './cursor.js';
import type { PageInfo } from './link-connection.js';
import { EntrezRecord } from './record.js';

/** ESearch shows no more than this of a PubMed search (protocol: recorded 2026); for other databases it is not known. */
const PUBMED_WINDOW = 9999;

/** How many hits of a search can be paged to; null where no limit is known. */
export function windowOf(db: string): number | null {
  return db === 'pubmed' ? PUBMED_WINDOW : null;
}

export interface Hit {
  readonly node: EntrezRecord;
  readonly cursor: string;
}

/** One page of the hits of a search. */
export class SearchConnection {
  readonly edges: readonly Hit[];
  readonly pageInfo: PageInfo;
  /** What NCBI says of the search as a whole. */
  readonly answer: SearchAnswer;

  constructor(db: string, answer: SearchAnswer, cursors: Cursors) {
    this.answer = answer;
    this.edges = answer.uids.map((uid, offset) => ({
      node: new EntrezRecord(db, uid),
      cursor: cursors.encode({ uid, index: answer.retstart + offset }),
    }));
    const window = windowOf(db);
    const end = answer.retstart + answer.uids.length;
    this.pageInfo = {
      hasPreviousPage: answer.retstart > 0,
      hasNextPage: end < Math.min(answer.count, window ?? Infinity),
      startCursor: this.edges.at(0)?.cursor ?? null,
      endCursor: this.edges.at(-1)?.cursor ?? null,
      window,
    };
  }

  get nodes(): EntrezRecord[] {
    return this.edges.map(({ node }) => node);
  }
}
