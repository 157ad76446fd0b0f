import type { Links, LinkSource } from '../../loading/values/link-list.js';
import type { LinkRef } from '../../loading/definitions/links.js';
import type { LongList } from '../../loading/long-lists/long-list.js';
import { Cursors } from '../core/cursor.js';
import { cutPage, type PageArgs, type Stretch } from '../core/paging.js';
import { EntrezRecord } from '../core/record.js';

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

/** What is known of a list beside its members. */
interface ListFacts {
  readonly origin?: LongList['origin'];
  readonly unfiltered?: LinkConnection['unfiltered'];
}

/** The cursors of the links of one owner under a link name. */
export function linkCursors(owner: string, { from, to, name }: LinkRef): Cursors {
  return new Cursors(`${from}:${to}:${name}:${owner}`);
}

/**
 * One page of a list of links. ELink always gives the whole list, so pages are cut here. Compiled operations read members
 * several times, so that what is costly is made once, and only for those who look at it.
 */
export class LinkConnection {
  readonly link: LinkRef;
  /** The whole list, filtered and ordered as the arguments ask. */
  readonly links: Links;
  /** The list with what is known of it beside its members. */
  readonly list: LongList;
  /** The same list before it was filtered. */
  readonly unfiltered: () => Links | Promise<Links>;
  readonly #cursors: Cursors;
  readonly #page: Stretch;
  #nodes: readonly EntrezRecord[] | undefined;
  #edges: readonly LinkEdge[] | undefined;

  /**
   * @param owner - Tells this list from those of other sources under the same link name, such as the source's uid.
   * @throws EntrezError `BAD_USER_INPUT` for a foreign cursor.
   */
  constructor(owner: string, link: LinkRef, links: Links, args: PageArgs, more: ListFacts = {}) {
    this.link = link;
    this.links = links;
    this.list = { links, db: link.to, origin: more.origin };
    this.unfiltered = more.unfiltered ?? (() => links);
    this.#cursors = linkCursors(owner, link);
    this.#page = cutPage(args, links.uids.length, this.#cursors, (uid) => links.uids.indexOf(uid));
  }

  get totalCount(): number {
    return this.links.uids.length;
  }

  get source(): LinkSource {
    return this.links.source;
  }

  get asOf(): number {
    return this.links.asOf;
  }

  get nodes(): readonly EntrezRecord[] {
    this.#nodes ??= this.#records();
    return this.#nodes;
  }

  get edges(): readonly LinkEdge[] {
    const { start } = this.#page;
    this.#edges ??= this.nodes.map((node, offset) => this.#edge(node, start + offset));
    return this.#edges;
  }

  get pageInfo(): PageInfo {
    const { start, end } = this.#page;
    return {
      hasPreviousPage: start > 0,
      hasNextPage: end < this.totalCount,
      startCursor: end > start ? this.#cursorAt(start) : null,
      endCursor: end > start ? this.#cursorAt(end - 1) : null,
    };
  }

  #records(): EntrezRecord[] {
    const records: EntrezRecord[] = [];
    for (let index = this.#page.start; index < this.#page.end; index += 1) {
      records.push(new EntrezRecord(this.link.to, this.links.uids.at(index)));
    }
    return records;
  }

  #edge(node: EntrezRecord, index: number): LinkEdge {
    const cursors = this.#cursors;
    return {
      node,
      score: this.links.scores?.[index] ?? null,
      linkName: this.link.name,
      get cursor() {
        return cursors.encode({ uid: node.uid, index });
      },
    };
  }

  #cursorAt(index: number): string {
    return this.#cursors.encode({ uid: this.links.uids.at(index), index });
  }
}
