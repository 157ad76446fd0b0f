import type { Links } from '../loading/links.js';
import type { LinkAddress } from '../loading/questions/links.js';
import { Cursors } from './cursor.js';
import { cutPage, type PageArgs, type Stretch } from './paging.js';
import { EntrezRecord } from './record.js';

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
  /** How many edges can be paged to, where those are not all. */
  readonly window?: number | null;
}

/** One page of a list of links. ELink always gives the whole list, so pages are cut here. */
export class LinkConnection {
  readonly link: LinkAddress;
  /** The whole list, filtered and ordered as the arguments ask. */
  readonly links: Links;
  readonly #cursors: Cursors;
  readonly #page: Stretch;

  /**
   * @param owner - Tells this list from those of other sources under the same link name, such as the source's uid.
   * @throws EntrezError `BAD_USER_INPUT` for a foreign cursor.
   */
  constructor(owner: string, link: LinkAddress, links: Links, args: PageArgs) {
    this.link = link;
    this.links = links;
    this.#cursors = new Cursors(`${link.name}:${owner}`);
    this.#page = cutPage(args, links.uids.length, this.#cursors, (uid) => links.uids.indexOf(uid));
  }

  get totalCount(): number {
    return this.links.uids.length;
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
    const uid = this.links.uids.at(index);
    return {
      node: new EntrezRecord(this.link.to, uid),
      score: this.links.scores?.[index] ?? null,
      linkName: this.link.name,
      cursor: this.#cursors.encode({ uid, index }),
    };
  }
}
