import { EntrezError } from '../eutils/errors.js';
import type { Links } from '../loading/links.js';
import type { LinkAddress } from '../loading/questions/links.js';
import { Cursors } from './cursor.js';
import { cutPage, type PageArgs, type Stretch } from './paging.js';
import { EntrezRecord } from './record.js';

/** The arguments of every link field. */
export type LinkArgs = PageArgs & { readonly minScore?: number | null | undefined };

/** One page of the links of a record, cut from the full list, which ELink always gives as a whole. */
export class LinkConnection {
  readonly link: LinkAddress;
  readonly totalCount: number;
  readonly #links: Links;
  /** Indices of the links that pass the filter; all when undefined. */
  readonly #kept: readonly number[] | undefined;
  readonly #cursors: Cursors;
  readonly #page: Stretch;

  /** @throws EntrezError `BAD_USER_INPUT` for a foreign cursor; `MALFORMED_RESPONSE` when scores are needed and missing. */
  constructor(source: EntrezRecord, link: LinkAddress, links: Links, args: LinkArgs) {
    this.link = link;
    this.#links = links;
    this.#kept = args.minScore == null ? undefined : indicesFrom(scoresOf(links, source, link), args.minScore);
    this.totalCount = this.#kept?.length ?? links.uids.length;
    this.#cursors = new Cursors(`${link.name}:${source.uid}`);
    this.#page = cutPage(args, this.totalCount, this.#cursors, (uid) => this.#placeOf(uid));
  }

  get nodes(): EntrezRecord[] {
    return this.edges.map(({ node }) => node);
  }

  get edges(): LinkEdge[] {
    const { start, end } = this.#page;
    return Array.from({ length: end - start }, (_, offset) => this.#edge(start + offset));
  }

  get pageInfo(): PageInfo {
    const { start, end } = this.#page;
    return {
      hasPreviousPage: start > 0,
      hasNextPage: end < this.totalCount,
      startCursor: end > start ? this.#edge(start).cursor : null,
      endCursor: end > start ? this.#edge(end - 1).cursor : null,
    };
  }

  #edge(index: number): LinkEdge {
    const position = this.#kept ? (this.#kept[index] ?? index) : index;
    const uid = this.#links.uids.at(position);
    return {
      node: new EntrezRecord(this.link.to, uid),
      score: this.#links.scores?.[position] ?? null,
      linkName: this.link.name,
      cursor: this.#cursors.encode({ uid, index }),
    };
  }

  #placeOf(uid: string): number {
    const position = this.#links.uids.indexOf(uid);
    return this.#kept && position >= 0 ? this.#kept.indexOf(position) : position;
  }
}

export interface LinkEdge {
  readonly node: EntrezRecord;
  readonly cursor: string;
  readonly score: number | null;
  readonly linkName: string;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** Without scores nobody knows which links pass a filter on them; that none do would be a lie. */
function scoresOf({ scores }: Links, { db, uid }: EntrezRecord, { name }: LinkAddress): ArrayLike<number> {
  if (!scores) {
    throw new EntrezError('MALFORMED_RESPONSE', 'NCBI sent links without the scores that were asked for.', {
      db,
      uids: [uid],
      linkName: name,
    });
  }
  return scores;
}

function indicesFrom(scores: ArrayLike<number>, minScore: number): number[] {
  return Array.from(scores).flatMap((score, index) => (score >= minScore ? [index] : []));
}
