import { inSlices } from '../../../eutils/body/slices.js';
import { EntrezError } from '../../../eutils/failures/errors.js';
import { UidList } from '../../../eutils/body/uid-list.js';
import { sourcesOf } from '../../../loading/graph/sources-of.js';
import type { Links } from '../../../loading/values/link-list.js';
import type { EntrezRecord } from '../../core/record.js';
import type { LinkConnection, LinkEdge } from '../../links/link-connection.js';
import type { LinkDegrees } from './link-degrees.js';
import type { SourceLists } from '../source-lists.js';

/** A record that several sources are linked to. */
export interface CommonEdge {
  readonly node: EntrezRecord;
  readonly cursor: string;
  readonly sources: readonly EntrezRecord[];
  readonly scoreSum: number | null;
  readonly expected: () => Promise<number | null>;
  readonly lift: () => Promise<number | null>;
}

/** A page of the records that several sources are linked to, with what is missing. */
export class CommonLinks {
  readonly page: LinkConnection;
  readonly #found: SourceLists;
  readonly #degrees: LinkDegrees;
  #edges: Promise<CommonEdge[]> | undefined;

  /** @param page - Of the targets that all lists together have. */
  constructor(page: LinkConnection, found: SourceLists, degrees: LinkDegrees) {
    this.page = page;
    this.#found = found;
    this.#degrees = degrees;
  }

  get sourceCount(): number {
    return this.#found.lists.length;
  }

  get missing(): SourceLists['missing'] {
    return this.#found.missing;
  }

  get complete(): boolean {
    return this.missing.length === 0;
  }

  get edges(): Promise<CommonEdge[]> {
    this.#edges ??= this.#loadEdges(this.page.edges);
    return this.#edges;
  }

  async #loadEdges(edges: readonly LinkEdge[]): Promise<CommonEdge[]> {
    const { lists } = this.#found;
    const uids = edges.map(({ node }) => node.uid);
    const owners = await inSlices(
      sourcesOf(
        uids,
        lists.map(({ links }) => links),
      ),
    );
    return edges.map(({ node, cursor }, index): CommonEdge => {
      const own = owners[index] ?? { lists: [], scoreSum: null };
      const expected = (): Promise<number | null> => this.#degrees.expected(node.uid, lists.length);
      return {
        node,
        cursor,
        sources: own.lists.flatMap((list) => lists[list]?.source ?? []),
        scoreSum: own.scoreSum,
        expected,
        lift: async () => {
          const chance = await expected();
          return chance === null || chance === 0 ? null : own.lists.length / chance;
        },
      };
    });
  }
}

/** What targets are ranked by: of those that equally many sources have the rarest first, or the highest lift first. */
type Ranking = 'rarity' | 'lift';

/** What is known of the first targets of a list, in its order. */
interface Weights {
  /** Sources that are linked to each. */
  readonly counts: readonly number[];
  /** Records that are linked to each; infinite where that is not known. */
  readonly degrees: readonly number[];
}

/** The list with its first targets in the order of a ranking; equals stay as they were. */
export function rankLinks(links: Links, { counts, degrees }: Weights, ranking: Ranking): Links {
  const keys = degrees.map((degree, index): readonly [number, number] => {
    const count = counts[index] ?? 0;
    return ranking === 'rarity' ? [-count, degree] : [degree === 0 ? 0 : -count / degree, -count];
  });
  const order = keys
    .map((key, index) => ({ key, index }))
    .toSorted(({ key: [a, c] }, { key: [b, d] }) => compare(a, b) || compare(c, d))
    .map(({ index }) => links.uids.at(index));
  const { packed } = links.uids;
  if (!ArrayBuffer.isView(packed)) {
    return { ...links, uids: UidList.from([...order, ...links.uids.slice(order.length, links.uids.length)]) };
  }
  const copy = packed.slice();
  copy.set(order.map(Number));
  return { ...links, uids: UidList.fromPacked(copy) };
}

function compare(a: number, b: number): number {
  return a < b ? -1 : Number(a > b);
}

/** The degree of a target for its rank; infinite for one whose links failed, whose edge then says so. */
export async function degreeForRank(degrees: LinkDegrees, uid: string): Promise<number> {
  try {
    return (await degrees.of(uid)) ?? Infinity;
  } catch (error) {
    if (error instanceof EntrezError) {
      return Infinity;
    }
    throw error;
  }
}
